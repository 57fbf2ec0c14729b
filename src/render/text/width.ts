import { eastAsianWidth } from 'get-east-asian-width';

/** Lines longer than this are hard to read, however wide the terminal. */
export const longestLine = 100;

const ascii = /^[\x20-\x7E]*$/;
// Our marks and bars besides: · – — “ ” • … ← ↑ → ↓, the box and block elements, all Ambiguous, and the letters of Western Europe.
const narrowOnes = '\\x20-\\x7E\\xB7\\xC0-\\xFF\\u2013\\u2014\\u2018-\\u201D\\u2022\\u2026\\u2190-\\u2193\\u2500-\\u259F';
const wideOnes = '\\u3000-\\u3029\\u3030-\\u303E\\u3041-\\u3096\\u309B-\\u30FF\\u4E00-\\u9FFF\\uFF01-\\uFF60';
const common = new RegExp(`^[${narrowOnes}${wideOnes}]*$`);
const narrow = new RegExp(`[${narrowOnes}]`, 'g');
// Colours are the only escapes in our output.
const colours = /\u001B\[[\d;]*m/g;

// The same texts are asked for again and again: where lines are broken, in columns, and by cli-table3.
const known = new Map<string, number>();
const mostKnown = 2000;

/** Columns that a text takes on a terminal, without its colours. East Asian Wide counts 2, Ambiguous counts 1. */
export function displayWidth(text: string): number {
  let width = known.get(text);
  if (width === undefined) {
    width = measure(text);
    if (known.size === mostKnown) known.clear();
    known.set(text, width);
  }
  return width;
}

function measure(text: string): number {
  if (ascii.test(text)) return text.length;
  const plain = text.includes('\u001B') ? text.replace(colours, '') : text;
  if (common.test(plain)) return plain.length * 2 - (plain.match(narrow)?.length ?? 0);
  return measureCharacters(plain);
}

// Combining marks, variation selectors, and the vowels and finals that a Hangul letter is put together with. Terminals draw a soft hyphen.
const invisible = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u1160-\u11FF\uD7B0-\uD7FF]$/u;
const softHyphen = '\xAD';
const joiner = '\u200D';
const pictograph = /^\p{Extended_Pictographic}$/u;
const skinTone = /^\p{Emoji_Modifier}$/u;

// Character by character, for string-width loads Intl.Segmenter from version 5 on, which takes longer than a page, and version 4 knows neither
// variation selectors of names (U+E0100) nor emoji of later Unicode versions.
function measureCharacters(text: string): number {
  let width = 0;
  let previous = '';
  let isJoined = false;
  for (const character of text) {
    if (character !== softHyphen && invisible.test(character)) {
      isJoined = character === joiner;
      continue;
    }
    const columns = eastAsianWidth(character.codePointAt(0) ?? 0);
    const isPart = pictograph.test(previous) && ((isJoined && pictograph.test(character)) || skinTone.test(character));
    if (!isPart) [width, previous] = [width + columns, character];
    isJoined = false;
  }
  return width;
}

/** The text with spaces up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
