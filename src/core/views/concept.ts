import type { Catalogue, Language } from '../catalogue/model.ts';
import type { Subject } from '../catalogue/queries.ts';
import { viewConfusions } from './confusions.ts';
import type { ConfusionView } from './confusions.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import { viewName } from './names.ts';
import type { NameView } from './names.ts';
import type { RolePart } from './role-parts.ts';
import type { TermView } from './terms.ts';

export interface ConceptView extends NameView {
  readonly summary: string;
  readonly aliases: readonly string[];
  readonly relatedTitles: readonly string[];
  readonly confusedWith: readonly ConfusionView[];
  readonly guide?: TermView;
}

export interface ConceptDocument extends Document<'concept'> {
  readonly concept: Partial<ConceptView> & NameView;
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
    ...startDocument('concept', language),
    concept: {
      ...viewName(subject, language),
      ...(wanted('summary') ? { summary: concept.summary[language], aliases: concept.aliases ?? [], relatedTitles: concept.relatedTitles ?? [] } : {}),
      ...(wanted('confused-with') ? { confusedWith: viewConfusions(catalogue, concept.id, language) } : {}),
      ...(guide === undefined ? {} : { guide: { id: guide.id, label: guide.title[language] } }),
    },
  };
}
