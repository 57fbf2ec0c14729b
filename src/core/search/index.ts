export { openSearchIndex, serializeSearchIndex } from './search-index.ts';
export type { SearchIndex } from './search-index.ts';
export { searchCatalogue } from './search.ts';
export type { SearchGroup, SearchHit, SearchLine, SearchResult } from './search.ts';
export { viewSearch } from '../views/search.ts';
