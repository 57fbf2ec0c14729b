import type { Catalogue, LabourMarketUnit, Measure, Role, Scale } from '../catalogue/model.ts';
import { languages } from '../catalogue/model.ts';
import { sortByValue } from '../catalogue/queries.ts';
import type { QuantityUnit } from './condition-problem.ts';
import { findFigure, scaleOf } from './figures.ts';
import { labourMarketMeasures, labourMarketUnits, measureLabourMarket } from './labour-market.ts';
import type { LabourMarketMeasure } from './labour-market.ts';

/** What roles can be sorted and filtered by: a measure of the survey, or one of the labour market. */
export type Quantity = {
  readonly id: string;
  /** What else it is called, in every language. */
  readonly labels: readonly string[];
  /** Its unit, and between what its values lie. */
  readonly scale: Pick<Scale, 'minimum' | 'maximum'> & { readonly unit: QuantityUnit };
} & ({ readonly kind: 'survey'; readonly measure: Measure } | { readonly kind: 'labour-market'; readonly measure: LabourMarketMeasure });

/** What one role has of a quantity. */
export interface Amount {
  readonly value: number;
  readonly estimated: boolean;
}

/** Nobody earns or works more in a month, or is looked for by more: who writes more means another unit. */
const highest: Readonly<Record<LabourMarketUnit, number>> = { '10k-yen-per-month': 200, 'hours-per-month': 300, ratio: 100 };

/** Everything that roles can be sorted and filtered by: pay and openings first, then the survey, in the order of the vocabularies. */
export function listQuantities({ survey, labourMarket }: Pick<Catalogue, 'survey' | 'labourMarket'>): Quantity[] {
  return [
    ...labourMarketMeasures.map((measure): Quantity => {
      const unit = labourMarketUnits[measure];
      const term = labourMarket.measures.find(({ id }) => id === measure);
      const labels = term === undefined ? [] : [...languages.map((language) => term.label[language]), ...(term.aliases ?? [])];
      return { kind: 'labour-market', id: measure, labels, measure, scale: { unit, minimum: 0, maximum: highest[unit] } };
    }),
    ...survey.measures.map((measure): Quantity => {
      const labels = [measure.label, measure.term].flatMap((text) => languages.map((language) => text[language]));
      return { kind: 'survey', id: measure.id, labels, measure, scale: scaleOf(survey, measure) };
    }),
  ];
}

/** What a role has of a quantity, if anything of its own is recorded. A borrowed value is none. */
export function measureRole(catalogue: Pick<Catalogue, 'survey' | 'labourMarket'>, role: Role, quantity: Quantity): Amount | undefined {
  if (quantity.kind === 'survey') return findFigure(catalogue, role, quantity.measure);
  const found = measureLabourMarket(catalogue, role, quantity.measure);
  return found === undefined ? undefined : { value: found.value, estimated: false };
}

/** The roles by a quantity, the highest value first or, when `reversed`, the lowest; those without one of their own come last, in their order. */
export function sortByQuantity(catalogue: Pick<Catalogue, 'survey' | 'labourMarket'>, roles: readonly Role[], quantity: Quantity, reversed = false): Role[] {
  return sortByValue(roles, (role) => measureRole(catalogue, role, quantity)?.value, reversed);
}

/**
 * A value as exact as it is shown: shares to the whole per cent, other figures of the survey to two decimals (estimates to one), pay to
 * 0.1 of ten thousand yen, hours to 0.1, ratios to two decimals. Conditions compare what people see.
 */
export function roundAsShown(value: number, unit: QuantityUnit, isEstimated = false): number {
  if (unit === 'share') return Math.round(value * 100) / 100;
  if (unit === 'rating' || unit === 'level') return Number(value.toFixed(isEstimated ? 1 : 2));
  const steps = { '10k-yen-per-month': 10, 'hours-per-month': 10, ratio: 100 }[unit];
  // 27.45 is a binary fraction that is a little less.
  return Math.round(value * steps + 1e-6) / steps;
}
