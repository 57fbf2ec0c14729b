import type { Text } from '../text.ts';
import type { Severity } from '../../core/role-files/diagnostics.ts';

/** How many problems some files have. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Checking role files, and what is left out of a person's own folder. */
export interface CheckMessages {
  readonly title: string;
  /** What was left out of a person's own folder of roles. */
  readonly filesLeftOut: (count: number, folder: string) => Text;
  readonly folderLeftOut: (folder: string, reason: string) => string;
  readonly moreProblems: (count: number) => string;
  readonly severities: Readonly<Record<Severity, string>>;
  /** How many problems of each kind some files have. */
  readonly checked: (files: number, counts: ProblemCounts) => string;
}
