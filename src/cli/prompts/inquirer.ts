import { createPrompt, isDownKey, isEnterKey, isUpKey, useKeypress, useState } from '@inquirer/core';
import { createPromptModule } from 'inquirer';
import { holdInput } from './held-input.ts';
import type { HeldInput } from './held-input.ts';
import type { ChoiceQuestion, NumberedAnswer, NumberedQuestion, Prompter, SeveralQuestion } from './prompter.ts';

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
  const prompt = createPromptModule(streams);
  let held: HeldInput | undefined;
  // A terminal is held from the first question to the last; streams of a test are read as they are.
  const hold = <Answer>(ask: (input: PromptStreams) => Promise<Answer>): Promise<Answer | undefined> => {
    if (terminal === undefined) return orLeave(() => ask(streams));
    const input = (held ??= holdInput(terminal));
    return orLeave(() => input.during(() => ask({ ...streams, input: input.stream })));
  };
  return {
    choose: ({ question, findChoices, palette, messages }: ChoiceQuestion) => {
      const nothing = { value: '', name: messages.labels.noChoice, disabled: ' ' };
      return orLeave(async () => {
        const answers = await prompt<{ choice: string }>([
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
              prefix: { idle: palette.heading('?'), done: palette.good('>') },
              icon: { cursor: '>' },
              style: {
                message: palette.strong,
                answer: palette.code,
                highlight: palette.code,
                searchTerm: palette.code,
                disabled: palette.muted,
                keysHelpTip: () => palette.muted(messages.labels.chooseHelp),
              },
            },
          },
        ]);
        return answers.choice;
      });
    },
    // Erased when it is answered: the next question stands in its place.
    ask: (question: NumberedQuestion) => hold((input) => askNumbered(question, { ...input, clearPromptOnDone: true })),
    pickSeveral: ({ question, choices, initial, help, palette }: SeveralQuestion) =>
      hold(async (input) => {
        const answers = await createPromptModule(input)<{ picked: string[] }>([
          {
            type: 'checkbox',
            name: 'picked',
            message: question,
            pageSize: 12,
            choices: choices.map(({ value, label }) => ({ value, name: label, checked: initial.includes(value) })),
            theme: {
              prefix: { idle: palette.heading('?'), done: palette.good('>') },
              icon: { cursor: '>', checked: '[x]', unchecked: '[ ]' },
              style: { message: palette.strong, answer: palette.code, highlight: palette.code, keysHelpTip: () => palette.muted(help) },
            },
          },
        ]);
        return answers.picked;
      }),
    release: () => {
      held?.release();
      held = undefined;
    },
  };
}

const askNumbered = createPrompt<NumberedAnswer, NumberedQuestion>(({ heading, answers, initial, help, keys, palette }, done) => {
  const [marked, mark] = useState(initial);
  useKeypress((key, readline) => {
    // What was typed must not pile up in the line.
    readline.clearLine(0);
    if (key.ctrl) return;
    const typed = key.name;
    const number = Number(typed);
    if (isEnterKey(key)) done(marked);
    else if (isUpKey(key)) mark(Math.max(1, marked - 1));
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

/** An answer, or undefined when the person left with Ctrl-C. */
async function orLeave<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
}
