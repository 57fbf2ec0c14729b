import { pickById } from '../catalogue/queries.ts';
import { compareFigures, compareShares, findFigure, listFigures, scaleOf } from '../figures/figures.ts';
import type { Verdict } from '../figures/difference.ts';
import type { Figure, FigureComparison, ShareComparison } from '../figures/figures.ts';
import type { Catalogue, Language, Measure, Role, RoleMeasures, Section, Survey, Unit } from '../catalogue/model.ts';
import { viewTerm } from './terms.ts';
import type { TermView } from './terms.ts';

/** What is measured, and what the average occupation has. */
export interface MeasureView extends TermView {
  /** The official name. */
  readonly term: string;
  readonly block: TermView;
  readonly unit: Unit;
  readonly scale: { readonly minimum: number; readonly maximum: number };
  readonly average: number;
  readonly standardDeviation: number;
  /** Number of occupations behind the average. */
  readonly occupations: number;
  /** Id of the source of the average. */
  readonly averageSource: string;
}

/** What one role has of a measure. */
export interface FigureView {
  /** On the scale of the measure. */
  readonly value: number;
  /** Distance from the average occupation in standard deviations, to three decimals. */
  readonly z: number;
  readonly estimated: boolean;
  /** Ids of sources. */
  readonly sources: readonly string[];
}

/** A claim checked against figures. */
export interface EvidenceView {
  readonly text: string;
  readonly figures: readonly (MeasureView & FigureView)[];
}

export interface DistributionView extends TermView {
  readonly question: string;
  /** The section of a role below which the answers stand. */
  readonly section: Section;
  /** More than one answer was possible. */
  readonly several: boolean;
  readonly respondents?: number;
  readonly sources: readonly string[];
  readonly options: readonly ShareView[];
}

export interface ShareView extends TermView {
  /** Share of the respondents, 0–1. */
  readonly share: number;
}

export interface RoleMeasuresView {
  readonly estimated: boolean;
  /** Every source of the figures. */
  readonly sources: readonly string[];
  /** The occupations that the figures are of, or that an estimate started from. */
  readonly basis: readonly TermView[];
  /** What an estimate was shifted by. */
  readonly shifts: readonly TermView[];
  /** Number of people behind the shares. */
  readonly respondents?: number;
  /** Mean z of all descriptors of a block, by id of the block. */
  readonly blockMeans: Readonly<Record<string, number>>;
  readonly blocks: readonly (TermView & { readonly question: string })[];
  readonly figures: readonly (MeasureView & FigureView)[];
}

export interface MeasureComparisonView extends MeasureView {
  readonly verdict: Verdict;
  /** One figure for each role, in the order of `roles`; null where none is recorded. */
  readonly figures: readonly (FigureView | null)[];
}

export interface ShareComparisonView {
  readonly distribution: TermView;
  readonly option: TermView;
  readonly unit: Unit;
  readonly headline: boolean;
  readonly verdict: Verdict;
  /** One share 0–1 for each role, in the order of `roles`; null where none is recorded. */
  readonly shares: readonly ({ readonly value: number; readonly sources: readonly string[] } | null)[];
}

/** A measure in one language, with its scale and the average occupation. */
export function viewMeasure(survey: Survey, measure: Measure, language: Language): MeasureView {
  const { block, term, average, standardDeviation, occupations } = measure;
  const blockTerm = survey.blocks.find(({ id }) => id === block);
  const { unit, minimum, maximum } = scaleOf(survey, measure);
  return {
    ...viewTerm(measure, language),
    term: term[language],
    block: { id: block, label: blockTerm?.label[language] ?? block },
    unit,
    scale: { minimum, maximum },
    average,
    standardDeviation,
    occupations,
    averageSource: survey.source,
  };
}

/** What a role has of a measure. */
export function viewFigure(role: Role | undefined, { measure, value, z, estimated }: Figure): FigureView {
  return { value, z: Math.round(z * 1000) / 1000, estimated, sources: role?.measures === undefined ? [] : sourcesOf(role.measures, measure.block) };
}

/** Ids of the sources of a role's figures, or of those of one block. */
export function sourcesOf({ sources, shift }: RoleMeasures, block?: string): string[] {
  if (shift === undefined) return [...sources];
  const shifted = block === undefined ? Object.values(shift.to).flat() : (shift.to[block] ?? []);
  return [...new Set([...sources, shift.from, ...shifted])];
}

/** All figures of a role, or those of some measures. */
export function viewFigures(catalogue: Catalogue, role: Role, language: Language, ids?: readonly string[]): (MeasureView & FigureView)[] {
  const { measures } = catalogue.survey;
  const wanted = ids === undefined ? listFigures(catalogue, role) : pickById(measures, ids).flatMap((measure) => findFigure(catalogue, role, measure) ?? []);
  return wanted.map((figure) => ({ ...viewMeasure(catalogue.survey, figure.measure, language), ...viewFigure(role, figure) }));
}

/** The measures of several roles side by side, in the order of `compareFigures`. */
export function viewComparedFigures(catalogue: Catalogue, roles: readonly (Role | undefined)[], language: Language): MeasureComparisonView[] {
  return compareFigures(catalogue, roles).map(({ measure, verdict, figures }: FigureComparison) => ({
    ...viewMeasure(catalogue.survey, measure, language),
    verdict,
    figures: figures.map((figure, place) => (figure === undefined ? null : viewFigure(roles[place], figure))),
  }));
}

/** The shares of several roles side by side, in the order of `compareShares`. */
export function viewComparedShares(catalogue: Catalogue, roles: readonly (Role | undefined)[], language: Language): ShareComparisonView[] {
  return compareShares(catalogue, roles).map(({ distribution, option, verdict, shares }: ShareComparison) => ({
    distribution: viewTerm(distribution, language),
    option: viewTerm(option, language),
    unit: 'share',
    headline: option.headline === true,
    verdict,
    shares: shares.map((value, place) => (value === undefined ? null : { value, sources: roles[place]?.measures?.sources ?? [] })),
  }));
}

/** The figures of a role; nothing for a role without. */
export function viewRoleMeasures(catalogue: Catalogue, role: Role, language: Language): { measures?: RoleMeasuresView } {
  const { measures } = role;
  if (measures === undefined) return {};
  const figures = viewFigures(catalogue, role, language);
  const { estimated = false, sources, respondents, blockMeans = {} } = measures;
  const viewAll = (ids: readonly string[]) => pickById(catalogue.sources, ids).map((source) => viewTerm(source, language));
  const all = sourcesOf(measures);
  return {
    measures: {
      estimated,
      sources: all,
      basis: viewAll(sources),
      shifts: viewAll(all.filter((id) => !sources.includes(id))),
      ...(respondents === undefined ? {} : { respondents }),
      blockMeans,
      blocks: catalogue.survey.blocks
        .filter(({ id }) => figures.some(({ block }) => block.id === id))
        .map((block) => ({ ...viewTerm(block, language), question: block.question[language] })),
      figures,
    },
  };
}

/** The shares of answers to each question of the survey. */
export function viewDistributions({ survey }: Catalogue, { measures }: Role, language: Language): DistributionView[] {
  return survey.distributions.flatMap((distribution): DistributionView[] => {
    const shares = measures?.distributions?.[distribution.id];
    if (measures === undefined || shares === undefined) return [];
    return [
      {
        ...viewTerm(distribution, language),
        question: distribution.question[language],
        section: distribution.section,
        several: distribution.several === true,
        ...(measures.respondents === undefined ? {} : { respondents: measures.respondents }),
        sources: measures.sources,
        options: distribution.options.flatMap((option) => {
          const share = shares[option.id];
          return share === undefined ? [] : [{ ...viewTerm(option, language), share }];
        }),
      },
    ];
  });
}
