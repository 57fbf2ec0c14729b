import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { needTools, openTmux, screen, tmux, type, until, untilShown } from '../helpers/tmux.ts';

const bin = fileURLToPath(new URL('../../bin/backoffice.js', import.meta.url));

/** A shell in a terminal of this size, in which `backoffice` runs the built program. */
function openTerminal(columns: number, rows: number, environment = ''): void {
  openTmux(columns, rows, `env ${environment} PS1='$ ' bash --norc --noprofile`);
  type(`backoffice() { "${process.execPath}" "${bin}" "$@"; }; clear`, 'Enter');
}

beforeAll(() => needTools('less'));

describe.each([
  [80, 24],
  [120, 40],
  [40, 20],
])('a terminal of %d by %d', (columns, rows) => {
  it('lists the roles in colour, and says what to do next', async () => {
    openTerminal(columns, rows, 'LANG=ja_JP.UTF-8 PAGER=cat');
    type('backoffice list', 'Enter');
    await untilShown('次は');
    expect(screen('-e')).toContain('\u001B[');
    type('clear', 'Enter');
    await until(() => !screen().includes('次は'), 'an empty screen');
    type('NO_COLOR=1 backoffice list', 'Enter');
    await untilShown('次は');
    // tmux itself paints nothing, so what is left would be ours.
    expect(screen('-e').replace(/\u001B\[(?:0|39|49)?m/g, '')).not.toContain('\u001B');
  });

  it('pages what is longer than the screen', async () => {
    openTerminal(columns, rows, 'LANG=ja_JP.UTF-8');
    type('backoffice 事務', 'Enter');
    await untilShown('じむ');
    expect(screen()).not.toContain('出典');
    type('G');
    await untilShown('次は');
    type('q');
    await until(() => screen().trimEnd().endsWith('$'), 'the prompt of the shell');
  });
});

describe('a terminal', () => {
  it('takes Japanese where it asks, and shows what was chosen', async () => {
    openTerminal(80, 24, 'LANG=ja_JP.UTF-8 PAGER=cat');
    type('backoffice show --section summary', 'Enter');
    await untilShown('どの職種を見ますか');
    type('-l', 'ざいむ');
    await untilShown('> 財務 (zaimu)');
    type('Enter');
    await untilShown('Finance');
  });

  it('leaves with 130 on Ctrl-C, with the cursor back', async () => {
    openTerminal(80, 24, 'LANG=en_US.UTF-8');
    type('backoffice show; echo "code $?"', 'Enter');
    await untilShown('Which role');
    type('C-c');
    await untilShown('code 130');
    expect(tmux('display-message', '-p', '#{cursor_flag}').trim()).toBe('1');
    expect(screen()).not.toContain('    at ');
  });

  it('stays with its pager through Ctrl-C, and shows colours in a plain less', async () => {
    openTerminal(80, 24, 'LANG=ja_JP.UTF-8 PAGER=less');
    type('backoffice 事務', 'Enter');
    await untilShown('じむ');
    expect(screen()).not.toContain('ESC');
    type('C-c');
    // less forgets what was typed while it was interrupted.
    await until(() => {
      type('G');
      return screen().includes('次は');
    }, '次は');
    type('q');
    await until(() => screen().trimEnd().endsWith('$'), 'the prompt of the shell');
    type('PAGER=false backoffice 事務; echo do""ne', 'Enter');
    await untilShown('done');
    expect(screen()).toContain('出典');
  });

  it('does without a pager that is not there', async () => {
    openTerminal(80, 24, 'LANG=en_US.UTF-8 PAGER=no-such-pager');
    type('backoffice jimu; echo do""ne', 'Enter');
    await untilShown('done');
    expect(screen()).toContain('Sources');
  });

  it('ends quietly when its reader leaves', async () => {
    openTerminal(80, 24, 'LANG=ja_JP.UTF-8');
    type('backoffice list | head -1; echo "code ${PIPESTATUS[0]}"', 'Enter');
    await untilShown('code 0');
    expect(screen()).not.toMatch(/EPIPE|    at /);
  });
});
