import { BackofficeError } from '../errors.ts';
import type { Position } from '../role-files/diagnostics.ts';
import type { BankCatalogue } from './check-answers.ts';
import { longestRow } from './limits.ts';
import { createDocumentReader, tooLong } from './read-document.ts';
import { badRow } from './sheet-events.ts';
import type { BadRow, ReadSheet, SheetEvent } from './sheet-events.ts';

/** An element of an array: its text, or undefined when it is longer than is read. */
interface Element extends Position {
  readonly text: string | undefined;
  /** The text ends within it, or something follows the array. */
  readonly isBroken?: boolean;
}

/** Whether a text begins with an array of objects; undefined when more of it must be seen. A header of a table may begin with a bracket, too. */
export function startsArray(head: string): boolean | undefined {
  const start = head.trimStart();
  if (!start.startsWith('[')) return start === '' ? undefined : false;
  const [next] = start.slice(1).trimStart();
  return next === undefined ? undefined : next === '{' || next === ']';
}

/**
 * The sheets of a text that is one JSON array, a document a person, as it comes in, on one line or many.
 * @throws BackofficeError `answer-sheet` when nothing is in it.
 */
export async function* readArray(catalogue: BankCatalogue, text: AsyncIterable<string>, file: string): AsyncGenerator<SheetEvent> {
  const read = createDocumentReader(catalogue, file);
  const readElement = ({ text: element, line, column, isBroken = false }: Element): ReadSheet | BadRow => {
    const at = { line, column };
    if (isBroken) return badRow({ file, ...at, problem: 'not-json' });
    if (element === undefined) return tooLong(file, at, longestRow);
    return element.startsWith('{') ? read(element, at) : badRow({ file, ...at, problem: 'not-an-object' });
  };
  yield { kind: 'format', format: 'ndjson', ignored: [] };
  const splitter = createSplitter();
  let isEmpty = true;
  for await (const piece of text) {
    const elements = splitter.take(piece);
    isEmpty &&= elements.length === 0;
    yield { kind: 'rows', rows: elements.map(readElement) };
    if (elements.at(-1)?.isBroken === true) return;
  }
  const rest = splitter.end();
  if (isEmpty && rest.length === 0) throw new BackofficeError({ code: 'answer-sheet', file, problem: 'no-sheets', line: 1, column: 1 });
  yield { kind: 'rows', rows: rest.map(readElement) };
}

/** Parts an array at the commas between its elements. Every character is looked at once. */
function createSplitter() {
  // How many brackets are open: the array's own is the first.
  let depth = 0;
  let [isQuoted, isEscaped, isClosed] = [false, false, false];
  let line = 1;
  // Characters of the line before this piece.
  let before = 0;
  let start: Position | undefined;
  let begun: string[] = [];
  let begunLength = 0;

  const take = (piece: string): Element[] => {
    const found: Element[] = [];
    let from = 0;
    let lineStart = 0;
    const keep = (end: number) => {
      begunLength += end - from;
      if (begunLength > longestRow) begun = [];
      else begun.push(piece.slice(from, end));
    };
    const finish = (end: number) => {
      if (start === undefined) return;
      keep(end);
      found.push({ ...start, text: begunLength > longestRow ? undefined : begun.join('').trimEnd() });
      [start, begun, begunLength] = [undefined, [], 0];
    };
    for (let place = 0; place < piece.length; place += 1) {
      const character = piece.charAt(place);
      if (character === '\n') {
        line += 1;
        [before, lineStart] = [0, place + 1];
      }
      if (isQuoted) {
        if (isEscaped) isEscaped = false;
        else if (character === '\\') isEscaped = true;
        else if (character === '"') isQuoted = false;
        continue;
      }
      if (character.trim() === '') continue;
      const at = { line, column: before + place - lineStart + 1 };
      if (isClosed) return [...found, { ...at, text: '', isBroken: true }];
      if (depth === 0) {
        depth = 1;
        continue;
      }
      if (depth === 1 && (character === ',' || character === ']')) {
        finish(place);
        isClosed = character === ']';
        continue;
      }
      if (start === undefined) [start, from] = [at, place];
      if (character === '"') isQuoted = true;
      else if (character === '{' || character === '[') depth += 1;
      else if (character === '}' || character === ']') depth = Math.max(1, depth - 1);
    }
    if (start !== undefined) {
      keep(piece.length);
      from = 0;
    }
    before += piece.length - lineStart;
    return found;
  };
  return { take, end: (): Element[] => (isClosed ? [] : [{ ...(start ?? { line, column: before + 1 }), text: '', isBroken: true }]) };
}
