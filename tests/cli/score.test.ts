import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScoredSheet } from '../../src/core/sheets/score-sheets.ts';
import type { FitDocument } from '../../src/core/views/fit.ts';
import { listMainRoles } from '../../src/core/catalogue/tiers.ts';
import { loadCatalogue } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import type { World } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const catalogue = loadCatalogue();
const mainIds = listMainRoles(catalogue.roles).map(({ id }) => id);
const { items, question } = catalogue.fit;
const ids = items.map(({ id }) => id);
const likes = ['numbers', 'recording', 'precision', 'routine'];
const answersOf = (shift: number) => items.map(({ dimension }, index) => (likes.includes(dimension) ? 5 : 1 + ((index + shift) % 3)));
const person = (id: string, shift = 0) => [id, ...answersOf(shift)].join(',');
const header = ['id', ...ids].join(',');
const table = (...rows: readonly string[]) => [header, ...rows].join('\n') + '\n';
const score = (input: string | Uint8Array, args: readonly string[] = [], world: World = {}) => runCli(['score', '-', ...args], { input, ...world });
const rowsOf = (out: string) => {
  const [head = '', ...lines] = out.trimEnd().split('\n');
  const columns = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [columns[index] ?? '', cell])));
};
const sheetsOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ScoredSheet);

describe('score', () => {
  it('gives a row for each person, with the same scores and the code of the quiz', async () => {
    const { code, out, err } = await score(table(person('a'), person('b', 1)));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const rows = rowsOf(out);
    expect(Object.keys(rows[0] ?? {})).toEqual(['line', 'id', 'test', 'answered', 'warnings', 'first', 'code', ...mainIds, 'neighbours']);
    expect(rows.map(({ line, id, test, answered }) => [line, id, test, answered])).toEqual([
      ['2', 'a', 'full', '44'],
      ['3', 'b', 'full', '44'],
    ]);
    for (const row of rows) {
      const quiz = JSON.parse((await runCli(['quiz', '--code', row.code ?? '', '--format', 'json'])).out) as FitDocument;
      expect(quiz.roles.filter(({ first }) => first).map(({ id }) => id)).toEqual(row.first?.split(' '));
      for (const role of quiz.roles) expect(row[role.id]).toBe(String(role.score));
      expect(row.neighbours).toBe(quiz.neighbours.map(({ id }) => id).join(' '));
    }
  });
  it('names neighbours in the last column, which have none of their own, and none for answers that are too few', async () => {
    const loadings = items
      .filter(({ quick }) => quick === true)
      .map(({ dimension }) => `${dimension}: ${likes.includes(dimension) ? -2 : (dimension.length % 4) - 1}`);
    const folder = makeFolder({ 'beside.yaml': roleYaml('beside', `tier: neighbour\nloadings: { ${loadings.join(', ')} }\n`) });
    const liked = items.map(({ dimension }) => (likes.includes(dimension) ? 1 : 2 + (dimension.length % 4)));
    const few = liked.map((answer, index) => (index < 4 ? answer : ''));
    const input = table(['a', ...liked].join(','), ['b', ...few].join(','));
    const { code, out } = await score(input, ['--data', folder]);
    expect(code).toBe(0);
    expect(Object.keys(rowsOf(out)[0] ?? {}).slice(-2)).toEqual([mainIds.at(-1), 'neighbours']);
    expect(out).not.toMatch(/^line.*beside/);
    const [named = '', none] = rowsOf(out).map(({ neighbours }) => neighbours);
    expect(named.split(' ')).toContain('beside');
    expect(none).toBe('');
    const sheets = sheetsOf((await score(input, ['--data', folder, '--format', 'ndjson'])).out);
    expect(sheets.map(({ neighbours }) => neighbours.join(' '))).toEqual([named, '']);
    expect(sheets[0]?.roles.map(({ id }) => id).toSorted()).toEqual(mainIds.toSorted());
    // Results can be scored again.
    const again = await score(out, ['--data', folder]);
    expect(rowsOf(again.out).map(({ neighbours }) => neighbours)).toEqual([named, '']);
  });
  it('gives the form of its input, or the one asked for', async () => {
    const document = JSON.stringify({ id: 'a', answers: Object.fromEntries(ids.map((id, index) => [id, answersOf(0)[index]])) });
    const [csv, ndjson, fromCsv, fromJson] = await Promise.all([
      score(table(person('a'))),
      score(document),
      score(table(person('a')), ['--format', 'ndjson']),
      score(document, ['--format', 'csv']),
    ]);
    expect(rowsOf(fromJson.out)).toEqual([{ ...rowsOf(csv.out)[0], line: '1' }]);
    expect(sheetsOf(fromCsv.out)).toEqual([{ ...sheetsOf(ndjson.out)[0], line: 2 }]);
    expect(sheetsOf(ndjson.out)[0]).toMatchObject({ schemaVersion: 1, line: 1, id: 'a', test: 'full', answered: 44, asked: 44 });
  });
  it('says the same in both languages, and on a terminal where rows were asked for', async () => {
    const plain = await score(table(person('a')));
    const terminal = { columns: 40, rows: 24 };
    expect((await score(table(person('a')), ['--format', 'csv'], { terminal })).out).toBe(plain.out);
    expect((await score(table(person('a')), ['--lang', 'en'])).out).toBe(plain.out);
  });
  it('reads the answers to a form, with what stands around them, and names what it does not use', async () => {
    const cells = ['タイムスタンプ', 'numbers-proft', 'id', ...items.map(({ text }) => `"${question.ja} [${text.ja}]"`)];
    const { code, out, err } = await score(`${cells.join(',')}\r\n2026/04/01 10:00,,a,${answersOf(0).join(',')}\r\n`);
    expect(code).toBe(0);
    expect(rowsOf(out)[0]).toEqual(rowsOf((await score(table(person('a')))).out)[0]);
    expect(err).toContain('タイムスタンプ');
    expect(err).toContain('numbers-profit');
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
  it('reads Shift_JIS, and says so', async () => {
    // 氏名 in Shift_JIS.
    const input = Buffer.concat([Buffer.from([0x8e, 0x81, 0x96, 0xbc]), Buffer.from(`,${table(person('a')).replace('\na,', '\nx,a,')}`)]);
    const { code, out, err } = await score(input);
    expect(code).toBe(0);
    expect(rowsOf(out)[0]?.id).toBe('a');
    expect(err).toContain('Shift_JIS');
    expect(err).toContain('氏名');
  });
  it('scores own roles, and leaves a cell empty where one could not be compared', async () => {
    const folder = makeFolder({
      'own.yaml': roleYaml('own', 'loadings: { numbers: 2, recording: 2, precision: 1, routine: 1, publishing: -1 }\n'),
      'bare.yaml': roleYaml('bare'),
    });
    const { out } = await score(table(person('a')), ['--data', folder]);
    expect(rowsOf(out)[0]).toMatchObject({ own: expect.stringMatching(/^\d+$/) as string, bare: '' });
  });
  it('lets no formula and no control character of a name through', async () => {
    const { out } = await score(table(person('=HYPERLINK(1)'), person('\u001B[31mred\u202E'), person('-5')));
    expect(rowsOf(out).map(({ id }) => id)).toEqual(["'=HYPERLINK(1)", 'red', '-5']);
  });
  it('gives a warning and no scores where answers say nothing', async () => {
    const { code, out, err } = await score(table(['a', ...ids.map(() => '3')].join(','), 'b,4'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(rowsOf(out)).toMatchObject([
      { warnings: 'all-equal', first: '', keiri: '' },
      { warnings: 'too-few-answers', first: '', keiri: '' },
    ]);
    expect(rowsOf(out)[0]?.code).not.toBe('');
  });
});

describe('bad rows', () => {
  const input = table(person('a'), `b,9,${answersOf(0).slice(1).join(',')}`, person('c'), `d,4,x`, person('e'));

  it('are named in a line each, counted at the end, and do not stop the rest', async () => {
    const { code, out, err } = await score(input);
    expect(code).toBe(1);
    expect(rowsOf(out).map(({ id }) => id)).toEqual(['a', 'c', 'e']);
    const lines = err.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^-:3:3 {2}.*9.* → .*1から5/);
    expect(lines[1]).toMatch(/^-:5:5 {2}.*x.* → /);
    expect(lines[2]).toMatch(/3人.*2行/);
    const english = (await score(input, ['--lang', 'en', '--ascii'])).err;
    expect(english).toMatch(/^-:3:3 {2}.* > .*1 to 5/);
    expect(english).toContain('3 sheets scored, 2 rows left out');
  });
  it('stop it with --strict', async () => {
    const { code, out, err } = await score(input, ['--strict']);
    expect(code).toBe(1);
    expect(rowsOf(out).map(({ id }) => id)).toEqual(['a']);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
  it('may be answer codes, and names may not break a line or the terminal', async () => {
    const { code, err } = await score('id,code\n"a\nb",01000\n"\u001B[31mred",\n', [], { terminal: { columns: 80, rows: 24 }, environment: { NO_COLOR: '1' } });
    expect(code).toBe(1);
    expect(err).toMatch(/^-:3:4 {2}/);
    expect(err).not.toContain('\u001B');
  });
});

describe('what cannot be scored', () => {
  it.each([
    ['no file', ['score'], {}, 2, 'backoffice score responses.csv'],
    ['a file that is not there', ['score', 'nowhere.csv'], {}, 1, 'nowhere.csv'],
    ['a folder', ['score', '.'], {}, 1, 'フォルダ'],
    ['nothing', ['score', '-'], { input: '' }, 1, 'CSV'],
    ['a table without answers', ['score', '-'], { input: 'name,age\na,1\n' }, 1, '-:1:1'],
    ['a terminal', ['score', '-'], { terminal: { columns: 80, rows: 24 } }, 2, 'backoffice score - <'],
    ['another format', ['score', '-', '--format', 'json'], { input: 'x' }, 2, 'csv、ndjson、xlsx'],
    ['another ending', ['score', '-', '-o', 'x.yaml'], { input: 'x' }, 2, '.csv、.ndjson、.jsonl、.xlsx、.txt'],
    ['the ending of another program', ['score', '-', '-o', 'x.xls'], { input: 'x' }, 2, '.csv、.ndjson、.jsonl、.xlsx、.txt'],
  ] as const)('%s is refused with what to do', async (_, args, world, expected, hint) => {
    const { code, out, err } = await runCli(args, world);
    expect({ code, out }).toEqual({ code: expected, out: '' });
    expect(err).toContain(hint);
  });
  it('the format ndjson belongs to it alone', async () => {
    expect((await runCli(['list', '--format', 'ndjson'])).code).toBe(2);
    expect((await runCli(['quiz', '--code', 'x', '-o', 'x.jsonl'])).code).toBe(2);
  });
  it('answers that nobody pipes into the quiz are refused, too', async () => {
    const { code, err } = await runCli(['quiz', '--answers', '-'], { terminal: { columns: 80, rows: 24 } });
    expect(code).toBe(2);
    expect(err).toContain('backoffice quiz --answers - <');
  });
});

describe('score -o', () => {
  it('writes the whole file, by its ending, and says how many', async () => {
    const folder = makeFolder();
    const results = await Promise.all(['x.csv', 'x.ndjson', 'x.jsonl', 'x', 'x.txt'].map((name) => score(table(person('a')), ['-o', join(folder, name)])));
    for (const { code, out, err } of results) {
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err).toMatch(/1人分.*\n.*x/);
    }
    expect(readdirSync(folder).toSorted()).toEqual(['x', 'x.csv', 'x.jsonl', 'x.ndjson', 'x.txt']);
    expect(readFileSync(join(folder, 'x.csv'), 'utf8')).toBe((await score(table(person('a')))).out);
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe(readFileSync(join(folder, 'x.csv'), 'utf8'));
    expect(readFileSync(join(folder, 'x.txt'), 'utf8')).toBe(readFileSync(join(folder, 'x.csv'), 'utf8'));
    expect(sheetsOf(readFileSync(join(folder, 'x.jsonl'), 'utf8'))).toHaveLength(1);
  });
  it('leaves the old file as it was, and nothing beside it, when it fails', async () => {
    const folder = makeFolder({ 'x.csv': 'precious' });
    const file = join(folder, 'x.csv');
    expect((await score(table(person('a'), 'b,9'), ['--strict', '-o', file])).code).toBe(1);
    expect((await score('name\na\n', ['-o', file])).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect(readdirSync(folder)).toEqual(['x.csv']);
    expect((await score(table(person('a'), 'b,9'), ['-o', file])).code).toBe(1);
    expect(rowsOf(readFileSync(file, 'utf8')).map(({ id }) => id)).toEqual(['a']);
  });
  it('does not take the place of what is read, by whatever name', async () => {
    const folder = makeFolder({ 'in.csv': table(person('a')) });
    symlinkSync(join(folder, 'in.csv'), join(folder, 'link.csv'));
    for (const name of ['in.csv', './in.csv', 'link.csv'])
      expect(await runCli(['score', join(folder, 'in.csv'), '-o', `${folder}/${name}`])).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(join(folder, 'in.csv'), 'utf8')).toBe(table(person('a')));
  });
  it('writes through a link, into a device, and not into a folder', async () => {
    const folder = makeFolder({ 'real.csv': 'old' });
    symlinkSync(join(folder, 'real.csv'), join(folder, 'link.csv'));
    mkdirSync(join(folder, 'folder'));
    expect((await score(table(person('a')), ['-o', join(folder, 'link.csv')])).code).toBe(0);
    expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toContain('keiri');
    expect((await score(table(person('a')), ['-o', '/dev/null'])).code).toBe(0);
    for (const place of ['folder', 'missing/x.csv']) expect(await score(table(person('a')), ['-o', join(folder, place)])).toMatchObject({ code: 1, out: '' });
  });
});

describe('score, while it goes on,', () => {
  const terminal = { columns: 80, rows: 24 };
  const clock = () => {
    let time = 0;
    return () => new Date((time += 60));
  };
  const file = () => {
    const path = join(makeFolder(), 'in.csv');
    writeFileSync(path, table(...Array.from({ length: 3000 }, (_, place) => person(`p${place}`))));
    return path;
  };

  it('shows how far it is on a terminal, on one line that is gone in the end', async () => {
    const { out, err } = await runCli(['score', file()], { terminal, outIsTerminal: false, now: clock() });
    expect(rowsOf(out)).toHaveLength(3000);
    expect(err).toMatch(/\d%/);
    const [last = ''] = err.split('\r').slice(-1);
    expect(last).toMatch(/3,000人/);
    expect(err.split('\n')).toHaveLength(2);
  });
  it.each<[string, World]>([
    ['a pipe', {}],
    ['a terminal that shows the answer', { terminal }],
    ['a dumb terminal', { terminal, outIsTerminal: false, environment: { TERM: 'dumb' } }],
    ['a terminal too narrow', { terminal: { columns: 20, rows: 24 }, outIsTerminal: false }],
  ])('shows nothing of the kind in %s', async (_, world) => {
    expect((await runCli(['score', file(), '--format', 'csv'], { now: clock(), ...world })).err).not.toContain('\r');
  });
  it('stops when nobody reads on, without a word', async () => {
    let left = 2;
    const { code, out, err } = await runCli(['score', file()], { isRead: () => (left -= 1) > 0 });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(rowsOf(out).length).toBeLessThan(3000);
  });
  it('takes in no more than is taken from it', async () => {
    let taken = 0;
    async function* endless() {
      yield Buffer.from(`${header}\n`);
      for (;;) {
        taken += 1;
        yield await Promise.resolve(Buffer.from(`${person(`p${taken}`)}\n`));
      }
    }
    let asked = 0;
    let release: (isRead: boolean) => void = () => undefined;
    const isRead = () => ((asked += 1) < 5 ? true : new Promise<boolean>((resolve) => (release = resolve)));
    const outcome = runCli(['score', '-'], { inputChunks: endless(), isRead });
    // As many turns as would let thousands of rows through.
    for (let turn = 0; turn < 2000 || asked < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(5);
    expect(taken).toBeLessThan(20);
    release(false);
    expect(await outcome).toMatchObject({ code: 0, err: '' });
    expect(taken).toBeLessThan(20);
  });
});
