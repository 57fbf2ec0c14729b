import type { BreakFinder } from '../text/find-breaks.ts';
import { hang } from '../text/lines.ts';
import { wrapMarked } from '../text/marks.ts';
import { displayWidth } from '../text/width.ts';
import type { DrawGrid } from './grid.ts';
import type { Style } from './style.ts';

/** A style with which texts can be wrapped and tables drawn. */
export interface Drawing extends Style {
  readonly findBreaks: BreakFinder;
  readonly drawGrid: DrawGrid;
}

/** What texts are wrapped with. */
export type Wrapping = Pick<Drawing, 'findBreaks' | 'palette'>;

/** A text as lines of at most `width` columns, with what is to stand out painted. */
export function wrap(text: string, width: number, { findBreaks, palette }: Wrapping): string[] {
  return wrapMarked(text, width, findBreaks, palette);
}

/** A text behind a head, its other lines under its first; under the head when there is no room. */
export function hangText(head: string, text: string, width: number, wrapping: Wrapping, paint = (line: string) => line): string[] {
  return hang(head, displayWidth(text), width, (room) => wrap(text, room, wrapping).map(paint));
}
