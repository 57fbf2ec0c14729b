import type { Position } from '../role-files/diagnostics.ts';
import type { BankCatalogue } from './check-answers.ts';
import { createColumnReader } from './csv-columns.ts';
import type { ChosenColumns } from './csv-columns.ts';
import { parseRows } from './csv-records.ts';
import { findSeparator } from './find-separator.ts';
import { longestRow } from './limits.ts';
import { badRow } from './sheet-events.ts';
import type { BadRow, SheetEvent } from './sheet-events.ts';
import { splitRows } from './split-rows.ts';
import { createTableReader } from './table-reader.ts';
import type { TableRow } from './table-reader.ts';

interface CsvRow extends TableRow {
  /** As it stands in the text. */
  readonly raw: string;
}

/**
 * The sheets of a table with a header, as its text comes in.
 * @throws BackofficeError `answer-sheet` when no column holds answers, or the header is not to be read.
 */
export async function* readTable(catalogue: BankCatalogue, whole: AsyncIterable<string>, file: string, chosen: ChosenColumns): AsyncGenerator<SheetEvent> {
  const columns = createColumnReader(catalogue, chosen);
  const { separator, text } = await findSeparator(whole, columns);
  const reader = createTableReader<CsvRow>({ file, columns, chosen, placeOf: ({ raw, line }, cell) => findPlace(raw, line, cell, separator) });
  let line = 1;
  for await (const piece of splitRows(text, separator)) {
    const rows: (CsvRow | BadRow)[] = [];
    const { records, isBroken } = piece.kind === 'rows' ? parseRows(piece.text, separator) : { records: [], isBroken: false };
    let place = line;
    for (const { record, raw } of records) {
      const [empty = ''] = /^[\r\n]*/.exec(raw) ?? [];
      rows.push({ cells: record, line: place + countBreaks(empty), raw: raw.slice(empty.length) });
      place += countBreaks(raw);
    }
    const problem = piece.kind !== 'rows' ? piece.kind : isBroken ? 'quote-not-closed' : undefined;
    if (problem !== undefined) rows.push(badRow({ file, line: place, column: 1, problem, ...(problem === 'too-long' ? { expected: longestRow } : {}) }));
    line += countBreaks(piece.text);
    yield* reader.take(rows);
    if (isBroken) break;
  }
  yield* reader.end();
}

function findPlace(raw: string, start: number, cell: number, separator: string): Position {
  const before = raw.slice(0, findCell(raw, cell, separator));
  const breaks = countBreaks(before);
  return { line: start + breaks, column: before.length - (breaks === 0 ? 0 : Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1) + 1 };
}

/** Where a cell begins in a row, quotation marks included. */
function findCell(raw: string, cell: number, separator: string): number {
  let isQuoted = false;
  let cells = 0;
  for (let offset = 0; offset < raw.length; offset += 1) {
    if (cells === cell) return offset;
    if (raw[offset] === '"') isQuoted = !isQuoted;
    else if (raw[offset] === separator && !isQuoted) cells += 1;
  }
  return raw.length;
}

// Of the break behind a row, CSV hands over only the first character.
function countBreaks(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
