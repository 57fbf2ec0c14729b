import type { Block, Column } from '../../pages/page.ts';
import { displayWidth, longestLine } from '../text/width.ts';
import { drawCell, drawName, neededWidth } from './cells.ts';
import { frameWidth, shareWidth } from './column-widths.ts';
import { wrap } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import type { GridRow } from './grid.ts';
import { drawStacked } from './stacked.ts';

/** Columns below which a table is harder to read than a list. */
// Below 16 a phrase is a column of single words; bars may give a label what it still needs.
const minimums: Readonly<Record<Column['holds'], number>> = { label: 12, name: 12, id: 14, terms: 10, phrase: 16, entries: 17, gauge: 5, number: 5 };

/** Columns of a value with a bar that is short, but can be read. */
const shortGauge = 14;
/** Columns of one whose bar is as short as it may be. */
const shortestGauge = 12;
/** Columns that a label needs, so that hardly a word is torn: decision-making. */
const wholeWords = 15;

/** Columns that a number with its unit, or the remark in brackets behind it, is not torn in. */
const wholeNumber = 14;

/** Columns of the widest id that stays whole where the others can do with what is left: people type it. */
const wholeId = 20;

/** A table in at most `width` columns: side by side where that can be read, stacked where not. */
export function drawTable(block: Extract<Block, { kind: 'table' }>, style: Drawing, width: number): string[] {
  const { rows, ruled } = block;
  // Its head explains the mark on the bars.
  const columns = block.columns.map((column) => (column.isAverage === true ? { ...column, label: `${style.glyphs.average} ${column.label}` } : column));
  const available = width - frameWidth(columns.length, ruled);
  const needs = columns.map(({ label, holds }, column) => {
    const widest = Math.max(0, ...rows.map((row) => neededWidth(row, column)));
    const minimum = holds === 'number' ? Math.max(minimums.number, Math.min(widest, wholeNumber)) : minimums[holds];
    return { holds, minimum, widest, needed: Math.max(displayWidth(label), widest) };
  });
  // Bars get what the texts leave, and only where that is too little do texts give way.
  const gauges = needs.filter(({ holds }) => holds === 'gauge').length;
  const taken = needs.reduce((sum, { holds, needed }) => (holds === 'gauge' ? sum : sum + needed), 0);
  const left = Math.max(shortGauge, Math.floor((available - taken) / gauges));
  const wanted = needs.map((need) => (need.holds === 'gauge' ? { ...need, needed: Math.min(need.needed, left) } : need));
  const withIds = wanted.map((need) => (need.holds === 'id' ? { ...need, minimum: Math.max(need.minimum, Math.min(need.widest, wholeId)) } : need));
  const shared = shareWidth(available, withIds) ?? shareWidth(available, wanted);
  const widths = shared === undefined ? undefined : widenLabel(shared, needs);
  if (widths === undefined) return drawStacked(block, style, Math.min(width, longestLine));
  const { palette, glyphs } = style;
  const widthAt = (column: number) => widths[column] ?? 1;
  const labels = columns.map(({ label }, column) => wrap(label, widthAt(column), style).map(palette.heading));
  const align = (lines: string[], column: number) =>
    columns[column]?.holds === 'number' ? lines.map((line) => ' '.repeat(Math.max(0, widthAt(column) - displayWidth(line))) + line) : lines;
  const drawn = rows.flatMap((row): GridRow[] => {
    const heading = row.heading === undefined ? [] : [{ lines: ['', ...wrap(row.heading, width, style).map(palette.heading)] }];
    const cells = row.groups.map((group) => alignTops(group.map((cell, index) => align(drawCell(cell, style, widthAt(index + 1)), index + 1))));
    const merged = columns.slice(1).map((_, index) => {
      const lines = cells.flatMap((group) => group[index] ?? []);
      const isQuiet = row.groups.some((group) => group[index]?.quiet === true);
      return isQuiet || lines.some((line) => line !== '') ? lines : align([palette.muted(glyphs.nothing)], index + 1);
    });
    return [...heading, [drawName(row, widthAt(0), palette.strong, style), ...merged]];
  });
  return style.drawGrid([labels, ...drawn], widths, ruled, style).map((line) => line.trimEnd());
}

/**
 * The widths, with a narrow first column given what the bars can do without: all of them alike, for they are compared.
 * Undefined where words would be torn all the same.
 */
function widenLabel(
  widths: readonly number[],
  columns: readonly { readonly holds: Column['holds']; readonly needed: number }[],
): readonly number[] | undefined {
  const [label = 0] = widths;
  if (columns[0]?.holds !== 'label' || label >= Math.min(columns[0].needed, wholeWords)) return widths;
  const bars = widths.filter((_, column) => columns[column]?.holds === 'gauge');
  if (bars.length === 0 || Math.min(...bars) <= shortestGauge) return undefined;
  return widenLabel(
    widths.map((width, column) => (column === 0 ? width + bars.length : columns[column]?.holds === 'gauge' ? width - 1 : width)),
    columns,
  );
}

/** Cells of one group, filled up to the height of the highest. */
function alignTops(cells: readonly string[][]): string[][] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return cells.map((lines) => [...lines, ...Array.from({ length: height - lines.length }, () => '')]);
}
