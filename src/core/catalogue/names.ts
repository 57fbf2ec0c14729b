import { modernizeKanji } from './kanji-forms.ts';
import { findSpelling, romanize } from './romaji.ts';

/** No name is longer; folding takes more than its share of time for texts that are. */
const longestName = 200;

/** A name as it is compared first: width, case and the two kana are one, spaces around it do not count. */
export function plainName(name: string): string {
  return name
    .slice(0, longestName)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A name as its spellings are compared: as `plainName` writes it, without spaces, hyphens, accents and variation selectors, old forms of kanji as
 * those of today, ヶ of counters as か. A long vowel of Latin letters (ō, ô) keeps its mark, as `:`.
 */
export function loosenName(name: string): string {
  const plain = plainName(name);
  const letters = /^[a-z\d]*$/.test(plain) ? plain : unifyCounters(dropSelectors(modernizeKanji(dropAccents(plain))).replace(/[\s\-‐‑–_.'’・=/&]/g, ''));
  return letters.replace(/[ヷ-ヺ]/g, (kana) => ({ ヷ: 'ゔぁ', ヸ: 'ゔぃ', ヹ: 'ゔぇ', ヺ: 'ゔぉ' })[kana] ?? kana);
}

/** A text without the selectors that say which form of a character is meant: 辻 with and without one are one. */
export function dropSelectors(text: string): string {
  return text.replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '');
}

function dropAccents(name: string): string {
  return /[\u00C0-\u024F\u0300-\u036F\u1E00-\u1EFF]/.test(name)
    ? name
        .normalize('NFD')
        .replace(/([aiueo])[\u0300-\u036F]*[\u0302\u0304][\u0300-\u036F]*/g, '$1:')
        .replace(/(?<=[a-z])[\u0300-\u036F]+/g, '')
        .normalize('NFC')
    : name;
}

/** Hiragana with the か of counters in one way: 3ヶ月, 3ケ月, 3ヵ月 and 3か月 as 3か月. As many characters as before. */
export function unifyCounters(text: string): string {
  return text.replace(/(?<=[\d〇一二三四五六七八九十百千万何数幾])[ゕゖけ箇](?=\p{Script=Han})/gu, 'か');
}

/**
 * The spelling that all spellings of a name share, or nearly: as romaji, long vowels (`ou`, `ei`, doubled) short, Hepburn, Kunrei and Nihon one.
 * Different names may share it, too (ろむ and ろうむ): for what comes near, and for what may be taken for another.
 * Kanji stay as they are. `けいり`, `ｹｲﾘ`, `KEIRI` and `keiri` give one result, as do `そうむ`, `soumu`, `somu` and `sōmu`.
 */
export function foldName(name: string): string {
  return mergeSpellings(loosenName(name));
}

function mergeSpellings(loose: string): string {
  const letters = hasKana(loose) ? romanize(loose) : loose;
  return merges.reduce((merged, [spelling, common]) => merged.replace(spelling, common), letters);
}

/** In turn: small kana and the rest as keyboards take them, consonants towards Kunrei, ん, what is no longer spoken, long vowels. */
const merges: readonly (readonly [RegExp, string])[] = [
  [/:/g, ''],
  [/[xl]ts?u([b-df-hj-np-tv-z])/g, '$1$1'],
  [/[xl]ts?u/g, ''],
  [/q(?=[aieo])/g, 'kw'],
  [/([td])wu/g, '$1u'],
  [/wy(?=[ie])|wh(?=[ieo])/g, 'w'],
  [/([td])h(?=u)/g, '$1y'],
  [/([td])hi/g, '$1i'],
  [/tch|cch/g, 'tch'],
  [/sh(?=[aueo])/g, 'sy'],
  [/shi/g, 'si'],
  [/ch(?=[aueo])/g, 'ty'],
  [/chi/g, 'ti'],
  [/tsu/g, 'tu'],
  [/v/g, 'b'],
  [/hhw/g, 'ff'],
  [/[hf]w(?=[aieo])/g, 'f'],
  [/ff(?=u|y)/g, 'hh'],
  [/f(?=u|y)/g, 'h'],
  [/dj(?=[aiueo])/g, 'j'],
  [/jj/g, 'zj'],
  [/jy?(?=[aueo])/g, 'zy'],
  [/ji/g, 'zi'],
  [/dz|d(?=[iu]|y[auo])/g, 'z'],
  [/m(?=[bpm])/g, 'n'],
  [/n+/g, 'n'],
  [/w(?=[ieo])/g, ''],
  [/([aiueo])h(?![aiueoy])/g, '$1'],
  [/o[ou]+/g, 'o'],
  [/e[ei]+/g, 'e'],
  [/([aiu])\1+/g, '$1'],
];

/** Whether what was typed may be a spelling of a name; both as `loosenName` writes them. Kana mean no other kana, but for the mark of a long vowel. */
export function isSpelling(typed: string, name: string): boolean {
  if (typed === '' || name === '') return false;
  if (typed === name) return true;
  if (hasKana(name)) return findSpelling(typed, name) === 'whole';
  // An id is romaji of which nobody has said how it is read.
  if (hasKana(typed)) return isLatin(name) && findSpelling(name, typed) === 'whole';
  return isLatin(typed) && isLatin(name) && mergeSpellings(typed) === mergeSpellings(name);
}

/** Whether a name begins with what was typed, or may be spelled so that it does; both as `loosenName` writes them. */
export function beginsSpelling(typed: string, name: string): boolean {
  if (typed === '') return false;
  if (name.startsWith(typed)) return true;
  if (hasKana(name)) return findSpelling(typed, name) !== undefined;
  return isLatin(name) && mergeSpellings(name).startsWith(mergeSpellings(typed));
}

function hasKana(loose: string): boolean {
  return /[ぁ-ゖー]/.test(loose);
}

function isLatin(loose: string): boolean {
  return /^[\x20-\x7E]+$/.test(loose);
}
