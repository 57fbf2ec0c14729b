import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shells, tabRequest } from '../../src/cli/completion/shells.ts';
import { splitLine } from '../../src/cli/completion/split-line.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { createTestStore } from '../../src/cli/quiz/saved-tests.ts';
import { displayWidth } from '../../src/render/text/width.ts';
import { labourMarketMeasures, loadCatalogue, sortKeys } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import type { World } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const catalogue = loadCatalogue();
const roleIds = catalogue.roles.map(({ id }) => id);
const subjectIds = [...roleIds, ...catalogue.concepts.map(({ id }) => id)];

/** What fish is told, for fish is told everything: words with what they mean. */
async function offer(line: string, world: World = {}): Promise<[word: string, meaning: string][]> {
  const { code, out, err } = await runCli([tabRequest, 'fish', `backoffice ${line}`], world);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .split('\n')
    .slice(0, -1)
    .map((text) => {
      const [word = '', meaning = ''] = text.split('\t');
      return [word, meaning];
    });
}
const words = async (line: string, world?: World) => (await offer(line, world)).map(([word]) => word);
const meaning = async (line: string, word: string, world?: World) => new Map(await offer(line, world)).get(word);
const english = { environment: { BACKOFFICE_LANG: 'en' } };

describe('what can be typed next', () => {
  it('is the file and the formats of what is scored', async () => {
    expect(await words('score ')).toEqual([':files']);
    expect(await words('score answers.csv --format ')).toEqual(['table', 'plain', 'csv', 'xlsx', 'ndjson']);
    expect(await words('score --gr')).toContain('--group');
    expect(await words('score --st')).toContain('--strict');
  });
  it('is a command or a role first, and in the short form a role to compare with', async () => {
    expect(await words('')).toEqual([...(await words('help ')), ...subjectIds]);
    expect(await words('keiri ')).toEqual(subjectIds.filter((id) => id !== 'keiri'));
    expect(await words('--ascii --lang en ke')).toContain('keiri');
  });
  it('is what the argument of a command asks for', async () => {
    expect(await words('show ')).toEqual(subjectIds);
    expect(await words('guide ')).toEqual(catalogue.guide.map(({ id }) => id));
    expect(await words('quiz ')).toEqual(['fit', 'quick', 'knowledge']);
    expect(await words('form ')).toEqual(['full', 'quick']);
    expect((await words('help ')).toSorted()).toEqual(Object.keys(ja.help.commands).toSorted());
    expect(await words('completion ')).toEqual(['bash', 'zsh', 'fish']);
    for (const line of ['list ', 'search ']) expect(await words(line)).toEqual([]);
  });
  it.each(['show keiri ', 'guide pay ', 'quiz fit ', 'help list '])('is nothing where a command takes no more: %s', async (line) => {
    expect(await words(line)).toEqual([]);
  });
  it('leaves out roles that are named, by whichever name', async () => {
    const found = await words('compare keiri 総務 Finance ひとつ ');
    expect(found).toEqual(subjectIds.filter((id) => !['keiri', 'soumu', 'zaimu'].includes(id)));
    expect(await words('経理\u3000総務 ')).toEqual(subjectIds.filter((id) => !['keiri', 'soumu'].includes(id)));
  });
  it('is an option of the command or of all, unless it was given and cannot be repeated', async () => {
    expect(await words('list -')).toEqual(expect.arrayContaining(['--facet', '--sort', '--lang', '--data', '--help']));
    expect(await words('list -')).not.toContain('--section');
    expect(await words('show -')).toContain('--section');
    expect(await words('keiri --')).toContain('--section');
    expect(await words('keiri soumu --')).toContain('--diff');
    expect(await words('--')).toEqual(expect.arrayContaining(['--lang', '--version']));
    const left = await words('list --facet numbers --data=x --sort id --lang=ja -o x --');
    expect(left).toEqual(expect.arrayContaining(['--facet', '--data', '--format']));
    for (const given of ['--sort', '--lang', '--output']) expect(left).not.toContain(given);
    expect(await words('list -o')).toContain('-o');
    expect(await words('show -- --')).toEqual(subjectIds);
  });
  it('is the value of an option, behind a space and behind =', async () => {
    const facets = catalogue.facets.map(({ id }) => id);
    expect(await words('list --facet ')).toEqual(facets);
    expect(await words('list --facet=')).toEqual(facets.map((id) => `--facet=${id}`));
    expect(await words('--facet ')).toEqual(facets);
    expect(await words('list --facet numbers --facet 文章で伝える --facet ')).toEqual(facets.filter((id) => !['numbers', 'writing'].includes(id)));
    expect(await words('list --resource ')).toEqual(catalogue.resources.map(({ id }) => id));
    expect(await words('--lang ')).toEqual(['ja', 'en']);
    expect(await words('show --section ')).toContain('demerits');
    expect(await words('quiz --code ')).toEqual([]);
    expect(await words('list --sort ')).toEqual([...sortKeys, ...labourMarketMeasures]);
    expect(await words('list --sort sit')).toContain('sitting');
    expect(await words('list --where ')).toEqual(labourMarketMeasures);
    expect(await words("list --where 'regular")).toContain('regular-schedule');
  });
  it('is a format that the command has', async () => {
    const all = ['table', 'plain', 'json', 'yaml', 'csv', 'markdown', 'html'];
    expect(await words('--format ')).toEqual([...all, 'xlsx', 'gs', 'ndjson']);
    expect(await words('list --format ')).toEqual(all);
    expect(await words('form --format ')).toEqual([...all, 'xlsx', 'gs']);
    for (const line of ['show --format ', 'keiri --format ', 'guide --format ']) expect(await words(line)).toEqual(all.filter((name) => name !== 'csv'));
    expect(await words('keiri soumu --format ')).toContain('csv');
  });
  it.each(['list -o ', 'list --output=', 'quiz --answers '])('is a file: %s', async (line) => {
    expect(await words(line)).toEqual([':files']);
  });
  it.each(['--data ', 'list --data='])('is a folder: %s', async (line) => {
    expect(await words(line)).toEqual([':folders']);
  });
  it('is a saved test', async () => {
    const stateFolder = makeFolder();
    const store = createTestStore(stateFolder, () => new Date('2026-01-02T03:04:05Z'));
    const saved = await store.save({ ...store.create('quick', 1), done: true });
    for (const option of ['--resume', '--forget']) expect(await offer(`quiz ${option} `, { stateFolder })).toEqual([[saved?.id, '適職診断・短い版・完了']]);
    expect(await words('quiz --resume --s', { stateFolder })).toContain('--sessions');
    expect(await words('quiz --resume ')).toEqual([]);
  });
});

describe('the word of a thing', () => {
  it('is its id, or the first of its names that goes on from what was typed', async () => {
    expect(await words('経')).toContain('経理');
    expect(await words('けい')).toContain('けいり');
    expect(await words('Acc')).toContain('Accounting');
    expect(await words('倉庫作')).toContain('倉庫作業');
    expect(await words('KE')).toContain('keiri');
    expect(await words('list --facet 数')).toContain('数字を扱う');
    expect(await words('guide 給')).toContain('給与と求人');
  });
  it('comes with what it means in the language of the command line', async () => {
    expect(await meaning('show ', 'keiri')).toBe('経理');
    expect(await meaning('show 経', '経理')).toBe('keiri');
    expect(await meaning('show ', 'keiri', english)).toBe('Accounting');
    expect(await meaning('show --lang en ', 'keiri')).toBe('Accounting');
    expect(await meaning('--lang=ja show ', 'keiri', english)).toBe('経理');
    expect(await meaning('show 経', '経理', english)).toBe('Accounting');
    expect(await meaning('', 'show', english)).toBe('Show one role in full.');
    expect(await meaning('list --', '--facet', english)).toMatch(/^only roles/);
    expect(await meaning('list --facet ', 'numbers')).toBe('数字を扱う');
    expect(await meaning('show --section ', 'demerits', english)).toBe('Hard parts');
    expect(await meaning('--format ', 'csv')).toBe('表計算ソフト向けの表');
    expect(await meaning('--lang ', 'en')).toBe('英語');
  });
});

describe('own roles', () => {
  it('are offered from every folder, also one that the command line names', async () => {
    const userFolder = makeFolder({ 'of-user.yaml': roleYaml('of-user') });
    const folder = makeFolder({ 'of-line.yaml': roleYaml('of-line') });
    const environment = { BACKOFFICE_DATA: makeFolder({ 'of-environment.yaml': roleYaml('of-environment') }), HOME: folder };
    const world = { userFolder, environment };
    expect(await words('show ', world)).toEqual(expect.arrayContaining(['keiri', 'of-user', 'of-environment']));
    for (const line of [`--data ${folder} show `, `show --data=${folder} `, `--data "${folder}" `, '--data ~/ show ', '--data "$HOME" show '])
      expect(await words(line, world)).toContain('of-line');
    expect(await meaning(`--data ${folder} show `, 'of-line')).toBe('店舗事務');
  });
  it('are passed over in silence where they have problems', async () => {
    const bad = makeFolder({ 'bad.yaml': 'id: [', 'good.yaml': roleYaml('good') });
    expect(await words('show ', { userFolder: bad })).toContain('good');
    expect(await words('show ', { environment: { BACKOFFICE_DATA: bad } })).toEqual(subjectIds);
    expect(await words('--data /nowhere show ')).toEqual(subjectIds);
  });
  it('may be called anything', async () => {
    const name = '$(touch ran) `x`: "y" \\ %F ~ *';
    const data = makeFolder({
      'own.yaml': `id: own\nname: '${name}'\naliases: ['店舗$(x)', '店舗　事務', '店舗事務']\nsummary: x\n`,
      'odd.yaml': 'id: odd\nname: "-o\\t:files\\nx\\e[2J"\naliases: ["-odd"]\nsummary: x\n',
    });
    const world = { environment: { BACKOFFICE_DATA: data } };
    expect(await meaning('show ', 'own', world)).toBe(name);
    expect(await meaning('show ', 'odd', world)).toBe('-o :files x');
    expect(await words('show 店', world)).toContain('店舗事務');
    expect(await words('show -- -o', world)).toContain('odd');
    const { out } = await runCli([tabRequest, 'zsh', 'backoffice show o'], world);
    expect(out).toContain(`own:${name.replace('\\', '\\\\')}\n`);
  });
});

describe('the command line', () => {
  it.each<[string, readonly string[]]>([
    ['backoffice', []],
    ['backoffice ', ['']],
    ['  backoffice  show   ke', ['show', 'ke']],
    ['LANG=C A= backoffice show ', ['show', '']],
    ['b \'a b\' c\\ d "e \\" f" g\'h\'"i"', ['a b', 'c d', 'e " f', 'ghi']],
    ["b 'a b", ['a b']],
    ['b "a b', ['a b']],
    ['b a\\', ['a']],
    ['b ~ ~/x a~/ "~/" \\~/', ['/me', '/me/x', 'a~/', '~/', '~/']],
    ['b $HOME/x ${HOME}y "$HOME" \'$HOME\' $NONE', ['/me/x', '/mey', '/me', '$HOME', '']],
    ['b $(touch x) `y`', ['$(touch', 'x)', '`y`']],
    ['b 経理\u3000総', ['経理', '総']],
  ])('%j is read as a shell does', (line, expected) => {
    expect(splitLine(line, { HOME: '/me' })).toEqual(expected);
  });
  it('may be anything', async () => {
    const line = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(' ', '--', '-', '=', '--facet', '-o', '--data', 'show', 'keiri', '\n', "'", '"')),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...shells), line, async (shell, parts) => {
        const { code, out, err } = await runCli([tabRequest, shell, `backoffice ${parts.join('')}`]);
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(out).toMatch(/^(?:.+\n)*$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what bash is told', () => {
  const tell = async (line: string, columns = 80) =>
    (await runCli([tabRequest, 'bash', `backoffice ${line}`], { environment: { COLUMNS: String(columns) } })).out.split('\n').slice(0, -1);
  it('are words that go on from what was typed, and what they mean behind a space', async () => {
    expect(await tell('show k')).toEqual(['keiri       (経理)', 'kaikei      (会計)', 'kouhou      (広報)', 'kikaku      (企画)', 'kaigo-jimu  (介護事務)']);
    expect(await tell('completion ')).toEqual(['bash', 'zsh', 'fish']);
    expect(await tell('list --facet=d')).toEqual(['desk-work  (デスクワーク中心)']);
    expect(await tell('list -o ')).toEqual([':files']);
  });
  it.each([80, 40])('fits into %d columns', async (columns) => {
    for (const line of ['', 'list --', 'list --sort c']) for (const shown of await tell(line, columns)) expect(displayWidth(shown)).toBeLessThan(columns);
  });
});

describe('completion', () => {
  it.each(shells)('prints the script for %s', async (shell) => {
    const script = readFileSync(new URL(`../../completions/backoffice.${shell}`, import.meta.url), 'utf8');
    expect(await runCli(['completion', shell])).toMatchObject({ code: 0, out: script, err: '' });
    const file = join(makeFolder(), 'script');
    expect((await runCli(['completion', shell, '-o', file])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(script);
  });
  it('names the shells that it knows', async () => {
    for (const args of [['completion'], ['completion', 'tcsh']]) {
      const { code, out, err } = await runCli(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('bash | zsh | fish');
    }
  });
  it('says in its help how to switch it on, and hides how the scripts ask', async () => {
    for (const environment of [{}, english.environment]) {
      const { out } = await runCli(['help', 'completion'], { environment });
      for (const shell of shells) expect(out).toContain(`backoffice completion ${shell}`);
      expect((await runCli(['--help'], { environment })).out).not.toContain(tabRequest);
    }
    expect(await runCli([tabRequest])).toMatchObject({ code: 2, out: '', err: '' });
  });
});
