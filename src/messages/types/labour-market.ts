import type { AgeBand, CompanySize, ExperienceBand } from '../../core/catalogue/labour-market.ts';

/** A row of the statistics in a sentence: what it is called there, its year, and who is in it. */
export interface NamedRow {
  readonly name: string;
  readonly year: number;
  readonly people: string;
}

/** Pay, openings and hours. Amounts of money come in thousand yen, and are shown in steps of one thousand a month and of ten thousand a year. */
export interface LabourMarketMessages {
  readonly title: string;
  /** Sentences one after the other. */
  readonly join: (sentences: readonly string[]) => string;
  /** What a row is called in the statistics, in this language and in Japanese. */
  readonly officialName: (label: string, japanese: string) => string;

  readonly monthly: (thousands: number) => string;
  readonly annual: (thousands: number) => string;
  /** A month's pay as a number of a table, in the unit that `unit` names. */
  readonly monthlyNumber: (thousands: number) => string;
  readonly hours: (hours: number) => string;
  readonly perHundred: (count: number) => string;
  /** A value, and the average of the same cell. */
  readonly besideAverage: (value: string, average: string) => string;

  readonly whoIsIn: (row: NamedRow) => string;
  readonly borrowedRow: (name: string) => string;
  /** The same where the figures are of a class that the row shares with others. */
  readonly borrowedClass: (name: string, others: string) => string;
  readonly sharedRow: (roles: string) => string;
  /** Of how many rows, and which of them lists and comparisons use. */
  readonly firstRow: (count: number, name: string) => string;
  readonly volatileRow: string;
  readonly ownSource: (source: string) => string;

  readonly ages: Readonly<Record<AgeBand, string>>;
  readonly experience: Readonly<Record<ExperienceBand, string>>;
  readonly sizes: Readonly<Record<CompanySize, string>>;
  readonly age: string;
  readonly size: string;
  readonly year: string;
  readonly allOccupations: string;

  readonly atFirst: (value: string, average: string) => string;
  readonly smallDifferences: string;
  readonly atFirstAlone: (value: string) => string;
  readonly noAges: string;
  readonly monthlyPay: string;
  readonly experienceAt: (age: string, experience: string) => string;
  readonly monthlyAt: (age: string) => string;
  readonly byExperience: string;
  readonly bySize: string;
  readonly bySizeRemark: string;
  readonly averageLegend: (count: number) => string;
  readonly firstYearLegend: string;
  readonly meanLegend: string;
  /** What an empty cell stands for. */
  readonly thinLegend: string;
  readonly leftOutSizes: string;
  readonly cellLegend: string;

  readonly overtime: (value: string, average: string) => string;
  readonly overtimeAlone: (value: string) => string;
  readonly scheduled: (value: string, average: string) => string;
  readonly scheduledAlone: (value: string) => string;
  readonly annualPay: (value: string, age: string) => string;
  /** Behind the annual pay of a row. */
  readonly annualAverage: (value: string, age: string) => string;
  readonly allAges: (row: NamedRow) => string;
  readonly overtimeRemark: string;
  readonly annualRemark: string;
  readonly overtimeColumn: string;
  readonly annualColumn: string;
  readonly annualWithAge: (value: string, age: string) => string;

  readonly openings: string;
  /** For 100 people looking, so many openings. */
  readonly counted: (row: NamedRow, count: number) => string;
  /** The same of a class that has just been named. */
  readonly countedClass: (row: NamedRow, count: number) => string;
  readonly countedElsewhere: (row: NamedRow, count: number) => string;
  readonly noRate: string;
  readonly onlyOffices: string;
  readonly fewOpenings: string;
  readonly partTimeUnknown: string;
  readonly busier: (name: string, count: number) => string;
  readonly offered: (value: string, row: NamedRow) => string;
  readonly offeredRemark: string;
  readonly openingsColumn: string;

  readonly trend: (group: string) => string;
  readonly trendRemark: (group: string) => string;
  readonly withPartTime: string;
  readonly offeredPay: string;

  readonly more: string;
  /** Names of rows that only the whole section has. */
  readonly moreRows: (names: readonly string[]) => string;
  readonly payRow: string;
  readonly openingsRow: string;
  /** In a cell: the value is of other work. */
  readonly borrowed: (value: string) => string;
  /** What that mark means. */
  readonly borrowedLegend: string;
  readonly whoCompared: (year: number, people: string) => string;
  readonly openingsCompared: (year: number) => string;
  readonly monthlyLegend: string;
  readonly sameRow: string;
  readonly absence: string;
  readonly noVerdict: string;
}
