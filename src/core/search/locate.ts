import { isAcronym } from '../catalogue/latin-words.ts';
import { foldText } from './fold.ts';
import type { FoldedText } from './fold.ts';

/** A stretch of a text, from its first code unit to the one behind its last. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What is looked for. */
export interface SearchTerm {
  readonly term: string;
  /** The words of a Japanese term. */
  readonly words: readonly string[];
}

/** How well a term was found: as it is, or in another spelling. */
export type MatchQuality = 'exact' | 'variant';

export interface Located {
  readonly ranges: readonly TextRange[];
  readonly quality: MatchQuality;
}

// Kana that verbs end in when they stand inside a compound: 問い合わせ, 取り引き, 見積もり. Particles such as の are not among them.
const okurigana = '[いきぎしちびみりえけげせてべめれわも]{0,2}';

/**
 * Where a term stands in a text: as it is, folded (`foldText`), or in another spelling: 問合せ for 問い合わせ,
 * `recruiting` for `recruitment`, 給与の計算 for 給与計算. Undefined where it does not.
 */
export function locateTerm(source: FoldedText, { term, words }: SearchTerm): Located | undefined {
  const { text } = source;
  const { folded } = foldText(term);
  if (folded === '') return undefined;
  if (/^[\p{Script=Latin}\p{N}]/u.test(folded)) return locateLatin(source, folded, isAcronym(term));
  const exact = findAll(source, folded).filter(({ start }) => isWordStart(text, start));
  if (exact.length > 0) return { ranges: exact, quality: 'exact' };
  const variant = locateKanji(source, folded);
  if (variant.length > 0) return { ranges: variant, quality: 'variant' };
  // Apart from each other: all words of the term must be there.
  const parts = words.length < 2 ? [] : words.map((word) => findAll(source, foldText(word).folded).filter(({ start }) => isWordStart(text, start)));
  return parts.length === 0 || parts.some((found) => found.length === 0) ? undefined : { ranges: mergeRanges(parts.flat()), quality: 'variant' };
}

/** Ranges in order, those that touch or overlap as one. */
export function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) merged.splice(-1, 1, { start: last.start, end: Math.max(last.end, range.end) });
    else merged.push(range);
  }
  return merged;
}

// Hiragana inside a run of hiragana is mostly the end of one word and the beginning of another.
function isWordStart(text: string, start: number): boolean {
  const hiragana = /^\p{Script=Hiragana}/u;
  return !(hiragana.test(text.slice(start)) && hiragana.test(text.slice(start - 1, start)));
}

function findAll({ folded, offsets }: FoldedText, part: string): TextRange[] {
  const found: TextRange[] = [];
  for (let at = folded.indexOf(part); at >= 0 && part !== ''; at = folded.indexOf(part, at + part.length)) found.push(rangeOf(offsets, at, at + part.length));
  return found;
}

const inflections = '(?:e|s|es|d|ed|r|rs|er|ers|or|ors|ing|ings|e?ments?|ions?|al|ants?|anc(?:es?|y)|ly|y|ies|ive|able)?';

// Whole words; the ending of longer ones may differ: recruit, recruits, recruiting, recruitment.
function locateLatin(source: FoldedText, term: string, capitals: boolean): Located | undefined {
  // Ids in commands and addresses are no words.
  const technical = Array.from(source.text.matchAll(/https?:\/\/\S+|\bbackoffice [a-z][a-z -]*/g), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const isWord = ({ start, end }: TextRange) =>
    !technical.some((span) => start < span.end && end > span.start) && (!capitals || isAcronym(source.text.slice(start, end).replace(/s$/, '')));
  const match = (word: string, ending: string): TextRange[] =>
    Array.from(
      source.folded.matchAll(new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${joinable(word)}${ending}(?![\\p{Script=Latin}\\p{N}])`, 'gu')),
      ({ index, 0: found }) => rangeOf(source.offsets, index, index + found.length),
    ).filter(isWord);
  const exact = match(term, term.length < 4 ? 's?' : inflections);
  if (exact.length > 0) return { ranges: exact, quality: 'exact' };
  const stem = stemOf(term);
  const variant = stem === term ? [] : match(stem, inflections);
  return variant.length > 0 ? { ranges: variant, quality: 'variant' } : undefined;
}

/** A pattern for a word or compound that a text may write with a hyphen: `wifi` finds Wi-Fi, `year end` year-end. */
function joinable(term: string): string {
  if (term.length < 4) return escapeRegExp(term);
  const parts = term.split(/[ \-‐‑]+/).map((part) => Array.from(part, escapeRegExp).join('[-‐‑]?'));
  return parts.join('[-‐‑ ]');
}

/** An English word without its ending, or as it is where too little would be left: recruiting, recruitment → recruit. */
export function stemOf(word: string): string {
  const stem = word.replace(/(?:e?ments?|ings?|ions?|e?rs?|ed|es|e|s)$/, '');
  return stem.length >= 4 ? stem : word;
}

const spelling = new RegExp(`^(?:\\p{Script=Han}${okurigana})+$`, 'u');

function locateKanji(source: FoldedText, term: string): TextRange[] {
  const kanji = term.match(/\p{Script=Han}/gu) ?? [];
  if (kanji.length < 2 || !spelling.test(term)) return [];
  const ending = /\p{Script=Hiragana}$/u.test(term) ? okurigana : '';
  const pattern = new RegExp(kanji.join(okurigana) + ending, 'gu');
  return Array.from(source.folded.matchAll(pattern), ({ index, 0: found }) => rangeOf(source.offsets, index, index + found.length));
}

function rangeOf(offsets: readonly number[], start: number, end: number): TextRange {
  return { start: offsets[start] ?? 0, end: offsets[end] ?? 0 };
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
