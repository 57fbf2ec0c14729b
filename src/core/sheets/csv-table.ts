import type { Position } from '../role-files/diagnostics.ts';
import { BackofficeError } from '../errors.ts';
import type { BankCatalogue } from './check-answers.ts';
import { readColumns } from './csv-columns.ts';
import type { IgnoredColumn, SheetColumns } from './csv-columns.ts';
import type { CellProblem } from './csv-row.ts';
import { badRow, longestRow } from './sheet-events.ts';
import type { BadRow, ReadSheet, SheetEvent } from './sheet-events.ts';

interface CsvRecord {
  readonly record: readonly string[];
  /** As it stands in the text, with the empty lines before it. */
  readonly raw: string;
}

/**
 * The sheets of a table with a header, as its text comes in. `head` is the text as far as its first line that is not empty.
 * @throws BackofficeError `answer-sheet` when no column holds answers.
 */
export async function* readTable(catalogue: BankCatalogue, text: AsyncGenerator<string>, head: string, file: string): AsyncGenerator<SheetEvent> {
  const [header = ''] = head.trimStart().split(/[\r\n]/);
  // What Excel calls Unicode text is parted by tabs.
  const delimiter = header.includes('\t') && !header.includes(',') ? '\t' : ',';
  let columns: SheetColumns | undefined;
  let line = 1;
  for await (const { records, isBroken } of parseTable(text, delimiter)) {
    const rows: (ReadSheet | BadRow)[] = [];
    for (const { record, raw } of records) {
      const [empty = ''] = /^[\r\n]*/.exec(raw) ?? [];
      const start = line + countBreaks(empty);
      line += countBreaks(raw);
      if (columns === undefined) {
        columns = readColumns(catalogue, record);
        if (!columns.holdAnswers) throw noColumns(columns.ignored, { file, line: start, column: 1 });
        yield { kind: 'format', format: 'csv', ignored: columns.ignored };
        // Spreadsheets leave rows of nothing but commas.
      } else if (record.some((cell) => cell.trim() !== '')) {
        const row = columns.readRow(record);
        rows.push('state' in row ? { line: start, ...row } : describeBadRow(row, raw.slice(empty.length), start, delimiter, file));
      }
    }
    if (isBroken) rows.push(badRow({ file, line, column: 1, problem: 'quote-not-closed' }));
    yield { kind: 'rows', rows };
  }
}

interface ParsedRecords {
  readonly records: readonly CsvRecord[];
  /** What follows is not to be read: a quotation mark is not closed. */
  readonly isBroken: boolean;
}

/** The records of each piece of a text, as soon as they are there. */
async function* parseTable(text: AsyncGenerator<string>, delimiter: string): AsyncGenerator<ParsedRecords> {
  const { parse } = await import('csv-parse');
  let records: CsvRecord[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    raw: true,
    // Taken here, not read from the stream, which would lose those before an error.
    on_record: (record: unknown) => {
      records.push(record as CsvRecord);
      return null;
    },
  });
  parser.on('error', () => undefined);
  const take = (error: Error | null | undefined): ParsedRecords => {
    if (error !== null && error !== undefined && !isCsvError(error)) throw error;
    const taken = records;
    records = [];
    return { records: taken, isBroken: error !== null && error !== undefined };
  };
  for await (const chunk of text) {
    const parsed = take(await new Promise<Error | null | undefined>((resolve) => parser.write(chunk, resolve)));
    yield parsed;
    if (parsed.isBroken) return;
  }
  yield take(await new Promise<Error | undefined>((resolve) => parser.end((error?: Error) => resolve(error))));
}

function noColumns(ignored: readonly IgnoredColumn[], at: Position & { readonly file: string }): BackofficeError {
  return new BackofficeError({ code: 'answer-sheet', problem: 'no-columns', ...at, nearest: ignored.flatMap(({ nearest }) => nearest) });
}

// Only an opened quotation mark makes a row as long as that, or lasts beyond the end.
function isCsvError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE');
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
