import { cleanText } from '../clean.ts';
import { BackofficeError } from '../errors.ts';
import { createBank } from './check-answers.ts';
import type { AnswerBank, BankCatalogue } from './check-answers.ts';
import type { FitState } from '../fit/answer-code.ts';
import { readDocument } from './json-document.ts';
import type { DocumentReader } from './json-document.ts';
import { parseAnswers } from './parse-answers.ts';
import { badRow, longestRow } from './sheet-events.ts';
import type { BadRow, ReadSheet, SheetEvent } from './sheet-events.ts';

/** The sheets of a text with a JSON document a line, as it comes in. */
export async function* readLines(catalogue: BankCatalogue, text: AsyncGenerator<string>, file: string): AsyncGenerator<SheetEvent> {
  const read = createLineReader(catalogue, file);
  yield { kind: 'format', format: 'ndjson', ignored: [] };
  let line = 1;
  let begun = '';
  let isTooLong = false;
  for await (const chunk of text) {
    const parts = (begun + chunk).split('\n');
    begun = parts.pop() ?? '';
    const rows: (ReadSheet | BadRow)[] = [];
    for (const part of parts) {
      if (isTooLong) rows.push(tooLong(file, line));
      else if (part.trim() !== '') rows.push(read(part, line));
      isTooLong = false;
      line += 1;
    }
    isTooLong ||= begun.length > longestRow;
    if (isTooLong) begun = '';
    yield { kind: 'rows', rows };
  }
  if (isTooLong) yield { kind: 'rows', rows: [tooLong(file, line)] };
  else if (begun.trim() !== '') yield { kind: 'rows', rows: [read(begun, line)] };
}

function tooLong(file: string, line: number): BadRow {
  return badRow({ file, line, column: 1, problem: 'too-long', expected: longestRow });
}

/** Reads a JSON document in a line. What is not plainly right is read again by `parseAnswers`, which takes longer and knows what is wrong where. */
function createLineReader(catalogue: BankCatalogue, file: string): (text: string, line: number) => ReadSheet | BadRow {
  const bank = createBank(catalogue);
  return (text, line) => {
    try {
      const document = parseObject(text);
      const state = document === undefined ? undefined : readPlain(bank, document, text);
      return { line, ...nameOf(document?.id), state: state ?? parseAnswers(catalogue, text, file) };
    } catch (error) {
      if (!(error instanceof BackofficeError) || error.failure.code !== 'answer-sheet') throw error;
      return badRow({ ...error.failure, line });
    }
  };
}

/** The state of a document in which nothing is wrong; undefined for any other. */
function readPlain(bank: AnswerBank, document: Readonly<Record<string, unknown>>, text: string): FitState | undefined {
  // Of two equal keys, JSON.parse keeps the last.
  if (countKeys(document) !== (text.match(/"\s*:/g)?.length ?? 0)) return undefined;
  try {
    return readDocument(bank, document, plainReader, () => {
      throw notPlain;
    });
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

/** Thrown as it is: making an error for each row would take longer than reading it. */
const notPlain = new Error('not plainly right');

/** What JSON.parse gives. It knows no places, so nothing may be said of them. */
const plainReader: DocumentReader = {
  membersOf: (node) => (isObject(node) ? Object.entries(node) : undefined),
  entriesOf: (node) => (Array.isArray(node) ? node : undefined),
  scalarOf: (node) => (typeof node === 'object' && node !== null ? undefined : node),
  placeOf: () => ({ line: 1, column: 1 }),
};

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const document: unknown = JSON.parse(text);
    return isObject(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function countKeys(document: Readonly<Record<string, unknown>>): number {
  return Object.keys(document).length + (isObject(document.answers) ? Object.keys(document.answers).length : 0);
}

function nameOf(id: unknown): { readonly id?: string } {
  const name = typeof id === 'number' ? String(id) : typeof id === 'string' ? cleanText(id) : '';
  return name === '' ? {} : { id: name };
}
