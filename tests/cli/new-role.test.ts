import fc from 'fast-check';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { writeRoleFile } from '../../src/cli/new-role/role-file.ts';
import type { RoleAnswers } from '../../src/cli/new-role/role-file.ts';
import { findBreaks } from '../../src/render/text/find-breaks.ts';
import type { Prompter } from '../../src/cli/prompts/prompter.ts';
import { cleanText } from '../../src/core/clean.ts';
import { roleSchema } from '../../src/core/role-files/schema.ts';
import { languages, loadCatalogue, loadRoleFiles, sections } from '../../src/index.ts';
import type { Language, Role } from '../../src/index.ts';
import { dataFolder, runCli } from '../helpers/cli.ts';
import type { World } from '../helpers/cli.ts';
import { makeReadOnly } from '../helpers/faults.ts';
import { makeFolder } from '../helpers/folder.ts';
import { measureColumns, notAtLineStart } from '../helpers/screen.ts';

const builtIn = loadCatalogue();

function write(answers: Partial<RoleAnswers> = {}, language: Language = 'ja'): string {
  return writeRoleFile({ id: 'own', ...answers }, { catalogue: builtIn, language, messages: { ja, en }, schema: 'file:///schema.json', findBreaks });
}

/** The role in a text, which must be without a problem. */
function load(text: string, id = 'own'): Role {
  const { catalogue, diagnostics } = loadRoleFiles([join(makeFolder({ [`${id}.yaml`]: text }), `${id}.yaml`)], builtIn);
  expect(diagnostics).toEqual([]);
  const role = catalogue.roles.find((found) => found.id === id);
  if (role === undefined) throw new Error(`no role ${id}`);
  return role;
}

/** A text with the examples at some of its lines put to use. */
function uncomment(text: string, isWanted: (line: number) => boolean = () => true): string {
  const [schema = '', ...lines] = text.split('\n');
  return [schema, ...lines.map((line, index) => (line.startsWith('# ') && isWanted(index) ? line.slice(2) : line))].join('\n');
}

/** First and last line of each example, without the first line of the file. */
function findExamples(text: string): { readonly first: number; readonly last: number }[] {
  const lines = text.split('\n').slice(1);
  const isExample = (line: string | undefined) => line?.startsWith('# ') ?? false;
  return lines.flatMap((line, first) => {
    if (!isExample(line) || isExample(lines[first - 1])) return [];
    const length = lines.slice(first).findIndex((other) => !isExample(other));
    return [{ first, last: first + length - 1 }];
  });
}

const textsOf = (value: unknown): { ja: string; en: string }[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('ja' in value && 'en' in value) return [value as { ja: string; en: string }];
  return Object.values(value).flatMap(textsOf);
};

describe.each(languages)('a new role file in %s', (language) => {
  const text = write({}, language);

  it('is valid as it is, with texts in both languages and a duty', () => {
    const role = load(text);
    expect(Object.keys(role)).toEqual(['id', 'name', 'summary', 'duties']);
    expect(role.duties).toHaveLength(1);
    for (const { ja: japanese, en: english } of textsOf(role)) {
      expect(japanese).toMatch(/^【.+】$/);
      expect(english).toMatch(/^\[.+\]$/);
    }
    expect(role.name).toEqual({ ja: '【own の名前】', en: '[Name of own]' });
  });

  it('is valid with each of its examples, and with all of them', () => {
    const examples = findExamples(text);
    expect(examples.length).toBeGreaterThan(15);
    for (const { first, last } of examples) load(uncomment(text, (line) => line >= first && line <= last));
    const role = load(uncomment(text));
    expect(Object.keys(role).toSorted()).toEqual(Object.keys(roleSchema.entries).toSorted());
    for (const section of sections) expect(role[section]?.length, section).toBe(section === 'duties' ? 2 : 1);
    for (const { ja: japanese, en: english } of textsOf(role)) expect(japanese).not.toBe(english);
  });

  it('takes part in the fit test with its loadings', () => {
    expect(Object.keys(load(uncomment(text)).loadings ?? {})).toEqual(builtIn.fit.dimensions.map(({ id }) => id));
  });

  it('explains every key of an entry and every word of the closed lists', () => {
    for (const key of ['text', 'detail', 'frequency', 'coping', 'caution', 'topic', 'share', 'sources', 'evidence', 'dimension', 'avoidance'])
      expect(text).toMatch(new RegExp(`^## .*\\b${key}\\b`, 'm'));
    const { resources, families, facets, topics, fit } = builtIn;
    for (const { id } of [...resources, ...families, ...facets, ...topics, ...fit.dimensions, ...fit.avoidances])
      expect(text).toMatch(new RegExp(`^# .*\\b${id}\\b.*|^##   ${id} +\\S`, 'm'));
    for (const { label } of [...resources, ...families, ...facets, ...topics, ...fit.dimensions, ...fit.avoidances]) expect(text).toContain(label[language]);
  });

  it('keeps to 80 columns, without spaces at line ends or a forbidden line start', () => {
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
    for (const line of text.split('\n').slice(1)) {
      expect(measureColumns(line), line).toBeLessThanOrEqual(80);
      expect(line).toBe(line.trimEnd());
      expect(line.replace(/^## +/, '')).not.toMatch(line.startsWith('## ') ? notAtLineStart : /^\t/);
    }
  });

  it('names the schema in its first line, as editors look for it', () => {
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=file:///schema.json');
  });

  it('says what the person said', () => {
    const closest = builtIn.roles.find(({ id }) => id === 'keiri');
    if (closest === undefined) throw new Error('no keiri');
    const said = write(
      {
        name: { ja: '店舗事務', en: 'Store administration' },
        reading: 'てんぽじむ',
        summary: { ja: '営業を支えます。', en: '' },
        resource: ['goods', 'money'],
        duty: { en: 'Filing: invoices, #1' },
        closest,
      },
      language,
    );
    expect(load(said)).toMatchObject({
      name: { ja: '店舗事務', en: 'Store administration' },
      reading: 'てんぽじむ',
      summary: { ja: '営業を支えます。', en: '営業を支えます。' },
      resource: ['goods', 'money'],
      duties: [{ text: { ja: 'Filing: invoices, #1', en: 'Filing: invoices, #1' } }],
    });
    // What is only near is no more than an example.
    expect(load(said)).not.toHaveProperty('confusedWith');
    expect(load(uncomment(said))).toMatchObject({ family: 'finance', confusedWith: [{ with: 'keiri' }] });
  });
});

describe('a text that a person said', () => {
  it.each([
    'a: b',
    '# x',
    '- a',
    '"q"',
    "it's",
    'yes',
    'null',
    '1',
    '~',
    '[a]',
    '{a}',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%',
    '@a',
    '?',
    '---',
    '...',
    '=',
    '<<',
    '👩‍💼',
    ',',
  ])('stays one text: %j', (text) => {
    const said = { ja: text, en: text };
    expect(load(write({ name: said, summary: said, duty: said }))).toMatchObject({
      name: said,
      summary: said,
      duties: [{ text: said }],
    });
  });

  it('comes back as it was, cleaned, whatever it is', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.constantFrom(...languages), (name, summary, duty, language) => {
        const role = load(write({ name: { ja: name }, summary: { en: summary }, duty: { ja: duty } }, language));
        expect(role.name.ja).toBe(cleanText(name) || '【own の名前】');
        expect(role.summary.en).toBe(cleanText(summary) || en.roleFile.placeholders.summary);
        expect(role.duties?.[0]?.text.ja).toBe(cleanText(duty) || ja.roleFile.placeholders.duty);
      }),
      { numRuns: 300 },
    );
  });
});

describe('new', () => {
  it.each(languages)('writes a file that every command reads, and says what to do next in %s', async (language) => {
    const userFolder = join(makeFolder(), 'data', 'roles');
    const { code, out, err } = await runCli(['new', 'tenpo-jimu', '--lang', language], { userFolder });
    const file = join(userFolder, 'tenpo-jimu.yaml');
    expect({ code, out }).toEqual({ code: 0, out: `${file}\n` });
    expect(err).toContain('backoffice check');
    expect(err).toContain('backoffice show tenpo-jimu');
    expect(err).not.toContain('--data');
    expect(readFileSync(file, 'utf8')).toContain(`$schema=${pathToFileURL(join(dataFolder, 'schema', 'role.json')).href}\n`);
    expect((await runCli(['show', 'tenpo-jimu'], { userFolder })).out).toContain('【tenpo-jimu の名前】');
    expect(statSync(userFolder).mode & 0o777).toBe(0o700);
  });

  it('names the editor of the person, and quotes what a shell would not take', async () => {
    const folder = join(makeFolder(), "own roles $& $'");
    const { err } = await runCli(['new', 'own', '-o', `${folder}/`], { environment: { EDITOR: 'nano', VISUAL: '' } });
    const quoted = (path: string) => `'${path.replaceAll("'", "'\\''")}'`;
    expect(err).toContain(`nano ${quoted(join(folder, 'own.yaml'))}`);
    expect(err).toContain(`backoffice --data ${quoted(folder)} show own`);
    expect((await runCli(['new', 'other', '-o', `${folder}/`], { environment: { EDITOR: 'nano', VISUAL: 'code --wait' } })).err).toContain('code --wait ');
    expect((await runCli(['new', 'third', '-o', `${folder}/`], { environment: { npm_command: 'exec' } })).err).toContain('npx backoffice --data');
  });

  it('asks nothing and writes the same without a terminal, and with --yes', async () => {
    const terminal = { columns: 80, rows: 24 };
    const [piped, asked] = [makeFolder(), makeFolder()];
    expect((await runCli(['new', 'own'], { userFolder: piped })).code).toBe(0);
    expect((await runCli(['new', 'own', '--yes'], { userFolder: asked, terminal })).code).toBe(0);
    expect(readFileSync(join(asked, 'own.yaml'), 'utf8')).toBe(readFileSync(join(piped, 'own.yaml'), 'utf8'));
  });

  it('prints the file with -o -, and nothing else', async () => {
    const userFolder = makeFolder();
    const { code, out, err } = await runCli(['new', 'own', '-o', '-'], { userFolder });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(load(out)).toMatchObject({ id: 'own' });
    expect(readdirSync(userFolder)).toEqual([]);
  });

  it('is only for people: there is no other format', async () => {
    for (const format of ['json', 'yaml', 'csv', 'markdown'])
      expect(await runCli(['new', 'own', '--format', format], { userFolder: makeFolder() })).toMatchObject({ code: 2, out: '' });
    expect((await runCli(['new', 'own', '--format', 'plain'], { userFolder: makeFolder() })).code).toBe(0);
    expect((await runCli(['new', '--help'])).out).not.toContain('json');
  });

  it('does not mind other files with problems', async () => {
    const userFolder = makeFolder({ 'bad.yaml': 'id: [' });
    expect((await runCli(['new', 'own'], { userFolder, environment: { BACKOFFICE_DATA: '/nonexistent' } })).code).toBe(0);
  });
});

describe('the place of a new role', () => {
  const userFolder = '/nonexistent/user';
  it.each<[string, (folder: string) => string[], string]>([
    ['a file', (folder) => ['-o', join(folder, 'own.yaml')], 'own.yaml'],
    ['a file .yml', (folder) => ['-o', join(folder, 'own.yml')], 'own.yml'],
    ['a folder', (folder) => ['-o', folder], 'own.yaml'],
    ['a folder to be made', (folder) => ['-o', `${folder}/a/b/`], 'a/b/own.yaml'],
    ['a file in a folder to be made', (folder) => ['-o', `${folder}/a/own.yaml`], 'a/own.yaml'],
    ['a relative folder', (folder) => ['-o', `${relative(process.cwd(), folder)}/`], 'own.yaml'],
    ['the folder of --data', (folder) => ['--data', folder], 'own.yaml'],
    ['a folder of --data to be made', (folder) => ['--data', join(folder, 'a')], 'a/own.yaml'],
    ['-o rather than --data', (folder) => ['--data', join(folder, 'no'), '-o', folder], 'own.yaml'],
  ])('is %s', async (_, options, expected) => {
    const folder = makeFolder();
    const { code, out, err } = await runCli(['new', 'own', ...options(folder)], { userFolder });
    expect(code).toBe(0);
    const file = join(folder, expected);
    expect(join(process.cwd(), relative(process.cwd(), out.trimEnd()))).toBe(join(process.cwd(), relative(process.cwd(), file)));
    expect(load(readFileSync(file, 'utf8'))).toMatchObject({ id: 'own' });
    const [, named = ''] = /--data (\S+) show own/.exec(err) ?? [];
    expect((await runCli(['--data', named, 'show', 'own'])).code).toBe(0);
  });

  it.each([
    ['another name', ['-o', 'other.yaml']],
    ['another ending', ['-o', 'own.txt']],
    ['nothing', ['-o', '']],
    ['several folders', ['--data', 'a', '--data', 'b']],
  ])('cannot be %s', async (_, options) => {
    expect(await runCli(['new', 'own', ...options], { userFolder })).toMatchObject({ code: 2, out: '' });
  });

  it('must be named where there is no home', async () => {
    const { code, err } = await runCli(['new', 'own']);
    expect(code).toBe(1);
    expect(err).toContain('-o');
  });

  it('is refused when something is there, which stays as it is', async () => {
    const folder = makeFolder({ 'own.yaml': 'mine', 'other.yml': 'mine' });
    mkdirSync(join(folder, 'folder.yaml'));
    symlinkSync('gone', join(folder, 'gone.yaml'));
    symlinkSync('circle.yaml', join(folder, 'circle.yaml'));
    symlinkSync('own.yaml', join(folder, 'link.yaml'));
    const before = readdirSync(folder);
    for (const id of ['own', 'other', 'folder', 'gone', 'circle', 'link']) {
      const { code, out, err } = await runCli(['new', id, '--data', folder]);
      expect({ id, code, out }).toEqual({ id, code: 1, out: '' });
      expect(err).toContain(folder);
    }
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(join(folder, 'own.yaml'), 'utf8')).toBe('mine');
    expect(lstatSync(join(folder, 'gone.yaml')).isSymbolicLink()).toBe(true);
  });

  it('is refused where nothing can be written, and nothing is left behind', async () => {
    const folder = makeFolder({ file: '' });
    for (const output of [join(folder, 'file', '/'), join(folder, 'file', 'a', 'own.yaml'), '/proc/own.yaml', '/dev/null/own.yaml']) {
      const { code, out, err } = await runCli(['new', 'own', '-o', output]);
      expect({ output, code, out }).toEqual({ output, code: 1, out: '' });
      expect(err).not.toMatch(/ at /);
    }
    const { folder: locked, lock } = makeReadOnly();
    lock();
    expect(await runCli(['new', 'own', '-o', `${locked}/a/b/`])).toMatchObject({ code: 1, out: '' });
    expect(existsSync(join(locked, 'a'))).toBe(false);
  });
});

describe('the id of a new role', () => {
  it.each<[string, string]>([
    ['/', ''],
    ['..', ''],
    ['../own', 'own'],
    ['constructor', ''],
    ['__proto__', 'proto'],
    ['Tenpo Jimu', 'tenpo-jimu'],
    ['店舗事務', 'name'],
    ['てんぽじむ', 'tenpojimu'],
    ['a'.repeat(41), 'a'.repeat(40)],
    ['own.yaml', 'own'],
    ['\u001B[31mown', 'own'],
    ['', ''],
    // Concepts cannot be replaced.
    ['marketing', 'marketing'],
    ['back-office', 'back-office'],
  ])('cannot be %j', async (id, said) => {
    const userFolder = makeFolder();
    for (const lang of languages) {
      const { code, out, err } = await runCli(['new', id, '--lang', lang], { userFolder });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(said);
      expect(err).not.toContain('\u001B');
    }
    expect(readdirSync(userFolder)).toEqual([]);
  });

  it.each([
    ['somu', 'soumu'],
    ['zimu', 'jimu'],
    ['kei-ri', 'keiri'],
    ['backoffice', 'back-office'],
  ])('%s may be spelled like %s, as is said: exactly, it means the new role', async (id, other) => {
    const userFolder = makeFolder();
    const { code, err } = await runCli(['new', id, '--lang', 'en'], { userFolder });
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining(`'${id}' may be spelled like '${other}'`) as string });
    expect(JSON.parse((await runCli(['show', id, '--format', 'json'], { userFolder })).out)).toMatchObject({ role: { id } });
    expect((await runCli(['check', '--lang', 'en'], { userFolder })).out).toContain('may be spelled like');
    expect((await runCli(['new', 'own', '--lang', 'en'], { userFolder: makeFolder() })).err).not.toContain('may be spelled like');
  });

  it('is needed, and only one', async () => {
    expect((await runCli(['new'], { userFolder: makeFolder() })).code).toBe(2);
    expect((await runCli(['new', '--yes'], { userFolder: makeFolder(), terminal: { columns: 80, rows: 24 } })).code).toBe(2);
    expect((await runCli(['new', 'a', 'b'], { userFolder: makeFolder() })).code).toBe(2);
  });

  it.each(builtIn.roles.map(({ id }) => id))('%s gives a copy of that role, which hides nothing', async (id) => {
    const userFolder = makeFolder();
    // Nothing is asked: all is known.
    const { code, err } = await runCli(['new', id], { userFolder, terminal: { columns: 80, rows: 24 } });
    expect(code).toBe(0);
    const role = builtIn.roles.find((known) => known.id === id);
    expect(err).toContain(role?.name.ja);
    expect(load(readFileSync(join(userFolder, `${id}.yaml`), 'utf8'), id)).toEqual(role);
  });
});

/** A person who answers each question in turn, and what they were asked. */
function createPerson(answers: readonly (string | readonly string[] | undefined)[]) {
  const asked: string[] = [];
  const faults: (string | undefined)[] = [];
  let released = 0;
  const next = () => answers[asked.length - 1];
  const prompter: Partial<Prompter> = {
    enterText: ({ question, findFault }) => {
      asked.push(question);
      const answer = next();
      if (typeof answer === 'string') faults.push(findFault(answer));
      return Promise.resolve(typeof answer === 'string' ? answer : undefined);
    },
    pickSeveral: ({ heading }) => {
      asked.push(heading().join(''));
      const answer = next();
      return Promise.resolve(typeof answer === 'object' ? answer : undefined);
    },
    choose: ({ question, findChoices }) => {
      asked.push(question);
      expect(findChoices('').map(({ value }) => value)).toEqual(['', ...builtIn.roles.map(({ id }) => id)]);
      expect(findChoices('けい').map(({ value }) => value)).toContain('keiri');
      const answer = next();
      return Promise.resolve(typeof answer === 'string' ? answer : undefined);
    },
    release: () => {
      released += 1;
    },
  };
  return { prompter, asked, faults, released: () => released };
}

describe('the questions', () => {
  const world = (prompter: Partial<Prompter>): World & { userFolder: string } => ({
    userFolder: makeFolder(),
    prompter,
    terminal: { columns: 80, rows: 24 },
    environment: { NO_COLOR: '1' },
  });
  const answers = ['tenpo-jimu', ' 店舗事務 ', 'てんぽじむ', 'Store administration', '営業を支えます。', 'Supports sales.', ['goods'], 'jimu', '見積書: 作成'];

  it('come in the person’s language first, and make the file', async () => {
    const person = createPerson(answers);
    const where = world(person.prompter);
    const { code, err } = await runCli(['new'], where);
    expect(code).toBe(0);
    const { askId, askName, askReading, askSummary, askResources, askClosest, askDuty } = ja.newRole;
    expect(person.asked).toEqual([askId, askName.ja, askReading, askName.en, askSummary.ja, askSummary.en, askResources, askClosest, askDuty]);
    expect(person.faults).toEqual(person.faults.map(() => undefined));
    expect(person.released()).toBe(1);
    expect(load(readFileSync(join(where.userFolder, 'tenpo-jimu.yaml'), 'utf8'), 'tenpo-jimu')).toEqual({
      id: 'tenpo-jimu',
      name: { ja: '店舗事務', en: 'Store administration' },
      reading: 'てんぽじむ',
      summary: { ja: '営業を支えます。', en: 'Supports sales.' },
      resource: ['goods'],
      duties: [{ text: { ja: '見積書: 作成', en: '見積書: 作成' } }],
    });
    expect(err).toContain('backoffice compare tenpo-jimu jimu');
  });

  it('begin in English for those who read it, and ask for a reading only where there is kanji', async () => {
    const person = createPerson(['Store administration', 'セールスサポート', '', '', [], '', '']);
    const { code } = await runCli(['new', 'own', '--lang', 'en'], world(person.prompter));
    expect(code).toBe(0);
    const { askName, askSummary, askResources, askClosest, askDuty } = en.newRole;
    expect(person.asked).toEqual([askName.en, askName.ja, askSummary.en, askSummary.ja, askResources, askClosest, askDuty]);
  });

  it('can all be skipped but for the name', async () => {
    const person = createPerson(['店舗事務', '', '', '', '', [], '', '']);
    const where = world(person.prompter);
    expect((await runCli(['new', 'own'], where)).code).toBe(0);
    expect(Object.keys(load(readFileSync(join(where.userFolder, 'own.yaml'), 'utf8')))).toEqual(['id', 'name', 'summary', 'duties']);
  });

  it.each(answers.map((_, index) => index))('leave with 130 and without a file at question %i', async (index) => {
    const person = createPerson(answers.slice(0, index));
    const where = world(person.prompter);
    expect(await runCli(['new'], where)).toMatchObject({ code: 130, out: '' });
    expect(person.asked).toHaveLength(index + 1);
    expect(person.released()).toBe(1);
    expect(readdirSync(where.userFolder)).toEqual([]);
  });

  it.each<[string, (string | readonly string[] | undefined)[], string]>([
    ['an id that is none', ['営業'], 'ID'],
    ['an id that is taken', ['marketing'], 'marketing'],
    ['no name', ['own', ' '], ja.newRole.noName],
    ['a name that is taken', ['own', 'けいり'], 'keiri'],
    ['a name that a concept has', ['own', 'Marketing'], 'marketing'],
    ['a long name', ['own', 'あ'.repeat(501)], '500'],
    ['a reading in kanji', ['own', '営業', '営業'], ja.newRole.notKana],
  ])('say what is wrong with %s', async (_, given, said) => {
    const person = createPerson(given);
    await runCli(['new'], world(person.prompter));
    expect(person.faults.at(given.length - 1)).toContain(said);
  });

  it('take half-width and katakana readings', async () => {
    for (const reading of ['ｴｲｷﾞｮｳ', 'エイギョウ', 'えい ぎょう', 'セールス・サポート']) {
      const person = createPerson(['own', '営業', reading]);
      await runCli(['new'], world(person.prompter));
      expect(person.faults.at(2)).toBeUndefined();
    }
  });

  it('are not asked for a file that could not be written', async () => {
    const person = createPerson(answers);
    const where = world(person.prompter);
    writeFileSync(join(where.userFolder, 'own.yaml'), 'mine');
    expect((await runCli(['new', 'own'], where)).code).toBe(1);
    expect(person.asked).toEqual([]);
  });
});
