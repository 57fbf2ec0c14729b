import type { ErrorCode } from '../../core/errors.ts';

/** The answer was given, and it is a bad one: exit code 1, and nothing more to say. */
export class Failed extends Error {}

/** The person left on purpose: what was answered is kept, and that is what was asked for. */
export class Left extends Error {}

/** The person left with Ctrl-C: nothing went wrong, and the exit code says so. */
export class Interrupted extends Error {}

/** What a shell or script is told of the end of a command: 0 done, 1 an expected failure, 2 a command line that means nothing, 130 interrupted. */
export const exitCodes = {
  done: 0,
  failed: 1,
  interrupted: 130,
  'unknown-role': 1,
  'ambiguous-role': 1,
  'unknown-guide-topic': 1,
  'not-found': 1,
  'nothing-found': 1,
  'bad-data': 1,
  'data-folder': 1,
  'nothing-to-check': 1,
  'output-file': 1,
  'output-folder': 1,
  'pages-exist': 1,
  'file-exists': 1,
  'no-user-folder': 1,
  'catalogue-missing': 1,
  'answer-code': 1,
  'answer-sheet': 1,
  'input-file': 1,
  'no-session': 1,
  'nothing-answered': 1,
  'workbook-full': 1,
  usage: 2,
} as const satisfies Record<ErrorCode | 'done' | 'failed' | 'interrupted', number>;
