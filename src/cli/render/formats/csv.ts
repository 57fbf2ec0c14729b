import { stringify } from 'csv-stringify/sync';
import type { Records } from '../output.ts';

const numeral = /^-?\d+(?:\.\d+)?$/;

/** Records as CSV (RFC 4180) with a header row. What a spreadsheet would run as a formula gets a quote before it; a negative number is none. */
export function renderCsv({ header, rows }: Records): string {
  return stringify(
    [header, ...rows].map((cells) => [...cells]),
    { escape_formulas: true, cast: { string: (value) => (numeral.test(value) ? { value, escape_formulas: false } : value) } },
  );
}
