import { cleanText, excerpt } from '../clean.ts';
import { BackofficeError } from '../errors.ts';
import type { Failure } from '../errors.ts';
import type { LocalizedText } from '../catalogue/model.ts';
import { findNearest } from '../catalogue/nearest.ts';
import type { AnswerBank, BankCatalogue } from './check-answers.ts';
import { foldLabel } from './labels.ts';
import { parseAnswers } from './parse-answers.ts';
import type { AnswerReader } from './read-answer.ts';
import { longestText } from './limits.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { decodeState } from '../fit/answer-code.ts';
import type { FitState } from '../fit/answer-code.ts';
import { fitTests } from '../fit/score.ts';
import type { FitTest } from '../fit/score.ts';

/** Columns of a table of answer sheets that are no items. */
export const fields = ['id', 'avoid', 'test', 'code', 'answers'] as const;
export type Field = (typeof fields)[number];

/** What is wrong with a row, and in which of its cells, from 0. */
export interface CellProblem {
  readonly cell: number;
  readonly problem: CellFailure;
}

/** An answer code or a cell that cannot be read. */
type CellFailure = Extract<Failure, { readonly code: 'answer-code' }> | ({ readonly code: 'answer-sheet' } & Omit<SheetProblem, 'line' | 'column'>);

/** A person's sheet among others. */
export interface Sheet {
  readonly id?: string;
  readonly state: FitState;
}

/** How the rows of a table are read: what its columns hold. */
export interface Table {
  readonly catalogue: BankCatalogue;
  readonly bank: AnswerBank;
  readonly named: Readonly<Partial<Record<Field, number>>>;
  readonly items: readonly { readonly id: string; readonly cell: number }[];
  readonly width: number;
  readonly test: FitTest;
  readonly readAnswer: AnswerReader;
  /** What answers are called. */
  readonly labels: readonly LocalizedText[];
  /** Ids of avoidances by id and label. */
  readonly avoidances: ReadonlyMap<string, string>;
}

/** A row of a table as a sheet, or what is wrong in which of its cells. */
export function readRow(table: Table, cells: readonly string[]): Sheet | CellProblem {
  try {
    return readSheet(table, cells);
  } catch (error) {
    if (error instanceof BadCell) return error.problem;
    throw error;
  }
}

/** Ends the reading of a row. */
class BadCell extends Error {
  readonly problem: CellProblem;

  constructor(cell: number, problem: CellFailure) {
    super(problem.code);
    this.problem = { cell, problem };
  }
}

function refuse(cell: number, problem: Omit<SheetProblem, 'line' | 'column'>): never {
  throw new BadCell(cell, { code: 'answer-sheet', ...problem });
}

function readSheet(table: Table, cells: readonly string[]): Sheet {
  const { named, width } = table;
  const beyond = cells.findIndex((text, cell) => cell >= width && text.trim() !== '');
  // A comma too many moves all answers behind it by one.
  if (beyond >= 0) refuse(beyond, { problem: 'too-many-cells', name: String(cells.length), expected: width });
  const id = cleanText(textOf(cells, named.id));
  const test = readTest(table, cells);
  const code = textOf(cells, named.code);
  const digits = textOf(cells, named.answers);
  const answers = readItems(table, cells, test);
  const avoid = readAvoid(table, cells);
  const given = [...(code === '' ? [] : ['code' as const]), ...(digits === '' ? [] : ['answers' as const])];
  const [field] = given;
  if (field !== undefined && (given.length > 1 || answers.size > 0)) refuse(named[field] ?? 0, { problem: 'answered-twice', name: field });
  const state =
    code !== ''
      ? readWith(named.code, () => decodeState(table.catalogue, code))
      : digits !== ''
        ? { ...readDigits(table, digits, test), avoid }
        : { test: test ?? table.test, answers, avoid };
  return { ...(id === '' ? {} : { id }), state };
}

function textOf(cells: readonly string[], cell: number | undefined): string {
  return cell === undefined ? '' : (cells[cell] ?? '').trim();
}

function readTest({ named }: Table, cells: readonly string[]): FitTest | undefined {
  const text = textOf(cells, named.test);
  const test = text === '' ? undefined : fitTests.find((known) => known === foldLabel(text));
  if (text !== '' && test === undefined) refuse(named.test ?? 0, { problem: 'unknown-key', name: excerpt(text), nearest: fitTests });
  return test;
}

function readItems({ items, readAnswer, labels, bank }: Table, cells: readonly string[], test: FitTest | undefined): Map<string, number> {
  const answers = new Map<string, number>();
  for (const { id, cell } of items) {
    const text = cells[cell] ?? '';
    // The most common by far, without looking it up.
    const value = text.length === 1 && text >= '1' && text <= '5' ? Number(text) : readAnswer(text);
    if (value === undefined) refuse(cell, { problem: 'not-an-answer', name: id, value: excerpt(text), labels });
    if (value === 0) continue;
    if (answers.has(id)) refuse(cell, { problem: 'answered-twice', name: id });
    if (test === 'quick' && !bank.quick.has(id)) refuse(cell, { problem: 'not-asked', name: id });
    answers.set(id, value);
  }
  return answers;
}

function readAvoid({ named, avoidances, readAnswer }: Table, cells: readonly string[]): string[] {
  const text = textOf(cells, named.avoid);
  if (readAnswer(text) === 0) return [];
  const known = [...new Set(avoidances.values())];
  const find = (name: string): string[] => {
    const id = avoidances.get(foldLabel(name));
    if (id !== undefined) return [id];
    // Labels may have spaces in them; ids have none.
    const parts = name.split(/\s+/);
    if (parts.length > 1) return parts.flatMap(find);
    return refuse(named.avoid ?? 0, { problem: 'unknown-avoidance', name: excerpt(name), nearest: findNearest(name, known) });
  };
  const names = text.split(/[,;、，；\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== '').flatMap(find))];
}

function readDigits({ catalogue, named }: Table, digits: string, test: FitTest | undefined): FitState {
  if (digits.length > longestText) return refuse(named.answers ?? 0, { problem: 'too-long', expected: longestText });
  // Nothing answered is no mistake among many sheets.
  if (/^[0-]+$/.test(digits)) return { test: test ?? 'full', answers: new Map(), avoid: [] };
  return readWith(named.answers, () => parseAnswers(catalogue, digits, '', test));
}

/** What a cell says on its own; what is wrong there is wrong with the cell. */
function readWith(cell: number | undefined, read: () => FitState): FitState {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BackofficeError)) throw error;
    const { failure } = error;
    if (failure.code === 'answer-code' || failure.code === 'answer-sheet') throw new BadCell(cell ?? 0, failure);
    throw error;
  }
}
