import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { listMainRoles } from '../../src/core/catalogue/tiers.ts';
import { BackofficeError } from '../../src/core/errors.ts';
import { createResultViewer } from '../../src/core/views/results.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import { displayWidth } from '../../src/render/text/width.ts';
import { loadCatalogue } from '../../src/index.ts';
import type { ScoredSheet } from '../../src/index.ts';
import { gatherWorkbook } from '../../src/cli/score/gather.ts';
import type { Gathering } from '../../src/cli/score/gather.ts';
import { runCli } from '../helpers/cli.ts';
import type { World } from '../helpers/cli.ts';
import { makeFolder } from '../helpers/folder.ts';

const catalogue = loadCatalogue();
const { items } = catalogue.fit;
const main = listMainRoles(catalogue.roles);
const likes = ['numbers', 'recording', 'precision', 'routine'];
const answersOf = (shift: number) => items.map(({ dimension }, index) => (likes.includes(dimension) ? 5 : 1 + ((index + shift) % 3)));
const person = (id: string, shift = 0) => [id, ...answersOf(shift)].join(',');
const flat = (id: string) => [id, ...items.map(() => 3)].join(',');
const contradictory = (id: string) => [id, ...items.map((_, index) => (index % 4 < 2 ? 1 : 5))].join(',');
const table = (...rows: readonly string[]) => [['id', ...items.map(({ id }) => id)].join(','), ...rows].join('\n') + '\n';
const score = (input: string, args: readonly string[] = [], world: World = {}) =>
  runCli(['score', '-', ...args], { input, ...world, environment: { NO_COLOR: '1', ...world.environment } });
const terminal = { columns: 80, rows: 24 };
const odd = ['0012', '1234567890123456789', '=1+1', '+81', '-5', '@SUM(A1)', '1e5', '氏名 太郎'];

async function makeFile(input: string, args: readonly string[] = []) {
  const file = join(makeFolder(), 'results.xlsx');
  const outcome = await score(input, ['-o', file, ...args]);
  return { file, outcome, sheets: outcome.code === 2 ? [] : (await readXlsx(readFileSync(file))).sheets };
}

describe('the table of score on a terminal', () => {
  it('names the roles, and says in words what is not clear; below it stand the group and where the rest is', async () => {
    const people = [...Array.from({ length: 12 }, (_, place) => person(`p${place}`)), flat('z')];
    const { code, out, paged } = await score(table(...people), ['--no-pager'], { terminal });
    expect({ code, paged }).toEqual({ code: 0, paged: [] });
    expect(out).toMatch(/p0 +経理/);
    expect(out).toMatch(/z +— +— +答えに差がない/);
    expect(out).toContain('-o results.xlsx');
    expect(out).toContain('--group');
    expect(out).toContain('採用の選考');
    expect(out).not.toMatch(/0[0-9A-Z]{4}-[0-9A-Z]{5}-/);
    expect((await score(table(person('a'), contradictory('b')), ['--lang', 'en'], { terminal })).out).toMatch(/Accounting[^]*undecided/);
  });
  it('fits every width, with every word', async () => {
    const input = table(...Array.from({ length: 12 }, (_, place) => person(`person-${place}`, place)), flat('flat'), contradictory('c'));
    for (const language of ['ja', 'en'])
      for (const columns of [40, 47, 60, 80, 120]) {
        const { out } = await score(input, ['--no-pager', '--lang', language], { terminal: { columns, rows: 24 } });
        for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        const words = language === 'ja' ? ['person-11', '答えに差がない', '迷い中', '--group'] : ['person-11', 'answersallalike', 'undecided', '--group'];
        if (columns >= 60) for (const word of words) expect(out.replace(/\s/g, '')).toContain(word);
      }
  });
  it('goes through the pager where it is long, and is plain lines for screen readers', async () => {
    const input = table(...Array.from({ length: 40 }, (_, place) => person(`p${place}`)));
    expect((await score(input, [], { terminal })).paged).toHaveLength(1);
    const { out } = await score(input, ['--no-pager'], { terminal, environment: { ACCESSIBLE: '1' } });
    expect(out).toContain('経理');
    expect(out).not.toContain('─');
  });
  it('shows the first thousand people, and says how many there are', async () => {
    const file = join(makeFolder(), 'many.csv');
    writeFileSync(file, table(...Array.from({ length: 1003 }, (_, place) => person(`p${place}-`))));
    const { out } = await runCli(['score', file, '--no-pager'], { terminal, environment: { NO_COLOR: '1' } });
    expect(out.match(/^ *p\d+- /gm)).toHaveLength(1000);
    expect(out).toContain('1,003');
    expect(out).toContain(`score ${file} --group`);
  });
  it('is for terminals: what goes elsewhere is rows, unless a table is asked for', async () => {
    expect((await score(table(person('a')))).out).toMatch(/^line,id,/);
    expect((await score(table(person('a')), ['--format', 'table'])).out).toMatch(/^\n? *人/);
    expect((await score(table(person('a')), ['-o', join(makeFolder(), 'x.txt')], { terminal })).out).toBe('');
  });
});

describe('a workbook of results', () => {
  it('has texts as texts and numbers as numbers, and can be scored again, in both languages', async () => {
    for (const language of ['ja', 'en'] as const) {
      const input = table(...odd.map((id, place) => person(id, place)), flat('flat'));
      const { file, outcome, sheets } = await makeFile(input, ['--lang', language]);
      expect(outcome.code).toBe(0);
      const [results] = sheets;
      const [head = [], ...rows] = results?.rows ?? [];
      expect(head).toEqual(expect.arrayContaining(main.map(({ name }) => name[language])));
      expect(rows.map(([, id]) => id)).toEqual([...odd, 'flat']);
      for (const row of rows.slice(0, -1)) for (const { name } of main) expect(typeof row[head.indexOf(name[language])]).toBe('number');
      expect(results?.freezePane).toEqual({ rows: 1, columns: 2 });
      const again = await runCli(['score', file, '--lang', language]);
      expect({ code: again.code, err: again.err }).toMatchObject({ code: 0 });
      const withoutLines = (csv: string) => csv.split('\n').map((line) => line.replace(/^[^,]*,/, ''));
      // Of a sheet that says nothing, the code says the same.
      expect(withoutLines(again.out)).toEqual(withoutLines((await score(input)).out));
    }
  });
  it('has no formula, whatever people are called', async () => {
    const { file } = await makeFile(table(...odd.map((id) => person(id))));
    const { sheets } = await readXlsx(readFileSync(file));
    for (const { cells } of sheets) for (const cell of cells?.values() ?? []) expect(cell.formula).toBeUndefined();
  });
  it('has a sheet of the group that tells of no few people, and one of what to mind', async () => {
    const { sheets } = await makeFile(
      table(...Array.from({ length: 11 }, (_, place) => person(`p${place}`)), flat('a'), flat('b'), flat('c'), flat('d'), flat('e')),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['結果', 'グループ', '注意']);
    const counts = (sheets[1]?.rows ?? []).slice(1).map((row) => row[2]);
    expect(counts).toContain(16);
    expect(counts).toContain('5人未満');
    for (const count of counts) if (typeof count === 'number') expect(count).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(sheets[2]?.rows)).toContain('採用の選考');
    const few = await makeFile(table(person('a')));
    expect(JSON.stringify(few.sheets[1]?.rows)).toContain('5人未満');
  });
  it('is no answer for a terminal, and leaves an old file where nobody could be scored', async () => {
    expect(await score(table(person('a')), ['--format', 'xlsx'], { terminal })).toMatchObject({ code: 2, out: '' });
    const folder = makeFolder({ 'results.xlsx': 'old' });
    const { code } = await score(table('a,x'), ['-o', join(folder, 'results.xlsx')]);
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual(['results.xlsx']);
    expect(readFileSync(join(folder, 'results.xlsx'), 'utf8')).toBe('old');
  });
  it('is refused for more people than fit into memory', () => {
    const sheet: ScoredSheet = { schemaVersion: 1, line: 2, test: 'full', answered: 0, asked: 44, warnings: ['too-few-answers'], roles: [], neighbours: [] };
    const { gather } = gatherWorkbook({ catalogue, messages: { language: 'ja' } } as unknown as Gathering);
    expect(() => gather(Array.from({ length: 100_001 }, () => sheet))).toThrow(BackofficeError);
  });
  it('is not taken for the code of a form that asks for one beside the answers', async () => {
    const [head = '', row = ''] = table(person('a')).split('\n');
    expect(await score(`回答コード,${head}\nPANEL-17,${row}\n`)).toMatchObject({ code: 0 });
  });
  it('keeps what a cell is when there is nothing in it', async () => {
    const bytes = await renderXlsx([
      {
        kind: 'records',
        name: 'x',
        fixed: 0,
        columns: [
          { header: 'a', width: 5 },
          { header: 'b', width: 5 },
        ],
        rows: [[undefined, 0]],
      },
    ]);
    expect((await readXlsx(bytes)).sheets[0]?.rows[1]).toEqual([null, 0]);
  });
});

describe('a result as it is shown', () => {
  const view = createResultViewer(catalogue, 'en');
  const sheet = (first: number, warnings: ScoredSheet['warnings'] = []): ScoredSheet => ({
    schemaVersion: 1,
    line: 2,
    test: 'full',
    answered: 44,
    asked: 44,
    warnings,
    roles: main.map(({ id }, place) => ({ id, score: 90 - place, correlation: 0.5, avoided: [], first: place < first })),
    neighbours: [],
  });
  it('names up to three roles, and none that answers do not tell apart', () => {
    expect([1, 2, 3, 4].map((first) => view(sheet(first)).first.length)).toEqual([1, 2, 3, 0]);
    expect([1, 2, 3, 4].map((first) => view(sheet(first)).standing)).toEqual(['clear', 'shared', 'shared', 'open']);
    expect(view(sheet(1, ['contradictory']))).toMatchObject({ standing: 'undecided', first: [] });
    expect(view(sheet(2, ['few-answers']))).toMatchObject({ standing: 'open', first: [main[0]?.name.en, main[1]?.name.en], score: 90 });
  });
});
