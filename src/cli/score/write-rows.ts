import type { SheetFormat } from '../../core/sheets/sheet-events.ts';
import type { ScoredSheet } from '../../core/sheets/score-sheets.ts';
import { renderCsvRows } from '../../render/csv.ts';

/** Scored sheets as text: what stands before all of them, and some at a time. */
export interface RowWriter {
  readonly head: string;
  readonly write: (rows: readonly ScoredSheet[]) => string;
}

/** A writer of a format; a table has a column for each of the main roles. */
export function createRowWriter(format: SheetFormat, roles: readonly string[]): RowWriter {
  if (format === 'ndjson') return { head: '', write: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('') };
  return {
    head: renderCsvRows([['line', 'id', 'test', 'answered', 'warnings', 'first', 'code', ...roles, 'neighbours']]),
    write: (rows) => (rows.length === 0 ? '' : renderCsvRows(rows.map((row) => listCells(row, roles)))),
  };
}

function listCells({ line, id = '', test, answered, warnings, code = '', roles, neighbours }: ScoredSheet, columns: readonly string[]): string[] {
  const scores = new Map(roles.map((role) => [role.id, String(role.score)]));
  const first = roles.filter((role) => role.first).map((role) => role.id);
  const given = columns.map((role) => scores.get(role) ?? '');
  return [String(line), id, test, String(answered), warnings.join(' '), first.join(' '), code, ...given, neighbours.join(' ')];
}
