import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { describe, expect, it } from 'vitest';
import { unicodeGlyphs } from '../../src/render/text/glyphs.ts';
import { noColour } from '../../src/render/terminal/palette.ts';
import { drawProblem } from '../../src/render/terminal/problem.ts';
import { createPlaceFinder } from '../../src/core/role-files/line-and-column.ts';
import type { CheckDocument } from '../../src/pages/check.ts';
import { runCli } from '../helpers/cli.ts';
import type { World } from '../helpers/cli.ts';
import { makeFolder } from '../helpers/folder.ts';
import { measureColumns } from '../helpers/screen.ts';

const languages = ['ja', 'en'] as const;
const terminal = { columns: 80, rows: 10_000 };
const fine = (id: string) =>
  `id: ${id}\nname: { ja: 役割${id}, en: Role ${id} }\nsummary: { ja: 支える。, en: Supports. }\nduties:\n  - text: { ja: 見積書, en: Quotations }\n`;
const bad = `${fine('bad')}merits: []\nfacets: [desk-wrok]\ndemerit: []\n`;

const json = async (args: readonly string[], world: World = {}) => {
  const { out, ...rest } = await runCli(['check', ...args, '--format', 'json'], world);
  return { ...rest, document: JSON.parse(out) as CheckDocument };
};

describe('the exit code', () => {
  it('is 1 for errors, and 0 for warnings and notes', async () => {
    const folder = makeFolder({ 'good.yaml': fine('good'), 'bad.yaml': bad, 'keiri.yaml': `${fine('keiri')}merits: []\n` });
    expect(await runCli(['check', join(folder, 'good.yaml')])).toMatchObject({ code: 0, err: '' });
    expect((await json([join(folder, 'keiri.yaml')])).document).toMatchObject({ files: 1, errors: 0, warnings: 1, notes: 1 });
    expect(await runCli(['check', join(folder, 'keiri.yaml')])).toMatchObject({ code: 0, err: '' });
    expect(await runCli(['check', join(folder, 'bad.yaml')])).toMatchObject({ code: 1, err: '' });
    expect(await runCli(['check', folder])).toMatchObject({ code: 1, err: '' });
    expect(await runCli(['check', join(folder, 'missing')])).toMatchObject({ code: 1, err: '' });
  });
  it('is the same when the answer goes into a file, which is written even then', async () => {
    const folder = makeFolder({ 'bad.yaml': bad });
    const file = join(folder, 'out.json');
    const { code, out, err } = await runCli(['check', folder, '--format', 'json', '-o', file, '--lang', 'en']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('1 file: 2 errors, 1 warning.');
    expect((JSON.parse(readFileSync(file, 'utf8')) as CheckDocument).errors).toBe(2);
  });
});

describe('without a path', () => {
  it('checks the folders that commands read', async () => {
    const userFolder = makeFolder({ 'bad.yaml': bad });
    const named = makeFolder({ 'named.yaml': fine('named') });
    const given = makeFolder({ 'given.yaml': fine('given') });
    const environment = { BACKOFFICE_DATA: [named].join(delimiter) };
    expect((await json([], { userFolder })).document.files).toBe(1);
    expect((await json(['--data', given], { userFolder, environment })).document).toMatchObject({ files: 3, errors: 2 });
    expect((await json([], { environment })).document).toMatchObject({ files: 1, errors: 0 });
  });
  it('says that there is nothing to check, and how to begin', async () => {
    for (const world of [{}, { userFolder: makeFolder() }, { userFolder: join(makeFolder(), 'missing') }]) {
      for (const lang of languages) {
        const { code, out, err } = await runCli(['check', '--lang', lang], world);
        expect({ code, out }).toEqual({ code: 1, out: '' });
        expect(err).toContain('backoffice new <id>');
      }
      expect(await json([], world)).toMatchObject({ code: 1, document: { files: 0, problems: [] } });
    }
  });
  it('reports folders that were named and are not there, and those that are empty', async () => {
    const { code, document } = await json(['--data', makeFolder()], { environment: { BACKOFFICE_DATA: '/nonexistent' } });
    expect(code).toBe(1);
    expect(document.problems.map((problem) => problem.code).sort()).toEqual(['file-unreadable', 'folder-empty']);
  });
  it('takes no subfolder for a folder that commands would not find anything in', async () => {
    const folder = makeFolder({ 'roles/own.yaml': fine('own') });
    expect((await json(['--data', folder])).document.problems).toMatchObject([{ code: 'folder-empty' }]);
    expect((await json([folder])).document).toMatchObject({ files: 1, errors: 0 });
  });
});

describe('the formats', () => {
  const folder = () => makeFolder({ 'bad.yaml': bad });
  it('as JSON and YAML say what, where, how bad and what to do', async () => {
    const own = folder();
    const { document } = await json([own, '--lang', 'en']);
    expect(document).toMatchObject({ schemaVersion: 1, kind: 'check', language: 'en', files: 1, errors: 2, warnings: 1, notes: 0 });
    expect(document.problems).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'empty-section', line: 6, column: 9 }),
      {
        severity: 'error',
        code: 'unknown-reference',
        file: join(own, 'bad.yaml'),
        line: 7,
        column: 10,
        endColumn: 19,
        name: 'desk-wrok',
        nearest: ['desk-work'],
        message: expect.stringContaining('desk-wrok') as string,
        hints: [expect.stringContaining('desk-work')],
        source: 'facets: [desk-wrok]',
      },
      expect.objectContaining({ severity: 'error', code: 'unknown-key', nearest: ['demerits', 'merits'], source: 'demerit: []' }),
    ]);
    expect(parseYaml((await runCli(['check', own, '--format', 'yaml', '--lang', 'en'])).out)).toEqual(document);
  });
  it('as CSV have a row for each problem', async () => {
    const { out } = await runCli(['check', folder(), '--format', 'csv']);
    const rows = parseCsv<Record<string, string>>(out, { columns: true });
    expect(rows.map(({ severity, code, line }) => [severity, code, line])).toEqual([
      ['warning', 'empty-section', '6'],
      ['error', 'unknown-reference', '7'],
      ['error', 'unknown-key', '8'],
    ]);
  });
  it('as plain lines begin with file:line:column', async () => {
    const own = folder();
    const { out } = await runCli(['check', own, '--format', 'plain', '--lang', 'en']);
    expect(out).toContain(`${own}/bad.yaml:7:10: error: `);
    expect(out).toContain('facets: [desk-wrok]');
  });
  it('as Markdown keep a line of a file within its block of code', async () => {
    const { out } = await runCli(['check', makeFolder({ 'own.yaml': `${fine('own')}'\`\`\`': 1\n` }), '--format', 'markdown']);
    expect(out).toContain("  ````yaml\n  '```': 1\n  ^^^^^\n  ````\n");
  });
  it('for people count errors and warnings apart, and say in one line that all is well', async () => {
    expect((await runCli(['check', folder(), '--lang', 'en'])).out).toMatch(/\n {2}1 file: 2 errors, 1 warning\.\n$/);
    expect((await runCli(['check', folder()])).out).toMatch(/\n {2}1ファイルを調べました。エラー2件、警告1件。\n$/);
    expect((await runCli(['check', makeFolder({ 'own.yaml': fine('own') }), '--lang', 'en'])).out).toBe('\n  1 file: no problems.\n');
  });
  it('suggest what to do next when there is no error, on a terminal', async () => {
    const own = makeFolder({ 'own.yaml': fine('own') });
    const suggested = async (args: readonly string[], world: World = {}) =>
      /Next +backoffice (.*)\n/.exec((await runCli(['check', ...args, '--lang', 'en', '--no-color'], { terminal, ...world })).out)?.[1];
    expect(await suggested([own])).toBe(`--data ${own} list`);
    expect(await suggested(['--data', own])).toBe(`--data ${own} list`);
    expect(await suggested([], { userFolder: own })).toBe('list');
    expect(await suggested([folder()])).toBeUndefined();
  });
  it('are paged when they are long', async () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`r${index}.yaml`, 'id: [']));
    const { out, paged } = await runCli(['check', makeFolder(files)], { terminal: { columns: 80, rows: 24 } });
    expect(out).toBe('');
    expect(paged[0]?.text).toContain('r19.yaml:1:');
  });
});

describe('a problem on the screen', () => {
  const long =
    `${fine('own')}focus: { ja: ${'とても長い文が続きます。'.repeat(30)}, en: x, fr: y }\n` +
    `facets: [${'desk-work, '.repeat(30)}desk-wrok, ${'numbers, '.repeat(30)}]\n`;
  it('keeps to the width, in both languages, with and without ASCII and colour', async () => {
    const folder = makeFolder({ 'own.yaml': long, 'bad.yaml': bad, 'x.yaml': 'id: [', 'keiri.yaml': fine('keiri') });
    for (const columns of [40, 47, 60, 80, 120]) {
      for (const lang of languages) {
        for (const options of [[], ['--ascii'], ['--no-color']]) {
          const { out } = await runCli(['check', folder, '--lang', lang, ...options], { terminal: { columns, rows: 10_000 } });
          const plain = out.replaceAll(/\u001B\[\d+m/g, '');
          for (const line of plain.split('\n')) expect(measureColumns(line), line).toBeLessThanOrEqual(columns);
          if (options[0] === '--ascii') expect(plain).not.toMatch(/[│…→•\uFFFD]/);
        }
      }
    }
  });
  it('says the same with colour and without', async () => {
    const folder = makeFolder({ 'bad.yaml': bad });
    const coloured = (await runCli(['check', folder], { terminal })).out;
    expect(coloured).toContain('\u001B[31m');
    expect(coloured.replaceAll(/\u001B\[\d+m/g, '')).toBe((await runCli(['check', folder, '--no-color'], { terminal })).out);
  });
  it('is drawn in the same way where a command refuses a file, on the other stream', async () => {
    const folder = makeFolder({ 'own.yaml': `${fine('own')}facets: [desk-wrok]\n` });
    const checked = (await runCli(['check', folder, '--lang', 'en'], { environment: { COLUMNS: '50' } })).out;
    const { code, out, err } = await runCli(['list', '--data', folder, '--lang', 'en'], { environment: { COLUMNS: '50' } });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const [first] = checked.trim().split('\n\n');
    expect(err.split('\n\n')[0]).toBe(first);
    expect(err).toContain('\nbackoffice: error: 1 problem');
  });
  it('is of errors only where a command refuses a file', async () => {
    const { err } = await runCli(['list', '--data', makeFolder({ 'bad.yaml': bad }), '--lang', 'en']);
    expect(err).toContain('desk-wrok');
    expect(err).not.toContain('warning');
    expect((await runCli(['list', '--data', makeFolder({ 'own.yaml': `${fine('own')}merits: []\n` })])).err).toBe('');
  });

  const pieces = fc
    .array(fc.constantFrom('a', 'Z9', ' ', '漢', 'かな', 'カナ。', '{ ', '", ', '\t', 'é', 'ｱ'), { maxLength: 80 })
    .map((found) => found.join(''));
  it('has its mark exactly below what is meant, whatever stands before it, at any width', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom('x', 'desk-wrok', '漢字', 'かなX'), pieces, fc.integer({ min: 40, max: 120 }), (before, marked, after, width) => {
        const text = `first\n${before}${marked}${after}`;
        const start = 6 + before.length;
        const { source, ...position } = createPlaceFinder(text)(start, start + marked.length);
        expect(position).toEqual({ line: 2, column: before.length + 1, endColumn: before.length + marked.length + 1 });
        if (source === undefined) throw new Error('no line');
        const problem = { place: 'own.yaml:2:1', severity: 'error', label: 'error', text: 'x', hints: [], source: { line: 2, ...source } } as const;
        const lines = drawProblem(problem, { glyphs: unicodeGlyphs, palette: noColour, findBreaks: () => [] }, width);
        const [line = '', mark = ''] = lines.slice(2);
        for (const drawn of [line, mark]) expect(measureColumns(drawn)).toBeLessThanOrEqual(width);
        const from = mark.indexOf('^');
        const to = mark.lastIndexOf('^') + 1;
        let column = 0;
        const below = Array.from(line).filter((character) => {
          const at = column;
          column += measureColumns(character);
          return at >= from && at < to;
        });
        expect(below.join('')).toBe(marked.normalize('NFC'));
      }),
    );
  });
});

describe('hostile files', () => {
  const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u;
  const nasty = '\u001B[31mred\u001B]8;;http:x\u0007\u001B]52;c;QQ==\u0007\u009B2J\u202Eabc\u2066\u200B\u2028\u0008';
  it('get nothing to the screen but text, in any format, nor do the names of files and folders', async () => {
    const folder = join(makeFolder(), `f${nasty}`);
    mkdirSync(folder);
    const files = {
      [`own${nasty}.yaml`]: `id: own\nname: "${nasty}"\nsummary: { ja: "${nasty}", en: ${nasty} }\n"${nasty}": 1\nfacets: ["${nasty}", ${nasty}]\n`,
      'a.yaml':
        `id: "${nasty}"\nname: x\nsummary: y\n` +
        `merits:\n  - { text: x, frequency: "${nasty}", topic: "${nasty}" }\nconfusedWith:\n  - { with: "ow${nasty}", relation: "${nasty}", difference: x }\n`,
      'b.yaml': `id: b\nname: x\nsummary: y\naliases: [けいり${nasty}]\nreading: "keiri${nasty}"\nduties: !${nasty} []\nx: &${nasty} 1\n`,
      'c.yaml': `id: c # ${nasty}\nname: [`,
      'd.yaml': `id: d\r\nname: x\r\nsummary: y\r\nfacets: [x]\r\n`,
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    for (const format of ['table', 'plain', 'json', 'yaml', 'csv', 'markdown']) {
      for (const args of [
        ['check', folder],
        ['check', join(folder, `missing${nasty}`)],
        ['check', '--data', folder],
      ]) {
        const { code, out, err } = await runCli([...args, '--format', format, '--lang', 'en']);
        expect(code).toBe(1);
        expect((out + err).replaceAll('\r\n', '\n')).not.toMatch(control);
        expect(out).toContain('file');
      }
    }
    const { err } = await runCli(['list', '--data', folder]);
    expect(err).toContain('own');
    expect(err).not.toMatch(control);
  });
  it('that are too large, bombs or nested too deeply are refused', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index] ?? ''},`.repeat(9)}]`),
    ].join('\n');
    const folder = makeFolder({ 'large.yaml': `id: large\nname: ${'x'.repeat(10_000_000)}\n`, 'bomb.yaml': bomb, 'deep.yaml': `a: ${'['.repeat(50_000)}` });
    const { code, document } = await json([folder]);
    expect(code).toBe(1);
    const codes = (name: string) => [...new Set(document.problems.filter(({ file }) => file.endsWith(name)).map((problem) => problem.code))];
    expect([codes('large.yaml'), codes('bomb.yaml'), codes('deep.yaml')]).toEqual([['file-too-large'], ['yaml-alias'], ['yaml-too-deep']]);
  });
  it('do not reach what every object has', async () => {
    const folder = makeFolder({
      'proto.yaml':
        'id: proto\nname: __proto__\nsummary: x\nfacets: [__proto__, constructor]\n' +
        'loadings: { __proto__: 1 }\nduties:\n  - { text: x, dimension: constructor }\n',
      'constructor.yaml': fine('constructor'),
      'x.yaml': 'id: ../x\nname: x\nsummary: x\n',
    });
    const { document } = await json([folder, '--lang', 'en']);
    expect(document.problems.filter(({ severity }) => severity === 'error').map(({ code, name }) => [code, name])).toEqual([
      ['reserved-id', 'constructor'],
      ['unknown-reference', '__proto__'],
      ['unknown-reference', 'constructor'],
      ['reserved-key', '__proto__'],
      ['invalid-id', '../x'],
    ]);
    expect(document.problems.map(({ code }) => code)).toContain('unknown-dimension');
    for (const name of ['constructor', '__proto__', 'toString']) expect((await runCli(['show', name])).code).toBe(1);
  });
});

describe('what check advises', () => {
  const hintsOf = async (files: Readonly<Record<string, string>>) => {
    const { document } = await json([makeFolder(files), '--lang', 'en']);
    return document.problems.map(({ code, hints }) => ({ code, hints }));
  };
  it.each(['IR', 'steps (1)', '広報', 'a_b', 'new.role', '-x', 'constructor'])('is never the id %s, which none can be', async (name) => {
    expect(await hintsOf({ [`${name}.yaml`]: fine('steps') })).toEqual([{ code: 'file-name', hints: ['Name the file steps.yaml.'] }]);
    // Nor is it offered to those that name another role.
    const others = await hintsOf({
      [`${name}.yaml`]: 'id: [\n',
      'own.yaml': `${fine('own')}confusedWith:\n  - { with: ${JSON.stringify(`${name}x`)}, relation: look-alike, difference: x }\n`,
    });
    expect(JSON.stringify(others)).not.toContain(`${name},`);
    expect(JSON.stringify(others)).not.toContain(`: ${name}?`);
  });
  it('is the id that a file is named after, if it can be one', async () => {
    expect(await hintsOf({ 'ir.yaml': fine('steps') })).toEqual([{ code: 'file-name', hints: ['Name the file steps.yaml, or make the id ir.'] }]);
  });
  it.each([
    ['IR', 'ir'],
    ['steps (1)', 'steps-1'],
    ['けいり', 'keiri'],
  ])('instead of the id %s is one that can be', async (id, possible) => {
    const [{ code, hints } = { code: '', hints: [''] }] = await hintsOf({
      'own.yaml': fine(JSON.stringify(id)).replaceAll(`役割"${id}"`, '役').replaceAll(`Role "${id}"`, 'R'),
    });
    expect({ code, hint: hints.at(-1) }).toEqual({ code: 'invalid-id', hint: `Did you mean: ${possible}?` });
  });
});

describe('a role that is called like a command', () => {
  it('is warned of, once for each command, and shown with show', async () => {
    const { code, document } = await json([
      makeFolder({ 'list.yaml': `${fine('list').replace('Role list', 'List')}aliases: [Help, helper, check]\n` }),
      '--lang',
      'en',
    ]);
    expect(code).toBe(0);
    expect(document.problems.map(({ severity, name, hints }) => [severity, name, hints.join()])).toEqual(
      ['list', 'help', 'check'].map((name) => ['warning', name, expect.stringContaining('backoffice show list') as string]),
    );
  });
  it('is warned of for every command, in both languages', async () => {
    for (const lang of languages) {
      for (const name of ['list', 'show', 'compare', 'quiz', 'form', 'score', 'search', 'guide', 'new', 'check', 'completion', 'help']) {
        const { document } = await json([makeFolder({ [`${name}.yaml`]: fine(name) }), '--lang', lang]);
        expect(document.problems.map((problem) => problem.code)).toEqual(['command-name']);
      }
    }
  });
});

describe('an odd space', () => {
  it.each([
    ['\u00A0', 'a no-break space (NO-BREAK SPACE, U+00A0)', '改行しない空白（NO-BREAK SPACE、U+00A0）'],
    ['\u3000', 'a full-width space (IDEOGRAPHIC SPACE, U+3000)', '全角の空白（IDEOGRAPHIC SPACE、U+3000）'],
    ['\u2003', 'an unusual space (EM SPACE, U+2003)', '特殊な空白（EM SPACE、U+2003）'],
    ['\u200B', 'a zero-width space (ZERO WIDTH SPACE, U+200B)', '幅のない空白（ZERO WIDTH SPACE、U+200B）'],
    ['\u2062', 'an invisible character (U+2062)', '見えない文字（U+2062）'],
  ])('is named by its name and its code point (%j), with what to write', async (sign, en, ja) => {
    const own = makeFolder({ 'own.yaml': fine('own').replace('summary: ', `summary:${sign}`) });
    expect((await runCli(['check', own, '--lang', 'en'])).out).toContain(`There is ${en}`);
    expect((await runCli(['check', own, '--lang', 'en'])).out).toContain('Write an ordinary space in its place.');
    expect((await runCli(['check', own, '--lang', 'ja', '--format', 'plain'])).out).toContain(`${ja}があります。`);
    expect((await runCli(['check', own, '--lang', 'ja', '--format', 'plain'])).out).toContain('半角の空白にしてください。');
  });
});
