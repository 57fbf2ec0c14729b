import { createPromptModule } from 'inquirer';
import type { ChoiceQuestion, Prompter } from './prompter.ts';

/** Streams of a terminal, other than the standard ones in tests. */
export interface PromptStreams {
  readonly input?: NodeJS.ReadableStream;
  readonly output?: NodeJS.WritableStream;
}

/** A prompter that draws its questions with inquirer. */
export function createInquirerPrompter(streams: PromptStreams = {}): Prompter {
  const prompt = createPromptModule(streams);
  return {
    choose: async ({ question, findChoices, palette, messages }: ChoiceQuestion) => {
      const nothing = { value: '', name: messages.labels.noChoice, disabled: ' ' };
      try {
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
      } catch (error) {
        if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
        throw error;
      }
    },
  };
}
