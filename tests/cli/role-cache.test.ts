import { chmodSync, readFileSync, statSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRoleCache } from '../../src/cli/process/role-cache.ts';
import { loadCatalogue } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const roles = loadCatalogue().roles.slice(0, 2);

async function keepRoles() {
  const folder = makeFolder({ 'own.yaml': roleYaml('own') });
  const [file, source] = [join(folder, 'cache', 'roles.json'), join(folder, 'own.yaml')];
  await createRoleCache(file, '1', [source]).write(roles);
  return { folder, file, source, read: (program = '1') => createRoleCache(file, program, [source]).read() };
}

/** Two files whose size and times are the same: the clock of a file system goes by milliseconds. */
function writeAtOneMoment(folder: string): readonly [string, string] {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const [first, second] = [join(folder, `${attempt}-first`), join(folder, `${attempt}-second`)];
    writeFileSync(first, roleYaml('own'));
    writeFileSync(second, roleYaml('new'));
    const [one, other] = [statSync(first), statSync(second)];
    if (one.mtimeMs === other.mtimeMs && one.ctimeMs === other.ctimeMs) return [first, second];
  }
  throw new Error('the clock of this file system is too fine');
}

describe('the cache of own roles', () => {
  it('gives back what was kept, for this program and these files only', async () => {
    const { folder, file, source, read } = await keepRoles();
    expect(read()).toEqual(roles);
    expect(read('2')).toBeUndefined();
    expect(createRoleCache(file, '1', []).read()).toBeUndefined();
    expect(createRoleCache(file, '1', [source, source]).read()).toBeUndefined();
    expect(createRoleCache(file, '1', [join(folder, 'other.yaml')]).read()).toBeUndefined();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each<[string, (source: string) => void]>([
    ['longer', (source) => writeFileSync(source, `${readFileSync(source, 'utf8')}\n`)],
    ['as long', (source) => writeFileSync(source, readFileSync(source, 'utf8').replace('own', 'new'))],
    ['older', (source) => utimesSync(source, 1, 1)],
  ])('forgets a file that is %s now', async (_, change) => {
    const { source, read } = await keepRoles();
    change(source);
    expect(read()).toBeUndefined();
  });

  // What copies or unpacks files may keep their times: size and time are those of the old file then.
  it('forgets a file that is written anew, of the same size and time', async () => {
    const { file, source, read } = await keepRoles();
    // Whole seconds: a time that is set is not as exact as one that was taken.
    utimesSync(source, 1_000_000, 1_000_000);
    await createRoleCache(file, '1', [source]).write(roles);
    expect(read()).toEqual(roles);
    const { ino, size, mtimeMs } = statSync(source);
    writeFileSync(source, readFileSync(source, 'utf8').replace('own', 'new'));
    utimesSync(source, 1_000_000, 1_000_000);
    expect(statSync(source)).toMatchObject({ ino, size, mtimeMs });
    expect(read()).toBeUndefined();
  });
  it('tells files apart that are alike in all but their content: two of one size, written at one moment', async () => {
    const folder = makeFolder();
    const [link, file] = [join(folder, 'own.yaml'), join(folder, 'cache', 'roles.json')];
    const [first, second] = writeAtOneMoment(folder);
    symlinkSync(first, link);
    await createRoleCache(file, '1', [link]).write(roles);
    expect(createRoleCache(file, '1', [link]).read()).toEqual(roles);
    unlinkSync(link);
    symlinkSync(second, link);
    expect(createRoleCache(file, '1', [link]).read()).toBeUndefined();
  });

  it('passes over what is damaged, wherever the damage is', async () => {
    const { file, read } = await keepRoles();
    const whole = readFileSync(file);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, isCut) => {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        writeFileSync(file, isCut ? whole.subarray(0, at) : damaged);
        expect(read()).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('passes over what others can write to', async () => {
    const { folder, file, read } = await keepRoles();
    chmodSync(file, 0o666);
    expect(read()).toBeUndefined();
    chmodSync(file, 0o600);
    expect(read()).toEqual(roles);
    const link = join(folder, 'link.json');
    symlinkSync(file, link);
    expect(createRoleCache(link, '1', [join(folder, 'own.yaml')]).read()).toBeUndefined();
  });

  it('does without where it cannot write', async () => {
    const folder = makeFolder({ 'own.yaml': roleYaml('own') });
    const cache = createRoleCache(join(folder, 'own.yaml', 'roles.json'), '1', [join(folder, 'own.yaml')]);
    await cache.write(roles);
    expect(cache.read()).toBeUndefined();
  });
});

describe('a command with own roles', () => {
  const makeFiles = () => makeFolder({ 'own.yaml': roleYaml('own') });
  const cacheOf = (folder: string) => (paths: readonly string[]) => Promise.resolve(createRoleCache(join(folder, 'roles.json'), '1', paths));

  it('answers the same from the cache', async () => {
    const openRoleCache = cacheOf(makeFolder());
    const args = ['list', '--format', 'json', '--data', makeFiles()];
    const [first, second] = [await runCli(args, { openRoleCache }), await runCli(args, { openRoleCache })];
    expect(second).toEqual(first);
    expect(first.out).toContain('"own"');
  });

  it('takes the roles from the cache, and reads no file for it', async () => {
    const [kept] = roles;
    const { out } = await runCli(['list', '--format', 'json', '--data', makeFiles()], {
      openRoleCache: () =>
        Promise.resolve({ read: () => (kept === undefined ? [] : [{ ...kept, id: 'kept' }]), write: () => Promise.reject(new Error('kept already')) }),
    });
    expect(out).toContain('"kept"');
    expect(out).not.toContain('"own"');
  });

  it('keeps nothing of files with a problem', async () => {
    const openRoleCache = cacheOf(makeFolder());
    const args = ['list', '--data', makeFolder({ 'own.yaml': 'id: [' })];
    expect((await runCli(args, { openRoleCache })).code).toBe(1);
    expect((await runCli(args, { openRoleCache })).code).toBe(1);
  });
});
