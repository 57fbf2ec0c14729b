import { cleanText } from '../clean.ts';
import { fitTests, itemsOf } from '../fit/score.ts';
import type { FitTest } from '../fit/score.ts';
import type { BankCatalogue } from './check-answers.ts';
import { createColumnReader } from './csv-columns.ts';
import type { SheetColumns } from './csv-columns.ts';
import { createPlaceFinder, readCsvRows } from './csv-table.ts';
import { DocumentScanner } from './document-scanner.ts';
import type { FilledSheet } from './filled-sheet.ts';
import { longestRow } from './limits.ts';
import { createLineReader } from './read-batch.ts';
import type { BatchSource, BatchSummary, LinesSource, RowBatch, TableSource } from './row-batch.ts';
import { RowScanner } from './row-scanner.ts';
import type { BadRow, ReadSheet } from './sheet-events.ts';
import { isFilledRow, readTableRow } from './table-reader.ts';

/** Takes what is read, in the order of the rows. Nothing more comes after a bad row for which it gives false. */
export interface SheetTaker {
  readonly take: (sheet: FilledSheet) => void;
  readonly refuse: (row: BadRow) => boolean;
}

/** Reads the sheets of a batch. */
export type SheetFiller = (batch: RowBatch) => BatchSummary;

const nothing: readonly string[] = [];

/** What columns hold beside items, which are named by their places in the test. */
const [ignored, idColumn, avoidColumn, otherColumn] = [-1, -2, -3, -4] as const;

/** So many texts in the column on what to avoid are remembered: forms write the same for the same choice. */
const mostRemembered = 1000;

/** Fills sheets with what was read of them. */
export function createFiller(catalogue: BankCatalogue, { take, refuse }: SheetTaker): (row: ReadSheet | BadRow) => boolean {
  const ids = Object.fromEntries(fitTests.map((test) => [test, itemsOf(catalogue, test).map(({ id }) => id)])) as Record<FitTest, string[]>;
  const vectors = { full: new Float64Array(ids.full.length), quick: new Float64Array(ids.quick.length) };
  return (row) => {
    if ('failure' in row) return refuse(row);
    const { line, id = '', state } = row;
    const answers = vectors[state.test];
    ids[state.test].forEach((item, place) => (answers[place] = state.answers.get(item) ?? NaN));
    take({ line, id, test: state.test, answers, avoid: state.avoid });
    return true;
  };
}

/**
 * A reader of the sheets of batches that makes next to no objects: rows as spreadsheets write them, and documents with nothing but answers, are read from the
 * characters. All else is read as `createBatchReader` does, which says what is right and what is not.
 */
export function createSheetFiller(catalogue: BankCatalogue, source: BatchSource, taker: SheetTaker): SheetFiller {
  return source.kind === 'table' ? createRowFiller(catalogue, source, taker) : createLineFiller(catalogue, source, taker);
}

function createLineFiller(catalogue: BankCatalogue, { file }: LinesSource, taker: SheetTaker): SheetFiller {
  const scanner = new DocumentScanner(catalogue);
  const readOther = createLineReader(catalogue, file);
  const fill = createFiller(catalogue, taker);
  return ({ text, line: first }) => {
    scanner.take(text);
    let rows = 0;
    let line = first;
    let start = 0;
    for (let goesOn = true; goesOn && start < text.length; line += 1) {
      const found = text.indexOf('\n', start);
      const end = found < 0 ? text.length : found;
      const sheet = end - start > longestRow ? undefined : scanner.read(start, end, line);
      const other = sheet === undefined ? readOther(text.slice(start, end), line) : undefined;
      if (sheet !== undefined) taker.take(sheet);
      else if (other !== undefined) goesOn = fill(other);
      if (sheet !== undefined || other !== undefined) rows += 1;
      start = end + 1;
    }
    return { rows, names: [], isBroken: false };
  };
}

function createRowFiller(catalogue: BankCatalogue, source: TableSource, taker: SheetTaker): SheetFiller {
  const { file, separator, chosen, header, sample, tellsApart } = source;
  const columns = createColumnReader(catalogue, chosen).read(header, sample);
  const scanner = new RowScanner(separator);
  const readPlain = createPlainReader(catalogue, columns, scanner);
  const fill = createFiller(catalogue, taker);
  const placeOf = createPlaceFinder(separator);
  return ({ text, line }) => {
    const seen = { rows: 0, goesOn: true };
    const names: string[] = [];
    const count = (id: string | undefined) => {
      seen.rows += 1;
      if (tellsApart && id !== undefined && id !== '') names.push(id);
    };
    const readOther = (row: Parameters<typeof placeOf>[0] | BadRow) => {
      if (!isFilledRow(row)) return;
      const read = readTableRow(row, columns, file, placeOf);
      count('state' in read ? read.id : undefined);
      if ('cells' in row && 'state' in read) readPlain.learn(row.cells, read.state.avoid);
      seen.goesOn = fill(read);
    };
    scanner.take(text);
    while (seen.goesOn && scanner.next()) {
      const sheet = readPlain.read(line + scanner.breaks);
      if (sheet === undefined) {
        readOther({ cells: scanner.cells(), raw: scanner.raw(), line: line + scanner.breaks });
        continue;
      }
      count(sheet.id);
      taker.take(sheet);
    }
    const rest = seen.goesOn ? scanner.rest() : '';
    if (rest === '') return { rows: seen.rows, names, isBroken: false };
    const found = readCsvRows(rest, line + scanner.breaks, separator, file);
    for (const row of found.rows) if (seen.goesOn) readOther(row);
    return { rows: seen.rows, names, isBroken: found.isBroken };
  };
}

/** Reads the row that a scanner stands at, if nothing in it is unusual: as many cells as columns, answers that are known, and at least one of them. */
function createPlainReader(catalogue: BankCatalogue, { table }: SheetColumns, scanner: RowScanner) {
  const { items, named, readAnswer, test, width } = table;
  const ids = itemsOf(catalogue, test).map(({ id }) => id);
  const holds = new Int32Array(width).fill(ignored);
  for (const [field, cell] of Object.entries(named)) holds[cell] = field === 'id' ? idColumn : field === 'avoid' ? avoidColumn : otherColumn;
  for (const { id, cell } of items) holds[cell] = ids.indexOf(id);
  const answers = new Float64Array(ids.length);
  const avoidances = new Map<string, readonly string[]>();
  const sheet = { line: 0, id: '', test, answers, avoid: nothing };

  const readCell = (cell: number): number | undefined => {
    const [start, end] = [scanner.starts[cell] ?? 0, scanner.ends[cell] ?? 0];
    if (start === end) return 0;
    const digit = end - start === 1 ? (scanner.codes[start] ?? 0) - 48 : -1;
    return digit >= 0 && digit <= 5 ? digit : readAnswer(scanner.cell(cell));
  };
  const read = (line: number): FilledSheet | undefined => {
    if (scanner.cellCount !== width) return undefined;
    answers.fill(NaN);
    let answered = 0;
    [sheet.line, sheet.id, sheet.avoid] = [line, '', nothing];
    for (let cell = 0; cell < width; cell += 1) {
      const held = holds[cell] ?? ignored;
      if (held >= 0) {
        const value = readCell(cell);
        if (value === 0) continue;
        if (value === undefined || !Number.isNaN(answers[held])) return undefined;
        answers[held] = value;
        answered += 1;
      } else if (held === idColumn) sheet.id = cleanText(scanner.cell(cell).trim());
      else if (held !== ignored && scanner.starts[cell] !== scanner.ends[cell]) {
        const avoid = held === avoidColumn ? avoidances.get(scanner.cell(cell)) : undefined;
        if (avoid === undefined) return undefined;
        sheet.avoid = avoid;
      }
    }
    return answered === 0 ? undefined : sheet;
  };
  /** What somebody wants to avoid, the next one may want to, too. */
  const learn = (cells: readonly string[], avoid: readonly string[]): void => {
    // A code says itself what is avoided.
    const text = named.avoid === undefined || named.code !== undefined ? undefined : cells[named.avoid];
    if (text !== undefined && avoidances.size < mostRemembered) avoidances.set(text, avoid);
  };
  return { read, learn };
}
