import type { Catalogue, FitItem, Role } from '../catalogue/model.ts';
import { tierOf } from '../catalogue/tiers.ts';
import { findStandardError, isLevel, scoreRole, standardizeCommon, valueAt } from './compare-role.ts';
import type { ComparedRole, Direction, PlacedRole, PreparedRole, Scored, Vector } from './compare-role.ts';
import { computeLoadings } from './loadings.ts';

/** Answers 1–5 by id of the item. What is not there was not answered. */
export type Answers = ReadonlyMap<string, number>;

/** Which items were asked: all of them, or the quick half. An answer code names a test by its place here: add new ones behind. */
export const fitTests = ['full', 'quick'] as const;
export type FitTest = (typeof fitTests)[number];

/** Fewer common dimensions than this say nothing about a role. */
const fewestDimensions = 5;

/**
 * From this mean distance between the two answers to a dimension on, answers look random or contradict each other (full test).
 * Random sheets have 1.6 on average; of simulated people at most 2 % reach this, also when some items are more popular than others.
 */
const largestGap = 1.3;

export type FitWarning = 'all-equal' | 'contradictory' | 'few-answers' | 'too-few-answers';

/** How well a main role and a person go together. */
export interface RoleFit extends ComparedRole {
  /** Shares the first place: not further behind the leader than the noise of answers. */
  readonly first: boolean;
}

/** How well a neighbour and a person go together, by the figures of the neighbour alone. */
export interface NeighbourFit extends ComparedRole {
  /** Goes with the answers well enough to be named. */
  readonly named: boolean;
}

/** Of more roles that share the first place, none is told apart. */
export const mostFirst = 3;

/** Of more neighbours that go with the answers, those that fit best are named. */
export const mostNeighbours = 3;

export interface FitResult {
  readonly test: FitTest;
  readonly answered: number;
  readonly asked: number;
  readonly warnings: readonly FitWarning[];
  /** Mean answer 1–5 by id of the dimension, of those with an answer. */
  readonly profile: ReadonlyMap<string, number>;
  /** The main roles, best fit first. Empty when the answers cannot be scored. */
  readonly roles: readonly RoleFit[];
  /** The neighbours that could be compared, best fit first. They have no place among the main roles. */
  readonly neighbours: readonly NeighbourFit[];
  /** Main roles that could not be compared: they have no loadings, or too few in common with the answers. */
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
 * How the roles of a catalogue fit a person's answers: the main roles in their order, and apart from them which neighbours go with the answers, too.
 * A role's fit is the Pearson correlation of the person's dimension means with the role's loadings, over the dimensions
 * that both have: it takes away how high and how widely a person answers. Roles that are not further behind
 * the leader than one standard error of the difference share the first place. docs/quiz.md has formulas and limits.
 * What does not depend on the answers is computed once for a catalogue, which therefore must not change.
 */
export function scoreAnswers(catalogue: FitCatalogue, answers: Answers, test: FitTest = 'full', avoid: readonly string[] = []): FitResult {
  const { prepared, answered, gap, profile, main, beside, left } = rankRoles(catalogue, answers, test, avoid);
  const { items, means, counts } = prepared;
  const [leader] = main;
  // Whoever is ahead of a role that shares the first place shares it, too.
  const lastFirst = leader === undefined ? -1 : main.findLastIndex((other) => isLevel(leader, other, counts));
  const warnings = findWarnings(means, profile.size, gap, answered, items.length);
  return {
    test,
    answered,
    asked: items.length,
    warnings,
    profile,
    roles: main.map(({ role, correlation, avoided, fit, dimensions }, index) => ({ role, correlation, avoided, fit, dimensions, first: index <= lastFirst })),
    neighbours: leader === undefined ? [] : nameNeighbours(leader, beside, counts, lastFirst >= mostFirst, warnings.length > 0),
    left,
    gap,
  };
}

/** Where a neighbour stands beside the best main role. */
export interface NeighbourStanding {
  readonly role: Role;
  readonly fit: number;
  /** How far its fit is behind that of the best main role; less than 0 where it is ahead. */
  readonly behind: number;
  /** The standard error of `behind`, from the noise of the answers. */
  readonly error: number;
}

/** Where every neighbour stands that could be compared, best fit first: what rules for naming them are tried on. Takes longer than `scoreAnswers`. */
export function measureNeighbours(catalogue: FitCatalogue, answers: Answers, test: FitTest): NeighbourStanding[] {
  const { prepared, main, beside } = rankRoles(catalogue, answers, test, []);
  const [leader] = main;
  if (leader === undefined) return [];
  return beside.map((neighbour) => ({
    role: neighbour.role,
    fit: neighbour.fit,
    behind: leader.fit - neighbour.fit,
    error: findStandardError(leader, neighbour, prepared.counts),
  }));
}

interface RankedRoles {
  readonly prepared: PreparedTest;
  readonly answered: number;
  readonly gap: number | undefined;
  readonly profile: ReadonlyMap<string, number>;
  /** Main roles and neighbours, best fit first, and main roles that could not be compared. */
  readonly main: readonly Scored[];
  readonly beside: readonly Scored[];
  readonly left: readonly Role[];
}

function rankRoles(catalogue: FitCatalogue, answers: Answers, test: FitTest, avoid: readonly string[]): RankedRoles {
  const prepared = prepareTest(catalogue, test);
  const { dimensions, means, counts, direction } = prepared;
  const { answered, gap } = averageAnswers(prepared, answers);
  const profile = new Map<string, number>();
  for (let place = 0; place < dimensions.length; place += 1) if (counts[place] !== 0) profile.set(dimensions[place] ?? '', valueAt(means, place));

  const person = standardizeCommon(means, means, direction);
  const wanted = [...new Set(avoid)];
  const main: Scored[] = [];
  const beside: Scored[] = [];
  const left: Role[] = [];
  let partly: { readonly loadings: Vector; readonly own: Direction | undefined } | undefined;
  for (const position of placeRoles(prepared)) {
    const { role, isNeighbour, loadings, place } = position;
    // Neighbours mostly lack the same dimensions, those without figures.
    if (place?.common !== profile.size && (partly === undefined || !haveSamePlaces(partly.loadings, loadings)))
      partly = { loadings, own: standardizeCommon(means, loadings) };
    const own = place?.common === profile.size ? person : partly?.own;
    if (own !== undefined && place !== undefined && place.common >= fewestDimensions)
      (isNeighbour ? beside : main).push(scoreRole(position, own, place, profile.size, wanted));
    else if (!isNeighbour) left.push(role);
  }
  main.sort((a, b) => b.fit - a.fit);
  beside.sort((a, b) => b.fit - a.fit);
  return { prepared, answered, gap, profile, main, beside, left };
}

/**
 * Neighbours beside the best main role: named are those no further behind it than the noise of answers, which would share the first place if they
 * were main roles. Where more main roles share it than can be told apart, that would be nearly all of them: then, only those ahead of every main role.
 */
function nameNeighbours(leader: Scored, beside: readonly Scored[], counts: Vector, isOpen: boolean, isDoubtful: boolean): NeighbourFit[] {
  let named = 0;
  return beside.map((neighbour) => {
    const { role, correlation, avoided, fit, dimensions } = neighbour;
    const isNamed = !isDoubtful && named < mostNeighbours && fit > 0 && (isOpen ? fit > leader.fit : isLevel(leader, neighbour, counts));
    if (isNamed) named += 1;
    return { role, correlation, avoided, fit, dimensions, named: isNamed };
  });
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
      isNeighbour: tierOf(role) === 'neighbour',
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
