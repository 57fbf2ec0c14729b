import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createRoleCache } from '../../src/cli/process/role-cache.ts';
import { writeFile } from '../../src/cli/process/write-file.ts';
import { createTestStore } from '../../src/cli/quiz/saved-tests.ts';
import { BackofficeError } from '../../src/core/errors.ts';
import type { SavedTest } from '../../src/core/fit/saved-test.ts';
import { loadCatalogue, loadRoleFiles } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { makeDiskWithFreePages } from '../helpers/faults.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const roles = loadCatalogue().roles.slice(0, 2);
const answers = '3'.repeat(44);
const sheet = `id,answers\na,${'3'.repeat(44)}\n`;
const writers: readonly [string, (file: string) => Promise<{ readonly code: number }>][] = [
  ['list', (file) => runCli(['list', '--format', 'html', '-o', file])],
  ['score', (file) => runCli(['score', '-', '-o', file], { input: sheet })],
  ['quiz', (file) => runCli(['quiz', '--answers', '-', '-o', file, '--format', 'html'], { input: answers })],
];

/** What may stand already where something is to be written, and what of it must not change. */
const occupants: readonly { readonly name: string; readonly fill: (file: string) => void; readonly look: (file: string) => unknown }[] = [
  {
    name: 'a link',
    fill: (file) => {
      writeFileSync(`${file}-target`, 'precious');
      symlinkSync(`${file}-target`, file);
    },
    look: (file) => readFileSync(`${file}-target`, 'utf8'),
  },
  { name: 'a link to nothing', fill: (file) => symlinkSync(`${file}-nowhere`, file), look: (file) => existsSync(`${file}-nowhere`) },
  { name: 'a pipe', fill: (file) => execFileSync('mkfifo', [file]), look: () => undefined },
  {
    name: 'a folder',
    fill: (file) => {
      mkdirSync(file);
      writeFileSync(join(file, 'inside'), 'precious');
    },
    look: (file) => readFileSync(join(file, 'inside'), 'utf8'),
  },
  {
    name: 'a large file of nothing',
    fill: (file) => {
      writeFileSync(file, '');
      truncateSync(file, 600_000_000);
    },
    look: () => undefined,
  },
];

describe.each(writers)('%s -o', (_, write) => {
  it('leaves a whole file, old or new, however little room there is, and the exit code says which', async (context) => {
    for (const pages of [0, 1, 2, 3, 5, 9]) {
      const disk = makeDiskWithFreePages(pages, (folder) => writeFileSync(join(folder, 'out'), 'precious'));
      if (disk === undefined) return context.skip('no disk may be mounted here');
      const { code } = await write(join(disk, 'out'));
      const text = readFileSync(join(disk, 'out'), 'utf8');
      expect(code === 0 ? text.length > 20 && /(?:<\/html>|\n)$/.test(text) : text === 'precious').toBe(true);
      expect(readdirSync(disk).filter((name) => !name.startsWith('fill-'))).toEqual(['out']);
    }
  });
  it.each(occupants)('goes the right way with $name in its place', async ({ name, fill }) => {
    const folder = makeFolder();
    const file = join(folder, 'out');
    fill(file);
    const before = readdirSync(folder);
    // Writing into a pipe waits for somebody to read from it.
    const reader = name === 'a pipe' ? execFile('cat', [file]) : undefined;
    const closed = reader === undefined ? undefined : once(reader, 'close');
    let taken = '';
    reader?.stdout?.on('data', (text) => (taken += String(text)));
    const { code } = await write(file);
    await closed;
    expect(code).toBe(name === 'a link to nothing' || name === 'a folder' ? 1 : 0);
    expect(readdirSync(folder)).toEqual(before);
    if (code === 0) expect(name === 'a pipe' ? taken : readFileSync(file, 'utf8')).toMatch(/(?:<\/html>|\n)$/);
  });
  it('keeps a link and the permissions of what it leads to, and refuses a link to nothing', async () => {
    const folder = makeFolder({ real: 'old' });
    chmodSync(join(folder, 'real'), 0o606);
    symlinkSync('real', join(folder, 'link'));
    expect((await write(join(folder, 'link'))).code).toBe(0);
    expect(readlinkSync(join(folder, 'link'))).toBe('real');
    expect(statSync(join(folder, 'real')).mode & 0o777).toBe(0o606);
    expect(readFileSync(join(folder, 'real'), 'utf8')).not.toBe('old');
    symlinkSync('nowhere', join(folder, 'dead'));
    expect((await write(join(folder, 'dead'))).code).toBe(1);
    expect(readdirSync(folder).toSorted()).toEqual(['dead', 'link', 'real']);
  });
});

describe('a file', () => {
  it('is not written where a folder is, and a device takes it', async () => {
    await expect(writeFile(makeFolder(), 'x')).rejects.toThrow(BackofficeError);
    await writeFile('/dev/null', 'x');
  });
  it('of answers is not written over by the result', async () => {
    const folder = makeFolder({ 'in.csv': sheet });
    const file = join(folder, 'in.csv');
    for (const input of [file, join(folder, '..', folder.split('/').at(-1) ?? '', 'in.csv')]) expect((await runCli(['score', input, '-o', file])).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(sheet);
  });
  it('stays as it was where a quotation mark is open, or nobody could be scored', async () => {
    for (const input of ['"id,answers\na,333\n', `${sheet}"b,333\n`, 'id,answers\na,333\n']) {
      const file = join(makeFolder({ out: 'precious' }), 'out');
      for (const strict of [[], ['--strict']]) {
        const { code, err } = await runCli(['score', '-', '-o', file, ...strict], { input });
        expect(code).toBe(1);
        expect(err).not.toContain('書き出しました');
        expect(readFileSync(file, 'utf8')).toBe('precious');
      }
    }
  });
});

describe('new', () => {
  it('leaves a whole file or none, however little room there is, and the exit code says which', async (context) => {
    for (const pages of [0, 1, 2, 3, 5, 9]) {
      const disk = makeDiskWithFreePages(pages, (folder) => mkdirSync(join(folder, 'roles')));
      if (disk === undefined) return context.skip('no disk may be mounted here');
      const { code } = await runCli(['new', 'own', '--yes', '-o', join(disk, 'roles', 'own.yaml')]);
      expect({ pages, left: readdirSync(join(disk, 'roles')) }).toEqual({ pages, left: code === 0 ? ['own.yaml'] : [] });
      if (code === 0) expect(loadRoleFiles([join(disk, 'roles', 'own.yaml')], loadCatalogue()).ok).toBe(true);
    }
  });
  it.each(occupants)('leaves $name as it is', async ({ fill, look }) => {
    const folder = makeFolder();
    const file = join(folder, 'own.yaml');
    fill(file);
    const before = { names: readdirSync(folder), kind: lstatSync(file).mode, size: lstatSync(file).size, inside: look(file) };
    expect(await runCli(['new', 'own', '--yes', '--data', folder])).toMatchObject({ code: 1 });
    expect({ names: readdirSync(folder), kind: lstatSync(file).mode, size: lstatSync(file).size, inside: look(file) }).toEqual(before);
  });
});

describe('an answer', () => {
  it('never takes the place of what it is made from, by whatever name', async () => {
    const folder = makeFolder({ answers, 'data/own.yaml': roleYaml('own') });
    const inside = (path: string) => join(folder, path);
    symlinkSync(inside('answers'), inside('link'));
    linkSync(inside('data/own.yaml'), inside('same.yaml'));
    const lines: readonly (readonly [string, readonly string[]])[] = [
      ['answers', ['quiz', '--answers', inside('answers')]],
      ['answers', ['quiz', '--answers', inside('link')]],
      ['link', ['quiz', '--answers', inside('answers')]],
      ['data/../answers', ['quiz', '--answers', inside('answers')]],
      ['answers', ['quiz', 'knowledge', '--answers', inside('answers')]],
      ['data/own.yaml', ['check', inside('data')]],
      ['same.yaml', ['check', inside('data/own.yaml')]],
      ['data/own.yaml', ['list', '--data', inside('data')]],
      ['same.yaml', ['show', 'keiri', '--data', inside('data')]],
      ['data/own.yaml', ['score', inside('answers'), '--data', inside('data')]],
    ];
    for (const [target, line] of lines) {
      const outcome = await runCli([...line, '-o', inside(target), '--format', line[0] === 'score' ? 'csv' : 'json', '--lang', 'en']);
      expect({ line, outcome }).toMatchObject({ outcome: { code: 2, err: expect.stringContaining('is the file that is read') as string } });
    }
    expect(readFileSync(inside('answers'), 'utf8')).toBe(answers);
    expect(readFileSync(inside('data/own.yaml'), 'utf8')).toBe(roleYaml('own'));
    expect((await runCli(['list', '--data', inside('data'), '-o', inside('other.txt')])).code).toBe(0);
  });
});

describe('saved tests', () => {
  const id = '20260101-000000-aaaaaa';
  const now = () => new Date('2026-01-02T03:04:05.000Z');
  const open = (fill: (file: string) => void) => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'quiz'));
    fill(join(folder, 'quiz', `${id}.json`));
    return createTestStore(folder, now);
  };
  const saved = { id, test: 'quick', bankVersion: 1, answers: {}, skipped: [], avoid: [], startedAt: '2026-01-01T00:00:00.000Z', done: false };
  const write = (updatedAt: string) => (file: string) => writeFileSync(file, JSON.stringify({ ...saved, updatedAt }));

  it.each<[string, (file: string) => void]>([
    ['a pipe', (file) => execFileSync('mkfifo', [file])],
    ['a link to a device without an end', (file) => symlinkSync('/dev/zero', file)],
    ['a folder', (file) => mkdirSync(file)],
    [
      'a large file',
      (file) => {
        writeFileSync(file, '');
        truncateSync(file, 600_000_000);
      },
    ],
    ['a time that there is not', write('2026-02-31T00:00:00.000Z')],
    ['an impossible hour', write('2026-01-01T99:99:99.999Z')],
  ])('pass over %s', (_, fill) => {
    expect(open(fill).list((test) => test)).toEqual([]);
    expect(open(write('2026-01-01T00:00:00.000Z')).list((test) => test)).toHaveLength(1);
  });
  it('are whole, old or new, however little room there is, and saving says which', async (context) => {
    for (const pages of [0, 1, 2, 3]) {
      let begun: SavedTest | undefined;
      const disk = makeDiskWithFreePages(pages, (folder) => {
        mkdirSync(join(folder, 'quiz'));
        begun = createTestStore(folder, now).create('full', 1);
        writeFileSync(join(folder, 'quiz', `${begun.id}.json`), JSON.stringify(begun));
      });
      if (disk === undefined || begun === undefined) return context.skip('no disk may be mounted here');
      const store = createTestStore(disk, now);
      const answered = { ...begun, answers: Object.fromEntries(Array.from({ length: 400 }, (_, place) => [`item-${place}`, 3])) };
      const done = await store.save(answered);
      const [kept] = store.list((test) => test);
      expect({ pages, answers: kept?.answers, names: readdirSync(join(disk, 'quiz')) }).toEqual({
        pages,
        answers: done === undefined ? {} : answered.answers,
        names: [`${begun.id}.json`],
      });
    }
  });
  it.each(occupants)('take the place of $name, or leave it as it is', async ({ name, fill, look }) => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'quiz'));
    const store = createTestStore(folder, now);
    const begun = store.create('quick', 1);
    const file = join(folder, 'quiz', `${begun.id}.json`);
    fill(file);
    const before = look(file);
    const isSaved = (await store.save(begun)) !== undefined;
    expect(isSaved).toBe(name !== 'a folder');
    expect(look(file)).toEqual(before);
    expect(store.list((test) => test)).toHaveLength(isSaved ? 1 : 0);
  });
  it('are never written through a link', async () => {
    const folder = makeFolder({ target: 'precious' });
    mkdirSync(join(folder, 'quiz'));
    const store = createTestStore(folder, now);
    const begun = store.create('quick', 1);
    symlinkSync(join(folder, 'target'), join(folder, 'quiz', `${begun.id}.json`));
    expect(await store.save(begun)).toBeDefined();
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('precious');
    expect(lstatSync(join(folder, 'quiz', `${begun.id}.json`)).isFile()).toBe(true);
  });
});

describe('the cache of own roles', () => {
  const open = () => {
    const folder = makeFolder({ 'own.yaml': roleYaml('own'), target: 'precious' });
    mkdirSync(join(folder, 'cache'), { mode: 0o700 });
    const file = join(folder, 'cache', 'roles.json');
    return { folder, file, cache: createRoleCache(file, '1', [join(folder, 'own.yaml')]) };
  };
  it.each(occupants)('takes the place of $name, or leaves it as it is', async ({ name, fill, look }) => {
    const { file, cache } = open();
    fill(file);
    const before = look(file);
    expect(cache.read()).toBeUndefined();
    await cache.write(roles);
    expect(look(file)).toEqual(before);
    expect(cache.read()).toEqual(name === 'a folder' ? undefined : roles);
  });
  it('is neither written through a link nor into a folder of others', async () => {
    const { folder, file, cache } = open();
    symlinkSync(join(folder, 'target'), file);
    await cache.write(roles);
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('precious');
    expect(cache.read()).toEqual(roles);
    chmodSync(join(folder, 'cache'), 0o777);
    expect(cache.read()).toBeUndefined();
    writeFileSync(file, '');
    await cache.write(roles);
    expect(readFileSync(file, 'utf8')).toBe('');
  });
  it('passes over a pipe, and over another structure behind a valid checksum', async () => {
    const { file, cache } = open();
    await cache.write(roles);
    const [, key = ''] = readFileSync(file, 'utf8').split('\n');
    const [role] = roles;
    for (const other of [
      null,
      {},
      5,
      [{}],
      [1],
      [{ ...role, duties: 5 }],
      [{ ...role, name: 'x' }],
      [{ ...role, unknown: 1 }],
      [{ ...role, openLists: ['x'] }],
    ]) {
      const content = `${key}\n${JSON.stringify(other)}`;
      writeFileSync(file, `${String(crc32(content))}\n${content}`);
      expect(cache.read()).toBeUndefined();
    }
    const pipe = open();
    execFileSync('mkfifo', ['-m', '600', pipe.file]);
    expect(pipe.cache.read()).toBeUndefined();
  });
});

describe('a folder of very many role files', () => {
  it('is refused when it is named', async () => {
    const folder = makeFolder(Object.fromEntries(Array.from({ length: 5001 }, (_, place) => [`r${place}.yaml`, ''])));
    expect(await runCli(['list', '--data', folder])).toMatchObject({ code: 1, err: expect.stringContaining('5,000') as string });
  });
});
