import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { itemsOf } from '../../src/core/fit/score.ts';
import { loadCatalogue } from '../../src/index.ts';
import { en } from '../../src/messages/en/index.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { makeFolder } from '../helpers/folder.ts';
import { squeeze } from '../helpers/screen.ts';
import { needTools, openTmux, screen, tmux, type, until, untilShown } from '../helpers/tmux.ts';

const bin = fileURLToPath(new URL('../../bin/backoffice.js', import.meta.url));
const catalogue = loadCatalogue();
const quickItems = itemsOf(catalogue, 'quick');
const digits = quickItems.map((_, index) => String(((index * 7) % 5) + 1)).join('');
const enter = 'Enter';

/** A shell in a terminal of this size, in which `backoffice` runs the built program; gives the folder that it runs in. */
function openShell(columns: number, rows: number, environment = 'PAGER=cat'): string {
  const folder = makeFolder();
  openTmux(columns, rows, `env LANG=ja_JP.UTF-8 XDG_STATE_HOME='${folder}' ${environment} PS1='$ ' bash --norc --noprofile`);
  type(`cd '${folder}'; backoffice() { "${process.execPath}" "${bin}" "$@"; }; clear`, enter);
  return folder;
}

const lines = () => screen().trimEnd().split('\n');
const untilAsked = (number: number) =>
  until(() => lines()[0]?.trim().startsWith(`${number}/`) === true && squeeze(screen()).includes('やめる'), `question ${number}`);
const untilSqueezed = (text: string) => until(() => squeeze(screen()).includes(squeeze(text)), text);

beforeAll(() => needTools('less'));

describe('a question', () => {
  it('is there again after Ctrl-Z and fg, with a terminal that takes keys one by one', async () => {
    openShell(80, 24);
    type('clear; backoffice quiz quick', enter);
    await untilAsked(1);
    for (let round = 1; round <= 3; round += 1) {
      type('C-z');
      await untilShown('Stopped');
      // The shell has its terminal as it was.
      type('echo ho""la', enter);
      await untilShown('hola');
      type('clear; fg; echo "code $?"', enter);
      await until(() => !screen().includes('hola') && lines().some((line) => line.trim().startsWith(`${round}/22`)), 'the question');
      // Without Enter: the terminal is in raw mode.
      type('4');
      await until(
        () =>
          lines()[0]
            ?.trim()
            .startsWith(`${round + 1}/22`) === true,
        'the next question',
      );
    }
    type('q');
    await untilShown('code 0');
    expect(screen()).not.toContain('    at ');
  });

  it('stops with all that belongs to its command line', async () => {
    openShell(80, 24);
    type('clear; backoffice quiz quick --format json | cat', enter);
    await untilAsked(1);
    type('C-z');
    await untilShown('Stopped');
    type('clear; fg', enter);
    await until(() => lines().some((line) => line.trim().startsWith('1/22')), 'the question');
    type('4');
    await untilAsked(2);
    type('q');
    await untilShown('--resume');
  });

  it.each([
    [80, 24, 44, 22],
    [44, 22, 100, 30],
    [80, 24, 40, 20],
  ])('fits a terminal of %d by %d that becomes one of %d by %d', async (columns, rows, newColumns, newRows) => {
    openShell(columns, rows);
    type('clear; backoffice quiz quick', enter);
    await untilAsked(1);
    type('44');
    await untilAsked(3);
    tmux('resize-window', '-x', String(newColumns), '-y', String(newRows));
    // As it would have been asked there from the beginning.
    const whole = [quickItems[2]?.text.ja ?? '', ja.quiz.itemHelp.keys].map(squeeze);
    await until(
      () => lines()[0]?.trim().startsWith('3/22') === true && whole.every((text) => squeeze(screen()).includes(text)),
      'the question at its new size',
    );
    const redrawn = screen();
    expect(redrawn.match(/\/22/gu)).toHaveLength(1);
    expect(squeeze(redrawn).split(whole[0] ?? '')).toHaveLength(2);
    type('b');
    await untilAsked(2);
    type('Right');
    await untilAsked(3);
    // Only what was answered is marked otherwise: nothing.
    expect(screen()).toBe(redrawn);
  });

  it('with words to type fits a new size, too', async () => {
    openShell(80, 24);
    type('clear; backoffice show', enter);
    await untilShown(ja.role.choose);
    type('-l', 'ざい');
    await untilShown('> 財務 (zaimu)');
    tmux('resize-window', '-x', '50', '-y', '20');
    await until(() => lines()[0]?.startsWith(`? ${ja.role.choose} ざい`) === true && screen().includes('> 財務 (zaimu)'), 'the question at its new size');
    expect(screen().match(/財務/gu)).toHaveLength(1);
    type(enter);
    await untilShown('次は');
  });

  it('hangs what does not fit beside its box', async () => {
    openShell(40, 20);
    type('clear; backoffice quiz quick', enter);
    await untilAsked(1);
    type('-l', digits);
    await untilSqueezed(ja.quiz.askAvoid);
    await untilSqueezed(ja.quiz.askAvoidHelp.keys);
    const [first = ''] = catalogue.fit.avoidances.map(({ label }) => label.ja);
    const place = lines().findIndex((line) => line.startsWith('> 1 [ ] '));
    const hanging = lines().slice(place, place + 2);
    expect(squeeze(hanging.join(''))).toBe(squeeze(`> 1 [ ] ${first}`));
    expect(hanging[1]).toMatch(/^ {8}\S/u);
    // Nothing was pushed off the screen.
    expect(lines()[0]).toContain('避けたいこと');
  });
});

describe('questions go to the terminal', () => {
  it.each([
    ['quiz quick > result.txt', 'result.txt', ja.fit.title],
    ['quiz quick --format json | cat > result.json', 'result.json', '"kind": "fit"'],
    // Nothing but the terminal itself is left.
    ['quiz quick > result.txt 2> told.txt', 'result.txt', ja.fit.title],
    ['quiz knowledge --questions 1 > result.txt', 'result.txt', ja.knowledge.title],
  ])('and the answer where it is sent: %s', async (line, file, content) => {
    const folder = openShell(80, 24);
    type(`clear; backoffice ${line}; echo "code \${PIPESTATUS[0]}"`, enter);
    const isKnowledge = line.includes('knowledge');
    await untilAsked(1);
    type('-l', isKnowledge ? '1' : digits);
    if (!isKnowledge) {
      await untilSqueezed(ja.quiz.askAvoidHelp.keys);
      type(enter);
    }
    await untilShown('code 0');
    const written = readFileSync(join(folder, file), 'utf8');
    expect(written).toContain(content);
    expect(written).not.toContain('\u001B');
    expect(written).not.toContain('1/22');
  });

  it('not where there is none', async () => {
    const folder = openShell(80, 24);
    type('clear; backoffice quiz quick < /dev/null > result.txt; echo "code $?"', enter);
    await untilShown('code 2');
    expect(readFileSync(join(folder, 'result.txt'), 'utf8')).toBe('');
  });
});

describe('questions without a moving cursor', () => {
  it.each(['ACCESSIBLE=1', 'TERM=dumb'])('are lines, answered with numbers and letters (%s)', async (environment) => {
    const folder = openShell(80, 40, `PAGER=cat ${environment}`);
    // Everything that is written, as it is.
    type(`clear; script -qec '"${process.execPath}" "${bin}" quiz quick' typescript; echo "code $?"`, enter);
    await untilSqueezed(ja.quiz.questionOf(1, 22, 3));
    type('-l', '４');
    type(enter);
    await untilShown('22問中2問目');
    type('x', enter);
    await untilSqueezed(ja.questions.notANumber(5, ['b', 's', 'q']));
    type('b', enter);
    await until(() => screen().split('22問中1問目').length === 3, 'the first question again');
    expect(screen()).toContain('Enter だけなら4');
    for (let number = 0; number < quickItems.length; number += 1) type(number % 2 === 0 ? enter : '5', number % 2 === 0 ? '' : enter);
    await untilSqueezed(ja.quiz.askAvoidHelp.lines);
    type('1 3', enter);
    await untilShown('code 0');
    const written = readFileSync(join(folder, 'typescript'), 'utf8');
    // No sequence moves or hides the cursor, or erases; no bar is read aloud.
    expect(written).not.toMatch(/\u001B\[[\d;?]*[A-HJKfhl]/u);
    expect(written.slice(0, written.indexOf(ja.fit.title))).not.toMatch(/[█▌]|····/u);
    expect(written).toContain(ja.fit.title);
  });

  it('are left with q, interrupted with Ctrl-C, and end with the input', async () => {
    for (const [keys, code] of [
      [['q', enter], 0],
      [['C-d'], 0],
      [['C-c'], 130],
    ] as const) {
      openShell(80, 24, 'PAGER=cat ACCESSIBLE=1');
      type('clear; backoffice quiz quick; echo "code $?"', enter);
      await untilShown('22問中1問目');
      type('2', enter);
      await untilShown('22問中2問目');
      type(...keys);
      await untilShown(`code ${code}`);
      expect(squeeze(screen())).toContain('backofficequiz--resume');
      tmux('kill-server');
    }
  });

  it('choose a role by its number, or by words', async () => {
    openShell(80, 40, 'PAGER=cat ACCESSIBLE=1');
    type('clear; backoffice compare', enter);
    await untilShown('10 情報システム');
    type('3', enter);
    await untilShown('経理と比べる職種');
    type('-l', 'ざいむ');
    type(enter);
    await untilShown(ja.comparison.enough);
    type('1', enter);
    await untilShown('次は');
    expect(screen()).toContain('財務');
  });
});

describe('comparing', () => {
  it('asks which roles where none is named', async () => {
    openShell(80, 24);
    type('clear; backoffice compare', enter);
    await untilShown(ja.comparison.choose([]));
    type('-l', 'けいり');
    await untilShown('> 経理 (keiri)');
    type(enter);
    await untilShown(ja.comparison.choose(['経理']));
    expect(screen().match(/\(keiri\)/gu)).toHaveLength(1);
    type('-l', 'じむ');
    await untilShown('> 事務 (jimu)');
    type(enter);
    await untilShown(`> ${ja.comparison.enough}`);
    type(enter);
    await untilShown('次は  backoffice show keiri');
    type('clear; backoffice compare; echo "code $?"', enter);
    await untilShown(ja.comparison.choose([]));
    type('C-c');
    await untilShown('code 130');
  });
});

describe('the pager', () => {
  it.each([
    ['ja', 80],
    ['en', 80],
    ['ja', 40],
  ] as const)('says how to go on and how to leave (%s, %d columns)', async (language, columns) => {
    const messages = { ja, en }[language];
    openShell(columns, 20, '');
    type(`clear; backoffice show jimu --lang ${language}`, enter);
    await until(() => lines().at(-1)?.startsWith(messages.common.pager.more) === true, messages.common.pager.more);
    const { hint } = { hint: undefined, ...messages.common.pager };
    if (hint !== undefined) expect(lines()[0]).toBe(hint);
    type('G');
    await until(() => lines().at(-1)?.startsWith(messages.common.pager.end) === true, messages.common.pager.end);
    type('q');
    await until(() => lines().at(-1)?.endsWith('$') === true, 'the prompt of the shell');
  });

  it('leaves a prompt of the person as it is', async () => {
    openShell(80, 20, `LESS='-R -Psmine'`);
    type('clear; backoffice show jimu', enter);
    await until(() => lines().at(-1) === 'mine', 'mine');
    type('q');
  });

  it('stays away from a terminal that cannot move its cursor', async () => {
    const folder = openShell(80, 20, `TERM=dumb PAGER='touch paged; cat'`);
    type('backoffice show jimu; echo "code $?"', enter);
    await untilShown('code 0');
    expect(existsSync(join(folder, 'paged'))).toBe(false);
    type('TERM=xterm backoffice show jimu; echo "again $?"', enter);
    await untilShown('again 0');
    expect(existsSync(join(folder, 'paged'))).toBe(true);
  });
});
