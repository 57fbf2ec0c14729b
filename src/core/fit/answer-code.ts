import { BackofficeError } from '../errors.ts';
import type { Catalogue } from '../catalogue/model.ts';
import type { CodeProblem } from './answer-code-problem.ts';
import { alphabet, checkLength, checksum, CodeNumber } from './code-digits.ts';
import { answerValues } from './response-scale.ts';
import { fitTests, itemsOf } from './score.ts';
import type { Answers, FitTest } from './score.ts';

/** Everything that a result is made from. */
export interface FitState {
  readonly test: FitTest;
  readonly answers: Answers;
  /** Ids of what the person wants to avoid. */
  readonly avoid: readonly string[];
}

const misread: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
/** Codes are far shorter, whatever stands between their characters; to look at more would take long. */
const mostCharacters = 1000;

/** Each answer, and none. */
const base = BigInt(answerValues.length + 1);

type BankCatalogue = Pick<Catalogue, 'fit'>;

/** Two digits of the version of the bank, and one of the test. */
const headLength = 3;

/** Makes the codes of one test of a bank, any number of them. */
export interface CodeMaker {
  /** The most characters that a code has. */
  readonly longest: number;
  /** Whether something is avoided, in the order of the bank: by its place among what can be. */
  readonly findAvoided: (avoid: readonly string[]) => readonly boolean[];
  /** Writes a code in ASCII and gives where it ends. @param answers 1–5 for each item of the test; 0 or NaN where there is none. */
  readonly write: (answers: ArrayLike<number>, avoided: readonly boolean[], out: Uint8Array, at: number) => number;
}

export function createCodeMaker(catalogue: BankCatalogue, test: FitTest): CodeMaker {
  const { version, avoidances } = catalogue.fit;
  const [items, place] = [itemsOf(catalogue, test).length, fitTests.indexOf(test)];
  const length = headLength + payloadLength(catalogue, test);
  const number = new CodeNumber(length, headLength);
  const head = [(version >> 5) & 31, version & 31, place];
  const answerBase = Number(base);
  return {
    longest: Math.ceil(((length + checkLength) * 6) / 5),
    findAvoided: (avoid) => avoidances.map(({ id }) => avoid.includes(id)),
    write: (answers, avoided, out, at) => {
      number.start(head);
      // The test stands behind everything, so that the length of the rest is known from it.
      number.add(place, fitTests.length);
      for (let index = 0; index < avoidances.length; index += 1) number.add(avoided[index] === true ? 1 : 0, 2);
      for (let item = 0; item < items; item += 1) {
        const answer = answers[item] ?? 0;
        number.add(answer > 0 ? answer : 0, answerBase);
      }
      return number.write(out, at);
    },
  };
}

/**
 * A state as a short code: version of the bank, test, answers, what to avoid, and a checksum. In groups of five characters.
 * The same state has the same code.
 */
export function encodeState(catalogue: BankCatalogue, state: FitState): string {
  const maker = findCodeMaker(catalogue, state.test);
  const answers = itemsOf(catalogue, state.test).map(({ id }) => state.answers.get(id) ?? 0);
  const code = Buffer.alloc(maker.longest);
  return code.toString('latin1', 0, maker.write(answers, maker.findAvoided(state.avoid), code, 0));
}

/**
 * The state that a code stands for. Case, spaces, hyphens and misread letters do not matter.
 * @throws BackofficeError `answer-code` with the reason and, for a wrong character, its position in the text.
 */
export function decodeState(catalogue: BankCatalogue, text: string): FitState {
  const refuse = (problem: CodeProblem): never => {
    throw new BackofficeError({ code: 'answer-code', ...problem });
  };
  if (text.length > mostCharacters) return refuse({ problem: 'length', found: String(text.length) });
  const characters = Array.from(text, (character) => {
    const folded = character.normalize('NFKC').toUpperCase();
    return misread[folded] ?? folded;
  });
  const wrong = characters.find((character) => !(character.length === 1 && alphabet.includes(character)) && !/^[\s\p{Dash}]$/u.test(character));
  if (wrong !== undefined) return refuse({ problem: 'character', position: characters.indexOf(wrong) + 1, found: wrong });
  const code = characters.filter((character) => /^\w$/.test(character)).join('');
  const version = Number(fromDigits(code.slice(0, 2)));
  const test = fitTests[alphabet.indexOf(code[2] ?? '')];
  if (code.length < headLength + checkLength || test === undefined) return refuse({ problem: 'length', found: String(code.length) });
  const body = code.slice(0, -checkLength);
  const digits = Array.from(body, (character) => alphabet.indexOf(character));
  if (BigInt(checksum(digits, digits.length)) !== fromDigits(code.slice(-checkLength))) return refuse({ problem: 'checksum' });
  if (version !== catalogue.fit.version) return refuse({ problem: 'version', version, supported: catalogue.fit.version });
  if (body.length !== headLength + payloadLength(catalogue, test)) return refuse({ problem: 'length', found: String(code.length) });

  let number = fromDigits(body.slice(headLength));
  const answers = new Map<string, number>();
  for (const { id } of itemsOf(catalogue, test).toReversed()) {
    const answer = Number(number % base);
    number /= base;
    if (answer > 0) answers.set(id, answer);
  }
  const avoid: string[] = [];
  for (const { id } of catalogue.fit.avoidances.toReversed()) {
    if (number % 2n === 1n) avoid.unshift(id);
    number /= 2n;
  }
  // Back in the order in which the items are asked.
  return { test, answers: new Map([...answers].toReversed()), avoid };
}

function payloadLength(catalogue: BankCatalogue, test: FitTest): number {
  const states = 2n ** BigInt(catalogue.fit.avoidances.length + 1) * base ** BigInt(itemsOf(catalogue, test).length);
  let length = 0;
  for (let reach = 1n; reach < states; reach *= 32n) length += 1;
  return length;
}

function fromDigits(digits: string): bigint {
  return Array.from(digits).reduce((number, digit) => number * 32n + BigInt(alphabet.indexOf(digit)), 0n);
}

const makers = new WeakMap<BankCatalogue['fit'], Partial<Record<FitTest, CodeMaker>>>();

function findCodeMaker(catalogue: BankCatalogue, test: FitTest): CodeMaker {
  const known = makers.get(catalogue.fit) ?? {};
  makers.set(catalogue.fit, known);
  return (known[test] ??= createCodeMaker(catalogue, test));
}
