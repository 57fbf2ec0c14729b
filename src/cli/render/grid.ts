import Table from 'cli-table3';
import type { Style } from './style.ts';

/**
 * Rows of cells as the lines of a table with a rule under each. Each cell is its lines, already wrapped to its column's width and
 * painted: cli-table3 would cut Japanese text off, so nothing is left for it to wrap.
 */
export function drawGrid(rows: readonly (readonly string[][])[], widths: readonly number[], { glyphs, palette }: Pick<Style, 'glyphs' | 'palette'>): string[] {
  const { horizontal, vertical, cross } = glyphs;
  const rule = palette.muted(widths.map((width) => horizontal.repeat(width)).join(horizontal + cross + horizontal));
  const heights = rows.map((cells) => Math.max(...cells.map((lines) => lines.length)));
  const drawn = drawLines(
    rows.flatMap((cells, row) => Array.from({ length: heights[row] ?? 0 }, (_, line) => cells.map((lines) => lines[line] ?? ''))),
    widths,
    ` ${palette.muted(vertical)} `,
  );
  return heights.flatMap((height, row) => {
    const lines = drawn.splice(0, height);
    return row > 0 ? [rule, ...lines] : lines;
  });
}

// Every line is a row of its own: for each line it draws, cli-table3 0.6 measures the whole cell
// again and again (its issue 68 and pull request 362), which made a comparison seven times slower.
function drawLines(lines: string[][], widths: readonly number[], middle: string): string[] {
  const edges = ['top', 'bottom', 'left', 'right'].flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`]);
  const table = new Table({
    chars: { ...Object.fromEntries(edges.map((edge) => [edge, ''])), mid: '', 'mid-mid': '', middle },
    colWidths: [...widths],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...lines);
  return table.toString().split('\n');
}
