import type { Catalogue, CodeSystem, Language, Source } from '../catalogue/model.ts';
import { pickById } from '../catalogue/queries.ts';
import { localize } from './terms.ts';
import type { TermView } from './terms.ts';

export interface SourceView extends TermView {
  readonly note?: string;
  readonly address?: string;
  readonly partOf?: string;
  readonly codes?: Partial<Readonly<Record<CodeSystem, string>>>;
}

/** Sources by their ids, in one language. */
export function viewSources(catalogue: Catalogue, ids: readonly string[] | undefined, language: Language): SourceView[] {
  return pickById(catalogue.sources, ids).map((source) => viewSource(source, language));
}

/** A source in one language. */
export function viewSource({ id, label, note, address, partOf, codes }: Source, language: Language): SourceView {
  return {
    id,
    label: label[language],
    ...localize({ note }, language),
    ...(address === undefined ? {} : { address }),
    ...(partOf === undefined ? {} : { partOf }),
    ...(codes === undefined ? {} : { codes }),
  };
}
