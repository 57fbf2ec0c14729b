import type { ProblemSource } from '../../pages/page.ts';
import { cutEnd, cutStart } from '../text/cut.ts';
import type { Problem } from '../text/drawn.ts';
import { indent } from '../text/lines.ts';
import { displayWidth } from '../text/width.ts';
import { wrapText } from '../text/wrap.ts';
import { hangText } from './drawing.ts';
import type { Drawing } from './drawing.ts';

type ProblemDrawing = Pick<Drawing, 'glyphs' | 'palette' | 'findBreaks'>;

/** A problem of a file: its place, what is wrong, the line with a mark under what is meant, and what to do. */
export function drawProblem({ place, severity, label, text, source, hints }: Problem, style: ProblemDrawing, width: number): string[] {
  const { palette, glyphs } = style;
  const paint = { error: palette.error, warning: palette.caution, note: palette.code }[severity];
  const inner = width - 2;
  return [
    ...wrapText(place, width, breakPath).map(palette.strong),
    ...indent(hangText(`${paint(label)}  `, text, inner, style), 2),
    ...(source === undefined ? [] : indent(drawSource(source, style, inner, paint), 2)),
    ...hints.flatMap((hint) => indent(hangText(`${palette.good(glyphs.arrow)} `, hint, inner, style), 2)),
  ];
}

/** The line behind its number, and below it a mark as wide as what is meant. */
function drawSource(source: ProblemSource, { palette, glyphs }: ProblemDrawing, width: number, paint: (text: string) => string): string[] {
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

// A path may be broken behind a slash.
function breakPath(path: string) {
  return Array.from(path.matchAll(/\/(?=.)/g), ({ index }) => ({ position: index + 1, quality: 3 as const }));
}
