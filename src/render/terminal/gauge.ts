import type { Gauge } from '../../pages/page.ts';
import type { Style } from './style.ts';
import { displayWidth } from '../text/width.ts';

/** Columns of the longest bar. */
const longestBar = 20;
/** Columns below which a bar says nothing that the number does not. */
const shortestBar = 6;

/** Columns that a gauge would like. */
export function gaugeWidth(valueWidth: number): number {
  return valueWidth + 1 + longestBar;
}

/** A value and its bar in at most `width` columns; where a bar would be too short, only the value. */
export function drawGauge(gauge: Gauge, valueWidth: number, width: number, { glyphs, palette }: Pick<Style, 'glyphs' | 'palette'>): string {
  const value = ' '.repeat(Math.max(0, valueWidth - displayWidth(gauge.value))) + gauge.value;
  const length = Math.min(longestBar, width - displayWidth(value) - 1);
  if (length < shortestBar) return value;
  const { average } = gauge;
  // The mark stands between cells, so that it hides none.
  const cells = length - (average === undefined ? 0 : 1);
  const bar = gauge.estimated ? glyphs.estimate : glyphs.bar;
  const half = gauge.estimated ? '' : glyphs.halfBar;
  const mark = average === undefined ? 0 : Math.round(average * cells);
  const rounded = half === '' ? Math.round(gauge.position * cells) : Math.round(gauge.position * cells * 2) / 2;
  // Rounding must not carry a value across the mark.
  const filled = average === undefined ? rounded : gauge.position < average ? Math.min(rounded, mark) : Math.max(rounded, mark);
  const drawn = bar.repeat(Math.floor(filled)) + (Number.isInteger(filled) ? '' : half);
  const whole = drawn + glyphs.rest.repeat(cells - drawn.length);
  const paint = (from: number, to: number) =>
    palette.bar(whole.slice(from, Math.min(to, drawn.length))) + palette.muted(whole.slice(Math.max(from, drawn.length), to));
  if (average === undefined) return `${value} ${paint(0, cells)}`;
  return `${value} ${paint(0, mark)}${palette.mark(glyphs.average)}${paint(mark, cells)}`;
}
