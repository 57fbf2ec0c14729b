import { pickById } from '../catalogue/queries.ts';
import type { Catalogue, Concept, GuideTopic, LocalizedText, Role, Section } from '../catalogue/model.ts';
import { sections } from '../catalogue/model.ts';

/** What a passage belongs to. */
export type SearchSubject =
  { readonly kind: 'role'; readonly body: Role } | { readonly kind: 'concept'; readonly body: Concept } | { readonly kind: 'guide'; readonly body: GuideTopic };

/** Which part of its subject a passage is. */
export type SearchSection = Section | 'name' | 'relatedTitles' | 'facets' | 'summary' | 'confusedWith' | 'guide';

/** What is found as a whole: an entry of a role, a paragraph of the guide. */
export interface Passage {
  /** Unique in a catalogue: `role/keiri/duties/3`. */
  readonly id: string;
  readonly subject: SearchSubject;
  readonly section: SearchSection;
  /** The headline first. */
  readonly lines: readonly LocalizedText[];
}

/** Every text of a subject in which something can be found. */
export function listPassages(subject: SearchSubject, catalogue: Catalogue): Passage[] {
  const counts = new Map<SearchSection, number>();
  return linesOf(subject, catalogue).map(([section, lines]) => {
    const count = counts.get(section) ?? 0;
    counts.set(section, count + 1);
    return { id: `${idOf(subject)}/${section}/${count}`, subject, section, lines: lines.filter((line) => line !== undefined) };
  });
}

/** Unique in a catalogue: `role/keiri`. */
export function idOf({ kind, body }: SearchSubject): string {
  return `${kind}/${body.id}`;
}

/** The id of the subject that a passage belongs to, by the passage's. */
export function subjectOf(passageId: string): string {
  return passageId.split('/', 2).join('/');
}

/** The subjects of a catalogue, in the order in which they are shown. */
export function listSubjects({ roles, concepts, guide }: Catalogue): SearchSubject[] {
  return [
    ...roles.map((body) => ({ kind: 'role', body }) as const),
    ...concepts.map((body) => ({ kind: 'concept', body }) as const),
    ...guide.map((body) => ({ kind: 'guide', body }) as const),
  ];
}

type Lines = readonly (LocalizedText | undefined)[];

function linesOf({ kind, body }: SearchSubject, catalogue: Catalogue): [SearchSection, Lines][] {
  const related = kind === 'guide' ? [] : (body.relatedTitles ?? []);
  const names: [SearchSection, Lines][] = [
    ...[kind === 'guide' ? body.title : body.name, ...[body.id, ...(body.aliases ?? [])].map(sameInBoth)].map((name): [SearchSection, Lines] => [
      'name',
      [name],
    ]),
    ...related.map((title): [SearchSection, Lines] => ['relatedTitles', [sameInBoth(title)]]),
  ];
  const summary: [SearchSection, Lines][] = [['summary', [body.summary]]];
  if (kind === 'guide') {
    const paragraphs = body.sections.flatMap(({ title, text, entries = [] }): [SearchSection, Lines][] => [
      ['guide', [title, text]],
      ...entries.map((entry): [SearchSection, Lines] => ['guide', [entry.text, entry.detail]]),
    ]);
    return [...summary, ...paragraphs, ...names];
  }
  const confusions = (body.confusedWith ?? []).map(({ difference }): [SearchSection, Lines] => ['confusedWith', [difference]]);
  if (kind === 'concept') return [...summary, ...confusions, ...names];
  const terms = [...pickById(catalogue.resources, body.resource), ...pickById(catalogue.facets, body.facets)];
  return [
    ...sections.flatMap((section) =>
      (body[section] ?? []).map(({ text, detail, caution, coping, evidence }): [SearchSection, Lines] => [
        section,
        [text, detail, caution, coping, evidence?.text],
      ]),
    ),
    ...summary,
    ...(body.focus === undefined ? [] : [['summary', [body.focus]] satisfies [SearchSection, Lines]]),
    ...terms.map(({ label }): [SearchSection, Lines] => ['facets', [label]]),
    ...confusions,
    ...names,
  ];
}

function sameInBoth(text: string): LocalizedText {
  return { ja: text, en: text };
}
