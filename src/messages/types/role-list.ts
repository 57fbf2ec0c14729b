import type { SortKey } from '../../core/catalogue/queries.ts';
import type { Operator } from '../../core/figures/condition-problem.ts';

export interface RoleListMessages {
  readonly focus: string;
  /** Title of a report that lists roles. */
  readonly title: string;
  /** A column: what most people in a role answered. */
  readonly survey: string;
  readonly inSurvey: (percentage: string) => string;
  readonly surveyLegend: (said: { readonly question: string; readonly answer: string }) => string;
  /** Roles that are not listed may still be what was looked for. */
  readonly absence: string;
  /** What a list is filtered by. */
  readonly conditions: string;
  readonly condition: (label: string, operator: Operator, value: string) => string;
  /** Roles that have no figure to be sorted by. */
  readonly noFigure: (names: string, measure: string) => string;
  /** Roles that may meet the conditions, but have no figure. */
  readonly unknown: (names: string) => string;
  readonly sortBy: string;
  /** Title of what can be filtered by. */
  readonly filterBy: string;
  readonly sortKeys: Readonly<Record<SortKey, string>>;
}
