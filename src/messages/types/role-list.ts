import type { SortKey } from '../../core/catalogue/queries.ts';
import type { Operator } from '../../core/figures/condition-problem.ts';
import type { LabourMarketUnit } from '../../core/catalogue/model.ts';
import type { LabourMarketMeasure } from '../../core/figures/labour-market.ts';
import type { NoFigureReason } from '../../core/views/quantities.ts';

export interface RoleListMessages {
  readonly focus: string;
  /** Title of a report that lists roles. */
  readonly title: string;
  /** Heading of the roles beside the main ones. */
  readonly neighbours: string;
  /** A column: what most people in a role answered. */
  readonly survey: string;
  readonly inSurvey: (percentage: string) => string;
  readonly surveyLegend: (said: { readonly question: string; readonly answer: string }) => string;
  /** Roles that are not listed may still be what was looked for. */
  readonly absence: string;
  /** What a list is filtered by. */
  readonly conditions: string;
  readonly condition: (label: string, operator: Operator, value: string) => string;
  /** A value of the labour market, rounded, with its unit. */
  readonly amount: (value: number, unit: LabourMarketUnit) => string;
  /** Heads of columns: whose the values of the two statistics are. */
  readonly occupation: Readonly<Record<'pay' | 'openings', string>>;
  /** Openings for so many people, per 100 who look for work. */
  readonly perHundred: (people: number) => string;
  /** What a measure of the labour market is. */
  readonly explain: Readonly<Record<LabourMarketMeasure, string>>;
  /** What openings per applicant are, where some role has fewer than one. */
  readonly explainFew: string;
  readonly averageOfAll: string;
  /** Who is in the figures, where they come from, and of when they are. */
  readonly people: string;
  readonly source: string;
  readonly yearOf: string;
  readonly year: Readonly<Record<'pay' | 'openings', (year: number) => string>>;
  readonly volatile: string;
  /** Figures of a role file. */
  readonly ownFigures: (people: string, year: number, source: string) => string;
  /** Roles of which several rows are their own. */
  readonly firstRow: string;
  /** Roles without a figure: they stand last in the list, or are not in it, for nobody can tell whether they meet the conditions. */
  readonly noFigure: Readonly<Record<NoFigureReason, Readonly<Record<'last' | 'unlisted', string>>>>;
  readonly sortBy: string;
  /** Pay, openings and hours, as a group of measures. */
  readonly labourMarket: string;
  /** Title of what can be filtered by. */
  readonly filterBy: string;
  readonly sortKeys: Readonly<Record<SortKey, string>>;
}
