import { excerpt } from '../clean.ts';
import { languages } from '../catalogue/model.ts';
import { findNearest } from '../catalogue/nearest.ts';
import { createBank } from './check-answers.ts';
import type { BankCatalogue } from './check-answers.ts';
import { fields, readRow } from './csv-row.ts';
import type { CellProblem, Field, Sheet } from './csv-row.ts';
import { foldLabel, listByLabel, listByName } from './labels.ts';

/** A column that nothing is read from, as it may be shown, and what may have been meant. */
export interface IgnoredColumn {
  readonly name: string;
  readonly nearest: readonly string[];
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
    const field = fields.find((known) => known === foldLabel(name));
    const item = field === undefined ? findItem(name) : undefined;
    if (field !== undefined && named[field] === undefined) named[field] = cell;
    else if (item !== undefined) items.push({ id: item, cell });
    else if (name.trim() !== '') ignored.push({ name: excerpt(name), nearest: findTypo(name, [...fields, ...catalogue.fit.items.map(({ id }) => id)]) });
  }
  const bank = createBank(catalogue);
  const table = {
    catalogue,
    bank,
    named,
    items,
    width: header.length,
    // What was asked is the same for all, whoever answered how much of it.
    test: items.length > 0 && items.every(({ id }) => bank.quick.has(id)) ? ('quick' as const) : ('full' as const),
    values: listByLabel(catalogue.fit.responses.map(({ value, label }) => ({ id: value, label }))),
    avoidances: listByName(catalogue.fit.avoidances),
  };
  return {
    ignored,
    holdAnswers: items.length > 0 || named.code !== undefined || named.answers !== undefined,
    readRow: (cells) => readRow(table, cells),
  };
}

/** Finds the item that a header names. */
function createItemFinder({ fit }: BankCatalogue): (name: string) => string | undefined {
  const byName = listByName(fit.items.map(({ id, text }) => ({ id, label: text })));
  const texts = fit.items.flatMap(({ id, text }) => languages.map((language) => ({ id, text: foldLabel(text[language]) })));
  const byLength = texts.toSorted((a, b) => b.text.length - a.text.length);
  return (name) => {
    const folded = foldLabel(name);
    return byName.get(folded) ?? byLength.find(({ text }) => folded.includes(text))?.id;
  };
}

function findTypo(name: string, known: readonly string[]): string[] {
  const word = name.normalize('NFKC').trim().toLowerCase();
  const alike = known.filter((candidate) => Math.abs(candidate.length - word.length) <= 2);
  return findNearest(word, alike, 1, 2);
}
