import type { Language, LocalizedText, Term } from '../catalogue/model.ts';
import { pickById } from '../catalogue/queries.ts';

export interface TermView {
  readonly id: string;
  readonly label: string;
}

/** A member of a vocabulary in one language. */
export function viewTerm({ id, label }: Term, language: Language): TermView {
  return { id, label: label[language] };
}

/** Members of a vocabulary by their ids, in one language. */
export function viewTerms(terms: readonly Term[], ids: readonly string[] | undefined, language: Language): TermView[] {
  return pickById(terms, ids).map((term) => viewTerm(term, language));
}

/** The texts that are there, in one language. */
export function localize<Texts extends Readonly<Record<string, LocalizedText | undefined>>>(
  texts: Texts,
  language: Language,
): { [Key in keyof Texts]?: string } {
  const present = Object.entries(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, text[language]]]));
  return Object.fromEntries(present) as { [Key in keyof Texts]?: string };
}
