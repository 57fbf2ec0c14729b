import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeText } from '../../src/messages/text.ts';
import { en } from '../../src/messages/en/index.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { decodeState } from '../../src/core/fit/answer-code.ts';
import { itemsOf } from '../../src/core/fit/score.ts';
import { generateQuestions } from '../../src/core/knowledge/knowledge.ts';
import type { FitItem, Language } from '../../src/core/catalogue/model.ts';
import { listMainRoles } from '../../src/core/catalogue/tiers.ts';
import { createRandom } from '../../src/core/knowledge/random.ts';
import { loadCatalogue } from '../../src/index.ts';
import { makeFolder } from '../helpers/folder.ts';
import { bin, cleanEnvironment, openTerminal } from '../helpers/pty.ts';
import type { Size, Terminal } from '../helpers/pty.ts';
import { squeeze } from '../helpers/screen.ts';

const catalogue = loadCatalogue();
const items = itemsOf(catalogue, 'full');
const quickItems = itemsOf(catalogue, 'quick');
const messages = { ja, en };
const normal: Size = [80, 24];
const small: Size = [40, 20];
const enter = '\r';
const up = '\u001B[A';
const down = '\u001B[B';
const ctrlC = '\u0003';

interface Saved {
  readonly id: string;
  readonly answers: Readonly<Record<string, number>>;
  readonly skipped: readonly string[];
  readonly avoid: readonly string[];
  readonly done: boolean;
}

interface World {
  readonly state: string;
  readonly language?: Language;
  readonly size?: Size;
}

const environmentOf = ({ state, language = 'ja' }: World) => ({
  LANG: language === 'ja' ? 'ja_JP.UTF-8' : 'en_US.UTF-8',
  PAGER: 'cat',
  XDG_STATE_HOME: state,
});
const openQuiz = (args: readonly string[], world: World) => openTerminal(['quiz', ...args], environmentOf(world), world.size ?? normal);

/** The program without a terminal. */
function pipeQuiz(args: readonly string[], world: World) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'quiz', ...args], {
    cwd: tmpdir(),
    env: { ...cleanEnvironment, ...environmentOf(world) },
    encoding: 'utf8',
    input: '',
  });
  return { code: status, out: stdout, err: stderr };
}

const quizFolder = (state: string) => join(state, 'backoffice', 'quiz');
const namesIn = (state: string) => (existsSync(quizFolder(state)) ? readdirSync(quizFolder(state)).toSorted() : []);
const readSaved = (state: string, name: string) => JSON.parse(readFileSync(join(quizFolder(state), name), 'utf8')) as Saved;

/** The sessions in a folder; a file that is not whole makes the test fail. */
const sessionsIn = (state: string) =>
  namesIn(state)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readSaved(state, name));

function onlySession(state: string): Saved {
  const [session, ...others] = sessionsIn(state);
  if (session === undefined || others.length > 0) throw new Error(`not one session: ${namesIn(state).join(', ')}`);
  return session;
}

const shownOn = ({ lines }: Terminal) => squeeze(lines().join('\n'));
const modeOf = (path: string) => statSync(path).mode & 0o777;

interface Asked {
  readonly language?: Language;
  readonly asked?: readonly FitItem[];
}

/** Waits for a whole question: its progress, its text and the last words of the help below it. */
async function untilAsked(terminal: Terminal, number: number, { language = 'ja', asked = items }: Asked = {}): Promise<void> {
  const progress = `${number}/${asked.length}`;
  const parts = [asked[number - 1]?.text[language] ?? '', messages[language].quiz.itemHelp.keys].map(squeeze);
  const isAsked = () => terminal.lines().some((line) => line.trim().startsWith(`${progress} `)) && parts.every((part) => shownOn(terminal).includes(part));
  await terminal.until(isAsked, `question ${progress}`);
}

const untilMarked = (terminal: Terminal, answer: number) =>
  terminal.until(() => terminal.lines().some((line) => line.startsWith(`  > ${answer} `)), `answer ${answer} marked`);

const untilAvoidances = (terminal: Terminal, language: Language = 'ja') =>
  terminal.until(() => shownOn(terminal).includes(squeeze(messages[language].quiz.askAvoidHelp.keys)), 'the avoidances');

/** Answers questions with the digits that `digitOf` gives, each when it is to be seen. */
async function answerAll(terminal: Terminal, from: number, to: number, digitOf: (number: number) => number, options: Asked = {}) {
  for (let number = from; number <= to; number += 1) {
    await untilAsked(terminal, number, options);
    terminal.type(String(digitOf(number)));
  }
}

const answersBy = (digitOf: (number: number) => number, to: number, asked: readonly FitItem[] = items) =>
  Object.fromEntries(asked.slice(0, to).map(({ id }, index) => [id, digitOf(index + 1)]));

/** Answers that differ from one question to the next, and agree where two ask about the same. */
function varied(number: number): number {
  const dimensions = [...new Set(items.map(({ dimension }) => dimension))];
  return ((dimensions.indexOf(items[number - 1]?.dimension ?? '') * 7) % 5) + 1;
}

/** Begins a test, answers some questions and leaves. */
async function beginAndLeave(state: string, count: number): Promise<Saved> {
  const before = new Set(namesIn(state));
  const terminal = openQuiz(['fit'], { state });
  await answerAll(terminal, 1, count, varied);
  await untilAsked(terminal, count + 1);
  terminal.type('q');
  expect(await terminal.untilEnd()).toBe(0);
  const [name = ''] = namesIn(state).filter((other) => !before.has(other));
  return readSaved(state, name);
}

describe.each([{ size: normal }, { size: small }])('the fit test in a terminal of $size', ({ size }) => {
  it('asks all questions, takes digits, arrows, back and skip, and shows the result with its code', async () => {
    const state = makeFolder();
    const terminal = openQuiz(['fit'], { state, size });
    const expected = new Map<string, number>();
    for (const [index, { id }] of items.entries()) {
      const number = index + 1;
      await untilAsked(terminal, number);
      // Each question stands in the place of the one before, with nothing of it left.
      expect(terminal.allLines()).toHaveLength(size[1]);
      expect(terminal.lines()[0]).toMatch(new RegExp(`^ ?${number}/44 `, 'u'));
      expect(shownOn(terminal).match(/\/44/gu)).toHaveLength(1);
      await untilMarked(terminal, 3);
      let answer = varied(number);
      if (number === 3) {
        // Up and down stop at the ends.
        for (const marked of [2, 1, 1]) {
          terminal.type(up);
          await untilMarked(terminal, marked);
        }
        for (const marked of [2, 3, 4]) {
          terminal.type(down);
          await untilMarked(terminal, marked);
        }
        answer = 4;
        terminal.type(enter);
      } else if (number === 7) {
        terminal.type('2');
        await untilAsked(terminal, 8);
        terminal.type('b');
        await untilAsked(terminal, 7);
        // What was answered before is marked.
        await untilMarked(terminal, 2);
        answer = 5;
        terminal.type('5');
      } else if (number === 12) {
        terminal.type('s');
        await untilAsked(terminal, 13);
        terminal.type('b');
        await untilAsked(terminal, 12);
        terminal.type(String(answer));
      } else if (number === 20) {
        terminal.type('4');
        await untilAsked(terminal, 21);
        terminal.type('b');
        await untilAsked(terminal, 20);
        terminal.type('s');
        continue;
      } else terminal.type(String(answer));
      expected.set(id, answer);
    }
    await untilAvoidances(terminal);
    expect(onlySession(state)).toMatchObject({ answers: Object.fromEntries(expected), skipped: [items[19]?.id], done: false });
    const [, second, third] = catalogue.fit.avoidances;
    terminal.type(down);
    await terminal.untilShown('> 2 [ ] ' + (second?.label.ja ?? ''));
    terminal.type(' ');
    await terminal.untilShown('> 2 [x] ' + (second?.label.ja ?? ''));
    terminal.type(down);
    await terminal.untilShown('> 3 [ ] ' + (third?.label.ja ?? ''));
    terminal.type(' ');
    await terminal.untilShown('> 3 [x] ' + (third?.label.ja ?? ''));
    terminal.type(enter);
    expect(await terminal.untilEnd()).toBe(0);

    const avoid = [second?.id, third?.id];
    expect(onlySession(state)).toMatchObject({ answers: Object.fromEntries(expected), skipped: [items[19]?.id], avoid, done: true });
    const result = squeeze(terminal.allLines().join('\n'));
    for (const text of [ja.fit.title, ja.quiz.answeredOf(43, 44), ja.fit.order, ja.fit.answerCode]) expect(result).toContain(squeeze(text));
    for (const { name } of listMainRoles(catalogue.roles)) expect(result).toContain(squeeze(name.ja));
    const [, code = ''] = /--code([0-9A-Z-]+)/u.exec(result) ?? [];
    expect(decodeState(catalogue, code)).toEqual({ test: 'full', answers: expected, avoid });
    expect(terminal.cursorIsShown()).toBe(true);
    // The code shows the same result again, and there is nothing left to go on with.
    expect(squeeze(pipeQuiz(['--code', code], { state }).out)).toContain(squeeze(ja.quiz.answeredOf(43, 44)));
    const again = openQuiz(['--resume'], { state, size });
    expect(await again.untilEnd()).toBe(1);
    expect(shownOn(again)).toContain(squeeze(ja.errors['no-session']({}).message));
  });

  it('fits the screen in English', async () => {
    const terminal = openQuiz(['fit'], { state: makeFolder(), language: 'en', size });
    for (const number of items.keys()) {
      await untilAsked(terminal, number + 1, { language: 'en' });
      expect(terminal.allLines()).toHaveLength(size[1]);
      expect(shownOn(terminal).match(/\/44/gu)).toHaveLength(1);
      terminal.type(String(varied(number + 1)));
    }
    await untilAvoidances(terminal, 'en');
    expect(terminal.allLines()).toHaveLength(size[1]);
    // Back to the last question, and forward again with its answer as it was.
    terminal.type('b');
    await untilAsked(terminal, items.length, { language: 'en' });
    await untilMarked(terminal, varied(items.length));
    terminal.type('\u001B[C');
    await untilAvoidances(terminal, 'en');
    terminal.type('0');
    await terminal.untilShown('> 0 [x] ');
    expect(terminal.allLines()).toHaveLength(size[1]);
    terminal.type(enter);
    expect(await terminal.untilEnd()).toBe(0);
    expect(squeeze(terminal.allLines().join('\n'))).toContain(squeeze(en.fit.title));
  });
});

describe('the fit test', () => {
  it.each([
    ['q', 'q', 0],
    ['Escape', '\u001B', 0],
    ['Ctrl-D', '\u0004', 0],
    ['Ctrl-C', ctrlC, 130],
  ])('left with %s says how to go on, and goes on where it was', async (_, key, code) => {
    const state = makeFolder();
    const terminal = openQuiz(['fit'], { state });
    await answerAll(terminal, 1, 4, varied);
    await untilAsked(terminal, 5);
    terminal.type('s');
    await untilAsked(terminal, 6);
    const question = terminal.lines();
    terminal.type(key);
    expect(await terminal.untilEnd()).toBe(code);
    const saved = onlySession(state);
    expect(saved).toMatchObject({ answers: answersBy(varied, 4), skipped: [items[4]?.id], done: false });
    expect(shownOn(terminal)).toBe(squeeze(writeText(ja.quiz.savedSession(saved.id))));
    expect(shownOn(terminal)).toContain(`backofficequiz--resume${saved.id}`);
    expect(terminal.cursorIsShown()).toBe(true);

    for (const args of [['--resume'], ['--resume', saved.id]]) {
      const again = openQuiz(args, { state });
      await untilAsked(again, 6);
      expect(again.lines()).toEqual(question);
      again.type('b');
      await untilAsked(again, 5);
      again.type('b');
      await untilAsked(again, 4);
      await untilMarked(again, varied(4));
      again.type(ctrlC);
      expect(await again.untilEnd()).toBe(130);
      expect(onlySession(state)).toEqual(saved);
    }
  });

  it('says nothing of going on when nothing was answered', async () => {
    const state = makeFolder();
    const terminal = openQuiz(['fit'], { state });
    await untilAsked(terminal, 1);
    terminal.type('b');
    await terminal.until(() => terminal.raw().split('1/44').length > 2, 'the first question once more');
    await untilAsked(terminal, 1);
    terminal.type('q');
    expect(await terminal.untilEnd()).toBe(0);
    expect({ shown: shownOn(terminal), files: namesIn(state) }).toEqual({ shown: '', files: [] });
  });

  it('left at the avoidances goes on there', async () => {
    const state = makeFolder();
    const terminal = openQuiz(['quick'], { state });
    await answerAll(terminal, 1, 22, varied, { asked: quickItems });
    await untilAvoidances(terminal);
    terminal.type(ctrlC);
    expect(await terminal.untilEnd()).toBe(130);
    expect(onlySession(state)).toMatchObject({ answers: answersBy(varied, 22, quickItems), done: false });
    expect(shownOn(terminal)).toContain(squeeze(writeText(ja.quiz.savedSession(onlySession(state).id))));
    const again = openQuiz(['--resume'], { state });
    await untilAvoidances(again);
    again.type(enter);
    expect(await again.untilEnd()).toBe(0);
    expect(onlySession(state).done).toBe(true);
  });

  it.each<[string, (terminal: Terminal) => unknown]>([
    ['a hang-up', (terminal) => (terminal.kill('SIGHUP'), terminal.untilEnd())],
    ['SIGTERM', (terminal) => (terminal.kill('SIGTERM'), terminal.untilEnd())],
    ['a closed window', (terminal) => terminal.close()],
    ['a window closed right after a key', (terminal) => (terminal.type(String(varied(10))), terminal.close())],
  ])('keeps every answer through %s', async (_, end) => {
    const state = makeFolder();
    const terminal = openQuiz(['fit'], { state });
    await answerAll(terminal, 1, 9, varied);
    await untilAsked(terminal, 10);
    await end(terminal);
    // Only the tenth answer, just typed, may be there or not.
    const { answers } = onlySession(state);
    const count = Object.keys(answers).length;
    expect([9, 10]).toContain(count);
    expect(answers).toEqual(answersBy(varied, count));
    const again = openQuiz(['--resume'], { state });
    await untilAsked(again, count + 1);
  });

  // 50 kills in all: the next digit waits for its question, or digits come faster than questions.
  it.each([
    { typing: 'as soon as a question is shown', blind: false, seed: 1 },
    { typing: 'without looking', blind: true, seed: 2 },
  ])('loses no answer to kill -9 at any of 25 moments, digits typed $typing', async ({ blind, seed }) => {
    const random = createRandom(seed);
    const digitOf = blind ? () => 4 : varied;
    let state = makeFolder();
    let saved = 0;
    let killedAfterAnswers = 0;
    for (let round = 0; round < 25; round += 1) {
      if (saved === items.length) {
        checkFolder(state);
        state = makeFolder();
        saved = 0;
      }
      const terminal = openQuiz(saved === 0 ? ['fit'] : ['--resume', onlySession(state).id], { state });
      const first = saved + 1;
      await untilAsked(terminal, first);
      const typing = blind ? setInterval(() => terminal.type('4'), 1) : answerAll(terminal, first, items.length, digitOf).catch(() => undefined);
      setTimeout(() => terminal.kill('SIGKILL'), random() * 120);
      expect(await terminal.untilEnd()).toBe(137);
      if (typing instanceof Promise) await typing;
      else clearInterval(typing);

      // What the screen confirmed is in a file that is whole, and at most one answer more.
      const confirmed = lastAsked(terminal) - 1;
      const answers = sessionsIn(state).length === 0 ? {} : onlySession(state).answers;
      saved = Object.keys(answers).length;
      expect([confirmed, confirmed + 1], `answers saved in round ${round}`).toContain(saved);
      expect(answers).toEqual(answersBy(digitOf, saved));
      if (confirmed >= first) killedAfterAnswers += 1;
    }
    checkFolder(state);
    expect(killedAfterAnswers).toBeGreaterThan(5);
  });
});

/** The highest question that came to be shown, 45 for the avoidances. */
function lastAsked(terminal: Terminal): number {
  const shown = terminal.raw().replace(/\u001B\[[\d;?]*[A-Za-z]/gu, '');
  if (shown.includes(ja.quiz.askAvoid)) return items.length + 1;
  return Math.max(...[...shown.matchAll(/([ \d]\d)\/44/gu)].map(([, number]) => Number(number)));
}

/** What kills left of files that were being written is no session, is readable by nobody else, and goes with the sessions. */
function checkFolder(state: string): void {
  for (const name of namesIn(state)) expect(modeOf(join(quizFolder(state), name)), name).toBe(0o600);
  const ids = sessionsIn(state).map(({ id }) => id);
  expect(listedIn(state)).toEqual(ids);
  expect(pipeQuiz(['--forget', '--yes'], { state })).toEqual({ code: 0, out: '', err: `${ja.quiz.forgotten(ids.length)}\n` });
  expect(namesIn(state)).toEqual([]);
}

function listedIn(state: string): string[] {
  const { sessions } = JSON.parse(pipeQuiz(['--sessions', '--format', 'json'], { state }).out) as { sessions: { id: string }[] };
  return sessions.map(({ id }) => id);
}

describe('keys typed ahead', () => {
  it('answer the questions that come, one after another', async () => {
    const state = makeFolder();
    const terminal = openQuiz(['fit'], { state });
    await untilAsked(terminal, 1);
    terminal.type('54321');
    await untilAsked(terminal, 6);
    terminal.type('q');
    expect(await terminal.untilEnd()).toBe(0);
    expect(onlySession(state).answers).toEqual(answersBy((number) => 6 - number, 5));
  });

  it.each([
    ['in one write', (terminal: Terminal) => terminal.type(`4${ctrlC}`)],
    [
      'one right after the other',
      (terminal: Terminal) => {
        terminal.type('4');
        terminal.type(ctrlC);
      },
    ],
  ])('leave with Ctrl-C %s, with the answer before it saved', async (_, type) => {
    for (let round = 0; round < 5; round += 1) {
      const state = makeFolder();
      const terminal = openQuiz(['fit'], { state });
      await untilAsked(terminal, 1);
      type(terminal);
      expect(await terminal.untilEnd()).toBe(130);
      expect(onlySession(state).answers).toEqual(answersBy(() => 4, 1));
      expect(squeeze(terminal.allLines().join(''))).toContain('保存しました');
    }
  });
});

describe('saved tests', () => {
  it('are files for their owner only, one for each of two at once', async () => {
    const state = join(makeFolder(), 'not', 'there', 'yet');
    const terminals = [openQuiz(['fit'], { state }), openQuiz(['fit'], { state })] as const;
    const [first, second] = terminals;
    for (let number = 1; number <= 5; number += 1) {
      for (const [index, terminal] of terminals.entries()) {
        await untilAsked(terminal, number);
        terminal.type(String(index + 1));
      }
    }
    for (const terminal of terminals) await untilAsked(terminal, 6);
    expect(namesIn(state)).toHaveLength(2);
    expect(sessionsIn(state).map(({ answers }) => answers)).toEqual(expect.arrayContaining([answersBy(() => 1, 5), answersBy(() => 2, 5)]));
    for (const name of namesIn(state)) expect(modeOf(join(quizFolder(state), name)), name).toBe(0o600);
    for (const folder of [quizFolder(state), join(state, 'backoffice')]) expect(modeOf(folder), folder).toBe(0o700);

    // Without an id the latest goes on, with one that one.
    second.type('q');
    await second.untilEnd();
    first.type('1');
    await untilAsked(first, 7);
    first.type('q');
    await first.untilEnd();
    const latest = openQuiz(['--resume'], { state });
    await untilAsked(latest, 7);
    const other = sessionsIn(state).find(({ answers }) => Object.keys(answers).length === 5);
    const named = openQuiz(['--resume', other?.id ?? ''], { state });
    await untilAsked(named, 6);
  });

  it('are listed and deleted', async () => {
    const state = makeFolder();
    const saved = [await beginAndLeave(state, 3), await beginAndLeave(state, 5)];
    const [older, newer] = saved;
    const terminal = openQuiz(['--sessions'], { state });
    expect(await terminal.untilEnd()).toBe(0);
    for (const { out } of [
      { out: terminal.allLines().join('\n') },
      pipeQuiz(['--sessions'], { state }),
      pipeQuiz(['--sessions', '--format', 'plain'], { state }),
    ]) {
      expect(out).not.toContain('\u001B');
      for (const { id } of saved) expect(out).toContain(`backoffice quiz --resume ${id}`);
      for (const count of [3, 5]) expect(out).toContain(ja.quiz.answeredOf(count, 44));
      expect(out.indexOf(newer?.id ?? '')).toBeLessThan(out.indexOf(older?.id ?? ''));
    }
    expect(pipeQuiz(['--sessions'], { state, language: 'en' }).out).toContain(en.quiz.answeredOf(5, 44));

    expect(pipeQuiz(['--forget', 'no-such-test'], { state })).toMatchObject({ code: 1, out: '' });
    expect(pipeQuiz(['--forget', older?.id ?? ''], { state })).toEqual({ code: 0, out: '', err: `${ja.quiz.forgotten(1)}\n` });
    expect(listedIn(state)).toEqual([newer?.id]);
    expect(pipeQuiz(['--forget', '--yes'], { state })).toEqual({ code: 0, out: '', err: `${ja.quiz.forgotten(1)}\n` });
    expect({ names: namesIn(state), listed: listedIn(state) }).toEqual({ names: [], listed: [] });
    expect(pipeQuiz(['--forget', '--yes'], { state })).toEqual({ code: 0, out: '', err: `${ja.quiz.forgotten(0)}\n` });
    const resumed = openQuiz(['--resume', newer?.id ?? ''], { state });
    expect(await resumed.untilEnd()).toBe(1);
    expect(shownOn(resumed)).toContain(squeeze(ja.errors['no-session']({ id: newer?.id ?? '' }).message));
  });

  it('are never read from files that were being written, or are damaged', async () => {
    const state = makeFolder();
    const { id } = await beginAndLeave(state, 3);
    const text = readFileSync(join(quizFolder(state), `${id}.json`), 'utf8');
    const otherId = `${id.slice(0, -6)}ffffff`;
    const strangers = {
      // As write-file-atomic names what it is writing.
      [`${id}.json.3141592653`]: text.replace('"fit"', '"quick"'),
      [`${otherId}.json.3141592653`]: text.replace(id, otherId),
      [`${id.slice(0, -6)}000000.json`]: text.slice(0, 100),
      [`${id.slice(0, -6)}000001.json`]: '',
      // The file of another session, copied.
      [`${id.slice(0, -6)}000002.json`]: text,
      'notes.json': text,
    };
    for (const [name, content] of Object.entries(strangers)) writeFileSync(join(quizFolder(state), name), content);
    expect(listedIn(state)).toEqual([id]);
    const terminal = openQuiz(['--resume', otherId], { state });
    expect(await terminal.untilEnd()).toBe(1);
    const resumed = openQuiz(['--resume'], { state });
    await untilAsked(resumed, 4);
  });
});

describe('a place that cannot be written to', () => {
  /** Root may write into any folder, but into no file. */
  function makeUnwritable(): string {
    const folder = makeFolder({ file: '' });
    if (process.getuid?.() === 0) return join(folder, 'file');
    mkdirSync(join(folder, 'read-only'));
    chmodSync(join(folder, 'read-only'), 0o500);
    return join(folder, 'read-only');
  }
  const warningsIn = (terminal: Terminal) => squeeze(terminal.raw()).split(squeeze(ja.quiz.cannotSave)).length - 1;

  it.each([normal, small])('is told once, and the test goes on to the result (%d by %d)', async (...size) => {
    const terminal = openQuiz(['quick'], { state: makeUnwritable(), size });
    await answerAll(terminal, 1, 22, varied, { asked: quickItems });
    await untilAvoidances(terminal);
    terminal.type(enter);
    expect(await terminal.untilEnd()).toBe(0);
    expect(warningsIn(terminal)).toBe(1);
    const result = squeeze(terminal.allLines().join('\n'));
    const [, code = ''] = /--code([0-9A-Z-]+)/u.exec(result) ?? [];
    expect(Object.fromEntries(decodeState(catalogue, code).answers)).toEqual(answersBy(varied, 22, quickItems));
  });

  // A bug of the program for now: it says that the answers are saved. Take `.fails` away once it does not.
  it('is no place to go on from', async () => {
    const terminal = openQuiz(['fit'], { state: makeUnwritable() });
    await answerAll(terminal, 1, 2, varied);
    await untilAsked(terminal, 3);
    terminal.type('q');
    expect(await terminal.untilEnd()).toBe(0);
    expect(shownOn(terminal)).not.toContain('--resume');
  });
});

describe('the quizzes', () => {
  it('are three to choose from', async () => {
    for (const [keys, shown] of [
      ['1', '1/44'],
      ['2', '1/22'],
      ['3', '1/10'],
      [down, '> 2'],
      ['q', ''],
    ] as const) {
      const terminal = openQuiz([], { state: makeFolder() });
      await terminal.untilShown(ja.quiz.chooseHelp.keys);
      const offered = terminal.lines().filter((line) => /^ {2}[ >] \d /u.test(line));
      expect(offered.map((line) => line.slice(6))).toEqual(Object.values(ja.quiz.kinds));
      terminal.type(keys);
      if (keys === 'q') expect(await terminal.untilEnd()).toBe(0);
      else await terminal.untilShown(shown);
      if (keys !== down) expect(shownOn(terminal)).not.toContain(squeeze(ja.quiz.choose));
      if (keys === down) {
        terminal.type(enter);
        await terminal.untilShown('1/22');
      }
    }
  });

  it('run in English', async () => {
    const state = makeFolder();
    const options = { language: 'en', asked: quickItems } as const;
    const terminal = openQuiz(['quick'], { state, language: 'en' });
    await answerAll(terminal, 1, 3, varied, options);
    await untilAsked(terminal, 4, options);
    terminal.type('q');
    expect(await terminal.untilEnd()).toBe(0);
    expect(shownOn(terminal)).toBe(squeeze(writeText(en.quiz.savedSession(onlySession(state).id))));
    const again = openQuiz(['--resume'], { state, language: 'en' });
    await answerAll(again, 4, 22, varied, options);
    await untilAvoidances(again, 'en');
    again.type(enter);
    expect(await again.untilEnd()).toBe(0);
    const result = again.allLines().join('\n');
    for (const text of [en.fit.title, en.quiz.answeredOf(22, 22), 'backoffice quiz --code ']) expect(result).toContain(text);
  });

  it('ask what people know, explain each answer and give the score', async () => {
    const questions = generateQuestions(catalogue, { count: 3, seed: 1, language: 'ja' });
    const terminal = openQuiz(['knowledge', '--questions', '3', '--seed', '1'], { state: makeFolder() });
    expect(questions).toHaveLength(3);
    // The first answer is right, the second wrong, the third left out.
    for (const [index, { subject, choices, right, explanation }] of questions.entries()) {
      const parts = [`${index + 1}/3`, subject, ...choices.map(({ label }) => label), ja.knowledge.help.keys];
      await terminal.until(() => parts.every((part) => shownOn(terminal).includes(squeeze(part))), `question ${index + 1}`);
      terminal.type(index === 0 ? String(right + 1) : index === 1 ? String(((right + 1) % choices.length) + 1) : 's');
      const answer = choices[right]?.label ?? '';
      const verdicts = [
        ja.knowledge.rightAnswer(answer),
        ja.knowledge.wrongAnswer(choices[(right + 1) % choices.length]?.label ?? '', answer),
        ja.knowledge.skippedAnswer(answer),
      ];
      const told = [subject, verdicts[index] ?? '', explanation.text ?? ''].map(squeeze);
      await terminal.until(() => {
        const all = squeeze(terminal.allLines().join('\n'));
        return told.every((text) => all.includes(text));
      }, told.join(' '));
    }
    expect(await terminal.untilEnd()).toBe(0);
    const all = terminal.allLines().join('\n');
    expect(all).toContain(ja.knowledge.score(1, 3));
    expect(all).toContain('backoffice quiz knowledge --seed 1 --questions 3');
    expect(all).not.toContain('/3');
  });

  it.each([[[]], [['fit']], [['quick']], [['knowledge']], [['--resume']]])('need a terminal: %j', (args) => {
    const state = makeFolder();
    const { code, out, err } = pipeQuiz(args, { state });
    expect({ code, out, names: namesIn(state) }).toEqual({ code: 2, out: '', names: [] });
    expect(err).toContain('backoffice quiz --answers');
    expect(pipeQuiz(args, { state, language: 'en' }).err).toContain('at a terminal');
  });
});
