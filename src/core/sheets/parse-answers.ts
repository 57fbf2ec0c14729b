import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Position } from '../role-files/diagnostics.ts';
import { BackofficeError } from '../errors.ts';
import { createPositionFinder } from '../role-files/line-and-column.ts';
import { readYaml } from '../role-files/yaml-document.ts';
import { itemsOf } from '../fit/score.ts';
import type { FitTest } from '../fit/score.ts';
import type { FitState } from '../fit/answer-code.ts';
import { checkAnswers, createBank } from './check-answers.ts';
import type { BankCatalogue, GivenAnswer, Refuse } from './check-answers.ts';
import { readDocument } from './json-document.ts';
import type { DocumentReader } from './json-document.ts';

/**
 * Reads an answer sheet: JSON (`{ "answers": { "<item>": 4 }, "avoid": [], "test": "quick" }`, or the answers alone), CSV (`item,answer`), or
 * digits in item order. 0, - and null stand for no answer; an `id` may stand beside the answers, and says nothing here. Without a test named,
 * 22 digits or only quick items mean the quick test.
 * `asked` is the test that was asked for; a sheet of another one is refused.
 * @throws BackofficeError `answer-sheet` with the place and reason of the first problem.
 */
export function parseAnswers(catalogue: BankCatalogue, text: string, file: string, asked?: FitTest): FitState {
  const sheet = text.replace(/^\uFEFF/, '').replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  const refuse: Refuse = (problem) => {
    throw new BackofficeError({ code: 'answer-sheet', file, ...problem });
  };
  if (sheet.trim() === '') return refuse({ problem: 'empty', line: 1, column: 1 });
  const read = /^\s*[{[]/.test(sheet) ? readJson : /^[\d\s,-]+$/.test(sheet) ? readDigits : readCsv;
  const state = read(catalogue, sheet, refuse, asked);
  return state.answers.size === 0 ? refuse({ problem: 'empty', line: 1, column: 1 }) : state;
}

// JSON is YAML, too, and the YAML parser knows where everything stands.
function readJson(catalogue: BankCatalogue, text: string, refuse: Refuse, asked: FitTest | undefined): FitState {
  const at = createPositionFinder(text);
  const read = readYaml(text);
  if ('tooDeep' in read) return refuse({ problem: 'not-an-object', ...at(read.tooDeep) });
  const { document } = read;
  const jsonError = findJsonError(text);
  if (jsonError !== undefined) return refuse({ problem: 'not-json', ...at(jsonError.position ?? document.errors[0]?.pos[0] ?? 0) });
  return readDocument(createBank(catalogue), document.contents, createYamlReader(at), refuse, asked);
}

function createYamlReader(at: (offset: number) => Position): DocumentReader {
  return {
    membersOf: (node) => (isMap(node) ? node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value, key]) : undefined),
    entriesOf: (node) => (isSeq(node) ? node.items : undefined),
    scalarOf: (node) => (isScalar(node) ? node.value : node),
    placeOf: (node) => at(isNode(node) ? (node.range?.[0] ?? 0) : 0),
  };
}

/** What keeps a text from being JSON; the engine tells the place of some errors only. */
function findJsonError(text: string): { readonly position?: number } | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    return position === undefined ? {} : { position: Number(position) };
  }
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readCsv(catalogue: BankCatalogue, text: string, refuse: Refuse, asked: FitTest | undefined): FitState {
  let records: readonly CsvRecord[];
  try {
    records = parseCsv(text, { relax_column_count: true, skip_empty_lines: true, trim: true, info: true }) as unknown as CsvRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse({ problem: 'not-an-answer', line: Number(error.lines), column: 1 });
  }
  const lines = text.split(/\r?\n/);
  const [first] = records;
  const isHeader = /^(?:item|id)$/i.test(first?.record[0] ?? '');
  const found = records.slice(isHeader ? 1 : 0).map(({ record: [id = '', value = ''], info }): GivenAnswer => {
    const line = Math.min(info.lines, lines.length);
    return { id, value: /^[1-9]$/.test(value) ? Number(value) : value, place: () => ({ line, column: Math.max(0, (lines[line - 1] ?? '').indexOf(id)) + 1 }) };
  });
  return checkAnswers(createBank(catalogue), found, [], asked, refuse);
}

function readDigits(catalogue: BankCatalogue, text: string, refuse: Refuse, asked: FitTest | undefined): FitState {
  const marks = [...text.matchAll(/[\d-]/g)];
  const at = createPositionFinder(text);
  const [full, quick] = [itemsOf(catalogue, 'full'), itemsOf(catalogue, 'quick')];
  const items = asked === 'quick' || (asked === undefined && marks.length === quick.length) ? quick : full;
  const count = { name: String(marks.length), expected: items.length };
  if (marks.length > items.length) return refuse({ problem: 'too-many-digits', ...at(marks[items.length]?.index ?? 0), ...count });
  if (marks.length < items.length) return refuse({ problem: 'too-few-digits', ...at(text.trimEnd().length), ...count });
  const found = items.map(({ id }, index): GivenAnswer => {
    const mark = marks[index];
    return { id, value: mark === undefined || mark[0] === '-' ? null : Number(mark[0]), place: () => at(mark?.index ?? 0) };
  });
  return checkAnswers(createBank(catalogue), found, [], items === quick ? 'quick' : 'full', refuse);
}
