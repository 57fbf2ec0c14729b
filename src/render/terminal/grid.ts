import Table from 'cli-table3';
import { displayWidth } from '../text/width.ts';
import type { Style } from './style.ts';

/** The lines of each cell, already wrapped to its column's width and painted; or lines of their own, over all columns. */
export type GridRow = readonly string[][] | { readonly lines: readonly string[] };

/** Draws rows of cells as lines of columns. */
export type DrawGrid = (rows: readonly GridRow[], widths: readonly number[], ruled: boolean, style: Pick<Style, 'glyphs' | 'palette'>) => string[];

/**
 * Draws with a rule under each row and between columns, or under the first row only and with a gap between columns.
 * @throws {Error} for a line that is wider than its column, for that is a bug: cli-table3 would shorten it.
 */
export const drawGrid: DrawGrid = (rows, widths, ruled, { glyphs, palette }) => {
  const { horizontal, vertical, cross } = glyphs;
  // The rule is painted as a whole, its ends being its colour.
  const [colour = '', noColour = ''] = palette.muted(' ').split(' ');
  const middle = ruled ? ` ${palette.muted(vertical)} ` : '  ';
  const table = createTable(widths, { middle });
  const ruledTable = createTable(widths, {
    middle,
    bottom: horizontal,
    'bottom-mid': ruled ? horizontal + cross + horizontal : middle,
    'bottom-left': colour,
    'bottom-right': noColour,
  });
  // cli-table3 0.6.5 measures a whole cell again for each of its lines (its issue 68), and looks for each cell through all rows above it.
  // So a row is a printed line, and a table has few of them.
  const drawn: string[] = [];
  let lines: string[][] = [];
  const draw = (wanted: Table.Table) => {
    if (lines.length === 0) return;
    wanted.length = 0;
    wanted.push(...lines);
    drawn.push(...wanted.toString().split('\n'));
    lines = [];
  };
  rows.forEach((cells, row) => {
    if ('lines' in cells) {
      draw(table);
      drawn.push(...cells.lines);
      return;
    }
    const height = Math.max(...cells.map((cell) => cell.length));
    for (let place = 0; place < height; place += 1) {
      if (lines.length === mostLines) draw(table);
      lines.push(widths.map((width, column) => checkWidth(cells[column]?.[place] ?? '', width)));
    }
    if (row === 0 || (ruled && row < rows.length - 1)) draw(ruledTable);
  });
  draw(table);
  return drawn;
};

/** Lines of one table: with more, looking through them takes longer than a table more. */
const mostLines = 8;

const noFrame = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', left: '', right: '' };
const noRule = { bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };

function createTable(widths: readonly number[], chars: Readonly<Record<string, string>>): Table.Table {
  return new Table({
    chars: { ...noFrame, ...noRule, ...chars },
    colWidths: [...widths],
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  });
}

function checkWidth(line: string, width: number): string {
  if (displayWidth(line) > width) throw new Error(`a line of a table is wider than its column of ${width}: ${line}`);
  return line;
}
