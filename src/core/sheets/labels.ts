import { languages } from '../catalogue/model.ts';
import type { LocalizedText } from '../catalogue/model.ts';

interface Labelled<Id> {
  readonly id: Id;
  readonly label: LocalizedText;
}

/** Ids by id and label. */
export function listByName(terms: readonly Labelled<string>[]): Map<string, string> {
  return new Map([...terms.map(({ id }): [string, string] => [foldLabel(id), id]), ...listByLabel(terms)]);
}

/** Ids by label, as it is and folded. */
function listByLabel<Id>(terms: readonly Labelled<Id>[]): Map<string, Id> {
  const labels = terms.flatMap(({ id, label }) => languages.map((language) => ({ id, label: label[language] })));
  return new Map(
    labels.flatMap(({ id, label }): [string, Id][] => [
      [label, id],
      [foldLabel(label), id],
    ]),
  );
}

/** Letters and digits only, in one width and case: how forms and people set marks and spaces says nothing. */
export function foldLabel(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
