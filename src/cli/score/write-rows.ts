import type { ScoredSheet } from '../../core/sheets/score-sheets.ts';

/** Takes scored sheets, some at a time, and gives what is to be written of them at once. */
export interface RowWriter {
  readonly head: string;
  readonly write: (rows: readonly ScoredSheet[]) => string;
}
