import { displayWidth } from './width.ts';

// A character with the marks, skin tones and emoji joined to it; the two letters of a flag.
const wholeCharacter = /(?:\p{Regional_Indicator}{2}|.)[\p{Mark}\p{Emoji_Modifier}]*(?:\u200D(?:.[\p{Mark}\p{Emoji_Modifier}]*)?)*/gsu;

/** Code units of the longest beginning of a text that takes at most `width` columns and ends between whole characters: `least` of them at any width. */
export function fitColumns(text: string, width: number, least = 0): number {
  let end = 0;
  let left = width;
  let count = 0;
  for (const [character] of text.matchAll(wholeCharacter)) {
    left -= displayWidth(character);
    if (left < 0 && count >= least) break;
    end += character.length;
    count += 1;
  }
  return end;
}

/** A text, or what fits of its beginning and a sign that it goes on. */
export function cutEnd(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  return text.slice(0, fitColumns(text, width - displayWidth(ellipsis))) + ellipsis;
}

/** A text, or what fits of its end behind a sign that something comes before it. */
export function cutStart(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  const characters = Array.from(text.matchAll(wholeCharacter), ([character]) => character).reverse();
  const kept = fitColumns(characters.join(''), width - displayWidth(ellipsis));
  return kept === 0 ? ellipsis : ellipsis + text.slice(-kept);
}
