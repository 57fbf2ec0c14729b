import type { ConditionProblem } from './figures/condition-problem.ts';
import type { Diagnostic } from './role-files/diagnostics.ts';
import type { SheetProblem } from './sheets/sheet-problem.ts';
import type { CodeProblem } from './fit/answer-code-problem.ts';
import type { LocalizedText } from './catalogue/model.ts';

/** What each expected failure carries. The words are made where they are shown. */
export interface ErrorDetails {
  'unknown-role': { name: string; nearest: readonly NameSuggestion[]; commands: readonly string[] };
  'ambiguous-role': { name: string; candidates: readonly NameSuggestion[] };
  'unknown-guide-topic': { name: string; nearest: readonly NameSuggestion[]; all: readonly NameSuggestion[] };
  /** `search` found nothing. */
  'not-found': { query: string; nearest: readonly string[] };
  /** `unknown` may fit: they have no figure for what was asked. */
  'nothing-found': { words: readonly string[]; unknown?: readonly NameSuggestion[] };
  'bad-data': { diagnostics: readonly Diagnostic[] };
  'data-folder': { path: string; reason: FileProblem };
  /** A person has no role files of their own. */
  'nothing-to-check': object;
  'output-file': { path: string; reason: FileProblem };
  /** A folder that pages are to be written into. */
  'output-folder': { path: string; reason: FileProblem };
  /** A page that would have to be overwritten. */
  'pages-exist': { path: string };
  /** A file that would have to be overwritten. */
  'file-exists': { path: string };
  /** There is no home, so that a person has no folder of their own. */
  'no-user-folder': object;
  'catalogue-missing': { path: string };
  /** An answer code cannot be read. */
  'answer-code': CodeProblem;
  /** An answer sheet cannot be read. */
  'answer-sheet': SheetProblem & { file: string };
  /** A file of the person's cannot be read. */
  'input-file': { path: string; reason: FileProblem };
  /** There is nothing to go on with. */
  'no-session': { id?: string };
  /** A fit test without a single answer. */
  'nothing-answered': object;
  /** More people than a workbook is made of. */
  'workbook-full': { readonly most: number };
  usage: UsageProblem;
}

export type ErrorCode = keyof ErrorDetails;

/** A name to offer instead: what to type, and what it is called. */
export interface NameSuggestion {
  readonly id: string;
  readonly name: LocalizedText;
}

/** A value of a closed list, and what it is called. */
export interface AllowedValue {
  readonly id: string;
  readonly label?: string;
}

/** Why a file or folder could not be used. */
export type FileProblem =
  | 'not-found'
  | 'not-a-folder'
  | 'is-a-folder'
  | 'not-a-file'
  | 'no-permission'
  | 'no-role-files'
  | 'too-many-files'
  | 'disk-full'
  | 'too-large'
  | 'read-only'
  | 'link-loop'
  | 'dead-link'
  | 'changed'
  | 'other';

/** What is wrong with a command line. */
export type UsageProblem =
  | { problem: 'unknown-command'; name: string; nearest: readonly string[] }
  | { problem: 'unknown-option'; name: string; nearest: readonly string[]; command: string; owner?: string }
  | { problem: 'missing-argument'; name: string; allowed?: readonly AllowedValue[]; command?: string }
  | { problem: 'missing-value'; name: string }
  | { problem: 'excess-arguments'; names: readonly string[]; command: string }
  | { problem: 'invalid-value'; option: string; value: string; allowed: readonly AllowedValue[]; nearest: readonly string[] }
  | ({ problem: 'bad-condition'; condition: string; example: string } & ConditionProblem)
  | { problem: 'format-not-available'; format: string; command: string; allowed: readonly string[] }
  | { problem: 'unknown-ending'; ending: string; command: string; allowed: readonly string[] }
  | { problem: 'needs-terminal' }
  | { problem: 'needs-yes'; command: string }
  | { problem: 'input-is-terminal'; command: string }
  | { problem: 'output-is-input'; path: string }
  | { problem: 'file-on-terminal'; format: string; command: string }
  | { problem: 'conflicting-options'; names: readonly string[] }
  | { problem: 'not-a-number'; option: string; value: string; minimum: number; maximum: number }
  | { problem: 'too-few-roles'; given: number }
  | { problem: 'too-many-roles'; given: number; limit: number }
  | { problem: 'same-role-twice'; name: string }
  | { problem: 'invalid-id'; name: string; nearest: readonly string[] }
  | { problem: 'id-taken'; id: string; by: NameSuggestion }
  | { problem: 'role-file-name'; path: string; expected: string };

/** A code with what it carries. */
export type Failure = { readonly [Code in ErrorCode]: { readonly code: Code } & ErrorDetails[Code] }[ErrorCode];

/** An expected failure. Everything else that is thrown is a bug. */
export class BackofficeError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'BackofficeError';
    this.failure = failure;
  }
}

/** The reason behind a Node.js file system error, or undefined when it is no such error. */
export function fileProblemOf(error: unknown): FileProblem | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const known: Readonly<Record<string, FileProblem>> = {
    ENOENT: 'not-found',
    // A name with a NUL in it, which Node hands to no system.
    ERR_INVALID_ARG_VALUE: 'not-found',
    ENOTDIR: 'not-a-folder',
    EISDIR: 'is-a-folder',
    EACCES: 'no-permission',
    EPERM: 'no-permission',
    EROFS: 'read-only',
    ENOSPC: 'disk-full',
    EDQUOT: 'disk-full',
    EFBIG: 'too-large',
    ELOOP: 'link-loop',
  };
  return known[error.code] ?? ('syscall' in error ? 'other' : undefined);
}

/** An error of the file system as the failure that commands tell of; whatever else it is, as it was. */
export function toFileFailure(error: unknown, code: 'data-folder' | 'input-file' | 'output-file' | 'output-folder', path: string): unknown {
  const reason = fileProblemOf(error);
  return reason === undefined ? error : new BackofficeError({ code, path, reason });
}
