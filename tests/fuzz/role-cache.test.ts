import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRoleCache } from '../../src/cli/process/role-cache.ts';
import { loadCatalogue } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import type { World } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';
import { byteChanges, changeBytes, fuzz, hostileText } from '../helpers/fuzz.ts';
import { expectSound } from '../helpers/sound.ts';

const [built] = loadCatalogue().roles;
if (built === undefined) throw new Error('no roles');

/** Another structure in the place of a part of a role. */
const value = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}, [null], [[]], { ja: 'x' }, { ja: 1, en: 2 }, 'keiri'),
  fc.jsonValue(),
);
const changedRole = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...Object.keys(built)), hostileText), value), { minLength: 1, maxLength: 3 })
  .map((changes) => ({ ...built, ...Object.fromEntries(changes) }));
const structure = fc.oneof(fc.jsonValue(), fc.array(fc.oneof(changedRole, fc.jsonValue()), { maxLength: 3 }), changedRole);
const damage = fc.oneof(
  byteChanges.map((changes) => ({ changes })),
  fc.double({ min: 0, max: 1, noNaN: true }).map((part) => ({ part })),
  fc.uint8Array({ maxLength: 500 }).map((bytes) => ({ bytes })),
  structure.map((roles) => ({ roles })),
  // Nobody has so many brackets in a file of ours.
  fc.constantFrom('['.repeat(100_000), '{"a":'.repeat(50_000), '[{}]', 'null', '').map((json) => ({ json })),
);
const command = fc.constantFrom(
  ['list'],
  ['show', 'own'],
  ['compare', 'own', 'keiri'],
  ['search', '営業'],
  ['list', '--sort', 'own'],
  ['quiz', '--answers', '-'],
);

describe('the cache of own roles', () => {
  it('that is damaged or holds anything else is no danger', async () => {
    const folder = makeFolder({ 'roles/own.yaml': roleYaml('own') });
    const file = join(folder, 'cache', 'roles.json');
    mkdirSync(join(folder, 'cache'), { mode: 0o700 });
    const openRoleCache: World['openRoleCache'] = (paths) => Promise.resolve(createRoleCache(file, '1', paths));
    const run = (args: readonly string[]) => runCli([...args, '--data', join(folder, 'roles'), '--format', 'plain'], { openRoleCache, input: '3'.repeat(44) });
    await run(['list']);
    const whole = readFileSync(file);
    const [, key = ''] = whole.toString().split('\n');
    const behind = (json: string) => {
      const content = `${key}\n${json}`;
      return Buffer.from(`${String(crc32(content))}\n${content}`);
    };
    await fuzz('cache of own roles', 60, fc.tuple(damage, command), async ([kind, args]) => {
      const right = await run(args);
      if ('changes' in kind) writeFileSync(file, changeBytes(whole, kind.changes));
      else if ('part' in kind) writeFileSync(file, whole.subarray(0, Math.floor(kind.part * whole.length)));
      else if ('bytes' in kind) writeFileSync(file, kind.bytes);
      else writeFileSync(file, behind('json' in kind ? kind.json : JSON.stringify(kind.roles)));
      const outcome = await run(args);
      expectSound(outcome, args);
      // Bytes that are damaged never speak; a checksum that is right is for what this user wrote.
      if (!('roles' in kind)) expect(outcome).toEqual(right);
      writeFileSync(file, whole);
    });
  });
});
