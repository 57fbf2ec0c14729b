import type { FormDocument } from '../core/views/form.ts';
import type { FitSheet } from './fit-sheet.ts';
import type { Page } from './page.ts';
import type { Workbook } from './workbook.ts';

/** A table for files: what the columns are called, and a cell of each row for each. */
export interface Records {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a command answers: plain data, the page made from it, and records if it is a table. */
export interface Output {
  readonly document: object;
  readonly page: () => Page;
  /** The page to hand over, where it says more than the one for the screen. */
  readonly report?: () => Page;
  /** What is handed over in place of the page, on paper set for it. */
  readonly sheet?: () => FitSheet;
  readonly records?: () => Records;
  /** A questionnaire, for the formats that it is filled in with. */
  readonly form?: { readonly document: FormDocument; readonly workbook: () => Workbook };
}
