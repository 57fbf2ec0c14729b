import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/core/clean.ts';
import { loadCatalogue } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import type { World } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const code = '01000-5BT9N-WNDFG-RHJ9R-Q6XG7-683TD-SX';
const terminal = { columns: 80, rows: 24 };
const html = async (args: readonly string[], world: World = {}) => {
  const { code: exit, out, err } = await runCli([...args, '--format', 'html'], world);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return out;
};
const textOf = (page: string) =>
  page
    .replace(/<style>.*?<\/style>|<[^>]*>/gs, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const pages: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--sort', 'regular-schedule'],
  ['show', 'zaimu'],
  ['show', 'keiri', '--section', 'figures'],
  ['compare', 'jimu', 'soumu'],
  ['compare', 'keiri', 'zaimu', 'kaikei', '--diff'],
  ['guide'],
  ['guide', 'pay'],
  ['quiz', '--code', code],
  ['quiz', '--code', code, '--full'],
  ['search', '年末調整'],
];

describe.each(pages)('the page of %s %s', (...args) => {
  it.each(['ja', 'en'])('stands alone, in order, in its language (%s)', async (lang) => {
    const page = await html([...args, '--lang', lang]);
    expect(page.startsWith(`<!doctype html>\n<html lang="${lang}">`)).toBe(true);
    // Nothing is fetched and nothing is run; styles are those of the policy.
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<form| on\w+=|url\((?!#)|@import| style=/);
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy.split('; ').toSorted()).toEqual([
      "base-uri 'none'",
      "default-src 'none'",
      "form-action 'none'",
      `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    ]);
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, place) => expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1));
    // Each drawing has its values beside it; bars in a row stand behind theirs.
    const drawings = [...page.matchAll(/<figure>.*?<\/figure>/gs)].map(([figure]) => figure);
    expect(drawings.length).toBe(page.split(/<svg(?! class="bar")/).length - 1);
    for (const figure of drawings) expect(figure).toMatch(/role="img" aria-label="[^"]+".*<details><summary>[^<]+<\/summary><table/s);
  });
});

describe('a page', () => {
  it('says every text of a role', async () => {
    const role = loadCatalogue().roles.find(({ id }) => id === 'keiri');
    const page = textOf(await html(['show', 'keiri']));
    for (const { text, detail } of [...(role?.duties ?? []), ...(role?.demerits ?? []), ...(role?.checks ?? [])]) {
      expect(page).toContain(text.ja);
      if (detail !== undefined) expect(page).toContain(detail.ja);
    }
  });
  it('says what is Japanese in an English page, and how names are read', async () => {
    expect(await html(['show', 'keiri', '--lang', 'en'])).toContain('<span lang="ja">経理</span>');
    expect(await html(['show', 'keiri'])).toContain('<ruby lang="ja">経理<rp>（</rp><rt>けいり</rt><rp>）</rp></ruby>');
  });
  it('marks what was looked for', async () => {
    expect(await html(['search', '年末調整'])).toContain('<mark>年末調整</mark>');
  });
  it('hatches estimates, or leaves them hollow, and says so', async () => {
    expect(await html(['show', 'zaimu'])).toMatch(/<pattern.*斜線は推定|斜線は推定.*<pattern/s);
    expect(await html(['compare', 'keiri', 'zaimu'])).toContain('白抜きは推定');
    expect(await html(['show', 'keiri'])).not.toContain('<pattern');
  });
  it('gives each of ten roles a mark of its own', async () => {
    const ids = loadCatalogue()
      .roles.slice(0, 10)
      .map(({ id }) => id);
    const marks = [...(await html(['compare', ...ids])).matchAll(/<span class="key series-[1-4]">(.)/gu)].map(([, mark]) => mark);
    expect(new Set(marks.slice(0, ids.length)).size).toBe(ids.length);
  });
  it('escapes whatever a role file says', async () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('<>&"\'`=/{}$ a;:-()経\u2028'), '<script>', '</style>', '<!--', ']]>', 'javascript:'),
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(text, text, async (name, duty) => {
        fc.pre(cleanText(name) !== '' && cleanText(duty) !== '');
        const yaml = roleYaml('own', `duties:\n  - text: ${JSON.stringify(duty)}\n`).replace(
          'name: { ja: 店舗事務, en: Store administration }',
          () => `name: ${JSON.stringify(name)}`,
        );
        const userFolder = makeFolder({ 'own.yaml': yaml });
        for (const args of [
          ['show', 'own'],
          ['compare', 'own', 'keiri'],
        ]) {
          const page = await html(args, { userFolder });
          const tags = [...page.replace(/<style>.*?<\/style>/s, '').matchAll(/<\/?([a-z!][a-z0-9-]*)/gi)].map(([, tag = '']) => tag);
          expect(tags.filter((tag) => /^(?:script|style|!--|iframe|img|object)/i.test(tag))).toEqual([]);
          expect(textOf(page)).toContain(cleanText(duty));
        }
      }),
      // How a line separator is folded depends on what stands beside it.
      {
        numRuns: 25,
        examples: [
          ['経', '経\u2028経'],
          ['a', 'a\u2028経 \u2028 '],
          ['&lt;', '&amp;<b>&'],
          ['\u2028<i>', '\u2028\'"<script>'],
        ],
      },
    );
  });
  it('is all that an adviser may want to know, after a quiz, with --full', async () => {
    const page = textOf(await html(['quiz', '--code', code, '--full', '--lang', 'en']));
    for (const said of ['must not be used to screen applicants', 'All answers', code, 'What to ask before applying', 'Your answers by trait'])
      expect(page).toContain(said);
    expect(await html(['quiz', '--code', code])).toContain('<span class="box">');
    const { items } = loadCatalogue().fit;
    for (const { text } of items) expect(page).toContain(text.en.replaceAll('&', '&'));
  });
});

describe('-o', () => {
  it.each([
    ['html', /^<!doctype html>/],
    ['htm', /^<!doctype html>/],
    ['json', /^\{\n/],
    ['yaml', /^schemaVersion: 1/],
    ['csv', /^id,name/],
    ['md', /^\| /],
    ['txt', /職種/],
    ['HTML', /^<!doctype html>/],
  ])('picks the format by the ending %s', async (ending, begin) => {
    const file = join(makeFolder(), `roles.${ending}`);
    expect(await runCli(['list', '-o', file])).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toMatch(begin);
  });
  it('is overruled by --format', async () => {
    const file = join(makeFolder(), 'roles.html');
    await runCli(['list', '-o', file, '--format', 'json']);
    expect(readFileSync(file, 'utf8')).toMatch(/^\{/);
  });
  it('refuses an ending that the command has no format for', async () => {
    expect(await runCli(['show', 'keiri', '-o', join(makeFolder(), 'x.csv')])).toMatchObject({ code: 2, out: '' });
  });
});

describe('html without -o', () => {
  it('does not flood a terminal, and says what to type', async () => {
    const { code: exit, out, err } = await runCli(['show', 'keiri', '--format', 'html'], { terminal });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('-o show.html');
  });
});
