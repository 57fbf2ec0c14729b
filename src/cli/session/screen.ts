import { createStyle } from './create-style.ts';
import { adaptText } from '../../render/text/adapt.ts';
import { loadBreakFinder } from '../../render/text/breaks.ts';
import type { Style } from '../../render/terminal/style.ts';
import { wrapText } from '../../render/text/wrap.ts';
import type { Session } from './session.ts';

/** What questions at the terminal are laid out with. */
export interface Screen {
  readonly style: Style;
  /** Columns that a text may take. */
  readonly width: number;
  /** A text for the terminal as lines of at most `width` columns. */
  readonly wrap: (text: string) => string[];
}

/** The screen that questions are asked on; it needs the break finder, so it is opened only when something is asked. */
export async function openScreen({ context, messages, options }: Pick<Session, 'context' | 'messages' | 'options'>): Promise<Screen> {
  const style = await createStyle(context, messages, { stream: context.out, colour: options.color, ascii: options.ascii === true });
  const findBreaks = await loadBreakFinder(style.knownBreaks);
  const width = Math.max(10, style.width - 2);
  return { style, width, wrap: (text) => wrapText(adaptText(text, style), width, findBreaks) };
}
