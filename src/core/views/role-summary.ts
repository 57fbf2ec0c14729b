import type { Catalogue, Language, Role } from '../catalogue/model.ts';
import type { FigureView } from './measures.ts';
import { viewName } from './names.ts';
import type { NameView } from './names.ts';
import { localize, viewTerm, viewTerms } from './terms.ts';
import type { TermView } from './terms.ts';

export interface RoleSummaryView extends NameView {
  readonly family?: TermView;
  readonly resource: readonly TermView[];
  readonly facets: readonly TermView[];
  readonly focus?: string;
  readonly summary: string;
  /** What the list is sorted by, where the role has it. */
  readonly figure?: FigureView;
}

/** What lists and pages say first of a role. */
export function viewSummary(catalogue: Catalogue, role: Role, language: Language): RoleSummaryView {
  const family = catalogue.families.find(({ id }) => id === role.family);
  return {
    ...viewName({ kind: 'role', role }, language),
    ...(family === undefined ? {} : { family: viewTerm(family, language) }),
    resource: viewTerms(catalogue.resources, role.resource, language),
    facets: viewTerms(catalogue.facets, role.facets, language),
    ...localize({ focus: role.focus }, language),
    summary: role.summary[language],
  };
}
