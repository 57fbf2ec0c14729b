/** What the ids that files name are ids of. */
export const vocabularies = [
  'resources',
  'families',
  'facets',
  'topics',
  'sources',
  'scales',
  'blocks',
  'measures',
  'distributions',
  'dimensions',
  'avoidances',
  'payOccupations',
  'openingsOccupations',
  'openingsGroups',
  'subjects',
  'guide',
] as const;
export type VocabularyName = (typeof vocabularies)[number];

/** A mark on the schema of an id of something else: of what, and what an unknown one is. */
export interface VocabularyMark {
  readonly vocabulary: VocabularyName;
  readonly unknown: 'unknown-reference' | 'unknown-dimension';
}
