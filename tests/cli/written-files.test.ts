import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createRoleCache } from '../../src/cli/process/role-cache.ts';
import { writeFile } from '../../src/cli/process/write-file.ts';
import { createTestStore } from '../../src/cli/quiz/saved-tests.ts';
import { BackofficeError } from '../../src/core/errors.ts';
import { loadCatalogue } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { makeDiskWithFreePages } from '../helpers/faults.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const roles = loadCatalogue().roles.slice(0, 2);
const sheet = `id,answers\na,${'3'.repeat(44)}\n`;
const writers: readonly [string, (file: string) => Promise<{ readonly code: number }>][] = [
  ['list', (file) => runCli(['list', '--format', 'html', '-o', file])],
  ['score', (file) => runCli(['score', '-', '-o', file], { input: sheet })],
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
