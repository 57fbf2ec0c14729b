import type { LabourMarket, RoleLabourMarket } from './labour-market.ts';
import type { Language, LocalizedText, Term } from './languages.ts';

export { languages } from './languages.ts';
export type { Language, LocalizedText, Term };

/** Classifications in which a source's occupation has a code. */
export const codeSystems = ['job-tag', 'mhlw', 'jsoc', 'onet-soc'] as const;
export type CodeSystem = (typeof codeSystems)[number];

/** A source that role and guide files cite. */
export interface Source extends Term {
  readonly note?: LocalizedText;
  readonly address?: string;
  /** Id of the source that this one is a part of. */
  readonly partOf?: string;
  readonly codes?: Partial<Readonly<Record<CodeSystem, string>>>;
}

export const frequencies = ['daily', 'monthly', 'yearly'] as const;
export type Frequency = (typeof frequencies)[number];

/** What measures say of a claim; the figures themselves are those of the role. */
export interface Evidence {
  /** Ids of measures. */
  readonly measures: readonly string[];
  readonly text: LocalizedText;
}

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
  /** Share of the people in the source occupation who do this, 0–1. */
  readonly share?: number;
  /** Ids of sources, where they are not those of the whole role. */
  readonly sources?: readonly string[];
  readonly evidence?: Evidence;
  /** Id of the dimension of the fit test for which this speaks. */
  readonly dimension?: string;
  /** Id of what a person may want to avoid, for a hard part. */
  readonly avoidance?: string;
}

/** The parts of a role that are lists of entries, in reading order. */
export const sections = ['duties', 'specialties', 'merits', 'demerits', 'suits', 'entry', 'qualifications', 'conditions', 'path', 'checks'] as const;
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

export const units = ['rating', 'level', 'share'] as const;
export type Unit = (typeof units)[number];

/** What figures are measured on. */
export interface Scale {
  readonly id: string;
  readonly unit: Unit;
  readonly minimum: number;
  readonly maximum: number;
}

/** Measures that were asked in one go, of the same people. */
export interface MeasureBlock extends Term {
  readonly question: LocalizedText;
  /** Figures are centred on the block's mean in a role before they load on a dimension: a job rated low on everything is not a job of nothing. */
  readonly centred?: boolean;
}

/** What can be measured of a role (a descriptor). The average is over the means of all surveyed occupations. */
export interface Measure extends Term {
  readonly block: string;
  /** The official name; the label says it in everyday words. */
  readonly term: LocalizedText;
  readonly scale: string;
  readonly average: number;
  readonly standardDeviation: number;
  /** Number of occupations behind the average. */
  readonly occupations: number;
}

export interface DistributionOption extends Term {
  /** Stands in comparisons. */
  readonly headline?: boolean;
  /** What people say for it: a role of which more than half answered so is found by these words. */
  readonly words?: readonly string[];
}

/** A question whose answers are given as shares of the respondents. */
export interface Distribution extends Term {
  readonly question: LocalizedText;
  /** The section of a role below which the answers stand. */
  readonly section: Section;
  /** More than one answer was possible. */
  readonly several?: boolean;
  readonly options: readonly DistributionOption[];
}

/** The closed vocabulary of official figures. */
export interface Survey {
  /** Id of the source of the averages. */
  readonly source: string;
  readonly scales: readonly Scale[];
  readonly blocks: readonly MeasureBlock[];
  readonly measures: readonly Measure[];
  readonly distributions: readonly Distribution[];
}

/** The official figures of one role. */
export interface RoleMeasures {
  /** Derived for a role that no occupation of the survey stands for. */
  readonly estimated?: boolean;
  /** Ids of sources: the occupations that were measured, or near which an estimate is. */
  readonly sources: readonly string[];
  /** What an estimate was shifted by: the difference between two sources, `to` by id of the block. */
  readonly shift?: { readonly from: string; readonly to: Readonly<Record<string, readonly string[]>> };
  /** Number of people behind the shares. */
  readonly respondents?: number;
  /** Mean z of all descriptors of a block, by id of the block: what centring needs. */
  readonly blockMeans?: Readonly<Record<string, number>>;
  /** Means by id of the measure, on its scale. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Shares 0–1 by id of the distribution and of its option. */
  readonly distributions?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** How words are read, in hiragana, by word. */
export type Readings = Readonly<Record<string, string>>;

/** What people and roles are compared on. */
export interface Dimension extends Term {
  /** The dimension as a strength of a person. */
  readonly strength: LocalizedText;
  /** Ids of measures whose figures load on it. */
  readonly measures?: readonly string[];
  /** Ids of measures that load on it with the opposite sign. */
  readonly reversedMeasures?: readonly string[];
}

/** One task of the fit test that a person would like to do, or not. */
export interface FitItem {
  readonly id: string;
  /** Id of a dimension. */
  readonly dimension: string;
  /** Is asked in the quick test, too. */
  readonly quick?: boolean;
  readonly text: LocalizedText;
}

/** An answer that can be given to an item. */
export interface FitResponse {
  /** 1–5. */
  readonly value: number;
  readonly label: LocalizedText;
}

/** What a person may want to avoid. */
export interface Avoidance extends Term {
  /** Id of the dimension whose dislike makes it a hard part for a person who did not name it. */
  readonly dimension?: string;
}

/** What keeps the loadings of a dimension as they are, whatever roles are added. */
export interface DimensionConstants {
  /** Mean figure of the main built-in roles, as z. */
  readonly centre: number;
  /** Reliability of the figures, 0–1. */
  readonly shrink: number;
  /** Share of the main built-in roles of which the article names the trait, 0–1. */
  readonly named: number;
}

/** The items, what they measure, and the constants by which roles are placed. */
export interface FitBank {
  readonly version: number;
  readonly dimensions: readonly Dimension[];
  readonly items: readonly FitItem[];
  readonly question: LocalizedText;
  readonly responses: readonly FitResponse[];
  /** What is asked to know what a person would rather avoid. */
  readonly avoidQuestion: LocalizedText;
  readonly avoidances: readonly Avoidance[];
  /** By id of the dimension. */
  readonly constants: Readonly<Record<string, DimensionConstants>>;
}

interface Named {
  readonly id: string;
  readonly name: LocalizedText;
  /** In kana. */
  readonly reading?: string;
  /** The same thing by other names, in any language. */
  readonly aliases?: readonly string[];
  /** What people do in a part of it, or close to it: it is found by these, too, but not called so. */
  readonly relatedTitles?: readonly string[];
  readonly summary: LocalizedText;
  readonly confusedWith?: readonly ConfusedWith[];
}

/** Main roles are what lists and the fit test are about; neighbours stand beside them. */
export const tiers = ['main', 'neighbour'] as const;
export type Tier = (typeof tiers)[number];

/** One back-office role (occupation). */
export interface Role extends Named, Partial<Readonly<Record<Section, readonly Entry[]>>> {
  /** A role without one is a main role. */
  readonly tier?: Tier;
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
  readonly measures?: RoleMeasures;
  /** Pay, hours and openings: the rows of the statistics that it is shown with. */
  readonly labourMarket?: RoleLabourMarket;
  /** Loadings by id of the dimension, for a role that says them itself; they replace the computed ones. */
  readonly loadings?: Readonly<Record<string, number>>;
  /** How words of the texts are read, in hiragana: what `search` finds them by besides. */
  readonly readings?: Readings;
  /** Ids of sources: of everything that does not name its own. */
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
  readonly readings: Readings;
  /** Words for the same thing, the one that the texts use first. */
  readonly synonyms: readonly (readonly string[])[];
  readonly survey: Survey;
  readonly labourMarket: LabourMarket;
  readonly fit: FitBank;
  readonly roles: readonly Role[];
  readonly concepts: readonly Concept[];
  readonly guide: readonly GuideTopic[];
}

/** Ten thousand yen (万円) a month, hours a month, or openings per applicant. */
export type LabourMarketUnit = '10k-yen-per-month' | 'hours-per-month' | 'ratio';
