import { computeLoadings } from '../../src/core/fit/loadings.ts';
import type { Loadings } from '../../src/core/fit/loadings.ts';
import { avoidancePenalty } from '../../src/core/fit/compare-role.ts';
import { itemsOf } from '../../src/core/fit/score.ts';
import type { Answers, FitResult, FitTest, FitWarning, RoleFit } from '../../src/core/fit/score.ts';
import { mean, standardize } from '../../src/core/fit/statistics.ts';
import { tiers } from '../../src/core/catalogue/model.ts';
import type { Catalogue, FitItem, Role } from '../../src/core/catalogue/model.ts';

// The formulas of docs/quiz.md, one after the other and some forty times slower: what the fast ones are held against.

const answerNoise = 0.7;
const fewestDimensions = 5;
const largestGap = 1.3;

/** How the roles of a catalogue fit a person's answers. */
export function scorePlainly(catalogue: Catalogue, answers: Answers, test: FitTest, avoid: readonly string[]): FitResult {
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
  const [main, beside] = tiers.map((tier) => catalogue.roles.filter((role) => (role.tier ?? 'main') === tier));
  const compare = (roles: readonly Role[] = []) => roles.map((role) => compareRole(catalogue, role, profile, avoid));
  const rank = (fits: readonly (Scored | undefined)[]) => fits.filter((fit) => fit !== undefined).toSorted((a, b) => b.fit - a.fit);
  const compared = compare(main);
  const scored = rank(compared);
  const counts = new Map([...profile.keys()].map((dimension) => [dimension, items.filter((item) => item.dimension === dimension).length]));
  const [leader] = scored;
  const isLevel = ({ fit, loadings }: Scored) => leader !== undefined && leader.fit - fit <= standardError(profile, counts, leader.loadings, loadings);
  // Whoever is ahead of a role that shares the first place shares it, too.
  const lastFirst = scored.findLastIndex(isLevel);
  const neighbours = rank(compare(beside)).flatMap(({ loadings, ...fit }) =>
    leader === undefined ? [] : [{ ...fit, behind: leader.fit - fit.fit, error: standardError(profile, counts, leader.loadings, loadings) }],
  );
  const near = neighbours.filter(({ fit, behind, error }) => warnings.length === 0 && fit > 0 && behind <= error && (lastFirst < 3 || behind < 0));
  return {
    test,
    answered: items.length,
    asked,
    warnings,
    profile,
    roles: scored.map(({ role, correlation, avoided, fit, dimensions }, index) => ({ role, correlation, avoided, fit, dimensions, first: index <= lastFirst })),
    neighbours: neighbours.map((neighbour) => {
      const { role, correlation, avoided, fit, dimensions } = neighbour;
      return { role, correlation, avoided, fit, dimensions, named: near.slice(0, 3).includes(neighbour) };
    }),
    left: (main ?? []).filter((_, index) => compared[index] === undefined),
    gap,
  };
}

/**
 * Pearson correlation of a profile with loadings over the dimensions that both have; undefined where one of them does not vary, or
 * too few are common. Times √(common / answered): on few dimensions a high correlation comes easily, and what a role
 * says nothing about speaks neither for nor against it.
 */
function correlate(profile: ReadonlyMap<string, number>, loadings: Loadings): number | undefined {
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

function compareRole(catalogue: Catalogue, role: Role, profile: ReadonlyMap<string, number>, avoid: readonly string[]): Scored | undefined {
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

/** Pearson correlation, −1 to 1; undefined where one of the two does not vary. */
export function pearson(a: readonly number[], b: readonly number[]): number | undefined {
  const [first, second] = [standardize(a), standardize(b)];
  if (first === undefined || second === undefined) return undefined;
  return first.reduce((sum, value, index) => sum + value * (second[index] ?? 0), 0);
}
