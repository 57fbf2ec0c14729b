import type { SheetNote } from '../../core/sheets/sheet-events.ts';
import type { SheetProblem } from '../../core/sheets/sheet-problem.ts';
import { command, say } from '../text.ts';
import { formatCount, mostListed } from '../any-language.ts';
import type { Explanation } from '../types/explanation.ts';
import type { ScoreMessages } from '../types/score.ts';
import { joinList, suggest } from './words.ts';

function explainSheet({ problem, name = '', value, nearest = [], labels = [], expected = 0 }: SheetProblem): Explanation {
  switch (problem) {
    case 'empty':
      return { message: 'There are no answers.' };
    case 'not-json':
      return { message: 'This is not valid JSON.' };
    case 'not-an-object':
      return { message: 'Items with their answers were expected here.' };
    case 'unknown-key':
      return { message: `'${name}' cannot be used here.`, hints: suggest(nearest) };
    case 'not-asked':
      return { message: `The quick test does not ask '${name}'.`, hints: ['Set test to full, or remove this answer.'] };
    case 'unknown-item':
      return { message: `There is no item '${name}'.`, hints: suggest(nearest) };
    case 'not-an-answer':
      return {
        message: value === undefined ? `The answer to '${name}' is out of range.` : `'${value}' is not an answer to '${name}'.`,
        hints: [
          labels.length === 0
            ? 'Answer with a whole number from 1 to 5.'
            : `Answer with a whole number from 1 to 5, or with one of the labels: ${labels.map(({ en }) => en).join(' / ')}`,
        ],
      };
    case 'not-a-choice':
      return { message: `'${name}' is not a choice.`, hints: ['Answer with digits from 1 to 4 (0 or - where there is no answer).'] };
    case 'too-many-digits':
      return { message: `There are too many answers (${name}).`, hints: [`Write ${expected} digits.`] };
    case 'too-few-digits':
      return { message: `There are too few answers (${name}).`, hints: [`Write ${expected} digits (0 or - where there is no answer).`] };
    case 'unknown-avoidance':
      return { message: `There is nothing to avoid called '${name}'.`, hints: suggest(nearest) };
    case 'answered-twice':
      return { message: `'${name}' is answered twice.`, hints: ['Keep one of the two.'] };
    case 'other-version':
      return {
        message: `These are answers to version ${name} of the questions (this program has version ${expected}).`,
        hints: [`A backoffice-roles with version ${name} of the questions can read them.`],
      };
    case 'no-sheets':
      return { message: 'There are no answer sheets.' };
    case 'no-columns':
      return {
        message: 'None of the columns holds answers.',
        hints: [...suggest(nearest), say`The first row must have the ids or the texts of the items: ${command('score --help')}`],
      };
    case 'unknown-column':
      return { message: `There is no column '${name}'.`, hints: suggest(nearest) };
    case 'turned':
      return {
        message: 'The table is turned round: the items stand one below the other.',
        hints: ['Give each person a row (in a spreadsheet: copy, then paste special, transpose).'],
      };
    case 'nobody':
      return { message: 'Nobody is in it: the table has a header, and no row below it.' };
    case 'several-people':
      return { message: 'There is more than one person in it.', hints: [say`Score them all: ${command('score responses.csv')}`] };
    case 'reworded':
      return { message: 'Items were reworded, so nothing was scored.', hints: ["Give these columns the items' own texts or ids."] };
    case 'too-many-columns':
      return { message: `There are too many columns (${formatCount(Number(name))}).`, hints: [`Give at most ${formatCount(expected)}.`] };
    case 'too-many-cells':
      return { message: `There are more cells (${name}) than the header has (${expected}).`, hints: ['Put text that contains commas in quotation marks.'] };
    case 'quote-not-closed':
      return {
        message: 'A quotation mark is opened here and not closed, so nothing from here on was read.',
        hints: ['Close it, or write "" for a mark in a text.'],
      };
    case 'damaged':
      return { message: 'The file is damaged, so it cannot be opened.', hints: ['Save it again where it comes from, or save the table as CSV (UTF-8).'] };
    case 'too-large':
      return { message: 'The file is too large to be opened.', hints: ['Save the table as CSV (UTF-8), which may be of any size.'] };
    case 'other-workbook':
      return {
        message: 'Workbooks of this kind, and those with a password, are not read.',
        hints: ['Save it as .xlsx without a password, or as CSV (UTF-8).'],
      };
    case 'locked':
      return { message: 'The archive has a password.', hints: ['Unpack it, and give the file that was in it.'] };
    case 'no-table':
      return { message: 'There is no table in the archive.', hints: ['It may hold one file: .csv, .tsv, .txt, .ndjson, .json or .xlsx.'] };
    case 'several-tables':
      return { message: `There are several tables in the archive: ${joinList(nearest)}`, hints: ['Unpack it, and give one of the files.'] };
    case 'too-long':
      return { message: `This line is too long (over ${formatCount(expected)} characters).`, hints: ['Give each person a line.'] };
  }
}

function explainNote(note: SheetNote): string {
  switch (note.kind) {
    case 'reworded': {
      const columns = note.columns.map(({ name, item, text }) => `  '${name}' is not read. It is close to '${text.en}' (${item}).`);
      const { length } = columns;
      const missing = length === 1 ? 'An item is missing, and a column seems to be it' : `${length} items are missing, and columns seem to be them`;
      const advice = "  The test only works with the items as they are. Give these columns the items' own texts or ids.";
      return `WARNING: ${missing} in other words:\n${columns.join('\n')}\n${advice}`;
    }
    case 'entry':
      return `Note: read '${note.name}' from the archive.`;
    case 'sheet': {
      const others = note.others.length === 0 ? '' : `; not read, though they look alike: ${joinList(note.others.map((name) => `'${name}'`))}`;
      return `Note: read the sheet '${note.name}'${others}.`;
    }
    case 'title-rows':
      return `Note: the header is in line ${note.line}; what stands above it was left out.`;
    case 'person':
      return `Note: people are told apart by the column '${note.column}' (another one: --id).`;
    case 'lost': {
      const lost = note.count === 1 ? 'a character' : `${formatCount(note.count)} characters`;
      return `Note: ${lost} could not be read (first in line ${note.line}); save the file as UTF-8 where it comes from.`;
    }
    case 'repeated':
      return [
        `Note: ${note.count === 1 ? 'a name stands' : `${formatCount(note.count)} names stand`} in more than one row: `,
        `${joinList(note.names.map((name) => `'${name}'`))}${note.count > note.names.length ? ' …' : ''}`,
      ].join('');
  }
}

export const score: ScoreMessages = {
  explainNote,
  columnsLeftOut: (columns) => {
    const names = columns.slice(0, mostListed).map(({ name, nearest }) => `'${name}'${nearest.length === 0 ? '' : ` (did you mean ${joinList(nearest)}?)`}`);
    return `Note: left out the ${columns.length === 1 ? 'column' : 'columns'} ${joinList(names)}${columns.length > mostListed ? ' …' : ''}`;
  },
  readAs: (encoding) => `Note: the file is not UTF-8; it was read as ${encoding}.`,
  scoring: (rows, share) => `Scoring … ${formatCount(rows)} rows${share === undefined ? '' : ` (${share}%)`}`,
  scored: (sheets, leftOut) =>
    `${formatCount(sheets)} ${sheets === 1 ? 'sheet' : 'sheets'} scored` +
    (leftOut === 0 ? '' : `, ${formatCount(leftOut)} ${leftOut === 1 ? 'row' : 'rows'} left out`),
  pages: {
    nameless: (place) => `No. ${place}`,
    making: (pages) => `Making pages … ${formatCount(pages)}`,
    written: (pages, folder) =>
      `${pages === 1 ? '1 page' : `${formatCount(pages)} pages`} written to ${folder} (index.html is for the adviser, group.html sums up the group)`,
    others: (count) =>
      `Note: ${count === 1 ? '1 page' : `${formatCount(count)} pages`} in this folder ${count === 1 ? 'is' : 'are'} not of this run. Do not mix them up.`,
    listTitle: 'List of results',
    people: (count) => (count === 1 ? '1 person' : `${formatCount(count)} people`),
    forAdviser: 'This list is for the adviser. It has everybody’s name in it, so keep it to yourself, and give people nothing but their own page.',
    codes: 'The answer code on each page contains all answers of that person.',
    person: 'Name',
    warnings: {
      'all-equal': 'not comparable (answers do not differ)',
      contradictory: 'undecided (answers to similar questions contradict each other)',
      'too-few-answers': 'not comparable (too few answers)',
      'few-answers': 'rough (fewer than half of the questions answered)',
    },
  },
  forms: {
    digits: 'Write 44 digits (or 22) in a row, CSV (item,answer), or JSON ({"answers": {"item": 1 to 5}}).',
    sheets: 'Give a table (CSV, .xlsx) with a header and one person a row, or JSON with one person a line (NDJSON).',
  },
  explainSheet,
};
