import type { Catalogue, Language } from '../catalogue/model.ts';
import { listMainRoles } from '../catalogue/tiers.ts';
import { mostFirst } from '../fit/score.ts';
import type { FitWarning } from '../fit/score.ts';
import { standingOf } from '../fit/standing.ts';
import type { Standing } from '../fit/standing.ts';
import type { ScoredSheet } from '../sheets/score-sheets.ts';

/** The result of one of many people, in words of one language as far as it has names. */
export interface ResultView {
  /** Where the sheet begins, from 1. */
  readonly line: number;
  readonly id?: string;
  readonly answered: number;
  readonly asked: number;
  readonly standing: Standing;
  readonly warnings: readonly FitWarning[];
  /** Names of up to three roles that come first; none where the answers name none. */
  readonly first: readonly string[];
  /** 0–100, of the role that comes first. */
  readonly score?: number;
  readonly code?: string;
  /** Of each main role, in the order of the catalogue; undefined where it could not be compared. */
  readonly scores: readonly (number | undefined)[];
  /** Names of the neighbours that the result names. */
  readonly neighbours: readonly string[];
}

/** Makes views of results; what does not depend on the sheet is looked up once. */
export function createResultViewer({ roles }: Pick<Catalogue, 'roles'>, language: Language): (sheet: ScoredSheet) => ResultView {
  const names = new Map(roles.map(({ id, name }) => [id, name[language]]));
  const main = listMainRoles(roles);
  const nameAll = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id);
  return (sheet) => {
    const { line, id, answered, asked, warnings, code, neighbours } = sheet;
    const standing = standingOf(sheet);
    const first = sheet.roles.filter((role) => role.first);
    // Of more than these, none is told apart; of contradictory answers, nothing is said.
    const isNamed = standing === 'clear' || standing === 'shared' || (standing === 'open' && warnings.length > 0 && first.length <= mostFirst);
    const scores = new Map(sheet.roles.map((role) => [role.id, role.score]));
    const [leader] = first;
    return {
      line,
      ...(id === undefined ? {} : { id }),
      answered,
      asked,
      standing,
      warnings,
      first: isNamed ? nameAll(first.map((role) => role.id)) : [],
      ...(isNamed && leader !== undefined ? { score: leader.score } : {}),
      ...(code === undefined ? {} : { code }),
      scores: main.map((role) => scores.get(role.id)),
      neighbours: nameAll(neighbours),
    };
  };
}
