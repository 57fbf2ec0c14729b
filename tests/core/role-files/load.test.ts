import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BackofficeError, computeLoadings, loadCatalogue, loadRoleFolders } from '../../../src/index.ts';
import type { Diagnostic, Role } from '../../../src/index.ts';
import { makeFolder, roleYaml } from '../../helpers/folder.ts';

const builtIn = loadCatalogue();

/** The problems of one role file `own.yaml`, without its path. */
function problemsOf(content: string | Uint8Array, name = 'own.yaml'): Omit<Diagnostic, 'file'>[] {
  const result = loadRoleFolders([makeFolder({ [name]: content })], builtIn);
  return result.ok ? [] : result.diagnostics.map(({ file, ...problem }) => (file.endsWith(name) ? problem : { ...problem, name: file }));
}

function loadOwn(content: string): Role {
  const result = loadRoleFolders([makeFolder({ 'own.yaml': content })], builtIn);
  const role = result.ok ? result.catalogue.roles.find(({ id }) => id === 'own') : undefined;
  if (role === undefined) throw new Error(JSON.stringify(result));
  return role;
}

describe('a good role file', () => {
  it('needs an id, a name and a summary', () => {
    expect(loadOwn(roleYaml('own'))).toEqual({
      id: 'own',
      name: { ja: '店舗事務', en: 'Store administration' },
      summary: { ja: '営業を支えます。', en: 'Supports sales.' },
    });
  });

  it('may say a text once for both languages', () => {
    expect(loadOwn('id: own\nname: 店舗事務\nsummary: 営業を支えます。\n').name).toEqual({ ja: '店舗事務', en: '店舗事務' });
  });

  it('joins the built-in roles, after them', () => {
    const result = loadRoleFolders([makeFolder({ 'own.yaml': roleYaml('own') })], builtIn);
    expect(result.ok && result.catalogue.roles.map(({ id }) => id)).toEqual([...builtIn.roles.map(({ id }) => id), 'own']);
  });

  it('replaces a built-in role with its id, in its place when it says so', () => {
    const result = loadRoleFolders([makeFolder({ 'keiri.yaml': roleYaml('keiri', 'order: 3\n') })], builtIn);
    expect(result.ok && result.catalogue.roles.map(({ id }) => id)).toEqual(builtIn.roles.map(({ id }) => id));
    expect(result.ok && result.catalogue.roles.find(({ id }) => id === 'keiri')?.name.ja).toBe('店舗事務');
  });

  it('may name roles of other files and folders', () => {
    const other = makeFolder({ 'other.yaml': roleYaml('other') });
    const own = makeFolder({
      'own.yaml': roleYaml(
        'own',
        'confusedWith:\n  - { with: other, relation: look-alike, difference: 違う。 }\n  - { with: jimu, relation: look-alike, difference: 違う。 }\n',
      ),
    });
    expect(loadRoleFolders([own, other], builtIn)).toMatchObject({ ok: true });
  });

  it('is cleaned of control, bidi and invisible characters and of line breaks', () => {
    const { summary, name } = loadOwn('id: own\nname: "あ\\e[31mか\\u202Eさ\\a\\u200B\\u009B"\nsummary: "か\\u3099\\nく  と\\n three\\tfour"\n');
    expect(name.ja).toBe('あかさ');
    expect(summary.ja).toBe('がく と three four');
  });

  it('may leave sections empty, which is as if they were not there, and a text in one language', () => {
    expect(loadOwn(roleYaml('own', 'duties: []\nmerits:\nfocus: { en: sales }\n'))).toEqual({
      ...loadOwn(roleYaml('own')),
      focus: { ja: 'sales', en: 'sales' },
    });
  });

  it('may name a dimension that the fit test does not know, which counts for nothing', () => {
    const tagged = (id: string) => loadOwn(roleYaml('own', `suits:\n  - { text: x, dimension: ${id} }\n`));
    expect(computeLoadings(builtIn, tagged('numbres')).size).toBe(0);
    expect(computeLoadings(builtIn, tagged('numbers')).size).toBeGreaterThan(0);
  });

  it('may have full-width characters in its texts, and say of what type a value is', () => {
    expect(loadOwn('id: own\nname: 営業　事務\nsummary: |\n  　字下げ\n  memo：x\n').summary.ja).toBe('字下げ memo：x');
    expect(loadOwn(roleYaml('own', 'reading: !!str よみ\n')).reading).toBe('よみ');
  });

  it('may begin with a byte order mark and have Windows line ends', () => {
    expect(loadOwn(`\uFEFF${roleYaml('own').replaceAll('\n', '\r\n')}`).summary.ja).toBe('営業を支えます。');
  });
});

describe('a bad role file', () => {
  it.each<[string, string, Partial<Diagnostic>[]]>([
    ['empty', '', [{ code: 'file-empty', line: 1, column: 1 }]],
    ['only a comment', '# later\n', [{ code: 'file-empty' }]],
    ['only spaces, of any width', ' 　\n', [{ code: 'file-empty' }]],
    ['only a text', 'later\n', [{ code: 'wrong-type', expected: 'map', line: 1, column: 1, endColumn: 6 }]],
    [
      'all in full-width colons',
      'id： own\nname： x\n',
      [
        { code: 'missing-key', name: 'summary' },
        { code: 'yaml-full-width', name: '：', line: 1, column: 3 },
        { code: 'yaml-full-width', name: '：', line: 2, column: 5 },
      ],
    ],
    ['only null', 'null\n', [{ code: 'wrong-type', expected: 'map' }]],
    ['a list', '- a\n', [{ code: 'wrong-type', expected: 'map', line: 1, column: 1 }]],
    ['a number', '42', [{ code: 'wrong-type', line: 1 }]],
    ['broken', 'id: own\nname\n', [{ code: 'yaml-syntax', yamlCode: 'MISSING_CHAR' }]],
    ['indented with a tab', 'id: own\nname:\n\tja: x\n', [{ code: 'yaml-syntax', yamlCode: 'TAB_AS_INDENT', line: 3 }]],
    ['a key twice', `${roleYaml('own')}id: own\n`, [{ code: 'yaml-duplicate-key', line: 4, column: 1 }]],
    ['an alias to itself', 'id: own\nname: &a { ja: *a, en: x }\nsummary: x\n', [{ code: 'yaml-alias', name: 'a', line: 2, column: 16, endColumn: 18 }]],
    [
      'an alias bomb',
      `id: own\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`,
      [{ code: 'yaml-alias' }, { code: 'yaml-alias' }, { code: 'yaml-alias' }, { code: 'yaml-alias' }],
    ],
    [
      'a tag, and what is wrong besides',
      `${roleYaml('own')}reading: !secret よみ\nfoo: 1\n`,
      [
        { code: 'yaml-tag', name: '!secret', line: 4, column: 18 },
        { code: 'unknown-key', name: 'foo', line: 5 },
      ],
    ],
    ['a key without a value in braces', 'id: own\nname: {ja}\nsummary: x\n', [{ code: 'wrong-type', name: 'ja', expected: 'string', line: 2 }]],
    [
      'evidence without a figure',
      roleYaml('own', 'merits:\n  - { text: x, evidence: { measures: [sitting], text: x } }\n'),
      [{ code: 'missing-figure', name: 'sitting', line: 5, column: 39 }],
    ],
    ['a list for a key', '? [a]\n: 1\n', [{ code: 'yaml-syntax', yamlCode: 'NON_STRING_KEY', line: 1, column: 3 }]],
    ['a number for an id', roleYaml('5'), [{ code: 'wrong-type', name: 'id', expected: 'string', line: 1, column: 5, endColumn: 6 }]],
    ['a number in a list of ids', roleYaml('own', 'facets: [5]\n'), [{ code: 'wrong-type', name: 'facets[1]', expected: 'string', line: 4, column: 10 }]],
    ['nothing in a list of ids', roleYaml('own', 'facets: [""]\n'), [{ code: 'empty-text', name: 'facets[1]', line: 4, column: 10, endColumn: 12 }]],
    ['a map for an id', roleYaml('own', 'facets: [{ a: 1 }]\n'), [{ code: 'wrong-type', name: 'facets[1]', expected: 'string', line: 4, column: 10 }]],
    [
      'a list for a text that is no map',
      roleYaml('own', 'reading: [よみ]\n'),
      [{ code: 'wrong-type', name: 'reading', expected: 'string', line: 4, column: 10 }],
    ],
    ['a list for an entry', roleYaml('own', 'suits:\n  - [a]\n'), [{ code: 'wrong-type', name: 'suits[1]', expected: 'map', line: 5, column: 5 }]],
    ['a map for a list', roleYaml('own', 'duties:\n  text: x\n'), [{ code: 'wrong-type', name: 'duties', expected: 'list', line: 5, column: 3 }]],
    [
      'a loading beyond the largest',
      roleYaml('own', 'loadings: { numbers: 3 }\n'),
      [{ code: 'outside-scale', name: 'numbers', expected: '<=2.5', line: 4, column: 22 }],
    ],
    [
      'a section that there is not',
      roleYaml('own', 'openLists: [dutys]\n'),
      [{ code: 'invalid-value', name: 'dutys', nearest: ['duties'], line: 4, column: 13 }],
    ],
    [
      'a frequency unlike any',
      roleYaml('own', 'duties:\n  - { text: x, frequency: zzzzzz }\n'),
      [{ code: 'invalid-value', name: 'zzzzzz', allowed: ['daily', 'monthly', 'yearly'] }],
    ],
    ['two documents', `${roleYaml('own')}---\n${roleYaml('two')}`, [{ code: 'yaml-multiple-documents', line: 4 }]],
    ['__proto__', `${roleYaml('own')}__proto__: { polluted: true }\n`, [{ code: 'reserved-key', name: '__proto__', line: 4, column: 1 }]],
    ['constructor in a text', 'id: own\nname: { ja: x, en: y, constructor: z }\nsummary: x\n', [{ code: 'reserved-key', name: 'constructor', line: 2 }]],
    ['an unknown key', `${roleYaml('own')}demerit: []\n`, [{ code: 'unknown-key', name: 'demerit', nearest: ['demerits', 'merits'], line: 4, column: 1 }]],
    [
      'unknown keys everywhere',
      roleYaml('own', 'duties:\n  - { text: x, often: daily }\n  - { txt: x }\nfoo: 1\n'),
      [
        { code: 'unknown-key', name: 'often', line: 5, column: 16 },
        { code: 'missing-key', name: 'text', line: 6, column: 5 },
        { code: 'unknown-key', name: 'txt', line: 6, column: 7 },
        { code: 'unknown-key', name: 'foo', line: 7, column: 1 },
      ],
    ],
    ['a key of another section', roleYaml('own', 'merits:\n  - { text: x, coping: y }\n'), [{ code: 'unknown-key', name: 'coping', line: 5, column: 16 }]],
    ['an unknown language', 'id: own\nname: { ja: x, en: y, fr: z }\nsummary: x\n', [{ code: 'unknown-key', name: 'fr', line: 2, column: 23 }]],
    ['a text in no language', 'id: own\nname: {}\nsummary: x\n', [{ code: 'empty-text', name: 'name', line: 2, column: 7 }]],
    [
      'nothing but an id',
      'id: own\n',
      [
        { code: 'missing-key', name: 'name' },
        { code: 'missing-key', name: 'summary' },
      ],
    ],
    ['a number for a text', roleYaml('own', 'duties:\n  - text: 5\n'), [{ code: 'wrong-type', name: 'text', expected: 'map', line: 5, column: 11 }]],
    [
      'numbers without an end, and half a person',
      roleYaml('own', 'measures:\n  sources: [article]\n  respondents: 2.5\n  figures: { sitting: .inf }\n'),
      [
        { code: 'wrong-type', name: 'respondents', expected: 'integer', line: 6, column: 16, endColumn: 19 },
        { code: 'wrong-type', name: 'sitting', expected: 'number', line: 7, column: 23, endColumn: 27 },
      ],
    ],
    ['a text for a list', roleYaml('own', 'duties: x\n'), [{ code: 'wrong-type', name: 'duties', expected: 'list', line: 4, column: 9 }]],
    ['an empty text', roleYaml('own', 'focus: { ja: "  ", en: x }\n'), [{ code: 'empty-text', name: 'ja', line: 4, column: 14 }]],
    ['a text of invisible characters', roleYaml('own', 'focus: "\\u200B\\e[0m"\n'), [{ code: 'empty-text', line: 4, column: 8 }]],
    ['an empty list', roleYaml('own', 'facets: []\n'), [{ code: 'empty-list', name: 'facets', line: 4, column: 9, endColumn: 11 }]],
    ['a list for a map', roleYaml('own', 'loadings: [1, 2]\n'), [{ code: 'wrong-type', name: 'loadings', expected: 'map', line: 4, column: 11 }]],
    [
      'wrong in its form and in its ids',
      'id: owm\nname: x\nfacets: [desk-wrok]\nduties:\n  - { txt: x, topic: payrol }\n  - { text: 5 }\n',
      [
        { code: 'missing-key', name: 'summary', line: 1, column: 1 },
        { code: 'file-name', name: 'owm', line: 1, column: 5 },
        { code: 'unknown-reference', name: 'desk-wrok', line: 3, column: 10 },
        { code: 'missing-key', name: 'text', line: 5, column: 5 },
        { code: 'unknown-key', name: 'txt', line: 5, column: 7 },
        { code: 'unknown-reference', name: 'payrol', line: 5, column: 22 },
        { code: 'wrong-type', name: 'text', line: 6, column: 13 },
      ],
    ],
    ['an id that every object has', roleYaml('constructor'), [{ code: 'reserved-id', name: 'constructor', line: 1, column: 5 }]],
    [
      'ids that objects have',
      roleYaml('own', 'facets: [toString]\nloadings: { valueOf: 1 }\nmeasures:\n  sources: [article]\n  figures: { toString: 1, hasOwnProperty: 2 }\n'),
      ['toString', 'valueOf', 'toString', 'hasOwnProperty'].map((name) => ({ code: 'unknown-reference', name }) as const),
    ],
    [
      'an unknown frequency',
      roleYaml('own', 'duties:\n  - { text: x, frequency: dayly }\n'),
      [{ code: 'invalid-value', name: 'dayly', nearest: ['daily'], line: 5, column: 27 }],
    ],
    [
      'an unknown facet',
      roleYaml('own', 'facets: [desk-wrok]\n'),
      [{ code: 'unknown-reference', name: 'desk-wrok', nearest: ['desk-work'], line: 4, column: 10 }],
    ],
    [
      'an unknown topic',
      roleYaml('own', 'duties:\n  - { text: x, topic: payrol }\n'),
      [{ code: 'unknown-reference', name: 'payrol', nearest: ['payroll', 'payroll-certificate'], line: 5, column: 23 }],
    ],
    [
      'an unknown neighbour',
      roleYaml('own', 'confusedWith:\n  - { with: kieri, relation: look-alike, difference: x }\n'),
      [{ code: 'unknown-reference', name: 'kieri', line: 5, column: 13 }],
    ],
    [
      'itself as neighbour',
      roleYaml('own', 'confusedWith:\n  - { with: own, relation: look-alike, difference: x }\n'),
      [{ code: 'self-reference', name: 'own', line: 5, column: 13 }],
    ],
    [
      'a neighbour twice',
      roleYaml('own', `confusedWith:\n${'  - { with: jimu, relation: look-alike, difference: x }\n'.repeat(2)}`),
      [{ code: 'duplicate-pair', name: 'jimu', line: 6, column: 13 }],
    ],
    [
      'the label of a facet',
      roleYaml('own', 'facets: [数字を扱う]\n'),
      [{ code: 'unknown-reference', name: '数字を扱う', nearest: ['numbers'], line: 4, column: 10 }],
    ],
    [
      'the name of a role',
      roleYaml('own', 'confusedWith:\n  - { with: 事務, relation: look-alike, difference: x }\n'),
      [{ code: 'unknown-reference', name: '事務', nearest: ['jimu'] }],
    ],
    ['a resource unlike any', roleYaml('own', 'resource: [zzzzzz]\n'), [{ code: 'unknown-reference', allowed: ['people', 'goods', 'money', 'information'] }]],
    ['a full-width colon', `${roleYaml('own')}order： 3\n`, [{ code: 'yaml-full-width', name: '：', line: 4, column: 6 }]],
    [
      'broken elsewhere than at its full-width characters',
      'id: own\nname: 営業　事務\nsummary: 要約 memo：x\nfocus: "x\n',
      [{ code: 'yaml-unclosed', name: '"', line: 4, column: 8 }],
    ],
    [
      'a full-width space behind others',
      `${roleYaml('own')}duties:\n  - text: x\n  \u3000- text: y\n`,
      [{ code: 'yaml-odd-space', name: 'U+3000', line: 6, column: 3 }],
    ],
    [
      'an unknown key twice',
      `${roleYaml('own')}foo: 1\nfoo: 2\n`,
      [
        { code: 'unknown-key', name: 'foo', line: 4 },
        { code: 'yaml-duplicate-key', name: 'foo', line: 5 },
      ],
    ],
    ['a full-width colon in an entry', `${roleYaml('own')}suits:\n- text： x\n`, [{ code: 'yaml-full-width', name: '：', line: 5, column: 7, endColumn: 8 }]],
    ['a full-width space', `${roleYaml('own')}duties:\n　- text: x\n  - text: y\n`, [{ code: 'yaml-odd-space', name: 'U+3000', line: 5, column: 1 }]],
    [
      'an entry that is no map',
      roleYaml('own', 'duties:\n  - text: x\n  - x\n'),
      [{ code: 'wrong-type', name: 'duties[2]', expected: 'map', line: 6, column: 5 }],
    ],
    ['an id that no object may have', roleYaml('__proto__'), [{ code: 'invalid-id', name: '__proto__', line: 1, column: 5 }]],
    ['an id with a path', roleYaml('../own'), [{ code: 'invalid-id', name: '../own', line: 1, column: 5 }]],
    ['an id unlike its file', roleYaml('owm'), [{ code: 'file-name', name: 'owm', expected: 'own', line: 1, column: 5 }]],
    ['nested a thousand deep', `${roleYaml('own')}duties: ${'['.repeat(1000)}${']'.repeat(1000)}\n`, [{ code: 'yaml-too-deep', line: 4 }]],
    ['unclosed fifty thousand deep', `x: ${'['.repeat(50_000)}`, [{ code: 'yaml-too-deep', line: 1 }]],
    ['a thousand list marks in a row', `${'- '.repeat(1000)}x\n`, [{ code: 'yaml-too-deep', line: 1 }]],
    ['indented three hundred deep', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), [{ code: 'yaml-too-deep' }]],
  ])('%s is reported with its place', (_, content, expected) => {
    const problems = problemsOf(content);
    expect(problems.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
    expect(problems).toMatchObject(expected);
  });

  it.each<[string, Uint8Array | string, Partial<Diagnostic>]>([
    ['binary', Uint8Array.from({ length: 512 }, (_, index) => index % 256), { code: 'file-not-text' }],
    ['text with a NUL', 'id: own\0', { code: 'file-not-text' }],
    ['UTF-16', Buffer.from('\uFEFFid: own', 'utf16le'), { code: 'file-not-text' }],
    ['Shift_JIS', Uint8Array.of(0x69, 0x64, 0x3a, 0x20, 0x8c, 0x6f, 0x97, 0x9d), { code: 'file-not-text' }],
    ['10 MB', 'x'.repeat(10_000_000), { code: 'file-too-large', expected: '64000' }],
  ])('a file that is %s is refused', (_, content, expected) => {
    expect(problemsOf(content)).toMatchObject([expected]);
  });

  it.each(['- a\n', 'later\n', 'null\n'])('that is no map as a whole names no key: %j', (content) => {
    const [problem] = problemsOf(content);
    expect(problem).toMatchObject({ code: 'wrong-type', expected: 'map' });
    expect(problem).not.toHaveProperty('name');
  });

  it('with a text that is too long is refused', () => {
    expect(problemsOf(roleYaml('own', `focus: "${'あ'.repeat(5001)}"\n`))).toMatchObject([{ code: 'text-too-long', line: 4, column: 8 }]);
  });

  it('does not hide the problems of the others', () => {
    const folder = makeFolder({ 'a.yaml': roleYaml('a', 'x: 1\n'), 'b.yaml': roleYaml('b'), 'c.yml': 'id: [\n', 'note.txt': 'not yaml', '.hidden.yaml': 'x' });
    const result = loadRoleFolders([folder], builtIn);
    expect(result.ok ? [] : result.diagnostics.map(({ file, code }) => [file.slice(folder.length + 1), code])).toEqual([
      ['a.yaml', 'unknown-key'],
      ['c.yml', 'yaml-unclosed'],
    ]);
  });

  it('may not take the id of another role of its folder or of a concept', () => {
    const folder = makeFolder({ 'own.yaml': roleYaml('own'), 'own.yml': roleYaml('own'), 'marketing.yaml': roleYaml('marketing') });
    const result = loadRoleFolders([folder], builtIn);
    expect(result.ok ? [] : result.diagnostics.map(({ code, name }) => [code, name]).sort()).toEqual([
      ['duplicate-id', 'marketing'],
      ['duplicate-id', 'own'],
    ]);
  });

  it('does not make those wrong that name it', () => {
    const folder = makeFolder({
      'a.yaml': 'id: a\n',
      'b.yaml': roleYaml('b', 'confusedWith:\n  - { with: a, relation: look-alike, difference: 違う。 }\n'),
    });
    const result = loadRoleFolders([folder], builtIn);
    expect(result.ok ? [] : result.diagnostics.map(({ code, name }) => [code, name])).toEqual([
      ['missing-key', 'name'],
      ['missing-key', 'summary'],
    ]);
  });

  it('that is a folder or a pipe is reported, without waiting for it', () => {
    const folder = makeFolder({ 'folder.yaml/x': '' });
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    const result = loadRoleFolders([folder], builtIn);
    expect(result.ok ? [] : result.diagnostics.map(({ code, expected }) => [code, expected])).toEqual([
      ['file-unreadable', 'is-a-folder'],
      ['file-unreadable', 'not-a-file'],
    ]);
  });

  it('that cannot be read is reported, and the rest is read', () => {
    const folder = makeFolder({ 'b.yaml': roleYaml('b', 'x: 1\n') });
    symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
    symlinkSync('nowhere', join(folder, 'gone.yaml'));
    const result = loadRoleFolders([folder], builtIn);
    expect(result.ok ? [] : result.diagnostics.map(({ code, expected }) => [code, expected])).toEqual([
      ['unknown-key', undefined],
      ['file-unreadable', 'not-found'],
      ['file-unreadable', 'link-loop'],
    ]);
  });
});

describe('a bad folder', () => {
  it.each([
    ['missing', () => '/nonexistent/folder', 'not-found'],
    ['a file', () => join(makeFolder({ 'x.yaml': roleYaml('x') }), 'x.yaml'), 'not-a-folder'],
    ['without role files', () => makeFolder({ 'note.txt': 'x' }), 'no-role-files'],
  ])('that is %s is refused', (_, make, reason) => {
    const folder = make();
    try {
      loadRoleFolders([folder], builtIn);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(BackofficeError);
      expect(error).toMatchObject({ failure: { code: 'data-folder', path: folder, reason } });
    }
  });
});
