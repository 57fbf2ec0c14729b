import type { Catalogue, FitItem, Role } from '../model.ts';
import { computeLoadings } from './loadings.ts';
import type { Loadings } from './loadings.ts';
import { mean, pearson, standardize } from './statistics.ts';

/** Answers 1–5 by id of the item. What is not there was not answered. */
export type Answers = ReadonlyMap<string, number>;

/** Which items were asked: all of them, or the quick half. An answer code names a test by its place here: add new ones behind. */
export const fitTests = ['full', 'quick'] as const;
export type FitTest = (typeof fitTests)[number];

/** Standard deviation of an answer when the same person answers the same item anew, as in the respondent model of the simulation. */
const answerNoise = 0.7;

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
 */
export function scoreAnswers(catalogue: FitCatalogue, answers: Answers, test: FitTest = 'full', avoid: readonly string[] = []): FitResult {
  const items = itemsOf(catalogue, test).filter(({ id }) => answers.has(id));
  const profile = profileOf(items, answers);
  const gap = test === 'full' ? gapOf(items, answers) : undefined;
  const asked = itemsOf(catalogue, test).length;
  // Answers that differ only within dimensions leave nothing to compare, either.
  const isFlat = profile.size >= fewestDimensions && new Set(profile.values()).size === 1;
  const warnings: FitWarning[] = [
    ...(isFlat ? ['all-equal' as const] : []),
    ...(gap !== undefined && gap >= largestGap ? ['contradictory' as const] : []),
    ...(profile.size < fewestDimensions ? ['too-few-answers' as const] : items.length < asked / 2 ? ['few-answers' as const] : []),
  ];
  const compared = catalogue.roles.map((role) => compareRole(catalogue, role, profile, avoid));
  const scored = compared.filter((fit) => fit !== undefined).toSorted((a, b) => b.fit - a.fit);
  const counts = new Map([...profile.keys()].map((dimension) => [dimension, items.filter((item) => item.dimension === dimension).length]));
  const [leader] = scored;
  const isLevel = ({ fit, loadings }: Scored) => leader !== undefined && leader.fit - fit <= standardError(profile, counts, leader.loadings, loadings);
  // Whoever is ahead of a role that shares the first place shares it, too.
  const lastFirst = scored.findLastIndex(isLevel);
  return {
    test,
    answered: items.length,
    asked,
    warnings,
    profile,
    roles: scored.map(({ role, correlation, avoided, fit, dimensions }, index) => ({ role, correlation, avoided, fit, dimensions, first: index <= lastFirst })),
    left: catalogue.roles.filter((_, index) => compared[index] === undefined),
    gap,
  };
}

/**
 * Pearson correlation of a profile with loadings over the dimensions that both have; undefined where one of them does not vary, or
 * too few are common. Times √(common / answered): on few dimensions a high correlation comes easily, and what a role
 * says nothing about speaks neither for nor against it.
 */
export function correlate(profile: ReadonlyMap<string, number>, loadings: Loadings): number | undefined {
  const common = [...profile].flatMap(([dimension, answer]) => {
    const loading = loadings.get(dimension);
    return loading === undefined ? [] : [{ answer, loading }];
  });
  if (common.length < fewestDimensions) return undefined;
  const correlation = pearson(
    common.map(({ answer }) => answer),
    common.map(({ loading }) => loading),
  );
  return correlation === undefined ? undefined : correlation * Math.sqrt(common.length / profile.size);
}

type Scored = Omit<RoleFit, 'first'> & { readonly loadings: Loadings };

function compareRole(catalogue: FitCatalogue, role: Role, profile: ReadonlyMap<string, number>, avoid: readonly string[]): Scored | undefined {
  const loadings = computeLoadings(catalogue, role);
  const correlation = correlate(profile, loadings);
  if (correlation === undefined) return undefined;
  const wanted = [...new Set(avoid)];
  const touched = new Set((role.demerits ?? []).flatMap(({ avoidance }) => avoidance ?? []));
  const avoided = wanted.filter((id) => touched.has(id));
  const dimensions = [...profile.keys()].filter((dimension) => loadings.has(dimension)).length;
  return { role, correlation, avoided, fit: correlation - avoidancePenalty * avoided.length, dimensions, loadings };
}

function profileOf(items: readonly FitItem[], answers: Answers): Map<string, number> {
  return new Map([...groupByDimension(items, answers)].map(([dimension, values]) => [dimension, mean(values)]));
}

/** The answers to the items of each dimension. */
function groupByDimension(items: readonly FitItem[], answers: Answers): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { id, dimension } of items) {
    const answer = answers.get(id);
    if (answer !== undefined) groups.set(dimension, [...(groups.get(dimension) ?? []), answer]);
  }
  return groups;
}

/** Mean distance between the two answers of the dimensions that have both. */
function gapOf(items: readonly FitItem[], answers: Answers): number | undefined {
  const gaps = [...groupByDimension(items, answers).values()].flatMap(([first, second]) =>
    first === undefined || second === undefined ? [] : [Math.abs(first - second)],
  );
  return gaps.length < fewestDimensions * 2 ? undefined : mean(gaps);
}

/**
 * Standard error of the difference of two fits with the same answers, from the noise of the answers alone: the delta method. A fit is
 * s·r with s = √(common / answered) and r = Σ u·a; u is the profile over the common dimensions, centred and divided by its length |x|,
 * and a the standardised loadings. So ∂(s·r)/∂x = s·(a − r·u)/|x| on each of them, 0 elsewhere; each x has the variance σ²/n of the mean of its n answers.
 */
function standardError(profile: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>, first: Loadings, second: Loadings): number {
  const [a, b] = [slopesOf(profile, first), slopesOf(profile, second)];
  const variance = [...profile.keys()].reduce((sum, dimension) => {
    const slope = (a.get(dimension) ?? 0) - (b.get(dimension) ?? 0);
    return sum + (slope * answerNoise) ** 2 / Math.max(1, counts.get(dimension) ?? 1);
  }, 0);
  return Math.sqrt(variance);
}

/** How much a fit changes with the mean answer to each dimension. */
function slopesOf(profile: ReadonlyMap<string, number>, loadings: Loadings): ReadonlyMap<string, number> {
  const common = [...profile.keys()].filter((dimension) => loadings.has(dimension));
  const x = common.map((dimension) => profile.get(dimension) ?? 0);
  const [u, a] = [standardize(x), standardize(common.map((dimension) => loadings.get(dimension) ?? 0))];
  if (u === undefined || a === undefined) return new Map();
  const centre = mean(x);
  const length = Math.hypot(...x.map((value) => value - centre));
  const r = u.reduce((sum, value, index) => sum + value * (a[index] ?? 0), 0);
  const scale = Math.sqrt(common.length / profile.size);
  return new Map(common.map((dimension, index) => [dimension, (scale * ((a[index] ?? 0) - r * (u[index] ?? 0))) / length]));
}
