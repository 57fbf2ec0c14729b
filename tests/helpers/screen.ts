import { eastAsianWidth } from 'get-east-asian-width';

/** Characters that must not begin a line (行頭禁則), in Japanese and in English. */
export const notAtLineStart = /^[、。，．・：；？！ー…‥」』】）〕》〉〟’”ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々ゝゞヽヾ゛゜％,.:;?!)\]}%]/u;

/** Text without white space: what must survive wrapping. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** A printed table read back by the columns of its rule. */
export interface PrintedTable {
  /** For each row and column, the lines of the cell. */
  readonly rows: readonly (readonly (readonly string[])[])[];
  /** Of each column. */
  readonly widths: readonly number[];
  /** Below the rule under the head. */
  readonly rules: number;
}

const isRule = (line: string) => /^\s*[─┼-][─┼\s+-]*$/u.test(line) && /[─-]{3}/u.test(line);

/** Reads the tables of a screen. Rows are parted by rules, or in a table without inner rules where the second column has a text. */
export function readTables(screen: string): PrintedTable[] {
  const lines = screen.split('\n');
  const starts = lines.flatMap((line, index) => (isRule(line) && (/─ {2}─/u.test(line) || line.includes('┼')) ? [index] : []));
  // The rules within a ruled table begin no other one.
  const firsts = starts.filter((start) => !lines[start]?.includes('┼') || !isInside(lines, start));
  return firsts.map((start) => readTableAt(lines, start));
}

/** Whether a ruled table began above a line, without an empty line between. */
function isInside(lines: readonly string[], start: number): boolean {
  const above = lines.slice(0, start);
  return above.slice(above.findLastIndex((line) => line.trim() === '') + 1).some((line) => line.includes('┼'));
}

function readTableAt(lines: readonly string[], ruleAt: number): PrintedTable {
  const rule = lines[ruleAt] ?? '';
  const spans = [...rule.replace(/─┼─/gu, '   ').matchAll(/─+/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const ruled = rule.includes('┼');
  const after = lines.slice(ruleAt + 1);
  const end = after.findIndex((line) => line.trim() === '');
  const body = end < 0 ? after : after.slice(0, end);
  const rows: string[][][] = [];
  let current: string[][] | undefined;
  let rules = 0;
  for (const line of body) {
    if (isRule(line)) rules += 1;
    if (ruled && isRule(line)) {
      current = undefined;
      continue;
    }
    const cells = spans.map((span, index) => sliceColumns(line, span.start, index === spans.length - 1 ? Infinity : span.end).trimEnd());
    // Without inner rules a row begins where the second column has a text, but for the rest of a long id.
    if (current === undefined || (!ruled && cells[1] !== '' && current[1]?.at(-1)?.endsWith('-') !== true)) {
      current = spans.map(() => []);
      rows.push(current);
    }
    cells.forEach((cell, index) => current?.[index]?.push(cell));
  }
  return { rows, widths: spans.map(({ start, end }) => end - start), rules };
}

/** Columns of a line, measured by another library than the program's. The catalogue has no combining characters. */
export function measureColumns(line: string): number {
  return Array.from(line).reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
}

/** The part of a line between two terminal columns. */
function sliceColumns(line: string, start: number, end: number): string {
  let column = 0;
  let slice = '';
  for (const character of line) {
    if (column >= start && column < end) slice += character;
    column += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return slice;
}
