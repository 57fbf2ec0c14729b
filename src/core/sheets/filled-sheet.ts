import type { FitTest } from '../fit/score.ts';

/** A sheet as it is ranked: one object, written anew for each. */
export interface FilledSheet {
  readonly line: number;
  /** What tells the person apart; empty where nothing does. */
  readonly id: string;
  readonly test: FitTest;
  /** 1–5 for each item of the test, NaN where there is no answer. */
  readonly answers: Float64Array;
  readonly avoid: readonly string[];
}
