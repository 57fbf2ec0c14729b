import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { cleanText } from '../clean.ts';
import type { Position } from '../role-files/diagnostics.ts';
import { BackofficeError } from '../errors.ts';
import type { Catalogue } from '../catalogue/model.ts';
import { findNearest } from '../catalogue/nearest.ts';
import { createPositionFinder } from '../role-files/line-and-column.ts';
import { readYaml } from '../role-files/yaml-document.ts';
import { isAnswer } from '../fit/response-scale.ts';
import { fitTests, itemsOf } from '../fit/score.ts';
import type { FitTest } from '../fit/score.ts';
import type { FitState } from '../fit/answer-code.ts';
import type { SheetProblem } from './sheet-problem.ts';

type BankCatalogue = Pick<Catalogue, 'fit'>;

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
  if (/^\s*[{[]/.test(sheet)) return readJson(catalogue, sheet, refuse, asked);
  return /^[\d\s,-]+$/.test(sheet) ? readDigits(catalogue, sheet, refuse, asked) : readCsv(catalogue, sheet, refuse, asked);
}

type Refuse = (problem: SheetProblem) => never;

interface Found {
  readonly id: string;
  readonly value: unknown;
  readonly at: Position;
}

/** What stands where nothing was answered. */
export const noAnswers: readonly unknown[] = [null, 0, '', '0', '-'];

/** Ids of the items of the quick test. */
export function listQuickItems(catalogue: BankCatalogue): ReadonlySet<string> {
  return new Set(itemsOf(catalogue, 'quick').map(({ id }) => id));
}

export const sheetKeys = ['answers', 'avoid', 'test', 'bankVersion', 'id'] as const;

// JSON is YAML, too, and the YAML parser knows where everything stands.
function readJson(catalogue: BankCatalogue, text: string, refuse: Refuse, asked: FitTest | undefined): FitState {
  const at = createPositionFinder(text);
  const read = readYaml(text);
  if ('tooDeep' in read) return refuse({ problem: 'not-an-object', ...at(read.tooDeep) });
  const { document } = read;
  const placeOfNode = (node: unknown): Position => at(isNode(node) ? (node.range?.[0] ?? 0) : 0);
  const jsonError = findJsonError(text);
  if (jsonError !== undefined) return refuse({ problem: 'not-json', ...at(jsonError.position ?? document.errors[0]?.pos[0] ?? 0) });
  const root: Node | null = document.contents;
  const pairs = (isMap(root) ? root.items : []).map(({ key, value }) => ({ id: isScalar(key) ? String(key.value) : '', node: value, at: placeOfNode(key) }));
  const isNested = pairs.some(({ id }) => id === 'answers');
  const unknown = isNested ? pairs.find(({ id }) => !sheetKeys.some((key) => key === id)) : undefined;
  if (unknown !== undefined) return refuse({ problem: 'unknown-key', ...unknown.at, name: cleanText(unknown.id), nearest: findNearest(unknown.id, sheetKeys) });
  const part = (key: (typeof sheetKeys)[number]) => (isNested ? pairs.find(({ id }) => id === key) : undefined);
  const valueOf = (node: unknown): unknown => (isScalar(node) ? node.value : node);

  const version = part('bankVersion');
  const { version: supported } = catalogue.fit;
  if (version !== undefined && valueOf(version.node) !== supported) {
    return refuse({ problem: 'other-version', ...placeOfNode(version.node), name: cleanText(String(valueOf(version.node))), expected: supported });
  }
  const test = part('test');
  const named = fitTests.find((known) => known === valueOf(test?.node));
  if (test !== undefined && (named === undefined || (asked !== undefined && named !== asked))) {
    return refuse({
      problem: 'unknown-key',
      ...placeOfNode(test.node),
      name: cleanText(String(valueOf(test.node))),
      nearest: asked === undefined ? fitTests : [asked],
    });
  }
  const answers = isNested ? part('answers')?.node : root;
  if (!isMap(answers)) return refuse({ problem: 'not-an-object', ...placeOfNode(answers) });
  const found = answers.items
    .map(({ key, value }): Found => ({ id: isScalar(key) ? String(key.value) : '', value: valueOf(value), at: placeOfNode(key) }))
    .filter(({ id }) => isNested || id !== 'id');

  const avoided = part('avoid');
  if (avoided !== undefined && !isSeq(avoided.node)) return refuse({ problem: 'not-an-object', ...placeOfNode(avoided.node) });
  const known = catalogue.fit.avoidances.map(({ id }) => id);
  const avoid = (isSeq(avoided?.node) ? avoided.node.items : []).map((node) => {
    const id = String(valueOf(node));
    return known.includes(id) ? id : refuse({ problem: 'unknown-avoidance', ...placeOfNode(node), name: cleanText(id), nearest: findNearest(id, known) });
  });
  return collect(catalogue, found, [...new Set(avoid)], named ?? asked, refuse);
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
  const found = records.slice(isHeader ? 1 : 0).map(({ record: [id = '', value = ''], info }): Found => {
    const line = Math.min(info.lines, lines.length);
    return { id, value: /^[1-9]$/.test(value) ? Number(value) : value, at: { line, column: Math.max(0, (lines[line - 1] ?? '').indexOf(id)) + 1 } };
  });
  return collect(catalogue, found, [], asked, refuse);
}

function readDigits(catalogue: BankCatalogue, text: string, refuse: Refuse, asked: FitTest | undefined): FitState {
  const marks = [...text.matchAll(/[\d-]/g)];
  const at = createPositionFinder(text);
  const [full, quick] = [itemsOf(catalogue, 'full'), itemsOf(catalogue, 'quick')];
  const items = asked === 'quick' || (asked === undefined && marks.length === quick.length) ? quick : full;
  const count = { name: String(marks.length), expected: items.length };
  if (marks.length > items.length) return refuse({ problem: 'too-many-digits', ...at(marks[items.length]?.index ?? 0), ...count });
  if (marks.length < items.length) return refuse({ problem: 'too-few-digits', ...at(text.trimEnd().length), ...count });
  const found = items.map(({ id }, index): Found => {
    const mark = marks[index];
    return { id, value: mark === undefined || mark[0] === '-' ? null : Number(mark[0]), at: at(mark?.index ?? 0) };
  });
  return collect(catalogue, found, [], items === quick ? 'quick' : 'full', refuse);
}

function collect(catalogue: BankCatalogue, found: readonly Found[], avoid: readonly string[], named: FitTest | undefined, refuse: Refuse): FitState {
  const ids = catalogue.fit.items.map(({ id }) => id);
  const quick = listQuickItems(catalogue);
  const seen = new Set<string>();
  const answers = new Map<string, number>();
  for (const { id, value, at } of found) {
    if (!ids.includes(id)) refuse({ problem: 'unknown-item', ...at, name: cleanText(id), nearest: findNearest(id, ids) });
    if (seen.has(id)) refuse({ problem: 'answered-twice', ...at, name: id });
    seen.add(id);
    if (noAnswers.includes(value)) continue;
    if (!isAnswer(value)) refuse({ problem: 'not-an-answer', ...at, name: id });
    else if (named === 'quick' && !quick.has(id)) refuse({ problem: 'not-asked', ...at, name: id });
    else answers.set(id, value);
  }
  if (answers.size === 0) return refuse({ problem: 'empty', line: 1, column: 1 });
  return { test: named ?? ([...answers.keys()].every((id) => quick.has(id)) ? 'quick' : 'full'), answers, avoid };
}
