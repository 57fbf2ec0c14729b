import { segmentText } from './segment.ts';
import { dropSelectors } from '../catalogue/names.ts';
import { foldText } from './fold.ts';

/** Splits a text into words, and what stands between them. */
export type Segment = (text: string) => readonly string[];

/** Splits any text; `Intl.Segmenter` takes some 10 ms to make. */
export const segment: Segment = (text) => (/^[A-Za-z0-9]*$/.test(text) ? [text] : segmentText(text).map((found) => found.segment));

/** Runs of Japanese letters, and words of others. */
const runs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+/gu;
const japanese = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]/u;

/**
 * What a text is found by: its words, and of Japanese also every two neighbouring characters, for words are
 * written together. The last character of a run stands alone, so that each character begins some token. What has hyphens is also
 * found as one word.
 */
export function tokenize(text: string): string[] {
  return [...pairTokens(text), ...joinedTokens(text), ...wordTokens(text)];
}

/** What must be there for a term to be there. */
export function requiredTokens(term: string): string[] {
  const pairs = pairTokens(term);
  const longer = pairs.filter((token) => !japanese.test(token) || Array.from(token).length > 1);
  return longer.length > 0 ? longer : pairs;
}

/** The Latin words of a text, and every two neighbouring Japanese characters. */
function pairTokens(text: string): string[] {
  return Array.from(foldText(text).folded.matchAll(runs), ([run]) => run).flatMap((run) => {
    if (!japanese.test(run)) return [run];
    const characters = Array.from(run);
    return characters.map((character, index) => character + (characters[index + 1] ?? ''));
  });
}

/** Wi-Fi as `wifi`. */
function joinedTokens(text: string): string[] {
  return Array.from(foldText(text).folded.matchAll(/[\p{Script=Latin}\p{N}]+(?:[-‐‑][\p{Script=Latin}\p{N}]+)+/gu), ([run]) => run.replace(/[-‐‑]/g, ''));
}

/** The Japanese words of a text that are longer than two characters, and the kanji of those with kana in or behind them. */
export function wordTokens(text: string, split: Segment = segment): string[] {
  return split(text).flatMap((word) => {
    if (!japanese.test(word)) return [];
    const { folded } = foldText(word);
    return [...(folded.length > 2 ? [folded] : []), ...kanjiToken(folded)];
  });
}

/** The words of which a Japanese term is made, without those that only join others. */
export function contentWords(term: string, split: Segment = segment): string[] {
  // A selector would part the word.
  return split(dropSelectors(term))
    .map((word) => word.trim())
    .filter((word) => /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}]/u.test(word));
}

/** 問い合わせ and 問合せ share their kanji: 問合. Marked, so that it is no pair of neighbours. */
function kanjiToken(word: string): string[] {
  const kanji = word.replace(/\P{Script=Han}/gu, '');
  return kanji.length >= 2 && kanji !== word ? [`*${kanji}`] : [];
}
