import { CsvError, parse } from 'csv-parse/sync';
import type { Position } from '../role-files/diagnostics.ts';
import { BackofficeError } from '../errors.ts';
import type { BankCatalogue } from './check-answers.ts';
import { readColumns } from './csv-columns.ts';
import type { IgnoredColumn, SheetColumns } from './csv-columns.ts';
import type { CellProblem } from './csv-row.ts';
import { longestRow, mostColumns } from './limits.ts';
import { badRow } from './sheet-events.ts';
import type { BadRow, ReadSheet, SheetEvent } from './sheet-events.ts';
import { splitRows } from './split-rows.ts';

interface CsvRecord {
  readonly record: readonly string[];
  /** As it stands in the text, with the empty lines before it. */
  readonly raw: string;
}

/**
 * The sheets of a table with a header, as its text comes in. `head` is the text as far as its first line that is not empty.
 * @throws BackofficeError `answer-sheet` when no column holds answers, or the header is not to be read.
 */
export async function* readTable(catalogue: BankCatalogue, text: AsyncIterable<string>, head: string, file: string): AsyncGenerator<SheetEvent> {
  const [header = ''] = head.trimStart().split(/[\r\n]/, 1);
  // What Excel calls Unicode text is parted by tabs.
  const delimiter = header.includes('\t') && !header.includes(',') ? '\t' : ',';
  let columns: SheetColumns | undefined;
  let line = 1;
  for await (const piece of splitRows(text, delimiter)) {
    const rows: (ReadSheet | BadRow)[] = [];
    const { records, isBroken } = piece.kind === 'rows' ? parseRows(piece.text, delimiter) : { records: [], isBroken: false };
    let place = line;
    for (const { record, raw } of records) {
      const [empty = ''] = /^[\r\n]*/.exec(raw) ?? [];
      const start = place + countBreaks(empty);
      place += countBreaks(raw);
      if (columns === undefined) {
        columns = readHeader(catalogue, record, { file, line: start, column: 1 });
        yield { kind: 'format', format: 'csv', ignored: columns.ignored };
        // Spreadsheets leave rows of nothing but commas.
      } else if (record.some((cell) => cell.trim() !== '')) {
        const row = columns.readRow(record);
        rows.push('state' in row ? { line: start, ...row } : describeBadRow(row, raw.slice(empty.length), start, delimiter, file));
      }
    }
    const problem = piece.kind !== 'rows' ? piece.kind : isBroken ? 'quote-not-closed' : undefined;
    if (problem !== undefined) {
      const bad = { file, line: place, column: 1, problem, ...(problem === 'too-long' ? { expected: longestRow } : {}) };
      if (columns === undefined) throw new BackofficeError({ code: 'answer-sheet', ...bad });
      rows.push(badRow(bad));
    }
    line += countBreaks(piece.text);
    yield { kind: 'rows', rows };
    if (isBroken) return;
  }
}

function readHeader(catalogue: BankCatalogue, record: readonly string[], at: Position & { readonly file: string }): SheetColumns {
  if (record.length > mostColumns) {
    const problem = { problem: 'too-many-columns', name: String(record.length), expected: mostColumns } as const;
    throw new BackofficeError({ code: 'answer-sheet', ...at, ...problem });
  }
  const columns = readColumns(catalogue, record);
  if (!columns.holdAnswers) throw noColumns(columns.ignored, at);
  return columns;
}

interface ParsedRows {
  readonly records: readonly CsvRecord[];
  /** A quotation mark is not closed. */
  readonly isBroken: boolean;
}

function parseRows(text: string, delimiter: string): ParsedRows {
  const records: CsvRecord[] = [];
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      raw: true,
      // Taken here: those before an error count.
      on_record: (record: unknown) => {
        records.push(record as CsvRecord);
        return null;
      },
    });
    return { records, isBroken: false };
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return { records, isBroken: true };
    throw error;
  }
}

function noColumns(ignored: readonly IgnoredColumn[], at: Position & { readonly file: string }): BackofficeError {
  return new BackofficeError({ code: 'answer-sheet', problem: 'no-columns', ...at, nearest: ignored.flatMap(({ nearest }) => nearest) });
}

function describeBadRow({ cell, problem }: CellProblem, raw: string, start: number, delimiter: string, file: string): BadRow {
  const before = raw.slice(0, findCell(raw, cell, delimiter));
  const breaks = countBreaks(before);
  const place = { line: start + breaks, column: before.length - (breaks === 0 ? 0 : Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1) + 1 };
  return { ...place, failure: problem.code === 'answer-code' ? problem : { ...problem, file, ...place } };
}

/** Where a cell begins in a row, quotation marks included. */
function findCell(raw: string, cell: number, delimiter: string): number {
  let isQuoted = false;
  let cells = 0;
  for (let offset = 0; offset < raw.length; offset += 1) {
    if (cells === cell) return offset;
    if (raw[offset] === '"') isQuoted = !isQuoted;
    else if (raw[offset] === delimiter && !isQuoted) cells += 1;
  }
  return raw.length;
}

// Of the break behind a row, CSV hands over only the first character.
function countBreaks(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
