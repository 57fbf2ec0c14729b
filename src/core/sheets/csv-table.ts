import type { Position } from '../role-files/diagnostics.ts';
import type { BankCatalogue } from './check-answers.ts';
import { countBreaks } from './count-breaks.ts';
import { createColumnReader } from './csv-columns.ts';
import type { ChosenColumns } from './csv-columns.ts';
import { parseRows } from './csv-records.ts';
import { findSeparator } from './find-separator.ts';
import { longestRow } from './limits.ts';
import type { BatchEvent, BatchSummary, TableSource } from './row-batch.ts';
import { badRow } from './sheet-events.ts';
import type { BadRow, ReadSheet } from './sheet-events.ts';
import { splitRows } from './split-rows.ts';
import { createTableReader } from './table-reader.ts';
import type { TableRow } from './table-reader.ts';

export interface CsvRow extends TableRow {
  /** As it stands in the text. */
  readonly raw: string;
}

/**
 * The rows of a table with a header, as its text comes in: some are read to find the header, all others come as batches.
 * @throws BackofficeError `answer-sheet` when no column holds answers, or the header is not to be read.
 */
export async function* splitTable(
  catalogue: BankCatalogue,
  whole: AsyncIterable<string>,
  file: string,
  chosen: ChosenColumns,
): AsyncGenerator<BatchEvent<ReadSheet>> {
  const columns = createColumnReader(catalogue, chosen);
  const { separator, text } = await findSeparator(whole, columns);
  const reader = createTableReader<CsvRow>({ file, columns, chosen, placeOf: createPlaceFinder(separator) });
  let source: TableSource | undefined;
  let line = 1;
  let isBroken = false;
  for await (const piece of splitRows(text, separator)) {
    const known = source === undefined ? reader.known() : undefined;
    if (known !== undefined) source = { kind: 'table', file, separator, chosen, ...known };
    if (source !== undefined && piece.kind === 'rows') {
      const tell = (summary: BatchSummary) => {
        reader.tell(summary);
        isBroken ||= summary.isBroken;
      };
      yield { kind: 'batch', batch: { source, text: piece.text, line }, tell };
    } else {
      const found = piece.kind === 'rows' ? readCsvRows(piece.text, line, separator, file) : undefined;
      isBroken ||= found?.isBroken === true;
      const rows = found?.rows ?? [
        badRow({
          file,
          line,
          column: 1,
          problem: piece.kind === 'too-long' ? piece.kind : 'quote-not-closed',
          ...(piece.kind === 'too-long' ? { expected: longestRow } : {}),
        }),
      ];
      yield* reader.take(rows);
    }
    line += countBreaks(piece.text);
    if (isBroken) break;
  }
  yield { kind: 'wait' };
  yield* reader.end();
}

/** The rows of a text that begins in a line, and whether a quotation mark in it is not closed; that is the last row then. */
export function readCsvRows(
  text: string,
  line: number,
  separator: string,
  file: string,
): { readonly rows: readonly (CsvRow | BadRow)[]; readonly isBroken: boolean } {
  const { records, isBroken } = parseRows(text, separator);
  const rows: (CsvRow | BadRow)[] = [];
  let place = line;
  // Of the break behind a row, the raw text has only the first character.
  for (const { record, raw } of records) {
    const [empty = ''] = /^[\r\n]*/.exec(raw) ?? [];
    rows.push({ cells: record, line: place + countBreaks(empty), raw: raw.slice(empty.length) });
    place += countBreaks(raw);
  }
  if (isBroken) rows.push(badRow({ file, line: place, column: 1, problem: 'quote-not-closed' }));
  return { rows, isBroken };
}

/** What finds the cells of a row in its text. */
export function createPlaceFinder(separator: string): (row: CsvRow, cell: number) => Position {
  return ({ raw, line }, cell) => findPlace(raw, line, cell, separator);
}

function findPlace(raw: string, start: number, cell: number, separator: string): Position {
  const before = raw.slice(0, findCell(raw, cell, separator));
  const breaks = countBreaks(before);
  return { line: start + breaks, column: before.length - (breaks === 0 ? 0 : Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1) + 1 };
}

/** Where a cell begins in a row, quotation marks included. */
function findCell(raw: string, cell: number, separator: string): number {
  let cells = 0;
  let start = 0;
  let isQuoted = false;
  for (let offset = 0; offset < raw.length; offset += 1) {
    if (cells === cell) return offset;
    // Within a cell that begins otherwise, one is a character like any.
    if (raw[offset] === '"' && raw[start] === '"') isQuoted = !isQuoted;
    else if (raw[offset] === separator && !isQuoted) {
      cells += 1;
      start = offset + 1;
    }
  }
  return raw.length;
}
