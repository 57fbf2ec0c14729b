import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/core/role-files/diagnostics.ts';
import { parseYaml } from '../../../src/core/role-files/parse.ts';
import { roleSchema } from '../../../src/core/role-files/schema.ts';

const read = (text: string) => parseYaml(text, 'own.yaml', roleSchema);
const codesOf = (text: string) => read(text).diagnostics.map(({ code }) => code);
const placesOf = (text: string) =>
  read(text).diagnostics.map(({ code, line, column, name }): Pick<Diagnostic, 'code' | 'name'> & { readonly place: string } => ({
    code,
    place: `${line}:${column}`,
    ...(name === undefined ? {} : { name }),
  }));

/** A file with `□` wherever YAML wants an ordinary space or nothing: `□` for a space that is there, `▫` for none. */
const template = `▫id:□own▫
▫"name":□{▫ja▫:□受付係▫,▫en:□"Front desk"▫}▫
summary:
□□ja:□受け付けます。
□□en▫:□"Text."▫
▫order:□3▫
facets:□[▫desk-work▫,▫numbers▫]▫
duties:
□□-□text:□{ ja: 面談, en: Talks }
□□□□detail:□>-▫
      くわしく
▫suits:
  -□text: x
`;
const places = Array.from(template.matchAll(/[□▫]/g), ({ index, 0: sign }) => ({ index, isSpace: sign === '□' }));
const fill = (odd: string, at: number) =>
  Array.from(template, (character, index) => (character === '□' ? (index === at ? odd : ' ') : character === '▫' ? (index === at ? odd : '') : character)).join(
    '',
  );

const oddSpaces = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  (sign) => (/^\p{Z}$/u.test(sign) && sign !== ' ') || /^[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u3164\u0085]$/.test(sign),
);
const codePoint = (sign: string) => `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

describe('an odd space', () => {
  it('is named where YAML wants an ordinary one, whichever it is and wherever it stands', () => {
    expect(codesOf(fill('', -1))).toEqual([]);
    expect(oddSpaces.length).toBeGreaterThan(25);
    const silent: string[] = [];
    for (const sign of oddSpaces) {
      for (const { index } of places) {
        const { diagnostics, parsed } = read(fill(sign, index));
        // A text may begin or end with it, and so may an id of something else: all of them are cleaned.
        if (diagnostics.length === 0 && parsed !== undefined) silent.push(codePoint(sign));
        else expect({ index, found: diagnostics.map(({ code, name }) => [code, name]) }).toEqual({ index, found: [['yaml-odd-space', codePoint(sign)]] });
      }
    }
    expect(silent.length / (oddSpaces.length * places.length)).toBeLessThan(0.25);
  });

  it('is named in every place of a file at once, beside what else is wrong', () => {
    expect(placesOf('id: own\nname:\n　ja: x\n　en: y\nsummary:　z\nduties:\n  -　text: x\nfoo: 1\n')).toEqual([
      { code: 'yaml-odd-space', place: '3:1', name: 'U+3000' },
      { code: 'yaml-odd-space', place: '4:1', name: 'U+3000' },
      { code: 'yaml-odd-space', place: '5:9', name: 'U+3000' },
      { code: 'yaml-odd-space', place: '7:4', name: 'U+3000' },
      { code: 'unknown-key', place: '8:1', name: 'foo' },
    ]);
  });

  it('stays in texts, whatever else is wrong in the file', () => {
    const text = fc
      .array(fc.constantFrom('　', '\u00A0', '\u2003', '\u200B', '受付', 'memo', '：', '-', '。'), { minLength: 1, maxLength: 8 })
      .map((parts) => `文${parts.join('')}`);
    fc.assert(
      fc.property(text, text, (one, other) => {
        const texts = [`  ja: ${one}\n  en: "${other}"`, `  ja: |\n    ${other}\n    ${one}\n  en: '${one}'`, `  ja: >-\n    文\n    ${one}\n  en: x\n`];
        for (const summary of texts) expect(codesOf(`id: own\nname: x\nsummary:\n${summary}\nfoo: 1\n`)).toEqual(['unknown-key']);
      }),
      { numRuns: 300 },
    );
  });

  it('of a plain text that runs on in a line like a key is no slip', () => {
    expect(codesOf('id: own\nname: x\nsummary: 総務の\n  受付:　9時から\n  -　まで\nfoo: 1\n')).toEqual(['unknown-key']);
  });
});

describe('a space that is missing', () => {
  it.each([
    ['behind a colon', 'id: own\nname:\n  ja:説明\n  en: Text\nsummary: x\n', '3:5', ':'],
    ['behind a colon in braces', 'id: own\nname: { ja:説明, en: Text }\nsummary: x\n', '2:11', ':'],
    ['behind a dash', 'id: own\nname: x\nsummary: x\naliases:\n  -説明\n', '5:3', '-'],
  ])('%s is told where it is missing', (_, text, place, name) => {
    expect(placesOf(text)).toEqual([{ code: 'yaml-missing-space', place, name }]);
  });
});

describe('what is not closed', () => {
  it.each([
    ['a quotation mark, at the top', 'id: own\nname: "x\nsummary: y\n', 'yaml-unclosed', '2:7', '"'],
    ['a quotation mark, with another text in quotes below', 'id: own\nname: "x\nsummary: "y"\n', 'yaml-unclosed', '2:7', '"'],
    ['a quotation mark, indented', 'name:\n  ja: "説明\n  en: "Text"\nid: own\n', 'yaml-unclosed', '2:7', '"'],
    ['a quotation mark in braces', 'name: { ja: "説明, en: Text }\nid: own\n', 'yaml-unclosed', '1:13', '"'],
    ['a quotation mark in braces before another', 'name: { ja: "説明, en: "Text" }\nid: own\n', 'yaml-closed-early', '1:13', '"'],
    ['a single quotation mark', "name: 'x\nid: own\n", 'yaml-unclosed', '1:7', "'"],
    ['an apostrophe in single quotes', "name: 'don't'\nid: own\n", 'yaml-closed-early', '1:7', "'"],
    ['an escaped quotation mark', 'name: "x\\"\nid: own\n', 'yaml-unclosed', '1:7', '"'],
    ['a brace', 'id: own\nname: { ja: 説明, en: Text\nsummary: x\n', 'yaml-unclosed', '2:7', '{'],
    ['a brace at the end', 'id: own\nname: { ja: 説明, en: Text\n', 'yaml-unclosed', '2:7', '{'],
    ['a brace of an entry', 'duties:\n  - text: { ja: 面談, en: Talks\n  - text: x\n', 'yaml-unclosed', '2:11', '{'],
    ['an outer brace', 'duties:\n  - { text: { ja: 面談, en: Talks }, share: 0.1\n  - { text: x }\n', 'yaml-unclosed', '2:5', '{'],
    ['a bracket', 'duties:\n  - text: x\n    sources: [a, b\n    detail: y\n', 'yaml-unclosed', '3:14', '['],
    ['a bracket closed by a brace', 'facets: [a, b}\nid: own\n', 'yaml-unclosed', '1:9', '['],
    ['a brace whose end is in a comment', 'name: { ja: 課題 #12 の管理, en: Text }\nid: own\n', 'yaml-closed-in-comment', '1:16', '}'],
  ])('%s is told where it was opened', (_, text, code, place, name) => {
    expect(placesOf(text)).toEqual([{ code, place, name }]);
  });

  it('is found in every file of which one closing sign is left out', () => {
    const file =
      'id: own\nname: { ja: "受付", en: "Desk" }\nsummary:\n  ja: "説明"\n  en: \'Text\'\nfacets: [numbers]\nduties:\n  - { text: { ja: "面談", en: "Talks" } }\n';
    const closing = Array.from(file.matchAll(/[}\]]|(?<=[^ ])["']/g), ({ index }) => index);
    expect(closing).toHaveLength(10);
    for (const index of closing) {
      const [first] = read(file.slice(0, index) + file.slice(index + 1)).diagnostics;
      expect(['yaml-unclosed', 'yaml-closed-early']).toContain(first?.code);
      expect(first?.line).toBe(file.slice(0, index).split('\n').length);
    }
  });
});

describe('a text over several lines', () => {
  const folded = (text: string) => read(`id: own\nname: x\n${text}`).parsed?.value.summary.ja;
  it.each([
    ['plain', 'summary: 年末\n  調整\n', '年末調整'],
    ['in double quotes', 'summary: "年末\n  調整"\n', '年末調整'],
    ['in single quotes', "summary: '年末\n  調整、\n  です'\n", '年末調整、です'],
    ['in braces', 'summary: { ja: 年末\n    調整, en: x }\n', '年末調整'],
    ['folded', 'summary: >-\n  年末\n  調整\n', '年末調整'],
    ['folded, with an indentation that is named', 'summary: >2-\n  年末\n  調整\n', '年末調整'],
    ['folded, with Windows line ends', 'summary: >-\r\n  年末\r\n  調整\r\n', '年末調整'],
    ['literal', 'summary: |\n  年末\n  調整\n', '年末調整'],
    ['with spaces at the ends of lines', 'summary: >\n  年末  \n  調整\n', '年末調整'],
    ['in half-width katakana and with a selector of forms', 'summary: >-\n  葛󠄀\n  城\n  ｶﾅ\n  カナ\n', '葛󠄀城ｶﾅカナ'],
  ])('%s is joined between full-width characters', (_, text, expected) => {
    expect(folded(text)).toBe(expected);
  });
  it.each([
    ['summary: year\n  end\n', 'year end'],
    ['summary: >-\n  経理\n  と IT\n  の\n', '経理と IT の'],
    ['summary: "年末 \\\n  調整"\n', '年末 調整'],
    ['summary: >-\n  한국\n  어\n', '한국 어'],
    ['summary: 年末 調整\n', '年末 調整'],
  ])('keeps its spaces elsewhere: %j', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });
  it('never has a space between full-width characters that its lines do not have, and never loses one', () => {
    const word = fc.constantFrom('年末', '調整、', 'カナ', 'year', 'A', '「', '１');
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 12 }), fc.constantFrom('', '"', '>-'), (words, style) => {
        const lines = words.map((line) => `  ${line}\n`).join('');
        const text = style === '"' ? `summary: "文${lines.trimEnd()}"\n` : `summary: ${style === '>-' ? '>-\n  ' : ''}文\n${lines}`;
        const wide = (sign: string | undefined) => sign !== undefined && /[^ -~]/.test(sign);
        const expected = (style === '"' ? [`文  ${words[0] ?? ''}`.replace('  ', ' '), ...words.slice(1)] : ['文', ...words]).reduce((joined, line) =>
          wide(joined.at(-1)) && wide(line[0]) ? joined + line : `${joined} ${line}`,
        );
        expect(folded(text)).toBe(expected);
      }),
    );
  });
});

describe('a comment behind a text', () => {
  it.each([
    ['ja: 課題 #12 の管理', '3:10'],
    ['ja: 課題 # の管理', '3:10'],
    ['ja: 課題\n    #12 の管理', '4:5'],
  ])('is warned of, for it mostly was to be its end: %j', (line, place) => {
    expect(placesOf(`id: own\nname:\n  ${line}\n  en: x\nsummary: y\n`)).toEqual([{ code: 'comment-in-text', place, name: 'ja' }]);
  });
  it('is fine behind anything else, and on a line of its own', () => {
    const file =
      'id: own # me\nname:\n  # one\n  ja: "x" # two\n  # three\n  en: y\n# four\nsummary: { ja: a#1, en: b } # five\norder: 3 # six\nfacets: [] # seven\n';
    expect(codesOf(file)).toEqual(['empty-list']);
  });
});

describe('a file', () => {
  const one = 'id: own\nname: x\nsummary: y\nduties:\n  - { text: x }\n';
  it.each([`${one}---\n`, `---\n${one}---\n# end\n`, `---\n---\n${one}`, `${one}...\n`, `${one}---\n---\n`])(
    'with nothing behind or before --- is one document: %j',
    (text) => {
      expect(codesOf(text)).toEqual([]);
      expect(read(text).parsed?.value.id).toBe('own');
    },
  );
  it('with something behind --- is not, and one with nothing else is empty', () => {
    expect(placesOf(`${one}---\n---\nid: two\n`)).toEqual([{ code: 'yaml-multiple-documents', place: '7:1' }]);
    expect(codesOf(`---\n${one}---\nnull\n`)).toEqual(['yaml-multiple-documents']);
    expect(codesOf('---\n')).toEqual(['file-empty']);
  });
  it('that was pasted twice or more is one message, at any depth', () => {
    expect(placesOf(one.repeat(2))).toEqual([{ code: 'yaml-repeated-keys', place: '6:1', name: 'id' }]);
    expect(placesOf(one.repeat(3))).toEqual([{ code: 'yaml-repeated-keys', place: '6:1', name: 'id' }]);
    expect(placesOf(`${one}suits:\n  - text: a\n    detail: b\n    text: a\n    detail: b\n`)).toEqual([
      { code: 'yaml-repeated-keys', place: '9:5', name: 'text' },
    ]);
    expect(placesOf(`${one}name: z\norder: 1\nsummary: z\n`)).toEqual([
      { code: 'yaml-duplicate-key', place: '6:1', name: 'name' },
      { code: 'yaml-duplicate-key', place: '8:1', name: 'summary' },
    ]);
  });
});
