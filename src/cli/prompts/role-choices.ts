import { filterRoles, rankByName } from '../../core/catalogue/queries.ts';
import type { Catalogue, Language } from '../../core/catalogue/model.ts';
import type { Choice } from './prompter.ts';

/** The roles that fit what has been typed so far, as choices. */
export function findRoleChoices(catalogue: Catalogue, typed: string, language: Language): Choice[] {
  const words = typed.split(/\s+/).filter((word) => word !== '');
  return rankByName(filterRoles(catalogue, { words }), typed).map(({ id, name }) => ({ value: id, label: `${name[language]} (${id})` }));
}
