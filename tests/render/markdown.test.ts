import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/index.ts';
import { loadMessages } from '../../src/messages/index.ts';
import { closeMark, openMark } from '../../src/pages/page.ts';
import type { Block, Page } from '../../src/render/text/drawn.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { noColour } from '../../src/render/terminal/palette.ts';
import { readBreaks } from '../../src/render/text/breaks.ts';
import { unicodeGlyphs } from '../../src/render/text/glyphs.ts';
import { breakTable, runCli } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';
import { readMarkdown } from '../helpers/read-markdown.ts';

const messages = await loadMessages('ja');
const style = {
  width: 80,
  palette: noColour,
  glyphs: unicodeGlyphs,
  messages,
  knownBreaks: readBreaks(breakTable('ja')),
  invocation: 'backoffice',
  interactive: false,
};
const read = (...blocks: readonly Block[]) => readMarkdown(renderMarkdown({ blocks } satisfies Page, style));

/** Texts as they may stand on a page: `cleanText` leaves no line ends and no spaces at the ends. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789.)(-+=*_~`#>|[]{}<>\\!&:;"\'/ aあ「」。、！年')), minLength: 1, maxLength: 12 }),
    fc
      .tuple(
        fc.constantFrom(
          '1.',
          '2)',
          '123456789.',
          '-',
          '+',
          '*',
          '#',
          '##',
          '>',
          '---',
          '===',
          '- -',
          '=',
          '~~~',
          '```',
          '|',
          ':-:',
          '<b>',
          '&amp;',
          '[x]:',
          '![',
          '\\',
        ),
        fc.constantFrom('', ' ', ' x', ' 来客', 'x', '来客'),
      )
      .map((parts) => parts.join('')),
  )
  .map((raw) => raw.replace(/\s+/g, ' ').trim())
  .filter((clean) => clean !== '' && !clean.includes('\0'));

describe('any text', () => {
  it('is shown as it is, and begins no list, heading, rule, table or anything else', () => {
    fc.assert(
      fc.property(text, text, text, (one, two, three) => {
        expect(read({ kind: 'paragraph', text: one }, { kind: 'heading', text: two, remark: three })).toMatchObject({
          texts: [one, two, three],
          code: [],
          blocks: ['paragraph_open', 'inline', 'heading_open', 'inline', 'paragraph_open', 'inline'],
        });
        expect(read({ kind: 'title', name: one, reading: two, asides: [three] }).texts).toEqual([`${one}（${two}）`, three]);
        expect(read({ kind: 'fields', caption: one, fields: [{ label: two, terms: [three, one] }] }).texts).toEqual([one, `${two}: ${three} · ${one}`]);
      }),
      { numRuns: 1000 },
    );
  });
  it('is shown as it is in entries, with all that they have', () => {
    fc.assert(
      fc.property(text, text, text, (one, two, three) => {
        const { texts, code, blocks } = read({
          kind: 'items',
          items: [
            { text: one },
            { text: two, tag: three, detail: one, facts: [{ label: two, value: three }], notes: [{ kind: 'coping', label: one, text: two }] },
          ],
          more: three,
        });
        expect(texts).toEqual([one, `${two}（${three}）\n${one}`, `${two}: ${three}`, `${one}: ${two}`, three]);
        expect(code).toEqual([]);
        expect(blocks.filter((block) => block === 'list_item_open')).toHaveLength(5);
        expect(new Set(blocks)).toEqual(new Set(['bullet_list_open', 'list_item_open', 'paragraph_open', 'inline']));
      }),
      { numRuns: 1000 },
    );
  });
  it('is shown as it is in cells', () => {
    fc.assert(
      fc.property(text, text, text, (one, two, three) => {
        const { texts } = read({
          kind: 'table',
          ruled: true,
          columns: [
            { label: one, holds: 'name' },
            { label: two, holds: 'terms' },
          ],
          rows: [{ name: [two], remark: three, groups: [[{ texts: [one, two], mark: 'bullet', closing: three }]] }],
        });
        expect(texts).toEqual([one, two, `${two}\n${three}`, `• ${one}\n• ${two}\n${three}`]);
      }),
      { numRuns: 500 },
    );
  });
  it('is shown as it is as a command and as a line of a file', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(read({ kind: 'items', items: [{ text: 'x', notes: [{ kind: 'command', label: 'y', text: one }] }] }).texts.at(-1)).toBe(`y: ${one}`);
        const problem = {
          kind: 'problem',
          place: one,
          severity: 'error',
          label: 'x',
          text: one,
          hints: [one],
          source: { line: 1, before: '', marked: one, after: '' },
        } as const;
        const { texts, code } = read(problem);
        expect(texts).toEqual([`x ${one}: ${one}`, one]);
        expect(code.map((block) => block.split('\n')[0])).toEqual([one]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what stands out in a text', () => {
  it('is strong, whatever stands in it and beside it', () => {
    fc.assert(
      fc.property(text, text, text, text, text, (one, two, three, four, five) => {
        const marked = `${one}${openMark}${two}${closeMark}${three}${openMark}${four}${closeMark}${five}`;
        for (const between of ['', ' ']) {
          const { texts, strong } = read({
            kind: 'paragraph',
            text: marked.replaceAll(openMark, between + openMark).replaceAll(closeMark, closeMark + between),
          });
          expect(texts).toEqual([one + between + two + between + three + between + four + between + five]);
          expect(strong).toEqual([two, four]);
        }
        expect(
          read({ kind: 'items', items: [{ text: `${openMark}${one}${closeMark}` }, { text: `${openMark}${two}${closeMark}${openMark}${three}${closeMark}` }] })
            .strong,
        ).toEqual([one, two, three]);
      }),
      { numRuns: 1000 },
    );
  });
  it('is strong in a headline, too, and alone there', () => {
    const item = { text: `給与の${openMark}「計算」${closeMark}です`, detail: `${openMark}計算${closeMark}する` };
    expect(read({ kind: 'items', items: [item] }).strong).toEqual(['「計算」', '計算']);
  });
  it('is strong in Japanese, where no space stands beside it', () => {
    const sentence = `経理は${openMark}「年末調整」${closeMark}を、${openMark}給与${closeMark}と、${openMark}（支払い）${closeMark}です。`;
    expect(renderMarkdown({ blocks: [{ kind: 'paragraph', text: sentence }] }, style)).toBe(
      '経理は<strong>「年末調整」</strong>を、**給与**と、<strong>（支払い）</strong>です。\n',
    );
  });
});

describe('every page', () => {
  const { roles, guide, concepts } = loadCatalogue();
  const ids = roles.map(({ id }) => id);
  const commands = [
    ['list'],
    ['list', '--sort', 'time-pressure'],
    ...[...roles, ...concepts].map(({ id }) => ['show', id]),
    ['show', 'keiri', '--section', 'figures'],
    ['compare', ...ids.slice(0, 3)],
    ['compare', 'keiri', 'zaimu', '--diff'],
    ['guide'],
    ...guide.map(({ id }) => ['guide', id]),
    ['quiz', '--code', '01000-5BT9N-WNDFG-RHJ9R-Q6XG7-683TD-SX'],
    ...['年末調整', '「', '給与 社会保険', '人', 'payroll', 'tax returns', '(', 'IT', '1', '・'].map((query) => ['search', query, '--all']),
  ];
  it.each(['ja', 'en'])('shows its reader no sign of Markdown (%s)', async (lang) => {
    let strong = 0;
    for (const command of commands) {
      const { out } = await runCli([...command, '--format', 'markdown', '--lang', lang]);
      const seen = readMarkdown(out);
      // The guide names a condition of --where.
      const whole = seen.texts.join('\n').replaceAll("'overtime <= 9'", '');
      expect({ command, found: /[\\`#<>|]|\*\*|&\w+;/.exec(whole)?.[0] }).toEqual({ command, found: undefined });
      // Nothing but lists, tables, headings and paragraphs, and as many entries as there are lines that begin one.
      for (const block of seen.blocks) expect(block).toMatch(/^(?:heading|paragraph|bullet_list|list_item|table|thead|tbody|tr|th|td)_open$|^inline$/);
      expect(seen.blocks.filter((block) => block === 'list_item_open')).toHaveLength(out.match(/^ *- /gm)?.length ?? 0);
      if (command[0] === 'search') strong += seen.strong.length;
    }
    expect(strong).toBeGreaterThan(100);
  });
  it('of a role whose texts look like Markdown shows them', async () => {
    const texts = [
      '1. 来客の応対',
      '2) 電話の取り次ぎ',
      '- 見積書',
      '+ 請求書',
      '# 一番',
      '> 引用',
      '* 強調 *',
      '**太字**',
      '---',
      '===',
      '`code`',
      '[x](y)',
      '<b>',
    ];
    const duties = texts.map((one) => `  - text: ${JSON.stringify(one)}\n    detail: ${JSON.stringify(one)}\n`).join('');
    const folder = makeFolder({
      'own.yaml': roleYaml('own', `duties:\n${duties}merits:\n${texts.map((one) => `  - text: ${JSON.stringify(one)}\n`).join('')}`),
    });
    const { texts: seen } = readMarkdown((await runCli(['show', 'own', '--data', folder, '--format', 'markdown'])).out);
    for (const one of texts) {
      expect(seen).toContain(one);
      expect(seen).toContain(`${one}\n${one}`);
    }
  });
});
