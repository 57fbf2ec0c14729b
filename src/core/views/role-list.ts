import type { Catalogue, Language, Measure, Role } from '../catalogue/model.ts';
import type { RoleFilter } from '../catalogue/queries.ts';
import { findSurveyed, joinPhrase } from '../catalogue/surveyed.ts';
import type { Operator } from '../figures/condition-problem.ts';
import type { Condition } from '../figures/conditions.ts';
import { findFigure } from '../figures/figures.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import { viewFigure, viewMeasure } from './measures.ts';
import type { MeasureView } from './measures.ts';
import { viewName } from './names.ts';
import type { NameView } from './names.ts';
import { viewSummary, viewSurveyed } from './role-summary.ts';
import type { RoleSummaryView } from './role-summary.ts';

/** A measure, and what people were asked about it. */
export type AskedMeasureView = MeasureView & { readonly question: string };

export interface RoleListDocument extends Document<'role-list'> {
  /** What the list is sorted by, if it is a measure. */
  readonly measure?: AskedMeasureView;
  /** Present where somebody asked for an order. */
  readonly sort?: { readonly by: string; readonly reversed: boolean };
  /** What the roles had to have, all of it. */
  readonly where?: readonly ConditionView[];
  readonly roles: readonly RoleSummaryView[];
  /** Roles that failed none of the conditions, but have no figure for at least one: they may fit, and nobody can tell. */
  readonly unknown?: readonly NameView[];
  /** Roles that words or traits left out: of them nothing is recorded, which is no "no". Absent where all are listed, or left out for what they handle. */
  readonly unlisted?: number;
}

/** What a figure had to be. */
export interface ConditionView {
  readonly measure: AskedMeasureView;
  readonly operator: Operator;
  /** On the scale of the measure. */
  readonly value: number;
}

/** What a list was filtered and sorted by. */
export interface ListFilter extends Pick<RoleFilter, 'words' | 'facets'> {
  readonly conditions?: readonly Condition[];
  /** Roles of which nobody can tell whether they meet the conditions. */
  readonly unknown?: readonly Role[];
  /** Roles that conditions left out, with the unknown ones. */
  readonly failed?: number;
  /** What the list is sorted by, if somebody asked for it: a sort key or the id of a measure. */
  readonly sort?: string;
  readonly reversed?: boolean;
}

/** A list of roles as plain data, with the figures that it is sorted and filtered by. */
export function viewRoleList(
  catalogue: Catalogue,
  roles: readonly Role[],
  language: Language,
  measure?: Measure,
  { words = [], facets = [], conditions = [], unknown = [], failed = 0, sort, reversed = false }: ListFilter = {},
): RoleListDocument {
  const unlisted = words.length + facets.length === 0 ? 0 : catalogue.roles.length - roles.length - failed;
  const phrases = joinPhrase(catalogue, words);
  const by = sort ?? (reversed ? 'default' : undefined);
  return {
    ...startDocument('role-list', language),
    ...(measure === undefined ? {} : { measure: viewAsked(catalogue, measure, language) }),
    ...(by === undefined ? {} : { sort: { by, reversed } }),
    ...(conditions.length === 0
      ? {}
      : { where: conditions.map(({ quantity, operator, value }) => ({ measure: viewAsked(catalogue, quantity.measure, language), operator, value })) }),
    roles: roles.map((role) => {
      const figure = measure === undefined ? undefined : findFigure(catalogue, role, measure);
      const figures = conditions.flatMap(({ quantity }) => findFigure(catalogue, role, quantity.measure) ?? []);
      const surveyed = phrases.flatMap((word) => findSurveyed(catalogue, role, word) ?? []).map((found) => viewSurveyed(found, language));
      return {
        ...viewSummary(catalogue, role, language),
        ...(figure === undefined ? {} : { figure: viewFigure(role, figure) }),
        ...(figures.length === 0 ? {} : { figures: figures.map((found) => viewFigure(role, found)) }),
        ...(surveyed.length === 0 ? {} : { surveyed }),
      };
    }),
    ...(unknown.length === 0 ? {} : { unknown: unknown.map((role) => viewName({ kind: 'role', role }, language)) }),
    ...(unlisted === 0 ? {} : { unlisted }),
  };
}

function viewAsked({ survey }: Catalogue, measure: Measure, language: Language): AskedMeasureView {
  const question = survey.blocks.find(({ id }) => id === measure.block)?.question[language] ?? '';
  return { ...viewMeasure(survey, measure, language), question };
}
