import { toAscii } from './glyphs.ts';
import { asTyped } from '../../messages/invocation.ts';
import type { Style } from '../terminal/style.ts';

/** One of our texts for this person: commands as they have to be typed, marks in ASCII if asked for. Before it is laid out: both change its width. */
export function adaptText(text: string, { glyphs, invocation }: Pick<Style, 'glyphs' | 'invocation'>): string {
  const typed = asTyped(text, invocation);
  return glyphs.ascii ? toAscii(typed) : typed;
}
