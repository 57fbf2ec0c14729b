/** A row or a JSON document is not read further than this (characters): a mark that is never closed must not take all that follows into memory. */
export const longestRow = 1_000_000;

/** What is not plainly right, and takes long to read, is not read further than this (characters). */
export const longestText = 64_000;

/** As many columns as spreadsheets hold. */
export const mostColumns = 16_384;

/** So many rows may stand above the header of a table: titles, dates, notes. */
export const mostTitleRows = 30;

/** An archive or workbook is taken into memory; a larger one is refused (bytes). */
export const mostPacked = 100_000_000;

/** What an archive or workbook unpacks to (bytes): some 100,000 people with all questions. */
export const mostUnpacked = 300_000_000;

/** Files in an archive. */
export const mostEntries = 10_000;

/** As many rows as spreadsheets hold. */
export const mostRows = 1_048_576;
