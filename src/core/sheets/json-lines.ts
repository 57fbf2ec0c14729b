import type { BankCatalogue } from './check-answers.ts';
import { longestRow } from './limits.ts';
import { createDocumentReader, tooLong } from './read-document.ts';
import type { BadRow, ReadSheet, SheetEvent } from './sheet-events.ts';

/** The sheets of a text with a JSON document a line, as it comes in. */
export async function* readLines(catalogue: BankCatalogue, text: AsyncIterable<string>, file: string): AsyncGenerator<SheetEvent> {
  const read = createDocumentReader(catalogue, file);
  yield { kind: 'format', format: 'ndjson', ignored: [] };
  let line = 1;
  let begun: string[] = [];
  let begunLength = 0;
  const readLine = (): (ReadSheet | BadRow)[] => {
    const at = { line, column: 1 };
    const whole = begun.join('');
    return begunLength > longestRow ? [tooLong(file, at, longestRow)] : whole.trim() === '' ? [] : [read(whole, at)];
  };
  for await (const chunk of text) {
    const parts = chunk.split('\n');
    const rows: (ReadSheet | BadRow)[] = [];
    for (const [place, part] of parts.entries()) {
      begunLength += part.length;
      if (begunLength > longestRow) begun = [];
      else begun.push(part);
      if (place === parts.length - 1) break;
      rows.push(...readLine());
      [begun, begunLength] = [[], 0];
      line += 1;
    }
    yield { kind: 'rows', rows };
  }
  yield { kind: 'rows', rows: readLine() };
}
