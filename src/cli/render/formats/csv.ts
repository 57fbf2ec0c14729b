import { stringify } from 'csv-stringify/sync';
import type { Records } from '../output.ts';

/** Records as CSV (RFC 4180) with a header row. Cells that a spreadsheet would run as a formula are quoted. */
export function renderCsv(records: Records): string {
  return stringify([...records], { header: true, escape_formulas: true });
}
