// Version 4, the one cli-table3 measures with: two measures would leave borders out of line.
import stringWidth from 'string-width';

/** Lines longer than this are hard to read, however wide the terminal. */
export const longestLine = 100;

const ascii = /^[\x20-\x7E]*$/;
// Our marks and bars besides: · – — • … → and the box and block elements, all Ambiguous.
const common = /^[\x20-\x7E\xB7\u2013\u2014\u2022\u2026\u2192\u2500-\u259F\u3000-\u303E\u3041-\u3096\u3099-\u30FF\u4E00-\u9FFF\uFF01-\uFF60]*$/;
const narrow = /[\x20-\x7E\xB7\u2013\u2014\u2022\u2026\u2192\u2500-\u259F]/g;

/** Columns that a text takes on a terminal. East Asian Wide counts 2, Ambiguous counts 1. */
export function displayWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  if (common.test(text)) return text.length * 2 - (text.match(narrow)?.length ?? 0);
  return stringWidth(text);
}

/** The text with spaces up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
