import type { Catalogue, Language, Role } from '../catalogue/model.ts';
import type { RoleFilter } from '../catalogue/queries.ts';
import { findSurveyed, joinPhrase } from '../catalogue/surveyed.ts';
import type { Condition } from '../figures/conditions.ts';
import type { Quantity } from '../figures/quantities.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import type { NameView } from './names.ts';
import { viewName } from './names.ts';
import { viewAmount, viewCondition, viewNoFigure, viewQuantity } from './quantities.ts';
import type { ConditionView, NoFigureView, QuantityView } from './quantities.ts';
import { viewSummary, viewSurveyed } from './role-summary.ts';
import type { RoleSummaryView } from './role-summary.ts';

export interface RoleListDocument extends Document<'role-list'> {
  /** What the list is sorted by, if it is a measure. */
  readonly measure?: QuantityView;
  /** Present where somebody asked for an order. */
  readonly sort?: { readonly by: string; readonly reversed: boolean };
  /** What the roles had to have, all of it. */
  readonly where?: readonly ConditionView[];
  readonly roles: readonly RoleSummaryView[];
  /** Roles that failed none of the conditions, but have no figure for at least one: they may fit, and nobody can tell. */
  readonly unknown?: readonly NameView[];
  /** Why some roles, in the list or unknown, have no figure of what it is sorted or filtered by. */
  readonly noFigure?: readonly NoFigureView[];
  /** Roles that words or traits left out: of them nothing is recorded, which is no "no". Absent where all are listed, or left out for what they handle. */
  readonly unlisted?: number;
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
  quantity?: Quantity,
  { words = [], facets = [], conditions = [], unknown = [], failed = 0, sort, reversed = false }: ListFilter = {},
): RoleListDocument {
  const unlisted = words.length + facets.length === 0 ? 0 : catalogue.roles.length - roles.length - failed;
  const phrases = joinPhrase(catalogue, words);
  const by = sort ?? (reversed ? 'default' : undefined);
  const sorted = quantity === undefined ? [] : [quantity];
  const shown = new Map([...sorted, ...conditions.map((condition) => condition.quantity)].map((each) => [each.id, each] as const));
  const noFigure = [...shown.values()].flatMap((each) => viewNoFigure(catalogue, [...roles, ...unknown], each, language));
  return {
    ...startDocument('role-list', language),
    ...(quantity === undefined ? {} : { measure: viewQuantity(catalogue, quantity, language) }),
    ...(by === undefined ? {} : { sort: { by, reversed } }),
    ...(conditions.length === 0 ? {} : { where: conditions.map((condition) => viewCondition(catalogue, condition, language)) }),
    roles: roles.map((role) => {
      const figure = quantity === undefined ? undefined : viewAmount(catalogue, role, quantity, language);
      const figures = conditions.flatMap((condition) => viewAmount(catalogue, role, condition.quantity, language) ?? []);
      const surveyed = phrases.flatMap((word) => findSurveyed(catalogue, role, word) ?? []).map((found) => viewSurveyed(found, language));
      return {
        ...viewSummary(catalogue, role, language),
        ...(figure === undefined ? {} : { figure }),
        ...(figures.length === 0 ? {} : { figures }),
        ...(surveyed.length === 0 ? {} : { surveyed }),
      };
    }),
    ...(unknown.length === 0 ? {} : { unknown: unknown.map((role) => viewName({ kind: 'role', role }, language)) }),
    ...(noFigure.length === 0 ? {} : { noFigure }),
    ...(unlisted === 0 ? {} : { unlisted }),
  };
}
