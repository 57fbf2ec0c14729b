import type { SortKey } from '../catalogue/queries.ts';
import { sortKeys } from '../catalogue/queries.ts';
import type { Catalogue, Language } from '../catalogue/model.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import { viewTerm } from './terms.ts';
import type { TermView } from './terms.ts';

/** What a list of roles can be sorted or filtered by. */
export interface SortChoicesDocument extends Document<'sort-choices'> {
  /** None for what it can be filtered by. */
  readonly columns: readonly SortKey[];
  /** Pay, overtime and openings. */
  readonly labourMarket: readonly TermView[];
  readonly blocks: readonly (TermView & { readonly measures: readonly TermView[] })[];
}

/** What a list of roles can be sorted by: its columns, pay and openings, and the measures of the survey by block. Filtered by: the measures only. */
export function viewSortChoices({ survey, labourMarket }: Catalogue, language: Language, toFilter = false): SortChoicesDocument {
  return {
    ...startDocument('sort-choices', language),
    columns: toFilter ? [] : sortKeys,
    labourMarket: labourMarket.measures.map((measure) => viewTerm(measure, language)),
    blocks: survey.blocks.map((block) => ({
      ...viewTerm(block, language),
      measures: survey.measures.filter((measure) => measure.block === block.id).map((measure) => viewTerm(measure, language)),
    })),
  };
}
