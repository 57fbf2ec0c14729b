import type { UsageProblem } from '../../core/errors.ts';
import { isId, suggestId } from '../../core/catalogue/ids.ts';
import type { Catalogue } from '../../core/catalogue/model.ts';
import { foldName } from '../../core/catalogue/names.ts';

/** What keeps a text from being the id of a new role: it is no id, or names a concept, or looks like another id to those who type it. */
export function findIdProblem({ roles, concepts }: Catalogue, id: string): UsageProblem | undefined {
  const suggested = suggestId(id);
  if (!isId(id)) return { problem: 'invalid-id', name: id, nearest: suggested === undefined ? [] : [suggested] };
  const taken = [...roles, ...concepts].find((other) => foldName(other.id) === foldName(id));
  // A role's own id means that role, to be changed.
  if (taken === undefined || roles.some((role) => role.id === id)) return undefined;
  return { problem: 'id-taken', id, by: { id: taken.id, name: taken.name } };
}
