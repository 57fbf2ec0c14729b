import type { Position } from '../role-files/diagnostics.ts';
import type { TextEncoding } from '../role-files/decode.ts';
import type { Failure } from '../errors.ts';
import type { IgnoredColumn, RewordedColumn } from './csv-columns.ts';
import type { Sheet } from './csv-row.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** How many sheets stand in one file: a table with a header, or one JSON document a line. */
export type SheetFormat = 'csv' | 'ndjson';

/** What reading a file of sheets comes upon, in its order: how it is read, and some rows at a time. */
export type SheetEvent<Row = ReadSheet> =
  | { readonly kind: 'note'; readonly note: SheetNote }
  | { readonly kind: 'format'; readonly format: SheetFormat; readonly ignored: readonly IgnoredColumn[] }
  | { readonly kind: 'encoding'; readonly encoding: TextEncoding }
  | { readonly kind: 'rows'; readonly rows: readonly (Row | BadRow)[] };

/** What people should know of how their file was read. Names are cleaned. */
export type SheetNote =
  /** Items are missing, and these columns seem to be them in other words; told before anything else. */
  | { readonly kind: 'reworded'; readonly columns: readonly RewordedColumn[] }
  /** It was read from this file in an archive. */
  | { readonly kind: 'entry'; readonly name: string }
  /** It was read from this sheet of a workbook with several; others have such a header, too. */
  | { readonly kind: 'sheet'; readonly name: string; readonly others: readonly string[] }
  /** The header stands in this line, below something else. */
  | { readonly kind: 'title-rows'; readonly line: number }
  /** People are told apart by this column, which nobody named. */
  | { readonly kind: 'person'; readonly column: string }
  /** What tells people apart stands more than once. */
  | { readonly kind: 'repeated'; readonly names: readonly string[]; readonly count: number }
  /** So many characters could not be read, the first of them in this line. */
  | { readonly kind: 'lost'; readonly count: number; readonly line: number };

/** A sheet, and the line where it begins, from 1. */
export interface ReadSheet extends Sheet {
  readonly line: number;
}

/** A row that cannot be read, and why. */
export interface BadRow extends Position {
  readonly failure: Extract<Failure, { readonly code: 'answer-sheet' | 'answer-code' }>;
}

/** A row that cannot be read for what is wrong with a sheet. */
export function badRow(problem: SheetProblem & { readonly file: string }): BadRow {
  return { line: problem.line, column: problem.column, failure: { code: 'answer-sheet', ...problem } };
}
