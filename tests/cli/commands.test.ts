import { parse as parseYaml } from 'yaml';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/index.ts';
import type { ComparisonDocument, GuideTopicDocument, RoleDocument, RoleListDocument } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';

const json = async <Document>(...args: string[]): Promise<Document> => {
  const { code, out, err } = await runCli([...args, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Document;
};

describe('list', () => {
  it('lists all roles with what a program needs', async () => {
    const { schemaVersion, kind, language, roles } = await json<RoleListDocument>('list');
    expect({ schemaVersion, kind, language }).toEqual({ schemaVersion: 1, kind: 'role-list', language: 'ja' });
    expect(roles).toHaveLength(loadCatalogue().roles.length);
    expect(roles.find(({ id }) => id === 'keiri')).toMatchObject({
      name: '経理',
      japaneseName: '経理',
      englishName: 'Accounting',
      reading: 'けいり',
      family: { id: 'finance' },
      resource: [{ id: 'money', label: 'カネ' }],
    });
  });
  it.each<[string[], string[]]>([
    [
      ['--resource', 'money'],
      ['keiri', 'zaimu', 'kaikei', 'iryou-jimu'],
    ],
    [
      ['--resource', 'money', '--resource', 'goods'],
      ['soumu', 'keiri', 'zaimu', 'kaikei', 'butsuryuu', 'boueki-jimu', 'iryou-jimu', 'seisan-kanri-jimu'],
    ],
    [['--facet', 'desk-work', '--facet', 'remote-work'], ['jimu']],
    [['備品'], ['soumu', 'iryou-jimu', 'uketsuke']],
    [['採用担'], ['jinji']],
    [
      ['--sort', 'id', '--resource', 'money'],
      ['iryou-jimu', 'kaikei', 'keiri', 'zaimu'],
    ],
  ])('%j gives %j', async (args, ids) => {
    expect((await json<RoleListDocument>('list', ...args)).roles.map(({ id }) => id)).toEqual(ids);
  });
  it('shows Japanese names and ids in English, too', async () => {
    const { out } = await runCli(['list', '--lang', 'en'], { environment: { COLUMNS: '120' } });
    for (const { id, name } of loadCatalogue().roles) for (const text of [id, name.ja, name.en]) expect(out).toContain(text);
  });
  it('answers a filter that nothing passes with an empty list and exit code 1', async () => {
    const asJson = await runCli(['list', 'zzzz', '--format', 'json']);
    expect(asJson).toMatchObject({ code: 1 });
    expect((JSON.parse(asJson.out) as RoleListDocument).roles).toEqual([]);
    const asTable = await runCli(['list', 'zzzz']);
    expect(asTable).toMatchObject({ code: 1, out: '' });
    expect(asTable.err).not.toBe('');
  });
});

describe('show', () => {
  it('shows every part of a role', async () => {
    const { role } = await json<RoleDocument>('show', 'keiri');
    expect(Object.keys(role)).toEqual(
      expect.arrayContaining(['duties', 'merits', 'demerits', 'suits', 'qualifications', 'entry', 'checks', 'confusedWith', 'sources', 'aliases', 'focus']),
    );
    expect(role.confusedWith?.map((confusion) => confusion.with.id)).toEqual(['kaikei', 'zaimu', 'naibu-kansa', 'roumu']);
    expect(role.demerits?.entries.every(({ coping }) => coping !== undefined)).toBe(true);
  });
  it('shows only the sections asked for', async () => {
    const { role } = await json<RoleDocument>('show', 'keiri', '--section', 'checks', '--section', 'demerits');
    expect(Object.keys(role)).toEqual(['id', 'name', 'japaneseName', 'englishName', 'reading', 'checks', 'demerits']);
    const { out } = await runCli(['show', 'keiri', '--section', 'checks']);
    expect(out).toContain('応募の前に');
    expect(out).not.toContain('主な仕事');
  });
  it('says so when a section holds nothing', async () => {
    const { code, out } = await runCli(['show', 'keiri', '--section', 'specialties']);
    expect(code).toBe(0);
    expect(out).toContain('この部分の記載はありません');
  });
  it('says what was found by a related title, on pages for people only', async () => {
    const told = '「経営企画」は、企画に関連する職種名です。企画を表示します。';
    for (const args of [['経営企画'], ['show', '経営企画', '--section', 'duties'], ['経営企画', 'keiri'], ['経営企画', '--format', 'markdown']])
      expect((await runCli(args)).out, args.join(' ')).toContain(told);
    const { out } = await runCli(['show', '倉庫作業', '--lang', 'en', '--format', 'plain']);
    expect(out).toContain('“倉庫作業” is a job title related to Logistics, which is shown here.');
    expect(out).toContain('Related job titles: 倉庫作業');
    for (const name of ['kikaku', '企画', '企画職', 'planning']) expect((await runCli(['show', name])).out, name).not.toContain('を表示します');
    expect(await json<RoleDocument>('show', '経営企画')).toEqual(await json<RoleDocument>('show', 'kikaku'));
    expect((await json<RoleDocument>('show', 'kikaku')).role).toMatchObject({
      aliases: ['企画職', '企画部'],
      relatedTitles: ['経営企画', '事業企画', '商品企画', '営業企画'],
    });
  });
  it('explains a concept and where to read on', async () => {
    const { out } = await runCli(['show', 'フロントオフィス'], { terminal: { columns: 80, rows: 50 } });
    expect(out).toContain('ここで扱う職種ではありません');
    expect(out).toContain('backoffice guide front-office');
  });
  it('limits a concept to the sections asked for, too', async () => {
    expect((await runCli(['show', 'marketing', '--section', 'duties'])).out).toContain('この部分の記載はありません');
    const { out } = await runCli(['show', 'marketing', '--section', 'confused-with']);
    expect(out).toContain('kikaku');
    expect(out).not.toContain('ここで扱う職種ではありません');
  });
  it('puts each way of coping right under its hard part', async () => {
    const { out } = await runCli(['show', 'jinji', '--format', 'plain']);
    const lines = out.split('\n');
    const { role } = await json<RoleDocument>('show', 'jinji');
    for (const { text, detail, coping } of role.demerits?.entries ?? []) {
      const at = lines.indexOf(`- ${text}`);
      expect(lines.slice(at + 1, at + 3).join('\n')).toBe(
        `${detail === undefined ? '' : `  ${detail}\n`}  対処: ${coping ?? ''}${detail === undefined ? `\n${lines[at + 2] ?? ''}` : ''}`,
      );
    }
  });
});

describe('compare', () => {
  it('begins with how the two differ', async () => {
    const { differences } = await json<ComparisonDocument>('compare', 'jimu', 'soumu');
    const { out } = await runCli(['compare', '事務', '総務', '--format', 'plain']);
    expect(differences).toHaveLength(1);
    expect(out.split('\n\n')[1]).toBe(differences[0]?.difference);
  });
  it('begins with what each is about when nobody mixes them up', async () => {
    const { out } = await runCli(['compare', 'jimu', 'butsuryuu', '--format', 'plain']);
    expect(out.split('\n\n')[1]).toMatch(/^事務の中心は.+、物流の中心は.+です。$/);
  });
  it('leaves out what is the same with --diff, and nothing else', async () => {
    const full = await json<ComparisonDocument>('compare', 'keiri', 'zaimu', 'kaikei');
    const less = await json<ComparisonDocument>('compare', 'keiri', 'zaimu', 'kaikei', '--diff');
    const rows = (document: ComparisonDocument) => document.aspects.flatMap(({ aspect, rows: found }) => found.map((row) => ({ aspect, ...row })));
    expect(rows(full).some(({ sameness }) => sameness === 'same')).toBe(true);
    expect(rows(less)).toEqual(rows(full).filter(({ sameness }) => sameness !== 'same'));
  });
  it('explains what is no role', async () => {
    const { differences, roles } = await json<ComparisonDocument>('compare', 'kikaku', 'マーケティング');
    expect(roles.map(({ kind }) => kind)).toEqual(['role', 'concept']);
    expect(differences).toHaveLength(1);
  });
  it('gives one CSV column for each role', async () => {
    const { out } = await runCli(['compare', 'jimu', 'soumu', '--format', 'csv']);
    expect(out.split('\n')[0]).toMatch(/^aspect,sameness,common,jimu,soumu,figure\.id,.*,jimu\.z,soumu\.z$/);
  });
});

describe('guide', () => {
  it('lists its topics, each with its command', async () => {
    const { out } = await runCli(['guide']);
    for (const { id } of loadCatalogue().guide) expect(out).toContain(`backoffice guide ${id}`);
  });
  it('shows a topic by any of its names', async () => {
    const { topic } = await json<GuideTopicDocument>('guide', '給料');
    expect(topic.id).toBe('pay');
  });
});

describe('short forms', () => {
  it.each([
    [['経理'], ['show', '経理']],
    [
      ['--lang', 'en', 'keiri'],
      ['show', 'keiri', '--lang', 'en'],
    ],
    [
      ['keiri', '--section', 'duties', '--format', 'json'],
      ['show', 'keiri', '--section', 'duties', '--format', 'json'],
    ],
    [
      ['--section=duties', 'keiri'],
      ['show', 'keiri', '--section', 'duties'],
    ],
    [
      ['jimu', 'soumu'],
      ['compare', 'jimu', 'soumu'],
    ],
    [['事務　総務'], ['compare', '事務', '総務']],
    [
      ['--sort', 'name', 'list'],
      ['list', '--sort', 'name'],
    ],
    [
      ['--diff', 'compare', 'jimu', 'soumu'],
      ['compare', 'jimu', 'soumu', '--diff'],
    ],
    [
      ['list', '--resource', 'カネ', '--facet', '数字を扱う'],
      ['list', '--resource', 'money', '--facet', 'numbers'],
    ],
    [
      ['keiri', '--section', '大変な点'],
      ['show', 'keiri', '--section', 'demerits'],
    ],
    [
      ['jimu', 'soumu', '--diff'],
      ['compare', 'jimu', 'soumu', '--diff'],
    ],
    [
      ['--', 'keiri'],
      ['show', 'keiri'],
    ],
  ])('%j is %j', async (short, long) => {
    const expected = await runCli(long);
    expect(expected.code).toBe(0);
    expect(await runCli(short)).toEqual(expected);
  });
  it('takes global options before and after the command', async () => {
    expect(await runCli(['--lang', 'en', '--format', 'json', 'list'])).toEqual(await runCli(['list', '--lang', 'en', '--format', 'json']));
  });
  it('offers the command that a slip of the keyboard meant', async () => {
    const { code, err } = await runCli(['lsit']);
    expect(code).toBe(1);
    expect(err).toContain('backoffice list');
  });
});

describe('formats', () => {
  const commands = [['list'], ['show', 'jimu'], ['show', 'roumu'], ['compare', 'jimu', 'jinji'], ['guide'], ['guide', 'efficiency']];
  it.each(commands)('%s %s: JSON and YAML hold the same document', async (...args) => {
    for (const lang of ['ja', 'en']) {
      const asJson: unknown = JSON.parse((await runCli([...args, '--lang', lang, '--format', 'json'])).out);
      expect(asJson).toMatchObject({ schemaVersion: 1, language: lang });
      expect(parseYaml((await runCli([...args, '--lang', lang, '--format', 'yaml'])).out)).toEqual(asJson);
    }
  });
  it.each(commands)('%s %s: machine formats are the same on a terminal, without colour or suggestion', async (...args) => {
    for (const format of ['json', 'yaml', 'markdown']) {
      const piped = await runCli([...args, '--format', format]);
      const shown = await runCli([...args, '--format', format], { terminal: { columns: 50, rows: 10 }, environment: { FORCE_COLOR: '1' } });
      expect(shown).toEqual(piped);
      expect(piped.out).not.toContain('\u001B');
      expect(piped.out.endsWith('\n')).toBe(true);
    }
  });
  it.each(commands)('%s %s: every text of the document is in plain and markdown', async (...args) => {
    const document: unknown = JSON.parse((await runCli([...args, '--format', 'json'])).out);
    const texts: string[] = [];
    const details = ['detail', 'coping', 'caution', 'evidence'];
    const said = args[0] === 'list' ? ['name', 'focus'] : ['text', 'difference', 'title', ...details];
    // A comparison shows headlines; details are one `show` away.
    const isLeftOut = (key: string) => args[0] === 'compare' && details.includes(key);
    const walk = (value: unknown, key = ''): void => {
      if (isLeftOut(key)) return;
      if (typeof value === 'string' && said.includes(key)) texts.push(value);
      else if (typeof value === 'object' && value !== null) for (const [name, item] of Object.entries(value)) walk(item, name);
    };
    walk(document);
    const plain = (await runCli([...args, '--format', 'plain'])).out;
    const markdown = (await runCli([...args, '--format', 'markdown'])).out.replace(/\\(.)/g, '$1').replaceAll('&amp;', '&');
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      expect(plain).toContain(text);
      expect(markdown).toContain(text);
    }
  });
  it('refuses CSV for texts and says what it can give', async () => {
    for (const args of [['show', 'jimu'], ['guide']]) {
      const { code, err, out } = await runCli([...args, '--format', 'csv']);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('markdown');
    }
  });
  it('quotes CSV and disarms formulas', async () => {
    const { out } = await runCli(['list', '--format', 'csv', '--lang', 'en']);
    expect(out.split('\n')[0]).toBe('id,name,japaneseName,englishName,reading,family,resource,facets,focus,summary,tier');
    expect(out).toMatch(/"[^"\n]*,[^"\n]*"/);
    expect(out.trimEnd().split('\n')).toHaveLength(loadCatalogue().roles.length + 1);
  });
  it('is plain lines when ACCESSIBLE is set', async () => {
    expect(await runCli(['list'], { environment: { ACCESSIBLE: '1' } })).toEqual(await runCli(['list', '--format', 'plain']));
  });
});
