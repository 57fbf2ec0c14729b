import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/cli/command-line/language.ts';
import { wantsColour } from '../../src/cli/session/colour.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const terminal = { columns: 80, rows: 1000 };

describe('language', () => {
  it.each([
    [{}, 'ja'],
    [{ LANG: 'C.UTF-8' }, 'ja'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ja_JP.UTF-8' }, 'ja'],
    [{ LANG: 'ja_JP.UTF-8', LC_ALL: 'en_GB' }, 'en'],
    [{ LANG: 'ja_JP.UTF-8', BACKOFFICE_LANG: 'en' }, 'en'],
    [{ LANG: 'en_US.UTF-8', BACKOFFICE_LANG: 'JA' }, 'ja'],
    [{ LANG: 'de_DE.UTF-8' }, 'ja'],
    [{ LANG: 'enochian' }, 'ja'],
  ])('%j reads as %s', (environment, language) => {
    expect(chooseLanguage(environment)).toBe(language);
  });
  it('is told by --lang first, in help, errors and data', async () => {
    const environment = { LANG: 'ja_JP.UTF-8' };
    expect((await runCli(['--lang', 'en', '--help'], { environment })).out).toContain('Examples');
    expect((await runCli(['--lang=en', 'nobody'], { environment })).err).toContain('There is no role');
    expect((await runCli(['--lang', 'EN', 'nobody'], { environment })).err).toContain('There is no role');
    expect((await runCli(['nobody', '--', '--lang', 'en'], { environment })).err).not.toContain('There is no role');
    expect((await runCli(['keiri', '--lang', 'en'], { environment })).out).toContain('Duties');
    expect((await runCli(['keiri'], { environment })).out).toContain('主な仕事');
  });
});

describe('colour', () => {
  it.each<[string, boolean, Record<string, string>, boolean]>([
    ['a terminal', true, {}, true],
    ['a pipe', false, {}, false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['FORCE_COLOR over a pipe', false, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR over NO_COLOR', true, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
  ])('%s', (_, isTerminal, environment, expected) => {
    expect(wantsColour(isTerminal, environment)).toBe(expected);
  });
  it.each([['list'], ['show', 'jimu'], ['compare', 'jimu', 'soumu'], ['guide', 'pay'], ['--help'], ['list', '--help']])(
    '%s %s: says the same with and without',
    async (...args) => {
      const coloured = await runCli(args, { terminal });
      const plain = await runCli([...args, '--no-color'], { terminal });
      expect(coloured.out).toContain('\u001B[');
      expect(plain.out).not.toContain('\u001B');
      expect(coloured.out.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain.out);
    },
  );
  it('is never there with --no-color', async () => {
    for (const args of [['list'], ['nobody'], ['--help']]) {
      const { out, err } = await runCli([...args, '--no-color'], { terminal, environment: { FORCE_COLOR: '1' } });
      expect(out + err).not.toContain('\u001B');
    }
  });
  it('of questions follows NO_COLOR', async () => {
    const painted: string[] = [];
    const prompter = {
      choose: ({ palette }: { palette: { strong: (text: string) => string } }) => {
        painted.push(palette.strong('x'));
        return Promise.resolve(undefined);
      },
    };
    await runCli(['show'], { terminal, prompter });
    await runCli(['show'], { terminal, prompter, environment: { NO_COLOR: '1' } });
    expect(painted).toEqual(['\u001B[1mx\u001B[22m', 'x']);
  });
  it('colours errors by the error stream', async () => {
    expect((await runCli(['nobody'], { terminal })).err).toContain('\u001B[');
    expect((await runCli(['nobody'])).err).not.toContain('\u001B');
  });
});

describe('width', () => {
  const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));
  it('is the terminal’s, else COLUMNS, else 80', async () => {
    const rule = async (world: Parameters<typeof runCli>[1]) => widest(/─+/.exec((await runCli(['show', 'jimu', '--no-color'], world)).out)?.[0] ?? '');
    expect(await rule({})).toBe(76);
    expect(await rule({ environment: { COLUMNS: '60' } })).toBe(56);
    expect(await rule({ environment: { COLUMNS: 'wide' } })).toBe(76);
    expect(await rule({ terminal: { columns: 50, rows: 1000 }, environment: { COLUMNS: '70' } })).toBe(50);
  });
});

describe('suggestions', () => {
  it.each([['list'], ['keiri'], ['jimu', 'soumu'], ['guide'], ['guide', 'pay'], ['show', 'marketing']])(
    '%s %s: the next command stands at the end on a terminal only',
    async (...args) => {
      const onTerminal = (await runCli([...args, '--no-color'], { terminal })).out.trimEnd().split('\n').at(-1) ?? '';
      expect(onTerminal).toMatch(/^ {2}次は {2}backoffice \w+/);
      const command = onTerminal.replace(/^ {2}次は {2}backoffice /, '').split(' ');
      expect((await runCli(command)).code).toBe(0);
      expect((await runCli(args)).out).not.toContain('次は');
    },
  );
  it('are written as this person has to type them', async () => {
    const environment = { npm_command: 'exec' };
    expect((await runCli(['list', '--no-color'], { terminal, environment })).out).toContain('npx backoffice show');
    expect((await runCli(['nobody'], { environment })).err).toContain('npx backoffice list');
    expect((await runCli([], { environment })).out).toContain('npx backoffice compare');
  });
});

describe('pager', () => {
  const small = { columns: 80, rows: 24 };
  it('shows long answers on a terminal', async () => {
    const { out, paged } = await runCli(['show', 'jimu'], { terminal: small });
    expect(out).toBe('');
    expect(paged).toMatchObject([{ command: 'less -FIRX' }]);
    expect(paged[0]?.text).toContain('次は');
  });
  it('is the one of PAGER', async () => {
    expect((await runCli(['jimu', 'soumu'], { terminal: small, environment: { PAGER: 'more -d' } })).paged).toMatchObject([{ command: 'more -d' }]);
  });
  it.each<[string, string[], Parameters<typeof runCli>[1]]>([
    ['--no-pager', ['jimu', '--no-pager'], { terminal: small }],
    ['an empty PAGER', ['jimu'], { terminal: small, environment: { PAGER: '' } }],
    ['PAGER=cat', ['jimu'], { terminal: small, environment: { PAGER: 'cat' } }],
    ['a pipe', ['jimu'], {}],
    ['a short answer', ['show', 'marketing'], { terminal: small }],
    ['a table', ['list'], { terminal: { columns: 80, rows: 5 } }],
    ['a machine format', ['jimu', '--format', 'json'], { terminal: small }],
    ['a pager that does not work', ['jimu'], { terminal: small, pagerWorks: false }],
  ])('does without with %s', async (_, args, world) => {
    const { out, paged } = await runCli(args, world);
    expect(paged).toEqual([]);
    expect(out).not.toBe('');
  });
  // Below the answer, the prompt of the shell takes a line. A terminal that does not tell how high it is counts as one of 24 lines.
  it('is for what is longer than the screen less the line of the prompt; a screen of unknown height has 24 lines', async () => {
    const show = (duties: number, rows?: number) => {
      const texts = Array.from({ length: duties }, (_, place) => `{ text: 仕事${place} }`);
      const userFolder = makeFolder({ 'a.yaml': roleYaml('a', `duties: [${texts.join(', ')}]`) });
      return runCli(['show', 'a', '--section', 'duties'], { userFolder, terminal: { columns: 80, ...(rows === undefined ? {} : { rows }) } });
    };
    const whole = (await show(9, 1000)).out;
    expect(whole).toContain('仕事8');
    const lines = whole.trimEnd().split('\n').length;
    expect(await show(9, lines + 1)).toMatchObject({ out: whole, paged: [] });
    expect(await show(9, lines)).toMatchObject({ out: '', paged: [{ text: whole }] });
    expect((await show(9 + 23 - lines)).out).toContain('仕事');
    expect(await show(9 + 24 - lines)).toMatchObject({ out: '', paged: [{}] });
  });
});

describe('-o', () => {
  it('writes the same as a pipe gets, whatever the terminal', async () => {
    const file = join(makeFolder(), 'out.txt');
    const { code, out, err } = await runCli(['jimu', 'soumu', '-o', file], { terminal: { columns: 50, rows: 5 } });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe((await runCli(['jimu', 'soumu'])).out);
  });
  it('replaces an old file, and writes into a device', async () => {
    const file = join(makeFolder({ 'out.json': 'old' }), 'out.json');
    await runCli(['list', '--format', 'json', '--output', file]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ kind: 'role-list' });
    expect((await runCli(['list', '-o', '/dev/null'])).code).toBe(0);
  });
  it('writes to the output for -', async () => {
    expect(await runCli(['list', '-o', '-'])).toEqual(await runCli(['list']));
  });
  it.each<[string, () => string]>([
    ['a missing folder', () => join(makeFolder(), 'missing', 'out.txt')],
    ['a folder', () => makeFolder()],
    ['a file for a folder', () => join(makeFolder({ file: '' }), 'file', 'out.txt')],
    ['a read-only place', () => '/proc/out.txt'],
  ])('into %s fails with a clear error', async (_, make) => {
    const file = make();
    const { code, out, err } = await runCli(['list', '-o', file]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(file);
    expect(err).not.toMatch(/E[A-Z]{4,}|at .*\.ts/);
  });
  const commands = [
    ['list'],
    ['show', 'keiri'],
    ['compare', 'keiri', 'zaimu'],
    ['search', '年末調整'],
    ['guide'],
    ['check'],
    ['keiri'],
    ['quiz', '--sessions'],
    ['score', '-'],
  ];
  it.each(['.xls', '.XLS', '.pdf', '.docx', '.jso', '.html5', '.log', '.2026', '.zip', '.ｃｓｖ'])(
    'to %s is refused with the endings there are, and nothing is written',
    async (ending) => {
      for (const command of commands) {
        for (const lang of ['ja', 'en']) {
          const folder = makeFolder();
          const { code, out, err } = await runCli([...command, '-o', join(folder, `x${ending}`), '--lang', lang], { input: 'x' });
          expect({ code, out, files: readdirSync(folder) }).toEqual({ code: 2, out: '', files: [] });
          expect(err).toContain(ending);
          expect(err).toContain(command[0] === 'score' ? '.ndjson' : '.html');
          expect(err).toContain('--format');
        }
      }
    },
  );
  it('to an ending of a format that the command has not is refused likewise', async () => {
    for (const [command, ending] of [
      ['show keiri', '.csv'],
      ['list', '.ndjson'],
      ['guide', '.csv'],
      ['score -', '.html'],
      ['quiz --sessions', '.csv'],
    ] as const) {
      const { code, err } = await runCli([...command.split(' '), '-o', join(makeFolder(), `x${ending}`), '--lang', 'en'], { input: 'x' });
      expect({ command, code }).toEqual({ command, code: 2 });
      expect(err).toContain(`end with ${ending}.`);
      expect(err.slice(err.indexOf('endings'))).not.toContain(`${ending},`);
    }
  });
  it('to .txt or no ending writes what a pipe gets, plain lines where they are asked for', async () => {
    const folder = makeFolder();
    for (const name of ['x.txt', 'x.TXT', 'x', '.x', 'x.', '.html']) {
      for (const environment of [{}, { ACCESSIBLE: '1' }]) {
        expect((await runCli(['list', '-o', join(folder, name)], { environment })).code).toBe(0);
        expect(readFileSync(join(folder, name), 'utf8')).toBe((await runCli(['list'], { environment })).out);
      }
    }
  });
  it.each(['table', 'plain', 'json', 'yaml', 'csv', 'markdown', 'html'])('with --format %s writes that, whatever the ending', async (format) => {
    const folder = makeFolder();
    for (const name of ['x.xlsx', 'x.pdf', 'x.json', 'x.html', 'x.txt', 'x']) {
      expect((await runCli(['list', '--format', format, '-o', join(folder, name)])).code).toBe(0);
      expect(readFileSync(join(folder, name), 'utf8')).toBe((await runCli(['list', '--format', format])).out);
    }
  });
  it('leaves the old file as it was when nothing was found', async () => {
    const file = join(makeFolder({ 'out.md': 'precious' }), 'out.md');
    expect((await runCli(['list', 'zzzz', '-o', file])).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });
  it('leaves the old file as it was when the new one cannot be written', async () => {
    // No new file can take its place: its name would be too long with anything behind it. Root, too, is refused.
    const file = join(makeFolder(), `${'x'.repeat(251)}.txt`);
    writeFileSync(file, 'precious');
    const { code, out, err } = await runCli(['list', '-o', file]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });
});

describe('--data', () => {
  const folder = () => makeFolder({ 'tenpo-jimu.yaml': roleYaml('tenpo-jimu', 'reading: てんぽじむ\nfacets: [desk-work]\n') });
  it('adds roles to every command', async () => {
    const own = folder();
    expect((await runCli(['list', '--data', own])).out).toContain('tenpo-jimu');
    expect((await runCli(['てんぽじむ', '--data', own])).out).toContain('営業を支えます');
    expect((await runCli(['--data', own, '店舗事務', '事務', '--lang', 'en'])).code).toBe(0);
    expect((await runCli(['list'])).out).not.toContain('tenpo-jimu');
  });
  it('is part of the commands that are suggested', async () => {
    const own = folder();
    const { out } = await runCli(['店舗事務', '事務', '--data', own, '--no-color', '--no-pager'], { terminal });
    const suggested = /次は +backoffice (.*)/.exec(out)?.[1] ?? '';
    expect(suggested).toContain(own);
    expect((await runCli(suggested.split(' '))).code).toBe(0);
  });
  it('keeps its columns apart in CSV, whatever the ids', async () => {
    const own = makeFolder({ 'common.yaml': roleYaml('common') });
    const { out } = await runCli(['--data', own, 'compare', 'common', 'keiri', '--format', 'csv']);
    expect(out.split('\n')[0]).toMatch(/^aspect,sameness,common,common,keiri,figure\.id,/);
  });
  it('does not say that roles of which nothing is known are the same', async () => {
    const own = makeFolder({ 'a.yaml': roleYaml('a'), 'b.yaml': roleYaml('b') });
    const { out } = await runCli(['--data', own, 'compare', 'a', 'b']);
    expect(out).toContain('営業を支えます');
    expect(out).not.toContain('違うところはありません');
  });
  it('can be given several times', async () => {
    const other = makeFolder({ 'other.yaml': roleYaml('other') });
    const { out } = await runCli(['list', '--data', folder(), '--data', other]);
    expect(out).toContain('tenpo-jimu');
    expect(out).toContain('other');
  });
  it('shows nothing but every problem when a file is bad', async () => {
    const bad = makeFolder({ 'a.yaml': 'id: a\nname: x\nsummary: y\ncolour: red\n', 'b.yaml': roleYaml('b'), 'c.yaml': '{' });
    const { code, out, err } = await runCli(['list', '--data', bad]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${bad}/a.yaml:4:1\n`);
    expect(err).toMatch(/c\.yaml:\d+:\d+\n/);
    expect(err).not.toContain('b.yaml');
  });
  it('lets no control character of a file or name through', async () => {
    const { err } = await runCli(['list', '--data', makeFolder({ 'x.yaml': 'id: "\\e[31mred\\a"\nname: x\nsummary: y\n"\\e]0;title\\a": 1\n' })]);
    expect(err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
    expect((await runCli(['\u001B]0;title\u0007keiri\u202E'])).err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
  });
  it('refuses a folder that is not there', async () => {
    const { code, out, err } = await runCli(['list', '--data', '/nonexistent']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('/nonexistent');
    expect(existsSync('/nonexistent')).toBe(false);
  });
});
