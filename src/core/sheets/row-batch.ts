import type { ChosenColumns } from './csv-columns.ts';
import type { SheetEvent } from './sheet-events.ts';

/** How the rows of a table are to be read: all that tells what its columns hold. Plain data, to be handed to other threads. */
export interface TableSource {
  readonly kind: 'table';
  /** The name by which problems call it. */
  readonly file: string;
  readonly separator: string;
  readonly header: readonly string[];
  /** The first rows. */
  readonly sample: readonly (readonly string[])[];
  readonly chosen: ChosenColumns;
  /** Names that stand more than once are told. */
  readonly tellsApart: boolean;
}

/** A JSON document a line. */
export interface LinesSource {
  readonly kind: 'lines';
  readonly file: string;
}

export type BatchSource = TableSource | LinesSource;

/** Rows that came in together, as whole rows of text that are not read yet: they can be read without what stands before and behind them. */
export interface RowBatch {
  /** The same object for all batches of a file. */
  readonly source: BatchSource;
  readonly text: string;
  /** The line where they begin, from 1. */
  readonly line: number;
}

/** What reading a batch tells of the whole. */
export interface BatchSummary {
  /** Rows with anything in them. */
  readonly rows: number;
  /** What tells people apart, in the order of the rows, where the source wants to know. */
  readonly names: readonly string[];
  /** A quotation mark is not closed, and nothing behind it can be read. */
  readonly isBroken: boolean;
}

/** What splitting a file into rows comes upon, in its order. */
export type BatchEvent<Row> =
  | SheetEvent<Row>
  /** To be read, and told of in its turn. */
  | { readonly kind: 'batch'; readonly batch: RowBatch; readonly tell: (summary: BatchSummary) => void }
  /** Nothing more may be asked for before all batches are told of. */
  | { readonly kind: 'wait' };
