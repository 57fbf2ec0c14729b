import MiniSearch from 'minisearch';
import type { AsPlainObject, Options, Query } from 'minisearch';
import type { CompiledLines } from '../catalogue/compiled.ts';
import type { Catalogue } from '../catalogue/model.ts';
import { stemOf } from './locate.ts';
import type { SearchTerm } from './locate.ts';
import { idOf, listPassages, listSubjects, subjectOf } from './passages.ts';
import type { Passage } from './passages.ts';
import { requiredTokens, segment, tokenize, wordTokens } from './tokens.ts';
import type { Segment } from './tokens.ts';

/** A full-text index over a catalogue, with what it was made from. */
export interface SearchIndex {
  readonly catalogue: Catalogue;
  /** By its id. The passages of a subject are made when one of them is asked for. */
  readonly findPassage: (id: string) => Passage | undefined;
  /** Those of all subjects, or of these, in the order of the subjects; a passage's id begins with its subject's. */
  readonly listPassages: (subjects?: ReadonlySet<string>) => readonly Passage[];
  /** Ids of passages in which a term may stand, with their relevance; `locateTerm` tells whether it does. */
  readonly findCandidates: (term: SearchTerm) => ReadonlyMap<string, number>;
  /** Splits texts as `segment` does; the words that people look for most it knows. */
  readonly segment: Segment;
}

interface IndexedPassage {
  readonly id: string;
  readonly headline: string;
  readonly body: string;
}

const options: Options<IndexedPassage> = {
  fields: ['headline', 'body'],
  tokenize,
  processTerm: (term) => term,
  searchOptions: { boost: { headline: 2 }, tokenize: (token) => [token], processTerm: (term) => term },
};

/** What stands before the terms of a stored index. */
interface StoredHead extends Omit<AsPlainObject, 'index'> {
  /** How `segment` splits words that people look for. */
  readonly segments: Readonly<Record<string, readonly string[]>>;
}

/**
 * The index of a catalogue as text, as `openSearchIndex` takes it: lines of JSON, first the head, then a line for each term, so that a term is found
 * without reading all.
 */
export function serializeSearchIndex(catalogue: Catalogue): string {
  const passages = listSubjects(catalogue).flatMap((subject) => listPassages(subject, catalogue));
  const { index, ...head } = indexPassages(passages).toJSON();
  const words = [...Object.keys(catalogue.readings), ...catalogue.synonyms.flat(), ...catalogue.roles.map(({ name }) => name.ja)];
  const stored: StoredHead = { ...head, segments: Object.fromEntries(words.map((word) => [word, segment(word)])) };
  return [stored, ...index].map((line) => JSON.stringify(line) + '\n').join('');
}

/**
 * The index of a catalogue from that of another with most of its roles, as that of the built-in ones for a catalogue with
 * own roles. Only what differs is indexed anew.
 */
export function openSearchIndex(lines: CompiledLines, indexed: Catalogue, catalogue: Catalogue = indexed): SearchIndex {
  const { segments, ...head } = JSON.parse(lines.head) as StoredHead;
  const split: Segment = (text) => (Object.hasOwn(segments, text) ? segments[text] : undefined) ?? segment(text);
  const known = new Set<unknown>(listSubjects(indexed).map(({ body }) => body));
  const subjects = new Map(listSubjects(catalogue).map((subject) => [idOf(subject), subject]));
  const made = new Map<string, ReadonlyMap<string, Passage>>();
  const make = (id: string): ReadonlyMap<string, Passage> => {
    const subject = subjects.get(id);
    const passages = made.get(id) ?? new Map((subject === undefined ? [] : listPassages(subject, catalogue)).map((passage) => [passage.id, passage]));
    made.set(id, passages);
    return passages;
  };
  const findPassage = (id: string) => make(subjectOf(id)).get(id);
  const added = [...subjects].flatMap(([id, { body }]) => (known.has(body) ? [] : [...make(id).values()]));
  const own = added.length === 0 ? undefined : indexPassages(added);
  return {
    catalogue,
    findPassage,
    listPassages: (wanted) => [...subjects.keys()].flatMap((id) => (wanted?.has(id) === false ? [] : [...make(id).values()])),
    findCandidates: (term) => {
      const tokens = queryTokens(term, split);
      const indexes = [loadTerms(lines, head, Object.values(tokens).flat()), ...(own === undefined ? [] : [own])];
      // A passage of a role that was replaced is in both.
      return new Map(indexes.flatMap((index) => search(index, tokens)).filter(([id]) => findPassage(id) !== undefined));
    },
    segment: split,
  };
}

function indexPassages(passages: readonly Passage[]): MiniSearch<IndexedPassage> {
  const index = new MiniSearch(options);
  index.addAll(
    passages.map(({ id, lines }) => {
      const [headline = '', ...body] = lines.map(({ ja, en }) => (ja === en ? ja : `${ja}\n${en}`));
      return { id, headline, body: body.join('\n') };
    }),
  );
  return index;
}

// Loading all terms of an index takes some 50 ms, those that begin with some token one.
function loadTerms({ find }: CompiledLines, head: Omit<AsPlainObject, 'index'>, tokens: readonly string[]): MiniSearch<IndexedPassage> {
  const lines = new Set(tokens.flatMap((token) => find(`[${JSON.stringify(token).slice(0, -1)}`)));
  return MiniSearch.loadJS({ ...head, index: [...lines].map((line) => JSON.parse(line) as AsPlainObject['index'][number]) }, options);
}

/** What a term is found by: all tokens of one kind, or any of its words. */
interface QueryTokens {
  readonly literal: readonly string[];
  readonly apart: readonly string[];
  readonly stems: readonly string[];
  readonly words: readonly string[];
}

function queryTokens({ term, words }: SearchTerm, split: Segment): QueryTokens {
  const literal = requiredTokens(term);
  return { literal, apart: words.flatMap(requiredTokens), stems: literal.map(stemOf), words: wordTokens(term, split) };
}

function search(index: MiniSearch<IndexedPassage>, { literal, apart, stems, words }: QueryTokens): [string, number][] {
  const all = [literal, apart, stems].filter((tokens) => tokens.length > 0);
  const queries: Query[] = [...all.map((tokens) => ({ combineWith: 'AND' as const, queries: [...tokens] })), ...words];
  return index.search({ combineWith: 'OR', prefix: true, queries }).map(({ id, score }) => [String(id), score]);
}
