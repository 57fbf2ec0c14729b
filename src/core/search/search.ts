import { isCalled } from '../catalogue/queries.ts';
import { cleanText } from '../clean.ts';
import type { Catalogue, Language, Readings, Role } from '../catalogue/model.ts';
import { findSurveyed } from '../catalogue/surveyed.ts';
import type { SurveyedShare } from '../catalogue/surveyed.ts';
import { languages } from '../catalogue/model.ts';
import { beginsSpelling, foldName, isSpelling, loosenName } from '../catalogue/names.ts';
import { foldText } from './fold.ts';
import type { FoldedText } from './fold.ts';
import { findAskedLabourMarket } from './labour-market.ts';
import type { AskedLabourMarket } from './labour-market.ts';
import { locateTerm, mergeRanges } from './locate.ts';
import type { Located, MatchQuality, SearchTerm, TextRange } from './locate.ts';
import { subjectOf } from './passages.ts';
import type { Passage, SearchSection, SearchSubject } from './passages.ts';
import { createSynonymFinder, inflect, partWord, splitQuery, splitSentence } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { contentWords } from './tokens.ts';
import { collectReadings, correct, findNear, findRelated, listVocabulary } from './vocabulary.ts';

/** A text of a hit, and where in it what was looked for stands. */
export interface SearchLine {
  readonly text: string;
  readonly language: Language;
  /** In order, apart from each other; empty in a headline that does not say it. */
  readonly ranges: readonly TextRange[];
}

/** One passage in which words were found. */
export interface SearchHit {
  readonly passage: Passage;
  /** The headline first, then each other line in which a word was found. */
  readonly lines: readonly SearchLine[];
  readonly quality: MatchQuality;
}

/** What was found in one role, concept or topic of the guide. */
export interface SearchGroup {
  readonly subject: SearchSubject;
  /** It is called what was looked for. */
  readonly isNamed: boolean;
  readonly hits: readonly SearchHit[];
  /** What most people in the role answered, where that is what was looked for. */
  readonly surveyed?: SurveyedShare;
}

export interface SearchResult {
  /** What was looked for in the end. */
  readonly words: readonly string[];
  /** Words that stand nowhere, and synonyms or the nearest words that do, which were looked for instead. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** Words that stand nowhere. */
  readonly missing: readonly string[];
  /** The words stand in each group together, only apart from each other, or some of them only. */
  readonly coverage: 'together' | 'apart' | 'some';
  /** Best first. */
  readonly groups: readonly SearchGroup[];
  /** Roles of which the headline of a duty or specialty says all words; two or more, or none. */
  readonly sharedBy: readonly Role[];
  /** What these duties call what was looked for, if they all say it alike. */
  readonly sharedTerm?: string;
  /** Roles that are not among the groups, where no group is called what was looked for: of them nothing is said, which is no "no". */
  readonly unlisted: number;
  /** The figures of the labour market that the words ask for. */
  readonly labourMarket?: AskedLabourMarket;
  /** Where nothing was found: words that come near. */
  readonly nearest: readonly string[];
}

/**
 * Looks for words in all texts of a catalogue, in every language. Kana and romaji also find what is read so.
 * All words must stand in one passage; if they do so nowhere, in one subject; if nowhere either, as many as possible.
 * A word that stands nowhere is taken for a slip where another comes near.
 * @param language in which lines are given where they were found in both.
 */
export function searchCatalogue(index: SearchIndex, query: string, language: Language): SearchResult {
  let collected: Readings | undefined;
  const readings = () => (collected ??= collectReadings(index));
  const memory = new Map<string, FoldedText>();
  const looked = new Map<string, Finds>();
  const look = (word: string): Finds => {
    const finds = looked.get(word) ?? findWord(index, word, readings, (text) => remember(memory, text));
    looked.set(word, finds);
    return finds;
  };
  const findSynonyms = createSynonymFinder(index);
  const findParts = (word: string, finds: Finds): readonly string[] => {
    if (finds.size === 0 && findSynonyms(word) !== undefined) return [];
    const parts = splitSentence(word);
    // 残業 and 少ない stand apart in many a text; those that say both in its headline go first.
    if (finds.size > 0) return parts.length > 1 && parts.some((part) => inflect(part).length > 1) && isVariant(finds) ? parts : [];
    const isSaid = (pair: readonly string[]) => pair.every((part) => part.length > 2 && findTerms(index, [part], (text) => remember(memory, text)).size > 0);
    return parts.length > 0 ? parts : (partWord(word).find((pair) => look(pair.join(' ')).size > 0) ?? partWord(word).find(isSaid) ?? []);
  };
  const isCompound = (joined: string, hyphened: boolean) => look(joined).size > 0 && (!hyphened || listHyphened(index, joined, look(joined)).length > 0);
  const split = splitQuery(query, isCompound);
  const isPhrase = split.length > 1 && /[\s\-‐‑]/.test(query.trim()) && findSynonyms(query) !== undefined;
  const words = isPhrase ? [{ word: cleanText(query), sought: cleanText(query) }] : split;
  const asked = words.map(({ word, sought }) => ({ word, finds: look(sought) }));

  // What is written together but stands nowhere so may be a sentence, or two words: they are looked for.
  const parted = asked.flatMap(({ word, finds }) => {
    const parts = findParts(word, finds);
    return parts.length > 0 ? parts.map((part) => ({ word: part, finds: look(part) })) : [{ word, finds }];
  });
  const vocabulary = parted.every(({ finds }) => finds.size > 0) ? undefined : listVocabulary(index, readings());
  const corrected = parted.map(({ word, finds }) => {
    const to =
      finds.size > 0 || vocabulary === undefined ? undefined : (findSynonyms(word)?.find((other) => look(other).size > 0) ?? correct(word, vocabulary));
    return to === undefined ? { word, finds } : { word: to, from: word, finds: look(to) };
  });
  // Two words may have been corrected to one.
  const found = [...new Map(corrected.filter(({ finds }) => finds.size > 0).map((asked) => [asked.word, asked])).values()];
  const labourMarket = findAskedLabourMarket(index.catalogue, [query, ...parted.map(({ word }) => word)], findSynonyms);
  const { coverage, passages } = combine(
    found.map(({ finds }) => finds),
    labourMarket?.roles.map(({ id }) => `role/${id}`),
  );
  const groups = addSurveyed(index.catalogue, groupHits(index, passages, found, language), query);
  const all = new Set(corrected.map(({ word }) => word)).size;
  return {
    words: found.map(({ word }) => word),
    corrections: corrected.filter(({ finds }) => finds.size > 0).flatMap(({ word, from }) => (from === undefined ? [] : [{ from, to: word }])),
    missing: corrected.filter(({ finds }) => finds.size === 0).map(({ word }) => word),
    coverage: found.length < all ? 'some' : coverage,
    groups,
    ...(labourMarket === undefined ? {} : { labourMarket }),
    unlisted: groups.some(({ isNamed }) => isNamed) ? 0 : index.catalogue.roles.length - groups.filter(({ subject }) => subject.kind === 'role').length,
    ...(coverage === 'together' && found.every(({ word }) => !/^\p{Script=Hiragana}?$/u.test(foldText(word).folded)) ? findSharing(groups) : { sharedBy: [] }),
    nearest:
      found.length > 0 || vocabulary === undefined
        ? []
        : [...new Set(corrected.flatMap(({ word }) => [...findNear(word, vocabulary), ...findRelated(word, vocabulary)]))].slice(0, 5),
  };
}

/** What is found of a word, by id of the passage. */
type Finds = ReadonlyMap<string, { readonly lines: readonly FoundLine[]; readonly quality: MatchQuality; readonly score: number }>;

interface FoundLine extends Located {
  readonly place: number;
  readonly language: Language;
}

interface FoundWord {
  readonly word: string;
  readonly finds: Finds;
}

function findWord(index: SearchIndex, word: string, readings: () => Readings, fold: (text: string) => FoldedText): Finds {
  const asTyped = findTerms(index, inflect(word), fold);
  // Where texts have it with a hyphen, they may have it with a space.
  const spaced = listHyphened(index, word, asTyped);
  const literal = spaced.length === 0 ? asTyped : findTerms(index, [word, ...spaced], fold);
  // An English word may begin like the romaji of another: its own texts go first. Ids are romaji, too.
  const isWord = [...literal.keys()].some((id) => !['name', 'relatedTitles'].includes(index.findPassage(id)?.section ?? ''));
  const { folded } = foldText(word);
  const isKana = /^[\p{Script=Hiragana}ー]{2,}$/u.test(folded);
  if (!isKana && (isWord || !/^[\p{Script=Latin}-]{3,}$/u.test(folded))) return literal;
  const sounds = createSound(word);
  const read = Object.entries(readings()).flatMap(([term, reading]) => (sounds(reading) ? [term] : []));
  return read.length === 0 ? literal : findTerms(index, [word, ...read], fold);
}

// Little is left of a short word (keiei is ke): then the whole reading must be it.
function createSound(word: string): (reading: string) => boolean {
  const loose = loosenName(word);
  const isShort = /^[a-z]/.test(loose) && foldName(word).length < 3;
  return (reading) => (isShort ? isSpelling(loose, reading) : beginsSpelling(loose, reading));
}

/** A Latin word with spaces where texts in which it was found have hyphens: `year end` for yearend. */
function listHyphened(index: SearchIndex, word: string, finds: Finds): string[] {
  if (!/^[\p{Script=Latin}\p{N}]{4,}$/u.test(word)) return [];
  const spaced = [...finds].flatMap(([id, { lines }]) =>
    lines.flatMap(({ place, language, ranges }) => {
      const text = index.findPassage(id)?.lines[place]?.[language] ?? '';
      return ranges.map(({ start, end }) => spaceAlike(word, text.slice(start, end)));
    }),
  );
  return [...new Set(spaced)].filter((text) => text !== word);
}

function spaceAlike(word: string, hyphened: string): string {
  let at = 0;
  let spaced = '';
  for (const character of hyphened) {
    if (/[-‐‑]/.test(character)) spaced += at < word.length ? ' ' : '';
    else {
      spaced += word.slice(at, at + 1);
      at += 1;
    }
  }
  return spaced + word.slice(at);
}

function isVariant(finds: Finds): boolean {
  return [...finds.values()].every(({ quality }) => quality === 'variant');
}

function findTerms(index: SearchIndex, terms: readonly string[], fold: (text: string) => FoldedText): Finds {
  const found = new Map<string, { lines: readonly FoundLine[]; quality: MatchQuality; score: number }>();
  for (const term of terms) {
    const sought: SearchTerm = { term, words: contentWords(term, index.segment) };
    for (const [id, score] of index.findCandidates(sought)) {
      const lines = locateLines(index.findPassage(id), sought, fold);
      if (lines.length === 0) continue;
      const before = found.get(id);
      const quality = [...lines, ...(before === undefined ? [] : [before])].some((line) => line.quality === 'exact') ? 'exact' : 'variant';
      found.set(id, { lines: [...(before?.lines ?? []), ...lines], quality, score: Math.max(score, before?.score ?? 0) });
    }
  }
  return found;
}

function locateLines(passage: Passage | undefined, term: SearchTerm, fold: (text: string) => FoldedText): FoundLine[] {
  return (passage?.lines ?? []).flatMap((line, place) =>
    languages.flatMap((language) => {
      const located = locateTerm(fold(line[language]), term);
      return located === undefined ? [] : [{ place, language, ...located }];
    }),
  );
}

function remember(memory: Map<string, FoldedText>, text: string): FoldedText {
  const folded = memory.get(text) ?? foldText(text);
  memory.set(text, folded);
  return folded;
}

/** @param named subjects whose passages are shown in any case: what a role earns is asked for, and its texts say nothing of that. */
function combine(finds: readonly Finds[], named: readonly string[] = []): { coverage: 'together' | 'apart' | 'some'; passages: ReadonlySet<string> } {
  const [first] = finds;
  if (first === undefined) return { coverage: 'together', passages: new Set() };
  const all = [...new Set(finds.flatMap((found) => [...found.keys()]))];
  const isNamed = (id: string) => named.includes(subjectOf(id));
  const together = [...first.keys()].filter((id) => finds.every((found) => found.has(id)));
  if (together.length > 0) return { coverage: 'together', passages: new Set([...together, ...all.filter(isNamed)]) };
  const subjects = finds.map((found) => new Set([...found.keys()].map(subjectOf)));
  const count = (id: string) => subjects.filter((having) => having.has(subjectOf(id))).length;
  const most = Math.max(...all.map(count));
  const passages = all.filter((id) => count(id) === most || isNamed(id));
  return { coverage: passages.every((id) => count(id) === finds.length) ? 'apart' : 'some', passages: new Set(passages) };
}

// Duties first, then specialties, then qualifications, then the rest.
const tiers: Partial<Readonly<Record<SearchSection, number>>> = { duties: 0, specialties: 1, qualifications: 2, guide: 4, name: 5, relatedTitles: 5 };
const tierOf = ({ section }: Passage) => tiers[section] ?? 3;

interface RankedHit extends SearchHit {
  readonly score: number;
  /** Of so many words as were found in the passage, those that do not stand in its headline. */
  readonly count: number;
  readonly outside: number;
}

function groupHits(index: SearchIndex, passages: ReadonlySet<string>, found: readonly FoundWord[], language: Language): SearchGroup[] {
  const bySubject = new Map<string, { subject: SearchSubject; hits: RankedHit[] }>();
  for (const passage of index.listPassages(new Set([...passages].map(subjectOf)))) {
    const { id } = passage;
    if (!passages.has(id)) continue;
    const group = bySubject.get(subjectOf(id)) ?? { subject: passage.subject, hits: [] };
    bySubject.set(subjectOf(id), group);
    group.hits.push(makeHit(passage, found, language));
  }
  const wanted = found.map(({ word }) => word).join(' ');
  const ranked = [...bySubject.values()].map(({ subject, hits }) => {
    const sorted = hits.toSorted((a, b) => tierOf(a.passage) - tierOf(b.passage) || rank(a) - rank(b));
    const isNamed = isCalled(subject.body, wanted);
    return { subject, isNamed, hits: sorted, key: [isNamed ? 0 : 1, subject.kind === 'role' ? 0 : 1, ...bestOf(sorted)] };
  });
  return ranked
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .map(({ subject, isNamed, hits }) => ({ subject, isNamed, hits: hits.map(({ passage, lines, quality }) => ({ passage, lines, quality })) }));
}

/** With what the survey says of each, and behind them the roles of which only the survey says it, the largest share first. */
function addSurveyed(catalogue: Catalogue, groups: readonly SearchGroup[], query: string): SearchGroup[] {
  const surveyed = new Map(
    catalogue.roles.flatMap((role) => {
      const found = findSurveyed(catalogue, role, query);
      return found === undefined ? [] : [[role, found] as const];
    }),
  );
  const said = groups.map((group) => {
    const found = group.subject.kind === 'role' ? surveyed.get(group.subject.body) : undefined;
    return found === undefined ? group : { ...group, surveyed: found };
  });
  const others = [...surveyed].filter(([role]) => !groups.some(({ subject }) => subject.body === role)).toSorted(([, a], [, b]) => b.share - a.share);
  return [...said, ...others.map(([body, found]) => ({ subject: { kind: 'role', body } as const, isNamed: false, hits: [], surveyed: found }))];
}

function bestOf(hits: readonly RankedHit[]): number[] {
  const [first] = hits;
  if (first === undefined) return [];
  const tier = tierOf(first.passage);
  // What roles do is given in the order of the roles, what is said besides by relevance.
  return [tier, rank(first), tier < 3 ? 0 : -Math.max(...hits.map(({ score }) => score))];
}

/** As it was typed, with all words in a headline, with some or none, or in another spelling. */
function rank({ quality, outside, count }: RankedHit): number {
  return quality === 'variant' ? count + 1 : outside;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  return a.map((value, place) => value - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function makeHit(passage: Passage, found: readonly FoundWord[], language: Language): RankedHit {
  const finds = found.map(({ finds: of }) => of.get(passage.id)).filter((find) => find !== undefined);
  const lines = passage.lines.flatMap((line, place): SearchLine[] => {
    const inLine = finds.flatMap((find) => find.lines).filter((located) => located.place === place);
    const rangesIn = (spoken: Language) => mergeRanges(inLine.filter((located) => located.language === spoken).flatMap(({ ranges }) => ranges));
    // In the language that says more of the words, in that of the reader if both do.
    const said = (spoken: Language) => finds.filter((find) => find.lines.some((located) => located.place === place && located.language === spoken)).length;
    const other = languages.filter((spoken) => spoken !== language && line[spoken] !== line[language] && said(spoken) > said(language));
    const own: SearchLine[] = place === 0 || rangesIn(language).length > 0 ? [{ text: line[language], language, ranges: rangesIn(language) }] : [];
    return [...own, ...other.map((spoken) => ({ text: line[spoken], language: spoken, ranges: rangesIn(spoken) }))];
  });
  const quality = finds.every((find) => find.quality === 'exact') ? 'exact' : 'variant';
  const outside = finds.filter((find) => !find.lines.some(({ place }) => place === 0)).length;
  return { passage, lines, quality, count: finds.length, outside, score: finds.reduce((sum, { score }) => sum + score, 0) };
}

function findSharing(groups: readonly SearchGroup[]): Pick<SearchResult, 'sharedBy' | 'sharedTerm'> {
  const sharing = groups.flatMap(({ subject, hits }) => {
    const hit = hits.find((candidate) => tierOf(candidate.passage) <= 1 && candidate.quality === 'exact' && (candidate.lines[0]?.ranges.length ?? 0) > 0);
    return subject.kind === 'role' && hit !== undefined ? [{ role: subject.body, hit }] : [];
  });
  if (sharing.length < 2) return { sharedBy: [] };
  const terms = new Set(
    sharing.map(({ hit: { lines } }) => lines.flatMap(({ text, ranges }) => ranges.slice(0, 1).map(({ start, end }) => text.slice(start, end)))[0]),
  );
  const [term] = terms;
  return { sharedBy: sharing.map(({ role }) => role), ...(terms.size === 1 && term !== undefined ? { sharedTerm: term } : {}) };
}
