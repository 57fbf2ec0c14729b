import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { SearchDocument } from '../../src/index.ts';
import { loadCatalogue } from '../../src/index.ts';
import { stripMarks } from '../../src/render/text/marks.ts';
import { closeMark, markRanges, openMark } from '../../src/pages/page.ts';
import { displayWidth } from '../../src/render/text/width.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const search = (...args: readonly string[]) => runCli(['search', ...args]);
const json = async (...args: readonly string[]) => JSON.parse((await search(...args, '--format', 'json')).out) as SearchDocument;

describe('search', () => {
  it('gives a document with what was found where', async () => {
    const document = await json('年末調整');
    expect(document).toMatchObject({ schemaVersion: 1, kind: 'search', language: 'ja', query: '年末調整', words: ['年末調整'], sharedTerm: '年末調整' });
    expect(document.sharedBy.map(({ id }) => id)).toEqual(['keiri', 'kaikei']);
    for (const { hits } of document.results) {
      for (const { headline, lines } of hits) {
        const marked = [headline, ...lines].flatMap(({ text, matches }) => matches.map(({ start, end }) => text.slice(start, end)));
        expect(marked).toContain('年末調整');
      }
    }
  });
  it('finds a role by a related title, and says that it is one', async () => {
    const { results } = await json('採用担当');
    expect(results.map(({ id }) => id)).toContain('jinji');
    expect(results.find(({ id }) => id === 'jinji')?.hits).toContainEqual(expect.objectContaining({ section: 'relatedTitles' }));
    expect((await search('採用担当')).out).toMatch(/採用担当\S*\s+\[関連する職種名\]/);
  });
  it('takes several words as arguments or as one, and parted by a full-width space', async () => {
    const { results } = await json('給与', '計算');
    expect((await json('給与 計算')).results).toEqual(results);
    expect((await json('給与　計算')).results).toEqual(results);
  });
  it('says the same in YAML, CSV, Markdown and plain', async () => {
    const document = await json('payroll', '--lang', 'en');
    expect(parseYaml((await search('payroll', '--lang', 'en', '--format', 'yaml')).out)).toEqual(document);
    const rows: unknown[] = parse((await search('payroll', '--lang', 'en', '--format', 'csv')).out, { columns: true });
    expect(rows).toHaveLength(document.results.reduce((sum, { hits }) => sum + hits.length, 0));
    expect(rows[0]).toMatchObject({ kind: 'role', id: 'keiri', section: 'duties', match: 'Payroll' });
    expect((await search('payroll', '--lang', 'en', '--format', 'markdown')).out).toContain('- **Payroll** (Duties)');
    const { out } = await search('payroll', '--lang', 'en', '--format', 'plain');
    expect(out).toContain('- Payroll (Duties)');
    expect(out).not.toMatch(new RegExp(`[*${openMark}${closeMark}]`));
  });
  it('marks what was found: by colour, by asterisks where there is none', async () => {
    expect((await search('年末調整')).out).toContain('• *年末調整*');
    const { out } = await runCli(['search', '年末調整', '--no-pager'], { terminal: { columns: 80, rows: 24 } });
    expect(out).toMatch(/• \u001B\[[^年]*年末調整\u001B/);
    expect(out).not.toContain('*');
    expect(out).not.toMatch(new RegExp(`[${openMark}${closeMark}]`));
  });
  it.each([40, 60, 80, 120])('fits %i columns and shows every passage', async (columns) => {
    for (const lang of ['ja', 'en']) {
      const world = { environment: { COLUMNS: String(columns) } };
      const { out } = await runCli(['search', '経理', '--all', '--lang', lang], world);
      for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      const squeezed = out.replace(/[\s*]/g, '');
      for (const { hits } of (await json('経理', '--lang', lang)).results) {
        for (const { headline } of hits) expect(squeezed).toContain(headline.text.replace(/\s/g, ''));
      }
    }
  });
  it('shows five passages of a role, and all if asked', async () => {
    const count = (out: string) => out.split('\n').filter((line) => line.includes('• ')).length;
    const [some, all] = [await search('経理'), await search('経理', '--all')];
    expect(some.out).toContain('--all');
    expect(all.out).not.toContain('--all');
    expect(count(all.out)).toBeGreaterThan(count(some.out));
  });
  it('fails when nothing is found, with an empty list and what comes near', async () => {
    const nothing = await search('zzzzqq', '--format', 'json');
    expect({ code: nothing.code, results: (JSON.parse(nothing.out) as SearchDocument).results }).toEqual({ code: 1, results: [] });
    const near = await search('給与明細');
    expect(near).toMatchObject({ code: 1, out: '' });
    expect(near.err).toContain('給与計算');
  });
  it('needs a word', async () => {
    expect((await search()).code).toBe(2);
    expect((await search(' ')).code).toBe(2);
  });
  it('finds own roles', async () => {
    const userFolder = makeFolder({ 'own.yaml': roleYaml('own', 'duties:\n  - text: 献立表の作成\n') });
    const { out } = await runCli(['search', '献立表', '--format', 'json'], { userFolder });
    expect((JSON.parse(out) as SearchDocument).results.map(({ id }) => id)).toEqual(['own']);
  });
  it('suggests to compare those who share what was looked for', async () => {
    const { out } = await runCli(['search', '年末調整', '--no-pager', '--no-color'], { terminal: { columns: 80, rows: 24 } });
    expect(out).toContain('backoffice compare keiri kaikei');
  });
  it('says nothing dangerous of a dangerous query', async () => {
    const { err } = await search('\u001B]0;title\u0007\u202Ex'.repeat(100));
    expect(err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
  });
});

describe('marks', () => {
  it('come off again', () => {
    const ranges = [
      { start: 0, end: 2 },
      { start: 3, end: 4 },
    ];
    expect(stripMarks(markRanges('年末の調整', ranges))).toBe('年末の調整');
    expect(markRanges('年末の調整', ranges)).toBe(`${openMark}年末${closeMark}の${openMark}調${closeMark}整`);
  });
});

describe('words for pay, openings and overtime', () => {
  const find = async (...args: string[]) => JSON.parse((await runCli(['search', ...args, '--format', 'json'])).out) as SearchDocument;
  it.each([
    ['年収', 'pay'],
    ['月給', 'pay'],
    ['給与', 'pay'],
    ['賃金', 'pay'],
    ['年俸', 'pay'],
    ['pay', 'pay'],
    ['salary', 'pay'],
    ['wages', 'pay'],
    ['有効求人倍率', 'openings'],
    ['求人倍率', 'openings'],
    ['job openings', 'openings'],
    ['残業', 'overtime'],
    ['残業時間', 'overtime'],
    ['overtime', 'overtime'],
  ])('%s leads to the statistics, and goes on finding texts', async (word, measure) => {
    const { labourMarket, results } = await find(word);
    expect(labourMarket).toEqual({ measure, roles: [] });
    expect(results.length).toBeGreaterThan(0);
    const { out } = await runCli(['search', word, '--lang', 'en'], { terminal: { columns: 80, rows: 500 }, environment: { NO_COLOR: '1' } });
    for (const line of [`list --sort ${measure}`, 'show jimu --section labour-market', 'guide pay']) expect(out).toContain(`backoffice ${line}`);
    expect(out).toMatch(new RegExp(`Next +backoffice list --sort ${measure}`));
  });
  it.each([
    [['給料', '経理'], 'keiri'],
    [['経理の年収'], 'keiri'],
    [['人事', '残業'], 'jinji'],
    [['accounting', 'salary'], 'keiri'],
    [['財務', '給与'], 'zaimu'],
  ])('with a role, %j leads to its own, whose texts stay', async (words, id) => {
    const { labourMarket, results } = await find(...words);
    expect(labourMarket?.roles.map((role) => role.id)).toEqual([id]);
    expect(results.map((result) => result.id)).toContain(id);
    const { out } = await runCli(['search', ...words]);
    expect(out).toContain(`backoffice show ${id} --section labour-market`);
  });
  it('with the name of any role finds its own texts, also where others have both words in one', async () => {
    const { roles } = loadCatalogue();
    for (const { id, name } of roles)
      for (const word of ['残業', '給料', '求人倍率']) {
        const { labourMarket, results } = await find(name.ja, word);
        expect(
          labourMarket?.roles.map((role) => role.id),
          `${id} ${word}`,
        ).toEqual([id]);
        expect(
          results.map((result) => result.id),
          `${id} ${word}`,
        ).toContain(id);
      }
  });
  it('of others leads nowhere else', async () => {
    for (const word of ['年末調整', '求人', '簿記', '給与計算', '1']) expect((await find(word)).labourMarket).toBeUndefined();
  });
});
