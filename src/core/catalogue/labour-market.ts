import type { LocalizedText, Term } from './languages.ts';

// Amounts of money are in thousand yen, ages and tenure in years, hours those of one month, June.

export const ageBands = ['20-24', '25-29', '30-34', '35-39'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Years in the occupation. `under1` is the first year in it, after whatever work came before. */
export const experienceBands = ['all', 'under1', '1-4', '5-9'] as const;
export type ExperienceBand = (typeof experienceBands)[number];

/** Employees of the company, the largest companies first. */
export const companySizes = ['1000+', '100-999', '10-99'] as const;
export type CompanySize = (typeof companySizes)[number];

/** Means over people of all ages. */
export interface PayFigures {
  readonly age?: number;
  /** Years with the company. */
  readonly tenure?: number;
  /** Scheduled hours a month. */
  readonly hours?: number;
  /** Hours of overtime a month. */
  readonly overtime?: number;
  /** A month's pay with overtime. */
  readonly monthlyCash?: number;
  /** A month's pay without overtime. */
  readonly monthlyScheduled?: number;
  readonly annualBonus?: number;
  /** How many people the means stand for. */
  readonly workers?: number;
}

/** A month's pay without overtime, of people of some age with some years in the occupation. */
export interface PayCell {
  readonly monthlyScheduled: number;
  /** How many people the mean stands for. */
  readonly workers?: number;
}

export type PayByAge = Readonly<Partial<Record<AgeBand, Readonly<Partial<Record<ExperienceBand, PayCell>>>>>>;

/** Pay and hours of one group of people. What nobody knows, or too few people stand for, is absent. */
export interface PayTable {
  /** People of all ages. */
  readonly all?: PayFigures;
  readonly bySize?: Readonly<Partial<Record<CompanySize, PayFigures>>>;
  readonly byAge?: PayByAge;
}

/** An occupation of the wage survey, by its code. */
export interface PayOccupation extends Term, PayTable {
  /** Its means moved much since the year before. */
  readonly volatile?: boolean;
}

/** Openings per applicant, and the pay in offers. */
export interface OpeningsFigures {
  readonly ratio?: number;
  /** A month's pay in offers. */
  readonly offeredMonthly?: number;
}

/** An occupation of the openings statistics. It has the figures of its class, which others may be in, too. */
export interface OpeningsOccupation extends Term, OpeningsFigures {
  /** Code of the small class of the labour ministry's classification. */
  readonly class: string;
  /** Id of the group of the other classification. */
  readonly group: string;
}

/** What is known of a group in one fiscal year. */
export interface GroupFigures {
  /** Openings per applicant without part-time. */
  readonly ratioFullTime: number;
  readonly ratioWithPartTime: number;
  /** A month's pay in offers. */
  readonly offeredMonthly: number;
}

/** A medium group of the Japan Standard Occupational Classification. Classes do not nest in groups, so the two never stand in one comparison. */
export interface OpeningsGroup extends Term {
  /** By fiscal year. */
  readonly byYear: Readonly<Record<string, GroupFigures>>;
}

/** Where figures come from, and who is in them. */
interface Statistics {
  /** Id of a source. */
  readonly source: string;
  readonly people: LocalizedText;
}

/** Something that roles can be sorted and filtered by. */
export interface LabourMarketTerm extends Term {
  /** What else it is called, in any language. */
  readonly aliases?: readonly string[];
}

/** Pay, hours and openings by occupation of the official statistics. */
export interface LabourMarket {
  readonly measures: readonly LabourMarketTerm[];
  readonly wageSurvey: Statistics & {
    readonly year: number;
    /** The mean of all occupations, weighted by workers. */
    readonly average: PayTable & { readonly occupations: number };
    readonly occupations: readonly PayOccupation[];
  };
  /** `year` is the fiscal year. */
  readonly openings: Statistics & { readonly year: number; readonly occupations: readonly OpeningsOccupation[] };
  readonly openingsByGroup: Statistics & { readonly groups: readonly OpeningsGroup[] };
}

/** Figures that a role file brings along. */
export interface OwnFigures {
  /** What the figures are of, as an occupation of the statistics is called. */
  readonly label: LocalizedText;
  readonly year: number;
  /** Who is in them. */
  readonly people: LocalizedText;
  /** Where they come from, in words. */
  readonly source: LocalizedText;
}

/** A row of the statistics that a role is shown with: an occupation, or figures of the file's own. */
export interface LabourMarketRow<Figures> {
  /** Id of an occupation of the statistics. */
  readonly occupation?: string;
  readonly figures?: OwnFigures & Figures;
  /** The row is of this work. One that is not is printed as borrowed, and never sorted, filtered or drawn by. */
  readonly own: boolean;
  /** Ids of other roles of which the row is, too. */
  readonly sharedWith?: readonly string[];
  /** Said beside the row. */
  readonly remark?: LocalizedText;
}

/** The rows that a role is shown with. Of several own ones the first counts. */
export interface RoleLabourMarket {
  readonly pay?: readonly LabourMarketRow<PayTable>[];
  readonly openings?: readonly LabourMarketRow<OpeningsFigures>[];
}
