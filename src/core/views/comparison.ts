import type { Aspect, Comparison, Sameness } from '../catalogue/compare.ts';
import { findCommonTerms } from '../catalogue/compare.ts';
import type { Catalogue, Language, Relation } from '../catalogue/model.ts';
import type { Subject } from '../catalogue/queries.ts';
import { subjectBody } from '../catalogue/queries.ts';
import { listFigures } from '../figures/figures.ts';
import type { Verdict } from '../figures/difference.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import { isOpen, viewEntry } from './entries.ts';
import type { EntryView } from './entries.ts';
import { viewComparedLabourMarket } from './labour-market.ts';
import type { ComparedLabourMarketView } from './labour-market.ts';
import { viewComparedFigures, viewComparedShares } from './measures.ts';
import type { MeasureComparisonView, ShareComparisonView } from './measures.ts';
import { viewName } from './names.ts';
import type { NameView } from './names.ts';
import { viewTerm } from './terms.ts';
import type { TermView } from './terms.ts';

export interface ComparisonRowView {
  /** `different`: what is left of each. */
  readonly sameness: Exclude<Sameness, 'rest'> | 'different';
  readonly common?: TermView;
  /** One cell for each role, in the order of `roles`; empty where nothing is recorded. */
  readonly cells: readonly (readonly EntryView[])[];
}

export interface AspectView {
  readonly aspect: Aspect;
  /** For each role: its entries are examples, not a complete list. */
  readonly open: readonly boolean[];
  /** For each role: its file says something on this aspect, if only in rows left out. */
  readonly recorded: readonly boolean[];
  readonly rows: readonly ComparisonRowView[];
}

export interface ComparisonDocument extends Document<'comparison'> {
  readonly roles: readonly (NameView & { readonly kind: Subject['kind']; readonly focus?: string; readonly summary: string })[];
  readonly differences: readonly { readonly roles: readonly [string, string]; readonly relation: Relation; readonly difference: string }[];
  /** What all of them share, by aspect. */
  readonly common: readonly { readonly aspect: Aspect; readonly terms: readonly TermView[] }[];
  /** Rows that are the same were left out. */
  readonly onlyDifferent: boolean;
  readonly aspects: readonly AspectView[];
  /** Absent where no role names rows of the statistics. It says nothing on what is alike or different. */
  readonly labourMarket?: ComparedLabourMarketView;
  /** For each role: whether it has figures at all. */
  readonly measured: readonly boolean[];
  readonly measures: readonly MeasureComparisonView[];
  readonly distributions: readonly ShareComparisonView[];
}

/** A comparison as plain data; `onlyDifferent` leaves out the rows that are the same. */
export function viewComparison(catalogue: Catalogue, comparison: Comparison, language: Language, onlyDifferent = false): ComparisonDocument {
  const roles = comparison.subjects.map((subject) => (subject.kind === 'role' ? subject.role : undefined));
  const isWanted = ({ verdict }: { verdict: Verdict }) => !(onlyDifferent && verdict === 'alike');
  const labourMarket = viewComparedLabourMarket(catalogue, roles, language);
  const bodies = comparison.subjects.map(subjectBody);
  const idAt = (index: number) => bodies[index]?.id ?? '';
  return {
    ...startDocument('comparison', language),
    roles: comparison.subjects.map((subject) => ({
      ...viewName(subject, language),
      kind: subject.kind,
      ...(subject.kind === 'role' && subject.role.focus !== undefined ? { focus: subject.role.focus[language] } : {}),
      summary: subjectBody(subject).summary[language],
    })),
    differences: comparison.differences.map(({ pair: [first, second], confusion }) => ({
      roles: [idAt(first), idAt(second)],
      relation: confusion.relation,
      difference: confusion.difference[language],
    })),
    common: findCommonTerms(comparison).map(({ aspect, terms }) => ({ aspect, terms: terms.map((term) => viewTerm(term, language)) })),
    onlyDifferent,
    aspects: comparison.aspects
      .map(({ aspect, rows }) => ({
        aspect,
        open: comparison.subjects.map((subject) => subject.kind === 'role' && isOpen(subject.role, aspect)),
        recorded: comparison.subjects.map((_, place) => rows.some(({ cells }) => (cells[place] ?? []).length > 0)),
        rows: rows
          .filter(({ sameness }) => !(onlyDifferent && sameness === 'same'))
          .map(({ sameness, common, cells }) => ({
            sameness: sameness === 'rest' ? ('different' as const) : sameness,
            ...(common === undefined ? {} : { common: viewTerm(common, language) }),
            cells: cells.map((entries, place) => entries.map((entry) => viewEntry(catalogue, roles[place], entry, language))),
          })),
      }))
      .filter(({ rows }) => rows.length > 0),
    ...(labourMarket === undefined ? {} : { labourMarket }),
    measured: roles.map((role) => role !== undefined && listFigures(catalogue, role).length > 0),
    measures: viewComparedFigures(catalogue, roles, language).filter(isWanted),
    distributions: viewComparedShares(catalogue, roles, language).filter(isWanted),
  };
}
