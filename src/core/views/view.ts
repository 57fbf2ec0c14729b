import { findConfusions, pickById, subjectBody } from '../catalogue/queries.ts';
import type { Subject } from '../catalogue/queries.ts';
import type { Aspect, Comparison, Sameness } from '../catalogue/compare.ts';
import { findCommonTerms } from '../catalogue/compare.ts';
import { findFigure, listFigures } from '../figures/figures.ts';
import type { Verdict } from '../figures/figures.ts';
import type { Catalogue, CodeSystem, Entry, Frequency, GuideTopic, Language, Measure, Relation, Role, Section, Source, Term } from '../catalogue/model.ts';
import { sections } from '../catalogue/model.ts';
import { sourcesOf, viewComparedFigures, viewComparedShares, viewDistributions, viewFigure, viewFigures, viewMeasure, viewRoleMeasures } from './measures.ts';
import type { DistributionView, EvidenceView, FigureView, MeasureComparisonView, MeasureView, RoleMeasuresView, ShareComparisonView } from './measures.ts';
import { localize, viewTerm } from './terms.ts';
import type { TermView } from './terms.ts';

// The documents of the machine formats, and what the pages for people are made from:
// plain data in one language. A change that removes or renames a key raises `schemaVersion`.

export interface Document<Kind extends string> {
  readonly schemaVersion: 1;
  readonly kind: Kind;
  readonly language: Language;
}

/** What names a role or concept. The Japanese name is there in every language, as in job advertisements. */
export interface NameView {
  readonly id: string;
  /** In the language of the document. */
  readonly name: string;
  readonly japaneseName: string;
  readonly englishName: string;
  readonly reading?: string;
}

export interface EntryView {
  readonly text: string;
  readonly detail?: string;
  readonly frequency?: Frequency;
  readonly coping?: string;
  readonly caution?: string;
  readonly topic?: string;
  /** Share of the people in the source occupation who do this, 0–1. */
  readonly share?: number;
  /** Ids of sources, where they are not those of the whole role. */
  readonly sources?: readonly string[];
  readonly evidence?: EvidenceView;
  /** A question as it is asked in Japan, in a document that is not Japanese. */
  readonly japanese?: string;
}

export interface SectionView {
  /** The entries are examples, not a complete list. */
  readonly open: boolean;
  readonly entries: readonly EntryView[];
}

export interface ConfusionView {
  readonly with: NameView;
  readonly relation: Relation;
  readonly difference: string;
}

export interface SourceView extends TermView {
  readonly note?: string;
  readonly address?: string;
  readonly partOf?: string;
  readonly codes?: Partial<Readonly<Record<CodeSystem, string>>>;
}

/** A source of a role, with the parts of the role that come from it. */
export interface RoleSourceView extends SourceView {
  readonly parts: readonly RolePart[];
}

export interface RoleSummaryView extends NameView {
  readonly family?: TermView;
  readonly resource: readonly TermView[];
  readonly facets: readonly TermView[];
  readonly focus?: string;
  readonly summary: string;
  /** What the list is sorted by, where the role has it. */
  readonly figure?: FigureView;
}

export interface RoleView extends RoleSummaryView, Partial<Readonly<Record<Section, SectionView>>> {
  readonly aliases: readonly string[];
  readonly confusedWith: readonly ConfusionView[];
  /** Absent where a role has no figures. */
  readonly measures?: RoleMeasuresView;
  readonly distributions: readonly DistributionView[];
  readonly sources: readonly RoleSourceView[];
}

export interface ConceptView extends NameView {
  readonly summary: string;
  readonly aliases: readonly string[];
  readonly confusedWith: readonly ConfusionView[];
  readonly guide?: TermView;
}

export interface RoleListDocument extends Document<'role-list'> {
  /** What the list is sorted by, if it is a measure. */
  readonly measure?: MeasureView & { readonly question: string };
  readonly roles: readonly RoleSummaryView[];
}

export interface RoleDocument extends Document<'role'> {
  readonly role: Partial<RoleView> & NameView;
}

export interface ConceptDocument extends Document<'concept'> {
  readonly concept: Partial<ConceptView> & NameView;
}

export interface ComparisonRowView {
  readonly sameness: Sameness;
  readonly common?: TermView;
  /** One cell for each role, in the order of `roles`; empty where nothing is recorded. */
  readonly cells: readonly (readonly EntryView[])[];
}

export interface ComparisonDocument extends Document<'comparison'> {
  readonly roles: readonly (NameView & { readonly kind: Subject['kind']; readonly focus?: string; readonly summary: string })[];
  readonly differences: readonly { readonly roles: readonly [string, string]; readonly relation: Relation; readonly difference: string }[];
  /** What all of them share, by aspect. */
  readonly common: readonly { readonly aspect: Aspect; readonly terms: readonly TermView[] }[];
  /** Rows that are the same were left out. */
  readonly onlyDifferent: boolean;
  readonly aspects: readonly AspectView[];
  /** For each role: whether it has figures at all. */
  readonly measured: readonly boolean[];
  readonly measures: readonly MeasureComparisonView[];
  readonly distributions: readonly ShareComparisonView[];
}

export interface AspectView {
  readonly aspect: Aspect;
  /** For each role: its entries are examples, not a complete list. */
  readonly open: readonly boolean[];
  /** For each role: its file says something on this aspect, if only in rows left out. */
  readonly recorded: readonly boolean[];
  readonly rows: readonly ComparisonRowView[];
}

export interface GuideTopicView {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly {
    readonly title: string;
    readonly text?: string;
    readonly open: boolean;
    readonly entries: readonly { readonly text: string; readonly detail?: string }[];
  }[];
  readonly sources: readonly SourceView[];
}

export interface GuideDocument extends Document<'guide'> {
  readonly topics: readonly Pick<GuideTopicView, 'id' | 'title' | 'summary'>[];
}

export interface GuideTopicDocument extends Document<'guide-topic'> {
  readonly topic: GuideTopicView;
}

/** Parts of a role that can be shown on their own. */
export const roleParts = ['summary', ...sections, 'figures', 'confused-with', 'sources'] as const;
export type RolePart = (typeof roleParts)[number];

/** A list of roles as plain data, with their figures if it is sorted by a measure. */
export function viewRoleList(catalogue: Catalogue, roles: readonly Role[], language: Language, measure?: Measure): RoleListDocument {
  return {
    ...head('role-list', language),
    ...(measure === undefined ? {} : { measure: { ...viewMeasure(catalogue.survey, measure, language), question: askedFor(catalogue, measure, language) } }),
    roles: roles.map((role) => {
      const figure = measure === undefined ? undefined : findFigure(catalogue, role, measure);
      return { ...viewSummary(catalogue, role, language), ...(figure === undefined ? {} : { figure: viewFigure(role, figure) }) };
    }),
  };
}

/** What people were asked about a measure. */
function askedFor({ survey }: Catalogue, { block }: Measure, language: Language): string {
  return survey.blocks.find(({ id }) => id === block)?.question[language] ?? '';
}

/** A role as plain data; `parts` limits it to its names and those parts. */
export function viewRole(catalogue: Catalogue, role: Role, language: Language, parts: readonly RolePart[] = []): RoleDocument {
  const full: RoleView = {
    ...viewSummary(catalogue, role, language),
    aliases: role.aliases ?? [],
    ...Object.fromEntries(sections.flatMap((section) => viewSection(catalogue, role, section, language))),
    ...viewRoleMeasures(catalogue, role, language),
    distributions: viewDistributions(catalogue, role, language),
    confusedWith: viewConfusions(catalogue, role.id, language),
    sources: viewProvenance(catalogue, role, language),
  };
  return { ...head('role', language), role: parts.length === 0 ? full : pickParts(full, parts) };
}

/** A concept as plain data; `parts` limits it to its names and those parts it has. */
export function viewConcept(
  catalogue: Catalogue,
  subject: Extract<Subject, { kind: 'concept' }>,
  language: Language,
  parts: readonly RolePart[] = [],
): ConceptDocument {
  const { concept } = subject;
  const guide = catalogue.guide.find(({ id }) => id === concept.guide);
  const wanted = (part: RolePart) => parts.length === 0 || parts.includes(part);
  return {
    ...head('concept', language),
    concept: {
      ...viewName(subject, language),
      ...(wanted('summary') ? { summary: concept.summary[language], aliases: concept.aliases ?? [] } : {}),
      ...(wanted('confused-with') ? { confusedWith: viewConfusions(catalogue, concept.id, language) } : {}),
      ...(guide === undefined ? {} : { guide: { id: guide.id, label: guide.title[language] } }),
    },
  };
}

/** A comparison as plain data; `onlyDifferent` leaves out the rows that are the same. */
export function viewComparison(catalogue: Catalogue, comparison: Comparison, language: Language, onlyDifferent = false): ComparisonDocument {
  const roles = comparison.subjects.map((subject) => (subject.kind === 'role' ? subject.role : undefined));
  const isWanted = ({ verdict }: { verdict: Verdict }) => !(onlyDifferent && verdict === 'alike');
  const bodies = comparison.subjects.map(subjectBody);
  const idAt = (index: number) => bodies[index]?.id ?? '';
  return {
    ...head('comparison', language),
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
            sameness,
            ...(common === undefined ? {} : { common: viewTerm(common, language) }),
            cells: cells.map((entries, place) => entries.map((entry) => viewEntry(catalogue, roles[place], entry, language))),
          })),
      }))
      .filter(({ rows }) => rows.length > 0),
    measured: roles.map((role) => role !== undefined && listFigures(catalogue, role).length > 0),
    measures: viewComparedFigures(catalogue, roles, language).filter(isWanted),
    distributions: viewComparedShares(catalogue, roles, language).filter(isWanted),
  };
}

/** The guide's topics as plain data. */
export function viewGuide(catalogue: Catalogue, language: Language): GuideDocument {
  const topics = catalogue.guide.map(({ id, title, summary }) => ({ id, title: title[language], summary: summary[language] }));
  return { ...head('guide', language), topics };
}

/** One guide topic as plain data. */
export function viewGuideTopic(catalogue: Catalogue, topic: GuideTopic, language: Language): GuideTopicDocument {
  return {
    ...head('guide-topic', language),
    topic: {
      id: topic.id,
      title: topic.title[language],
      summary: topic.summary[language],
      sections: topic.sections.map(({ title, text, entries = [], open = false }) => ({
        title: title[language],
        ...localize({ text }, language),
        open,
        entries: entries.map((entry) => ({ text: entry.text[language], ...localize({ detail: entry.detail }, language) })),
      })),
      sources: viewSources(catalogue, topic.sources, language),
    },
  };
}

function head<Kind extends string>(kind: Kind, language: Language): Document<Kind> {
  return { schemaVersion: 1, kind, language };
}

/** What names a role or concept. */
export function viewName(subject: Subject, language: Language): NameView {
  const { id, name, reading } = subjectBody(subject);
  return { id, name: name[language], japaneseName: name.ja, englishName: name.en, ...(reading === undefined ? {} : { reading }) };
}

function viewSummary(catalogue: Catalogue, role: Role, language: Language): RoleSummaryView {
  const family = catalogue.families.find(({ id }) => id === role.family);
  return {
    ...viewName({ kind: 'role', role }, language),
    ...(family === undefined ? {} : { family: viewTerm(family, language) }),
    resource: viewTerms(catalogue.resources, role.resource, language),
    facets: viewTerms(catalogue.facets, role.facets, language),
    ...localize({ focus: role.focus }, language),
    summary: role.summary[language],
  };
}

function viewTerms(terms: readonly Term[], ids: readonly string[] | undefined, language: Language): TermView[] {
  return pickById(terms, ids).map((term) => viewTerm(term, language));
}

function isOpen(role: Role, aspect: string): boolean {
  return role.openLists?.some((section) => section === aspect) ?? false;
}

function viewSection(catalogue: Catalogue, role: Role, section: Section, language: Language): [Section, SectionView][] {
  const entries = role[section];
  if (entries === undefined) return [];
  const asked = section === 'checks' && language !== 'ja';
  return [
    [
      section,
      {
        open: isOpen(role, section),
        entries: entries.map((entry) => ({ ...viewEntry(catalogue, role, entry, language), ...(asked ? { japanese: entry.text.ja } : {}) })),
      },
    ],
  ];
}

function viewEntry(catalogue: Catalogue, role: Role | undefined, entry: Entry, language: Language): EntryView {
  const { text, detail, frequency, coping, caution, topic, share, sources, evidence } = entry;
  return {
    text: text[language],
    ...(frequency === undefined ? {} : { frequency }),
    ...(share === undefined ? {} : { share }),
    ...localize({ detail, caution, coping }, language),
    ...(topic === undefined ? {} : { topic }),
    ...(sources === undefined ? {} : { sources }),
    ...(evidence === undefined || role === undefined
      ? {}
      : { evidence: { text: evidence.text[language], figures: viewFigures(catalogue, role, language, evidence.measures) } }),
  };
}

/** The sources of a role in the order of the vocabulary, with what they are part of, and what of the role comes from each. */
function viewProvenance(catalogue: Catalogue, role: Role, language: Language): RoleSourceView[] {
  const general = role.sources ?? [];
  const figures = role.measures === undefined ? [] : sourcesOf(role.measures);
  const citedIn = (section: Section) =>
    (role[section] ?? []).flatMap(({ sources = general, evidence }) => [...sources, ...(evidence === undefined ? [] : figures)]);
  const cited = new Map<RolePart, readonly string[]>([
    ['summary', general],
    ...sections.map((section) => [section, citedIn(section)] as const),
    // The shares are shown beside the ways into a role, too.
    ['entry', [...citedIn('entry'), ...(role.measures?.distributions === undefined ? [] : figures)]],
    ['figures', figures],
    ['confused-with', findConfusions(catalogue, role.id).length === 0 ? [] : general],
  ]);
  const partsOf = (id: string) => roleParts.filter((part) => cited.get(part)?.includes(id));
  const ids = catalogue.sources.map(({ id }) => id).filter((id) => partsOf(id).length > 0 || general.includes(id));
  const parents = catalogue.sources.filter(({ id }) => ids.includes(id)).flatMap(({ partOf }) => partOf ?? []);
  return pickById(catalogue.sources, [...ids, ...parents]).map((source) => ({ ...viewSource(source, language), parts: partsOf(source.id) }));
}

function viewConfusions(catalogue: Catalogue, id: string, language: Language): ConfusionView[] {
  return findConfusions(catalogue, id).map(({ other, relation, difference }) => ({
    with: viewName(other, language),
    relation,
    difference: difference[language],
  }));
}

function viewSources(catalogue: Catalogue, ids: readonly string[] | undefined, language: Language): SourceView[] {
  return pickById(catalogue.sources, ids).map((source) => viewSource(source, language));
}

function viewSource({ id, label, note, address, partOf, codes }: Source, language: Language): SourceView {
  return {
    id,
    label: label[language],
    ...localize({ note }, language),
    ...(address === undefined ? {} : { address }),
    ...(partOf === undefined ? {} : { partOf }),
    ...(codes === undefined ? {} : { codes }),
  };
}

function pickParts(role: RoleView, parts: readonly RolePart[]): RoleDocument['role'] {
  const { id, name, japaneseName, englishName, reading } = role;
  const picked = parts.map((part) => {
    if (part === 'summary') return pick(role, ['family', 'resource', 'facets', 'focus', 'summary', 'aliases']);
    if (part === 'figures') return pick(role, ['measures', 'distributions']);
    if (part === 'entry') return pick(role, ['entry', 'distributions']);
    return part === 'confused-with' ? pick(role, ['confusedWith']) : pick(role, [part]);
  });
  return Object.assign({ id, name, japaneseName, englishName, ...(reading === undefined ? {} : { reading }) }, ...picked) as RoleDocument['role'];
}

function pick(role: RoleView, keys: readonly (keyof RoleView)[]): Partial<RoleView> {
  return Object.fromEntries(keys.flatMap((key) => (role[key] === undefined ? [] : [[key, role[key]]])));
}
