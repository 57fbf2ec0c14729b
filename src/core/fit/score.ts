import type { Catalogue, FitItem, Role } from '../catalogue/model.ts';
import type { ComparedRole } from './compare-role.ts';
import { RoleRanker } from './rank-roles.ts';
import type { Avoided, FitCatalogue, FitWarning, Order } from './rank-roles.ts';

export { mostFirst, mostNeighbours } from './rank-roles.ts';
export type { FitWarning } from './rank-roles.ts';

/** Answers 1–5 by id of the item. What is not there was not answered. */
export type Answers = ReadonlyMap<string, number>;

/** Which items were asked: all of them, or the quick half. An answer code names a test by its place here: add new ones behind. */
export const fitTests = ['full', 'quick'] as const;
export type FitTest = (typeof fitTests)[number];

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

/** The items of a test, in the order in which they are asked. */
export function itemsOf({ fit }: Pick<Catalogue, 'fit'>, test: FitTest): FitItem[] {
  return fit.items.filter(({ quick = false }) => test === 'full' || quick);
}

const rankers = new WeakMap<FitCatalogue, Partial<Record<FitTest, RoleRanker>>>();

/** What ranks the roles of a catalogue for sheets of a test, always the same one: a catalogue must not change. */
export function findRanker(catalogue: FitCatalogue, test: FitTest): RoleRanker {
  const tests = rankers.get(catalogue) ?? {};
  rankers.set(catalogue, tests);
  return (tests[test] ??= new RoleRanker(catalogue, itemsOf(catalogue, test)));
}

/**
 * How the roles of a catalogue fit a person's answers: the main roles in their order, and apart from them which neighbours go with the answers, too.
 * A role's fit is the Pearson correlation of the person's dimension means with the role's loadings, over the dimensions
 * that both have: it takes away how high and how widely a person answers. Roles that are not further behind
 * the leader than one standard error of the difference share the first place. docs/quiz.md has formulas and limits.
 * What does not depend on the answers is computed once for a catalogue, which therefore must not change.
 */
export function scoreAnswers(catalogue: FitCatalogue, answers: Answers, test: FitTest = 'full', avoid: readonly string[] = []): FitResult {
  const { ranker, avoided } = rank(catalogue, answers, test, avoid);
  const { answered, beside, dimensions, firstCount, gap, items, main, means, named, warnings } = ranker;
  const namedPlaces = placesOf(named);
  const profile = new Map<string, number>();
  dimensions.forEach((id, place) => {
    const value = means[place] ?? NaN;
    if (!Number.isNaN(value)) profile.set(id, value);
  });
  return {
    test,
    answered,
    asked: items.length,
    warnings,
    profile,
    roles: placesOf(main).map((place, index): RoleFit => {
      const { role, correlation, avoided: found, fit, dimensions: common } = describe(ranker, avoided, place);
      return { role, correlation, avoided: found, fit, dimensions: common, first: index < firstCount };
    }),
    neighbours: (main.count === 0 ? [] : placesOf(beside)).map((place): NeighbourFit => {
      const { role, correlation, avoided: found, fit, dimensions: common } = describe(ranker, avoided, place);
      return { role, correlation, avoided: found, fit, dimensions: common, named: namedPlaces.includes(place) };
    }),
    left: ranker.listLeft(),
    gap: Number.isNaN(gap) ? undefined : gap,
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
  const { ranker, avoided } = rank(catalogue, answers, test, []);
  const [leader] = placesOf(ranker.main);
  if (leader === undefined) return [];
  return placesOf(ranker.beside).map((place) => {
    const { role, fit } = describe(ranker, avoided, place);
    return { role, fit, behind: (ranker.fits[leader] ?? NaN) - fit, error: ranker.errorBehindLeader(place) };
  });
}

function rank(catalogue: FitCatalogue, answers: Answers, test: FitTest, avoid: readonly string[]): { readonly ranker: RoleRanker; readonly avoided: Avoided } {
  const ranker = findRanker(catalogue, test);
  ranker.items.forEach(({ id }, place) => (ranker.answers[place] = answers.get(id) ?? NaN));
  const avoided = ranker.findAvoided(avoid);
  ranker.rank(avoided);
  return { ranker, avoided };
}

function placesOf({ places, count }: Order): number[] {
  return Array.from({ length: count }, (_, index) => places[index] ?? 0);
}

function describe(ranker: RoleRanker, avoided: Avoided, place: number): ComparedRole {
  const role = ranker.roles[place];
  if (role === undefined) throw new RangeError(`no role at ${place}`);
  return {
    role,
    correlation: ranker.correlations[place] ?? NaN,
    avoided: avoided.ids[place] ?? [],
    fit: ranker.fits[place] ?? NaN,
    dimensions: ranker.countCommon(place),
  };
}
