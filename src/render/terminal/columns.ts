import type { Style } from './style.ts';
import { padEnd } from '../text/width.ts';

/** Columns that the frame of a grid takes: nothing outside, a gap or a rule between columns. */
export function frameWidth(columns: number, ruled: boolean): number {
  return (columns - 1) * (ruled ? 3 : 2);
}

/**
 * Shares `available` columns out among table columns. A column that needs less than its
 * even share gets what it needs; the wider ones share the rest.
 * @returns the widths, or undefined when one would fall below the lesser of its minimum and its need.
 */
export function shareWidth(available: number, columns: readonly { readonly needed: number; readonly minimum: number }[]): number[] | undefined {
  const widths = columns.map(({ needed }) => needed);
  const total = () => widths.reduce((sum, width) => sum + width, 0);
  if (total() > available) {
    const byNeed = columns.map(({ needed }, index) => ({ needed, index })).toSorted((a, b) => a.needed - b.needed);
    let left = available;
    byNeed.forEach(({ needed, index }, place) => {
      const share = Math.floor(left / (byNeed.length - place));
      widths[index] = Math.min(needed, share);
      left -= Math.min(needed, share);
    });
  }
  const readable = columns.every(({ needed, minimum }, index) => (widths[index] ?? 0) >= Math.min(needed, minimum));
  return readable ? widths : undefined;
}

/**
 * Rows of cells as lines of columns: with a rule under each row and between columns, or under the first row only and a gap between.
 * Each cell is its lines, already wrapped to its column's width and painted.
 */
export function drawColumns(
  rows: readonly (readonly string[][])[],
  widths: readonly number[],
  ruled: boolean,
  { glyphs, palette }: Pick<Style, 'glyphs' | 'palette'>,
): string[] {
  const { horizontal, vertical, cross } = glyphs;
  const gap = ruled ? ` ${palette.muted(vertical)} ` : '  ';
  const rule = palette.muted(widths.map((width) => horizontal.repeat(width)).join(ruled ? horizontal + cross + horizontal : gap));
  return rows.flatMap((cells, row) => {
    const height = Math.max(...cells.map((lines) => lines.length));
    const lines = Array.from({ length: height }, (_, line) => widths.map((width, column) => padEnd(cells[column]?.[line] ?? '', width)).join(gap));
    return row === 0 || (ruled && row < rows.length - 1) ? [...lines, rule] : lines;
  });
}
