import { describe, expect, it } from 'vitest';
import { formatNames } from '../../src/messages/format-names.ts';
import { BackofficeError, languages, loadCatalogue, roleParts, sortKeys } from '../../src/index.ts';
import { shells, tabRequest } from '../../src/cli/completion/shells.ts';
import { splitLine } from '../../src/cli/completion/split-line.ts';
import { runCli } from '../helpers/cli.ts';
import { measureColumns, notAtLineStart } from '../helpers/screen.ts';

const catalogue = loadCatalogue();

describe('exit codes and messages', () => {
  it.each<[string[], number, string[]]>([
    [['kieri'], 1, ['kieri', 'keiri']],
    [['show', 'kieri'], 1, ['kieri', 'keiri']],
    [['compare', 'kieri', 'jimu'], 1, ['kieri', 'keiri']],
    [['guide', 'back-ofice'], 1, ['back-ofice', 'back-office', 'pay']],
    [['compare'], 2, []],
    [['compare', 'jimu'], 2, []],
    [['compare', 'jimu', '事務'], 2, ['jimu']],
    [['compare', 'jimu', 'soumu', 'JIMU'], 2, ['jimu']],
    [['compare', ...catalogue.roles.map(({ id }) => id).slice(0, 10), 'marketing'], 2, ['10']],
    [['show'], 2, []],
    [['show', 'jimu', 'soumu'], 2, ['soumu']],
    [['guide', 'pay', 'efficiency'], 2, ['efficiency']],
    [['list', '--facets', 'x'], 2, ['--facets', '--facet']],
    [['--oops'], 2, ['--oops']],
    [['list', '--facet'], 2, ['--facet']],
    [['list', '--facet', 'desk'], 2, ['desk', 'desk-work', ...catalogue.facets.map(({ id }) => id)]],
    [['list', '--resource', 'monye'], 2, ['money', ...catalogue.resources.map(({ id }) => id)]],
    [['list', '--sort', 'size'], 2, [...sortKeys]],
    [['show', 'jimu', '--section', 'pros'], 2, [...roleParts]],
    [['list', '--lang', 'fr'], 2, [...languages]],
    [['list', '--format', 'pdf'], 2, [...formatNames]],
    [['list', '--format', '__proto__'], 2, [...formatNames]],
    [['help', 'nothing'], 2, ['nothing']],
  ])('%j gives %d and says %j', async (args, expected, words) => {
    for (const lang of [[], ['--lang', 'en']]) {
      if (lang.length > 0 && args.includes('fr')) continue;
      const { code, out, err } = await runCli([...args, ...lang]);
      expect({ code, out }).toEqual({ code: expected, out: '' });
      for (const word of words) expect(err).toContain(word);
      expect(err).toMatch(/^backoffice: /);
      expect(err).not.toMatch(/\bat .*\.[jt]s|undefined|\[object/);
    }
  });

  it('wraps them at a terminal, and nowhere else', async () => {
    for (const args of [
      ['list', '--facet', 'desk'],
      ['guide', 'back-ofice'],
      ['list', '--data', '/nowhere'],
      ['list', '-o', 'roles.pdf'],
    ]) {
      for (const lang of languages) {
        const { err } = await runCli([...args, '--lang', lang, '--no-color'], { terminal: { columns: 44 } });
        const lines = err.trimEnd().split('\n');
        for (const line of lines) expect(measureColumns(line)).toBeLessThanOrEqual(44);
        const piped = (await runCli([...args, '--lang', lang])).err;
        expect(err.replace(/\s+/g, '')).toBe(piped.replace(/\s+/g, ''));
        expect(lines.length).toBeGreaterThan(piped.trimEnd().split('\n').length);
      }
    }
  });

  it('says everything in English when asked to', async () => {
    for (const args of [
      ['kieri'],
      ['compare', 'jimu'],
      ['list', '--facet', 'x'],
      ['--oops'],
      ['show'],
      ['guide', 'x'],
      ['list', 'zzz'],
      ['show', 'jimu', '--format', 'csv'],
      ['list', '-o', '/x/y'],
      ['check'],
    ]) {
      expect((await runCli([...args, '--lang', 'en'])).err.replaceAll(/[(（].*?[)）]/g, '')).not.toMatch(/[\p{Script=Hiragana}\p{Script=Han}]/u);
    }
  });

  it('lets a bug through, with its stack', async () => {
    const bug = new TypeError('x is not a function');
    const failing = () => {
      throw bug;
    };
    await expect(runCli(['list'], { loadCatalogue: failing })).rejects.toBe(bug);
  });

  it('explains a catalogue that was not built', async () => {
    const missing = () => {
      throw new BackofficeError({ code: 'catalogue-missing', path: 'dist/catalogue.ndjson' });
    };
    const { code, err } = await runCli(['list'], { loadCatalogue: missing });
    expect(code).toBe(1);
    expect(err).toContain('npm run build');
  });
});

describe('asking for a role', () => {
  const terminal = { columns: 80, rows: 1000 };
  it('shows the role that was chosen', async () => {
    const prompter = { choose: () => Promise.resolve('zaimu') };
    expect(await runCli(['show'], { terminal, prompter })).toEqual(await runCli(['show', 'zaimu'], { terminal }));
  });
  it('offers the roles that fit what was typed', async () => {
    const seen: string[][] = [];
    const prompter = {
      choose: ({ findChoices }: { findChoices: (typed: string) => readonly { value: string }[] }) => {
        for (const typed of ['', 'けい', 'ACCOUNT', '備品 株主総会', 'zzz']) seen.push(findChoices(typed).map(({ value }) => value));
        return Promise.resolve(undefined);
      },
    };
    expect((await runCli(['show'], { terminal, prompter })).code).toBe(130);
    expect(seen[0]).toHaveLength(catalogue.roles.length);
    expect(seen[1]).toContain('keiri');
    expect(seen[2]).toContain('keiri');
    expect(seen[3]).toEqual(['soumu']);
    expect(seen[4]).toEqual([]);
  });
});

describe('help', () => {
  it('is what no arguments give, and begins with examples', async () => {
    const { code, out, err } = await runCli([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe((await runCli(['--help'])).out);
    expect(out.indexOf('使用例')).toBeLessThan(out.indexOf('コマンド'));
  });
  it.each(['list', 'show', 'compare', 'guide'])('of %s is the same three ways, in both languages, and its examples work', async (command) => {
    for (const lang of languages) {
      const { code, out } = await runCli([command, '--help', '--lang', lang]);
      expect(code).toBe(0);
      expect((await runCli(['help', command, '--lang', lang])).out).toBe(out);
      expect((await runCli([command, '-h', '--lang', lang])).out).toBe(out);
      const examples = [...out.matchAll(/^ {2}backoffice (\S.*?)(?: {2,}|$)/gm)].map(([, line]) => line ?? '').filter((line) => !/[[<]/.test(line));
      expect(examples.length).toBeGreaterThanOrEqual(2);
      for (const example of examples) expect([example, (await runCli(splitLine(`backoffice ${example}`, {}))).code]).toEqual([example, 0]);
    }
  });
  it('keeps to the width', async () => {
    for (const columns of [40, 50, 60, 80, 100]) {
      for (const args of [
        [],
        ['list', '--help'],
        ['list', '--help', '--lang', 'en'],
        ['show', '--help'],
        ['show', '--help', '--lang', 'en'],
        ['new', '--help'],
        ['new', '--help', '--lang', 'en'],
        ['check', '--help'],
        ['check', '--help', '--lang', 'en'],
      ]) {
        const { out } = await runCli([...args, '--no-color'], { terminal: { columns, rows: 1000 } });
        for (const line of out.split('\n')) {
          expect(measureColumns(line), line).toBeLessThanOrEqual(columns);
          expect(line.trim()).not.toMatch(notAtLineStart);
        }
      }
    }
  });
  it('is drawn in ASCII with --ascii, still aligned', async () => {
    for (const lang of languages) {
      const { out } = await runCli(['--ascii', '--help', '--lang', lang]);
      expect(out).toContain('...');
      expect(out).not.toMatch(/[…“”’·•→]/);
      const descriptions = [...out.matchAll(/^( {2}(?:list|show|guide) \S+ {2,})\S/gm)].map(([, head = '']) => measureColumns(head));
      expect(descriptions).toHaveLength(3);
      expect(new Set(descriptions).size).toBe(1);
    }
  });
  it('tells the version and the date of the data', async () => {
    expect(await runCli(['-V'])).toMatchObject({ code: 0, out: `9.9.9（データ ${catalogue.updated}）\n` });
    expect(await runCli(['--version', '--lang', 'en'])).toMatchObject({ code: 0, out: `9.9.9 (data ${catalogue.updated})\n` });
  });
});

describe('a path with a NUL, which no system takes', () => {
  it.each([
    [['list', '--data', '\0']],
    [['list', '-o', '\0.json']],
    [['check', '\0']],
    [['score', '\0']],
    [['score', 'docs/responses.csv', '-o', '\0.csv']],
    [['score', 'docs/responses.csv', '--pages', '\0']],
    [['quiz', '--answers', '\0']],
    [['new', 'x-y', '-o', '\0/', '--yes']],
  ])('is told like one that is not there: %j', async (args) => {
    expect((await runCli(args)).code).toBe(1);
  });
  it('completes nothing, and breaks nothing', async () => {
    for (const shell of shells) expect(await runCli([tabRequest, shell, 'backoffice --data \0 '])).toMatchObject({ code: 0, err: '' });
  });
});
