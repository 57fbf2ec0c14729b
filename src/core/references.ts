import type { Diagnostic, DiagnosticCode } from './diagnostics.ts';
import type { Avoidance, Catalogue, Concept, ConfusedWith, Dimension, FitItem, GuideTopic, Role, RoleMeasures, Scale, Source, Survey, Term } from './model.ts';
import { sections } from './model.ts';
import { foldName } from './names.ts';
import { offerNames } from './nearest.ts';
import type { ParsedFile, Path } from './parse.ts';

/** The parts of a catalogue that parsed files refer to. */
type Vocabulary = Pick<Catalogue, 'resources' | 'families' | 'facets' | 'topics' | 'sources' | 'survey' | 'fit'>;

/** What one check of references looks at. */
export interface ReferenceContext extends Vocabulary {
  /** Everything that `confusedWith` may name. */
  readonly subjects: readonly Referable[];
  readonly guide: readonly Referable[];
}

/** What can be named by its id; people try its label, too. */
export interface Referable {
  readonly id: string;
  readonly labels: readonly string[];
}

type Report = (code: DiagnosticCode, path: Path, name: string, found?: { readonly valid?: readonly Referable[]; readonly expected?: string }) => void;

/** Problems of one role file's ids: those that name nothing, and those that name itself. */
export function checkRole(parsed: ParsedFile<Role>, context: ReferenceContext): Diagnostic[] {
  const { value: role } = parsed;
  return collect(parsed, (report) => {
    const checkId = checkAgainst(report);
    if (role.family !== undefined) checkId(['family'], role.family, refer(context.families));
    role.resource?.forEach((id, index) => checkId(['resource', index], id, refer(context.resources)));
    role.facets?.forEach((id, index) => checkId(['facets', index], id, refer(context.facets)));
    role.sources?.forEach((id, index) => checkId(['sources', index], id, refer(context.sources)));
    for (const section of sections) {
      role[section]?.forEach(({ topic, sources, evidence, dimension, avoidance }, index) => {
        if (dimension !== undefined) checkId([section, index, 'dimension'], dimension, refer(context.fit.dimensions));
        if (avoidance !== undefined) checkId([section, index, 'avoidance'], avoidance, refer(context.fit.avoidances));
        if (topic !== undefined) checkId([section, index, 'topic'], topic, refer(context.topics));
        sources?.forEach((id, place) => checkId([section, index, 'sources', place], id, refer(context.sources)));
        evidence?.measures.forEach((id, place) => {
          const path = [section, index, 'evidence', 'measures', place];
          checkId(path, id, refer(context.survey.measures));
          // Text and figures stand together: without the figure the text says nothing.
          if (context.survey.measures.some((measure) => measure.id === id) && role.measures?.figures?.[id] === undefined) report('missing-key', path, id);
        });
      });
    }
    checkConfusedWith(report, role, context);
    for (const id of Object.keys(role.loadings ?? {})) checkId(['loadings', id], id, refer(context.fit.dimensions));
    if (role.measures !== undefined) checkMeasures(report, role.measures, context);
  });
}

/** Problems of one concept's ids. */
export function checkConcept(parsed: ParsedFile<Concept>, context: ReferenceContext): Diagnostic[] {
  const { value: concept } = parsed;
  return collect(parsed, (report) => {
    if (concept.guide !== undefined) checkAgainst(report)(['guide'], concept.guide, context.guide);
    checkConfusedWith(report, concept, context);
  });
}

/** Problems of one guide file's ids. */
export function checkGuideTopic(parsed: ParsedFile<GuideTopic>, context: ReferenceContext): Diagnostic[] {
  return collect(parsed, (report) => {
    parsed.value.sources?.forEach((id, index) => checkAgainst(report)(['sources', index], id, refer(context.sources)));
  });
}

/** Problems of the list of sources: parts of what is not there. */
export function checkSources(parsed: ParsedFile<{ readonly sources: readonly Source[] }>): Diagnostic[] {
  return collect(parsed, (report) => {
    const { sources } = parsed.value;
    sources.forEach(({ partOf }, index) => {
      if (partOf !== undefined) checkAgainst(report)(['sources', index, 'partOf'], partOf, refer(sources));
    });
    checkUnique(report, ['sources'], sources);
  });
}

/** Problems of the vocabulary of measures. */
export function checkSurvey(parsed: ParsedFile<Survey>, context: ReferenceContext): Diagnostic[] {
  return collect(parsed, (report) => {
    const { source, scales, blocks, measures, distributions } = parsed.value;
    const checkId = checkAgainst(report);
    checkId(['source'], source, refer(context.sources));
    measures.forEach(({ block, scale, average }, index) => {
      checkId(['measures', index, 'block'], block, refer(blocks));
      checkId(['measures', index, 'scale'], scale, nameOnly(scales));
      checkOnScale(report, ['measures', index, 'average'], average, findScale(scales, scale));
    });
    for (const [key, items] of Object.entries({ scales, blocks, measures, distributions })) checkUnique(report, [key], items);
    distributions.forEach(({ options }, index) => checkUnique(report, ['distributions', index, 'options'], options));
  });
}

/** Problems of the dimensions of the fit test. */
export function checkDimensions(parsed: ParsedFile<{ readonly dimensions: readonly Dimension[] }>, { survey }: Vocabulary): Diagnostic[] {
  return collect(parsed, (report) => {
    parsed.value.dimensions.forEach((dimension, index) => {
      for (const key of ['measures', 'reversedMeasures'] as const) {
        dimension[key]?.forEach((id, place) => checkAgainst(report)(['dimensions', index, key, place], id, refer(survey.measures)));
      }
    });
    checkUnique(report, ['dimensions'], parsed.value.dimensions);
  });
}

/** Problems of the items of the fit test. */
export function checkItems(parsed: ParsedFile<{ readonly items: readonly FitItem[] }>, { fit }: Vocabulary): Diagnostic[] {
  return collect(parsed, (report) => {
    parsed.value.items.forEach(({ dimension }, index) => checkAgainst(report)(['items', index, 'dimension'], dimension, refer(fit.dimensions)));
    checkUnique(report, ['items'], parsed.value.items);
  });
}

/** Problems of what a person may want to avoid. */
export function checkAvoidances(parsed: ParsedFile<{ readonly avoidances: readonly Avoidance[] }>, { fit }: Vocabulary): Diagnostic[] {
  return collect(parsed, (report) => {
    parsed.value.avoidances.forEach(({ dimension }, index) => {
      if (dimension !== undefined) checkAgainst(report)(['avoidances', index, 'dimension'], dimension, refer(fit.dimensions));
    });
    checkUnique(report, ['avoidances'], parsed.value.avoidances);
  });
}

/** Figures must be of known measures and on their scales, and shares need the number of people they are of. */
function checkMeasures(report: Report, measures: RoleMeasures, { survey, sources }: Vocabulary): void {
  const checkId = checkAgainst(report);
  const { figures = {}, blockMeans = {}, distributions = {}, shift } = measures;
  measures.sources.forEach((id, index) => checkId(['measures', 'sources', index], id, refer(sources)));
  if (shift !== undefined) {
    checkId(['measures', 'shift', 'from'], shift.from, refer(sources));
    for (const [block, ids] of Object.entries(shift.to)) {
      checkId(['measures', 'shift', 'to', block], block, refer(survey.blocks));
      ids.forEach((id, index) => checkId(['measures', 'shift', 'to', block, index], id, refer(sources)));
    }
  }
  for (const id of Object.keys(blockMeans)) checkId(['measures', 'blockMeans', id], id, refer(survey.blocks));
  for (const [id, value] of Object.entries(figures)) {
    const path = ['measures', 'figures', id];
    checkId(path, id, refer(survey.measures));
    checkOnScale(report, path, value, findScale(survey.scales, survey.measures.find((measure) => measure.id === id)?.scale));
  }
  for (const [id, shares] of Object.entries(distributions)) {
    checkId(['measures', 'distributions', id], id, refer(survey.distributions));
    const options = survey.distributions.find((distribution) => distribution.id === id)?.options ?? [];
    for (const option of Object.keys(shares)) checkId(['measures', 'distributions', id, option], option, refer(options));
  }
  const isShare = (id: string) => findScale(survey.scales, survey.measures.find((measure) => measure.id === id)?.scale)?.unit === 'share';
  const hasShares = Object.keys(distributions).length > 0 || Object.keys(figures).some(isShare);
  if (hasShares && measures.respondents === undefined) report('missing-key', ['measures'], 'respondents');
}

function findScale(scales: readonly Scale[], id: string | undefined): Scale | undefined {
  return scales.find((scale) => scale.id === id);
}

function checkOnScale(report: Report, path: Path, value: number, scale: Scale | undefined): void {
  if (scale === undefined || (value >= scale.minimum && value <= scale.maximum)) return;
  report('outside-scale', path, String(path.at(-1)), { expected: `${scale.minimum}–${scale.maximum}` });
}

function checkUnique(report: Report, path: Path, items: readonly { readonly id: string }[]): void {
  items.forEach(({ id }, index) => {
    if (items.findIndex((other) => other.id === id) < index) report('duplicate-id', [...path, index, 'id'], id);
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

function checkAgainst(report: Report): (path: Path, id: string, valid: readonly Referable[]) => void {
  return (path, id, valid) => {
    if (!valid.some((known) => known.id === id)) report('unknown-reference', path, id, { valid });
  };
}

function checkConfusedWith(report: Report, subject: { id: string; confusedWith?: readonly ConfusedWith[] }, context: ReferenceContext): void {
  const seen = new Set<string>();
  subject.confusedWith?.forEach(({ with: other }, index) => {
    const path = ['confusedWith', index, 'with'];
    if (other === subject.id) report('self-reference', path, other);
    else if (!context.subjects.some(({ id }) => id === other)) report('unknown-reference', path, other, { valid: context.subjects });
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

function nameOnly(items: readonly { readonly id: string }[]): readonly Referable[] {
  return items.map(({ id }) => ({ id, labels: [] }));
}

const foldedLabels = new WeakMap<Referable, ReadonlySet<string>>();

function isCalled(referable: Referable, key: string): boolean {
  const folded = foldedLabels.get(referable) ?? new Set(referable.labels.map(foldName));
  foldedLabels.set(referable, folded);
  return folded.has(key);
}
