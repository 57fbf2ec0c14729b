// A workbook as it is made, whatever writes it.

/** A line of a sheet to read. */
export interface WorkbookLine {
  readonly text: string;
  readonly isHeading?: boolean;
}

/** What can be chosen in the cells of a column, from a list that drops down. */
interface WorkbookChoices {
  /** A few numbers, or lines of a sheet to read, from 1. */
  readonly from: readonly number[] | { readonly sheet: string; readonly first: number; readonly last: number };
  /** Said beside a cell; up to 255 characters. */
  readonly hint: string;
  /** Said where something else was typed; without it, anything can be. */
  readonly refusal?: string;
}

/** A column to fill in. */
export interface WorkbookColumn {
  readonly header: string;
  /** In digits of the usual font. */
  readonly width: number;
  readonly choices?: WorkbookChoices;
}

/** A column of a table to read. */
export interface RecordColumn {
  readonly header: string;
  /** In digits of the usual font. */
  readonly width: number;
}

export type WorkbookSheet =
  | { readonly kind: 'text'; readonly name: string; readonly lines: readonly WorkbookLine[] }
  /** A head row, and below it as many rows as can be filled in. */
  | { readonly kind: 'table'; readonly name: string; readonly columns: readonly WorkbookColumn[]; readonly rows: number }
  /** A table to read: texts as texts, whatever they look like, and numbers as numbers. */
  | {
      readonly kind: 'records';
      readonly name: string;
      readonly columns: readonly RecordColumn[];
      /** Columns that stay in view. */
      readonly fixed: number;
      readonly rows: readonly (readonly RecordCell[])[];
    };

export type RecordCell = string | number | undefined;

export type Workbook = readonly WorkbookSheet[];
