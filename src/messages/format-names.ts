/** The formats of an answer that is a page. */
export const pageFormats = ['table', 'plain', 'json', 'yaml', 'csv', 'markdown', 'html', 'xlsx', 'gs'] as const;
export type PageFormat = (typeof pageFormats)[number];

/** What a command gives that answers row by row, and so without a page. */
export const streamFormats = ['csv', 'ndjson'] as const;
export type StreamFormat = (typeof streamFormats)[number];

export type FormatName = PageFormat | StreamFormat;

/** All formats, each once. */
export const formatNames: readonly FormatName[] = [...new Set<FormatName>([...pageFormats, ...streamFormats])];
