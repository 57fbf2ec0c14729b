import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { encodeState } from '../../src/core/fit/answer-code.ts';
import { itemsOf } from '../../src/core/fit/score.ts';
import type { FitTest } from '../../src/core/fit/score.ts';
import type { FitDocument } from '../../src/core/views/fit.ts';
import type { KnowledgeDocument } from '../../src/pages/knowledge.ts';
import type { SessionsDocument } from '../../src/pages/saved-tests.ts';
import type { NumberedAnswer, Prompter } from '../../src/cli/prompts/prompter.ts';
import { loadCatalogue } from '../../src/index.ts';
import { generateQuestions } from '../../src/core/knowledge/knowledge.ts';
import { listMainRoles } from '../../src/core/catalogue/tiers.ts';
import type { Role } from '../../src/core/catalogue/model.ts';
import { en } from '../../src/messages/en/index.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { squeeze } from '../helpers/screen.ts';
import { runCli } from '../helpers/cli.ts';
import type { World } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const catalogue = loadCatalogue();
const idsOf = (test: FitTest) => itemsOf(catalogue, test).map(({ id }) => id);
/** Likes figures, records and rules; dislikes crowds and the limelight. */
const likes = ['numbers', 'recording', 'precision', 'routine'];
const dislikes = ['publishing', 'pressure', 'service', 'developing-people', 'coordination'];
const answerTo = (dimension: string) => (likes.includes(dimension) ? 5 : dislikes.includes(dimension) ? 1 : 3);
const row = (test: FitTest) =>
  itemsOf(catalogue, test)
    .map(({ dimension }) => answerTo(dimension))
    .join('');
const sheet = () => join(makeFolder({ 'sheet.txt': `${row('full')}\n` }), 'sheet.txt');
const terminal = { columns: 80, rows: 24 };

const json = async (...args: string[]): Promise<FitDocument> => {
  const { code, out, err } = await runCli([...args, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as FitDocument;
};

/** Somebody who gives these answers one after another, and then the avoidances. */
function person(
  answers: readonly (NumberedAnswer | undefined)[],
  avoid: readonly string[] | undefined = [],
): { prompter: Partial<Prompter>; asked: string[]; told: string[] } {
  const asked: string[] = [];
  const told: string[] = [];
  const left = [...answers];
  return {
    asked,
    told,
    prompter: {
      ask: ({ heading, above = () => [] }) => {
        told.push(above().join('\n'));
        asked.push(heading().join(' '));
        return Promise.resolve(left.length > 0 ? left.shift() : undefined);
      },
      pickSeveral: () => Promise.resolve(avoid),
    },
  };
}

const take = (args: readonly string[], answers: readonly (NumberedAnswer | undefined)[], world: World = {}, avoid?: readonly string[]) => {
  const { prompter, asked, told } = person(answers, avoid);
  return runCli(args, { terminal, prompter, environment: { PAGER: 'cat' }, ...world }).then((outcome) => ({ ...outcome, asked, told }));
};
const answersOf = (test: FitTest) => itemsOf(catalogue, test).map(({ dimension }) => answerTo(dimension));
const stored = (folder: string): string[] => readdirSync(join(folder, 'quiz'));

describe('a first place', () => {
  const loadings = Object.fromEntries(catalogue.fit.dimensions.map(({ id }) => [id, answerTo(id) - 3]));
  const [base] = catalogue.roles;
  if (base === undefined) throw new Error('no role');
  /** As many roles as answered, and one that is the opposite. */
  const worldOf = (count: number): World => {
    const alike = Array.from({ length: count }, (_, place) => ({ ...base, id: `alike-${place}`, name: { ja: `職種${place}`, en: `Role ${place}` }, loadings }));
    const opposite = { ...base, id: 'opposite', loadings: Object.fromEntries(Object.entries(loadings).map(([id, value]) => [id, -value])) };
    return { loadCatalogue: () => ({ ...catalogue, roles: [...alike, opposite] }) };
  };
  it.each([
    [1, 'clear', false],
    [2, 'shared', false],
    [3, 'shared', false],
    [4, 'open', true],
    [5, 'open', true],
  ])('of %d is %s, in the document and on the page', async (count, confidence, isLevel) => {
    const args = ['quiz', '--answers', sheet()];
    const document = JSON.parse((await runCli([...args, '--format', 'json'], worldOf(count))).out) as FitDocument;
    expect(document.roles.filter(({ first }) => first)).toHaveLength(count);
    expect(document.confidence).toBe(confidence);
    const { out } = await runCli([...args, '--lang', 'en'], worldOf(count));
    expect(out.includes('Your answers do not point to one role')).toBe(isLevel);
    expect(out).not.toContain('these answers say little');
  });
});

describe('neighbours', () => {
  const loadings = Object.fromEntries(catalogue.fit.dimensions.map(({ id }) => [id, answerTo(id) - 3]));
  const entry = [{ text: { ja: '未経験で入る人は少ない', en: 'Few get in without experience' }, topic: 'mid-career-experience' }];
  const beside: Role = { id: 'beside', tier: 'neighbour', name: { ja: '隣職', en: 'Beside' }, summary: { ja: '試す。', en: 'Tries.' }, loadings, entry };
  const worldOf = (...roles: readonly Role[]): World => ({ loadCatalogue: () => ({ ...catalogue, roles: [...listMainRoles(catalogue.roles), ...roles] }) });
  const page = (language: string, world: World, format = 'table') => runCli(['quiz', '--answers', sheet(), '--lang', language, '--format', format], world);

  it.each([
    ['ja', '周辺の職種のうち、答えに合うもの', '公的な調査の数値だけで比べている', '未経験で入る人は少ない', 'との違い'],
    ['en', 'Neighbouring roles that go with your answers', 'by official figures alone', 'Few get in without experience', 'How it differs from'],
  ])('are named below the order, with what they are compared by and why: %s', async (language, ...expected) => {
    const { code, out } = await page(language, worldOf(beside));
    expect(code).toBe(0);
    for (const text of expected) expect(squeeze(out)).toContain(squeeze(text));
    const messages = language === 'ja' ? ja : en;
    const [order, named, explained] = [messages.fit.order, messages.fit.neighbours, messages.fit.reasonsFor].map((text) => out.indexOf(text));
    expect(order).toBeLessThan(named ?? 0);
    expect(named).toBeLessThan(explained ?? 0);
    for (const format of ['plain', 'markdown', 'html', 'json', 'yaml'])
      expect((await page(language, worldOf(beside), format)).out).toContain(language === 'ja' ? '隣職' : 'Beside');
  });
  it('say by which dimension they differ where no file does, and else what it says', async () => {
    const document = JSON.parse((await page('en', worldOf(beside), 'json')).out) as FitDocument;
    const difference = document.neighbours[0]?.difference;
    if (difference === undefined || 'text' in difference) throw new Error('no dimension');
    const { out } = await page('en', worldOf(beside));
    expect(squeeze(out)).toContain(squeeze(en.fit.differenceFrom(difference.from.name)));
    expect(squeeze(out)).toContain(squeeze(en.fit.moreOrLess(difference.dimension.label, difference.more)));
    const confusedWith = [{ with: 'keiri', relation: 'look-alike' as const, difference: { ja: '違う。', en: 'They are worlds apart.' } }];
    expect((await page('en', worldOf({ ...beside, confusedWith }))).out).toContain('They are worlds apart.');
  });
  it('are not spoken of where none goes with the answers', async () => {
    const opposite = Object.fromEntries(Object.entries(loadings).map(([id, value]) => [id, -value]));
    for (const world of [worldOf(), worldOf({ ...beside, loadings: opposite })]) {
      const { out } = await page('en', world);
      expect(out).not.toContain(en.fit.neighbours);
      expect((JSON.parse((await page('en', world, 'json')).out) as FitDocument).neighbours).toEqual([]);
    }
  });
});

describe('a result', () => {
  it('puts first what the answers point to, and says why with the very answers', async () => {
    const document = await json('quiz', '--answers', sheet());
    expect(document.roles[0]?.id).toBe('keiri');
    expect(document).toMatchObject({ test: 'full', answered: 44, asked: 44, warnings: [] });
    const [first] = document.explained;
    expect(first?.reasons[0]?.answers.map(({ answer }) => answer)).toEqual([5, 5]);
    expect(first?.questions.length).toBeGreaterThan(0);
    expect(document.explained).toHaveLength(3);
    expect(document.worst?.id).toBe(document.roles.at(-1)?.id);
  });
  it('says it in the first lines, with the caution', async () => {
    const { out } = await runCli(['quiz', '--answers', sheet()]);
    const [head = ''] = out.split('合いそうな順');
    const said = head.replace(/\s+/g, '');
    expect(head.trim().split('\n').length).toBeLessThan(16);
    expect(head).toContain('経理');
    expect(head).toContain('あなたの良いところは');
    expect(said).toContain('採用の選考には使わないでください');
    for (const part of ['合いそうな理由', '応募の前に確かめたいこと', 'いちばん遠い職種', '結果が変わる答え', 'backoffice quiz --code'])
      expect(out).toContain(part);
  });
  it('is the same from a code, in either language and every format', async () => {
    const document = await json('quiz', '--answers', sheet());
    const again = await json('quiz', '--code', document.code);
    expect(again).toEqual(document);
    const english = await json('quiz', '--code', document.code.toLowerCase().replaceAll('-', ' '), '--lang', 'en');
    expect(english.roles.map(({ id, fit }) => [id, fit])).toEqual(document.roles.map(({ id, fit }) => [id, fit]));
    for (const format of ['plain', 'markdown', 'yaml']) expect((await runCli(['quiz', '--code', document.code, '--format', format])).code).toBe(0);
  });
  it('reads answers from the standard input, as JSON, CSV or digits, full or quick', async () => {
    const answers = Object.fromEntries(itemsOf(catalogue, 'quick').map(({ id, dimension }) => [id, answerTo(dimension)]));
    const csv = Object.entries(answers)
      .map(([id, answer]) => `${id},${answer}`)
      .join('\n');
    const inputs = [row('quick'), JSON.stringify({ answers }), JSON.stringify(answers), `item,answer\n${csv}\n`];
    const results = await Promise.all(inputs.map((input) => runCli(['quiz', '--answers', '-', '--format', 'json'], { input })));
    const [first, ...others] = results.map(({ out }) => JSON.parse(out) as FitDocument);
    expect(first).toMatchObject({ test: 'quick', answered: 22, asked: 22 });
    for (const other of others) expect(other).toEqual(first);
  });
  it('takes a little off roles that have what is to be avoided, and says so', async () => {
    const input = (avoid: string[]) =>
      JSON.stringify({ answers: Object.fromEntries(itemsOf(catalogue, 'full').map(({ id, dimension }) => [id, answerTo(dimension)])), avoid });
    const fitOf = async (avoid: string[]) => {
      const { out } = await runCli(['quiz', '--answers', '-', '--format', 'json'], { input: input(avoid) });
      return JSON.parse(out) as FitDocument;
    };
    const [free, wary] = [await fitOf([]), await fitOf(['busy-season'])];
    const keiri = (document: FitDocument) => document.roles.find(({ id }) => id === 'keiri');
    expect(keiri(wary)?.fit).toBeCloseTo((keiri(free)?.fit ?? 0) - wary.avoidancePenalty, 3);
    expect(keiri(wary)?.correlation).toBe(keiri(free)?.correlation);
    expect(wary.roles.find(({ id }) => id === 'jinji')?.fit).toBe(free.roles.find(({ id }) => id === 'jinji')?.fit);
    expect(wary.explained.find(({ id }) => id === 'keiri')?.hardParts[0]).toMatchObject({ because: { id: 'busy-season' } });
  });
  it('does not score answers that are all equal', async () => {
    const { code, out } = await runCli(['quiz', '--answers', '-', '--format', 'json'], { input: '3'.repeat(44) });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ roles: [], warnings: ['all-equal'], confidence: 'none' });
  });
  it('places a role of a person beside the others, and says which it could not compare', async () => {
    const folder = makeFolder({
      'own.yaml': roleYaml('own', 'loadings: { numbers: 2, recording: 2, precision: 1, routine: 1, publishing: -1 }\n'),
      'bare.yaml': roleYaml('bare'),
    });
    const [alone, beside] = [await json('quiz', '--answers', sheet()), await json('--data', folder, 'quiz', '--answers', sheet())];
    expect(beside.roles.find(({ id }) => id === 'own')).toMatchObject({ dimensions: 5 });
    expect(beside.notCompared.map(({ id }) => id)).toEqual(['bare']);
    for (const { id, fit } of alone.roles) expect(beside.roles.find((role) => role.id === id)?.fit).toBe(fit);
  });
});

describe('what cannot be read', () => {
  const state = { test: 'full' as const, answers: new Map(idsOf('full').map((id) => [id, 4])), avoid: [] };
  it.each([
    ['a code with a slip', () => encodeState(catalogue, state).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), '写し間違い'],
    ['a code with a strange character', () => `${encodeState(catalogue, state)}!`, '使えない文字'],
    ['half a code', () => encodeState(catalogue, state).slice(0, 5), '長さ'],
    ['a code of another bank', () => encodeState({ fit: { ...catalogue.fit, version: 7 } }, state), '版7'],
  ])('%s is refused with the reason', async (_, makeCode, reason) => {
    const { code, out, err } = await runCli(['quiz', '--code', makeCode()]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(reason);
  });
  it.each([
    ['{"answers": {"numbers-profit": 6}}', /:1:\d+ .*numbers-profit/],
    ['{"answers": {"numbers-profits": 5}}', /numbers-profits.*\n.*numbers-profit/],
    ['item,answer\nnumbers-profit,4\nnumbers-profit,5\n', /:3:1 .*2回/],
    ['12345', /答えが足りません（5個）/],
    ['', /答えがありません/],
    ['{"answers": ', /:1:\d+ .*JSON/],
  ])('%j is refused with its place', async (input, reason) => {
    const { code, out, err } = await runCli(['quiz', '--answers', '-'], { input });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(reason);
  });
  it('a file that is not there is refused', async () => {
    expect(await runCli(['quiz', '--answers', 'nowhere.json'])).toMatchObject({ code: 1, out: '' });
  });
  it.each([[['quiz']], [['quiz', 'fit']], [['quiz', '--resume']], [['quiz', 'knowledge']]])(
    '%j needs a terminal, and says what to do without',
    async (args) => {
      const { code, err } = await runCli(args);
      expect(code).toBe(2);
      expect(err).toContain('--answers');
      expect(err).toContain('--code');
    },
  );
  it.each([
    ['--seed', 'x'],
    ['--questions', '0'],
    ['--questions', '101'],
  ])('%s %s is refused', async (option, value) => {
    expect(await runCli(['quiz', 'knowledge', option, value])).toMatchObject({ code: 2, out: '' });
  });
});

describe('a test at a terminal', () => {
  it('asks every item once, saves, and shows the result', async () => {
    const stateFolder = makeFolder();
    const { code, out, asked } = await take(['quiz', 'quick'], answersOf('quick'), { stateFolder });
    expect(code).toBe(0);
    expect(asked).toHaveLength(22);
    expect(asked[0]).toContain('1/22');
    expect(out).toContain('経理');
    const [file = ''] = stored(stateFolder);
    expect(JSON.parse(readFileSync(join(stateFolder, 'quiz', file), 'utf8'))).toMatchObject({ done: true, test: 'quick', bankVersion: catalogue.fit.version });
    expect(statSync(join(stateFolder, 'quiz', file)).mode & 0o777).toBe(0o600);
    expect(statSync(join(stateFolder, 'quiz')).mode & 0o777).toBe(0o700);
  });
  it('goes back, changes and skips', async () => {
    const stateFolder = makeFolder();
    const [, ...others] = answersOf('quick').slice(1);
    await take(['quiz', 'quick'], [1, 'skip', 'back', 'back', 2, 4, ...others], { stateFolder });
    const [file = ''] = stored(stateFolder);
    const [first = '', second = ''] = idsOf('quick');
    const { answers, skipped } = JSON.parse(readFileSync(join(stateFolder, 'quiz', file), 'utf8')) as { answers: Record<string, number>; skipped: string[] };
    expect({ first: answers[first], second: answers[second], skipped }).toEqual({ first: 2, second: 4, skipped: [] });
  });
  it('keeps an answer that is passed over, and takes back one that is skipped', async () => {
    const stateFolder = makeFolder();
    await take(['quiz', 'fit'], [5, 4, 3, 'back', 'back', 'next', 'skip', 'next', 'quit'], { stateFolder });
    const [file = ''] = stored(stateFolder);
    const { answers, skipped } = JSON.parse(readFileSync(join(stateFolder, 'quiz', file), 'utf8')) as { answers: Record<string, number>; skipped: string[] };
    const [first = '', second = '', third = '', fourth = ''] = idsOf('full');
    expect(answers).toEqual({ [first]: 5, [second]: 4 });
    expect(skipped).toEqual([third, fourth]);
  });
  it('does not write over what another terminal saved meanwhile', async () => {
    const stateFolder = makeFolder();
    const now = () => new Date(Date.UTC(2026, 0, 2, 3, 4, (ticks += 1)));
    let ticks = 0;
    await take(['quiz', 'fit'], [5, 'quit'], { stateFolder, now });
    let asked = 0;
    const prompter: Partial<Prompter> = {
      // While the second question is open here, the test is gone on with elsewhere.
      ask: async () => {
        if (asked === 0) await take(['quiz', '--resume'], [1, 1, 'quit'], { stateFolder, now });
        return (asked += 1) > 1 ? 'quit' : 4;
      },
    };
    await runCli(['quiz', '--resume'], { terminal, prompter, stateFolder, now });
    const [, second = ''] = idsOf('full');
    const saved = stored(stateFolder).map(
      (file) => (JSON.parse(readFileSync(join(stateFolder, 'quiz', file), 'utf8')) as { answers: Record<string, number> }).answers,
    );
    expect(saved.map((answers) => [Object.keys(answers).length, answers[second]]).toSorted()).toEqual([
      [2, 4],
      [3, 1],
    ]);
  });
  it('loses nothing when the clock goes back', async () => {
    const stateFolder = makeFolder();
    let ticks = 0;
    const now = () => new Date(Date.UTC(2026, 0, 2, 3, 4, (ticks -= 7)));
    await take(['quiz', 'fit'], [5, 4, 'quit'], { stateFolder, now });
    await take(['quiz', '--resume'], [3, 2, 'quit'], { stateFolder, now });
    const [file = '', ...others] = stored(stateFolder);
    const { answers } = JSON.parse(readFileSync(join(stateFolder, 'quiz', file), 'utf8')) as { answers: Record<string, number> };
    expect({ answers: Object.values(answers), others }).toEqual({ answers: [5, 4, 3, 2], others: [] });
  });
  it('keeps what was answered when the person leaves, and goes on there', async () => {
    const stateFolder = makeFolder();
    const left = await take(['quiz', 'fit'], [5, 1, 'quit'], { stateFolder });
    expect(left.code).toBe(0);
    expect(left.err).toContain('--resume');
    const again = await take(['quiz', '--resume'], [...answersOf('full').slice(2), undefined], { stateFolder });
    expect(again.code).toBe(0);
    expect(again.asked[0]).toContain('3/44');
    expect(stored(stateFolder)).toHaveLength(1);
    expect((await take(['quiz', '--resume'], [], { stateFolder })).code).toBe(1);
  });
  it('keeps sessions apart, lists them and forgets them', async () => {
    const stateFolder = makeFolder();
    await take(['quiz', 'fit'], [5, 'quit'], { stateFolder });
    await take(['quiz', 'quick'], answersOf('quick'), { stateFolder });
    const listed = JSON.parse((await runCli(['quiz', '--sessions', '--format', 'json'], { stateFolder })).out) as SessionsDocument;
    expect(listed.sessions.map(({ test, answered, done }) => [test, answered, done]).toSorted()).toEqual([
      ['full', 1, false],
      ['quick', 22, true],
    ]);
    const [first] = listed.sessions;
    expect((await runCli(['quiz', '--forget', first?.id ?? ''], { stateFolder })).code).toBe(0);
    expect(stored(stateFolder)).toHaveLength(1);
    expect((await runCli(['quiz', '--forget', 'nothing'], { stateFolder })).code).toBe(1);
    await runCli(['quiz', '--forget', '--yes'], { stateFolder });
    expect(stored(stateFolder)).toEqual([]);
  });
  it('forgets all only when told so', async () => {
    const stateFolder = makeFolder();
    await take(['quiz', 'fit'], [5, 'quit'], { stateFolder });
    for (const [language, reason] of [
      ['ja', '--forget --yes'],
      ['en', 'every saved test'],
    ] as const) {
      const refused = await runCli(['quiz', '--forget', '--lang', language], { stateFolder });
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.err).toContain(reason);
    }
    for (const [answer, code] of [
      [1, 0],
      ['quit', 0],
      [undefined, 130],
    ] as const) {
      const kept = await take(['quiz', '--forget'], [answer], { stateFolder });
      expect({ code: kept.code, left: stored(stateFolder).length, asked: kept.asked }).toEqual({ code, left: 1, asked: [expect.stringContaining('1件')] });
    }
    expect((await take(['quiz', '--forget'], [2], { stateFolder })).err).toContain('1件の診断を消しました');
    expect(stored(stateFolder)).toEqual([]);
    // What cannot be read is somebody's, too.
    writeFileSync(join(stateFolder, 'quiz', '20260101-000000-abcdef.json'), '{');
    expect(await runCli(['quiz', '--forget'], { stateFolder })).toMatchObject({ code: 2 });
    expect((await take(['quiz', '--forget'], [1], { stateFolder })).asked).toEqual([expect.stringContaining('1件')]);
    expect(stored(stateFolder)).toHaveLength(1);
    expect(await runCli(['quiz', '--forget', '--yes'], { stateFolder })).toMatchObject({ code: 0 });
    // Nothing to delete is nothing to ask.
    expect(await runCli(['quiz', '--forget'], { stateFolder })).toMatchObject({ code: 0 });
  });
  it('are not offered to be deleted in their list', async () => {
    const stateFolder = makeFolder();
    await take(['quiz', 'fit'], [5, 'quit'], { stateFolder });
    const { out } = await runCli(['quiz', '--sessions'], { stateFolder, terminal });
    expect(out).toContain('--resume');
    expect(out).not.toContain('--forget');
  });
  it('asks where the terminal is, and answers where the output goes', async () => {
    const world = { stateFolder: makeFolder(), outIsTerminal: false };
    const { code, out, err, asked } = await take(['quiz', 'quick', '--format', 'json'], answersOf('quick'), world);
    expect({ code, asked: asked.length, kind: (JSON.parse(out) as FitDocument).kind }).toEqual({ code: 0, asked: 22, kind: 'fit' });
    expect(err).toContain('-o result.html');
    const knowledge = await take(['quiz', 'knowledge', '--questions', '1', '--format', 'json'], [1], { outIsTerminal: false });
    expect(JSON.parse(knowledge.out)).toMatchObject({ kind: 'knowledge-quiz', total: 1 });
    expect(knowledge.err).toMatch(/[○×]/u);
  });
  it('passes over damaged files and whatever else lies there', async () => {
    const stateFolder = makeFolder({ 'quiz/20260101-000000-abcdef.json': '{ "id": ', 'quiz/notes.txt': 'hello', 'quiz/20260101-000000-abcdee.json': '[]' });
    expect(JSON.parse((await runCli(['quiz', '--sessions', '--format', 'json'], { stateFolder })).out)).toMatchObject({ sessions: [] });
  });
  it('warns once when nothing can be saved, and goes on', async () => {
    const stateFolder = join(makeFolder({ file: '' }), 'file');
    const { code, err, out } = await take(['quiz', 'quick'], answersOf('quick'), { stateFolder });
    expect(code).toBe(0);
    expect(err.match(/保存できません/g)).toHaveLength(1);
    expect(out).toContain('--code');
  });
  it('refuses a result without a single answer', async () => {
    expect(
      (
        await take(
          ['quiz', 'quick'],
          idsOf('quick').map(() => 'skip' as const),
          { stateFolder: makeFolder() },
        )
      ).code,
    ).toBe(1);
  });
  it('is left with Ctrl-C at any time', async () => {
    for (const args of [['quiz'], ['quiz', 'fit'], ['quiz', 'knowledge']])
      expect((await take(args, [undefined], { stateFolder: makeFolder() })).code).toBe(130);
    expect((await take(['quiz', 'quick'], answersOf('quick'), { stateFolder: makeFolder() }, undefined)).code).toBe(0);
  });
  it('lets choose between the tests and the knowledge quiz', async () => {
    const { asked } = await take(['quiz'], [2, 'quit'], { stateFolder: makeFolder() });
    expect(asked[1]).toContain('1/22');
  });
});

describe('the knowledge quiz', () => {
  it('asks the same questions for the same seed, grades, and says what to read again', async () => {
    const run = (answers: string) => runCli(['quiz', 'knowledge', '--seed', '7', '--questions', '5', '--answers', '-', '--format', 'json'], { input: answers });
    const blank = JSON.parse((await run('00000')).out) as KnowledgeDocument;
    expect(blank).toMatchObject({ right: 0, total: 5, seed: 7 });
    const perfect = JSON.parse((await run(blank.questions.map(({ right }) => right + 1).join(''))).out) as KnowledgeDocument;
    expect(perfect).toMatchObject({ right: 5, readAgain: [] });
    expect(blank.readAgain.length).toBeGreaterThan(0);
  });
  it('leaves each question and answer on the screen beside the right one', async () => {
    const questions = generateQuestions(catalogue, { count: 3, seed: 7, language: 'ja' });
    const labelOf = (index: number, place = questions[index]?.right ?? 0) => questions[index]?.choices[place]?.label ?? '';
    const wrong = ((questions[1]?.right ?? 0) + 1) % 4;
    const answers = [(questions[0]?.right ?? 0) + 1, wrong + 1, 'skip'] as const;
    const { code, out, asked, told } = await take(['quiz', 'knowledge', '--seed', '7', '--questions', '3'], answers);
    expect({ code, asked: asked.length }).toEqual({ code: 0, asked: 3 });
    expect(told[0]).toBe('');
    const [, afterFirst = '', afterSecond = ''] = told.map((text) => squeeze(stripVTControlCharacters(text)));
    for (const text of [questions[0]?.subject ?? '', ja.knowledge.rightAnswer(labelOf(0))]) expect(afterFirst).toContain(squeeze(text));
    for (const text of [questions[1]?.subject ?? '', ja.knowledge.wrongAnswer(labelOf(1, wrong), labelOf(1))]) expect(afterSecond).toContain(squeeze(text));
    expect(squeeze(stripVTControlCharacters(out))).toContain(squeeze(ja.knowledge.skippedAnswer(labelOf(2))));
    expect(out).toContain('--seed 7');
  });
  it('reviews every question by sign and colour, with what was asked, and says how to keep it as a page', async () => {
    const args = ['quiz', 'knowledge', '--seed', '7', '--questions', '3', '--answers', '-'];
    const questions = generateQuestions(catalogue, { count: 3, seed: 7, language: 'ja' });
    const input = `${(questions[0]?.right ?? 0) + 1}${(((questions[1]?.right ?? 0) + 1) % 4) + 1}0`;
    const { out } = await runCli(args, { input, environment: { FORCE_COLOR: '1' } });
    expect(out).toContain('\u001B[32m[○ 正解]');
    expect(out).toContain('\u001B[33m[× 不正解]');
    const said = squeeze(stripVTControlCharacters(out));
    for (const { kind } of questions) expect(said).toContain(squeeze(ja.knowledge.questions[kind]));
    const keep = `echo ${input} | backoffice quiz knowledge --seed 7 --questions 3 --answers - -o result.html`;
    expect(said).toContain(squeeze(keep));
    const html = (await runCli([...args, '--format', 'html'], { input })).out;
    expect(html).toContain('class="tag right"');
    expect(html).toContain('class="tag wrong"');
    const ascii = (await runCli([...args, '--ascii'], { input })).out;
    expect(ascii).toContain('[o 正解]');
    expect(ascii).toContain('[x 不正解]');
  });
  it('asks about neighbours with --all-roles, and says so where it can be asked again', async () => {
    const roles = listMainRoles(catalogue.roles).map((role): Role => (role.id === 'jimu' ? { ...role, tier: 'neighbour' } : role));
    const world: World = { loadCatalogue: () => ({ ...catalogue, roles }), input: '0'.repeat(30) };
    const args = ['quiz', 'knowledge', '--seed', '7', '--questions', '30', '--answers', '-'];
    const run = async (...more: readonly string[]) => JSON.parse((await runCli([...args, ...more, '--format', 'json'], world)).out) as KnowledgeDocument;
    const [byDefault, all] = [await run(), await run('--all-roles')];
    const chosen = ({ questions }: KnowledgeDocument) => questions.flatMap(({ choices }) => choices.map(({ id }) => id));
    expect({ allRoles: byDefault.allRoles, asks: chosen(byDefault).includes('jimu') }).toEqual({ allRoles: false, asks: false });
    expect({ allRoles: all.allRoles, asks: chosen(all).includes('jimu') }).toEqual({ allRoles: true, asks: true });
    expect(squeeze((await runCli(args, world)).out)).not.toContain('--all-roles');
    const { out } = await runCli([...args, '--all-roles'], world);
    for (const command of ['quiz knowledge --seed 7 --questions 30 --all-roles', 'quiz knowledge --seed 7 --questions 30 --all-roles --answers -'])
      expect(squeeze(out)).toContain(squeeze(command));
  });
  it.each(['12', '123456', '12x95'])('refuses the row %s for five questions', async (input) => {
    expect(await runCli(['quiz', 'knowledge', '--questions', '5', '--answers', '-'], { input })).toMatchObject({ code: 1, out: '' });
  });
});

describe('options that exclude each other', () => {
  it.each([
    ['--resume', '--sessions'],
    ['--sessions', '--forget'],
    ['--forget', '--resume'],
  ])('%s and %s are refused together', async (first, second) => {
    expect(await runCli(['quiz', first, second])).toMatchObject({ code: 2, out: '' });
  });
  it('a sheet of another test is refused', async () => {
    expect(await runCli(['quiz', 'quick', '--answers', '-'], { input: row('full') })).toMatchObject({ code: 1, out: '' });
    expect(await runCli(['quiz', 'fit', '--answers', '-'], { input: '{"answers": {"numbers-profit": 3}, "test": "quick"}' })).toMatchObject({
      code: 1,
      out: '',
    });
  });
});

describe('a saved file', () => {
  it('with answers out of range or to items that are not there does no harm', async () => {
    const stateFolder = makeFolder();
    await take(['quiz', 'quick'], [5, 'quit'], { stateFolder });
    const [file = ''] = stored(stateFolder);
    const path = join(stateFolder, 'quiz', file);
    const session = JSON.parse(readFileSync(path, 'utf8')) as { answers: Record<string, unknown> };
    writeFileSync(path, JSON.stringify({ ...session, answers: { ...session.answers, 'no-such-item': 3, [idsOf('quick')[1] ?? '']: 9 } }));
    const { code, asked } = await take(['quiz', '--resume'], answersOf('quick').slice(1), { stateFolder });
    expect(code).toBe(0);
    expect(asked[0]).toContain('2/22');
  });
});
