import type { Messages } from '../messages/messages.ts';
import type { BreakFinder } from './breaks.ts';
import type { Glyphs } from './glyphs.ts';
import type { Palette } from './palette.ts';

/** How output is to look: where it goes decides, once. */
export interface Style {
  /** Columns of the terminal. */
  readonly width: number;
  readonly palette: Palette;
  readonly glyphs: Glyphs;
  readonly messages: Messages;
  readonly findBreaks: BreakFinder;
  /** Somebody reads along at a terminal. */
  readonly interactive: boolean;
}
