import { cleanText, excerpt } from '../clean.ts';
import { BackofficeError } from '../errors.ts';
import type { Failure } from '../errors.ts';
import { languages } from '../catalogue/model.ts';
import type { Catalogue, LocalizedText } from '../catalogue/model.ts';
import { findNearest } from '../catalogue/nearest.ts';
import { listQuickItems, noAnswers, parseAnswers } from './answers.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { decodeState } from '../fit/answer-code.ts';
import type { FitState } from '../fit/answer-code.ts';
import { fitTests } from '../fit/score.ts';
import type { FitTest } from '../fit/score.ts';

type BankCatalogue = Pick<Catalogue, 'fit'>;

/** Columns of a table of answer sheets that are no items. */
const fields = ['id', 'avoid', 'test', 'code', 'answers'] as const;
type Field = (typeof fields)[number];

/** A column that nothing is read from, as it may be shown, and what may have been meant. */
export interface IgnoredColumn {
  readonly name: string;
  readonly nearest: readonly string[];
}

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

/** How the rows of a table of answer sheets are read. */
export interface SheetColumns {
  readonly ignored: readonly IgnoredColumn[];
  /** Whether any column holds answers. */
  readonly holdAnswers: boolean;
  readonly readRow: (cells: readonly string[]) => Sheet | CellProblem;
}

/**
 * The columns of a table of answer sheets, one person a row, from its header. A column is an item by its id, or by its text in either
 * language, also within a longer header as the grids of forms make them; or `id`, `avoid`, `test`, `code` or `answers`.
 */
export function readColumns(catalogue: BankCatalogue, header: readonly string[]): SheetColumns {
  const findItem = createItemFinder(catalogue);
  const named: Partial<Record<Field, number>> = {};
  const items: { readonly id: string; readonly cell: number }[] = [];
  const ignored: IgnoredColumn[] = [];
  for (const [cell, name] of header.entries()) {
    const field = fields.find((known) => known === fold(name));
    const item = field === undefined ? findItem(name) : undefined;
    if (field !== undefined && named[field] === undefined) named[field] = cell;
    else if (item !== undefined) items.push({ id: item, cell });
    else if (name.trim() !== '') ignored.push({ name: excerpt(name), nearest: findTypo(name, [...fields, ...catalogue.fit.items.map(({ id }) => id)]) });
  }
  const quick = listQuickItems(catalogue);
  const table: Table = {
    catalogue,
    named,
    items,
    width: header.length,
    // What was asked is the same for all, whoever answered how much of it.
    test: items.length > 0 && items.every(({ id }) => quick.has(id)) ? 'quick' : 'full',
    quick,
    values: listByLabel(catalogue.fit.responses.map(({ value, label }) => ({ id: value, label }))),
    avoidances: listByName(catalogue.fit.avoidances),
  };
  return {
    ignored,
    holdAnswers: items.length > 0 || named.code !== undefined || named.answers !== undefined,
    readRow: (cells) => {
      try {
        return readRow(table, cells);
      } catch (error) {
        if (error instanceof BadCell) return error.problem;
        throw error;
      }
    },
  };
}

interface Table {
  readonly catalogue: BankCatalogue;
  readonly named: Readonly<Partial<Record<Field, number>>>;
  readonly items: readonly { readonly id: string; readonly cell: number }[];
  readonly width: number;
  readonly test: FitTest;
  /** Ids of the items of the quick test. */
  readonly quick: ReadonlySet<string>;
  /** Answers by their labels. */
  readonly values: ReadonlyMap<string, number>;
  /** Ids of avoidances by id and label. */
  readonly avoidances: ReadonlyMap<string, string>;
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

function readRow(table: Table, cells: readonly string[]): Sheet {
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
  const test = fitTests.find((known) => known === fold(text));
  if (text !== '' && test === undefined) refuse(named.test ?? 0, { problem: 'unknown-key', name: excerpt(text), nearest: fitTests });
  return test;
}

function readItems({ items, values, quick }: Table, cells: readonly string[], test: FitTest | undefined): Map<string, number> {
  const answers = new Map<string, number>();
  for (const { id, cell } of items) {
    const text = cells[cell] ?? '';
    // The most common by far, without folding.
    const value = text.length === 1 && text >= '1' && text <= '5' ? Number(text) : (values.get(text) ?? readValue(text, values));
    if (value === undefined) refuse(cell, { problem: 'not-an-answer', name: id, value: excerpt(text) });
    if (value === 0) continue;
    if (answers.has(id)) refuse(cell, { problem: 'answered-twice', name: id });
    if (test === 'quick' && !quick.has(id)) refuse(cell, { problem: 'not-asked', name: id });
    answers.set(id, value);
  }
  return answers;
}

/** The answer that a text stands for: 1–5, 0 for none; undefined for anything else. */
function readValue(text: string, values: ReadonlyMap<string, number>): number | undefined {
  const regular = text.normalize('NFKC').trim();
  if (noAnswers.includes(regular)) return 0;
  return /^[1-5]$/.test(regular) ? Number(regular) : values.get(fold(regular));
}

function readAvoid({ named, avoidances }: Table, cells: readonly string[]): string[] {
  const text = textOf(cells, named.avoid);
  if (noAnswers.includes(text)) return [];
  const known = [...new Set(avoidances.values())];
  const find = (name: string): string[] => {
    const id = avoidances.get(fold(name));
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

/** Finds the item that a header names. */
function createItemFinder({ fit }: BankCatalogue): (name: string) => string | undefined {
  const byName = listByName(fit.items.map(({ id, text }) => ({ id, label: text })));
  const texts = fit.items.flatMap(({ id, text }) => languages.map((language) => ({ id, text: fold(text[language]) })));
  const byLength = texts.toSorted((a, b) => b.text.length - a.text.length);
  return (name) => {
    const folded = fold(name);
    return byName.get(folded) ?? byLength.find(({ text }) => folded.includes(text))?.id;
  };
}

/** Ids by id and label. */
function listByName(terms: readonly Labelled<string>[]): Map<string, string> {
  return new Map([...terms.map(({ id }): [string, string] => [fold(id), id]), ...listByLabel(terms)]);
}

/** Ids by label, as it is and folded. */
function listByLabel<Id>(terms: readonly Labelled<Id>[]): Map<string, Id> {
  const labels = terms.flatMap(({ id, label }) => languages.map((language) => ({ id, label: label[language] })));
  return new Map(
    labels.flatMap(({ id, label }): [string, Id][] => [
      [label, id],
      [fold(label), id],
    ]),
  );
}

interface Labelled<Id> {
  readonly id: Id;
  readonly label: LocalizedText;
}

/** Letters and digits only, in one width and case: how forms and people set marks and spaces says nothing. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

function findTypo(name: string, known: readonly string[]): string[] {
  const word = name.normalize('NFKC').trim().toLowerCase();
  const alike = known.filter((candidate) => Math.abs(candidate.length - word.length) <= 2);
  return findNearest(word, alike, 1, 2);
}
