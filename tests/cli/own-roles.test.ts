import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, loadRoleFolders } from '../../src/index.ts';
import type { RoleListDocument } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import type { World } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const listIds = async (args: readonly string[], world: World) => {
  const { out, code, err } = await runCli([...args, 'list', '--format', 'json'], world);
  return { code, err, ids: code === 0 ? (JSON.parse(out) as RoleListDocument).roles.map(({ id }) => id) : [] };
};

describe("the person's own folder", () => {
  it('is read by every command, whether or not it is there', async () => {
    const userFolder = makeFolder({ 'own.yaml': roleYaml('own', 'duties:\n  - text: 見積書の作成\n') });
    expect((await listIds([], { userFolder })).ids).toContain('own');
    expect((await runCli(['own'], { userFolder })).out).toContain('見積書の作成');
    expect(await listIds([], { userFolder: join(userFolder, 'missing') })).toMatchObject({ code: 0, err: '' });
    expect(await listIds([], { userFolder: makeFolder() })).toMatchObject({ code: 0, err: '' });
  });
  it('loses only the files that have problems, and says so', async () => {
    const userFolder = makeFolder({ 'good.yaml': roleYaml('good'), 'bad.yaml': 'id: [', 'worse.yaml': roleYaml('worse', 'facets: [nonsense]\n') });
    const { code, err, ids } = await listIds([], { userFolder });
    expect(code).toBe(0);
    expect(ids).toContain('good');
    expect(ids).not.toContain('worse');
    expect(err).toContain('2件');
    expect(err).toContain('backoffice check');
  });
  it('keeps no command from working when it cannot be read', async () => {
    const userFolder = join(makeFolder(), 'roles');
    writeFileSync(userFolder, 'not a folder');
    const { code, err, ids } = await listIds([], { userFolder });
    expect({ code, roles: ids.length }).toEqual({ code: 0, roles: loadCatalogue().roles.length });
    expect(err).toContain(userFolder);
  });
  it('may hold links in a circle, links to nothing, pipes and folders named like role files', async () => {
    const userFolder = makeFolder({ 'good.yaml': roleYaml('good') });
    symlinkSync('circle.yaml', join(userFolder, 'circle.yaml'));
    symlinkSync('gone', join(userFolder, 'gone.yaml'));
    mkdirSync(join(userFolder, 'folder.yaml'));
    const { ids, err } = await listIds([], { userFolder });
    expect(ids).toContain('good');
    expect(err).toContain('3件');
  });
});

describe('several folders', () => {
  it('are laid over each other: built-in, own, BACKOFFICE_DATA, --data', async () => {
    const named = (name: string) => `id: keiri\nname: ${name}\nsummary: x\n`;
    const userFolder = makeFolder({ 'keiri.yaml': named('一'), 'u.yaml': roleYaml('u') });
    const first = makeFolder({ 'keiri.yaml': named('二'), 'e.yaml': roleYaml('e') });
    const second = makeFolder({ 'keiri.yaml': named('三') });
    const given = makeFolder({ 'keiri.yaml': named('四') });
    const name = async (args: readonly string[], world: World) => {
      const { out } = await runCli([...args, 'list', '--format', 'json'], world);
      return (JSON.parse(out) as RoleListDocument).roles.find(({ id }) => id === 'keiri')?.name;
    };
    expect(await name([], { userFolder })).toBe('一');
    expect(await name([], { userFolder, environment: { BACKOFFICE_DATA: first } })).toBe('二');
    expect(await name([], { userFolder, environment: { BACKOFFICE_DATA: [first, second].join(delimiter) } })).toBe('三');
    expect(await name(['--data', given], { userFolder, environment: { BACKOFFICE_DATA: first } })).toBe('四');
    expect((await listIds(['--data', given], { userFolder, environment: { BACKOFFICE_DATA: first } })).ids).toEqual(expect.arrayContaining(['u', 'e']));
  });
  it('may name roles of each other', async () => {
    const confusedWith = 'confusedWith:\n  - { with: given, relation: look-alike, difference: 違う。 }\n';
    const userFolder = makeFolder({ 'own.yaml': roleYaml('own', confusedWith) });
    const { err, ids } = await listIds(['--data', makeFolder({ 'given.yaml': roleYaml('given') })], { userFolder });
    expect({ err, own: ids.includes('own') }).toEqual({ err: '', own: true });
  });
  it('end the command when one that was named is not there or has problems', async () => {
    expect(await listIds([], { environment: { BACKOFFICE_DATA: '/nonexistent' } })).toMatchObject({ code: 1 });
    expect(await listIds([], { environment: { BACKOFFICE_DATA: makeFolder({ 'bad.yaml': 'id: [' }) } })).toMatchObject({ code: 1 });
    // A circle of links cannot be read by anybody, not even by root.
    const circle = join(makeFolder(), 'circle');
    symlinkSync('circle', circle);
    expect(await listIds(['--data', circle], {})).toMatchObject({ code: 1 });
  });
});

describe('a role with a built-in id', () => {
  it('takes the place of that role in lists', () => {
    const builtIn = loadCatalogue();
    const { catalogue } = loadRoleFolders([makeFolder({ 'keiri.yaml': roleYaml('keiri') })], builtIn);
    expect(catalogue.roles.map(({ id }) => id)).toEqual(builtIn.roles.map(({ id }) => id));
  });
});

describe('a thousand role files', () => {
  it('are read', () => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`r${index}.yaml`, roleYaml(`r${index}`)]));
    const { ok, catalogue } = loadRoleFolders([makeFolder(files)], loadCatalogue());
    expect({ ok, roles: catalogue.roles.length }).toEqual({ ok: true, roles: 1000 + loadCatalogue().roles.length });
  });
});
