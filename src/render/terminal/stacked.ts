import type { Block } from '../../pages/page.ts';
import { indent } from '../text/lines.ts';
import { displayWidth, padEnd } from '../text/width.ts';
import { drawCell, drawName, valueWidth } from './cells.ts';
import { wrap } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { drawGauge, gaugeWidth } from './gauge.ts';

/** A table too wide for its columns: row below row, each cell behind or under the label of its column. */
export function drawStacked({ columns, rows }: Extract<Block, { kind: 'table' }>, style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  const labelWidth = Math.max(0, ...columns.filter(({ holds }) => holds === 'gauge').map(({ label }) => displayWidth(label)));
  return rows.flatMap((row, rowIndex) => {
    const { groups } = row;
    const heading = drawName(row, width, palette.heading, style);
    const body = columns.slice(1).flatMap(({ label }, index) => {
      const labelLines = () => indent(wrap(label, width - 2, style).map(palette.muted), 2);
      const cells = groups.flatMap((group) => group[index] ?? []);
      const [first] = cells;
      if (first?.gauge !== undefined) {
        // Bars below each other; a label that leaves no room for one stands on its own line.
        if (labelWidth + 4 + gaugeWidth(valueWidth) / 2 > width) return [...labelLines(), `    ${drawGauge(first.gauge, valueWidth, width - 4, style)}`];
        return [`  ${palette.muted(padEnd(label, labelWidth))}  ${drawGauge(first.gauge, valueWidth, width - labelWidth - 4, style)}`];
      }
      if (first?.quiet === true && first.texts.length === 0) return [];
      const lines = cells.flatMap((cell) => drawCell(cell, style, width - 4));
      const texts = cells.flatMap((cell) => [...cell.texts, ...(cell.closing === undefined ? [] : [cell.closing])]);
      const [only = glyphs.nothing] = texts;
      const beside = texts.length <= 1 && displayWidth(label) + 6 + displayWidth(only) <= width;
      return beside ? [`  ${palette.muted(label)}  ${lines[0] ?? only}`] : [...labelLines(), ...indent(lines, 4)];
    });
    const above = row.heading === undefined ? [] : [...wrap(row.heading, width, style).map(palette.heading), ''];
    return [...(rowIndex > 0 ? [''] : []), ...above, ...heading, ...body];
  });
}
