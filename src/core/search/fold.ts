import { modernizeKanji } from '../catalogue/kanji-forms.ts';
import { dropSelectors, unifyCounters } from '../catalogue/names.ts';

/** A text as search compares it, and where each of its characters stands in the text itself. */
export interface FoldedText {
  readonly text: string;
  readonly folded: string;
  /** For each code unit of `folded`, and for its end, the index in the text. */
  readonly offsets: readonly number[];
}

const katakana = /[ァ-ヶヽヾ]/g;

/**
 * A text with width, case and kana folded: full-width letters become ASCII, katakana hiragana, accents are dropped,
 * and so are selectors of forms and a long mark at the end of a word (サーバー is サーバ); old forms of kanji are those of today.
 */
export function foldText(text: string): FoldedText {
  let folded = '';
  const offsets: number[] = [];
  for (const { index, 0: character } of text.matchAll(/\P{M}[\p{M}\uFF9E\uFF9F]*|\p{M}/gsu)) {
    const isDropped = /^[ーｰ]$/.test(character) && endsWord(text.slice(Math.max(0, index - 1), index), text.slice(index + 1, index + 2));
    const part = isDropped ? '' : foldCharacter(character);
    offsets.push(...Array.from({ length: part.length }, () => index));
    folded += part;
  }
  offsets.push(text.length);
  return { text, folded: unifyCounters(folded), offsets };
}

function foldCharacter(character: string): string {
  return modernizeKanji(dropSelectors(character))
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-z])[\u0300-\u036F]+/g, '')
    .normalize('NFC')
    .replace(katakana, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

function endsWord(before: string, behind: string): boolean {
  const katakana = /[\p{Script=Katakana}ー]/u;
  return before !== '' && !katakana.test(behind) && (katakana.test(before) || !/\p{Script=Hiragana}/u.test(behind));
}
