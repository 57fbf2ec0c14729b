import { allKeys } from '../catalogue/queries.ts';
import { cleanText } from '../clean.ts';
import type { Language, Readings, Role } from '../catalogue/model.ts';
import { languages } from '../catalogue/model.ts';
import { foldName } from '../catalogue/names.ts';
import { findNearest } from '../catalogue/nearest.ts';
import { foldText } from './fold.ts';
import type { FoldedText } from './fold.ts';
import { isAcronym } from '../catalogue/latin-words.ts';
import { locateTerm, mergeRanges } from './locate.ts';
import type { Located, MatchQuality, SearchTerm, TextRange } from './locate.ts';
import type { Passage, SearchSection, SearchSubject } from './passages.ts';
import type { SearchIndex } from './search-index.ts';
import { contentWords } from './tokens.ts';

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
  /** Where nothing was found: words that come near. */
  readonly nearest: readonly string[];
}

/** Nobody looks for more. */
const longestQuery = 200;
const mostWords = 12;

/** Words that tell nothing, unless they stand alone. */
const fillers = new Set(
  'a an and are at by do does for in is of on or role roles that the to what which who whom with it its has have had job jobs least most 職種 仕事 どの どれ 何 誰'.split(
    ' ',
  ),
);

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
  const look = (word: string): Finds => findWord(index, word, readings, (text) => remember(memory, text));
  const findSynonyms = createSynonymFinder(index);
  const isPhrase = /\s/.test(query.trim()) && findSynonyms(query) !== undefined;
  const asked = (isPhrase ? [cleanText(query)] : splitQuery(query)).map((word) => ({ word, finds: look(word) }));

  // What is written together but stands nowhere so may be a sentence: its words are looked for.
  const parted = asked.flatMap(({ word, finds }) => {
    const parts = finds.size > 0 || findSynonyms(word) !== undefined ? [] : splitSentence(word);
    return parts.length > 0 ? parts.map((part) => ({ word: part, finds: look(part) })) : [{ word, finds }];
  });
  const vocabulary = parted.every(({ finds }) => finds.size > 0) ? undefined : listVocabulary(index, readings());
  const corrected = parted.map(({ word, finds }) => {
    const to =
      finds.size > 0 || vocabulary === undefined ? undefined : (findSynonyms(word)?.find((other) => look(other).size > 0) ?? correct(word, vocabulary));
    return to === undefined ? { word, finds } : { word: to, from: word, finds: look(to) };
  });
  const found = corrected.filter(({ finds }) => finds.size > 0);
  const { coverage, passages } = combine(found.map(({ finds }) => finds));
  const groups = groupHits(index, passages, found, language);
  return {
    words: found.map(({ word }) => word),
    corrections: found.flatMap(({ word, from }) => (from === undefined ? [] : [{ from, to: word }])),
    missing: corrected.filter(({ finds }) => finds.size === 0).map(({ word }) => word),
    coverage: found.length < corrected.length ? 'some' : coverage,
    groups,
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
  const literal = findTerms(index, [word], fold);
  // An English word may begin like the romaji of another: its own texts go first. Ids are romaji, too.
  const isWord = [...literal.keys()].some((id) => index.passages.get(id)?.section !== 'name');
  const { folded } = foldText(word);
  const isKana = /^[\p{Script=Hiragana}ー]{2,}$/u.test(folded);
  if (!isKana && (isWord || !/^[\p{Script=Latin}-]{3,}$/u.test(folded))) return literal;
  const sounds = beginsAs(foldName(word));
  const isRead = isKana ? (reading: string) => reading.startsWith(folded) || (/[ー]/.test(folded) && sounds(reading)) : sounds;
  const read = Object.entries(readings()).flatMap(([term, reading]) => (isRead(reading) ? [term] : []));
  return read.length === 0 ? literal : findTerms(index, [word, ...read], fold);
}

// Folding leaves little of a short word (keiei is ke): then the whole reading must be it.
function beginsAs(romaji: string): (reading: string) => boolean {
  return (reading) => (romaji.length < 3 ? foldName(reading) === romaji : foldName(reading).startsWith(romaji));
}

function findTerms(index: SearchIndex, terms: readonly string[], fold: (text: string) => FoldedText): Finds {
  const found = new Map<string, { lines: readonly FoundLine[]; quality: MatchQuality; score: number }>();
  for (const term of terms) {
    const sought: SearchTerm = { term, words: contentWords(term, index.segment) };
    for (const [id, score] of index.findCandidates(sought)) {
      const lines = locateLines(index.passages.get(id), sought, fold);
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

function combine(finds: readonly Finds[]): { coverage: 'together' | 'apart' | 'some'; passages: ReadonlySet<string> } {
  const [first] = finds;
  if (first === undefined) return { coverage: 'together', passages: new Set() };
  const together = [...first.keys()].filter((id) => finds.every((found) => found.has(id)));
  if (together.length > 0) return { coverage: 'together', passages: new Set(together) };
  const all = [...new Set(finds.flatMap((found) => [...found.keys()]))];
  const subjects = finds.map((found) => new Set([...found.keys()].map(subjectOf)));
  const count = (id: string) => subjects.filter((having) => having.has(subjectOf(id))).length;
  const most = Math.max(...all.map(count));
  return { coverage: most === finds.length ? 'apart' : 'some', passages: new Set(all.filter((id) => count(id) === most)) };
}

function subjectOf(passageId: string): string {
  return passageId.split('/', 2).join('/');
}

// Duties first, then specialties, then qualifications, then the rest.
const tiers: Partial<Readonly<Record<SearchSection, number>>> = { duties: 0, specialties: 1, qualifications: 2, guide: 4, name: 5 };
const tierOf = ({ section }: Passage) => tiers[section] ?? 3;

interface RankedHit extends SearchHit {
  readonly score: number;
}

function groupHits(index: SearchIndex, passages: ReadonlySet<string>, found: readonly FoundWord[], language: Language): SearchGroup[] {
  const bySubject = new Map<string, { subject: SearchSubject; hits: RankedHit[] }>();
  for (const [id, passage] of index.passages) {
    if (!passages.has(id)) continue;
    const group = bySubject.get(subjectOf(id)) ?? { subject: passage.subject, hits: [] };
    bySubject.set(subjectOf(id), group);
    group.hits.push(makeHit(passage, found, language));
  }
  const wanted = foldName(found.map(({ word }) => word).join(''));
  const ranked = [...bySubject.values()].map(({ subject, hits }) => {
    const sorted = hits.toSorted((a, b) => tierOf(a.passage) - tierOf(b.passage) || rank(a) - rank(b));
    const isNamed = allKeys(subject.body).includes(wanted);
    return { subject, isNamed, hits: sorted, key: [isNamed ? 0 : 1, subject.kind === 'role' ? 0 : 1, ...bestOf(sorted)] };
  });
  return ranked
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .map(({ subject, isNamed, hits }) => ({ subject, isNamed, hits: hits.map(({ passage, lines, quality }) => ({ passage, lines, quality })) }));
}

function bestOf(hits: readonly RankedHit[]): number[] {
  const [first] = hits;
  if (first === undefined) return [];
  const tier = tierOf(first.passage);
  // What roles do is given in the order of the roles, what is said besides by relevance.
  return [tier, rank(first), tier < 3 ? 0 : -Math.max(...hits.map(({ score }) => score))];
}

/** In a headline as it was typed, elsewhere so, or in another spelling. */
function rank({ quality, lines: [headline] }: SearchHit): number {
  if (quality === 'variant') return 2;
  return (headline?.ranges.length ?? 0) > 0 ? 0 : 1;
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
  return { passage, lines, quality, score: finds.reduce((sum, { score }) => sum + score, 0) };
}

function findSharing(groups: readonly SearchGroup[]): Pick<SearchResult, 'sharedBy' | 'sharedTerm'> {
  const sharing = groups.flatMap(({ subject, hits }) => {
    const hit = hits.find((candidate) => tierOf(candidate.passage) <= 1 && rank(candidate) === 0);
    return subject.kind === 'role' && hit !== undefined ? [{ role: subject.body, hit }] : [];
  });
  if (sharing.length < 2) return { sharedBy: [] };
  const terms = new Set(
    sharing.map(({ hit: { lines } }) => lines.flatMap(({ text, ranges }) => ranges.slice(0, 1).map(({ start, end }) => text.slice(start, end)))[0]),
  );
  const [term] = terms;
  return { sharedBy: sharing.map(({ role }) => role), ...(terms.size === 1 && term !== undefined ? { sharedTerm: term } : {}) };
}

/** The words of a query: cleaned, without those that tell nothing. */
function splitQuery(query: string): readonly string[] {
  const words = cleanText(query.slice(0, longestQuery))
    .split(/[\s、，,。・/"「」?？!！]+/)
    .filter((word) => foldText(word).folded !== '');
  return dropFillers([...new Set(words)]).slice(0, mostWords);
}

/** Finds words for the same thing as a word or phrase, if the catalogue has some. What it looks them up in is made with the first question. */
function createSynonymFinder({ catalogue }: SearchIndex): (phrase: string) => readonly string[] | undefined {
  const keyOf = (text: string) => foldText(cleanText(text)).folded.replaceAll(' ', '');
  let lines: ReadonlyMap<string, readonly string[]> | undefined;
  return (phrase) => {
    // Of two lines with a word the first counts.
    lines ??= new Map(catalogue.synonyms.toReversed().flatMap((line) => line.map((word) => [keyOf(word), line] as const)));
    return lines.get(keyOf(phrase.slice(0, longestQuery)));
  };
}

function dropFillers(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => isAcronym(word) || !fillers.has(word.toLowerCase()));
  return telling.length > 0 ? telling : words;
}

/** The kanji, katakana and Latin parts of a text without spaces, and longer ones in hiragana; none if it is one part. */
function splitSentence(text: string): readonly string[] {
  const runs = Array.from(
    text.matchAll(/[\p{Script=Han}々〆]+|\p{Script=Katakana}[\p{Script=Katakana}ー]+|[\p{Script=Latin}\p{N}]+|\p{Script=Hiragana}+/gu),
    ([run]) => run,
  );
  const parts = runs
    .map((run) => (/^\p{Script=Hiragana}/u.test(run) ? run.replace(/^[をがはにのでともへ]/, '') : run))
    .filter((run) => !/^\p{Script=Hiragana}{0,2}$/u.test(run));
  return parts.length === 1 && parts[0] === text ? [] : dropFillers(parts);
}

/** Words and their readings in hiragana: those of the catalogue, of own roles, and of the names of roles. */
function collectReadings({ catalogue }: SearchIndex): Readings {
  const own = catalogue.roles.flatMap(({ name, reading, readings = {} }) => [
    ...(reading === undefined ? [] : [[name.ja, foldText(reading).folded]]),
    ...Object.entries(readings),
  ]);
  return Object.fromEntries([...Object.entries(catalogue.readings), ...own]) as Readings;
}

/** Words that stand in the texts, by what they are compared as. */
type Vocabulary = ReadonlyMap<string, string>;

function listVocabulary({ passages }: SearchIndex, readings: Readings): Vocabulary {
  const found = new Map<string, string>();
  for (const { lines } of passages.values()) {
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

function findNear(word: string, vocabulary: Vocabulary): string[] {
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
function findRelated(word: string, vocabulary: Vocabulary): string[] {
  const stems = contentWords(word).map((part) => (/^\p{Script=Latin}/u.test(part) ? part.slice(0, 5).toLowerCase() : part));
  const telling = stems.filter((stem) => stem.length >= (/^[a-z]/.test(stem) ? 5 : 2));
  return [...vocabulary].flatMap(([key, known]) => (telling.some((stem) => key.startsWith(stem)) ? [known] : []));
}

// A short word could be a slip of anything. A kanji takes about two keys.
function slipsIn(keys: number): number {
  return keys < 5 ? 0 : keys < 9 ? 1 : 2;
}

/** The word that `word` is a slip of. */
function correct(word: string, vocabulary: Vocabulary): string | undefined {
  return findNear(word, vocabulary)[0];
}
