import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkRoleFiles, loadCatalogue, loadRoleFolders, severityOf } from '../../../src/index.ts';
import type { Diagnostic } from '../../../src/index.ts';
import { makeFolder, roleYaml } from '../../helpers/folder.ts';

const builtIn = loadCatalogue();
const data = fileURLToPath(new URL('../../../data', import.meta.url));
const duties = 'duties:\n  - text: { ja: 見積書の作成, en: Preparing quotations }\n';

/** A role file about which there is nothing to say. */
const fine = (id: string, more = '') => `id: ${id}\nname: { ja: 役割${id}, en: Role ${id} }\nsummary: { ja: 支える。, en: Supports. }\n${duties}${more}`;

type Told = Pick<Diagnostic, 'code' | 'line' | 'column'> & Partial<Diagnostic>;

/** The problems of a folder of files, with paths as in the folder. */
function check(files: Readonly<Record<string, string>>, { paths = ['.'], folders = [] }: { paths?: readonly string[]; folders?: readonly string[] } = {}) {
  const folder = makeFolder(files);
  const inside = (path: string) => join(folder, path);
  const result = checkRoleFiles(paths.map(inside), builtIn, { subfolder: 'roles', folders: folders.map(inside) });
  const short = (path: string) => relative(folder, path);
  return {
    files: result.files.map(short),
    problems: result.diagnostics.map((diagnostic): Told => ({
      ...diagnostic,
      file: short(diagnostic.file),
      ...(diagnostic.code === 'replaces-own' ? { other: short(diagnostic.other ?? '') } : {}),
    })),
  };
}

const codes = (problems: readonly Told[]) => problems.map(({ code }) => code);

describe('role files without a problem', () => {
  it('are said to be none', () => {
    expect(check({ 'own.yaml': fine('own') })).toEqual({ files: ['own.yaml'], problems: [] });
  });
  it('are those of the catalogue, together and one by one', () => {
    expect(checkRoleFiles([join(data, 'roles')], builtIn)).toMatchObject({ diagnostics: [] });
    for (const { id } of builtIn.roles) expect(checkRoleFiles([join(data, 'roles', `${id}.yaml`)], builtIn).diagnostics, id).toEqual([]);
  });
});

describe('warnings and notes', () => {
  const jimu = readFileSync(join(data, 'roles/jimu.yaml'), 'utf8');
  it.each<[string, Record<string, string>, Partial<Diagnostic>[]]>([
    ['a text in one language', { 'a.yaml': fine('a', 'focus: 営業\n') }, [{ code: 'missing-translation', name: 'focus', line: 6, column: 8 }]],
    ['a text with one language of two', { 'a.yaml': fine('a', 'focus: { ja: 営業 }\n') }, [{ code: 'missing-translation', name: 'focus', line: 6, column: 8 }]],
    ['Japanese for English', { 'a.yaml': fine('a', 'focus: { ja: 営業, en: 営業 }\n') }, [{ code: 'missing-translation', name: 'focus', line: 6, column: 22 }]],
    [
      'a text with the other language of two',
      { 'a.yaml': fine('a', 'focus: { en: Sales }\n') },
      [{ code: 'missing-translation', name: 'focus', line: 6, column: 8 }],
    ],
    ['the same name in both languages', { 'a.yaml': fine('a', 'focus: { ja: SAP, en: SAP }\n') }, []],
    [
      'a file in one language, once',
      { 'a.yaml': 'id: a\nname: 店舗事務\nsummary: 支える。\nduties:\n  - text: 見積書\n' },
      [{ code: 'missing-translation', line: 2, column: 7 }],
    ],
    ['a section without entries', { 'a.yaml': fine('a', 'merits: []\n') }, [{ code: 'empty-section', name: 'merits', line: 6, column: 9 }]],
    ['a section without anything', { 'a.yaml': fine('a', 'merits:\nchecks: null\n') }, [{ name: 'merits' }, { name: 'checks' }]],
    ['no duties', { 'a.yaml': roleYaml('a') }, [{ code: 'empty-section', name: 'duties', line: 1, column: 5 }]],
    ['empty duties, once', { 'a.yaml': roleYaml('a', 'duties: []\n') }, [{ code: 'empty-section', name: 'duties', line: 4, column: 9 }]],
    [
      'a dimension that nobody knows',
      { 'a.yaml': fine('a', 'suits:\n  - { text: { ja: 人, en: One }, dimension: numbres }\n') },
      [{ code: 'unknown-dimension', name: 'numbres', nearest: ['numbers'], line: 7, column: 44 }],
    ],
    [
      'names that are spelled like those of other roles and concepts, and of those that are the same',
      { 'a.yaml': fine('a', 'reading: ｹｲﾘ\naliases: [マーケ, Joho System, 役割a, ろむ, 總務, KEIRI, 労務]\n') },
      [
        { code: 'shared-name', name: 'ｹｲﾘ', other: 'keiri', line: 6 },
        { code: 'shared-name', name: 'マーケ', other: 'marketing', line: 7 },
        { code: 'same-name', name: 'Joho System', other: 'jouhou-system', line: 7 },
        { code: 'same-name', name: 'ろむ', other: 'roumu', line: 7 },
        { code: 'same-name', name: '總務', other: 'soumu', line: 7 },
        { code: 'hidden-name', name: 'KEIRI', other: 'keiri', line: 7 },
        { code: 'hidden-name', name: '労務', other: 'roumu', line: 7 },
      ],
    ],
    [
      'related titles that another role or concept is called',
      { 'a.yaml': fine('a', 'relatedTitles: [営業, ＫＥＩＲＩ, 情シス, roumu, 役割a]\n'), 'b.yaml': fine('b', 'relatedTitles: [営業, 経営企画]\n') },
      [
        { code: 'hidden-title', name: 'ＫＥＩＲＩ', other: 'keiri', line: 6, column: 21 },
        { code: 'hidden-title', name: '情シス', other: 'jouhou-system', line: 6 },
        { code: 'hidden-title', name: 'roumu', other: 'roumu', line: 6 },
      ],
    ],
    [
      'what new left to be written',
      { 'a.yaml': fine('a', 'focus: { ja: 【仕事の中心】, en: "[What it is about]" }\n') },
      [{ code: 'placeholder', name: 'focus' }],
    ],
    ['an id that reads like another', { 'kei-ri.yaml': fine('kei-ri') }, [{ code: 'same-name', name: 'kei-ri', other: 'keiri', line: 1, column: 5 }]],
    [
      'one name of two own roles in two spellings',
      { 'a.yaml': fine('a', 'aliases: [営業, えいぎょう]\n'), 'b.yaml': fine('b', 'aliases: [営業, eigyo]\n') },
      [
        { code: 'shared-name', name: '営業', file: 'a.yaml', other: 'b' },
        { code: 'same-name', name: 'えいぎょう', file: 'a.yaml', other: 'b' },
        { code: 'shared-name', name: '営業', file: 'b.yaml', other: 'a' },
        { code: 'same-name', name: 'eigyo', file: 'b.yaml', other: 'a' },
      ],
    ],
    ['a role of its own instead of a built-in one', { 'keiri.yaml': fine('keiri') }, [{ code: 'replaces-role', name: 'keiri', line: 1, column: 5 }]],
    ['a role that is as it was', { 'jimu.yaml': jimu }, []],
  ])('tell of %s', (_, files, expected) => {
    const { problems } = check(files);
    expect(problems).toMatchObject(expected);
    expect(problems.map(({ code }) => severityOf({ code }))).not.toContain('error');
  });

  it('tell of a copy of a role, and of what its copies have in common', () => {
    const copy = (id: string) => jimu.replace('id: jimu', `id: ${id}`).replace('ja: 事務,', `ja: 役割${id},`).replace('en: Clerical work', `en: Role ${id}`);
    const anew = (id: string) => copy(id).replace(/^(reading|aliases): .*\n/gm, '');
    expect(check({ 'a.yaml': anew('a') }).problems).toMatchObject([{ code: 'near-duplicate', name: 'a', other: 'jimu', line: 2, column: 5 }]);
    const heads = ['一つ目', '二つ目', '三つ目', '四つ目', '五つ目'];
    const withHeads = (id: string, count: number) =>
      fine(id, '').replace(
        duties,
        `duties:\n${heads.map((text, index) => `  - text: { ja: '${index < count ? text : text + id}', en: ${id}${index} }\n`).join('')}`,
      );
    const near = (count: number) => codes(check({ 'a.yaml': withHeads('a', count), 'b.yaml': withHeads('b', count) }).problems);
    expect(near(4)).toEqual(['near-duplicate', 'near-duplicate']);
    expect(near(3)).toEqual([]);
  });

  it('tell of a file of an earlier folder that is replaced, unless it is the same', () => {
    const files = { 'first/own.yaml': fine('own'), 'second/own.yaml': fine('own', 'merits:\n  - text: { ja: 楽, en: Easy }\n'), 'third/own.yaml': fine('own') };
    expect(check(files, { paths: ['first', 'second'] }).problems).toMatchObject([{ code: 'replaces-own', file: 'second/own.yaml', other: 'first/own.yaml' }]);
    expect(check(files, { paths: ['first', 'third'] }).problems).toEqual([]);
    expect(check(files, { paths: ['second'], folders: ['first'] }).problems).toMatchObject([{ code: 'replaces-own', file: 'second/own.yaml' }]);
  });

  it('say nothing of replacing where two files of a folder have one id, which is an error', () => {
    expect(codes(check({ 'own.yaml': fine('own'), 'own.yml': fine('own', 'merits:\n  - text: { ja: 楽, en: Easy }\n') }).problems)).toEqual(['duplicate-id']);
  });

  it('stand with the errors of the same file', () => {
    const { problems } = check({ 'a.yaml': fine('a', 'focus: 営業\nmerits: []\nfacets: [desk-wrok]\n') });
    expect(codes(problems)).toEqual(['missing-translation', 'empty-section', 'unknown-reference']);
  });

  it.each([
    ['an empty list that is no section', 'facets: []\n', 'empty-list'],
    ['a text for a section', 'merits: x\n', 'wrong-type'],
    ['a number for a text', 'focus: 5\n', 'wrong-type'],
    ['a number for a text in one language', 'focus: { ja: 5 }\n', 'wrong-type'],
  ])('do not tell of %s, which is an error', (_, lines, code) => {
    expect(codes(check({ 'a.yaml': fine('a', lines) }).problems)).toEqual([code]);
  });

  it('keep no file from being read, and are not told by what only reads it', () => {
    const files = { 'jimu.yaml': roleYaml('jimu', 'focus: 営業\nmerits: []\nsuits:\n  - { text: x, dimension: numbres }\n') };
    expect(codes(check(files).problems).sort()).toEqual([
      'empty-section',
      'empty-section',
      'missing-translation',
      'missing-translation',
      'replaces-role',
      'unknown-dimension',
    ]);
    expect(loadRoleFolders([makeFolder(files)], builtIn)).toMatchObject({ ok: true, diagnostics: [] });
  });
});

describe('the place of a problem', () => {
  const placeOf = (text: string) => {
    const [problem] = checkRoleFiles([makeFolder({ 'own.yaml': text })], builtIn).diagnostics.filter(({ code }) => severityOf({ code }) === 'error');
    return problem;
  };
  it('comes with its line, in three parts', () => {
    expect(placeOf(fine('own', 'facets: [numbers, desk-wrok] # なぜ\n'))).toMatchObject({
      line: 6,
      column: 19,
      endColumn: 28,
      source: { before: 'facets: [numbers, ', marked: 'desk-wrok', after: '] # なぜ' },
    });
  });
  it('is the beginning of what holds others, and of what lasts for several lines', () => {
    expect(placeOf(fine('own', 'suits:\n  - { txt: x }\n'))).toMatchObject({ source: { before: '  - ', marked: '{', after: ' txt: x }' } });
    expect(placeOf(fine('own', 'facets:\n  - |\n    desk-work\n    more\n'))).toMatchObject({ line: 7, source: { before: '  - ', marked: '|', after: '' } });
    expect(placeOf(fine('own', 'facets:\n  - |\n    desk-work\n    more\n'))).not.toHaveProperty('endColumn');
  });
  it('has no line where the whole file is meant', () => {
    for (const text of ['', 'id: own\nname: x\n', 'id: own\0']) expect(placeOf(text)).not.toHaveProperty('source');
  });
  it('shows control and invisible characters as marks, tabs as spaces, and part of a long line', () => {
    const source = placeOf(fine('own', `fa\u200Bcets: "\u009B\u001B[31m\u202E"\t# ${'長'.repeat(10_000)}\n`))?.source;
    expect(source?.before).toBe('');
    expect(source?.marked).toBe('fa\uFFFDcets');
    expect(source?.after).toMatch(/^: "\uFFFD\uFFFD\[31m\uFFFD" {4}# 長+…$/);
    expect(source?.after.length).toBeLessThan(200);
    const behind = placeOf(fine('own', `facets: [${'desk-work, '.repeat(1000)}desk-wrok]\n`))?.source;
    expect(behind).toMatchObject({ before: expect.stringMatching(/^….*desk-work, $/) as string, marked: 'desk-wrok', after: ']' });
  });
});

describe('paths', () => {
  const bad = 'id: [';
  it('are files, whatever they are called, folders, and folders with a folder roles', () => {
    const files = { 'a.yaml': fine('a'), 'b.yml': fine('b'), 'c.txt': fine('c'), '.d.yaml': bad, 'e/roles/e.yaml': fine('e'), 'e/x.txt': '' };
    expect(check(files).files).toEqual(['a.yaml', 'b.yml']);
    expect(check(files, { paths: ['c.txt', 'e'] })).toEqual({ files: ['c.txt', 'e/roles/e.yaml'], problems: [] });
  });
  it('that are folders with nothing in them, or with a file for a folder, are problems', () => {
    const { files, problems } = check({ 'empty/x.txt': '', 'odd/roles': fine('a') }, { paths: ['empty', 'odd'] });
    expect(files).toEqual([]);
    expect(problems.map(({ file, code, expected }) => [file, code, expected])).toEqual([
      ['empty', 'folder-empty', undefined],
      ['odd', 'file-unreadable', 'not-a-folder'],
    ]);
  });
  it('mean a file once', () => {
    const files = { 'a.yaml': fine('a'), 'b.yaml': bad };
    const { files: found, problems } = check(files, { paths: ['b.yaml', '.', 'a.yaml', './b.yaml'] });
    expect(found).toEqual(['b.yaml', 'a.yaml']);
    expect(problems).toHaveLength(1);
  });
  it('that lead nowhere are problems, and keep nothing else from being checked', () => {
    const folder = makeFolder({ 'own.yaml': fine('own'), 'empty/x.txt': '', 'locked/x.yaml': '' });
    symlinkSync('circle', join(folder, 'circle'));
    symlinkSync('gone', join(folder, 'lost.yaml'));
    mkdirSync(join(folder, 'folder.yaml'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    chmodSync(join(folder, 'locked'), 0o000);
    const paths = ['missing', 'circle', 'lost.yaml', 'empty', 'pipe', 'folder.yaml', 'own.yaml/x', 'locked', 'own.yaml'];
    const { files, diagnostics } = checkRoleFiles(
      paths.map((path) => join(folder, path)),
      builtIn,
    );
    chmodSync(join(folder, 'locked'), 0o700);
    const told = Object.fromEntries(diagnostics.map(({ file, code, expected }) => [relative(folder, file), expected ?? code]));
    // Root may read every folder; the file in it is empty.
    expect(told.locked ?? told['locked/x.yaml']).toBe(process.getuid?.() === 0 ? 'file-empty' : 'no-permission');
    expect(told).toMatchObject({
      missing: 'not-found',
      circle: 'link-loop',
      'lost.yaml': 'not-found',
      empty: 'folder-empty',
      pipe: 'not-a-file',
      'folder.yaml': 'folder-empty',
      'own.yaml/x': 'not-a-folder',
    });
    expect(Object.keys(told)).toHaveLength(8);
    expect(files.map((file) => relative(folder, file))).toContain('own.yaml');
  });
  it('of one file know the files beside it, and the folders that are read anyway', () => {
    const confused = (id: string) => `confusedWith:\n  - { with: ${id}, relation: look-alike, difference: { ja: 違う。, en: Differs. } }\n`;
    const files = { 'a.yaml': fine('a', confused('b')), 'b.yaml': fine('b', confused('c')), 'others/c.yaml': fine('c'), 'others/bad.yaml': bad };
    expect(check(files, { paths: ['a.yaml'] })).toEqual({ files: ['a.yaml'], problems: [] });
    expect(codes(check(files, { paths: ['b.yaml'] }).problems)).toEqual(['unknown-reference']);
    expect(check(files, { paths: ['b.yaml'], folders: ['others'] })).toEqual({ files: ['b.yaml'], problems: [] });
  });
  it('of one file give the same problems as those of its folder', () => {
    const files = { 'a.yaml': fine('a', 'aliases: [えいぎょう]\n'), 'b.yaml': fine('b', 'aliases: [eigyo]\nmerits: []\n'), 'c.yaml': bad, 'd.yaml': fine('c') };
    const together = check(files).problems;
    expect(Object.keys(files).flatMap((path) => check(files, { paths: [path] }).problems)).toEqual(together);
    expect(together.length).toBeGreaterThanOrEqual(4);
  });
});
