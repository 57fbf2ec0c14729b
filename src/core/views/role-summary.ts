import type { Catalogue, Language, Role, Tier } from '../catalogue/model.ts';
import { tierOf } from '../catalogue/tiers.ts';
import type { SurveyedShare } from '../catalogue/surveyed.ts';
import type { FigureView } from './measures.ts';
import type { LabourMarketFigureView } from './quantities.ts';
import { viewName } from './names.ts';
import type { NameView } from './names.ts';
import { localize, viewTerm, viewTerms } from './terms.ts';
import type { TermView } from './terms.ts';

export interface RoleSummaryView extends NameView {
  readonly tier: Tier;
  readonly family?: TermView;
  readonly resource: readonly TermView[];
  readonly facets: readonly TermView[];
  readonly focus?: string;
  readonly summary: string;
  /** What the list is sorted by, where the role has it. */
  readonly figure?: FigureView | LabourMarketFigureView;
  /** What the list is filtered by, one for each condition, in their order. */
  readonly figures?: readonly (FigureView | LabourMarketFigureView)[];
  /** What most people answered in the survey, where a word of the query means it. */
  readonly surveyed?: readonly SurveyedView[];
}

/** An answer that more than half of the people in a role gave. */
export interface SurveyedView {
  readonly distribution: TermView;
  readonly option: TermView;
  /** 0–1. */
  readonly share: number;
}

/** An answer that most people in a role gave, in one language. */
export function viewSurveyed({ distribution, option, share }: SurveyedShare, language: Language): SurveyedView {
  return { distribution: viewTerm(distribution, language), option: viewTerm(option, language), share };
}

/** What lists and pages say first of a role. */
export function viewSummary(catalogue: Catalogue, role: Role, language: Language): RoleSummaryView {
  const family = catalogue.families.find(({ id }) => id === role.family);
  return {
    ...viewName({ kind: 'role', role }, language),
    tier: tierOf(role),
    ...(family === undefined ? {} : { family: viewTerm(family, language) }),
    resource: viewTerms(catalogue.resources, role.resource, language),
    facets: viewTerms(catalogue.facets, role.facets, language),
    ...localize({ focus: role.focus }, language),
    summary: role.summary[language],
  };
}
