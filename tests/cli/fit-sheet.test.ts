import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeState, itemsOf, loadCatalogue, viewFit } from '../../src/index.ts';
import type { FitState } from '../../src/index.ts';
import type { FitDocument } from '../../src/core/views/fit.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { runCli } from '../helpers/cli.ts';

const catalogue = loadCatalogue();
const code = '01000-5BT9N-WNDFG-RHJ9R-Q6XG7-683TD-SX';
const notForHiring = { ja: '採用の選考には', en: 'must not be used to screen' };
const holdsAnswers = { ja: '回答コードには、あなたの答えがすべて入っています', en: 'The answer code contains all your answers' };
const textOf = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const quiz = async (...args: readonly string[]) => {
  const { code: exit, out, err } = await runCli(['quiz', '--code', code, ...args]);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return out;
};
const state: FitState = {
  test: 'full',
  answers: new Map(itemsOf(catalogue, 'full').map(({ id }, place) => [id, 1 + ((place * 7) % 5)])),
  avoid: catalogue.fit.avoidances.map(({ id }) => id),
};

describe('a result to hand over', () => {
  it.each(['ja', 'en'] as const)('says what fits, why, what to ask and what is good about a person, and what has to be known of it (%s)', async (lang) => {
    const page = textOf(await quiz('--format', 'html', '--lang', lang));
    const { roles, explained, strengths, neighbours } = JSON.parse(await quiz('--format', 'json', '--lang', lang)) as FitDocument;
    for (const { name, score } of roles) expect(page).toMatch(new RegExp(`${name}[^0-9]*${score}`));
    for (const { strength } of strengths) expect(page).toContain(strength);
    for (const { name } of neighbours) expect(page).toContain(name);
    for (const { reasons, questions } of explained) {
      const [reason] = reasons.filter(({ typical }) => typical);
      expect(page).toContain(reason?.dimension.label);
      expect(page).toContain(reason?.answers[0]?.text);
      for (const { text, japanese = '' } of questions) {
        expect(page).toContain(text);
        expect(page).toContain(japanese);
      }
    }
    // Each is asked once, whichever roles have it.
    const asked = [...(await quiz('--format', 'html', '--lang', lang)).matchAll(/<span class="box"><\/span>(.*?)(?=<\/?(?:li|small)>)/g)].map(
      ([, text]) => text,
    );
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBe(new Set(explained.flatMap(({ questions }) => questions.map(({ text }) => text))).size);
    expect(page).toContain(code);
    expect(page).toContain(notForHiring[lang]);
    expect(page).toContain(holdsAnswers[lang]);
  });
  it.each(['html', 'table', 'plain', 'markdown'])('has every answer with --full, and not without it (%s)', async (format) => {
    const document = viewFit(catalogue, state, 'ja');
    const read = async (...args: readonly string[]) =>
      textOf((await runCli(['quiz', '--code', document.code, '--format', format, ...args], { environment: { COLUMNS: '200' } })).out).replace(/[\s\\]/g, '');
    const [short, full] = [await read(), await read('--full')];
    const missing = (text: string) => document.answers.filter((answer) => !text.includes(answer.text.replace(/\s/g, '')));
    expect(missing(full)).toEqual([]);
    expect(missing(short)).not.toEqual([]);
    // A heading of a drawing that is not there would be of no use.
    expect((await quiz('--full', '--format', format)).includes('あなたと、合いそうな職種の形')).toBe(format === 'html');
  });
  it('is a page also where answers contradict each other, do not differ or are too few, and says so', async () => {
    const { warnings } = ja.fit;
    const [first = '', second = ''] = itemsOf(catalogue, 'full').map(({ id }) => id);
    const contradictory = new Map(itemsOf(catalogue, 'full').map(({ id }, place) => [id, place % 2 === 0 ? 5 : 1]));
    for (const [warning, answers] of [
      ['contradictory', contradictory],
      ['all-equal', new Map(itemsOf(catalogue, 'full').map(({ id }) => [id, 3]))],
      ['too-few-answers', new Map([...[[first, 1] as const], [second, 5] as const])],
    ] as const) {
      const document = viewFit(catalogue, { test: 'full', answers, avoid: [] }, 'ja');
      expect(document.warnings).toContain(warning);
      for (const more of [[], ['--full']]) {
        const page = textOf((await runCli(['quiz', '--code', document.code, '--format', 'html', '--name', '花子', ...more])).out);
        expect(page).toContain(warnings[warning]);
        expect(page).toContain('花子');
        expect(page).not.toContain('同じくらい1位');
        if (more.length === 0) expect(page).toContain(document.code);
      }
    }
  });
});

describe('quiz --name', () => {
  it('puts a name and the day on the result, in all formats', async () => {
    for (const format of ['html', 'table', 'plain', 'markdown']) {
      expect(textOf(await quiz('--name', '山田 太郎', '--format', format))).toMatch(/山田 太郎[\s\S]*2026年1月2日/);
      expect(await quiz('--name', '山田 太郎', '--format', format, '--lang', 'en')).toContain('2 January 2026');
      expect(await quiz('--format', format)).not.toContain('2026年1月2日');
    }
    expect(JSON.parse(await quiz('--name', '山田 太郎', '--format', 'json'))).toMatchObject({ person: { name: '山田 太郎', date: '2026-01-02' } });
    expect(JSON.parse(await quiz('--format', 'json'))).not.toHaveProperty('person');
    expect(await quiz('--name', '山田 太郎', '--format', 'html')).toContain('<title>山田 太郎 · あなたに合いそうな職種 · backoffice</title>');
  });
  it('takes no name that says nothing, and cleans what it takes', async () => {
    expect(JSON.parse(await quiz('--name', ' \u200B\u001B[1m ', '--format', 'json'))).not.toHaveProperty('person');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...Array.from('<>&"\'/=山a \u0007\u202E'), '<script>', '</style>', '<!--'), minLength: 1, maxLength: 20 }),
        async (name) => {
          const page = await quiz(`--name=${name}`, '--format', 'html');
          const tags = [...page.replace(/<style>.*?<\/style>/s, '').matchAll(/<\/?([a-z!][a-z0-9-]*)/gi)].map(([, tag = '']) => tag);
          expect(tags.filter((tag) => /^(?:script|style|!--)$/i.test(tag))).toEqual([]);
          expect(page).not.toMatch(/[\u0007\u202E]/);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a code', () => {
  it('leads to the same sheet as the answers', async () => {
    expect(encodeState(catalogue, state)).toBe(viewFit(catalogue, state, 'en').code);
    expect(await runCli(['quiz', '--code', encodeState(catalogue, state), '--format', 'html'])).toMatchObject({ code: 0, err: '' });
  });
});
