import MiniSearch from 'minisearch';
import type { AsPlainObject, Options, Query } from 'minisearch';
import type { Catalogue } from '../model.ts';
import { stemOf } from './locate.ts';
import type { SearchTerm } from './locate.ts';
import { listPassages, listSubjects } from './passages.ts';
import type { Passage } from './passages.ts';
import { requiredTokens, tokenize, wordTokens } from './tokens.ts';

/** A full-text index over a catalogue, with what it was made from. */
export interface SearchIndex {
  readonly catalogue: Catalogue;
  /** By id. */
  readonly passages: ReadonlyMap<string, Passage>;
  /** Ids of passages in which a term may stand, with their relevance; `locateTerm` tells whether it does. */
  readonly findCandidates: (term: SearchTerm) => ReadonlyMap<string, number>;
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

/** The index of a catalogue as text, as `openSearchIndex` takes it. */
export function serializeSearchIndex(catalogue: Catalogue): string {
  const passages = listSubjects(catalogue).flatMap((subject) => listPassages(subject, catalogue));
  return JSON.stringify(indexPassages(passages));
}

/**
 * The index of a catalogue from that of another with most of its roles, as that of the built-in ones for a catalogue with
 * own roles. Only what differs is indexed anew.
 */
export function openSearchIndex(serialized: string, indexed: Catalogue, catalogue: Catalogue = indexed): SearchIndex {
  const stored = JSON.parse(serialized) as AsPlainObject;
  const known = new Set<unknown>(listSubjects(indexed).map(({ body }) => body));
  const subjects = listSubjects(catalogue).map((subject) => ({ isNew: !known.has(subject.body), passages: listPassages(subject, catalogue) }));
  const added = subjects.flatMap(({ isNew, passages }) => (isNew ? passages : []));
  const own = added.length === 0 ? undefined : indexPassages(added);
  const passages = new Map(subjects.flatMap((subject) => subject.passages).map((passage) => [passage.id, passage]));
  return {
    catalogue,
    passages,
    findCandidates: (term) => {
      const tokens = queryTokens(term);
      const indexes = [loadTerms(stored, Object.values(tokens).flat()), ...(own === undefined ? [] : [own])];
      // A passage of a role that was replaced is in both.
      return new Map(indexes.flatMap((index) => search(index, tokens)).filter(([id]) => passages.has(id)));
    },
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
function loadTerms(stored: AsPlainObject, tokens: readonly string[]): MiniSearch<IndexedPassage> {
  const index = stored.index.filter(([term]) => tokens.some((token) => term.startsWith(token)));
  return MiniSearch.loadJS({ ...stored, index }, options);
}

/** What a term is found by: all tokens of one kind, or any of its words. */
interface QueryTokens {
  readonly literal: readonly string[];
  readonly apart: readonly string[];
  readonly stems: readonly string[];
  readonly words: readonly string[];
}

function queryTokens({ term, words }: SearchTerm): QueryTokens {
  const literal = requiredTokens(term);
  return { literal, apart: words.flatMap(requiredTokens), stems: literal.map(stemOf), words: wordTokens(term) };
}

function search(index: MiniSearch<IndexedPassage>, { literal, apart, stems, words }: QueryTokens): [string, number][] {
  const all = [literal, apart, stems].filter((tokens) => tokens.length > 0);
  const queries: Query[] = [...all.map((tokens) => ({ combineWith: 'AND' as const, queries: [...tokens] })), ...words];
  return index.search({ combineWith: 'OR', prefix: true, queries }).map(({ id, score }) => [String(id), score]);
}
