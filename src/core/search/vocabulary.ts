import type { Readings } from '../catalogue/model.ts';
import { foldName } from '../catalogue/names.ts';
import { findNearest } from '../catalogue/nearest.ts';
import { foldText } from './fold.ts';
import type { SearchIndex } from './search-index.ts';
import { contentWords } from './tokens.ts';

/** Words and their readings in hiragana: those of the catalogue, of own roles, and of the names of roles. */
export function collectReadings({ catalogue }: SearchIndex): Readings {
  const own = catalogue.roles.flatMap(({ name, reading, readings = {} }) => [
    ...(reading === undefined ? [] : [[name.ja, foldText(reading).folded]]),
    ...Object.entries(readings),
  ]);
  return Object.fromEntries([...Object.entries(catalogue.readings), ...own]) as Readings;
}

/** Words that stand in the texts, by what they are compared as. */
export type Vocabulary = ReadonlyMap<string, string>;

/** The words of all texts and readings. */
export function listVocabulary({ listPassages }: SearchIndex, readings: Readings): Vocabulary {
  const found = new Map<string, string>();
  for (const { lines } of listPassages()) {
    for (const word of lines.flatMap(({ ja, en }) => [
      ...(ja.match(/[\p{Script=Katakana}ー]{3,}|\p{Script=Han}{2,}/gu) ?? []),
      ...(en.match(/\p{Script=Latin}{4,}/gu) ?? []),
    ])) {
      found.set(word.toLowerCase(), word);
    }
  }
  for (const [word, reading] of Object.entries(readings)) {
    found.set(word, word);
    found.set(foldName(reading), word);
  }
  return found;
}

/** Words that come near one, the nearest first. */
export function findNear(word: string, vocabulary: Vocabulary): string[] {
  const typed = word.normalize('NFKC').toLowerCase();
  const slips = slipsIn(/\p{Script=Han}/u.test(word) ? typed.length * 2 : typed.length);
  const written = slips === 0 ? [] : findNearest(typed, vocabulary.keys(), 8, slips);
  // As romaji, different words come near each other: one slip, no more.
  const spoken = findNearest(foldName(word), vocabulary.keys(), 8, Math.min(1, slipsIn(foldName(word).length)));
  // A Latin word that only contains it is another word.
  const isOther = (near: string) => !(/^[a-z]/.test(typed) && near.toLowerCase().includes(typed));
  return [...new Set([...written, ...spoken].map((near) => vocabulary.get(near) ?? near))].filter(isOther).slice(0, 5);
}

/** Words that begin as a word of the compound does: 給与明細 is nowhere, but 給与 and 給与計算 are. */
export function findRelated(word: string, vocabulary: Vocabulary): string[] {
  const stems = contentWords(word).map((part) => (/^\p{Script=Latin}/u.test(part) ? part.slice(0, 5).toLowerCase() : part));
  const telling = stems.filter((stem) => stem.length >= (/^[a-z]/.test(stem) ? 5 : 2));
  return [...vocabulary].flatMap(([key, known]) => (telling.some((stem) => key.startsWith(stem)) ? [known] : []));
}

// A short word could be a slip of anything. A kanji takes about two keys.
function slipsIn(keys: number): number {
  return keys < 5 ? 0 : keys < 9 ? 1 : 2;
}

/** The word that `word` is a slip of. */
export function correct(word: string, vocabulary: Vocabulary): string | undefined {
  return findNear(word, vocabulary)[0];
}
