import { cleanText } from '../clean.ts';
import { decodeText } from '../role-files/decode.ts';
import type { TextEncoding } from '../role-files/decode.ts';
import type { Position } from '../role-files/diagnostics.ts';
import { BackofficeError } from '../errors.ts';
import type { Failure } from '../errors.ts';
import type { Catalogue } from '../catalogue/model.ts';
import { listQuickItems, noAnswers, parseAnswers, sheetKeys } from './answers.ts';
import { isAnswer } from '../fit/response-scale.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { fitTests } from '../fit/score.ts';
import { readColumns } from './sheet-columns.ts';
import type { CellProblem, IgnoredColumn, Sheet, SheetColumns } from './sheet-columns.ts';

type BankCatalogue = Pick<Catalogue, 'fit'>;

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

/** A row is not read further than this (characters): a quotation mark that is never closed must not take all that follows into memory. */
const longestRow = 1_000_000;

/**
 * Reads many answer sheets from one text, in any number and with the same little memory: CSV with a header (`readColumns` says which columns), or
 * NDJSON, a JSON document a line as `parseAnswers` takes it. The first character tells which. Bad rows are among the others, in their order.
 * @param file the name by which problems call it.
 * @throws BackofficeError `answer-sheet` when there is nothing in it, or no column holds answers.
 */
export async function* readSheets(catalogue: BankCatalogue, bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<SheetEvent> {
  let encoding: TextEncoding | undefined;
  const source = decodeText(bytes, (found) => (encoding = found));
  const { head, rest } = await readHead(source);
  const first = head.trimStart()[0];
  if (first === undefined) throw new BackofficeError({ code: 'answer-sheet', file, problem: 'no-sheets', line: 1, column: 1 });
  let told: TextEncoding | undefined;
  for await (const event of first === '{' ? readLines(catalogue, rest, file) : readTable(catalogue, rest, head, file)) {
    if (encoding !== told) yield { kind: 'encoding', encoding: (told = encoding) ?? 'utf-8' };
    yield event;
  }
}

/** The text as far as its first line that is not empty, and all of it again. */
async function readHead(source: AsyncGenerator<string>): Promise<{ head: string; rest: AsyncGenerator<string> }> {
  let head = '';
  while (!/\S.*[\r\n]/.test(head) && head.length < longestRow) {
    const next = await source.next();
    if (next.done === true) break;
    head += next.value;
  }
  async function* again() {
    yield head;
    yield* source;
  }
  return { head, rest: again() };
}

interface CsvRecord {
  readonly record: readonly string[];
  /** As it stands in the text, with the empty lines before it. */
  readonly raw: string;
}

async function* readTable(catalogue: BankCatalogue, text: AsyncGenerator<string>, head: string, file: string): AsyncGenerator<SheetEvent> {
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

function badRow(problem: SheetProblem & { readonly file: string }): BadRow {
  return { line: problem.line, column: problem.column, failure: { code: 'answer-sheet', ...problem } };
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

async function* readLines(catalogue: BankCatalogue, text: AsyncGenerator<string>, file: string): AsyncGenerator<SheetEvent> {
  const read = createLineReader(catalogue, file);
  yield { kind: 'format', format: 'ndjson', ignored: [] };
  let line = 1;
  let begun = '';
  let isTooLong = false;
  for await (const chunk of text) {
    const parts = (begun + chunk).split('\n');
    begun = parts.pop() ?? '';
    const rows: (ReadSheet | BadRow)[] = [];
    for (const part of parts) {
      if (isTooLong) rows.push(tooLong(file, line));
      else if (part.trim() !== '') rows.push(read(part, line));
      isTooLong = false;
      line += 1;
    }
    isTooLong ||= begun.length > longestRow;
    if (isTooLong) begun = '';
    yield { kind: 'rows', rows };
  }
  if (isTooLong) yield { kind: 'rows', rows: [tooLong(file, line)] };
  else if (begun.trim() !== '') yield { kind: 'rows', rows: [read(begun, line)] };
}

function tooLong(file: string, line: number): BadRow {
  return badRow({ file, line, column: 1, problem: 'too-long', expected: longestRow });
}

/** Reads a JSON document in a line. What is not plainly right is read again by `parseAnswers`, which takes longer and knows what is wrong where. */
function createLineReader(catalogue: BankCatalogue, file: string): (text: string, line: number) => ReadSheet | BadRow {
  const quick = listQuickItems(catalogue);
  const items = new Set(catalogue.fit.items.map(({ id }) => id));
  const avoidances = new Set(catalogue.fit.avoidances.map(({ id }) => id));
  const readPlain = (text: string): Sheet | undefined => {
    const document = parseObject(text);
    // Of two equal keys, JSON.parse keeps the last.
    if (document === undefined || countKeys(document) !== (text.match(/"\s*:/g)?.length ?? 0)) return undefined;
    const isNested = 'answers' in document;
    const { answers: nested, avoid = [], test, bankVersion = catalogue.fit.version, id } = isNested ? document : { answers: document, id: document.id };
    const isKnown = !isNested || Object.keys(document).every((key) => sheetKeys.some((known) => known === key));
    const named = fitTests.find((known) => known === test);
    if (!isKnown || !isObject(nested) || bankVersion !== catalogue.fit.version || (test !== undefined && named === undefined)) return undefined;
    if (!Array.isArray(avoid) || !avoid.every((entry): entry is string => typeof entry === 'string' && avoidances.has(entry))) return undefined;
    const answers = new Map<string, number>();
    for (const [item, value] of Object.entries(nested)) {
      if (!isNested && item === 'id') continue;
      if (!items.has(item)) return undefined;
      if (noAnswers.includes(value)) continue;
      if (!isAnswer(value) || (named === 'quick' && !quick.has(item))) return undefined;
      answers.set(item, value);
    }
    const isQuick = answers.size > 0 && [...answers.keys()].every((item) => quick.has(item));
    const state = { test: named ?? (isQuick ? ('quick' as const) : ('full' as const)), answers, avoid: [...new Set(avoid)] };
    return { ...nameOf(id), state };
  };
  return (text, line) => {
    try {
      const sheet = readPlain(text) ?? { ...nameOf(parseObject(text)?.id), state: parseAnswers(catalogue, text, file) };
      return { line, ...sheet };
    } catch (error) {
      if (!(error instanceof BackofficeError) || error.failure.code !== 'answer-sheet') throw error;
      return badRow({ ...error.failure, line });
    }
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const document: unknown = JSON.parse(text);
    return isObject(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function countKeys(document: Readonly<Record<string, unknown>>): number {
  return Object.keys(document).length + (isObject(document.answers) ? Object.keys(document.answers).length : 0);
}

function nameOf(id: unknown): { readonly id?: string } {
  const name = typeof id === 'number' ? String(id) : typeof id === 'string' ? cleanText(id) : '';
  return name === '' ? {} : { id: name };
}
