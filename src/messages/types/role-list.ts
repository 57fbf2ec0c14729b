import type { SortKey } from '../../core/catalogue/queries.ts';

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
  readonly sortBy: string;
  readonly sortKeys: Readonly<Record<SortKey, string>>;
}
