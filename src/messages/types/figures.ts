import type { Section } from '../../core/catalogue/model.ts';

/** Survey figures, of one role and in comparisons. */
export interface FiguresMessages {
  readonly title: string;
  readonly measure: string;
  readonly share: string;
  readonly allFigures: string;
  readonly distinctiveRemark: string;
  readonly averageLegend: string;
  readonly estimateRemark: string;
  readonly nothingDistinctive: string;
  readonly estimatedLegend: string;
  readonly none: string;
  readonly noneOf: (names: string) => string;
  /** In a comparison: some roles have no figures on some measures. */
  readonly partialLegend: string;
  readonly different: string;
  readonly differentRemark: string;
  /** The same for three roles or more. */
  readonly differentAmongRemark: string;
  readonly alike: string;
  readonly alikeRemark: string;
  readonly differentShares: string;
  readonly sharesRemark: string;
  readonly alikeShares: string;
  readonly answersRemark: string;
  /** What answers below a section are, and are not, where that needs saying. */
  readonly answersRemarks: Readonly<Partial<Record<Section, string>>>;
  readonly respondents: (count: number) => string;
  /** The occupations behind the figures: one, or several of which they are the mean. */
  readonly basedOn: string;
  readonly meanOf: string;
  readonly shiftedBy: string;
  readonly otherAnswers: string;
  readonly range: string;
  readonly estimated: (value: string) => string;
}
