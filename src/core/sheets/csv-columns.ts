import { cleanText, excerpt } from '../clean.ts';
import { languages } from '../catalogue/model.ts';
import type { LocalizedText } from '../catalogue/model.ts';
import { findNearest } from '../catalogue/nearest.ts';
import { createBank } from './check-answers.ts';
import type { BankCatalogue } from './check-answers.ts';
import { fields, readRow } from './csv-row.ts';
import type { CellProblem, Field, Sheet, Table } from './csv-row.ts';
import { createItemFinder } from './item-headers.ts';
import type { ItemFinder } from './item-headers.ts';
import { foldLabel, listByName } from './labels.ts';
import { mostColumns } from './limits.ts';
import { findPersonColumns, isFilled, isRunning } from './person-columns.ts';
import { createAnswerReader } from './read-answer.ts';
import type { AnswerReader } from './read-answer.ts';

/** A column that nothing is read from, as it may be shown, and what may have been meant. */
export interface IgnoredColumn {
  readonly name: string;
  readonly nearest: readonly string[];
}

/** A column that seems to be a missing item in other words. */
export interface RewordedColumn {
  /** Its header, as it may be shown. */
  readonly name: string;
  readonly item: string;
  readonly text: LocalizedText;
}

/** Columns that a person named, by their headers. */
export interface ChosenColumns {
  /** What tells people apart. */
  readonly id?: string;
  /** What a person wants to avoid. */
  readonly avoid?: string;
}

/** How the rows of a table of answer sheets are read. */
export interface SheetColumns {
  readonly ignored: readonly IgnoredColumn[];
  readonly reworded: readonly RewordedColumn[];
  /** The header of the column that tells people apart where nobody said which, as it may be shown. */
  readonly person?: string;
  /** Whether any column holds answers. */
  readonly holdAnswers: boolean;
  readonly readRow: (cells: readonly string[]) => Sheet | CellProblem;
  /** What `readRow` reads them by. */
  readonly table: Table;
}

/** Finds out what the columns of tables hold. */
export interface ColumnReader {
  /** How much a row looks like a header of answers: columns that are one, and those that may be. */
  readonly rate: (cells: readonly string[]) => { readonly sure: number; readonly likely: number };
  /** Whether a cell is an item, by id or text. */
  readonly isItem: (cell: string) => boolean;
  /** Whether some rows must be seen to tell what the columns hold. */
  readonly needsRows: (header: readonly string[]) => boolean;
  /**
   * The columns of a table of answer sheets, one person a row. A column is an item by its id or its text in either language, also behind a question as the
   * grids of forms have it; or `id`, `avoid`, `test`, `code` or `answers`; or it asks who somebody is, or what to avoid.
   * @param sample the first rows.
   */
  readonly read: (header: readonly string[], sample: readonly (readonly string[])[]) => SheetColumns;
}

/** What stands in a column, before rows are looked at. */
interface Roles {
  readonly named: Partial<Record<Field, number>>;
  readonly whole: readonly ItemColumn[];
  /** Their headers only contain an item, and no other column is that item. */
  readonly contained: readonly ItemColumn[];
}

interface ItemColumn {
  readonly id: string;
  readonly cell: number;
}

/** What workbooks of results call the code. */
const codeHeaders = ['回答コード', 'Answer code'].map(foldLabel);

/** A reader of columns. A chosen column must be there (`findColumn`). */
export function createColumnReader(catalogue: BankCatalogue, chosen: ChosenColumns = {}): ColumnReader {
  const { fit } = catalogue;
  const finder = createItemFinder(catalogue);
  const bank = createBank(catalogue);
  const readAnswer = createAnswerReader(fit.responses);
  const labels = fit.responses.map(({ label }) => label);
  const texts = new Map(fit.items.map(({ id, text }) => [id, text]));
  const avoidances = listByName(fit.avoidances);
  const questions = languages.map((language) => foldLabel(fit.avoidQuestion[language]));
  const assign = (header: readonly string[]): Roles => assignColumns(header, chosen, finder, questions);

  return {
    rate: (cells) => {
      const found = cutHeader(cells.slice(0, mostColumns)).map((cell) =>
        ['answers', 'code', ...codeHeaders].includes(foldLabel(cell)) ? { isWhole: true } : finder.find(cell),
      );
      const sure = found.filter((item) => item?.isWhole === true).length;
      return { sure, likely: found.filter((item) => item !== undefined).length - sure };
    },
    isItem: (cell) => finder.find(cell.slice(0, longestHeader))?.isWhole === true,
    needsRows: (cells) => {
      const header = cutHeader(cells);
      const { named, contained } = assign(header);
      const [first, second] = named.id === undefined ? listPersons(header, chosen, finder) : [];
      return contained.length > 0 || second !== undefined || (first !== undefined && first.rank >= 0);
    },
    read: (cells, sample) => {
      const header = cutHeader(cells);
      const { named, whole, contained } = assign(header);
      const cellsOf = (cell: number) => sample.map((row) => row[cell] ?? '');
      const items = [...whole, ...contained.filter(({ cell }) => mayAnswer(cellsOf(cell), readAnswer))].toSorted((a, b) => a.cell - b.cell);
      const person = named.id ?? choosePerson(listPersons(header, chosen, finder), cellsOf);
      const columns = { ...named, ...(person === undefined ? {} : { id: person }) };
      const used = new Set([...Object.values(columns), ...items.map(({ cell }) => cell)]);
      const left = header.map((name, cell) => ({ name, cell })).filter(({ name, cell }) => !used.has(cell) && name.trim() !== '');
      const isQuick = items.length > 0 && items.every(({ id }) => bank.quick.has(id));
      const given = new Set(items.map(({ id }) => id));
      const missing = new Set([...(isQuick ? bank.quick : bank.items)].filter((id) => items.length > 0 && !given.has(id)));
      const ids = [...bank.items];
      const table = {
        catalogue,
        bank,
        named: columns,
        items,
        width: header.length,
        test: isQuick ? ('quick' as const) : ('full' as const),
        readAnswer,
        labels,
        avoidances,
      };
      return {
        ignored: left.map(({ name }) => ({ name: excerpt(name), nearest: findTypo(name, [...fields, ...ids]).filter((near) => near !== foldLabel(name)) })),
        reworded: findReworded(
          left.map(({ name }) => name),
          missing,
          finder,
        ).map((column) => ({ ...column, text: texts.get(column.item) ?? { ja: '', en: '' } })),
        ...(person === undefined || chosen.id !== undefined || foldLabel(header[person] ?? '') === 'id' ? {} : { person: excerpt(header[person] ?? '') }),
        holdAnswers: items.length > 0 || columns.code !== undefined || columns.answers !== undefined,
        readRow: (cells) => readRow(table, cells),
        table,
      };
    },
  };
}

/** Nothing is told by what stands further behind. */
const longestHeader = 2000;

function cutHeader(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.slice(0, longestHeader));
}

/** The place of the column that a person named; undefined where there is none. */
export function findColumn(cells: readonly string[], name: string): number | undefined {
  const header = cutHeader(cells);
  const exact = header.findIndex((cell) => cleanText(cell) === cleanText(name));
  const cell = exact >= 0 ? exact : header.findIndex((other) => foldLabel(other) === foldLabel(name));
  return cell < 0 ? undefined : cell;
}

function assignColumns(header: readonly string[], chosen: ChosenColumns, finder: ItemFinder, questions: readonly string[]): Roles {
  const named: Partial<Record<Field, number>> = {};
  for (const field of ['id', 'avoid'] as const) {
    const cell = chosen[field] === undefined ? undefined : findColumn(header, chosen[field]);
    if (cell !== undefined) named[field] = cell;
  }
  const whole: ItemColumn[] = [];
  const contained: ItemColumn[] = [];
  for (const [cell, name] of header.entries()) {
    if (Object.values(named).includes(cell)) continue;
    const field = fields.find((known) => (known === 'id' ? name.normalize('NFKC').trim() : foldLabel(name)) === known);
    const item = field === undefined ? finder.find(name) : undefined;
    if (field !== undefined) named[field] ??= cell;
    else if (item !== undefined) (item.isWhole ? whole : contained).push({ id: item.id, cell });
  }
  const isAsked = (name: string) => questions.some((question) => foldLabel(name).includes(question));
  const asked = header.findIndex(isAsked);
  if (named.avoid === undefined && asked >= 0) named.avoid = asked;
  // A panel's own code beside answers is none of ours.
  const code = header.findIndex((name) => codeHeaders.includes(foldLabel(name)));
  if (code >= 0 && whole.length + contained.length === 0 && named.answers === undefined) named.code ??= code;
  const known = new Set(whole.map(({ id }) => id));
  return { named, whole, contained: contained.filter(({ id }) => !known.has(id)) };
}

function listPersons(header: readonly string[], chosen: ChosenColumns, finder: ItemFinder): ReturnType<typeof findPersonColumns> {
  if (chosen.id !== undefined) return [];
  return findPersonColumns(header).filter(({ cell }) => finder.find(header[cell] ?? '') === undefined);
}

/** The first column that says who somebody is; a running number only where nothing else does. */
function choosePerson(columns: ReturnType<typeof findPersonColumns>, cellsOf: (cell: number) => readonly string[]): number | undefined {
  const filled = columns.filter(({ cell }) => isFilled(cellsOf(cell)));
  const asked = filled.filter(({ cell, rank }) => rank >= 0 || !isRunning(cellsOf(cell)));
  return (asked[0] ?? filled[0] ?? columns.find(({ rank }) => rank < 0))?.cell;
}

/** Whether what stands in a column may be answers: not where most of it is something else. */
function mayAnswer(cells: readonly string[], readAnswer: AnswerReader): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.filter((cell) => readAnswer(cell) === undefined).length * 2 < Math.max(1, filled.length);
}

/** Each missing item has the column that comes nearest to it. */
function findReworded(names: readonly string[], missing: ReadonlySet<string>, finder: ItemFinder): Omit<RewordedColumn, 'text'>[] {
  if (missing.size === 0) return [];
  const typo = (name: string) => findTypo(name, [...missing])[0];
  const near = names.flatMap((name) => {
    const id = typo(name);
    const found = id === undefined ? finder.findNear(name, missing) : { id, likeness: 1 };
    return found === undefined ? [] : [{ name: excerpt(name), item: found.id, likeness: found.likeness }];
  });
  const best = near.toSorted((a, b) => b.likeness - a.likeness).filter(({ item }, place, all) => all.findIndex((other) => other.item === item) === place);
  return best.map(({ name, item }) => ({ name, item }));
}

function findTypo(name: string, known: readonly string[]): string[] {
  const word = name.normalize('NFKC').trim().toLowerCase();
  const alike = known.filter((candidate) => Math.abs(candidate.length - word.length) <= 2);
  return findNearest(word, alike, 1, 2);
}
