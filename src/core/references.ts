import type { Diagnostic, DiagnosticCode } from './diagnostics.ts';
import type { Catalogue, Concept, ConfusedWith, GuideTopic, Role, Term } from './model.ts';
import { sections } from './model.ts';
import { foldName } from './names.ts';
import { offerNames } from './nearest.ts';
import type { ParsedFile, Path } from './parse.ts';

/** The parts of a catalogue that parsed files refer to. */
type Vocabulary = Pick<Catalogue, 'resources' | 'families' | 'facets' | 'topics' | 'sources'>;

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

type Report = (code: DiagnosticCode, path: Path, name: string, valid?: readonly Referable[]) => void;

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
      role[section]?.forEach(({ topic }, index) => {
        if (topic !== undefined) checkId([section, index, 'topic'], topic, refer(context.topics));
      });
    }
    checkConfusedWith(report, role, context);
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

function collect(parsed: ParsedFile<unknown>, check: (report: Report) => void): Diagnostic[] {
  const found: Diagnostic[] = [];
  check((code, path, name, valid) => {
    found.push({ code, file: parsed.file, ...parsed.locate(path), name, ...(valid === undefined ? {} : offer(name, valid)) });
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
    if (!valid.some((known) => known.id === id)) report('unknown-reference', path, id, valid);
  };
}

function checkConfusedWith(report: Report, subject: { id: string; confusedWith?: readonly ConfusedWith[] }, context: ReferenceContext): void {
  const seen = new Set<string>();
  subject.confusedWith?.forEach(({ with: other }, index) => {
    const path = ['confusedWith', index, 'with'];
    if (other === subject.id) report('self-reference', path, other);
    else if (!context.subjects.some(({ id }) => id === other)) report('unknown-reference', path, other, context.subjects);
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
