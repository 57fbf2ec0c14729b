/** The formats of an answer that is a page. */
export const pageFormats = ['table', 'plain', 'json', 'yaml', 'csv', 'markdown', 'html', 'xlsx', 'gs'] as const;
export type PageFormat = (typeof pageFormats)[number];

/** What a command gives that answers row by row: rows as they come, or all of them together. */
export const streamFormats = ['table', 'plain', 'csv', 'ndjson', 'xlsx'] as const;
export type StreamFormat = (typeof streamFormats)[number];

export type FormatName = PageFormat | StreamFormat;

/** All formats, each once. */
export const formatNames: readonly FormatName[] = [...new Set<FormatName>([...pageFormats, ...streamFormats])];
