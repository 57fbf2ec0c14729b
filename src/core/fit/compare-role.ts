import type { Role } from '../catalogue/model.ts';

/** Standard deviation of an answer when the same person answers the same item anew, as in the respondent model of the simulation. */
export const answerNoise = 0.7;

/** Values whose distance from their mean is shorter than this, all together, do not vary: what is left is rounding. */
export const shortestLength = 1e-9;

/** How much one hard part that a person wants to avoid takes off a role's fit. */
export const avoidancePenalty = 0.05;

/** How well a person and a role go together. */
export interface ComparedRole {
  readonly role: Role;
  /** Correlation of the person's answers with the role's loadings, −1 to 1. */
  readonly correlation: number;
  /** Ids of what the person wants to avoid and the role has. */
  readonly avoided: readonly string[];
  /** The correlation, less the penalties for what is avoided. */
  readonly fit: number;
  /** Number of dimensions on which both were compared. */
  readonly dimensions: number;
}

/** Values by the number of the dimension; NaN where there is none. */
export type Vector = Float64Array;

export function valueAt(vector: Vector, place: number): number {
  return vector[place] ?? NaN;
}

/** A vector standardised: less its mean and divided by its length, so that products add up to a correlation. */
export interface Direction {
  /** 0 where there is no value. */
  readonly values: Vector;
  /** The length before; 0 where the values do not vary, and `values` says nothing. */
  length: number;
  /** The number of dimensions that it has. */
  common: number;
}

export function createDirection(size: number): Direction {
  return { values: new Float64Array(size), length: 0, common: 0 };
}

/** Standardises a vector over the dimensions that both it and the other have. */
export function standardizeCommon(vector: Vector, other: Vector, direction: Direction): void {
  const { values } = direction;
  let common = 0;
  let sum = 0;
  for (let place = 0; place < values.length; place += 1) {
    const value = valueAt(vector, place);
    if (Number.isNaN(value + valueAt(other, place))) continue;
    common += 1;
    sum += value;
  }
  let squares = 0;
  for (let place = 0; place < values.length; place += 1) {
    const value = valueAt(vector, place) - sum / common;
    const isCommon = !Number.isNaN(value + valueAt(other, place));
    values[place] = isCommon ? value : 0;
    if (isCommon) squares += value * value;
  }
  const length = Math.sqrt(squares);
  direction.common = common;
  direction.length = length < shortestLength ? 0 : length;
  if (direction.length === 0) return;
  for (let place = 0; place < values.length; place += 1) values[place] = valueAt(values, place) / length;
}

/** The sum of products with what begins in a place, in the order of the dimensions. */
export function multiply(person: Vector, values: Vector, start: number): number {
  let sum = 0;
  for (let place = 0; place < person.length; place += 1) sum += valueAt(person, place) * valueAt(values, start + place);
  return sum;
}

/** Whether two vectors have values in the same places. */
export function haveSamePlaces(first: Vector, second: Vector): boolean {
  for (let place = 0; place < second.length; place += 1) if (Number.isNaN(first[place]) !== Number.isNaN(second[place])) return false;
  return first.length === second.length;
}
