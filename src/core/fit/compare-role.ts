import type { Role } from '../catalogue/model.ts';

/** Standard deviation of an answer when the same person answers the same item anew, as in the respondent model of the simulation. */
const answerNoise = 0.7;

/** Values whose distance from their mean is shorter than this, all together, do not vary: what is left is rounding. */
const shortestLength = 1e-9;

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

/** A vector less its mean, divided by its length, so that products add up to a correlation. */
export interface Direction {
  /** 0 where there is no value. */
  readonly values: Vector;
  /** The length before. */
  readonly length: number;
  /** The number of dimensions that it has. */
  readonly common: number;
}

export interface PreparedRole {
  readonly role: Role;
  readonly isNeighbour: boolean;
  readonly loadings: Vector;
  /** Ids of what a person may want to avoid, and the role has. */
  readonly hardParts: ReadonlySet<string>;
}

/** A role with its loadings standardised over the dimensions that were answered; undefined where they do not vary. */
export interface PlacedRole extends PreparedRole {
  readonly place: Direction | undefined;
}

/** A vector standardised over the dimensions that both it and the other have; undefined where it does not vary. */
export function standardizeCommon(vector: Vector, other: Vector, values: Vector = new Float64Array(vector.length)): Direction | undefined {
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
  if (length < shortestLength) return undefined;
  for (let place = 0; place < values.length; place += 1) values[place] = valueAt(values, place) / length;
  return { values, length, common };
}

export interface Scored extends ComparedRole {
  /** The person's answers (u) and the role's loadings (a) over the dimensions that both have, and r = Σ u·a. */
  readonly person: Direction;
  readonly place: Direction;
  readonly r: number;
  /** s = √(common / answered). */
  readonly scale: number;
}

/**
 * The correlation is r times √(common / answered): on few dimensions a high correlation comes easily, and what a role
 * says nothing about speaks neither for nor against it.
 */
export function scoreRole({ role, hardParts }: PlacedRole, person: Direction, place: Direction, answered: number, avoid: readonly string[]): Scored {
  let r = 0;
  for (let index = 0; index < person.values.length; index += 1) r += valueAt(person.values, index) * valueAt(place.values, index);
  const scale = Math.sqrt(place.common / answered);
  const correlation = r * scale;
  const avoided = avoid.filter((id) => hardParts.has(id));
  return { role, correlation, avoided, fit: correlation - avoidancePenalty * avoided.length, dimensions: place.common, person, place, r, scale };
}

/**
 * Whether a role is not further behind the leader than one standard error of the difference of the two fits with the same answers, from the noise
 * of the answers alone: the delta method. A fit is s·r with s = √(common / answered) and r = Σ u·a; u is the profile over the common dimensions,
 * centred and divided by its length |x|, and a the standardised loadings. So ∂(s·r)/∂x = s·(a − r·u)/|x| on each of them, 0 elsewhere;
 * each x has the variance σ²/n of the mean of its n answers.
 */
export function isLevel(leader: Scored, other: Scored, counts: Vector): boolean {
  const lead = leader.fit - other.fit;
  // No more than the two together (triangle inequality), which is quickly known: most roles are further behind.
  if (lead > answerNoise * (steepnessOf(leader) + steepnessOf(other))) return false;
  return lead <= findStandardError(leader, other, counts);
}

/** The standard error of the difference of two fits with the same answers. */
export function findStandardError(first: Scored, second: Scored, counts: Vector): number {
  let variance = 0;
  for (let place = 0; place < counts.length; place += 1) {
    const slope = slopeOf(first, place) - slopeOf(second, place);
    variance += (slope * slope) / Math.max(1, valueAt(counts, place));
  }
  return answerNoise * Math.sqrt(variance);
}

/** How much a fit changes with the mean answer to a dimension. */
function slopeOf({ person, place: role, r, scale }: Scored, place: number): number {
  return (scale * (valueAt(role.values, place) - r * valueAt(person.values, place))) / person.length;
}

/** The length of all slopes together, a little more for rounding. */
function steepnessOf({ person, r, scale }: Scored): number {
  return (scale * Math.sqrt(Math.max(0, 1 - r * r) + shortestLength)) / person.length;
}
