import type { LabourMarketUnit, Unit } from '../catalogue/model.ts';

/** What values of the survey and of the labour market are measured in. */
export type QuantityUnit = Unit | LabourMarketUnit;

/** The ways to compare a figure with a value, as they are typed. */
export const operators = ['<', '<=', '=', '>=', '>'] as const;
export type Operator = (typeof operators)[number];

/** What is wrong with a condition such as `sitting >= 4`. `found` is the part that it is wrong with. */
export type ConditionProblem =
  | { readonly fault: 'no-operator' | 'no-measure' | 'no-value' }
  | { readonly fault: 'unknown-operator'; readonly found: string }
  | { readonly fault: 'unknown-measure'; readonly found: string; readonly nearest: readonly string[] }
  | { readonly fault: 'not-a-value'; readonly found: string; readonly unit: QuantityUnit }
  | { readonly fault: 'out-of-range'; readonly found: string; readonly unit: QuantityUnit; readonly minimum: number; readonly maximum: number };
