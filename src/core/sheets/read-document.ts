import { cleanText } from '../clean.ts';
import { BackofficeError } from '../errors.ts';
import type { Position } from '../role-files/diagnostics.ts';
import type { FitState } from '../fit/answer-code.ts';
import { createBank } from './check-answers.ts';
import type { AnswerBank, BankCatalogue } from './check-answers.ts';
import { readDocument } from './json-document.ts';
import type { DocumentReader } from './json-document.ts';
import { longestText } from './limits.ts';
import { parseAnswers } from './parse-answers.ts';
import { badRow } from './sheet-events.ts';
import type { BadRow, ReadSheet } from './sheet-events.ts';

/** A row that is longer than is read. */
export function tooLong(file: string, at: Position, expected: number): BadRow {
  return badRow({ file, ...at, problem: 'too-long', expected });
}

/**
 * A reader of JSON documents, each a person's sheet, that stand somewhere in a file. What is not plainly right is read again by `parseAnswers`,
 * which takes longer and knows what is wrong where.
 */
export function createDocumentReader(catalogue: BankCatalogue, file: string): (text: string, at: Position) => ReadSheet | BadRow {
  const bank = createBank(catalogue);
  return (text, at) => {
    try {
      const document = parseObject(text);
      const state = document === undefined ? undefined : readPlain(bank, document, text);
      if (state === undefined && text.length > longestText) return tooLong(file, at, longestText);
      return { line: at.line, ...nameOf(document?.id, text), state: state ?? parseAnswers(catalogue, text, file) };
    } catch (error) {
      if (!(error instanceof BackofficeError) || error.failure.code !== 'answer-sheet') throw error;
      const { line, column } = error.failure;
      return badRow({ ...error.failure, line: at.line + line - 1, column: line === 1 ? at.column + column - 1 : column });
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

/** What tells a person from others, a number as it stands: a long one would lose its last digits. */
function nameOf(id: unknown, text: string): { readonly id?: string } {
  const name = typeof id === 'number' ? (/"id"\s*:\s*([^\s,}]+)/.exec(text)?.[1] ?? String(id)) : typeof id === 'string' ? cleanText(id) : '';
  return name === '' ? {} : { id: name };
}
