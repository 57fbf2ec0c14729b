import type { Catalogue } from '../../core/catalogue/model.ts';
import { createFiller, createSheetFiller } from '../../core/sheets/fill-sheets.ts';
import type { SheetFiller } from '../../core/sheets/fill-sheets.ts';
import type { BatchSource, BatchSummary, RowBatch } from '../../core/sheets/row-batch.ts';
import type { BadRow, ReadSheet, SheetFormat } from '../../core/sheets/sheet-events.ts';
import { TextBuffer } from './text-buffer.ts';
import { createSheetWriter } from './write-sheets.ts';

/** What came of some rows. */
export interface ScoredRows {
  /** The results of those that could be read, in their order, as UTF-8. */
  readonly text: Uint8Array;
  readonly scored: number;
  readonly bad: readonly BadRow[];
}

/** What came of a batch. */
interface ScoredBatch extends ScoredRows {
  readonly summary: BatchSummary;
}

/** How rows are to be scored. Plain data, to be handed to other threads. */
export interface Scoring {
  readonly format: SheetFormat;
  /** Nothing behind the first bad row is looked at. */
  readonly isStrict: boolean;
}

/** Scores rows: of a batch, or as they were read elsewhere. */
export interface BatchScorer {
  readonly scoreBatch: (batch: RowBatch) => ScoredBatch;
  readonly scoreRows: (rows: readonly (ReadSheet | BadRow)[]) => ScoredRows;
}

/** What makes results of rows. All that is known of the whole file is in the batch, so several can be at work at once. */
export function createBatchScorer(catalogue: Catalogue, { format, isStrict }: Scoring): BatchScorer {
  const out = new TextBuffer();
  const write = createSheetWriter(catalogue, format, out);
  let scored = 0;
  let bad: BadRow[] = [];
  const taker = {
    take: (sheet: Parameters<typeof write>[0]) => {
      write(sheet);
      scored += 1;
    },
    refuse: (row: BadRow) => {
      bad.push(row);
      return !isStrict;
    },
  };
  const fill = createFiller(catalogue, taker);
  let known: { readonly source: BatchSource; readonly read: SheetFiller } | undefined;
  const finish = (): ScoredRows => {
    const found = { text: out.take(), scored, bad };
    [scored, bad] = [0, []];
    return found;
  };
  return {
    scoreBatch: (batch) => {
      if (known?.source !== batch.source) known = { source: batch.source, read: createSheetFiller(catalogue, batch.source, taker) };
      const summary = known.read(batch);
      return { ...finish(), summary };
    },
    scoreRows: (rows) => {
      rows.every(fill);
      return finish();
    },
  };
}
