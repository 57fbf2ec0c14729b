import type { Cell, TableRow } from '../../pages/page.ts';
import { hang } from '../text/lines.ts';
import { displayWidth } from '../text/width.ts';
import { wrap } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { drawGauge, gaugeWidth } from './gauge.ts';

/** Columns of the values beside bars: 100%, ~3.45. */
export const valueWidth = 5;

/** The lines of a cell in at most `width` columns. */
export function drawCell({ texts, mark, closing, gauge }: Cell, style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  if (gauge !== undefined) return [drawGauge(gauge, valueWidth, width, style)];
  const closed = closing === undefined ? [] : wrap(closing, width, style).map(palette.muted);
  if (mark === undefined) return [...texts.flatMap((text) => wrap(text, width, style)), ...closed];
  const sign = mark === 'same' ? palette.good(glyphs.same) : glyphs.bullet;
  return [...texts.flatMap((text) => hang(`${sign} `, 0, width, (room) => wrap(text, room, style))), ...closed];
}

/** The lines of the first column: a name in bold or as a heading, and what is said quietly under it. */
export function drawName({ name, remark }: TableRow, width: number, paint: (line: string) => string, style: Drawing): string[] {
  const named = name.flatMap((text) => wrap(text, width, style)).map(paint);
  return remark === undefined ? named : [...named, ...wrap(remark, width, style).map(style.palette.muted)];
}

/** Columns that the widest text of a column takes on one line. */
export function neededWidth({ name, remark = '', groups }: TableRow, column: number): number {
  if (column === 0) return Math.max(0, ...[...name, remark].map(displayWidth));
  const cells = groups.map((group) => group[column - 1]);
  return Math.max(
    0,
    ...cells.flatMap((cell) =>
      cell?.gauge === undefined
        ? [...(cell?.texts ?? []).map((text) => displayWidth(text) + (cell?.mark === undefined ? 0 : 2)), displayWidth(cell?.closing ?? '')]
        : [gaugeWidth(valueWidth)],
    ),
  );
}
