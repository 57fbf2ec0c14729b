import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listMainRoles } from '../../src/core/catalogue/tiers.ts';
import { loadCatalogue } from '../../src/index.ts';
import type { GroupDocument } from '../../src/core/views/group.ts';
import { runCli } from '../helpers/cli.ts';
import type { World } from '../helpers/cli.ts';
import { makeFolder } from '../helpers/folder.ts';

const catalogue = loadCatalogue();
const { items } = catalogue.fit;
const mainNames = listMainRoles(catalogue.roles).map(({ name }) => name.ja);
/** People of four kinds, none of whom is alone. */
const likes = [
  ['numbers', 'recording', 'precision', 'routine'],
  ['phone', 'coordinating'],
  ['technology', 'learning'],
  ['logistics', 'physical'],
];
const answersOf = (kind: number, shift = 0) => items.map(({ dimension }, index) => (likes[kind]?.includes(dimension) === true ? 5 : 1 + ((index + shift) % 3)));
const table = (counts: readonly number[], avoid = '') =>
  [
    ['id', 'avoid', ...items.map(({ id }) => id)].join(','),
    ...counts.flatMap((count, kind) => Array.from({ length: count }, (_, place) => [`${kind}-${place}`, avoid, ...answersOf(kind)].join(','))),
  ].join('\n');
const group = (input: string, args: readonly string[] = [], world: World = {}) => runCli(['score', '-', '--group', ...args], { input, ...world });

describe('score --group', () => {
  it('tells of the group and of nobody in it, in every format', async () => {
    const input = table([12, 3, 8, 0], 'overtime');
    const { code, out, err } = await group(input, ['--format', 'json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const document = JSON.parse(out) as GroupDocument;
    expect(document).toMatchObject({ schemaVersion: 1, kind: 'group', people: 23 });
    expect(document.avoid?.find(({ id }) => id === 'overtime')).toMatchObject({ count: 23 });
    for (const format of ['table', 'plain', 'yaml', 'markdown', 'csv', 'html']) {
      const answer = await group(input, ['--format', format]);
      expect(answer.code).toBe(0);
      expect(answer.out).toContain('23');
      // No code, no name.
      expect(answer.out).not.toMatch(/\b01[0-9A-Z]{3}-|\b0-0\b/);
      if (format !== 'yaml' && format !== 'csv') for (const name of mainNames) expect(answer.out).toContain(name);
    }
  });
  it('has the words for what is not told, in both languages', async () => {
    const input = table([12, 3, 8, 0]);
    expect((await group(input)).out).toContain('5人未満');
    expect((await group(input, ['--lang', 'en'])).out).toContain('Under five');
    expect((await group(input, ['--format', 'csv'])).out).toMatch(/^avoid,overtime,[^,]*,,under-five,,$/m);
  });
  it('does not summarise under five people, and gives under ten no counts', async () => {
    const four = await group(table([4]));
    expect(four.code).toBe(0);
    expect(four.out).toContain('5人未満なので');
    expect(JSON.parse((await group(table([2]), ['--format', 'json'])).out)).toEqual({
      schemaVersion: 1,
      kind: 'group',
      language: 'ja',
      bankVersion: 1,
      underFive: true,
    });
    const nine = JSON.parse((await group(table([9]), ['--format', 'json'])).out) as GroupDocument;
    expect(Object.keys(nine)).toEqual(['schemaVersion', 'kind', 'language', 'bankVersion', 'people', 'profile']);
    expect((await group(table([9]))).out).toContain('人数は出しません');
  });
  it('is a page in a file, and leaves an old one where nobody could be scored', async () => {
    const file = join(makeFolder(), 'group.html');
    const first = await group(table([20]), ['-o', file]);
    expect(first).toMatchObject({ code: 0, out: '' });
    expect(first.err.split('\n').filter((line) => line.includes(file))).toHaveLength(1);
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('グループのまとめ');
    const bad = await group(table([1]).replace(/,5/g, ',x'), ['-o', file]);
    expect(bad.code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(written);
  });
  it('still names the rows that cannot be read', async () => {
    const { code, out, err } = await group(`${table([10])}\n${table([1]).split('\n')[1]?.replace(/,5/, ',x') ?? ''}`);
    expect(code).toBe(1);
    expect(out).toContain('10人');
    expect(err).toContain('-:12:');
  });
  it('refuses a format of rows, and a page on a terminal', async () => {
    expect(await group(table([5]), ['--format', 'ndjson'])).toMatchObject({ code: 2, out: '' });
    expect(await group(table([5]), ['--format', 'html'], { terminal: { columns: 80 } })).toMatchObject({ code: 2, out: '' });
    expect(await group(table([5]), ['-o', 'x.ndjson'])).toMatchObject({ code: 2, out: '' });
  });
});
