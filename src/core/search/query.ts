import { cleanText } from '../clean.ts';
import { foldText } from './fold.ts';
import { isAcronym } from '../catalogue/latin-words.ts';
import type { SearchIndex } from './search-index.ts';

/** Nobody looks for more. */
const longestQuery = 200;
const mostWords = 12;

/** Words that tell nothing, unless they stand alone. */
const fillers = new Set(
  'a an and are at by do does for in is of on or role roles that the to what which who whom with it its has have had job jobs least most 職種 仕事 どの どれ 何 誰'.split(
    ' ',
  ),
);

/** A word of a query as it was typed, and as it is looked for. */
export interface QueryWord {
  readonly word: string;
  readonly sought: string;
}

/**
 * The words of a query: cleaned, without those that tell nothing. Latin words with a hyphen or a space between them are looked for as one where
 * `isCompound` says that texts have them as one (Wi-Fi, payroll), otherwise each by itself: so it is the same whichever way they are typed.
 * With `hyphened` only where a text has a hyphen, as of words of which one tells nothing: in-house, but not a part.
 */
export function splitQuery(query: string, isCompound: (joined: string, hyphened: boolean) => boolean): readonly QueryWord[] {
  const words = cleanText(query.slice(0, longestQuery))
    .split(/[\s、，,。・"「」?？!！]+/)
    .map((word) => word.replace(/^\/+|\/+$/g, ''))
    .filter((word) => foldText(word).folded !== '');
  const pieces = words
    .slice(0, 2 * mostWords)
    .flatMap((word) => (isHyphened(word) ? word.split(hyphens).map((text, place) => ({ text, glue: place === 0 ? ' ' : '-' })) : [{ text: word, glue: ' ' }]));
  const joined: QueryWord[] = [];
  for (let at = 0; at < pieces.length;) {
    const count = countJoined(pieces.slice(at, at + mostJoined), isCompound);
    const group = pieces.slice(at, at + count);
    joined.push({ word: group.map(({ text, glue }, place) => (place === 0 ? '' : glue) + text).join(''), sought: group.map(({ text }) => text).join('') });
    at += count;
  }
  const telling = new Set(dropFillers(joined.map(({ word }) => word)));
  return [...new Map(joined.filter(({ word }) => telling.has(word)).map((asked) => [asked.word, asked])).values()].slice(0, mostWords);
}

/** No compound has more parts. */
const mostJoined = 3;
const hyphens = /[-‐‑]/;

function isHyphened(word: string): boolean {
  return /^[\p{Script=Latin}\p{N}]+(?:[-‐‑][\p{Script=Latin}\p{N}]+)+$/u.test(word);
}

function countJoined(pieces: readonly { readonly text: string; readonly glue: string }[], isCompound: (joined: string, hyphened: boolean) => boolean): number {
  const latin = pieces.findIndex(({ text }) => !/^[\p{Script=Latin}\p{N}]+$/u.test(text));
  for (let count = latin < 0 ? pieces.length : latin; count > 1; count -= 1) {
    const group = pieces.slice(0, count);
    const joined = group.map(({ text }) => text).join('');
    if (
      joined.length > 3 &&
      isCompound(
        joined,
        group.some(({ text }) => fillers.has(text.toLowerCase())),
      )
    )
      return count;
  }
  return 1;
}

/** The ways to part a Latin word in two, from the middle outwards. */
export function partWord(word: string): readonly (readonly [string, string])[] {
  if (!/^\p{Script=Latin}{6,40}$/u.test(word)) return [];
  const places = Array.from({ length: word.length - 3 }, (_, index) => index + 2);
  return places
    .toSorted((a, b) => Math.abs(a - word.length / 2) - Math.abs(b - word.length / 2))
    .map((place) => [word.slice(0, place), word.slice(place)] as const);
}

const adjective = /(?:少な|多|高|低|安|長|短|早|遅|良|悪|忙し|難し|厳し|楽し|新し|強|弱|大き|小さ|重|軽|広|狭)[いめ]/.source;

/** A word and, of an adjective, its other form: 少ない and 少なめ. */
export function inflect(word: string): readonly string[] {
  return new RegExp(`^${adjective}$`).test(word) ? [word, `${word.slice(0, -1)}${word.endsWith('い') ? 'め' : 'い'}`] : [word];
}

/** Finds words for the same thing as a word or phrase, if the catalogue has some. What it looks them up in is made with the first question. */
export function createSynonymFinder({ catalogue }: SearchIndex): (phrase: string) => readonly string[] | undefined {
  const keyOf = (text: string) => foldText(cleanText(text)).folded.replace(/[ \-‐‑]/g, '');
  let lines: ReadonlyMap<string, readonly string[]> | undefined;
  return (phrase) => {
    // Of two lines with a word the first counts.
    lines ??= new Map(catalogue.synonyms.toReversed().flatMap((line) => line.map((word) => [keyOf(word), line] as const)));
    const key = keyOf(phrase.slice(0, longestQuery));
    // What is the same but for a hyphen or a space goes first.
    return lines.get(key)?.toSorted((a, b) => Number(keyOf(b) === key) - Number(keyOf(a) === key));
  };
}

function dropFillers(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => isAcronym(word) || !fillers.has(word.toLowerCase()));
  return telling.length > 0 ? telling : words;
}

const sentenceRuns = new RegExp(
  [
    adjective,
    `(?:(?!${adjective})[\\p{Script=Han}々〆])+`,
    '\\p{Script=Katakana}[\\p{Script=Katakana}ー]+',
    '[\\p{Script=Latin}\\p{N}]+',
    `(?:(?!${adjective})\\p{Script=Hiragana})+`,
  ].join('|'),
  'gu',
);

/** The kanji, katakana and Latin parts of a text without spaces, and longer ones in hiragana; none if it is one part. */
export function splitSentence(text: string): readonly string[] {
  const runs = Array.from(text.matchAll(sentenceRuns), ([run]) => run);
  const parts = runs
    .map((run) => (/^\p{Script=Hiragana}/u.test(run) ? run.replace(/^[をがはにのでともへ]/, '') : run))
    .filter((run) => !/^\p{Script=Hiragana}{0,2}$/u.test(run));
  return parts.length === 1 && parts[0] === text ? [] : dropFillers(parts);
}
