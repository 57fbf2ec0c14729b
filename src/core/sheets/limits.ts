/** A row or a JSON document is not read further than this (characters): a mark that is never closed must not take all that follows into memory. */
export const longestRow = 1_000_000;

/** What is not plainly right, and takes long to read, is not read further than this (characters). */
export const longestText = 64_000;

/** As many columns as spreadsheets hold. */
export const mostColumns = 16_384;

/** So many rows may stand above the header of a table: titles, dates, notes. */
export const mostTitleRows = 30;
