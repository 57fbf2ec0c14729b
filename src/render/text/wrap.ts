import type { Break, BreakFinder } from './find-breaks.ts';
import { fitColumns } from './cut.ts';
import { displayWidth } from './width.ts';

/** A line is broken at the end of a phrase or word only if that leaves it at least this full. */
const fullEnough = 0.6;

/**
 * A text as lines of at most `width` columns, with every character except the spaces at breaks.
 * Breaks where UAX #14 allows, among those rather where a phrase or a word ends. A stretch
 * that allows no break and is wider than a line is cut where the line is full.
 */
export function wrapText(text: string, width: number, findBreaks: BreakFinder): string[] {
  if (displayWidth(text) <= width) return [text];
  const stops: Break[] = [...findBreaks(text), { position: text.length, quality: 2 }];
  const lines: string[] = [];
  let start = 0;
  let first = 0;
  while (start < text.length) {
    // The last of the best stops that fit; all are alike where they do not leave the line full enough.
    let best: Break = { position: start, quality: 0 };
    // There is one for each column at most, and one behind a space that the line does without.
    for (const { position, quality } of stops.slice(first, first + width + 1)) {
      // No character takes so many code units a column: do not measure the rest of a long text.
      if (position - start > width * 16) break;
      const filled = displayWidth(text.slice(start, position).trimEnd());
      if (filled > width) break;
      const level = filled >= width * fullEnough ? quality : 0;
      if (level >= best.quality) best = { position, quality: level };
    }
    const end = best.position > start ? best.position : start + fitColumns(text.slice(start), width, 1);
    lines.push(text.slice(start, end).trimEnd());
    start = end;
    while ((stops[first]?.position ?? Infinity) <= start) first += 1;
  }
  return lines;
}

/**
 * Terms in a row with a separator between them, as lines of at most `width` columns.
 * A line ends behind a separator where it can, inside a term only where it must.
 */
export function wrapTerms(terms: readonly string[], separator: string, width: number, findBreaks: BreakFinder): string[] {
  return wrapText(terms.join(separator), width, () => {
    const breaks: Break[] = [];
    let start = 0;
    for (const term of terms) {
      if (start > 0) breaks.push({ position: start, quality: 2 });
      for (const { position } of findBreaks(term)) breaks.push({ position: start + position, quality: 0 });
      start += term.length + separator.length;
    }
    return breaks;
  });
}
