import type { BankCatalogue } from './check-answers.ts';
import { createColumnReader } from './csv-columns.ts';
import { createPlaceFinder, readCsvRows } from './csv-table.ts';
import { longestRow } from './limits.ts';
import { createDocumentReader, tooLong } from './read-document.ts';
import type { BatchSummary, LinesSource, RowBatch, TableSource } from './row-batch.ts';
import type { BadRow, ReadSheet } from './sheet-events.ts';
import { isFilledRow, listNames, readTableRow } from './table-reader.ts';

/** The rows of a batch, and what they tell of the whole. */
export interface ReadBatch {
  readonly rows: readonly (ReadSheet | BadRow)[];
  readonly summary: BatchSummary;
}

/** Reads the batches of a source. */
export function createBatchReader(catalogue: BankCatalogue, source: TableSource | LinesSource): (batch: RowBatch) => ReadBatch {
  return source.kind === 'table' ? createRowsReader(catalogue, source) : createLinesReader(catalogue, source);
}

function createRowsReader(catalogue: BankCatalogue, source: TableSource): (batch: RowBatch) => ReadBatch {
  const { file, separator, chosen, header, sample, tellsApart } = source;
  const columns = createColumnReader(catalogue, chosen).read(header, sample);
  const placeOf = createPlaceFinder(separator);
  return ({ text, line }) => {
    const { rows: found, isBroken } = readCsvRows(text, line, separator, file);
    const rows = found.filter(isFilledRow).map((row) => readTableRow(row, columns, file, placeOf));
    return { rows, summary: { rows: rows.length, names: tellsApart ? listNames(rows) : [], isBroken } };
  };
}

/** What reads a line with a document, the number of which is given; undefined for one without anything in it. */
export function createLineReader(catalogue: BankCatalogue, file: string): (text: string, line: number) => ReadSheet | BadRow | undefined {
  const read = createDocumentReader(catalogue, file);
  return (text, line) => {
    const at = { line, column: 1 };
    if (text.length > longestRow) return tooLong(file, at, longestRow);
    return text.trim() === '' ? undefined : read(text, at);
  };
}

function createLinesReader(catalogue: BankCatalogue, { file }: LinesSource): (batch: RowBatch) => ReadBatch {
  const read = createLineReader(catalogue, file);
  return ({ text, line }) => {
    const rows = text.split('\n').flatMap((whole, place) => read(whole, line + place) ?? []);
    return { rows, summary: { rows: rows.length, names: [], isBroken: false } };
  };
}
