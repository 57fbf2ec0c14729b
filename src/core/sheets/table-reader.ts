import { excerpt } from '../clean.ts';
import { findNearest } from '../catalogue/nearest.ts';
import { BackofficeError } from '../errors.ts';
import type { Position } from '../role-files/diagnostics.ts';
import { findColumn } from './csv-columns.ts';
import type { ChosenColumns, ColumnReader, SheetColumns } from './csv-columns.ts';
import { mostColumns, mostTitleRows } from './limits.ts';
import type { BatchSummary, TableSource } from './row-batch.ts';
import type { BadRow, ReadSheet, SheetEvent, SheetNote } from './sheet-events.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** A row of a table, and the line where it begins. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** What a table reader works with. */
interface ReaderOptions<Row extends TableRow> {
  /** The name by which problems call it. */
  readonly file: string;
  readonly columns: ColumnReader;
  readonly chosen: ChosenColumns;
  readonly placeOf: (row: Row, cell: number) => Position;
}

/** Takes the rows of a table as they come. @throws BackofficeError `answer-sheet` where the table as a whole cannot be read. */
export interface TableReader<Row extends TableRow> {
  readonly take: (rows: readonly (Row | BadRow)[]) => SheetEvent[];
  /** How rows are read, once the header is found: they may be read elsewhere from then on, and told of. */
  readonly known: () => Pick<TableSource, 'header' | 'sample' | 'tellsApart'> | undefined;
  readonly tell: (summary: BatchSummary) => void;
  readonly end: () => SheetEvent[];
}

/** So many rows are seen, where a header alone does not tell what its columns hold. */
const sampleSize = 100;
/** So many names are remembered to find those that stand more than once. */
const mostNames = 100_000;
/** So many of those are told. */
const mostRepeated = 5;

/** A reader of the rows of a table, wherever it comes from: finds the header, and what the columns hold, then reads row by row. */
export function createTableReader<Row extends TableRow>({ file, columns, chosen, placeOf }: ReaderOptions<Row>): TableReader<Row> {
  let held: (Row | BadRow)[] = [];
  let header: Row | undefined;
  let isBelow = false;
  let known: SheetColumns | undefined;
  let sample: readonly (readonly string[])[] = [];
  let rowCount = 0;
  const names = createNameCounter();
  let tellsApart = false;
  const fail = (problem: Omit<SheetProblem, 'column'>): never => {
    throw new BackofficeError({ code: 'answer-sheet', file, column: 1, ...problem });
  };

  const tell = ({ rows, names: found }: Pick<BatchSummary, 'rows' | 'names'>) => {
    rowCount += rows;
    for (const name of found) names.take(name);
  };
  const readRows = (rows: readonly (Row | BadRow)[], read: SheetColumns): SheetEvent => {
    const sheets = rows.filter(isFilledRow).map((row) => readTableRow(row, read, file, placeOf));
    tell({ rows: sheets.length, names: tellsApart ? listNames(sheets) : [] });
    return { kind: 'rows', rows: sheets };
  };

  const takeHeader = (isLast: boolean): SheetEvent[] => {
    const rows = held.filter((row) => 'cells' in row);
    const wide = rows.find(({ cells }) => cells.length > mostColumns);
    if (wide !== undefined) fail({ problem: 'too-many-columns', line: wide.line, name: String(wide.cells.length), expected: mostColumns });
    const bad = held.find((row) => 'failure' in row);
    const found = findHeader(rows, columns, isLast || bad !== undefined);
    if (found === undefined) return [];
    // What cannot be read ends a table whose header is not known.
    if (bad !== undefined && typeof found === 'string') throw new BackofficeError(bad.failure);
    if (found === 'none')
      return fail({ problem: 'no-columns', line: rows[0]?.line ?? 1, nearest: rows.flatMap(({ cells }) => nearestOf(cells, columns)).slice(0, 3) });
    if (found === 'turned') return fail({ problem: 'turned', line: rows[0]?.line ?? 1 });
    const { cells, line } = found;
    for (const name of [chosen.id, chosen.avoid])
      if (name !== undefined && findColumn(cells, name) === undefined)
        fail({ problem: 'unknown-column', line, name: excerpt(name), nearest: offerColumns(name, cells) });
    header = found;
    isBelow = held.some((row) => 'cells' in row && row.line < line && row.cells.some((cell) => cell.trim() !== ''));
    held = held.slice(held.indexOf(found) + 1);
    return takeColumns(isLast);
  };
  const takeColumns = (isLast: boolean): SheetEvent[] => {
    const rows = held.filter((row) => 'cells' in row);
    if (header === undefined || (!isLast && rows.length < sampleSize && columns.needsRows(header.cells))) return [];
    sample = rows.slice(0, sampleSize).map(({ cells }) => cells);
    known = columns.read(header.cells, sample);
    const { ignored, person, reworded } = known;
    if (!known.holdAnswers) return fail({ problem: 'no-columns', line: header.line, nearest: ignored.flatMap(({ nearest }) => nearest) });
    tellsApart = person !== undefined || chosen.id !== undefined;
    const first = held;
    held = [];
    return [
      ...(reworded.length > 0 ? [noted({ kind: 'reworded', columns: reworded })] : []),
      ...(isBelow ? [noted({ kind: 'title-rows', line: header.line })] : []),
      ...(person === undefined ? [] : [noted({ kind: 'person', column: person })]),
      { kind: 'format', format: 'csv', ignored },
      readRows(first, known),
    ];
  };
  const take = (rows: readonly (Row | BadRow)[], isLast: boolean): SheetEvent[] => {
    if (known !== undefined) return rows.length === 0 ? [] : [readRows(rows, known)];
    held = [...held, ...rows];
    return header === undefined ? takeHeader(isLast) : takeColumns(isLast);
  };
  return {
    take: (rows) => take(rows, false),
    known: () => (known === undefined || header === undefined ? undefined : { header: header.cells, sample, tellsApart }),
    tell,
    end: () => {
      const events = take([], true);
      if (rowCount === 0) fail({ problem: 'nobody', line: header?.line ?? 1 });
      const { repeated, count } = names;
      return [...events, ...(repeated.length > 0 ? [noted({ kind: 'repeated', names: repeated, count: count() })] : [])];
    },
  };
}

/** Whether anything stands in a row: spreadsheets leave rows of nothing but commas. */
export function isFilledRow(row: TableRow | BadRow): boolean {
  return !('cells' in row) || row.cells.some((cell) => cell.trim() !== '');
}

/** A row as a sheet, or what is wrong with it. */
export function readTableRow<Row extends TableRow>(
  row: Row | BadRow,
  columns: SheetColumns,
  file: string,
  placeOf: (row: Row, cell: number) => Position,
): ReadSheet | BadRow {
  if (!('cells' in row)) return row;
  const found = columns.readRow(row.cells);
  if ('state' in found) return { line: row.line, ...found };
  const { cell, problem } = found;
  const place = placeOf(row, cell);
  return { ...place, failure: problem.code === 'answer-code' ? problem : { ...problem, file, ...place } };
}

/** What tells people apart, of all who say it. */
export function listNames(sheets: readonly (ReadSheet | BadRow)[]): string[] {
  return sheets.flatMap((sheet) => ('state' in sheet && sheet.id !== undefined ? [sheet.id] : []));
}

function noted(note: SheetNote): SheetEvent {
  return { kind: 'note', note };
}

/** The row that is the header; undefined while that cannot be told. */
function findHeader<Row extends TableRow>(rows: readonly Row[], columns: ColumnReader, isLast: boolean): Row | 'none' | 'turned' | undefined {
  const rated = rows.slice(0, mostTitleRows).map((row) => ({ row, ...columns.rate(row.cells) }));
  const isEnough = isLast || rows.length >= mostTitleRows;
  const sure = rated.findIndex(({ sure: count }) => count > 0);
  const most = Math.max(0, ...rated.map(({ likely }) => likely));
  const place = sure >= 0 || !isEnough ? sure : rated.findIndex(({ likely }) => likely > 0 && likely === most);
  const found = rated[place];
  if (found === undefined) return isEnough ? 'none' : undefined;
  if (found.sure + found.likely > 1) return found.row;
  // One item alone: in a table that is turned round, the next stands below it.
  const cell = found.row.cells.findIndex(columns.isItem);
  const next = rows[place + 1];
  if (cell < 0) return found.row;
  if (next === undefined) return isLast ? found.row : undefined;
  return columns.isItem(next.cells[cell] ?? '') ? 'turned' : found.row;
}

function nearestOf(cells: readonly string[], columns: ColumnReader): readonly string[] {
  return columns.read(cells, []).ignored.flatMap(({ nearest }) => nearest);
}

function offerColumns(name: string, header: readonly string[]): string[] {
  const names = header.map((cell) => excerpt(cell)).filter((cell) => cell !== '');
  const nearest = findNearest(excerpt(name), names);
  return nearest.length > 0 ? nearest : names.slice(0, mostRepeated);
}

/** Counts names that stand more than once. */
function createNameCounter() {
  const seen = new Set<string>();
  const repeated: string[] = [];
  const again = new Set<string>();
  return {
    repeated,
    count: () => again.size,
    take: (name: string): void => {
      if (!seen.has(name)) {
        if (seen.size < mostNames) seen.add(name);
      } else if (!again.has(name)) {
        again.add(name);
        if (repeated.length < mostRepeated) repeated.push(excerpt(name));
      }
    },
  };
}
