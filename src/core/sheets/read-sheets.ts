import { decodeText } from '../role-files/decode.ts';
import type { TextEncoding } from '../role-files/decode.ts';
import { BackofficeError } from '../errors.ts';
import type { BankCatalogue } from './check-answers.ts';
import { readTable } from './csv-table.ts';
import { readLines } from './json-lines.ts';
import { longestRow } from './sheet-events.ts';
import type { SheetEvent } from './sheet-events.ts';

/**
 * Reads many answer sheets from one text, in any number and with the same little memory: CSV with a header (`readColumns` says which columns), or
 * NDJSON, a JSON document a line as `parseAnswers` takes it. The first character tells which. Bad rows are among the others, in their order.
 * @param file the name by which problems call it.
 * @throws BackofficeError `answer-sheet` when there is nothing in it, or no column holds answers.
 */
export async function* readSheets(catalogue: BankCatalogue, bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<SheetEvent> {
  let encoding: TextEncoding | undefined;
  const source = decodeText(bytes, (found) => (encoding = found));
  const { head, rest } = await readHead(source);
  const first = head.trimStart()[0];
  if (first === undefined) throw new BackofficeError({ code: 'answer-sheet', file, problem: 'no-sheets', line: 1, column: 1 });
  let told: TextEncoding | undefined;
  for await (const event of first === '{' ? readLines(catalogue, rest, file) : readTable(catalogue, rest, head, file)) {
    if (encoding !== told) yield { kind: 'encoding', encoding: (told = encoding) ?? 'utf-8' };
    yield event;
  }
}

/** The text as far as its first line that is not empty, and all of it again. */
async function readHead(source: AsyncGenerator<string>): Promise<{ head: string; rest: AsyncGenerator<string> }> {
  let head = '';
  while (!/\S.*[\r\n]/.test(head) && head.length < longestRow) {
    const next = await source.next();
    if (next.done === true) break;
    head += next.value;
  }
  async function* again() {
    yield head;
    yield* source;
  }
  return { head, rest: again() };
}
