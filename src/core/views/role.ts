import type { Catalogue, Language, Role, Section } from '../catalogue/model.ts';
import { sections } from '../catalogue/model.ts';
import { findConfusions, pickById } from '../catalogue/queries.ts';
import { viewConfusions } from './confusions.ts';
import type { ConfusionView } from './confusions.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import { isOpen, viewEntry } from './entries.ts';
import type { EntryView } from './entries.ts';
import { sourcesOf, viewDistributions, viewRoleMeasures } from './measures.ts';
import type { DistributionView, RoleMeasuresView } from './measures.ts';
import { citedBy, viewLabourMarket } from './labour-market.ts';
import type { LabourMarketView } from './labour-market.ts';
import type { NameView } from './names.ts';
import { roleParts } from './role-parts.ts';
import type { RolePart } from './role-parts.ts';
import { viewSummary } from './role-summary.ts';
import type { RoleSummaryView } from './role-summary.ts';
import { viewSource } from './sources.ts';
import type { SourceView } from './sources.ts';

export interface SectionView {
  /** The entries are examples, not a complete list. */
  readonly open: boolean;
  readonly entries: readonly EntryView[];
}

/** A source of a role, with the parts of the role that come from it. */
export interface RoleSourceView extends SourceView {
  readonly parts: readonly RolePart[];
}

export interface RoleView extends RoleSummaryView, Partial<Readonly<Record<Section, SectionView>>> {
  readonly aliases: readonly string[];
  /** Found by these, too, but not called so: parts of the role and neighbours. */
  readonly relatedTitles: readonly string[];
  readonly confusedWith: readonly ConfusionView[];
  /** Absent where a role has no figures. */
  readonly measures?: RoleMeasuresView;
  readonly distributions: readonly DistributionView[];
  /** Absent where a role names no rows of the statistics. */
  readonly labourMarket?: LabourMarketView;
  readonly sources: readonly RoleSourceView[];
}

export interface RoleDocument extends Document<'role'> {
  readonly role: Partial<RoleView> & NameView;
}

/** A role as plain data; `parts` limits it to its names and those parts. */
export function viewRole(catalogue: Catalogue, role: Role, language: Language, parts: readonly RolePart[] = []): RoleDocument {
  const labourMarket = viewLabourMarket(catalogue, role, language);
  const full: RoleView = {
    ...viewSummary(catalogue, role, language),
    aliases: role.aliases ?? [],
    relatedTitles: role.relatedTitles ?? [],
    ...Object.fromEntries(sections.flatMap((section) => viewSection(catalogue, role, section, language))),
    ...viewRoleMeasures(catalogue, role, language),
    distributions: viewDistributions(catalogue, role, language),
    ...(labourMarket === undefined ? {} : { labourMarket }),
    confusedWith: viewConfusions(catalogue, role.id, language),
    sources: viewProvenance(catalogue, role, labourMarket, language),
  };
  return { ...startDocument('role', language), role: parts.length === 0 ? full : pickParts(full, parts) };
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

/** The sources of a role in the order of the vocabulary, with what they are part of, and what of the role comes from each. */
function viewProvenance(catalogue: Catalogue, role: Role, labourMarket: LabourMarketView | undefined, language: Language): RoleSourceView[] {
  const general = role.sources ?? [];
  const figures = role.measures === undefined ? [] : sourcesOf(role.measures);
  const citedIn = (section: Section) =>
    (role[section] ?? []).flatMap(({ sources = general, evidence }) => [...sources, ...(evidence === undefined ? [] : figures)]);
  const answered = new Set(viewDistributions(catalogue, role, language).map(({ section }) => section));
  const cited = new Map<RolePart, readonly string[]>([
    ['summary', general],
    // The shares of answers stand below the sections that they belong to, too.
    ...sections.map((section) => [section, [...citedIn(section), ...(answered.has(section) ? figures : [])]] as const),
    ['figures', figures],
    ['labour-market', labourMarket === undefined ? [] : citedBy(labourMarket)],
    ['confused-with', findConfusions(catalogue, role.id).length === 0 ? [] : general],
  ]);
  const partsOf = (id: string) => roleParts.filter((part) => cited.get(part)?.includes(id));
  const ids = catalogue.sources.map(({ id }) => id).filter((id) => partsOf(id).length > 0 || general.includes(id));
  const parents = catalogue.sources.filter(({ id }) => ids.includes(id)).flatMap(({ partOf }) => partOf ?? []);
  return pickById(catalogue.sources, [...ids, ...parents]).map((source) => ({ ...viewSource(source, language), parts: partsOf(source.id) }));
}

function pickParts(role: RoleView, parts: readonly RolePart[]): RoleDocument['role'] {
  const { id, name, japaneseName, englishName, reading } = role;
  const picked = parts.map((part) => {
    if (part === 'summary') return pick(role, ['tier', 'family', 'resource', 'facets', 'focus', 'summary', 'aliases', 'relatedTitles']);
    if (part === 'labour-market') return pick(role, ['labourMarket']);
    if (part === 'figures') return pick(role, ['measures', 'distributions']);
    return part === 'confused-with' ? pick(role, ['confusedWith']) : pick(role, [part]);
  });
  // Answers go with their section; the figures have all of them.
  const answers = role.distributions.filter(({ section }) => parts.includes(section));
  if (answers.length > 0 && !parts.includes('figures')) picked.push({ distributions: answers });
  return Object.assign({ id, name, japaneseName, englishName, ...(reading === undefined ? {} : { reading }) }, ...picked) as RoleDocument['role'];
}

function pick(role: RoleView, keys: readonly (keyof RoleView)[]): Partial<RoleView> {
  return Object.fromEntries(keys.flatMap((key) => (role[key] === undefined ? [] : [[key, role[key]]])));
}
