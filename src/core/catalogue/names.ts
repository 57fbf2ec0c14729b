import { toRomaji } from 'wanakana';

/** No name is longer; folding takes more than its share of time for texts that are. */
const longestName = 200;

/**
 * The spelling of a name that all its spellings share: width and case folded, kana as romaji,
 * macrons stripped, long vowels (`ou`, `ei`, doubled) shortened, Hepburn and Kunrei merged, spaces and hyphens dropped.
 * Kanji stay as they are. `けいり`, `ｹｲﾘ`, `KEIRI` and `keiri` give one result,
 * as do `そうむ`, `soumu`, `somu` and `sōmu`.
 */
export function foldName(name: string): string {
  const plain = name
    .slice(0, longestName)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-z])[\u0300-\u036F]+/g, '')
    .normalize('NFC');
  const joined = dropSeparators(plain);
  // Without kana there is nothing to turn into romaji; the tables for it take 3 ms to build.
  return mergeRomanisations(/[\u3000-\u30FF]/.test(joined) ? dropSeparators(toRomaji(joined).toLowerCase()) : joined);
}

function dropSeparators(name: string): string {
  return name.replace(/[\s\-_.'’・=＝/&]/g, '');
}

function mergeRomanisations(romaji: string): string {
  return romaji
    .replace(/sh(?=[aueo])/g, 'sy')
    .replace(/shi/g, 'si')
    .replace(/ch(?=[aueo])/g, 'ty')
    .replace(/chi/g, 'ti')
    .replace(/tsu/g, 'tu')
    .replace(/fu/g, 'hu')
    .replace(/jy?(?=[aueo])/g, 'zy')
    .replace(/ji/g, 'zi')
    .replace(/m(?=[bp])/g, 'n')
    .replace(/([aiueo])h(?![aiueoy])/g, '$1')
    .replace(/o[ou]+/g, 'o')
    .replace(/e[ei]+/g, 'e')
    .replace(/([aiu])\1+/g, '$1');
}
