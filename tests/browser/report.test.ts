import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, openBrowser, visit } from '../helpers/browser.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const code = '01000-5BT9N-WNDFG-RHJ9R-Q6XG7-683TD-SX';
const reports: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['list', ['list']],
  ['list by a measure', ['list', '--sort', 'regular-schedule']],
  ['show', ['show', 'keiri']],
  ['show figures', ['show', 'zaimu', '--section', 'figures']],
  ['compare two', ['compare', 'jimu', 'soumu']],
  ['compare three', ['compare', 'keiri', 'zaimu', 'kaikei']],
  ['compare seven', ['compare', 'jimu', 'soumu', 'keiri', 'zaimu', 'kaikei', 'jinji', 'kouhou']],
  ['guide', ['guide']],
  ['guide topic', ['guide', 'getting-the-job']],
  ['quiz', ['quiz', '--code', code, '--name', '山田 太郎']],
  ['quiz in full', ['quiz', '--code', code, '--full']],
  ['search', ['search', '年末調整']],
  ['form', ['form']],
  ['knowledge', ['quiz', 'knowledge', '--seed', '1', '--answers', '-']],
];

const contradictory = '010D9-3H8WN-X7BFB-QPJND-YA8XS-H4FMY-9D';
/** A spread of results: with most to say of 400 made by chance (three roles explained, ten avoidances, three neighbours), and with less. */
const results: readonly string[] = [
  '010D3-GF951-58H3J-47QAS-B7K8W-7TZGM-1Z',
  '0106P-4AYBN-SZQAE-1DDS6-89XY9-8GE9C-V3',
  '0100E-DF587-FWMGC-6ZFQ2-15Y7W-8FBMS-85',
  '010DA-YMXYB-583FA-5ZKTR-DTS1Z-CVYZD-JQ',
  '01000-4WKPW-ZHC8V-WMBK3-5MXV7-4N0P4-TV',
  '01009-SE5MH-BCC2R-VZNE7-7D1G3-7KDQW-AK',
  code,
  contradictory,
];
const countSheets = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function makeReport(args: readonly string[], files?: Readonly<Record<string, string>>): Promise<string> {
  const file = join(makeFolder(), 'report.html');
  const own = files === undefined ? [] : ['--data', makeFolder(files)];
  // Answers of a knowledge quiz; other commands read nothing.
  expect(await runCli([...args, ...own, '-o', file], { input: '1111111111' })).toMatchObject({ code: 0 });
  return file;
}

describe.each(reports)('the report of %s', (_, args) => {
  it.each(['ja', 'en'])('is quiet, fits every screen, and keeps nobody out (%s)', async (lang) => {
    const file = await makeReport([...args, '--lang', lang]);
    for (const width of [360, 768, 1280]) {
      for (const scheme of width === 768 ? (['light'] as const) : (['light', 'dark'] as const)) {
        const visited = await visit(browser, file, width, scheme);
        const { page, complaints } = visited;
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
        expect((await page.screenshot({ fullPage: true })).length).toBeGreaterThan(5000);
        expect(await page.locator('main').count()).toBe(1);
        expect(await page.locator('footer').count()).toBe(1);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await findBarriers(visited)).toEqual([]);
        expect(complaints).toEqual([]);
        await page.context().close();
      }
    }
  });
});

describe('a report', () => {
  it('prints on A4 in full, a role a page, with the values of its charts', async () => {
    const { page } = await visit(browser, await makeReport(['quiz', '--code', code, '--full']), 1280);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    // The result, three roles, and the answers.
    expect(countSheets(pdf)).toBeGreaterThanOrEqual(5);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45][^ ]* 84[12]/);
    await page.emulateMedia({ media: 'print' });
    const table = page.locator('details table').first();
    expect(await table.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(50);
    await page.context().close();
  });
  it.each(['ja', 'en'])('prints a result on two sheets of A4, however much there is to say (%s)', async (lang) => {
    for (const result of results) {
      const { page } = await visit(browser, await makeReport(['quiz', '--code', result, '--lang', lang, '--name', '山田 太郎']), 1280);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect({ result, sheets: countSheets(pdf) }).toEqual({ result, sheets: result === contradictory ? 1 : 2 });
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45][^ ]* 84[12]/);
      await page.context().close();
    }
  });
  it.each(['ja', 'en'])('prints a form on two sheets of A4 (%s)', async (lang) => {
    const { page } = await visit(browser, await makeReport(['form', '--lang', lang]), 1280);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][^ ]* 84[12]/);
    await page.context().close();
  });
  it('does nothing that a hostile role file asks for', async () => {
    const attack =
      `"><script>alert(1)</script><img src=x onerror=alert(2)> javascript:alert(3) ` +
      `<style>body{display:none}</style> <a href="javascript:alert(4)">x</a> {{7*7}} \${7*7}`;
    const text = JSON.stringify(attack);
    const more = `focus: ${text}\naliases: [${text}]\nduties:\n  - { text: ${text}, detail: ${text} }\ndemerits:\n  - { text: ${text}, coping: ${text} }\n`;
    const own = roleYaml('own', more).replace('name: { ja: 店舗事務, en: Store administration }', () => `name: ${text}`);
    for (const args of [['list'], ['show', 'own'], ['compare', 'own', 'keiri'], ['search', 'script']]) {
      const { page, complaints } = await visit(browser, await makeReport(args, { 'own.yaml': own }), 800);
      await page.waitForTimeout(200);
      expect(complaints).toEqual([]);
      expect(await page.locator('script, img, iframe, object, a[href^="javascript"], [onerror]').count()).toBe(0);
      expect(await page.locator('body').isVisible()).toBe(true);
      expect(await page.locator('style').count()).toBe(1);
      await page.context().close();
    }
  });
  it('runs no script, whoever puts one in', async () => {
    const { page } = await visit(browser, await makeReport(['list']), 800);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.ran = "yes"';
      document.body.append(script);
      return document.body.dataset.ran;
    });
    expect(ran).toBeUndefined();
    await page.context().close();
  });
  it('would be found out if it kept somebody out', async () => {
    const visited = await visit(browser, await makeReport(['list']), 800);
    await visited.page.evaluate(() => {
      document.body.style.color = '#ccc';
      document.documentElement.removeAttribute('lang');
    });
    expect((await findBarriers(visited)).join('\n')).toMatch(/color-contrast[\s\S]*html-has-lang|html-has-lang[\s\S]*color-contrast/);
    await visited.page.context().close();
  });
  it('is small', async () => {
    expect(statSync(await makeReport(['compare', 'keiri', 'zaimu', 'kaikei'])).size).toBeLessThan(200_000);
  });
});
