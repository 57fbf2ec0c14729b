import type { BreakFinder } from '../text/find-breaks.ts';
import type { Glyphs } from '../text/glyphs.ts';
import type { Problem, ProblemSource } from '../../pages/page.ts';
import type { Palette } from './palette.ts';
import { displayWidth } from '../text/width.ts';
import { wrapText } from '../text/wrap.ts';

interface Drawing {
  readonly glyphs: Glyphs;
  readonly palette: Palette;
  readonly findBreaks: BreakFinder;
}

/** A problem of a file: its place, what is wrong, the line with a mark under what is meant, and what to do. */
export function drawProblem({ place, severity, label, text, source, hints }: Problem, style: Drawing, width: number): string[] {
  const { palette, glyphs, findBreaks } = style;
  const paint = { error: palette.error, warning: palette.caution, note: palette.code }[severity];
  const inner = width - 2;
  const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
  return [
    ...wrapText(place, width, breakPath).map(palette.strong),
    ...indent(hang(`${paint(label)}  `, displayWidth(label) + 2, text, inner, findBreaks)),
    ...(source === undefined ? [] : indent(drawSource(source, style, inner, paint))),
    ...hints.flatMap((hint) => indent(hang(`${palette.good(glyphs.arrow)} `, displayWidth(glyphs.arrow) + 1, hint, inner, findBreaks))),
  ];
}

/** The line behind its number, and below it a mark as wide as what is meant. */
function drawSource(source: ProblemSource, { palette, glyphs }: Drawing, width: number, paint: (text: string) => string): string[] {
  const gutter = ` ${String(source.line).padStart(3)} `;
  const room = Math.max(1, width - displayWidth(gutter) - displayWidth(glyphs.vertical) - 1);
  const { before, marked, after } = fitLine(source, room, glyphs.ellipsis);
  const rule = palette.muted(glyphs.vertical);
  const mark = ' '.repeat(displayWidth(before)) + paint('^'.repeat(Math.max(1, displayWidth(marked))));
  return [`${palette.muted(gutter)}${rule} ${before}${marked}${after}`.trimEnd(), `${' '.repeat(gutter.length)}${rule} ${mark}`];
}

/** The part of a line around what is meant that fits: from its beginning if that leaves room for what is meant. */
function fitLine({ before, marked, after }: Pick<ProblemSource, 'before' | 'marked' | 'after'>, room: number, ellipsis: string) {
  if (displayWidth(before + marked + after) <= room) return { before, marked, after };
  const needed = Math.min(Math.max(1, displayWidth(marked + after)), Math.ceil(room / 2));
  const start = cutStart(before, room - needed, ellipsis);
  const left = room - displayWidth(start);
  const rest = cutEnd(marked + after, left, ellipsis);
  // What was cut off is not marked.
  const kept = marked.startsWith(rest.slice(0, marked.length)) ? marked.length : rest.length;
  return { before: start, marked: rest.slice(0, kept), after: rest.slice(kept) };
}

function cutEnd(text: string, room: number, ellipsis: string): string {
  if (displayWidth(text) <= room) return text;
  const kept = takeWidth(Array.from(text), room - displayWidth(ellipsis));
  return `${kept.join('')}${ellipsis}`;
}

function cutStart(text: string, room: number, ellipsis: string): string {
  if (displayWidth(text) <= room) return text;
  const kept = takeWidth(Array.from(text).reverse(), room - displayWidth(ellipsis));
  return `${ellipsis}${kept.reverse().join('')}`;
}

/** The first characters that fit. */
function takeWidth(characters: readonly string[], room: number): string[] {
  let width = 0;
  const end = characters.findIndex((character) => (width += displayWidth(character)) > room);
  return end < 0 ? [...characters] : characters.slice(0, end);
}

/** A text behind a head, its other lines under its first. */
function hang(head: string, headWidth: number, text: string, width: number, findBreaks: BreakFinder): string[] {
  return wrapText(text, width - headWidth, findBreaks).map((line, index) => (index === 0 ? head : ' '.repeat(headWidth)) + line);
}

// A path may be broken behind a slash.
function breakPath(path: string) {
  return Array.from(path.matchAll(/\/(?=.)/g), ({ index }) => ({ position: index + 1, quality: 2 as const }));
}
