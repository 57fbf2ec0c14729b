import { createPrompt, isDownKey, isEnterKey, isSpaceKey, isUpKey, useEffect, useKeypress, useState } from '@inquirer/core';
import { createPromptModule } from 'inquirer';
import type { Palette } from '../../render/terminal/palette.ts';
import { holdInput } from './held-input.ts';
import type { HeldInput, HeldPlace, Typed } from './held-input.ts';
import type { ChoiceQuestion, NumberedAnswer, NumberedQuestion, Prompter, QuestionLayout, SeveralAnswer, SeveralQuestion, TextQuestion } from './prompter.ts';

interface PromptStreams {
  readonly input?: NodeJS.ReadableStream;
  readonly output?: NodeJS.WritableStream;
}

/** Where questions are asked: a terminal, held from the first question to the last, or streams of a test, read as they are. */
type PromptPlace = HeldPlace | (PromptStreams & { readonly terminal?: undefined });

/** What a question of our own has besides: it is told when the screen was cleared. */
interface Drawing {
  readonly onCleared: HeldInput['onCleared'];
}

/** A prompter that draws its questions with inquirer. */
export function createInquirerPrompter(place: PromptPlace): Prompter {
  const { input, output } = { input: undefined, ...place };
  const streams: PromptStreams = { ...(input === undefined ? {} : { input }), ...(output === undefined ? {} : { output }) };
  let held: HeldInput | undefined;
  const hold = <Answer>(ask: (streams: PromptStreams, begin: () => void, drawing: Drawing) => Promise<Answer>, typed: Typed): Promise<Answer | undefined> => {
    if (place.terminal === undefined) return orLeave(() => ask(streams, () => undefined, { onCleared: () => () => undefined }));
    const terminal = (held ??= holdInput(place));
    return orLeave(() => terminal.during((begin) => ask({ ...streams, input: terminal.stream }, begin, terminal), typed));
  };
  // Drawn at once.
  const holdKeys = <Answer>(ask: (streams: PromptStreams, drawing: Drawing) => Promise<Answer>) =>
    hold((at, begin, { onCleared }) => {
      const answer = ask(at, { onCleared });
      begin();
      return answer;
    }, 'keys');
  return {
    choose: (question: ChoiceQuestion) => {
      const line = createLine();
      return hold((at, begin) => askChoice(question, at, begin, line.note), line);
    },
    enterText: (question: TextQuestion) => {
      const line = createLine();
      return hold((at, begin) => askText(question, at, begin, line.note), line);
    },
    // Erased when it is answered: the next question stands in its place.
    ask: ({ above, ...question }: NumberedQuestion) =>
      holdKeys((at, { onCleared }) => {
        const writeAbove = () => place.output?.write((above?.() ?? []).map((line) => `${line}\n`).join(''));
        writeAbove();
        return askNumbered(
          {
            ...question,
            onCleared: (draw) =>
              onCleared(() => {
                writeAbove();
                draw();
              }),
          },
          { ...at, clearPromptOnDone: true },
        );
      }),
    pickSeveral: (question: SeveralQuestion) =>
      holdKeys((at, drawing) => askSeveral({ ...question, ...drawing }, { ...at, clearPromptOnDone: question.summarize === undefined })),
    release: () => {
      held?.release();
      held = undefined;
    },
  };
}

/** What stands in the line of a question, as far as the question has told. */
function createLine() {
  let now = '';
  return {
    text: () => now,
    note: (text: string) => {
      now = text;
    },
  };
}

type Note = (text: string) => void;

async function askChoice({ question, findChoices, palette, messages }: ChoiceQuestion, streams: PromptStreams, begin: () => void, note: Note): Promise<string> {
  const nothing = { value: '', name: messages.role.noChoice, disabled: ' ' };
  const { choice } = await createPromptModule(streams)<{ choice: string }>([
    {
      type: 'search',
      name: 'choice',
      message: question,
      pageSize: 12,
      source: (typed: string | undefined) => {
        note(typed ?? '');
        const found = findChoices(typed ?? '').map(({ value, label }) => ({ value, name: label }));
        return found.length > 0 ? found : [nothing];
      },
      theme: {
        prefix: prefixOf(palette),
        icon: { cursor: '>' },
        style: {
          message: drawn(palette, begin),
          answer: palette.code,
          highlight: palette.code,
          searchTerm: palette.code,
          disabled: palette.muted,
          keysHelpTip: () => palette.muted(messages.role.chooseHelp.keys),
        },
      },
    },
  ]);
  return choice;
}

async function askText({ question, findFault, palette }: TextQuestion, streams: PromptStreams, begin: () => void, note: Note): Promise<string> {
  const { text } = await createPromptModule(streams)<{ text: string }>([
    {
      type: 'input',
      name: 'text',
      message: question,
      transformer: (typed: string) => {
        note(typed);
        return typed;
      },
      validate: (typed: string) => findFault(typed) ?? true,
      theme: {
        prefix: prefixOf(palette),
        style: { message: drawn(palette, begin), answer: palette.code, error: (fault: string) => palette.error(`! ${fault}`) },
      },
    },
  ]);
  return text;
}

/** The style of a question, which tells when it is drawn: inquirer drops what was typed before. */
function drawn({ strong }: Palette, begin: () => void): (question: string) => string {
  return (question) => {
    begin();
    return strong(question);
  };
}

function prefixOf(palette: Palette) {
  return { idle: palette.heading('?'), done: palette.good('>') };
}

/** Draws a question anew when the screen was cleared. */
function useCleared({ onCleared }: Drawing): void {
  const [, draw] = useState({});
  useEffect(() => onCleared(() => draw({})), []);
}

const askNumbered = createPrompt<NumberedAnswer, NumberedQuestion & Drawing>(({ heading, answers, initial, help, keys, layout, onCleared }, done) => {
  const [marked, mark] = useState(initial);
  useCleared({ onCleared });
  useKeypress((key, readline) => {
    // What was typed must not pile up in the line.
    readline.clearLine(0);
    if (key.ctrl) return;
    const typed = key.name;
    const number = Number(typed);
    if (isEnterKey(key)) {
      if (marked > 0) done(marked);
    } else if (isUpKey(key)) mark(Math.max(1, marked - 1));
    else if (isDownKey(key)) mark(Math.min(answers.length, marked + 1));
    else if (number >= 1 && number <= answers.length) done(number);
    else if (Object.hasOwn(keys, typed)) done(keys[typed] ?? 'skip');
  });
  const lines = answers.flatMap((answer, index) => drawAnswer(`  ${index + 1 === marked ? '>' : ' '} ${index + 1} `, answer, index + 1 === marked, layout));
  return [...heading(), '', ...lines, '', ...layout.wrap(help.keys).map(layout.palette.muted)].join('\n');
});

const askSeveral = createPrompt<SeveralAnswer, SeveralQuestion & Drawing>(({ heading, choices, initial, help, keys, summarize, layout, onCleared }, done) => {
  const [isDone, end] = useState(false);
  const [marked, mark] = useState(0);
  const [picked, pick] = useState<readonly string[]>(initial);
  useCleared({ onCleared });
  const toggle = (place: number) => {
    const value = choices[place]?.value;
    if (value === undefined) return;
    mark(place);
    pick(picked.includes(value) ? picked.filter((other) => other !== value) : [...picked, value]);
  };
  const values = choices.map(({ value }) => value).filter((value) => picked.includes(value));
  useKeypress((key, readline) => {
    readline.clearLine(0);
    if (key.ctrl) return;
    if (isEnterKey(key)) {
      end(true);
      done(values);
    } else if (isUpKey(key)) mark(Math.max(0, marked - 1));
    else if (isDownKey(key)) mark(Math.min(choices.length - 1, marked + 1));
    else if (isSpaceKey(key)) toggle(marked);
    // The tenth is on the key 0, as on the keyboard.
    else if (/^\d$/.test(key.name)) toggle((Number(key.name) + 9) % 10);
    else if (Object.hasOwn(keys, key.name)) done(keys[key.name] ?? 'back');
  });
  const lines = choices.flatMap(({ value, label }, index) =>
    drawAnswer(`${index === marked ? '>' : ' '} ${(index + 1) % 10} [${picked.includes(value) ? 'x' : ' '}] `, label, index === marked, layout),
  );
  return isDone && summarize !== undefined
    ? summarize(values)
    : [...heading(), '', ...lines, '', ...layout.wrap(help.keys).map(layout.palette.muted)].join('\n');
});

/** An answer behind its mark; what does not fit hangs below its beginning. */
function drawAnswer(mark: string, text: string, isMarked: boolean, { wrap, palette }: QuestionLayout): string[] {
  const lines = wrap(text, mark.length).map((line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`);
  return isMarked ? lines.map(palette.code) : lines;
}

/** An answer, or undefined when the person left with Ctrl-C. */
async function orLeave<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
}
