import { BackofficeError } from '../errors.ts';
import type { Catalogue } from '../catalogue/model.ts';
import type { CodeProblem } from './answer-code-problem.ts';
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

/** Digits and letters without I, L, O and U, which are misread (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const misread: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const checkLength = 4;
/** Codes are far shorter, whatever stands between their characters; to look at more would take long. */
const mostCharacters = 1000;

/** Each answer, and none. */
const base = BigInt(answerValues.length + 1);

type BankCatalogue = Pick<Catalogue, 'fit'>;

/**
 * A state as a short code: version of the bank, test, answers, what to avoid, and a checksum. In groups of five characters.
 * The same state has the same code.
 */
export function encodeState(catalogue: BankCatalogue, state: FitState): string {
  const { version, avoidances } = catalogue.fit;
  const test = fitTests.indexOf(state.test);
  let number = BigInt(test);
  for (const { id } of avoidances) number = number * 2n + (state.avoid.includes(id) ? 1n : 0n);
  for (const { id } of itemsOf(catalogue, state.test)) number = number * base + BigInt(state.answers.get(id) ?? 0);
  // The test stands behind everything, so that the length of the rest is known from it.
  const body = toDigits(number, payloadLength(catalogue, state.test));
  const head = toDigits(BigInt(version), 2) + alphabet.charAt(test);
  return groupsOfFive(head + body + checksum(head + body));
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
  if (code.length < 3 + checkLength || test === undefined) return refuse({ problem: 'length', found: String(code.length) });
  const body = code.slice(0, -checkLength);
  if (checksum(body) !== code.slice(-checkLength)) return refuse({ problem: 'checksum' });
  if (version !== catalogue.fit.version) return refuse({ problem: 'version', version, supported: catalogue.fit.version });
  if (body.length !== 3 + payloadLength(catalogue, test)) return refuse({ problem: 'length', found: String(code.length) });

  let number = fromDigits(body.slice(3));
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

function toDigits(number: bigint, length: number): string {
  let rest = number;
  let digits = '';
  for (let place = 0; place < length; place += 1) {
    digits = alphabet.charAt(Number(rest % 32n)) + digits;
    rest /= 32n;
  }
  return digits;
}

function fromDigits(digits: string): bigint {
  return Array.from(digits).reduce((number, digit) => number * 32n + BigInt(alphabet.indexOf(digit)), 0n);
}

/** Twenty bits over all characters and their places (a polynomial in 31 modulo the prime 1048573): one changed or two swapped characters are seen. */
function checksum(body: string): string {
  const sum = Array.from(body).reduce((value, character) => (value * 31 + alphabet.indexOf(character) + 1) % 1_048_573, 7);
  return toDigits(BigInt(sum), checkLength);
}

function groupsOfFive(code: string): string {
  return code.replace(/.{5}(?=.)/g, '$&-');
}
