import type { Messages } from '../../messages/messages.ts';
import type { KnownBreaks } from '../text/breaks.ts';
import type { Glyphs } from '../text/glyphs.ts';
import type { Palette } from './palette.ts';

/** How output is to look: where it goes decides, once. */
export interface Style {
  /** Columns of the terminal. */
  readonly width: number;
  readonly palette: Palette;
  readonly glyphs: Glyphs;
  readonly messages: Messages;
  /** Breaks of the texts that the build knew. */
  readonly knownBreaks: KnownBreaks;
  /** What this person types to run the program: `backoffice`, or `npx backoffice` in a checkout. */
  readonly invocation: string;
  /** Somebody reads along at a terminal. */
  readonly interactive: boolean;
}
