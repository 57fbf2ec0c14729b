import type { TextRange } from '../../core/search/locate.ts';
import type { Break, BreakFinder } from './find-breaks.ts';
import { closeMark, openMark } from '../../pages/page.ts';
import { noColour } from '../terminal/palette.ts';
import type { Palette } from '../terminal/palette.ts';
import { displayWidth } from './width.ts';
import { wrapText } from './wrap.ts';

const marks = new RegExp(`[${openMark}${closeMark}]`, 'g');

/** The text alone. */
export function stripMarks(text: string): string {
  return text.replace(marks, '');
}

/** The text with something readable around what is to stand out. */
function replaceMarks(text: string, before: string, after: string): string {
  return text.replaceAll(openMark, before).replaceAll(closeMark, after);
}

/** Columns of a text as `wrapMarked` writes it. */
export function markedWidth(text: string, palette: Palette): number {
  return displayWidth(palette === noColour ? replaceMarks(text, '*', '*') : stripMarks(text));
}

/** A text as lines, with what is to stand out painted, or between asterisks where there is no colour. */
export function wrapMarked(text: string, width: number, findBreaks: BreakFinder, palette: Palette): string[] {
  if (!text.includes(openMark)) return wrapText(text, width, findBreaks);
  const plain = stripMarks(text);
  const ranges = readRanges(text);
  if (palette === noColour) return wrapText(replaceMarks(text, '*', '*'), width, () => findBreaks(plain).map((found) => shiftBreak(found, ranges)));
  let start = 0;
  return wrapText(plain, width, findBreaks).map((line) => {
    start = plain.indexOf(line, start);
    const painted = paintRanges(line, start, ranges, palette);
    start += line.length;
    return painted;
  });
}

function readRanges(text: string): TextRange[] {
  const ends = Array.from(text.matchAll(marks), ({ index }, place) => index - place);
  return ends.flatMap((start, place) => (place % 2 === 0 ? [{ start, end: ends[place + 1] ?? start }] : []));
}

// A break before a stretch is before its asterisk, one behind it is behind it.
function shiftBreak({ position, quality }: Break, ranges: readonly TextRange[]): Break {
  const before = ranges.filter(({ start }) => start < position).length + ranges.filter(({ end }) => end <= position).length;
  return { position: position + before, quality };
}

function paintRanges(line: string, offset: number, ranges: readonly TextRange[], palette: Palette): string {
  const inLine = ranges
    .map(({ start, end }) => ({ start: Math.max(0, start - offset), end: Math.min(line.length, end - offset) }))
    .filter(({ start, end }) => start < end);
  let painted = '';
  let last = 0;
  for (const { start, end } of inLine) {
    painted += line.slice(last, start) + palette.match(line.slice(start, end));
    last = end;
  }
  return painted + line.slice(last);
}
