import type { Diagnostic, DiagnosticCode } from './diagnostics.ts';
import { answerValues } from '../fit/response-scale.ts';
import type { Catalogue, Concept, ConfusedWith, FitBank, Role, RoleMeasures, Scale, Survey, Term } from '../catalogue/model.ts';
import { sections } from '../catalogue/model.ts';
import { foldName } from '../catalogue/names.ts';
import { offerNames } from '../catalogue/nearest.ts';
import type { LabourMarket, RoleLabourMarket } from '../catalogue/labour-market.ts';
import type { ParsedFile, Path, Reference } from './parsed-file.ts';
import type { VocabularyName } from '../catalogue/vocabularies.ts';

/** What can be named by its id; people try its label, too. */
export interface Referable {
  readonly id: string;
  readonly labels: readonly string[];
}

/** All that files can name, by vocabulary. */
export type Vocabularies = Readonly<Record<VocabularyName, readonly Referable[]>>;

/** The vocabularies of a catalogue, with the roles and concepts and the guide topics that files may name. */
export function listVocabularies(
  {
    resources,
    families,
    facets,
    topics,
    sources,
    survey,
    labourMarket,
    fit,
  }: Pick<Catalogue, 'resources' | 'families' | 'facets' | 'topics' | 'sources' | 'survey' | 'labourMarket' | 'fit'>,
  subjects: readonly Referable[],
  guide: readonly Referable[],
): Vocabularies {
  return {
    resources: refer(resources),
    families: refer(families),
    facets: refer(facets),
    topics: refer(topics),
    sources: refer(sources),
    scales: survey.scales.map(({ id }) => ({ id, labels: [] })),
    blocks: refer(survey.blocks),
    measures: refer(survey.measures),
    distributions: refer(survey.distributions),
    dimensions: refer(fit.dimensions),
    avoidances: refer(fit.avoidances),
    payOccupations: refer(labourMarket.wageSurvey.occupations),
    openingsOccupations: refer(labourMarket.openings.occupations),
    openingsGroups: refer(labourMarket.openingsByGroup.groups),
    subjects,
    guide,
  };
}

/** The ids that name nothing. */
export function checkReferences(references: readonly Reference[], vocabularies: Vocabularies): Diagnostic[] {
  const known = new Map(Object.entries(vocabularies).map(([name, items]) => [name, new Set(items.map(({ id }) => id))]));
  // The same slip is often made in many places.
  const offered = new Map<string, ReturnType<typeof offer>>();
  return references.flatMap(({ vocabulary, unknown, id, file, locate }): Diagnostic[] => {
    if (known.get(vocabulary)?.has(id) === true) return [];
    const key = `${vocabulary} ${id}`;
    const offers = offered.get(key) ?? offer(id, vocabularies[vocabulary]);
    offered.set(key, offers);
    return [{ code: unknown, file, ...locate(), name: id, ...offers }];
  });
}

type Report = (code: DiagnosticCode, path: Path, name: string, found?: { readonly valid?: readonly Referable[]; readonly expected?: string }) => void;

/** What is wrong within one role file, though all its ids may be known. */
export function checkRole(parsed: ParsedFile<Role>, { survey }: Pick<Catalogue, 'survey'>): Diagnostic[] {
  const { value: role } = parsed;
  return collect(parsed, (report) => {
    const known = new Set(survey.measures.map(({ id }) => id));
    const figures = new Set(Object.keys(role.measures?.figures ?? {}));
    for (const section of sections) {
      role[section]?.forEach(({ evidence }, index) => {
        evidence?.measures.forEach((id, place) => {
          // Text and figures stand together: without the figure the text says nothing.
          if (known.has(id) && !figures.has(id)) report('missing-figure', [section, index, 'evidence', 'measures', place], id);
        });
      });
    }
    checkConfusedWith(report, role);
    if (role.measures !== undefined) checkMeasures(report, role.measures, survey);
    for (const list of ['pay', 'openings'] as const) checkRows(report, role, list);
  });
}

/** A row is an occupation of the statistics, or figures of the file's own, and not shared with the role itself. */
function checkRows(report: Report, { id, labourMarket }: Role, list: keyof RoleLabourMarket): void {
  labourMarket?.[list]?.forEach(({ occupation, figures, sharedWith = [] }, index) => {
    const path = ['labourMarket', list, index];
    if (occupation === undefined && figures === undefined) report('missing-key', path, 'occupation');
    if (occupation !== undefined && figures !== undefined) report('one-of-two', [...path, 'figures'], 'figures', { expected: 'occupation' });
    sharedWith.forEach((other, place) => {
      if (other === id) report('self-reference', [...path, 'sharedWith', place], other);
    });
  });
}

/** What is wrong within one concept. */
export function checkConcept(parsed: ParsedFile<Concept>): Diagnostic[] {
  return collect(parsed, (report) => checkConfusedWith(report, parsed.value));
}

/** Ids that stand twice in the lists of a vocabulary file. */
export function checkLists(parsed: ParsedFile<object>): Diagnostic[] {
  return collect(parsed, (report) => {
    for (const [key, items] of Object.entries(parsed.value)) if (hasIds(items)) checkUnique(report, [key], items);
  });
}

/** Problems of the vocabulary of measures. */
export function checkSurvey(parsed: ParsedFile<Survey>): Diagnostic[] {
  return collect(parsed, (report) => {
    const { scales, measures, distributions } = parsed.value;
    measures.forEach(({ scale, average }, index) => checkOnScale(report, ['measures', index, 'average'], average, findScale(scales, scale)));
    distributions.forEach(({ options }, index) => checkUnique(report, ['distributions', index, 'options'], options));
  });
}

/** Occupations and groups that stand twice. */
export function checkLabourMarket(parsed: ParsedFile<LabourMarket>): Diagnostic[] {
  const { measures, wageSurvey, openings, openingsByGroup } = parsed.value;
  return collect(parsed, (report) => {
    checkUnique(report, ['measures'], measures);
    checkUnique(report, ['wageSurvey', 'occupations'], wageSurvey.occupations);
    checkUnique(report, ['openings', 'occupations'], openings.occupations);
    checkUnique(report, ['openingsByGroup', 'groups'], openingsByGroup.groups);
  });
}

/** The words for answers must be those of the answers that formulas and codes know, in their order. */
export function checkResponses(parsed: ParsedFile<Pick<FitBank, 'responses'>>): Diagnostic[] {
  const { responses } = parsed.value;
  const expected = answerValues.join(', ');
  return collect(parsed, (report) => {
    responses.forEach(({ value }, index) => {
      if (value !== answerValues[index]) report('outside-scale', ['responses', index, 'value'], 'value', { expected });
    });
    if (responses.length < answerValues.length) report('outside-scale', ['responses'], 'responses', { expected });
  });
}

/** Figures must be on their scales, and shares of known answers and of a known number of people. */
function checkMeasures(report: Report, { figures = {}, distributions = {}, respondents }: RoleMeasures, survey: Survey): void {
  const scaleOf = (id: string) => findScale(survey.scales, survey.measures.find((measure) => measure.id === id)?.scale);
  for (const [id, value] of Object.entries(figures)) checkOnScale(report, ['measures', 'figures', id], value, scaleOf(id));
  for (const [id, shares] of Object.entries(distributions)) {
    const asked = survey.distributions.find((distribution) => distribution.id === id);
    if (asked === undefined) continue;
    const valid = refer(asked.options);
    for (const option of Object.keys(shares)) {
      if (!valid.some((known) => known.id === option)) report('unknown-reference', ['measures', 'distributions', id, option], option, { valid });
    }
  }
  const hasShares = Object.keys(distributions).length > 0 || Object.keys(figures).some((id) => scaleOf(id)?.unit === 'share');
  if (hasShares && respondents === undefined) report('missing-key', ['measures'], 'respondents');
}

function findScale(scales: readonly Scale[], id: string | undefined): Scale | undefined {
  return scales.find((scale) => scale.id === id);
}

function checkOnScale(report: Report, path: Path, value: number, scale: Scale | undefined): void {
  if (scale === undefined || (value >= scale.minimum && value <= scale.maximum)) return;
  report('outside-scale', path, String(path.at(-1)), { expected: `${scale.minimum}–${scale.maximum}` });
}

function hasIds(items: unknown): items is readonly { readonly id: string }[] {
  return Array.isArray(items) && items.every((item: unknown) => typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string');
}

function checkUnique(report: Report, path: Path, items: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (seen.has(id)) report('duplicate-id', [...path, index, 'id'], id);
    seen.add(id);
  });
}

function collect(parsed: ParsedFile<unknown>, check: (report: Report) => void): Diagnostic[] {
  const found: Diagnostic[] = [];
  check((code, path, name, { valid, expected } = {}) => {
    found.push({
      code,
      file: parsed.file,
      ...parsed.locate(path),
      name,
      ...(expected === undefined ? {} : { expected }),
      ...(valid === undefined ? {} : offer(name, valid)),
    });
  });
  return found;
}

function offer(name: string, valid: readonly Referable[]): Pick<Diagnostic, 'nearest' | 'allowed'> {
  const key = foldName(name);
  const named = valid.filter((referable) => isCalled(referable, key)).map(({ id }) => id);
  if (named.length > 0) return { nearest: named };
  return offerNames(
    name,
    valid.map(({ id }) => id),
  );
}

function checkConfusedWith(report: Report, subject: { id: string; confusedWith?: readonly ConfusedWith[] }): void {
  const seen = new Set<string>();
  subject.confusedWith?.forEach(({ with: other }, index) => {
    const path = ['confusedWith', index, 'with'];
    if (other === subject.id) report('self-reference', path, other);
    else if (seen.has(other)) report('duplicate-pair', path, other);
    seen.add(other);
  });
}

const referables = new WeakMap<readonly Term[], readonly Referable[]>();

function refer(terms: readonly Term[]): readonly Referable[] {
  const known = referables.get(terms) ?? terms.map(({ id, label }) => ({ id, labels: Object.values(label) }));
  referables.set(terms, known);
  return known;
}

const foldedLabels = new WeakMap<Referable, ReadonlySet<string>>();

function isCalled(referable: Referable, key: string): boolean {
  const folded = foldedLabels.get(referable) ?? new Set(referable.labels.map(foldName));
  foldedLabels.set(referable, folded);
  return folded.has(key);
}
