import type { FitWarning } from '../../core/fit/score.ts';
import type { IgnoredColumn } from '../../core/sheets/csv-columns.ts';
import type { SheetNote } from '../../core/sheets/sheet-events.ts';
import type { SheetProblem } from '../../core/sheets/sheet-problem.ts';
import type { Explanation } from './explanation.ts';

/** How answers may be written: those of one person, or of many. */
export type SheetForm = 'digits' | 'sheets';

/** Answer sheets, one or many. */
export interface ScoreMessages {
  readonly columnsLeftOut: (columns: readonly IgnoredColumn[]) => string;
  /** How a file was read, a note in a line or, for what must not be passed over, in several. */
  readonly explainNote: (note: SheetNote) => string;
  readonly readAs: (encoding: string) => string;
  /** While sheets are scored: how many rows so far, and per cent of the file where that is known. */
  readonly scoring: (rows: number, share: number | undefined) => string;
  readonly scored: (sheets: number, leftOut: number) => string;
  /** The pages of a group. */
  readonly pages: {
    /** What somebody is called of whom no name is known. */
    readonly nameless: (place: number) => string;
    readonly making: (pages: number) => string;
    readonly written: (pages: number, folder: string) => string;
    /** Pages in the folder that are not of this run. */
    readonly others: (count: number) => string;
    readonly listTitle: string;
    readonly people: (count: number) => string;
    readonly forAdviser: string;
    readonly codes: string;
    readonly person: string;
    readonly warnings: Readonly<Record<FitWarning, string>>;
  };
  readonly forms: Readonly<Record<SheetForm, string>>;
  /** What is wrong with an answer sheet, without the place. */
  readonly explainSheet: (problem: SheetProblem) => Explanation;
}
