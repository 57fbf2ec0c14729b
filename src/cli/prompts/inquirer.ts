import { createPrompt, isDownKey, isEnterKey, isSpaceKey, isUpKey, useKeypress, useState } from '@inquirer/core';
import { createPromptModule } from 'inquirer';
import type { Palette } from '../../render/terminal/palette.ts';
import { holdInput } from './held-input.ts';
import type { HeldInput } from './held-input.ts';
import type { ChoiceQuestion, NumberedAnswer, NumberedQuestion, Prompter, SeveralAnswer, SeveralQuestion, TextQuestion } from './prompter.ts';

interface PromptStreams {
  readonly input?: NodeJS.ReadableStream;
  readonly output?: NodeJS.WritableStream;
}

/** Where questions are asked: the terminal of the process, or streams of a test. */
interface PromptPlace extends PromptStreams {
  readonly terminal?: NodeJS.ReadStream;
}

/** A prompter that draws its questions with inquirer. */
export function createInquirerPrompter({ terminal, ...streams }: PromptPlace): Prompter {
  let held: HeldInput | undefined;
  // A terminal is held from the first question to the last; streams of a test are read as they are.
  const hold = <Answer>(ask: (input: PromptStreams, begin: () => void) => Promise<Answer>, typed: 'keys' | 'text'): Promise<Answer | undefined> => {
    if (terminal === undefined) return orLeave(() => ask(streams, () => undefined));
    const input = (held ??= holdInput(terminal));
    return orLeave(() => input.during((begin) => ask({ ...streams, input: input.stream }, begin), typed));
  };
  // Drawn at once.
  const holdKeys = <Answer>(ask: (input: PromptStreams) => Promise<Answer>) =>
    hold((input, begin) => {
      const answer = ask(input);
      begin();
      return answer;
    }, 'keys');
  return {
    choose: (question: ChoiceQuestion) => hold((input, begin) => askChoice(question, input, begin), 'text'),
    enterText: (question: TextQuestion) => hold((input, begin) => askText(question, input, begin), 'text'),
    // Erased when it is answered: the next question stands in its place.
    ask: (question: NumberedQuestion) => holdKeys((input) => askNumbered(question, { ...input, clearPromptOnDone: true })),
    pickSeveral: (question: SeveralQuestion) => holdKeys((input) => askSeveral(question, { ...input, clearPromptOnDone: question.summarize === undefined })),
    release: () => {
      held?.release();
      held = undefined;
    },
  };
}

async function askChoice({ question, findChoices, palette, messages }: ChoiceQuestion, streams: PromptStreams, begin: () => void): Promise<string> {
  const nothing = { value: '', name: messages.role.noChoice, disabled: ' ' };
  const { choice } = await createPromptModule(streams)<{ choice: string }>([
    {
      type: 'search',
      name: 'choice',
      message: question,
      pageSize: 12,
      source: (typed: string | undefined) => {
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
          keysHelpTip: () => palette.muted(messages.role.chooseHelp),
        },
      },
    },
  ]);
  return choice;
}

async function askText({ question, findFault, palette }: TextQuestion, streams: PromptStreams, begin: () => void): Promise<string> {
  const { text } = await createPromptModule(streams)<{ text: string }>([
    {
      type: 'input',
      name: 'text',
      message: question,
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

const askNumbered = createPrompt<NumberedAnswer, NumberedQuestion>(({ heading, answers, initial, help, keys, palette }, done) => {
  const [marked, mark] = useState(initial);
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
  const lines = answers.map((answer, index) => {
    const line = `${index + 1} ${answer}`;
    return index + 1 === marked ? palette.code(`  > ${line}`) : `    ${line}`;
  });
  return [...heading, '', ...lines, '', ...help].join('\n');
});

const askSeveral = createPrompt<SeveralAnswer, SeveralQuestion>(({ heading, choices, initial, help, keys, summarize, palette }, done) => {
  const [isDone, end] = useState(false);
  const [marked, mark] = useState(0);
  const [picked, pick] = useState<readonly string[]>(initial);
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
  const lines = choices.map(({ value, label }, index) => {
    const line = `${String((index + 1) % 10)} [${picked.includes(value) ? 'x' : ' '}] ${label}`;
    return index === marked ? palette.code(`> ${line}`) : `  ${line}`;
  });
  return isDone && summarize !== undefined ? summarize(values) : [...heading, '', ...lines, '', ...help].join('\n');
});

/** An answer, or undefined when the person left with Ctrl-C. */
async function orLeave<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
}
