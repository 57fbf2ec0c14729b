import Table from 'cli-table3';
import type { Glyphs } from './glyphs.ts';

/** Columns that the frame of a grid takes: nothing outside, a gap or a rule between columns. */
export function frameWidth(columns: number, ruled: boolean): number {
  return (columns - 1) * (ruled ? 3 : 2);
}

/**
 * Rows of cells as a table. Each cell is its lines, already wrapped to its column's width
 * and painted: cli-table3 would cut Japanese text off, so nothing is left for it to wrap.
 */
export function drawGrid(rows: readonly (readonly string[][])[], widths: readonly number[], ruled: boolean, glyphs: Glyphs): string {
  const { horizontal, vertical, cross } = glyphs;
  const none = {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    right: '',
  };
  const rules = ruled
    ? { mid: horizontal, 'left-mid': '', 'mid-mid': `${horizontal}${cross}${horizontal}`, 'right-mid': '', middle: ` ${vertical} ` }
    : { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '', middle: '  ' };
  const table = new Table({
    chars: { ...none, ...rules },
    colWidths: [...widths],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rows.map((cells) => cells.map((lines) => lines.join('\n'))));
  return table.toString();
}
