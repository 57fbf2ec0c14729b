import { createStyle, findWidth } from './create-style.ts';
import { adaptText } from '../../render/text/adapt.ts';
import { loadBreakFinder } from '../../render/text/breaks.ts';
import { asksInLines } from '../prompts/asks-in-lines.ts';
import type { QuestionLayout } from '../prompts/prompter.ts';
import type { Style } from '../../render/terminal/style.ts';
import { wrapText } from '../../render/text/wrap.ts';
import type { Session } from './session.ts';

/** What questions at the terminal are laid out with. */
export interface Screen extends QuestionLayout {
  readonly style: Style;
  /** Questions are asked line by line: bars would be read aloud. */
  readonly inLines: boolean;
  /** Columns that a text may take, for the width that the terminal has now. */
  readonly findWidth: () => number;
}

/** The screen that questions are asked on; it needs the break finder, so it is opened only when something is asked. */
export async function openScreen({ context, messages, options }: Pick<Session, 'context' | 'messages' | 'options'>): Promise<Screen> {
  const stream = context.questions;
  const style = await createStyle(context, messages, { stream, colour: options.color, ascii: options.ascii === true });
  const findBreaks = await loadBreakFinder(style.knownBreaks);
  const findRoom = () => Math.max(10, findWidth(context, stream) - 2);
  return {
    style,
    palette: style.palette,
    messages,
    inLines: asksInLines(context.environment),
    findWidth: findRoom,
    wrap: (text, indent = 0) => wrapText(adaptText(text, style), Math.max(10, findRoom() - indent), findBreaks),
  };
}
