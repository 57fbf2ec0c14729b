import { writeText } from '../../messages/text.ts';
import type { Text } from '../../messages/text.ts';
import type { Style } from '../terminal/style.ts';
import { drawTexts } from './drawn.ts';
import type { Drawn } from './drawn.ts';
import { toAscii } from './glyphs.ts';

type Reader = Pick<Style, 'glyphs' | 'invocation'>;

/** One of our texts for this person: commands as they have to be typed, marks in ASCII if asked for. Before it is laid out: both change its width. */
export function adaptText(text: Text, { glyphs, invocation }: Reader): string {
  const written = writeText(text, invocation);
  return glyphs.ascii ? toAscii(written) : written;
}

/** The same for all texts of a page, or of a part of one. */
export function adaptTexts<Value>(value: Value, { glyphs, invocation }: Reader): Drawn<Value> {
  return drawTexts(value, invocation, glyphs.ascii ? toAscii : undefined);
}
