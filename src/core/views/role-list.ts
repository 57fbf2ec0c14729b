import type { Catalogue, Language, Measure, Role } from '../catalogue/model.ts';
import type { RoleFilter } from '../catalogue/queries.ts';
import { findSurveyed, joinPhrase } from '../catalogue/surveyed.ts';
import { findFigure } from '../figures/figures.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import { viewFigure, viewMeasure } from './measures.ts';
import type { MeasureView } from './measures.ts';
import { viewSummary, viewSurveyed } from './role-summary.ts';
import type { RoleSummaryView } from './role-summary.ts';

export interface RoleListDocument extends Document<'role-list'> {
  /** What the list is sorted by, if it is a measure. */
  readonly measure?: MeasureView & { readonly question: string };
  readonly roles: readonly RoleSummaryView[];
  /** Roles that words or traits left out: of them nothing is recorded, which is no "no". Absent where all are listed, or left out for what they handle. */
  readonly unlisted?: number;
}

/** What a list was filtered by. */
export type ListFilter = Pick<RoleFilter, 'words' | 'facets'>;

/** A list of roles as plain data, with their figures if it is sorted by a measure. */
export function viewRoleList(
  catalogue: Catalogue,
  roles: readonly Role[],
  language: Language,
  measure?: Measure,
  { words = [], facets = [] }: ListFilter = {},
): RoleListDocument {
  const unlisted = words.length + facets.length === 0 ? 0 : catalogue.roles.length - roles.length;
  const phrases = joinPhrase(catalogue, words);
  return {
    ...startDocument('role-list', language),
    ...(measure === undefined ? {} : { measure: { ...viewMeasure(catalogue.survey, measure, language), question: askedFor(catalogue, measure, language) } }),
    roles: roles.map((role) => {
      const figure = measure === undefined ? undefined : findFigure(catalogue, role, measure);
      const surveyed = phrases.flatMap((word) => findSurveyed(catalogue, role, word) ?? []).map((found) => viewSurveyed(found, language));
      return {
        ...viewSummary(catalogue, role, language),
        ...(figure === undefined ? {} : { figure: viewFigure(role, figure) }),
        ...(surveyed.length === 0 ? {} : { surveyed }),
      };
    }),
    ...(unlisted === 0 ? {} : { unlisted }),
  };
}

/** What people were asked about a measure. */
function askedFor({ survey }: Catalogue, { block }: Measure, language: Language): string {
  return survey.blocks.find(({ id }) => id === block)?.question[language] ?? '';
}
