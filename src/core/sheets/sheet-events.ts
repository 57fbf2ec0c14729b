import type { Position } from '../role-files/diagnostics.ts';
import type { TextEncoding } from '../role-files/decode.ts';
import type { Failure } from '../errors.ts';
import type { IgnoredColumn } from './csv-columns.ts';
import type { Sheet } from './csv-row.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** How many sheets stand in one file: a table with a header, or one JSON document a line. */
export type SheetFormat = 'csv' | 'ndjson';

/** What reading a file of sheets comes upon, in its order: how it is read, and some rows at a time. */
export type SheetEvent<Row = ReadSheet> =
  | { readonly kind: 'format'; readonly format: SheetFormat; readonly ignored: readonly IgnoredColumn[] }
  | { readonly kind: 'encoding'; readonly encoding: TextEncoding }
  | { readonly kind: 'rows'; readonly rows: readonly (Row | BadRow)[] };

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
