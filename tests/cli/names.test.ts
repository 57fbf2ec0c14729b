import { describe, expect, it } from 'vitest';
import type { RoleListDocument, SearchDocument } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const run = (line: string) => runCli([...line.split(' '), '--format', 'json']);
const ids = async (line: string): Promise<unknown> => {
  const { code, out } = await run(line);
  if (code !== 0) return code;
  const { role, concept, roles, topic } = JSON.parse(out) as Record<string, { id?: string } & { id: string }[]>;
  return role?.id ?? concept?.id ?? topic?.id ?? roles?.map(({ id }) => id);
};

describe('words that together are a name', () => {
  it.each<[string, unknown]>([
    ['show human resources', 'jinji'],
    ['human resources', 'jinji'],
    ['human resources --section duties', 'jinji'],
    ['guide front office', 'front-office'],
    ['show 情報　システム', 'jouhou-system'],
    ['compare human resources accounting', ['jinji', 'keiri']],
    ['human resources general affairs public relations', ['jinji', 'soumu', 'kouhou']],
    ['financial accounting accounting', ['kaikei', 'keiri']],
    // Each of them is a name, although both together are one, too.
    ['経理 事務', ['keiri', 'jimu']],
    ['show 経理 事務', 'keiri'],
    ['show keiri kaikei', 2],
    ['show human resurces', 1],
    ['human resurces', 1],
  ])('%s', async (line, expected) => {
    expect(await ids(line)).toEqual(expected);
  });
  it('are joined behind --, too', async () => {
    expect((await runCli(['show', '--section', 'duties', '--', 'human', 'resources'])).out).toContain('人事');
  });
  it('are joined among own roles, too', async () => {
    const folder = makeFolder({ 'own.yaml': roleYaml('own', 'aliases: [night desk]\n') });
    expect(await ids(`night desk --data ${folder}`)).toBe('own');
    expect(await ids(`--data=${folder} night desk keiri`)).toEqual(['own', 'keiri']);
  });
});

describe('an absence', () => {
  const list = async (line: string) => JSON.parse((await run(line)).out) as RoleListDocument;
  it('is told in lists by words and traits, and not in those by what is handled', async () => {
    const { out } = await runCli(['list', '--facet', 'remote-work']);
    expect(out).toContain('当てはまらないとは限りません');
    expect((await runCli(['list', '--resource', 'money'])).out).not.toContain('限りません');
    expect((await list('list')).unlisted).toBeUndefined();
    expect((await list('list --facet numbers')).unlisted).toBeGreaterThan(0);
    expect((await runCli(['search', '年末調整'])).out).toContain('限りません');
    expect((await runCli(['search', '経理'])).out).not.toContain('限りません');
  });
  it.each(['list 未経験', 'list beginner', 'list no experience --lang en'])('lets figures speak: %s', async (line) => {
    const { roles } = await list(line);
    expect(roles.find(({ id }) => id === 'butsuryuu')?.surveyed).toMatchObject([{ distribution: { id: 'experience' }, share: 0.726 }]);
    for (const { surveyed = [] } of roles) for (const { share } of surveyed) expect(share).toBeGreaterThan(0.5);
  });
  it('lets figures speak in search', async () => {
    const { results } = JSON.parse((await run('search beginner')).out) as SearchDocument;
    expect(results[0]).toMatchObject({ id: 'jimu' });
    expect(results.find(({ id }) => id === 'butsuryuu')).toMatchObject({ hits: [], surveyed: { share: 0.726 } });
    expect((await runCli(['search', '未経験'])).out).toContain('調査では73%');
  });
});

describe('list --sort', () => {
  it('offers what begins as it was typed first', async () => {
    const { code, err } = await runCli(['list', '--sort', 'regular']);
    expect({ code, offered: /もしかして: (\S+?)[、, \n]/.exec(err)?.[1] }).toEqual({ code: 2, offered: 'regular-schedule' });
  });
  it('lists with help all that can be sorted by', async () => {
    const { out } = await runCli(['list', '--sort', 'help', '--format', 'csv']);
    expect(out).toContain('regular-schedule');
    expect((await runCli(['list', '--sort', 'help'])).out).toContain('regular-schedule');
    expect((await runCli(['list', '--help'])).out).toContain('--sort help');
  });
});
