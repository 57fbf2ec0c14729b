import { stringify } from 'csv-stringify/sync';
import type { Records } from '../pages/output.ts';

const negative = /^-\d+(?:\.\d+)?$/;

/** Records as CSV with a header row. */
export function renderCsv({ header, rows }: Records): string {
  return renderCsvRows([header, ...rows]);
}

/** Rows as CSV (RFC 4180). What a spreadsheet would run as a formula gets a quote before it; a negative number is none. */
export function renderCsvRows(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => [...cells]),
    { escape_formulas: true, cast: { string: (value) => (negative.test(value) ? { value, escape_formulas: false } : value) } },
  );
}
