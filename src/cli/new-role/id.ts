import type { UsageProblem } from '../../core/errors.ts';
import { isId, suggestId } from '../../core/catalogue/ids.ts';
import type { Catalogue } from '../../core/catalogue/model.ts';

/** What keeps a text from being the id of a new role: it is no id, or that of a concept. One that is only spelled like another is that role alone. */
export function findIdProblem({ concepts }: Catalogue, id: string): UsageProblem | undefined {
  const suggested = suggestId(id);
  if (!isId(id)) return { problem: 'invalid-id', name: id, nearest: suggested === undefined ? [] : [suggested] };
  const taken = concepts.find((concept) => concept.id === id);
  return taken === undefined ? undefined : { problem: 'id-taken', id, by: { id: taken.id, name: taken.name } };
}
