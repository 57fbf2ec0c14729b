import type { Catalogue, Distribution, DistributionOption, Measure, Role, Scale, Survey } from '../catalogue/model.ts';
import { sortByValue } from '../catalogue/queries.ts';
import { isMeanDifference, judge, testShares } from './difference.ts';
import type { Measured, Verdict } from './difference.ts';

/** What was measured of one role. */
export interface Figure {
  readonly measure: Measure;
  readonly scale: Scale;
  /** On the scale of the measure. */
  readonly value: number;
  /** Distance from the average occupation in standard deviations. */
  readonly z: number;
  readonly estimated: boolean;
}

/** One measure over several roles: a figure for each, undefined where none is recorded. */
export interface FigureComparison {
  readonly measure: Measure;
  readonly scale: Scale;
  readonly verdict: Verdict;
  /** Largest distance between two roles, in standard deviations of the measure; 0 if not compared. */
  readonly spread: number;
  readonly figures: readonly (Figure | undefined)[];
}

/** One option of a distribution over several roles: a share 0–1 for each, undefined where none is recorded. */
export interface ShareComparison {
  readonly distribution: Distribution;
  readonly option: DistributionOption;
  readonly verdict: Verdict;
  /** Largest distance between two roles, as a share; 0 if not compared. */
  readonly spread: number;
  readonly shares: readonly (number | undefined)[];
}

type WithSurvey = Pick<Catalogue, 'survey'>;

/** The figure of a role on a measure, if it has one. */
export function findFigure({ survey }: WithSurvey, role: Role, measure: Measure): Figure | undefined {
  const value = role.measures?.figures?.[measure.id];
  if (value === undefined) return undefined;
  return {
    measure,
    scale: scaleOf(survey, measure),
    value,
    z: (value - measure.average) / measure.standardDeviation,
    estimated: role.measures?.estimated === true,
  };
}

/** The figures of a role, in the order of the vocabulary; none for a role without measures. */
export function listFigures(catalogue: WithSurvey, role: Role): Figure[] {
  return catalogue.survey.measures.flatMap((measure) => findFigure(catalogue, role, measure) ?? []);
}

/**
 * The figures furthest from the average occupation: at most `count` above it and `count` below it, from the highest z to
 * the lowest. Less than half a standard deviation is no difference worth telling.
 */
export function findDistinctive<Item extends { readonly z: number }>(figures: readonly Item[], count: number): Item[] {
  const sorted = figures.toSorted((a, b) => b.z - a.z);
  const above = sorted.filter(({ z }) => z >= 0.5);
  const below = sorted.filter(({ z }) => z <= -0.5);
  return [...above.slice(0, count), ...below.slice(Math.max(0, below.length - count))];
}

/** The roles by a measure, the highest value first or, when `reversed`, the lowest; those without a figure come last, in their order. */
export function sortByMeasure(catalogue: WithSurvey, roles: readonly Role[], measure: Measure, reversed = false): Role[] {
  return sortByValue(roles, (role) => findFigure(catalogue, role, measure)?.value, reversed);
}

/** Every measure that at least one role has: the different ones by falling distance, then the alike ones, then the others. */
export function compareFigures(catalogue: WithSurvey, roles: readonly (Role | undefined)[]): FigureComparison[] {
  const compared = catalogue.survey.measures.flatMap((measure): FigureComparison[] => {
    const figures = roles.map((role) => (role === undefined ? undefined : findFigure(catalogue, role, measure)));
    if (figures.every((figure) => figure === undefined)) return [];
    const scale = scaleOf(catalogue.survey, measure);
    const known = figures.flatMap((figure, place) => (figure === undefined ? [] : [{ value: figure.value, respondents: respondentsOf(roles[place]) }]));
    const verdict = judge(known, scale.unit === 'share' ? testShares : (a, b) => isMeanDifference(scale, a.value, b.value));
    return [{ measure, scale, figures, verdict, spread: spreadOf(known) / measure.standardDeviation }];
  });
  return sortBySpread(compared);
}

/** Every option of every distribution that at least one role has, in the same order as figures. */
export function compareShares({ survey }: WithSurvey, roles: readonly (Role | undefined)[]): ShareComparison[] {
  const compared = survey.distributions.flatMap((distribution) =>
    distribution.options.flatMap((option): ShareComparison[] => {
      const shares = roles.map((role) => role?.measures?.distributions?.[distribution.id]?.[option.id]);
      const known = shares.flatMap((value, place) => (value === undefined ? [] : [{ value, respondents: respondentsOf(roles[place]) }]));
      return known.length === 0 ? [] : [{ distribution, option, shares, verdict: judge(known, testShares), spread: spreadOf(known) }];
    }),
  );
  return sortBySpread(compared);
}

/**
 * The scale of a measure.
 * @throws Error for a measure of another vocabulary: the loader lets none through.
 */
export function scaleOf({ scales }: Pick<Survey, 'scales'>, measure: Measure): Scale {
  const scale = scales.find(({ id }) => id === measure.scale);
  if (scale === undefined) throw new Error(`no scale ${measure.scale}`);
  return scale;
}

function respondentsOf(role: Role | undefined): number | undefined {
  return role?.measures?.respondents;
}

function spreadOf(known: readonly Measured[]): number {
  const values = known.map(({ value }) => value);
  return values.length < 2 ? 0 : Math.max(...values) - Math.min(...values);
}

const verdictOrder: readonly Verdict[] = ['different', 'alike', 'not-compared'];

function sortBySpread<Item extends { readonly verdict: Verdict; readonly spread: number }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict) || b.spread - a.spread);
}
