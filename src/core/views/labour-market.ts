import type { GroupFigures, PayTable } from '../catalogue/labour-market.ts';
import type { Catalogue, Language, Role } from '../catalogue/model.ts';
import { computeAnnualPay, findBusierNeighbour, listGroups, listOpeningsRows, listPayRows } from '../figures/labour-market.ts';
import type { FoundRow, OpeningsRow } from '../figures/labour-market.ts';
import { viewTerm } from './terms.ts';
import type { TermView } from './terms.ts';

/** An occupation of the statistics: its name in one language, and what the statistics call it, in Japanese. */
export interface OfficialNameView extends TermView {
  readonly officialName: string;
}

/** What a row of the statistics is, and whose. */
export interface StatisticsRowView {
  /** Code of the occupation; absent for figures of a role file. */
  readonly occupation?: string;
  readonly label: string;
  /** What the statistics call it, in Japanese. */
  readonly officialName: string;
  /** The fiscal year for openings. */
  readonly year: number;
  /** Who is in the figures. */
  readonly people: string;
  /** Id of a source, or in figures of a role file what it says of where they come from. */
  readonly source: string;
  /** The row is of this work. One that is not may be printed as borrowed, but not sorted, filtered or drawn by. */
  readonly own: boolean;
  /** Other roles that have the same row. */
  readonly sharedWith: readonly TermView[];
  readonly remark?: string;
}

export interface PayRowView extends StatisticsRowView, PayTable {
  /** Its means moved much since the year before. */
  readonly volatile: boolean;
  /** Twelve months with overtime, and the bonus; computed. At all ages. */
  readonly annualPay?: number;
}

export interface OpeningsRowView extends StatisticsRowView {
  /** Openings per applicant. */
  readonly ratio?: number;
  /** A month's pay in offers, which is no pay of the wage survey. */
  readonly offeredMonthly?: number;
  /** Code of the class that the figures are of. */
  readonly class?: string;
  /** The other occupations of that class, which have the same figures. */
  readonly classmates?: readonly OfficialNameView[];
}

/** A group of the other classification over the years. Its figures are not to be set beside those of rows. */
export interface OpeningsGroupView extends OfficialNameView {
  readonly people: string;
  readonly source: string;
  readonly years: readonly (GroupFigures & { readonly year: number })[];
}

/** The average of all occupations of the wage survey, each with the weight of its workers. There is none of openings. */
export interface PayAverageView extends PayTable {
  readonly occupations: number;
  readonly year: number;
  readonly people: string;
  readonly source: string;
  readonly annualPay?: number;
}

/** A role close by with more openings. */
export interface NeighbourView extends TermView {
  readonly ratio: number;
  readonly remark?: string;
}

/** The rows that a role is shown with. Of several own ones the first counts. */
export interface RoleLabourMarketView {
  readonly pay: readonly PayRowView[];
  readonly openings: readonly OpeningsRowView[];
  /** Of own rows only. */
  readonly groups: readonly OpeningsGroupView[];
  /** Where there are fewer openings than people looking. */
  readonly neighbour?: NeighbourView;
}

/** The units of all amounts. */
export const labourMarketViewUnits = { money: 'thousand-yen', hours: 'hours-per-month', ratio: 'openings-per-applicant' } as const;

interface WithUnits {
  readonly units: typeof labourMarketViewUnits;
  readonly average: PayAverageView;
}

export interface LabourMarketView extends WithUnits, RoleLabourMarketView {
  /** The statistics that the figures are from; what a role file says of where its own are from is not among them. */
  readonly sources: readonly TermView[];
}

export interface ComparedLabourMarketView extends WithUnits {
  /** One for each role, in the order of `roles`; null where nothing is recorded. */
  readonly roles: readonly (RoleLabourMarketView | null)[];
}

/** Pay, openings and hours of a role as plain data; undefined where its file names no rows. */
export function viewLabourMarket(catalogue: Catalogue, role: Role, language: Language): LabourMarketView | undefined {
  const rows = viewRows(catalogue, role, language);
  if (rows === undefined) return undefined;
  const average = viewAverage(catalogue, language);
  const cited = citedBy({ ...rows, average });
  const sources = catalogue.sources.filter(({ id }) => cited.includes(id)).map((source) => viewTerm(source, language));
  return { units: labourMarketViewUnits, average, ...rows, sources };
}

/** The same for roles side by side; undefined where none of them has any. */
export function viewComparedLabourMarket(catalogue: Catalogue, roles: readonly (Role | undefined)[], language: Language): ComparedLabourMarketView | undefined {
  const views = roles.map((role) => (role === undefined ? null : (viewRows(catalogue, role, language) ?? null)));
  if (views.every((view) => view === null)) return undefined;
  return { units: labourMarketViewUnits, average: viewAverage(catalogue, language), roles: views };
}

/** Ids of the sources of some figures, and what role files say of where theirs are from. */
export function citedBy({ pay, openings, groups, average }: Omit<LabourMarketView, 'units' | 'sources'>): string[] {
  return [...pay, ...openings, ...groups, ...(pay.length === 0 ? [] : [average])].map(({ source }) => source);
}

function viewRows(catalogue: Catalogue, role: Role, language: Language): RoleLabourMarketView | undefined {
  const pay = listPayRows(catalogue, role).map((row): PayRowView => {
    const { all, bySize, byAge, volatile = false } = row.figures;
    return { ...viewRow(catalogue, row, language), volatile, ...viewTable({ all, bySize, byAge }) };
  });
  const openings = listOpeningsRows(catalogue, role).map((row): OpeningsRowView => {
    const { ratio, offeredMonthly, class: code } = row.figures;
    return { ...viewRow(catalogue, row, language), ...present({ ratio, offeredMonthly, class: code }), ...viewClassmates(catalogue, row, language) };
  });
  if (pay.length + openings.length === 0) return undefined;
  const [first] = openings.filter(({ own }) => own);
  const neighbour = first?.ratio !== undefined && first.ratio < 1 ? findBusierNeighbour(catalogue, role) : undefined;
  return {
    pay,
    openings,
    groups: viewGroups(catalogue, role, language),
    ...(neighbour === undefined
      ? {}
      : {
          neighbour: {
            id: neighbour.role.id,
            label: neighbour.role.name[language],
            ratio: neighbour.openings.value,
            ...present({ remark: neighbour.remark?.[language] }),
          },
        }),
  };
}

function viewRow({ roles }: Catalogue, row: FoundRow<unknown>, language: Language): StatisticsRowView {
  const { id, label, year, people, source, own, sharedWith, remark } = row;
  return {
    ...present({ occupation: id }),
    label: label[language],
    officialName: label.ja,
    year,
    people: people[language],
    source: typeof source === 'string' ? source : source[language],
    own,
    sharedWith: sharedWith.map((other) => ({ id: other, label: roles.find((role) => role.id === other)?.name[language] ?? other })),
    ...present({ remark: remark?.[language] }),
  };
}

function viewClassmates({ labourMarket }: Catalogue, { id, figures }: OpeningsRow, language: Language): Pick<OpeningsRowView, 'classmates'> {
  const others = labourMarket.openings.occupations.filter((other) => figures.class !== undefined && other.class === figures.class && other.id !== id);
  return others.length === 0 ? {} : { classmates: others.map((other) => ({ ...viewTerm(other, language), officialName: other.label.ja })) };
}

function viewTable({ all, bySize, byAge }: { readonly [Key in keyof PayTable]: PayTable[Key] | undefined }): PayTable & { readonly annualPay?: number } {
  return present({ all, bySize, byAge, annualPay: all === undefined ? undefined : computeAnnualPay(all) });
}

function viewGroups(catalogue: Catalogue, role: Role, language: Language): OpeningsGroupView[] {
  const { source, people } = catalogue.labourMarket.openingsByGroup;
  return listGroups(catalogue, role).map((group) => ({
    ...viewTerm(group, language),
    officialName: group.label.ja,
    people: people[language],
    source,
    years: Object.entries(group.byYear).map(([year, figures]) => ({ year: Number(year), ...figures })),
  }));
}

function viewAverage({ labourMarket }: Catalogue, language: Language): PayAverageView {
  const { source, year, people, average } = labourMarket.wageSurvey;
  const { occupations, all, bySize, byAge } = average;
  return { occupations, year, people: people[language], source, ...viewTable({ all, bySize, byAge }) };
}

/** The values that are there. */
function present<Values extends Readonly<Record<string, unknown>>>(values: Values): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [Key in keyof Values]?: Exclude<Values[Key], undefined> };
}
