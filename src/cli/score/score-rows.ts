import type { Catalogue } from '../../core/catalogue/model.ts';
import type { BatchEvent } from '../../core/sheets/row-batch.ts';
import { isScored } from '../../core/sheets/score-sheets.ts';
import type { ScoredSheet } from '../../core/sheets/score-sheets.ts';
import type { BadRow, ReadSheet, SheetEvent, SheetFormat } from '../../core/sheets/sheet-events.ts';
import type { Gatherer } from './gather.ts';
import { createBatchScorer } from './score-batch.ts';
import type { BatchScorer, ScoredRows } from './score-batch.ts';
import { writeHead } from './write-sheets.ts';

/** What scoring a file comes upon, in its order. */
export type ScoreEvent = Exclude<SheetEvent<never>, { readonly kind: 'rows' }> | { readonly kind: 'scored'; readonly found: ScoredRows };

interface Wanted {
  /** The format asked for; without one, the answer has the format of the input. */
  readonly format: SheetFormat | undefined;
  /** Nothing behind the first bad row is looked at. */
  readonly isStrict: boolean;
}

/** Scores rows to text as they come. */
export async function* scoreRows(
  catalogue: Catalogue,
  { format: wanted, isStrict }: Wanted,
  events: AsyncIterable<BatchEvent<ReadSheet>>,
): AsyncGenerator<ScoreEvent> {
  let scorer: BatchScorer | undefined;
  let putHead = (found: ScoredRows) => found;
  for await (const event of events) {
    if (event.kind === 'wait') continue;
    if (event.kind === 'rows') {
      if (scorer !== undefined) yield { kind: 'scored', found: putHead(scorer.scoreRows(event.rows)) };
    } else if (event.kind === 'batch') {
      if (scorer === undefined) continue;
      const { summary, ...found } = scorer.scoreBatch(event.batch);
      event.tell(summary);
      yield { kind: 'scored', found: putHead(found) };
    } else {
      yield event;
      if (event.kind !== 'format') continue;
      const format = wanted ?? event.format;
      [scorer, putHead] = [createBatchScorer(catalogue, { format, isStrict }), createHeadPutter(writeHead(format, catalogue))];
    }
  }
}

/** Hands scored sheets to what gathers them. */
export async function* gatherRows(gather: Gatherer['gather'], isStrict: boolean, events: AsyncIterable<SheetEvent<ScoredSheet>>): AsyncGenerator<ScoreEvent> {
  for await (const event of events) {
    if (event.kind !== 'rows') {
      yield event;
      continue;
    }
    const firstBad = isStrict ? event.rows.findIndex((row) => !isScored(row)) : -1;
    const taken = firstBad < 0 ? event.rows : event.rows.slice(0, firstBad + 1);
    const scored = taken.filter(isScored);
    const bad = taken.filter((row): row is BadRow => !isScored(row));
    gather(scored);
    yield { kind: 'scored', found: { text: new Uint8Array(), scored: scored.length, bad } };
  }
}

/** Puts the head before the first rows: nothing goes out of a table with nobody in it. */
function createHeadPutter(head: string): (found: ScoredRows) => ScoredRows {
  let isPut = head === '';
  return (found) => {
    if (isPut || found.scored + found.bad.length === 0) return found;
    isPut = true;
    return { ...found, text: Buffer.concat([Buffer.from(head), found.text]) };
  };
}
