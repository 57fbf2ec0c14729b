import type { Diagnostic, DiagnosticCode } from './diagnostics.ts';
import type { Catalogue, Concept, ConfusedWith, GuideTopic, Role } from './model.ts';
import { sections } from './model.ts';
import { findNearest } from './nearest.ts';
import type { ParsedFile, Path } from './parse.ts';

/** The parts of a catalogue that parsed files refer to. */
type Vocabulary = Pick<Catalogue, 'resources' | 'families' | 'facets' | 'topics' | 'sources'>;

/** What one check of references looks at. */
export interface ReferenceContext extends Vocabulary {
  /** Everything that `confusedWith` may name. */
  readonly subjectIds: readonly string[];
  readonly guideIds: readonly string[];
}

type Report = (code: DiagnosticCode, path: Path, name: string, valid?: readonly string[]) => void;

/** Problems of one role file's ids: those that name nothing, and those that name itself. */
export function checkRole(parsed: ParsedFile<Role>, context: ReferenceContext): Diagnostic[] {
  const { value: role } = parsed;
  return collect(parsed, [], (report) => {
    const checkId = checkAgainst(report);
    if (role.family !== undefined) checkId(['family'], role.family, idsOf(context.families));
    role.resource?.forEach((id, index) => checkId(['resource', index], id, idsOf(context.resources)));
    role.facets?.forEach((id, index) => checkId(['facets', index], id, idsOf(context.facets)));
    role.sources?.forEach((id, index) => checkId(['sources', index], id, idsOf(context.sources)));
    for (const section of sections) {
      role[section]?.forEach(({ topic }, index) => {
        if (topic !== undefined) checkId([section, index, 'topic'], topic, idsOf(context.topics));
      });
    }
    checkConfusedWith(report, role, context);
  });
}

/** Problems of one concept's ids; `index` is its place in the file. */
export function checkConcept(parsed: ParsedFile<Concept>, index: number, context: ReferenceContext): Diagnostic[] {
  const { value: concept } = parsed;
  return collect(parsed, ['concepts', index], (report) => {
    if (concept.guide !== undefined) checkAgainst(report)(['guide'], concept.guide, context.guideIds);
    checkConfusedWith(report, concept, context);
  });
}

/** Problems of one guide file's ids. */
export function checkGuideTopic(parsed: ParsedFile<GuideTopic>, context: ReferenceContext): Diagnostic[] {
  return collect(parsed, [], (report) => {
    parsed.value.sources?.forEach((id, index) => checkAgainst(report)(['sources', index], id, idsOf(context.sources)));
  });
}

function collect(parsed: ParsedFile<unknown>, base: Path, check: (report: Report) => void): Diagnostic[] {
  const found: Diagnostic[] = [];
  check((code, path, name, valid) => {
    const nearest = valid === undefined ? [] : findNearest(name, valid);
    const offered = nearest.length > 0 ? nearest : (valid ?? []);
    found.push({ code, file: parsed.file, ...parsed.locate([...base, ...path]), name, ...(valid === undefined ? {} : { nearest: offered }) });
  });
  return found;
}

function checkAgainst(report: Report): (path: Path, id: string, valid: readonly string[]) => void {
  return (path, id, valid) => {
    if (!valid.includes(id)) report('unknown-reference', path, id, valid);
  };
}

function checkConfusedWith(report: Report, subject: { id: string; confusedWith?: readonly ConfusedWith[] }, context: ReferenceContext): void {
  const seen = new Set<string>();
  subject.confusedWith?.forEach(({ with: other }, index) => {
    const path = ['confusedWith', index, 'with'];
    if (other === subject.id) report('self-reference', path, other);
    else if (!context.subjectIds.includes(other)) report('unknown-reference', path, other, context.subjectIds);
    else if (seen.has(other)) report('duplicate-pair', path, other);
    seen.add(other);
  });
}

function idsOf(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id);
}
