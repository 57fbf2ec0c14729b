import { CsvError, parse } from 'csv-parse/sync';

/** A row of a text that is a table. */
interface CsvRecord {
  readonly record: readonly string[];
  /** As it stands in the text, with the empty lines before it. */
  readonly raw: string;
}

interface ParsedRows {
  readonly records: readonly CsvRecord[];
  /** A quotation mark is not closed. */
  readonly isBroken: boolean;
}

/** The rows of a text. @param most no more of them are read. */
export function parseRows(text: string, delimiter: string, most?: number): ParsedRows {
  const records: CsvRecord[] = [];
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      raw: true,
      ...(most === undefined ? {} : { to: most }),
      // Taken here: those before an error count.
      on_record: (record: unknown) => {
        records.push(record as CsvRecord);
        return null;
      },
    });
    return { records, isBroken: false };
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return { records, isBroken: true };
    throw error;
  }
}
