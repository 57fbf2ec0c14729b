import { findFigure } from '../figures/figures.ts';
import type { Catalogue, Dimension, DimensionConstants, FitBank, Role, Survey } from '../catalogue/model.ts';
import { sections } from '../catalogue/model.ts';
import { listMainRoles, tierOf } from '../catalogue/tiers.ts';
import { mean } from './statistics.ts';

/** Error variance of one figure, as z². An assumption, larger than sampling alone would give: the match of role and occupation is not exact. */
const errorVariance = 0.25;

/** Loadings beyond this are cut: one dimension must not decide everything. */
export const largestLoading = 2.5;

/** Loadings of a role by id of the dimension; a dimension that it lacks is absent. */
export type Loadings = ReadonlyMap<string, number>;

type BankCatalogue = Pick<Catalogue, 'survey'> & { readonly fit: Pick<FitBank, 'dimensions' | 'constants'> };

/**
 * The loadings of a role: where it stands on each dimension, in about standard deviations of occupations, within ±2.5.
 * Figures: shrink · (figure − centre), left out where that would have the opposite sign of the raw figure, unless the
 * article names the trait. Plus 1 where an entry of the role names the dimension, minus the share of main built-in roles that do.
 * A neighbour has the figures alone. Loadings that the role file states replace all this. docs/quiz.md has the reasons.
 */
export function computeLoadings(catalogue: BankCatalogue, role: Role): Loadings {
  const known = computed.get(role);
  if (known?.bank === catalogue.fit) return known.loadings;
  const loadings = tierOf(role) === 'neighbour' ? computeFigureLoadings(catalogue, role) : computeAnew(catalogue, role);
  computed.set(role, { bank: catalogue.fit, loadings });
  return loadings;
}

/** Scoring many sheets asks for the same loadings again and again. */
const computed = new WeakMap<Role, { readonly bank: BankCatalogue['fit']; readonly loadings: Loadings }>();

function computeAnew(catalogue: BankCatalogue, role: Role): Loadings {
  const { dimensions, constants } = catalogue.fit;
  const mentioned = namedDimensions(role);
  // What no dimension of the bank knows says nothing.
  const named = new Set(dimensions.flatMap(({ id }) => (mentioned.has(id) ? [id] : [])));
  return new Map(
    dimensions.flatMap((dimension): [string, number][] => {
      const stated = role.loadings?.[dimension.id];
      if (stated !== undefined) return [[dimension.id, stated]];
      const constant = constants[dimension.id];
      const figure = figureOf(catalogue, role, dimension);
      // A role without a figure and without any named trait has not said anything about this dimension.
      if (constant === undefined || (figure === undefined && named.size === 0)) return [];
      return [[dimension.id, round(loadingOf(figure, named.has(dimension.id), constant))]];
    }),
  );
}

/**
 * The loadings of a role from its figures alone, as if no article spoke of any role: what a neighbour has, and what a main role is set beside it with.
 * A dimension without a figure is absent.
 */
export function computeFigureLoadings(catalogue: BankCatalogue, role: Role): Loadings {
  const { dimensions, constants } = catalogue.fit;
  return new Map(
    dimensions.flatMap((dimension): [string, number][] => {
      const stated = role.loadings?.[dimension.id];
      if (stated !== undefined) return [[dimension.id, stated]];
      const [figure, constant] = [figureOf(catalogue, role, dimension), constants[dimension.id]];
      return figure === undefined || constant === undefined ? [] : [[dimension.id, round(cut(figurePart(figure, false, constant)))]];
    }),
  );
}

/** The constants of a bank: computed once from the main built-in roles, then fixed with the version of the bank. */
export function computeConstants(
  catalogue: Pick<Catalogue, 'survey'>,
  dimensions: readonly Dimension[],
  allRoles: readonly Role[],
): Record<string, DimensionConstants> {
  const roles = listMainRoles(allRoles);
  return Object.fromEntries(
    dimensions.map((dimension) => {
      const figures = roles.flatMap((role) => figureOf(catalogue, role, dimension)?.value ?? []);
      const centre = mean(figures);
      const variance = mean(figures.map((figure) => (figure - centre) ** 2));
      const error = errorVariance / Math.max(1, measuresOf(dimension).length);
      const shrink = variance === 0 ? 0 : variance / (variance + error);
      const named = roles.filter((role) => namedDimensions(role).has(dimension.id)).length / roles.length;
      return [dimension.id, { centre: round(centre), shrink: round(shrink), named: round(named) }];
    }),
  );
}

/** Ids of the dimensions that entries of a role name. */
export function namedDimensions(role: Role): ReadonlySet<string> {
  return new Set(sections.flatMap((section) => (role[section] ?? []).flatMap(({ dimension }) => dimension ?? [])));
}

function loadingOf(figure: DimensionFigure | undefined, isNamed: boolean, constant: DimensionConstants): number {
  const article = (isNamed ? 1 : 0) - constant.named;
  return cut((figure === undefined ? 0 : figurePart(figure, isNamed, constant)) + article);
}

/** What a figure makes of a loading: nothing where it would have the opposite sign of the raw figure and no article names the trait. */
function figurePart({ value, raw }: DimensionFigure, isNamed: boolean, { centre, shrink }: DimensionConstants): number {
  const centred = shrink * (value - centre);
  return !isNamed && Math.sign(centred) !== Math.sign(raw) ? 0 : centred;
}

function cut(loading: number): number {
  return Math.max(-largestLoading, Math.min(largestLoading, loading));
}

/** Mean signed z of a dimension's measures in a role. */
interface DimensionFigure {
  /** Each z centred on its block's mean in that role, where the block needs it. */
  readonly value: number;
  /** The same, not centred. */
  readonly raw: number;
}

/** The figure of a role on a dimension; undefined where none is recorded. */
function figureOf(catalogue: Pick<Catalogue, 'survey'>, role: Role, dimension: Dimension): DimensionFigure | undefined {
  const scores = measuresOf(dimension).flatMap(({ id, sign }) => {
    const measure = catalogue.survey.measures.find((candidate) => candidate.id === id);
    if (measure === undefined) return [];
    const [figure, centre] = [findFigure(catalogue, role, measure), blockMeanOf(catalogue.survey, role, measure.block)];
    return figure === undefined || centre === undefined ? [] : [{ value: sign * (figure.z - centre), raw: sign * figure.z }];
  });
  return scores.length === 0 ? undefined : { value: mean(scores.map(({ value }) => value)), raw: mean(scores.map(({ raw }) => raw)) };
}

/** What a figure is centred on: the mean of its block in that role, or nothing. Undefined where it should be and is not recorded. */
function blockMeanOf({ blocks }: Pick<Survey, 'blocks'>, role: Role, id: string): number | undefined {
  const isCentred = blocks.find((block) => block.id === id)?.centred === true;
  return isCentred ? role.measures?.blockMeans?.[id] : 0;
}

function measuresOf({ measures = [], reversedMeasures = [] }: Dimension): { id: string; sign: 1 | -1 }[] {
  return [...measures.map((id) => ({ id, sign: 1 as const })), ...reversedMeasures.map((id) => ({ id, sign: -1 as const }))];
}

/** To three decimals, as the figures themselves are published. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
