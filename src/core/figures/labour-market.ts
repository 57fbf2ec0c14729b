import type { LabourMarketRow, OpeningsFigures, OpeningsGroup, OpeningsOccupation, PayFigures, PayOccupation, PayTable } from '../catalogue/labour-market.ts';
import type { Catalogue, LabourMarketUnit, LocalizedText, Role } from '../catalogue/model.ts';
import { findConfusions, subjectBody } from '../catalogue/queries.ts';

// Nothing here says which pay is more or less: the statistics come without errors of sampling.

type WithLabourMarket = Pick<Catalogue, 'labourMarket'>;

/** Where a row's figures are from. */
export interface RowOrigin {
  /** Id of the occupation of the statistics; absent for figures of a role file. */
  readonly id?: string;
  /** The official name. */
  readonly label: LocalizedText;
  /** The fiscal year for openings. */
  readonly year: number;
  /** Who is in the figures. */
  readonly people: LocalizedText;
  /** Id of the source, or in figures of a role file what it says of where they come from. */
  readonly source: string | LocalizedText;
}

/** A row that a role is shown with. */
export interface FoundRow<Figures> extends RowOrigin {
  /** The row is of this work. One that is not is only printed, with whose it is. */
  readonly own: boolean;
  readonly sharedWith: readonly string[];
  readonly remark?: LocalizedText;
  readonly figures: Figures;
}

export type PayRow = FoundRow<PayTable & Pick<PayOccupation, 'volatile'>>;
export type OpeningsRow = FoundRow<OpeningsFigures & Partial<Pick<OpeningsOccupation, 'class' | 'group'>>>;

/** The rows of the wage survey that a role is shown with, in the order of its file; none for a role that names none. */
export function listPayRows({ labourMarket: { wageSurvey } }: WithLabourMarket, role: Role): PayRow[] {
  return findRows(role.labourMarket?.pay, wageSurvey);
}

/** The rows of the openings statistics that a role is shown with, in the order of its file; none for a role that names none. */
export function listOpeningsRows({ labourMarket: { openings } }: WithLabourMarket, role: Role): OpeningsRow[] {
  return findRows(role.labourMarket?.openings, openings);
}

/** The groups of the other classification that a role's own occupations are in, each once. Their figures are not set beside those of rows. */
export function listGroups(catalogue: WithLabourMarket, role: Role): OpeningsGroup[] {
  const ids = ownRows(listOpeningsRows(catalogue, role)).map(({ figures }) => figures.group);
  return catalogue.labourMarket.openingsByGroup.groups.filter(({ id }) => ids.includes(id));
}

/** The rows that are the role's own. */
function ownRows<Row extends { readonly own: boolean }>(rows: readonly Row[]): Row[] {
  return rows.filter(({ own }) => own);
}

/**
 * A year's pay in thousand yen: twelve months with overtime, and the bonus. Of people of all ages only, for a bonus by age is that of
 * people who were often hardly there.
 */
export function computeAnnualPay({ monthlyCash, annualBonus }: Pick<PayFigures, 'monthlyCash' | 'annualBonus'>): number | undefined {
  if (monthlyCash === undefined || annualBonus === undefined) return undefined;
  // In tenths, as published: sums of binary fractions have tails.
  return Math.round(monthlyCash * 10 * 12 + annualBonus * 10) / 10;
}

/** What roles can be sorted and filtered by. */
export const labourMarketMeasures = ['pay', 'starting-pay', 'overtime', 'openings', 'offered-pay'] as const;
export type LabourMarketMeasure = (typeof labourMarketMeasures)[number];

export const labourMarketUnits = {
  pay: '10k-yen-per-month',
  'starting-pay': '10k-yen-per-month',
  overtime: 'hours-per-month',
  openings: 'ratio',
  'offered-pay': '10k-yen-per-month',
} as const satisfies Record<LabourMarketMeasure, LabourMarketUnit>;

/** Which of a role's rows have it. */
export function listOf(measure: LabourMarketMeasure): 'pay' | 'openings' {
  return measure === 'openings' || measure === 'offered-pay' ? 'openings' : 'pay';
}

/** The rows that a role is shown with for a measure, in the order of its file. */
export function listRows(catalogue: WithLabourMarket, role: Role, measure: LabourMarketMeasure): readonly (PayRow | OpeningsRow)[] {
  return listOf(measure) === 'openings' ? listOpeningsRows(catalogue, role) : listPayRows(catalogue, role);
}

/** What the first own row of a role has. */
export interface LabourMarketValue {
  readonly value: number;
  readonly unit: LabourMarketUnit;
  /** The row it is from. */
  readonly occupation: RowOrigin;
  /** How many rows the role has of its own: of several only the first counts. */
  readonly ownRows: number;
}

/**
 * What a role has of a measure: of its first own row, and of that only. Undefined where it has no row of its own, or that row no such figure.
 * `pay`: a month's pay without overtime at 25–29. `starting-pay`: the same of those in their first year in the occupation, whatever
 * they did before. `overtime`: hours of one month, June, at all ages. `openings`: per applicant at public employment offices.
 * `offered-pay`: a month's pay in offers, which is no pay of the survey.
 */
export function measureLabourMarket(catalogue: WithLabourMarket, role: Role, measure: LabourMarketMeasure): LabourMarketValue | undefined {
  const measureFirst = <Figures>(rows: readonly FoundRow<Figures>[], valueOf: (figures: Figures) => number | undefined): LabourMarketValue | undefined => {
    const own = ownRows(rows);
    const [first] = own;
    const value = first === undefined ? undefined : valueOf(first.figures);
    if (first === undefined || value === undefined) return undefined;
    const { id, label, year, people, source } = first;
    const occupation = { ...(id === undefined ? {} : { id }), label, year, people, source };
    return { value, unit: labourMarketUnits[measure], occupation, ownRows: own.length };
  };
  if (measure === 'openings') return measureFirst(listOpeningsRows(catalogue, role), ({ ratio }) => ratio);
  if (measure === 'offered-pay') return measureFirst(listOpeningsRows(catalogue, role), ({ offeredMonthly }) => inTenThousands(offeredMonthly));
  return measureFirst(listPayRows(catalogue, role), (table) => valueOf(table, measure));
}

/** The average of all occupations, each with the weight of its workers. There is none of openings and of pay in offers. */
export function averageLabourMarket({ labourMarket }: WithLabourMarket, measure: LabourMarketMeasure): number | undefined {
  return measure === 'openings' || measure === 'offered-pay' ? undefined : valueOf(labourMarket.wageSurvey.average, measure);
}

function valueOf({ all, byAge }: PayTable, measure: 'pay' | 'starting-pay' | 'overtime'): number | undefined {
  if (measure === 'overtime') return all?.overtime;
  return inTenThousands(byAge?.['25-29']?.[measure === 'pay' ? 'all' : 'under1']?.monthlyScheduled);
}

/** Thousand yen in ten thousand (万円), without the tails of binary fractions. */
function inTenThousands(thousands: number): number;
function inTenThousands(thousands: number | undefined): number | undefined;
function inTenThousands(thousands: number | undefined): number | undefined {
  return thousands === undefined ? undefined : Math.round(thousands * 10) / 100;
}

interface Statistics<Occupation> {
  readonly source: string;
  readonly year: number;
  readonly people: LocalizedText;
  readonly occupations: readonly (Occupation & { readonly id: string; readonly label: LocalizedText })[];
}

function findRows<Figures, Occupation extends Figures>(
  rows: readonly LabourMarketRow<Figures>[] = [],
  { source, year, people, occupations }: Statistics<Occupation>,
): FoundRow<Figures | Occupation>[] {
  return rows.flatMap(({ occupation, figures, own, sharedWith = [], remark }): FoundRow<Figures | Occupation>[] => {
    const row = { own, sharedWith, ...(remark === undefined ? {} : { remark }) };
    if (figures !== undefined) {
      const { label, year: ownYear, people: ownPeople, source: ownSource } = figures;
      return [{ ...row, label, year: ownYear, people: ownPeople, source: ownSource, figures }];
    }
    const found = occupations.find(({ id }) => id === occupation);
    return found === undefined ? [] : [{ ...row, id: found.id, label: found.label, year, people, source, figures: found }];
  });
}

/** A role close to another, with its openings. */
export interface Neighbour {
  readonly role: Role;
  readonly openings: LabourMarketValue;
  readonly remark?: LocalizedText;
}

/**
 * Of the roles that a role is mixed up with, the one with the most openings, if it has more. Where none of those has openings of its own, of the
 * roles in the same family. Undefined where the role has no row of its own.
 */
export function findBusierNeighbour(catalogue: Catalogue, role: Role): Neighbour | undefined {
  const own = measureLabourMarket(catalogue, role, 'openings');
  if (own === undefined) return undefined;
  const others = catalogue.roles.flatMap((other): Neighbour[] => {
    const openings = other.id === role.id ? undefined : measureLabourMarket(catalogue, other, 'openings');
    if (openings === undefined) return [];
    const [first] = ownRows(listOpeningsRows(catalogue, other));
    return [{ role: other, openings, ...(first?.remark === undefined ? {} : { remark: first.remark }) }];
  });
  const confused = new Set(findConfusions(catalogue, role.id).map(({ other }) => subjectBody(other).id));
  const close = others.filter(({ role: { id } }) => confused.has(id));
  // A family is wide: medical administration is no way out for a secretary.
  const neighbours = close.length > 0 ? close : others.filter((other) => role.family !== undefined && other.role.family === role.family);
  const [busiest] = neighbours.toSorted((a, b) => b.openings.value - a.openings.value);
  return busiest === undefined || busiest.openings.value <= own.value ? undefined : busiest;
}
