/** The languages of the catalogue, the default first. */
export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in every language. A plain string in a person's own file fills both. */
export type LocalizedText = Readonly<Record<Language, string>>;

/** A member of a closed vocabulary: resource, family, facet or topic. */
export interface Term {
  readonly id: string;
  readonly label: LocalizedText;
}
