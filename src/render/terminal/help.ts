import type { KnownBreaks } from '../text/breaks.ts';
import type { Break, BreakFinder } from '../text/find-breaks.ts';
import type { Style } from './style.ts';
import { indent } from '../text/lines.ts';
import { displayWidth } from '../text/width.ts';
import { wrapTerms, wrapText } from '../text/wrap.ts';

/** One line of a help text: what to type, and what it means. */
export interface HelpRow {
  readonly term: string;
  readonly description: string;
  /** What the value may be. */
  readonly choices?: readonly string[];
}

export interface HelpGroup {
  readonly heading: string;
  readonly rows: readonly HelpRow[];
}

/** A help text: an introduction, groups of aligned rows, a last remark. */
export function renderHelp(introduction: string, groups: readonly HelpGroup[], remark: string, style: Style): string {
  const { knownBreaks, palette } = style;
  const findBreaks: BreakFinder = (text) => knownBreaks(text) ?? breakAtSpaces(text, knownBreaks);
  const width = Math.min(style.width, 100);
  const terms = groups.flatMap(({ rows }) => rows.map(({ term }) => displayWidth(term)));
  const termWidth = Math.min(Math.max(...terms), Math.floor(width * 0.4));

  const drawRow = ({ term, description, choices = [] }: HelpRow): string[] => {
    const beside = displayWidth(term) <= termWidth;
    const margin = beside ? termWidth + 4 : 6;
    const explained = [
      ...(description === '' ? [] : wrapText(description, width - margin, findBreaks)),
      ...(choices.length === 0 ? [] : wrapTerms(choices, ', ', width - margin, findBreaks).map(palette.muted)),
    ];
    const lines = indent(explained, margin);
    if (!beside) return [...indent(wrapTerms(term.split(' '), ' ', width - 2, findBreaks).map(palette.code), 2), ...lines];
    const [first = '', ...others] = lines;
    return [`  ${palette.code(term)}${first.slice(displayWidth(term) + 2)}`.trimEnd(), ...others];
  };

  const drawn = groups.filter(({ rows }) => rows.length > 0).flatMap(({ heading, rows }) => [palette.heading(heading), ...rows.flatMap(drawRow), '']);
  return ['', ...wrapText(introduction, width, findBreaks), '', ...drawn, ...(remark === '' ? [] : [...wrapText(remark, width, findBreaks), ''])].join('\n');
}

// The build knows all texts of the messages and the catalogue; what is put together from them is joined by spaces.
function breakAtSpaces(text: string, knownBreaks: KnownBreaks): Break[] {
  let start = 0;
  return text.split(' ').flatMap((word, index) => {
    const offset = start;
    start += word.length + 1;
    const inside = (knownBreaks(word) ?? []).map(({ position, quality }) => ({ position: offset + position, quality }));
    return index === 0 ? inside : [{ position: offset, quality: 3 } as const, ...inside];
  });
}
