import type { Catalogue, Language, Measure, Role } from '../catalogue/model.ts';
import { findFigure } from '../figures/figures.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import { viewFigure, viewMeasure } from './measures.ts';
import type { MeasureView } from './measures.ts';
import { viewSummary } from './role-summary.ts';
import type { RoleSummaryView } from './role-summary.ts';

export interface RoleListDocument extends Document<'role-list'> {
  /** What the list is sorted by, if it is a measure. */
  readonly measure?: MeasureView & { readonly question: string };
  readonly roles: readonly RoleSummaryView[];
}

/** A list of roles as plain data, with their figures if it is sorted by a measure. */
export function viewRoleList(catalogue: Catalogue, roles: readonly Role[], language: Language, measure?: Measure): RoleListDocument {
  return {
    ...startDocument('role-list', language),
    ...(measure === undefined ? {} : { measure: { ...viewMeasure(catalogue.survey, measure, language), question: askedFor(catalogue, measure, language) } }),
    roles: roles.map((role) => {
      const figure = measure === undefined ? undefined : findFigure(catalogue, role, measure);
      return { ...viewSummary(catalogue, role, language), ...(figure === undefined ? {} : { figure: viewFigure(role, figure) }) };
    }),
  };
}

/** What people were asked about a measure. */
function askedFor({ survey }: Catalogue, { block }: Measure, language: Language): string {
  return survey.blocks.find(({ id }) => id === block)?.question[language] ?? '';
}
