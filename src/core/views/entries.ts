import type { Catalogue, Entry, Frequency, Language, Role } from '../catalogue/model.ts';
import { viewFigures } from './measures.ts';
import type { EvidenceView } from './measures.ts';
import { localize } from './terms.ts';

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

/** An entry of a list in one language; figures that bear out a claim are those of `role`. */
export function viewEntry(catalogue: Catalogue, role: Role | undefined, entry: Entry, language: Language): EntryView {
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

/** Whether the entries of a role are examples there, not a complete list. */
export function isOpen(role: Role, aspect: string): boolean {
  return role.openLists?.some((section) => section === aspect) ?? false;
}
