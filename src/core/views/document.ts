import type { Language } from '../catalogue/model.ts';

// The documents of the machine formats, and what the pages for people are made from:
// plain data in one language. A change that removes or renames a key raises `schemaVersion`.

export interface Document<Kind extends string> {
  readonly schemaVersion: 1;
  readonly kind: Kind;
  readonly language: Language;
}

/** What every document starts with. */
export function startDocument<Kind extends string>(kind: Kind, language: Language): Document<Kind> {
  return { schemaVersion: 1, kind, language };
}
