import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ComparisonDocument, RoleDocument, RoleListDocument } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const json = async <Document>(...args: string[]): Promise<Document> => JSON.parse((await runCli([...args, '--format', 'json'])).out) as Document;

describe('show', () => {
  it('draws the figures furthest from the average, with the average marked and named', async () => {
    const { out } = await runCli(['show', 'keiri']);
    expect(out).toContain('数字で見る');
    expect(out).toMatch(/計算する力 +3\.27 █+┃█+▌?·+ +2\.48 +1–5\n/);
    expect(out).toMatch(/┃ 平均 +範囲/);
    expect(out).toContain('backoffice show keiri --section figures');
  });
  it('gives on the whole page the four furthest above the average and the four furthest below it, from high to low', async () => {
    const { role } = await json<RoleDocument>('show', 'keiri', '--section', 'figures');
    const sorted = (role.measures?.figures ?? []).toSorted((a, b) => b.z - a.z);
    const [above, below] = [sorted.filter(({ z }) => z >= 0.5), sorted.filter(({ z }) => z <= -0.5)];
    expect(Math.min(above.length, below.length)).toBeGreaterThan(4);
    const { out } = await runCli(['show', 'keiri', '--format', 'markdown']);
    const [, table = ''] = /^## 数字で見る\n[^]*?\| --- .*\n((?:\|.*\n)+)/m.exec(out) ?? [];
    const shown = [...table.matchAll(/^\| (.*?) \|/gm)].map(([, label]) => label);
    expect(shown).toEqual([...above.slice(0, 4), ...below.slice(-4)].map(({ label }) => label));
  });
  it('draws them in ASCII, too, and without colour', async () => {
    const { out } = await runCli(['show', 'keiri', '--ascii', '--lang', 'en']);
    expect(out).toMatch(/3\.27 #+\|#+\.+ +2\.48 +1-5\n/);
    expect(out).toMatch(/\| Average +Scale/);
    expect(out).not.toMatch(/[█▒┃]/);
  });
  it('gives the values without bars where bars cannot be seen', async () => {
    const plain = await runCli(['show', 'zaimu', '--section', 'figures', '--format', 'plain', '--lang', 'en']);
    expect(plain.out).toContain('  Value: 5.0 (estimate)\n  Average: 2.02\n  Scale: 0–7');
    const markdown = await runCli(['show', 'zaimu', '--section', 'figures', '--format', 'markdown']);
    expect(markdown.out).toContain('| 5.0（推定） | 2.02 | 0–7 |');
    for (const { out } of [plain, markdown]) expect(out).not.toMatch(/[█▒]/);
  });
  it.each(['zaimu', 'kaikei'])('marks every estimate of %s, on every screen and in every format', async (id) => {
    const { role } = await json<RoleDocument>('show', id, '--section', 'figures');
    expect(role.measures?.figures.length).toBeGreaterThan(10);
    for (const { estimated } of role.measures?.figures ?? []) expect(estimated).toBe(true);
    const commands = [
      ['show', id],
      ['show', id, '--section', 'figures'],
      ['show', id, '--section', 'suits'],
      ['show', id, '--section', 'entry'],
      ['compare', id, 'keiri'],
      ['list', '--sort', 'negotiation'],
    ];
    for (const args of commands) {
      for (const format of ['table', 'plain', 'markdown'] as const) {
        const { out } = await runCli([...args, '--format', format], { environment: { COLUMNS: '100' } });
        // An estimate has one decimal, a measured figure two: no number with one decimal stands without its mark.
        // Pay and mean ages are no figures of this survey.
        for (const line of out.split('\n').filter((printed) => !/万円|歳/.test(printed)))
          for (const [found] of line.matchAll(/.?\d\.\d(?!\d).{0,3}/gu)) expect(found, `${args.join(' ')} ${format}: ${line}`).toMatch(/^~|（推定/u);
        if (/~|推定/.test(out) && format === 'table' && out.includes('▒')) expect(out).toMatch(/推定/);
      }
    }
  });
  it('gives each figure with all that tells what it means', async () => {
    const { role } = await json<RoleDocument>('show', 'jimu', '--section', 'figures');
    expect(role.measures?.figures.find(({ id }) => id === 'sitting')).toEqual({
      id: 'sitting',
      label: '座って働く',
      term: '座り作業',
      block: { id: 'conditions', label: '仕事の様子' },
      unit: 'rating',
      scale: { minimum: 1, maximum: 5 },
      value: 4.521,
      z: 1.198,
      average: 3.2221,
      standardDeviation: 1.0845,
      occupations: 508,
      averageSource: 'job-tag',
      estimated: false,
      sources: ['job-tag-428'],
    });
    expect(role.measures).toMatchObject({ estimated: false, respondents: 48, blockMeans: { skills: -1.311 } });
    expect(role.distributions?.find(({ id }) => id === 'experience')).toMatchObject({
      respondents: 48,
      options: [{ id: 'not-required', share: 0.563 }, {}, {}, {}, {}],
    });
  });
  it('says how many people do a duty, beside how often it comes round', async () => {
    const { out } = await runCli(['show', 'keiri', '--section', 'duties']);
    expect(out).toContain('[日々 · 86%]');
    expect(out).toContain('割合（％）は');
  });
  it('sets figures beside the claims they bear on', async () => {
    const { role } = await json<RoleDocument>('show', 'butsuryuu', '--section', 'merits');
    const quiet = role.merits?.entries.find(({ evidence }) => evidence?.figures.some(({ id }) => id === 'contact-with-others'));
    expect(quiet?.evidence?.figures[0]).toMatchObject({ id: 'contact-with-others', value: 3.718 });
    const { out } = await runCli(['show', 'butsuryuu', '--section', 'merits']);
    expect(out).toContain('# 調査では');
    expect(out).toContain('人と関わる  3.72（平均 4.28）');
  });
  it('gives the most frequent answers on getting in', async () => {
    const { out } = await runCli(['show', 'jimu', '--section', 'entry']);
    expect(out).toContain('要らない 56% · わからない 27%');
  });
  it('says where each part comes from, with addresses and codes', async () => {
    const { out } = await runCli(['show', 'kaikei', '--section', 'sources', '--lang', 'en', '--format', 'plain']);
    expect(out).toContain('https://shigoto.mhlw.go.jp/User/Occupation/Detail/430');
    expect(out).toContain('O*NET-SOC code: 13-2011.00');
    expect(out).toContain('Japan Standard Occupational Classification: C263');
    const { role } = await json<RoleDocument>('show', 'jimu', '--section', 'sources');
    expect(role.sources?.map(({ id, parts }) => [id, parts])).toEqual([
      ['article', ['summary', 'duties', 'specialties', 'merits', 'demerits', 'suits', 'entry', 'qualifications', 'checks', 'confused-with']],
      ['job-tag', []],
      ['job-tag-428', ['duties', 'merits', 'demerits', 'suits', 'entry', 'qualifications', 'conditions', 'path', 'figures']],
      ['wage-survey', ['labour-market']],
      ['openings-statistics', ['labour-market']],
      ['job-tag-openings', ['labour-market']],
    ]);
  });
});

describe('compare', () => {
  it('names what differs and what does not, both with the figures of each role', async () => {
    const { out } = await runCli(['compare', 'jimu', 'soumu']);
    const [, different = '', alike = ''] = /数字で見る違い([^]*)数字では同じくらいのもの([^]*)/.exec(out) ?? [];
    expect(different).toMatch(/人事や労務の知識 +0\.67 .* 2\.78 .* 1\.19 +0–5\n/);
    expect(alike).toMatch(/座って働く +4\.52 .* 4\.61 .* 3\.22 +1–5\n/);
  });
  it('leaves out with --diff what is alike', async () => {
    const { measures, distributions } = await json<ComparisonDocument>('compare', 'jimu', 'soumu', '--diff');
    expect(measures.length).toBeGreaterThan(10);
    for (const { verdict } of [...measures, ...distributions]) expect(verdict).toBe('different');
  });
  it('leaves a gap where a role has no figure, and never calls it alike', async () => {
    const { measures, measured } = await json<ComparisonDocument>('compare', 'keiri', 'zaimu');
    expect(measured).toEqual([true, true]);
    expect(measures.find(({ id }) => id === 'sitting')).toMatchObject({ verdict: 'not-compared', figures: [{ value: 4.709 }, null] });
    const { out } = await runCli(['compare', 'keiri', 'zaimu']);
    expect(out).not.toContain('座って働く');
    expect(out).toContain('省いています');
  });
  it('gives figures in CSV with what they mean', async () => {
    const { out } = await runCli(['compare', 'keiri', 'zaimu', '--format', 'csv']);
    const records: Record<string, string>[] = parseCsv(out, { columns: true });
    expect(records.find((record) => record['figure.id'] === 'negotiation')).toMatchObject({
      aspect: 'figures',
      sameness: 'different',
      keiri: '2.6',
      zaimu: '4.197',
      'figure.unit': 'level',
      'figure.scaleMinimum': '0',
      'figure.scaleMaximum': '7',
      'figure.average': '3.0909',
      'figure.standardDeviation': '0.9121',
      'figure.estimated': 'zaimu',
      'figure.sources': 'job-tag-430; onet-43-3031; onet-11-3031-01',
      'keiri.z': '-0.538',
    });
  });
});

describe('list --sort', () => {
  it.each(['contact-with-others', '人と関わる', '他者とのかかわり', 'Contact with Others'])('takes a measure as %s', async (name) => {
    const { roles, measure } = await json<RoleListDocument>('list', '--sort', name);
    expect(measure?.id).toBe('contact-with-others');
    const ten = roles.filter(({ tier }) => tier === 'main');
    expect(ten.map(({ id }) => id)).toEqual(['soumu', 'kikaku', 'jinji', 'jouhou-system', 'kouhou', 'keiri', 'jimu', 'butsuryuu', 'zaimu', 'kaikei']);
    expect(roles[0]?.id).toBe('iryou-jimu');
    expect(ten[0]?.figure).toMatchObject({ value: 4.759, estimated: false, sources: ['job-tag-433'] });
    expect(roles.at(-1)?.figure).toBeUndefined();
  });
  it('adds a column for it, with the average and the scale', async () => {
    const { out } = await runCli(['list', '--sort', 'contact-with-others', '--lang', 'en']);
    expect(out).toMatch(/soumu +4\.76 █+┃█*▌?·* +4\.28 /);
    expect(out).toMatch(/Scale {2}1–5/);
    const csv = await runCli(['list', '--sort', 'contact-with-others', '--format', 'csv']);
    expect(csv.out.split('\n')[0]).toMatch(/,measure,value,z,unit,scaleMinimum,scaleMaximum,average,standardDeviation,estimated,sources$/);
  });
  it('offers the nearest measure for a slip', async () => {
    const { code, err } = await runCli(['list', '--sort', 'contact-with-other']);
    expect(code).toBe(2);
    expect(err).toContain('contact-with-others');
  });
});

describe('a role without figures', () => {
  const folder = () => makeFolder({ 'own.yaml': roleYaml('own') });
  it('says that it has none', async () => {
    for (const args of [
      ['show', 'own'],
      ['show', 'own', '--section', 'figures'],
    ]) {
      const { code, out } = await runCli(['--data', folder(), ...args]);
      expect(code).toBe(0);
      expect(out).toContain('この職種の数字はありません。');
    }
  });
  it('is compared without them, and says so', async () => {
    const { code, out } = await runCli(['--data', folder(), 'compare', 'own', 'keiri', 'jimu']);
    expect(code).toBe(0);
    expect(out).toContain('店舗事務の数字はありません。');
    expect(out).toContain('数字で見る違い');
  });
  it('comes last in a list by a measure', async () => {
    const { roles } = await json<RoleListDocument>('--data', folder(), 'list', '--sort', 'sitting');
    expect(roles.at(-1)?.id).toBe('own');
  });
});
