import { findConfusions, pickById, subjectBody } from './queries.ts';
import type { Confusion, Subject } from './queries.ts';
import { BackofficeError } from '../errors.ts';
import type { Catalogue, Entry, Term } from './model.ts';
import { sections } from './model.ts';

/** What roles are compared on, in reading order. */
export const aspects = ['summary', 'resource', 'facets', ...sections] as const;
export type Aspect = (typeof aspects)[number];

/** Most roles that can stand side by side. */
export const mostCompared = 10;

/** `same`: every subject has it. `shared`: at least two have it. `rest`: what is left of each; whether figures are different is another question. */
export type Sameness = 'same' | 'shared' | 'rest';

/** One line of a comparison: a cell for each subject, empty where its file says nothing. */
export interface ComparisonRow {
  readonly sameness: Sameness;
  /** What the cells have in common; absent in the `rest`. */
  readonly common?: Term;
  readonly cells: readonly (readonly Entry[])[];
}

export interface AspectComparison {
  readonly aspect: Aspect;
  readonly rows: readonly ComparisonRow[];
}

/** The explained difference of a pair of subjects (indexes into `subjects`). */
export interface PairDifference {
  readonly pair: readonly [number, number];
  readonly confusion: Confusion;
}

export interface Comparison {
  readonly subjects: readonly Subject[];
  /** For each pair that people mix up, how to tell them apart. */
  readonly differences: readonly PairDifference[];
  /** Aspects on which at least one subject has something to say. */
  readonly aspects: readonly AspectComparison[];
}

interface Item {
  readonly key?: string;
  readonly entry: Entry;
}

/**
 * Two to ten subjects side by side. Entries with the same topic are the same, whatever their wording; an empty
 * cell means that nothing is recorded, not that it is untrue. A concept has a summary only, so summaries are
 * compared when there is one.
 * @throws BackofficeError `usage` for fewer than 2, more than 10, or the same subject twice.
 */
export function compareSubjects(catalogue: Catalogue, subjects: readonly Subject[]): Comparison {
  const bodies = subjects.map(subjectBody);
  if (subjects.length < 2) throw new BackofficeError({ code: 'usage', problem: 'too-few-roles', given: subjects.length });
  if (subjects.length > mostCompared) throw new BackofficeError({ code: 'usage', problem: 'too-many-roles', given: subjects.length, limit: mostCompared });
  const repeated = bodies.find(({ id }, index) => bodies.findIndex((other) => other.id === id) < index);
  if (repeated !== undefined) throw new BackofficeError({ code: 'usage', problem: 'same-role-twice', name: repeated.id });

  const differences = bodies.flatMap(({ id }, first) =>
    findConfusions(catalogue, id).flatMap((confusion): PairDifference[] => {
      const second = bodies.findIndex((body) => body.id === subjectBody(confusion.other).id);
      return second > first ? [{ pair: [first, second], confusion }] : [];
    }),
  );
  const roles = subjects.filter(({ kind }) => kind === 'role').length;
  const wanted = aspects.filter((aspect) => (aspect === 'summary' ? roles < subjects.length : roles > 1));
  const compared = wanted.map((aspect): AspectComparison => ({
    aspect,
    rows: alignItems(
      subjects.map((subject) => itemsOf(catalogue, subject, aspect)),
      commonTerms(catalogue, aspect),
    ),
  }));
  return { subjects, differences, aspects: compared.filter(({ rows }) => rows.length > 0) };
}

/** What every subject shares, by aspect. */
export function findCommonTerms(comparison: Comparison): { aspect: Aspect; terms: Term[] }[] {
  return comparison.aspects
    .map(({ aspect, rows }) => ({ aspect, terms: rows.flatMap(({ sameness, common }) => (sameness === 'same' && common !== undefined ? [common] : [])) }))
    .filter(({ terms }) => terms.length > 0);
}

function itemsOf(catalogue: Catalogue, subject: Subject, aspect: Aspect): Item[] {
  const body = subjectBody(subject);
  if (aspect === 'summary') return [{ entry: { text: body.summary } }];
  if (subject.kind === 'concept') return [];
  const { role } = subject;
  if (aspect === 'resource') return termItems(catalogue.resources, role.resource);
  if (aspect === 'facets') return termItems(catalogue.facets, role.facets);
  return (role[aspect] ?? []).map((entry) => ({ entry, ...(entry.topic === undefined ? {} : { key: entry.topic }) }));
}

function termItems(terms: readonly Term[], ids?: readonly string[]): Item[] {
  return pickById(terms, ids).map(({ id, label }) => ({ key: id, entry: { text: label } }));
}

function commonTerms(catalogue: Catalogue, aspect: Aspect): readonly Term[] {
  if (aspect === 'resource') return catalogue.resources;
  return aspect === 'facets' ? catalogue.facets : catalogue.topics;
}

function alignItems(columns: readonly (readonly Item[])[], terms: readonly Term[]): ComparisonRow[] {
  const having = (key: string) => columns.filter((items) => items.some((item) => item.key === key)).length;
  const cellsOf = (wanted: (item: Item) => boolean) => columns.map((items) => items.filter(wanted).map(({ entry }) => entry));
  const shared = terms.filter(({ id }) => having(id) >= 2);
  const rows = shared.map((term): ComparisonRow => ({
    sameness: having(term.id) === columns.length ? 'same' : 'shared',
    common: term,
    cells: cellsOf(({ key }) => key === term.id),
  }));
  const rest = cellsOf(({ key }) => key === undefined || !shared.some(({ id }) => id === key));
  return rest.some((entries) => entries.length > 0) ? [...rows, { sameness: 'rest', cells: rest }] : rows;
}
