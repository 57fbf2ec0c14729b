import type { Catalogue, FitItem, Role } from '../catalogue/model.ts';
import { computeLoadings } from './loadings.ts';

/** Answers 1–5 by id of the item. What is not there was not answered. */
export type Answers = ReadonlyMap<string, number>;

/** Which items were asked: all of them, or the quick half. An answer code names a test by its place here: add new ones behind. */
export const fitTests = ['full', 'quick'] as const;
export type FitTest = (typeof fitTests)[number];

/** Standard deviation of an answer when the same person answers the same item anew, as in the respondent model of the simulation. */
const answerNoise = 0.7;

/** Values whose distance from their mean is shorter than this, all together, do not vary: what is left is rounding. */
const shortestLength = 1e-9;

/** Fewer common dimensions than this say nothing about a role. */
const fewestDimensions = 5;

/** How much one hard part that a person wants to avoid takes off a role's fit. */
export const avoidancePenalty = 0.05;

/**
 * From this mean distance between the two answers to a dimension on, answers look random or contradict each other (full test).
 * Random sheets have 1.6 on average; of simulated people at most 2 % reach this, also when some items are more popular than others.
 */
const largestGap = 1.3;

export type FitWarning = 'all-equal' | 'contradictory' | 'few-answers' | 'too-few-answers';

/** How well a person and a role go together. */
export interface RoleFit {
  readonly role: Role;
  /** Correlation of the person's answers with the role's loadings, −1 to 1. */
  readonly correlation: number;
  /** Ids of what the person wants to avoid and the role has. */
  readonly avoided: readonly string[];
  /** The correlation, less the penalties for what is avoided. */
  readonly fit: number;
  /** Number of dimensions on which both were compared. */
  readonly dimensions: number;
  /** Shares the first place: not further behind the leader than the noise of answers. */
  readonly first: boolean;
}

export interface FitResult {
  readonly test: FitTest;
  readonly answered: number;
  readonly asked: number;
  readonly warnings: readonly FitWarning[];
  /** Mean answer 1–5 by id of the dimension, of those with an answer. */
  readonly profile: ReadonlyMap<string, number>;
  /** Best fit first. Empty when the answers cannot be scored. */
  readonly roles: readonly RoleFit[];
  /** Roles that could not be compared: they have no loadings, or too few in common with the answers. */
  readonly left: readonly Role[];
  /** Mean distance between the two answers to a dimension, in steps; undefined where too few dimensions have both. */
  readonly gap: number | undefined;
}

type FitCatalogue = Pick<Catalogue, 'survey' | 'fit' | 'roles'>;

/** The items of a test, in the order in which they are asked. */
export function itemsOf({ fit }: Pick<Catalogue, 'fit'>, test: FitTest): FitItem[] {
  return fit.items.filter(({ quick = false }) => test === 'full' || quick);
}

/**
 * How the roles of a catalogue fit a person's answers.
 * A role's fit is the Pearson correlation of the person's dimension means with the role's loadings, over the dimensions
 * that both have: it takes away how high and how widely a person answers. Roles that are not further behind
 * the leader than one standard error of the difference share the first place. docs/quiz.md has formulas and limits.
 * What does not depend on the answers is computed once for a catalogue, which therefore must not change.
 */
export function scoreAnswers(catalogue: FitCatalogue, answers: Answers, test: FitTest = 'full', avoid: readonly string[] = []): FitResult {
  const prepared = prepareTest(catalogue, test);
  const { items, dimensions, means, counts, direction } = prepared;
  const { answered, gap } = averageAnswers(prepared, answers);
  const profile = new Map<string, number>();
  for (let place = 0; place < dimensions.length; place += 1) if (counts[place] !== 0) profile.set(dimensions[place] ?? '', valueAt(means, place));

  const person = standardizeCommon(means, means, direction);
  const wanted = [...new Set(avoid)];
  const scored: Scored[] = [];
  const left: Role[] = [];
  for (const position of placeRoles(prepared)) {
    const { role, loadings, place } = position;
    const own = place?.common === profile.size ? person : standardizeCommon(means, loadings);
    if (own === undefined || place === undefined || place.common < fewestDimensions) left.push(role);
    else scored.push(scoreRole(position, own, place, profile.size, wanted));
  }
  scored.sort((a, b) => b.fit - a.fit);
  const [leader] = scored;
  // Whoever is ahead of a role that shares the first place shares it, too.
  const lastFirst = leader === undefined ? -1 : scored.findLastIndex((other) => isLevel(leader, other, counts));
  return {
    test,
    answered,
    asked: items.length,
    warnings: findWarnings(means, profile.size, gap, answered, items.length),
    profile,
    roles: scored.map(({ role, correlation, avoided, fit, dimensions: common }, index) => ({
      role,
      correlation,
      avoided,
      fit,
      dimensions: common,
      first: index <= lastFirst,
    })),
    left,
    gap,
  };
}

/** Values by the number of the dimension; NaN where there is none. */
type Vector = Float64Array;

function valueAt(vector: Vector, place: number): number {
  return vector[place] ?? NaN;
}

/** A vector less its mean, divided by its length, so that products add up to a correlation. */
interface Direction {
  /** 0 where there is no value. */
  readonly values: Vector;
  /** The length before. */
  readonly length: number;
  /** The number of dimensions that it has. */
  readonly common: number;
}

/** A test as it is scored: its dimensions are numbered in the order in which they are asked. */
interface PreparedTest {
  readonly items: readonly { readonly id: string; readonly dimension: number }[];
  readonly dimensions: readonly string[];
  readonly roles: readonly PreparedRole[];
  /** The roles over the dimensions that the last sheet answered: the next one mostly has the same. */
  placed: { readonly answered: Vector; readonly roles: readonly PlacedRole[] };
  /** Written anew for each sheet: mean answer to each dimension, number of answers, and the means standardised. Making them takes longer than filling them. */
  readonly means: Vector;
  readonly counts: Vector;
  readonly direction: Vector;
}

interface PreparedRole {
  readonly role: Role;
  readonly loadings: Vector;
  /** Ids of what a person may want to avoid, and the role has. */
  readonly hardParts: ReadonlySet<string>;
}

/** A role with its loadings standardised over the dimensions that were answered; undefined where they do not vary. */
interface PlacedRole extends PreparedRole {
  readonly place: Direction | undefined;
}

const preparedTests = new WeakMap<FitCatalogue, Partial<Record<FitTest, PreparedTest>>>();

function prepareTest(catalogue: FitCatalogue, test: FitTest): PreparedTest {
  const tests = preparedTests.get(catalogue) ?? {};
  preparedTests.set(catalogue, tests);
  return (tests[test] ??= prepareAnew(catalogue, test));
}

function prepareAnew(catalogue: FitCatalogue, test: FitTest): PreparedTest {
  const items = itemsOf(catalogue, test);
  const dimensions = [...new Set(items.map(({ dimension }) => dimension))];
  const roles = catalogue.roles.map((role) => {
    const loadings = computeLoadings(catalogue, role);
    return {
      role,
      loadings: Float64Array.from(dimensions, (dimension) => loadings.get(dimension) ?? NaN),
      hardParts: new Set((role.demerits ?? []).flatMap(({ avoidance }) => avoidance ?? [])),
    };
  });
  const createVector = () => new Float64Array(dimensions.length);
  return {
    items: items.map(({ id, dimension }) => ({ id, dimension: dimensions.indexOf(dimension) })),
    dimensions,
    roles,
    placed: { answered: new Float64Array(), roles: [] },
    means: createVector(),
    counts: createVector(),
    direction: createVector(),
  };
}

function placeRoles(prepared: PreparedTest): readonly PlacedRole[] {
  const { placed, roles, means } = prepared;
  if (haveSamePlaces(placed.answered, means)) return placed.roles;
  prepared.placed = { answered: means.slice(), roles: roles.map((role) => ({ ...role, place: standardizeCommon(role.loadings, means) })) };
  return prepared.placed.roles;
}

function haveSamePlaces(first: Vector, second: Vector): boolean {
  for (let place = 0; place < second.length; place += 1) if (Number.isNaN(first[place]) !== Number.isNaN(second[place])) return false;
  return first.length === second.length;
}

/** Fills in the mean answer to each dimension and how many there are. */
function averageAnswers({ items, means, counts }: PreparedTest, answers: Answers): { readonly answered: number; readonly gap: number | undefined } {
  means.fill(0);
  counts.fill(0);
  let answered = 0;
  let gaps = 0;
  let gapSum = 0;
  for (const { id, dimension } of items) {
    const answer = answers.get(id);
    if (answer === undefined) continue;
    const sum = valueAt(means, dimension);
    const count = valueAt(counts, dimension);
    // At the second answer to a dimension, the sum is the first.
    if (count === 1) {
      gaps += 1;
      gapSum += Math.abs(sum - answer);
    }
    means[dimension] = sum + answer;
    counts[dimension] = count + 1;
    answered += 1;
  }
  for (let place = 0; place < means.length; place += 1) means[place] = valueAt(means, place) / valueAt(counts, place);
  return { answered, gap: gaps < fewestDimensions * 2 ? undefined : gapSum / gaps };
}

function findWarnings(means: Vector, dimensions: number, gap: number | undefined, answered: number, asked: number): FitWarning[] {
  const warnings: FitWarning[] = [];
  const first = means.find((mean) => !Number.isNaN(mean));
  // Answers that differ only within dimensions leave nothing to compare, either.
  if (dimensions >= fewestDimensions && means.every((mean) => mean === first || Number.isNaN(mean))) warnings.push('all-equal');
  if (gap !== undefined && gap >= largestGap) warnings.push('contradictory');
  if (dimensions < fewestDimensions) warnings.push('too-few-answers');
  else if (answered < asked / 2) warnings.push('few-answers');
  return warnings;
}

/** A vector standardised over the dimensions that both it and the other have; undefined where it does not vary. */
function standardizeCommon(vector: Vector, other: Vector, values: Vector = new Float64Array(vector.length)): Direction | undefined {
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

interface Scored extends Omit<RoleFit, 'first'> {
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
function scoreRole({ role, hardParts }: PlacedRole, person: Direction, place: Direction, answered: number, avoid: readonly string[]): Scored {
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
function isLevel(leader: Scored, other: Scored, counts: Vector): boolean {
  const lead = leader.fit - other.fit;
  // No more than the two together (triangle inequality), which is quickly known: most roles are further behind.
  if (lead > answerNoise * (steepnessOf(leader) + steepnessOf(other))) return false;
  let variance = 0;
  for (let place = 0; place < counts.length; place += 1) {
    const slope = slopeOf(leader, place) - slopeOf(other, place);
    variance += (slope * slope) / Math.max(1, valueAt(counts, place));
  }
  return lead <= answerNoise * Math.sqrt(variance);
}

/** How much a fit changes with the mean answer to a dimension. */
function slopeOf({ person, place: role, r, scale }: Scored, place: number): number {
  return (scale * (valueAt(role.values, place) - r * valueAt(person.values, place))) / person.length;
}

/** The length of all slopes together, a little more for rounding. */
function steepnessOf({ person, r, scale }: Scored): number {
  return (scale * Math.sqrt(Math.max(0, 1 - r * r) + shortestLength)) / person.length;
}
