import type { Break, BreakFinder } from './find-breaks.ts';
import { fitColumns } from './cut.ts';
import { displayWidth } from './width.ts';

/** The end of a phrase is better than that of a word only if it leaves the line at least this full. */
const fullEnough = 0.6;

/**
 * A text as lines of at most `width` columns, with every character except the spaces at breaks.
 * Breaks where a phrase ends, else where a word ends, else between the parts of a compound. Only a stretch that is wider than a line is
 * broken inside a word, where UAX #14 allows it, and one that allows no break is cut where the line is full.
 */
export function wrapText(text: string, width: number, findBreaks: BreakFinder): string[] {
  if (displayWidth(text) <= width) return [text];
  const stops: Break[] = [...findBreaks(text), { position: text.length, quality: 3 }];
  const lines: string[] = [];
  let start = 0;
  let first = 0;
  while (start < text.length) {
    // The last of the best stops that fit.
    let best = { position: start, level: 0 };
    // There is one for each column at most, and one behind a space that the line does without.
    for (const { position, quality } of stops.slice(first, first + width + 1)) {
      // No character takes so many code units a column: do not measure the rest of a long text.
      if (position - start > width * 16) break;
      // None takes more than two columns: what cannot fill the line enough need not be measured.
      const most = (position - start) * 2;
      const filled = most < width * fullEnough ? most : displayWidth(text.slice(start, position).trimEnd());
      if (filled > width) break;
      // Ends of phrases and words are alike where they do not leave the line full enough, but better still than a compound torn apart.
      const level = filled >= width * fullEnough ? quality : Math.min(quality, 1.5);
      if (level >= best.level) best = { position, level };
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
      if (start > 0) breaks.push({ position: start, quality: 3 });
      for (const { position, quality } of findBreaks(term)) breaks.push({ position: start + position, quality: quality === 3 ? 2 : quality });
      start += term.length + separator.length;
    }
    return breaks;
  });
}
