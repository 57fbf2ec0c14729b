import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { loadCatalogue } from '../../src/index.ts';
import { itemsOf } from '../../src/core/fit/score.ts';
import { makeFullDisks } from '../helpers/faults.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';
import { forbidNetwork } from '../helpers/no-network.ts';
import { openTerminal } from '../helpers/pty.ts';
import { squeeze } from '../helpers/screen.ts';
import { openTmux, screen, tmux, type, until, untilShown } from '../helpers/tmux.ts';

const bin = fileURLToPath(new URL('../../bin/backoffice.js', import.meta.url));
const [first, second] = itemsOf(loadCatalogue(), 'full').map(({ text }) => text.en);
const english = { LANG: 'en_US.UTF-8' };

/** The processes whose command line holds a text. */
const findPids = (text: string) => spawnSync('pgrep', ['-f', text], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean).map(Number);

describe('while a pager shows an answer', () => {
  /** Opens a role in less, and gives what the command lines of the program and of its pager hold, and no others. */
  async function openPaged(): Promise<{ readonly program: string; readonly pager: string }> {
    const folder = makeFolder({ 'own.yaml': roleYaml('own') });
    const name = basename(folder);
    const line = `"${process.execPath}" "${bin}" show keiri --data ${folder}`;
    openTmux(80, 24, `env LANG=en_US.UTF-8 PAGER="less -FIRX -P pager-${name}" bash -c '${line}; echo "code $?"; read -r _'`);
    const [program, pager] = [`^[^ ]*node .* show keiri --data ${folder}`, `^less .*pager-${name}`];
    await untilShown('Accounting');
    expect([findPids(program).length, findPids(pager).length]).toEqual([1, 1]);
    return { program, pager };
  }

  it('a closed window ends the program and the pager', async () => {
    const { program, pager } = await openPaged();
    tmux('kill-session');
    await expect.poll(() => [...findPids(program), ...findPids(pager)], { timeout: 10_000 }).toEqual([]);
  });
  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends the program without a word', async (signal, code) => {
    const { program } = await openPaged();
    for (const pid of findPids(program)) process.kill(pid, signal);
    await untilShown(`code ${code}`);
    expect(screen()).not.toMatch(/\n {4}at /u);
  });
  it('a pager that is killed is no failure', async () => {
    const { pager } = await openPaged();
    for (const pid of findPids(pager)) process.kill(pid, 'SIGKILL');
    await untilShown('code 0');
  });
  it.each([
    ['false', 0, true],
    ['/no/such/pager', 0, true],
    ['true', 0, false],
    ['head -1', 0, false],
    ['sh -c "kill -9 $$"', 0, false],
  ])('PAGER=%s: it ends with %d', async (PAGER, code, isShown) => {
    const terminal = openTerminal(['show', 'keiri'], { ...english, PAGER }, [80, 24]);
    expect(await terminal.untilEnd()).toBe(code);
    if (isShown) expect(squeeze(terminal.allLines().join('\n'))).toContain('Sources');
    expect(terminal.raw()).not.toMatch(/\n {4}at /u);
  });
});

describe('a question', () => {
  const openQuiz = (environment: string, columns = 80, rows = 24) =>
    openTmux(columns, rows, `env LANG=en_US.UTF-8 PAGER=cat ${environment} "${process.execPath}" "${bin}" quiz fit; echo "code $?"; read -r _`);
  const isAsked = (text = '') => squeeze(screen()).includes(squeeze(text));

  it('stays answerable in a terminal that changes its size', async () => {
    const state = makeFolder();
    openQuiz(`XDG_STATE_HOME=${state}`);
    await until(() => isAsked(first), 'the first question');
    for (const [columns, rows] of [
      [40, 20],
      [120, 40],
      [20, 30],
      [80, 24],
    ] as const) {
      tmux('resize-window', '-x', String(columns), '-y', String(rows));
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    type('4');
    await until(() => isAsked(second), 'the second question');
    type('q');
    await untilShown('code 0');
    const [file = ''] = readdirSync(join(state, 'backoffice', 'quiz'));
    expect(JSON.parse(readFileSync(join(state, 'backoffice', 'quiz', file), 'utf8'))).toMatchObject({ done: false });
  });
  it.each([
    ['20 columns', '', 20, 40, []],
    // Where the cursor cannot move, an answer is a line.
    ['TERM=dumb', 'TERM=dumb', 80, 24, ['Enter']],
    ['LANG=C', 'LC_ALL=C BACKOFFICE_LANG=en', 80, 24, []],
    ['no colours', 'NO_COLOR=1', 80, 24, []],
  ])('can be answered with %s', async (_, environment, columns, rows, end) => {
    openQuiz(`XDG_STATE_HOME=${makeFolder()} ${environment}`, columns, rows);
    await until(() => isAsked(first), 'the first question');
    type('2', ...end);
    await until(() => isAsked(second), 'the second question');
    type('q', ...end);
    await untilShown('code 0');
  });
  it('is left with what was saved deleted meanwhile, and saves it again with the next answer', async () => {
    const state = makeFolder();
    const environment = { ...english, XDG_STATE_HOME: state };
    const terminal = openTerminal(['quiz', 'fit'], environment, [80, 24]);
    await terminal.until(() => squeeze(terminal.lines().join('\n')).includes(squeeze(first ?? '')), 'the first question');
    terminal.type('4');
    await terminal.until(() => squeeze(terminal.lines().join('\n')).includes(squeeze(second ?? '')), 'the second question');
    expect(spawnSync(process.execPath, [bin, 'quiz', '--forget', '--yes'], { env: { ...process.env, ...environment } }).status).toBe(0);
    const folder = join(state, 'backoffice', 'quiz');
    expect(readdirSync(folder)).toEqual([]);
    terminal.type('5');
    await terminal.untilShown('3/44');
    const [file = ''] = readdirSync(folder);
    const { answers } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { answers: object };
    expect(Object.values(answers)).toEqual([4, 5]);
  });
  it('goes on when the disk is full, and says so once', async () => {
    for (const { kind, folder, fill } of makeFullDisks()) {
      if (kind === 'limit') continue;
      fill();
      const terminal = openTerminal(['quiz', 'fit'], { ...english, XDG_STATE_HOME: join(folder, 'state') }, [80, 24]);
      for (const number of [1, 2, 3]) {
        await terminal.untilShown(`${number}/44`);
        terminal.type('4');
      }
      await terminal.untilShown('4/44');
      terminal.type('q');
      expect(await terminal.untilEnd()).toBe(0);
      expect(squeeze(terminal.raw()).split(squeeze(en.quiz.cannotSave)).length - 1).toBe(1);
      expect(existsSync(join(folder, 'state', 'backoffice', 'quiz')) ? readdirSync(join(folder, 'state', 'backoffice', 'quiz')) : []).toEqual([]);
    }
  });
});

describe('questions', () => {
  it('need no network', async () => {
    const { environment, listCalls } = forbidNetwork();
    const terminal = openTerminal(['quiz', 'fit'], { ...english, ...environment, XDG_STATE_HOME: makeFolder() }, [80, 24]);
    for (const number of [1, 2]) {
      await terminal.untilShown(`${number}/44`);
      terminal.type('4');
    }
    await terminal.untilShown('3/44');
    terminal.type('q');
    expect(await terminal.untilEnd()).toBe(0);
    expect(listCalls()).toEqual([]);
  });
});
