import { createInterface } from 'node:readline';
import { Left } from '../errors/exit-codes.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Choice, ChoiceQuestion, NumberedQuestion, Prompter, SeveralQuestion, TextQuestion } from './prompter.ts';
import type { Signals } from './signals.ts';

interface LinePlace {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signals: Signals;
}

/** A line that was typed, or why there is none. */
type Typed = { readonly line: string } | 'interrupted' | 'ended';

/** Most choices that are read out at once. */
const mostListed = 20;

/** A prompter that writes its questions as lines, never moves the cursor, and is answered with numbers and letters, each with Enter. */
export function createLinePrompter(place: LinePlace): Prompter {
  const { output } = place;
  let reader: LineReader | undefined;
  const read = (prompt: string): Promise<Typed> => {
    output.write(prompt);
    return (reader ??= openReader(place)).read(prompt);
  };
  const write = (...lines: readonly string[]) => output.write(lines.map((line) => `${line}\n`).join(''));
  return {
    choose: (question) => chooseByLines(question, read, write),
    enterText: (question) => enterLine(question, read, write),
    ask: (question) => askByLines(question, read, write),
    pickSeveral: (question) => pickByLines(question, read, write),
    release: () => {
      reader?.close();
      reader = undefined;
    },
  };
}

type Read = (prompt: string) => Promise<Typed>;
type Write = (...lines: readonly string[]) => void;

async function askByLines({ above, heading, answers, initial, help, keys, layout: { messages } }: NumberedQuestion, read: Read, write: Write) {
  const { questions } = messages;
  write(...(above?.() ?? []), '', ...heading(), ...answers.map((answer, index) => `${index + 1} ${answer}`), help.lines);
  for (;;) {
    const typed = await read(questions.number(initial === 0 ? undefined : initial));
    if (typed === 'interrupted') return undefined;
    if (typed === 'ended') return 'quit';
    const word = fold(typed.line);
    const number = word === '' ? initial : Number(word);
    if (Number.isInteger(number) && number >= 1 && number <= answers.length) return number;
    const meant = Object.hasOwn(keys, word) ? keys[word] : undefined;
    if (meant !== undefined) return meant;
    write(questions.notANumber(answers.length, lettersOf(keys)));
  }
}

async function pickByLines({ heading, choices, initial, help, keys, summarize, layout: { messages } }: SeveralQuestion, read: Read, write: Write) {
  const { questions } = messages;
  write('', ...heading(), ...choices.map(({ label }, index) => `${index + 1} ${label}`), help.lines);
  const chosen = choices.flatMap(({ value }, index) => (initial.includes(value) ? [index + 1] : []));
  for (;;) {
    const typed = await read(questions.numbers(chosen));
    if (typed === 'interrupted') return undefined;
    if (typed === 'ended') return 'quit';
    const word = fold(typed.line);
    const meant = Object.hasOwn(keys, word) ? keys[word] : undefined;
    if (meant !== undefined) return meant;
    // 0 takes back what was chosen before.
    const numbers = word === '' ? chosen : word.split(/[\s,、・]+/u).map(Number);
    if (numbers.every((number) => Number.isInteger(number) && number >= 0 && number <= choices.length)) {
      const values = choices.filter((_, index) => numbers.includes(index + 1)).map(({ value }) => value);
      if (summarize !== undefined) write(summarize(values));
      return values;
    }
    write(questions.notNumbers(choices.length, lettersOf(keys)));
  }
}

async function chooseByLines({ question, findChoices, messages }: ChoiceQuestion, read: Read, write: Write): Promise<string | undefined> {
  const { questions, role } = messages;
  write(question);
  let found = listChoices(findChoices(''), messages, write);
  write(role.chooseHelp.lines);
  for (;;) {
    const typed = await read(questions.numberOrWords);
    if (typed === 'ended') throw new Left();
    if (typed === 'interrupted') return undefined;
    const number = Number(fold(typed.line));
    const picked = found[number - 1];
    if (picked !== undefined) return picked.value;
    const next = findChoices(typed.line.trim());
    const [only] = next;
    if (only !== undefined && next.length === 1) {
      write(only.label);
      return only.value;
    }
    if (next.length === 0) write(role.noChoice);
    else found = listChoices(next, messages, write);
  }
}

function listChoices(choices: readonly Choice[], { questions }: Messages, write: Write): readonly Choice[] {
  const listed = choices.slice(0, mostListed);
  write(...listed.map(({ label }, index) => `${index + 1} ${label}`));
  if (listed.length < choices.length) write(questions.moreChoices(choices.length - listed.length));
  return listed;
}

async function enterLine({ question, findFault }: TextQuestion, read: Read, write: Write): Promise<string | undefined> {
  for (;;) {
    const typed = await read(`${question}: `);
    if (typed === 'ended') throw new Left();
    if (typed === 'interrupted') return undefined;
    const fault = findFault(typed.line);
    if (fault === undefined) return typed.line;
    write(fault);
  }
}

/** With a Japanese input method on, digits and letters come full-width. */
function fold(line: string): string {
  return line.normalize('NFKC').trim().toLowerCase();
}

/** The keys that can be typed as a letter. */
function lettersOf(keys: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(keys).filter((key) => key.length === 1);
}

interface LineReader {
  /** Reads a line that `prompt` asks for. */
  readonly read: (prompt: string) => Promise<Typed>;
  readonly close: () => void;
}

/** Lines as they are typed; those typed ahead wait for their question. */
function openReader({ input, output, signals }: LinePlace): LineReader {
  const lines = createInterface({ input, terminal: false });
  const waiting: Typed[] = [];
  let take: ((typed: Typed) => void) | undefined;
  const hand = (typed: Typed): void => {
    if (take === undefined) waiting.push(typed);
    else take(typed);
    take = undefined;
  };
  const interrupt = () => {
    output.write('\n');
    hand('interrupted');
  };
  const end = () => {
    output.write('\n');
    hand('ended');
  };
  lines.on('line', (line) => hand({ line }));
  lines.on('close', end);
  let asked = '';
  const ignoreInterrupts = signals.onInterrupt(interrupt);
  // After Ctrl-Z other lines stand below the question.
  const ignoreContinue = signals.onContinue(() => output.write(asked));
  return {
    read: (prompt) =>
      new Promise((resolve) => {
        asked = prompt;
        const typed = waiting.shift();
        if (typed === undefined) take = resolve;
        else resolve(typed);
      }),
    close: () => {
      ignoreInterrupts();
      ignoreContinue();
      lines.off('close', end);
      lines.close();
    },
  };
}
