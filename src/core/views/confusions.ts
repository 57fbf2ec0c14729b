import type { Catalogue, Language, Relation } from '../catalogue/model.ts';
import { findConfusions } from '../catalogue/queries.ts';
import { viewName } from './names.ts';
import type { NameView } from './names.ts';

export interface ConfusionView {
  readonly with: NameView;
  readonly relation: Relation;
  readonly difference: string;
}

/** What a role or concept is taken for, in one language. */
export function viewConfusions(catalogue: Catalogue, id: string, language: Language): ConfusionView[] {
  return findConfusions(catalogue, id).map(({ other, relation, difference }) => ({
    with: viewName(other, language),
    relation,
    difference: difference[language],
  }));
}
