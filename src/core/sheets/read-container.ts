import { excerpt } from '../clean.ts';
import { BackofficeError } from '../errors.ts';
import { ArchiveError, listEntries } from './archive.ts';
import type { ArchiveEntry } from './archive.ts';
import type { BankCatalogue } from './check-answers.ts';
import type { Container } from './container.ts';
import { createColumnReader } from './csv-columns.ts';
import type { ChosenColumns, ColumnReader } from './csv-columns.ts';
import { longestRow, mostPacked, mostTitleRows, mostUnpacked } from './limits.ts';
import type { BatchEvent } from './row-batch.ts';
import { badRow } from './sheet-events.ts';
import type { BadRow, ReadSheet, SheetEvent } from './sheet-events.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { createTableReader } from './table-reader.ts';
import type { TableRow } from './table-reader.ts';
import { openWorkbook } from './workbook-rows.ts';
import type { WorkbookSheet } from './workbook-rows.ts';

/** What a container is read with. */
export interface ContainerSource {
  readonly catalogue: BankCatalogue;
  readonly file: string;
  readonly chosen: ChosenColumns;
  /** Reads what stands in an archive; another archive in it, only if it is a workbook. */
  readonly readInner: (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<BatchEvent<ReadSheet>>;
  /** It stands in another one. */
  readonly isInner: boolean;
}

/** So many rows are scored at a time. */
const rowsAtOnce = 100;
/** So many sheets of a workbook are looked at, and so many names told. */
const mostSheets = 200;
const mostNamed = 5;

const tableEnding = /\.(?:csv|tsv|tab|txt|json|jsonl|ndjson|xlsx|xlsm)$/i;

/**
 * The sheets of a workbook, or of the one table in an archive.
 * @throws BackofficeError `answer-sheet` where it cannot be opened, is too large, or no table is in it.
 */
export async function* readContainer(source: ContainerSource, container: Container, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BatchEvent<ReadSheet>> {
  const { file, isInner, readInner } = source;
  const fail = (problem: SheetProblem['problem'], names: readonly string[] = []): never => {
    throw new BackofficeError({
      code: 'answer-sheet',
      file,
      problem,
      line: 1,
      column: 1,
      ...(names.length === 0 ? {} : { nearest: names.map((name) => excerpt(name)) }),
    });
  };
  if (container === 'compound') fail('other-workbook');
  try {
    const packed = await collect(bytes);
    const entries = await listEntries(packed);
    const has = (name: string) => entries.some((entry) => entry.name === name);
    if (has('[Content_Types].xml') && has('xl/workbook.xml')) {
      checkSizes(entries);
      yield* readWorkbook(source, await openWorkbook(packed, entries));
      return;
    }
    if (isInner || has('[Content_Types].xml') || (has('mimetype') && has('content.xml'))) fail('other-workbook');
    const files = entries.filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name));
    const named = files.filter(({ name }) => tableEnding.test(name));
    const tables = named.length > 0 || files.length !== 1 ? named : files;
    const [table, other] = tables;
    if (table === undefined) return fail('no-table');
    if (other !== undefined)
      fail(
        'several-tables',
        tables.slice(0, mostNamed).map(({ name }) => name),
      );
    if (table.isLocked) fail('locked');
    yield { kind: 'note', note: { kind: 'entry', name: excerpt(table.name) } };
    yield* readInner(table.open());
  } catch (error) {
    if (error instanceof ArchiveError) fail(error.problem);
    throw error;
  }
}

/** All of it. @throws ArchiveError `too-large` */
async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > mostPacked) throw new ArchiveError('too-large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function checkSizes(entries: readonly ArchiveEntry[]): void {
  const parts = entries.filter(({ name }) => !name.startsWith('xl/media/'));
  if (parts.reduce((sum, { size }) => sum + size, 0) > mostUnpacked) throw new ArchiveError('too-large');
}

async function* readWorkbook({ catalogue, file, chosen }: ContainerSource, sheets: readonly WorkbookSheet[]): AsyncGenerator<SheetEvent> {
  const columns = createColumnReader(catalogue, chosen);
  const { sheet, others } = await chooseSheet(sheets, columns);
  if (sheet === undefined) throw new BackofficeError({ code: 'answer-sheet', file, problem: 'no-sheets', line: 1, column: 1 });
  if (sheets.length > 1) yield { kind: 'note', note: { kind: 'sheet', name: excerpt(sheet.name), others: others.map(({ name }) => excerpt(name)) } };
  const reader = createTableReader<TableRow>({ file, columns, chosen, placeOf: ({ line }, cell) => ({ line, column: cell + 1 }) });
  let rows: (TableRow | BadRow)[] = [];
  for await (const row of sheet.rows()) {
    const isLong = row.cells.reduce((length, cell) => length + cell.length, 0) > longestRow;
    rows.push(isLong ? badRow({ file, line: row.line, column: 1, problem: 'too-long', expected: longestRow }) : row);
    if (rows.length < rowsAtOnce) continue;
    yield* reader.take(rows);
    rows = [];
  }
  yield* reader.take(rows);
  yield* reader.end();
}

/** The sheet with the header of most items, hidden ones last; and those that have such a header, too. */
async function chooseSheet(
  sheets: readonly WorkbookSheet[],
  columns: ColumnReader,
): Promise<{ readonly sheet: WorkbookSheet | undefined; readonly others: readonly WorkbookSheet[] }> {
  const inOrder = [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter(({ isHidden }) => isHidden)].slice(0, mostSheets);
  if (inOrder.length <= 1) return { sheet: inOrder[0], others: [] };
  const rated: { readonly sheet: WorkbookSheet; readonly items: number }[] = [];
  for (const sheet of inOrder) {
    let items = 0;
    for await (const { cells } of sheet.rows(mostTitleRows)) {
      const { sure, likely } = columns.rate(cells);
      items = Math.max(items, sure + likely / 100);
    }
    rated.push({ sheet, items });
  }
  const most = Math.max(...rated.map(({ items }) => items));
  const found = rated.find(({ items }) => items === most)?.sheet;
  return { sheet: found, others: rated.filter(({ sheet, items }) => items > 0 && items * 2 >= most && sheet !== found).map(({ sheet }) => sheet) };
}
