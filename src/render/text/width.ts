// Version 4: the newer ones load Intl.Segmenter, which takes longer than a page.
import stringWidth from 'string-width';

/** Lines longer than this are hard to read, however wide the terminal. */
export const longestLine = 100;

const ascii = /^[\x20-\x7E]*$/;
// Our marks and bars besides: · – — “ ” • … ← ↑ → ↓, the box and block elements, all Ambiguous, and the letters of Western Europe.
const common =
  /^[\x20-\x7E\xB7\xC0-\xFF\u2013\u2014\u2018-\u201D\u2022\u2026\u2190-\u2193\u2500-\u259F\u3000-\u303E\u3041-\u3096\u3099-\u30FF\u4E00-\u9FFF\uFF01-\uFF60]*$/;
// Colours are the only escapes in our output.
const colours = /\u001B\[[\d;]*m/g;
const narrow = /[\x20-\x7E\xB7\xC0-\xFF\u2013\u2014\u2018-\u201D\u2022\u2026\u2190-\u2193\u2500-\u259F]/g;

// Many ask for the same text several times in a row.
let last = '';
let lastWidth = 0;

/** Columns that a text takes on a terminal, without its colours. East Asian Wide counts 2, Ambiguous counts 1. */
export function displayWidth(text: string): number {
  if (text !== last) {
    lastWidth = measure(text);
    last = text;
  }
  return lastWidth;
}

function measure(text: string): number {
  if (ascii.test(text)) return text.length;
  const plain = text.includes('\u001B') ? text.replace(colours, '') : text;
  if (common.test(plain)) return plain.length * 2 - (plain.match(narrow)?.length ?? 0);
  return stringWidth(plain);
}

/** The text with spaces up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
