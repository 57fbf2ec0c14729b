import { decodeText } from '../role-files/decode.ts';
import type { TextEncoding } from '../role-files/decode.ts';
import { BackofficeError } from '../errors.ts';
import type { BankCatalogue } from './check-answers.ts';
import type { ChosenColumns } from './csv-columns.ts';
import { splitTable } from './csv-table.ts';
import { containerMark, findContainer } from './container.ts';
import { readArray, startsArray } from './json-array.ts';
import { splitLines } from './json-lines.ts';
import { countCharacter } from './count-breaks.ts';
import { longestRow } from './limits.ts';
import { putBefore } from './put-before.ts';
import { createBatchReader } from './read-batch.ts';
import type { BatchEvent, BatchSource } from './row-batch.ts';
import type { ReadSheet, SheetEvent } from './sheet-events.ts';

/**
 * Reads many answer sheets from one text, in any number and with the same little memory: a table with a header (`createColumnReader` says which columns),
 * NDJSON, a JSON document a line as `parseAnswers` takes it, or a JSON array of such documents; or from a workbook (`.xlsx`), or a zip archive with one of
 * these in it, which are bounded. The first characters tell which. Bad rows are among the others, in their order.
 * @param file the name by which problems call it.
 * @param chosen columns of a table that a person named.
 * @throws BackofficeError `answer-sheet` when there is nothing in it, no column holds answers, or the header is not to be read.
 */
export async function* readSheets(
  catalogue: BankCatalogue,
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  chosen: ChosenColumns = {},
): AsyncGenerator<SheetEvent> {
  let known: BatchSource | undefined;
  let read: ReturnType<typeof createBatchReader> | undefined;
  for await (const event of splitSheets(catalogue, bytes, file, chosen)) {
    if (event.kind === 'wait') continue;
    if (event.kind !== 'batch') {
      yield event;
      continue;
    }
    const { source } = event.batch;
    if (read === undefined || source !== known) [known, read] = [source, createBatchReader(catalogue, source)];
    const { rows, summary } = read(event.batch);
    event.tell(summary);
    yield { kind: 'rows', rows };
  }
}

/**
 * What `readSheets` reads, with most rows not read yet: they come in batches, for whoever reads them another way, or several at a time.
 * @throws BackofficeError as `readSheets` does.
 */
export function splitSheets(
  catalogue: BankCatalogue,
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  chosen: ChosenColumns = {},
): AsyncGenerator<BatchEvent<ReadSheet>> {
  return readAny(catalogue, bytes, file, chosen, false);
}

async function* readAny(
  catalogue: BankCatalogue,
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  chosen: ChosenColumns,
  isInner: boolean,
): AsyncGenerator<BatchEvent<ReadSheet>> {
  const iterator = bytes[Symbol.asyncIterator]();
  try {
    const head = await takeMark(iterator);
    const container = findContainer(head);
    const whole = putBefore(head, iterator);
    if (container === undefined) {
      yield* readText(catalogue, whole, file, chosen);
      return;
    }
    // Loaded only here: most tables are text.
    const { readContainer } = await import('./read-container.ts');
    const readInner = (inner: AsyncIterable<Uint8Array>) => readAny(catalogue, inner, file, chosen, true);
    yield* readContainer({ catalogue, file, chosen, readInner, isInner }, container, whole);
  } finally {
    // Whoever feeds the input may keep it open: without this, it would be waited for.
    await iterator.return?.();
  }
}

/** As much as tells a container. */
async function takeMark(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < containerMark) {
    const next = await iterator.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return head;
}

async function* readText(
  catalogue: BankCatalogue,
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  chosen: ChosenColumns,
): AsyncGenerator<BatchEvent<ReadSheet>> {
  let encoding: TextEncoding | undefined;
  const losses = { count: 0, line: 1 };
  const source = countLosses(
    decodeText(bytes, (found) => (encoding = found)),
    losses,
  );
  try {
    const head = await readHead(source);
    const first = head.trimStart()[0];
    if (first === undefined) throw new BackofficeError({ code: 'answer-sheet', file, problem: 'no-sheets', line: 1, column: 1 });
    const text = putBefore(head, source);
    let told: TextEncoding | undefined;
    const events =
      first === '{' ? splitLines(text, file) : startsArray(head) === true ? readArray(catalogue, text, file) : splitTable(catalogue, text, file, chosen);
    for await (const event of events) {
      // What may make the whole thing worthless is told before anything else.
      if (encoding !== told && !(event.kind === 'note' && event.note.kind === 'reworded')) yield { kind: 'encoding', encoding: (told = encoding) ?? 'utf-8' };
      yield event;
    }
    if (losses.count > 0) yield { kind: 'note', note: { kind: 'lost', ...losses } };
  } finally {
    await source.return(undefined);
  }
}

/** The text as far as its first line that is not empty, or as far as it tells what it is. */
async function readHead(source: AsyncGenerator<string>): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  let isBegun = false;
  let isLineWhole = false;
  let isArray: boolean | undefined;
  let beginning = '';
  while (isArray !== true && !(isArray === false && isLineWhole) && length <= longestRow) {
    const next = await source.next();
    if (next.done === true) break;
    const piece: string = next.value;
    pieces.push(piece);
    length += piece.length;
    // Only the new piece is looked at: a first line may be long, or never end.
    const start: number = isBegun ? 0 : piece.search(/\S/);
    isBegun ||= start >= 0;
    isLineWhole ||= isBegun && /[\r\n]/.test(piece.slice(start));
    if (isArray !== undefined) continue;
    beginning += piece;
    isArray = startsArray(beginning);
    if (isArray === undefined) beginning = beginning.trim();
  }
  return pieces.join('');
}

/** The same text; `losses` has how many characters of it are none, and the line of the first. */
async function* countLosses(text: AsyncGenerator<string>, losses: { count: number; line: number }): AsyncGenerator<string> {
  for await (const piece of text) {
    const first = piece.indexOf('\uFFFD');
    if (losses.count === 0) losses.line += countCharacter(first < 0 ? piece : piece.slice(0, first), '\n');
    if (first >= 0) losses.count += countCharacter(piece, '\uFFFD');
    yield piece;
  }
}
