import type { FitTest } from './score.ts';

/** A fit test that a person began. */
export interface SavedTest {
  readonly id: string;
  readonly test: FitTest;
  readonly bankVersion: number;
  /** Answers 1–5 by id of the item. */
  readonly answers: Readonly<Record<string, number>>;
  /** Ids of the items that were skipped. */
  readonly skipped: readonly string[];
  /** Ids of what to avoid. */
  readonly avoid: readonly string[];
  readonly startedAt: string;
  readonly updatedAt: string;
  /** Every item was answered or skipped, and the result shown. */
  readonly done: boolean;
}
