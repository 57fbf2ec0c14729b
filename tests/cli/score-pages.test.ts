import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFiles, toFileName } from '../../src/cli/score/name-files.ts';
import { openFolderDraft } from '../../src/cli/process/write-folder.ts';
import { BackofficeError } from '../../src/core/errors.ts';
import { itemsOf, loadCatalogue } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { makeDiskWithFreePages, makeReadOnly } from '../helpers/faults.ts';
import { makeFolder } from '../helpers/folder.ts';

const catalogue = loadCatalogue();
const items = itemsOf(catalogue, 'full');
/** Answers of somebody who knows what they like. */
const clear = items.map(({ dimension }) => 1 + ((catalogue.fit.dimensions.findIndex(({ id }) => id === dimension) * 7) % 5)).join('');
const undecided = items.map((_, place) => (place % 2 === 0 ? 5 : 1)).join('');
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const table = (people: Readonly<Record<string, string>>) =>
  `id,answers\n${Object.entries(people)
    .map(([id, answers]) => `${quote(id)},${answers}\n`)
    .join('')}`;
const three = table({ 'A-001': clear, '山田 太郎': clear, 花子: undecided });
const score = (folder: string, input: string, ...args: readonly string[]) => runCli(['score', '-', '--pages', folder, ...args], { input });
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');
/** All that is in a folder, to see whether it stays as it was. */
const look = (folder: string) =>
  readdirSync(folder)
    .toSorted()
    .map((name) => (lstatSync(join(folder, name)).isFile() ? [name, read(folder, name)] : [name]));
const linksOf = (page: string) => [...page.matchAll(/ href="([^"]*)"/g)].map(([, link = '']) => link);

describe('score --pages', () => {
  it.each(['ja', 'en'] as const)('writes a page for each person, one of the group, and a list for the adviser (%s)', async (lang) => {
    const folder = join(makeFolder(), 'new', 'pages');
    const { code, out, err } = await score(folder, three, '--lang', lang);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain(folder);
    expect(readdirSync(folder)).toEqual(['001.html', '002.html', '003.html', 'group.html', 'index.html']);
    const [caution, holdsAnswers, date, isUndecided] = {
      ja: ['採用の選考には', 'すべて入っています', '2026年1月2日', '似た質問への答えが大きく違って'],
      en: ['must not be used to screen', 'contains all your answers', '2 January 2026', 'contradict each other'],
    }[lang] as [string, string, string, string];
    for (const [place, name] of ['A-001', '山田 太郎', '花子'].entries()) {
      const page = read(folder, `00${place + 1}.html`);
      for (const said of [name.replace(/[^ -~]+ ?/gu, (part) => (lang === 'ja' ? part : '')), date, caution, holdsAnswers]) expect(page).toContain(said);
      expect(page).toMatch(/<code class="code">[0-9A-Z-]{20,}</);
      expect(page).toMatch(/<\/html>\n$/);
      // Nothing of a page leads to anybody else.
      expect(linksOf(page)).toEqual([]);
      expect(page).not.toMatch(/index\.html|group\.html/);
      expect(page.includes(isUndecided)).toBe(name === '花子');
    }
    const list = read(folder, 'index.html');
    expect(linksOf(list)).toEqual(['./group.html', './001.html', './002.html', './003.html']);
    expect(list).toContain(lang === 'ja' ? '迷い中' : 'undecided');
    expect(list).toContain(caution);
    expect(list).not.toMatch(/<code/);
    expect(read(folder, 'group.html')).not.toContain('A-001');
  });
  it('gives the page that the quiz gives for the code, in short or in full', async () => {
    for (const more of [[], ['--full']]) {
      const folder = join(makeFolder(), 'pages');
      await score(folder, table({ 'A-001': clear }), ...more);
      const page = read(folder, '001.html');
      const [, code = ''] = /quiz --code ([0-9A-Z-]+)/.exec(page) ?? [];
      expect((await runCli(['quiz', '--code', code, '--name', 'A-001', '--format', 'html', ...more])).out).toBe(page);
    }
  });
  it('goes beside the rows, where these are asked for', async () => {
    const rows = (await runCli(['score', '-'], { input: three })).out;
    const folder = makeFolder();
    expect(await score(join(folder, 'a'), three, '-o', '-')).toMatchObject({ code: 0, out: rows });
    expect(await score(join(folder, 'b'), three, '-o', join(folder, 'b', 'rows.csv'))).toMatchObject({ code: 0, out: '' });
    expect(read(join(folder, 'b'), 'rows.csv')).toBe(rows);
    expect(readdirSync(join(folder, 'b'))).toHaveLength(6);
    // Who stops reading the rows does not want fewer pages.
    expect(await runCli(['score', '-', '--pages', join(folder, 'c'), '-o', '-'], { input: three, isRead: () => false })).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, 'c'))).toHaveLength(5);
  });
  it('has a page also for who answered nothing, and numbers for who has no name', async () => {
    const folder = join(makeFolder(), 'pages');
    const empty = items.map(() => '').join(',');
    const equal = items.map(() => '3').join(',');
    expect(await score(folder, `${items.map(({ id }) => id).join(',')}\n${equal}\n${empty},\n${equal}\n`)).toMatchObject({ out: '' });
    for (const name of readdirSync(folder)) expect(read(folder, name)).toMatch(/<\/html>\n$/);
    expect(read(folder, '001.html')).toContain('答えに差がない');
    expect(read(folder, '001.html')).toContain('1番');
    expect(read(folder, 'index.html')).toContain('比べられない');
  });
  it('shows how far it is on a terminal, on a line that is gone in the end', async () => {
    let time = 0;
    const now = () => new Date((time += 200));
    const { err } = await runCli(['score', '-', '--pages', join(makeFolder(), 'pages')], { input: three, terminal: { columns: 80 }, now });
    expect(err).toMatch(/ページを作っています … 2人/);
    expect(err.split('\r').at(-1)).not.toContain('作っています');
  });
});

describe('names of pages', () => {
  it('lead nowhere else, are no device, and are never the same, whatever people are called', async () => {
    const names = [
      '../../etc/passwd',
      'CON',
      'con.txt',
      'LPT1',
      'a.',
      'a ',
      'A',
      'a',
      'index',
      'ＧＲＯＵＰ',
      'e\u0301',
      '\u00E9',
      'É',
      '\u202Eabc',
      '-rf',
      '.hidden',
      '山'.repeat(200),
      '山'.repeat(201),
      'a-2',
      ' ',
      '002',
      '#%?&.html',
      "<script>'",
    ];
    const folder = join(makeFolder(), 'pages');
    const { code } = await score(folder, `id,answers\n${names.map((name) => `${quote(name)},${clear}\n`).join('')}`, '--name-files');
    expect(code).toBe(0);
    const files = readdirSync(folder);
    expect(files).toHaveLength(names.length + 2);
    const links = linksOf(read(folder, 'index.html')).map((link) => decodeURIComponent(link.slice(2)));
    expect(links.toSorted()).toEqual(files.filter((file) => file !== 'index.html').toSorted());
    expect(readdirSync(join(folder, '..'))).toEqual(['pages']);
    expect(existsSync(join(folder, '山'.repeat(40) + '.html'))).toBe(true);
  });
  it('are safe on every system', () => {
    const name = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...Array.from('aAéＡ/\\:*?"<>|. -~$\u0000\u001F\u202E\u200Bß1'), 'CON', 'nul', 'com1', 'index', '👨‍👩‍👧', 'e\u0301'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.array(fc.option(name, { nil: undefined }), { maxLength: 12 }), (names) => {
        const files = nameFiles(names, ['index', 'group']);
        expect(files).toHaveLength(names.length);
        expect(new Set([...files, 'index', 'group'].map((file) => file.normalize('NFKC').toLowerCase())).size).toBe(names.length + 2);
        for (const file of files) {
          expect(file).toBe(file.normalize('NFC'));
          expect(file).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|[ .]$|^[ .~-]|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
          expect(file).not.toBe('');
          expect(Buffer.byteLength(`${file}.html`)).toBeLessThanOrEqual(143);
        }
      }),
    );
    expect(toFileName('山田 太郎')).toBe('山田 太郎');
    expect(nameFiles(Array.from({ length: 1000 }, () => undefined)).at(0)).toBe('0001');
    expect(nameFiles(['a', 'A', 'a-2', 'a'])).toEqual(['a', 'A-2', 'a-2-2', 'a-3']);
  });
});

describe('what is in the folder', () => {
  it('stays as it is unless --force is given, and nothing is mixed', async () => {
    for (const name of ['index.html', 'group.html', '002.html']) {
      const folder = makeFolder({ [name]: 'precious', 'notes.txt': 'mine' });
      const before = look(folder);
      const refused = await score(folder, three);
      expect(refused).toMatchObject({ code: 1, out: '' });
      expect(refused.err).toContain(name);
      expect(refused.err).toContain('--force');
      expect(look(folder)).toEqual(before);
      expect(await score(folder, three, '--force')).toMatchObject({ code: 0 });
      expect(read(folder, name)).toMatch(/<\/html>\n$/);
      expect(read(folder, 'notes.txt')).toBe('mine');
      expect(readdirSync(folder)).toHaveLength(6);
    }
  });
  it('is told where it is of another run', async () => {
    const folder = makeFolder();
    const pages = join(folder, 'pages');
    await score(pages, three);
    const { code, err } = await score(pages, table({ 'A-001': clear }), '--force');
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('今回のものではないページが2個') as string });
  });
  it('is neither read nor written through a link that --force replaces', async () => {
    const folder = makeFolder({ target: 'precious' });
    symlinkSync(join(folder, 'target'), join(folder, '001.html'));
    expect(await score(folder, three, '--force')).toMatchObject({ code: 0 });
    expect(read(folder, 'target')).toBe('precious');
    expect(lstatSync(join(folder, '001.html')).isFile()).toBe(true);
  });
  it('may be the file that is read, which is never replaced', async () => {
    for (const name of ['001.html', 'index.html', 'answers.csv']) {
      const folder = makeFolder({ [name]: three });
      const { code } = await runCli(['score', join(folder, name), '--pages', folder, '--force', '--format', 'csv']);
      expect({ name, code }).toEqual({ name, code: name === 'answers.csv' ? 0 : 2 });
      expect(read(folder, name)).toBe(three);
      if (name !== 'answers.csv') expect(readdirSync(folder)).toEqual([name]);
    }
  });
  it('is not made or changed where rows end it', async () => {
    const folder = makeFolder();
    const pages = join(folder, 'pages');
    const bad = `${three}b,333\n`;
    expect(await score(pages, bad, '--strict')).toMatchObject({ code: 1 });
    expect(await score(pages, `${three}"b,333\n`)).toMatchObject({ code: 1 });
    expect(await score(pages, 'id,answers\nb,333\n')).toMatchObject({ code: 1, err: expect.stringContaining('書き出しませんでした') as string });
    expect(await score(pages, 'nothing\n')).toMatchObject({ code: 1 });
    expect(readdirSync(folder)).toEqual([]);
    // Who can be read gets a page, as a row.
    expect(await score(pages, bad)).toMatchObject({ code: 1, err: expect.stringContaining('読めない1行') as string });
    expect(readdirSync(pages)).toHaveLength(5);
  });
});

describe('a folder that takes no pages', () => {
  it('is told, and nothing of it changes', async () => {
    const folder = makeFolder({ file: 'precious' });
    symlinkSync('nowhere', join(folder, 'dead'));
    mkdirSync(join(folder, 'full', '001.html'), { recursive: true });
    writeFileSync(join(folder, 'full', '002.html'), 'precious');
    const { folder: locked, lock } = makeReadOnly();
    lock();
    const before = look(folder);
    for (const place of [join(folder, 'file'), join(folder, 'file', 'below'), join(folder, 'dead'), '/proc/none', join(locked, 'pages'), locked]) {
      const { code, out, err } = await score(place, three, '--force');
      expect({ place, code, out }).toEqual({ place, code: 1, out: '' });
      expect(err).toContain('--pages');
      expect(err).not.toMatch(/\n\s+at /);
    }
    const { code, err } = await score(join(folder, 'full'), three, '--force');
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('001.html') as string });
    expect(read(join(folder, 'full'), '002.html')).toBe('precious');
    expect(readdirSync(join(folder, 'full'))).toHaveLength(2);
    expect(look(folder)).toEqual(before);
  });
  it('may not be the file for the rows, nor have these under the name of a page', async () => {
    const folder = makeFolder();
    for (const output of [join(folder, 'pages'), join(folder, 'pages', '001.html')])
      expect(await score(join(folder, 'pages'), three, '-o', output, '--format', 'csv')).toMatchObject({ code: 2 });
    expect(readdirSync(folder)).toEqual([]);
  });
  it('has all pages or those of before, however little room there is, and the exit code says which', async (context) => {
    const seen = new Set<number>();
    for (const free of [0, 5, 20, 45, 60]) {
      const disk = makeDiskWithFreePages(free, (folder) => writeFileSync(join(folder, '001.html'), 'precious'));
      if (disk === undefined) return context.skip('no disk may be mounted here');
      const { code, err } = await score(disk, table({ 'A-001': clear, B: undecided }), '--force');
      seen.add(code);
      const pages = readdirSync(disk).filter((name) => !name.startsWith('fill-'));
      if (code === 0) for (const name of pages) expect(read(disk, name)).toMatch(/<\/html>\n$/);
      else expect({ pages, text: read(disk, '001.html') }).toEqual({ pages: ['001.html'], text: 'precious' });
      expect(pages).toHaveLength(code === 0 ? 4 : 1);
      if (code !== 0) expect(err).toContain('--pages');
    }
    expect(seen).toEqual(new Set([0, 1]));
  });
  it('is put back where a page cannot have its place', async () => {
    const folder = makeFolder({ a: 'old' });
    const draft = openFolderDraft(folder, { mayReplace: true });
    for (const text of ['one', 'two', 'three']) await draft.add(text);
    await expect(draft.keep(['a', 'b', 'x'.repeat(300)])).rejects.toThrow(BackofficeError);
    expect(look(folder)).toEqual([['a', 'old']]);
    const again = openFolderDraft(folder, { mayReplace: true });
    await again.add('one');
    await again.keep(['a']);
    expect(look(folder)).toEqual([['a', 'one']]);
  });
});
