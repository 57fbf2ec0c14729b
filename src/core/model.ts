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

/** A source that role and guide files cite. */
export interface Source extends Term {
  readonly note?: LocalizedText;
  readonly address?: string;
}

export const frequencies = ['daily', 'monthly', 'yearly'] as const;
export type Frequency = (typeof frequencies)[number];

/** One point of a role: a headline, and what belongs to it. */
export interface Entry {
  readonly text: LocalizedText;
  readonly detail?: LocalizedText;
  /** How often a duty comes round, where known. */
  readonly frequency?: Frequency;
  /** How to cope with a hard part. */
  readonly coping?: LocalizedText;
  /** What a good side does not promise. */
  readonly caution?: LocalizedText;
  /** Entries of different roles with the same topic say the same. */
  readonly topic?: string;
}

/** The parts of a role that are lists of entries, in reading order. */
export const sections = ['duties', 'specialties', 'merits', 'demerits', 'suits', 'qualifications', 'entry', 'checks'] as const;
export type Section = (typeof sections)[number];

export const relations = ['look-alike', 'stand-in'] as const;
/** `look-alike`: the names are mixed up. `stand-in`: one does the other's work where it is missing. */
export type Relation = (typeof relations)[number];

/** What a role or concept gets mixed up with, as its file states it. */
export interface ConfusedWith {
  /** Id of a role or concept. */
  readonly with: string;
  readonly relation: Relation;
  readonly difference: LocalizedText;
}

interface Named {
  readonly id: string;
  readonly name: LocalizedText;
  /** In kana. */
  readonly reading?: string;
  readonly aliases?: readonly string[];
  readonly summary: LocalizedText;
  readonly confusedWith?: readonly ConfusedWith[];
}

/** One back-office role (occupation). */
export interface Role extends Named, Partial<Readonly<Record<Section, readonly Entry[]>>> {
  /** Place in lists; roles without one come last. */
  readonly order?: number;
  /** Id of a family: roles of one family are neighbours. */
  readonly family?: string;
  /** Ids of what the role looks after: people, goods, money, information. */
  readonly resource?: readonly string[];
  readonly facets?: readonly string[];
  /** Noun phrase: what the role is about. */
  readonly focus?: LocalizedText;
  /** Sections whose entries are examples, not a complete list. */
  readonly openLists?: readonly Section[];
  /** Ids of sources. */
  readonly sources?: readonly string[];
}

/** What is no role of the catalogue but gets mixed up with one. */
export interface Concept extends Named {
  /** Id of the guide topic that says more. */
  readonly guide?: string;
}

export interface GuideEntry {
  readonly text: LocalizedText;
  readonly detail?: LocalizedText;
}

export interface GuideSection {
  readonly title: LocalizedText;
  readonly text?: LocalizedText;
  readonly entries?: readonly GuideEntry[];
  /** The entries are examples, not a complete list. */
  readonly open?: boolean;
}

/** One background text. */
export interface GuideTopic {
  readonly id: string;
  readonly order: number;
  readonly title: LocalizedText;
  readonly aliases?: readonly string[];
  readonly summary: LocalizedText;
  readonly sections: readonly GuideSection[];
  readonly sources?: readonly string[];
}

/** Everything the program knows. The loaders make it, nothing changes it. */
export interface Catalogue {
  readonly schemaVersion: 1;
  /** Date of the data, `YYYY-MM-DD`. */
  readonly updated: string;
  readonly resources: readonly Term[];
  readonly families: readonly Term[];
  readonly facets: readonly Term[];
  readonly topics: readonly Term[];
  readonly sources: readonly Source[];
  readonly roles: readonly Role[];
  readonly concepts: readonly Concept[];
  readonly guide: readonly GuideTopic[];
}
