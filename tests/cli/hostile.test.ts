import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../src/messages/format-names.ts';
import { cleanLine, cleanText, excerpt } from '../../src/core/clean.ts';
import { languages, loadCatalogue, sections } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder } from '../helpers/folder.ts';
import { hostileTexts } from '../helpers/fuzz.ts';
import { expectReadable, expectSound } from '../helpers/sound.ts';

const code = '01000-5BT9N-WNDFG-RHJ9R-Q6XG7-683TD-SX';
/** What begins an escape sequence or is one, and what turns or hides text. */
const steering = hostileTexts.filter((text) => /[\p{Cc}\p{Cf}\u2028\u2029\p{Surrogate}]/u.test(text) && !text.includes('\0'));

/** A role with a text in every field that takes one. */
function hostileRole(id: string, text: string): string {
  const said = { ja: `経理${text}です`, en: `Accounts${text}here` };
  const entry = { text: said, detail: said };
  return JSON.stringify({
    id,
    name: { ja: `役割${id}${text}`, en: `Role ${id}${text}` },
    aliases: [`別名${id}${text}`],
    focus: said,
    summary: said,
    ...Object.fromEntries(sections.map((section) => [section, [entry, { text: `${section}${text}` }]])),
    duties: [entry, { ...entry, evidence: { measures: ['writing'], text: said } }],
    merits: [{ ...entry, caution: said }],
    demerits: [{ ...entry, coping: said, avoidance: 'overtime' }],
    confusedWith: [{ with: 'keiri', relation: 'look-alike', difference: said }],
    measures: { sources: ['article'], figures: { writing: 3, 'time-pressure': 1 } },
    loadings: Object.fromEntries(loadCatalogue().fit.dimensions.map((dimension, index) => [dimension.id, (index % 3) - 1])),
    readings: { [`経理${text}`]: 'けいり' },
    sources: ['article'],
  });
}

/** Each text is in one of these roles. */
const ids = ['r0', 'r1', 'r2', 'r3'];
const hostileFiles = Object.fromEntries(
  ids.map((id, place) => [`${id}.yaml`, hostileRole(id, steering.filter((_, index) => index % ids.length === place).join('と'))]),
);

const commands = [
  ['check'],
  ['list'],
  ['show', 'r1'],
  ['show', 'r1', '--section', 'figures'],
  ['compare', 'r1', 'r2', 'keiri'],
  ['search', '経理', 'Accounts'],
  ['search', '別名r1'],
  ['quiz', '--code', code],
  ['quiz', 'knowledge', '--answers', '-', '--seed', '3'],
  ['__complete', 'bash', 'backoffice show '],
  ['__complete', 'zsh', 'backoffice show '],
  ['__complete', 'fish', 'backoffice compare r1 '],
].map((command) => ({ command, name: command.slice(0, 3).join(' ') }));

describe('texts of own roles', () => {
  it.each(commands)('never steer a terminal: $name', async ({ command }) => {
    const folder = makeFolder(hostileFiles);
    for (const format of formatNames) {
      for (const language of languages) {
        const world = language === 'ja' ? {} : { terminal: { columns: 60, rows: 1000 }, environment: { NO_COLOR: '1' } };
        const args = [...command, '--data', folder, '--lang', language, '--format', format, ...(format === 'html' ? ['-o', '-'] : [])];
        const outcome = await runCli(args, { ...world, input: '1'.repeat(10) });
        // 2: not every command has every format.
        if (outcome.code !== 2) expect(outcome).toMatchObject({ code: 0 });
        expectSound(outcome, args);
        if (command[0] !== '__complete') expectReadable(outcome, format);
      }
    }
  });
});

describe('names of files and folders', () => {
  const terminal = { terminal: { columns: 80, rows: 1000 }, environment: { NO_COLOR: '1' } };
  it.each(['\u001B[31mred', 'a\nb', 'a\rb', '\u009B31m', '\u202Etxt', '\u001B]0;t\u0007'])('%j never steer a terminal', async (name) => {
    const folder = join(makeFolder(), `f${name}`);
    mkdirSync(folder);
    const file = join(folder, `${name}.yaml`);
    writeFileSync(file, 'id: x\nname: x\nsummary: x\nfacets: [desk-wrok]\n');
    const sheet = join(folder, `${name}.csv`);
    writeFileSync(sheet, 'item,answer\nx,1\n');
    const runs: [string[], Parameters<typeof runCli>[1]][] = [
      [['check', file], {}],
      [['check', folder], {}],
      [['check', join(folder, 'missing')], {}],
      [['list', '--data', folder], {}],
      [['list', '--data', file], {}],
      [['list'], { environment: { BACKOFFICE_DATA: folder } }],
      [['list'], { userFolder: folder }],
      [['list'], { userFolder: file }],
      [['check'], { userFolder: folder }],
      [['list', '-o', join(folder, 'out.txt')], {}],
      [['list', '-o', join(folder, 'missing', 'out.txt')], {}],
      [['quiz', '--answers', sheet], {}],
      [['quiz', '--answers', join(folder, 'missing')], {}],
      // Into a pipe, `new` writes the path as it is, for the next program.
      [['new', 'own', '-o', join(folder, 'own.yaml'), '--yes'], terminal],
      [['new', 'own', '-o', join(folder, 'own.yaml'), '--yes'], terminal],
      [['new', 'own', '--data', folder, '--yes'], terminal],
      [['new', 'other', '--yes'], { ...terminal, userFolder: folder }],
      [['jimu', 'soumu', '--data', folder], terminal],
    ];
    for (const [args, world] of runs) expectSound(await runCli(args, world), args);
  });
});

describe('words on the command line and in the environment', () => {
  it('never steer a terminal', async () => {
    for (const text of steering) {
      const lines = [
        [text],
        ['show', text],
        ['compare', text, 'jimu'],
        ['list', text],
        ['search', text],
        ['guide', text],
        ['new', text],
        ['quiz', text],
        ['completion', text],
      ];
      const values = ['--lang', '--format', '--sort', '--facet', '--section', '--resume', '--forget', '--code', '--seed', '--answers'].map((option) => [
        ...['list', 'show', 'quiz'].filter((command) =>
          option === '--section' ? command === 'show' : ['--sort', '--facet'].includes(option) ? command === 'list' : command === 'quiz',
        ),
        option,
        text,
      ]);
      for (const args of [...lines, ...values, [`--${text}`], ['list', `-${text}`], ['list', `--sort=${text}`]]) {
        expectSound(await runCli(args, { stateFolder: makeFolder() }), args);
      }
      const environment = { BACKOFFICE_LANG: text, LANG: text, COLUMNS: text, PAGER: text, TERM: text, BACKOFFICE_DATA: text, HOME: text };
      for (const args of [['list'], ['--help'], ['check']]) expectSound(await runCli(args, { environment }), args);
    }
  });
});

describe('what is removed from texts, and what stays', () => {
  it.each([
    ['a\u001B[31mb\u001B[0m', 'ab'],
    ['\u001B]8;;https://example.com\u0007link\u001B]8;;\u0007', 'link'],
    ['\u001B]52;c;eA==\u0007x', 'x'],
    ['\u009B31mx', 'x'],
    ['a\u202Eb\u2066c\u200Fd\u200Be\uFEFFf\u00ADg', 'abcdefg'],
    ['a\uD800b\uDC00c', 'abc'],
    ['\u{E0041}\u{E007F}a', 'a'],
    ['a\tb\u2028c\r\nd', 'a b c d'],
    // Joiners make one picture of several, selectors choose the form of a character: names and families would fall apart.
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    ['❤️', '❤️'],
    ['辻󠄀', '辻󠄀'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
    expect(cleanText(cleanText(text))).toBe(clean);
  });
  it('is the same for long texts, in a moment', () => {
    for (const unit of ['\u001B[', '\u001B]', '\u009B', '\n', ' \n', '　\n', 'あ\n', '\u202E', '\u0301', '🈁', '\u001B]8;;']) {
      const text = unit.repeat(1_000_000 / unit.length);
      expect(cleanText(text).length).toBeLessThanOrEqual(text.length);
      expect(cleanLine(text)).not.toContain('\u001B');
      expect(Array.from(excerpt(text)).length).toBeLessThanOrEqual(61);
    }
  });
});
