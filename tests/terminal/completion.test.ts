import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { shells } from '../../src/cli/completion/shells.ts';
import type { Shell } from '../../src/cli/completion/shells.ts';
import { writeText } from '../../src/messages/text.ts';
import { en } from '../../src/messages/en/index.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';
import { needTools, openTmux, screen, type, until, untilShown } from '../helpers/tmux.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scriptOf = (shell: Shell) => join(root, 'completions', `backoffice.${shell}`);
const prompt = 'ready>';
// The folders of the system's programs, and of this Node.js.
const path = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;

/** What the help says to write in the start-up file of each shell. */
const [bashLine = '', zshLine = '', fishLine = ''] = en.help.commands.completion.examples.map(([line]) => writeText(line));

/** A home with start-up files for a quiet shell, and the lines of the help unless a test has others; with the program, and something to name. */
function makeHome({ bash = bashLine, zsh = zshLine, fish = fishLine }: Partial<Record<Shell, string>> = {}): string {
  const home = makeFolder({
    '.bashrc': `PS1='${prompt} '\nHISTFILE=\nbind 'set bell-style none'\nset -u\n${bash}\n`,
    '.zshrc': `PS1='${prompt} '\nfpath=(~/functions $fpath)\nautoload -Uz compinit && compinit -u -D\n${zsh}\n`,
    '.config/fish/config.fish': `function fish_prompt; echo -n '${prompt} '; end\nset -g fish_greeting\nset -g fish_history ''\n${fish}\n`,
    // Without it, fish reads all manuals at its first start.
    '.local/share/fish/generated_completions/none.fish': '',
    'here/report one.md': '',
    'here/roles/sales.yaml': roleYaml('sales'),
  });
  mkdirSync(join(home, 'programs'));
  symlinkSync(join(root, 'bin/backoffice.js'), join(home, 'programs/backoffice'));
  return home;
}

const starts: Readonly<Record<Shell, string>> = { bash: 'bash --noprofile --rcfile "$HOME/.bashrc"', zsh: 'zsh', fish: 'fish' };

/** A shell at its prompt, in the folder `here` of a home. */
async function openShell(shell: Shell, { home = makeHome(), environment = {} }: { home?: string; environment?: Record<string, string> } = {}) {
  const all = { PATH: `${join(home, 'programs')}:${path}`, HOME: home, TERM: 'xterm-256color', LANG: 'C.UTF-8', BACKOFFICE_LANG: 'ja', ...environment };
  const assignments = Object.entries(all).map(([name, value]) => `${name}='${value}'`);
  openTmux(100, 40, `cd '${home}/here' && env -i ${assignments.join(' ')} sh -c 'exec ${starts[shell]}'`);
  await until(() => screen().trim() === prompt, 'nothing but the prompt');
}

/** Types the beginning of a command line, and Tab. */
async function pressTab(typed: string): Promise<void> {
  type('-l', typed);
  await until(() => lineNow() === typed.trimEnd(), typed);
  type('Tab');
}

/** Tab offers nothing, and says nothing. */
async function expectNothing(typed: string): Promise<void> {
  await pressTab(typed);
  type('-l', 'x');
  await untilLine(`${typed}x`);
  expect(screen().trim()).toBe(`${prompt} ${typed}x`);
}

/** The command line as it stands. */
function lineNow(): string {
  const line = screen()
    .split('\n')
    .findLast((shown) => shown.startsWith(prompt));
  return (line ?? '').slice(prompt.length + 1).trimEnd();
}

const untilLine = (line: string) => until(() => lineNow() === line, line);

/** Asks for the list of what can be typed. bash shows it at the second Tab only. */
async function list(shell: Shell, typed: string): Promise<void> {
  await pressTab(typed);
  if (shell === 'bash') type('Tab');
}

beforeAll(() => needTools(...shells));

describe.each(shells)('Tab in %s', (shell) => {
  it.each([
    ['backoffice gui', 'backoffice guide'],
    ['backoffice show ke', 'backoffice show keiri'],
    ['backoffice ke', 'backoffice keiri'],
    ['backoffice compare keiri soum', 'backoffice compare keiri soumu'],
    ['backoffice list --facet desk', 'backoffice list --facet desk-work'],
    ['backoffice list --facet=desk', 'backoffice list --facet=desk-work'],
    ['backoffice show keiri --sec', 'backoffice show keiri --section'],
    ['backoffice list -o rep', 'backoffice list -o report\\ one.md'],
    ['backoffice list --output=rep', 'backoffice list --output=report\\ one.md'],
    ['backoffice list --data ', 'backoffice list --data roles/'],
    ['backoffice --data roles show sal', 'backoffice --data roles show sales'],
    ["backoffice --data ~/'here'/roles show sal", "backoffice --data ~/'here'/roles show sales"],
    ['backoffice 物', 'backoffice 物流'],
    ['backoffice show けい', 'backoffice show けいり'],
    ['backoffice show "soum', 'backoffice show "soumu"'],
    ['backoffice list | backoffice show soum', 'backoffice list | backoffice show soumu'],
    ['LANG=C backoffice show soum', 'LANG=C backoffice show soumu'],
  ])('%s becomes %s', async (typed, line) => {
    await openShell(shell);
    await pressTab(typed);
    await untilLine(line);
  });

  it('shows what the words mean, in the language of the program', async () => {
    await openShell(shell);
    await list(shell, 'backoffice show k');
    await untilShown('広報');
    expect(screen()).toMatch(/kaikei.*会計/);
  });

  it('shows them in English', async () => {
    await openShell(shell, { environment: { BACKOFFICE_LANG: 'en' } });
    await list(shell, 'backoffice show k');
    await untilShown('Public relations');
    expect(screen()).toMatch(/kaikei.*Accounting/i);
  });

  it('knows the roles of own folders', async () => {
    const named = makeFolder({ 'named-role.yaml': roleYaml('named-role') });
    const own = makeFolder({ 'backoffice/roles/own-role.yaml': roleYaml('own-role'), 'fish/generated_completions/none.fish': '' });
    await openShell(shell, { environment: { BACKOFFICE_DATA: named, XDG_DATA_HOME: own } });
    await pressTab('backoffice compare named');
    await untilLine('backoffice compare named-role');
    type('-l', 'own');
    await untilLine('backoffice compare named-role own');
    type('Tab');
    await untilLine('backoffice compare named-role own-role');
  });

  it('stays with the built-in roles, and silent, where own files have problems', async () => {
    await openShell(shell, { environment: { BACKOFFICE_DATA: makeFolder({ 'bad.yaml': 'id: [' }) } });
    await pressTab('backoffice show ke');
    await untilLine('backoffice show keiri');
    expect(screen().trim()).toBe(`${prompt} backoffice show keiri`);
  });

  it('runs nothing that a name or the command line holds, and shows names as they are', async () => {
    const name = `'$(touch ran) \`touch ran\`; touch ran "a:b" \\ %F{red} * ~ #'`;
    const data = makeFolder({
      'own-first.yaml': `id: own-first\nname: ${name}\naliases: ['店舗事務$(touch\${IFS}ran)']\nsummary: x\n`,
      'own-second.yaml': 'id: own-second\nname: "--output\\t:files\\e[2J\\nLAST"\nsummary: x\n',
    });
    const home = makeHome();
    await openShell(shell, { home, environment: { BACKOFFICE_DATA: data } });
    await list(shell, 'backoffice compare $(touch ran) own-');
    await untilShown('own-second');
    await untilShown(name.slice(1, -1));
    expect(screen()).toContain('--output :files LAST');
    expect(existsSync(join(home, 'here/ran'))).toBe(false);
  });

  it('asks the program that is run by its path, and is silent where there is none', async () => {
    await openShell(shell);
    type('-l', `${shell === 'fish' ? `set PATH ${path.replaceAll(':', ' ')}` : `PATH=${path}`}; clear`);
    type('Enter');
    await until(() => screen().trim() === prompt, 'nothing but the prompt');
    await pressTab('~/programs/backoffice show ke');
    await untilLine('~/programs/backoffice show keiri');
    type('C-u');
    await untilLine('');
    await expectNothing('backoffice show ke');
  });
});

describe('the scripts', () => {
  it.each(shells)('%s: plain ASCII, and right to the shell', (shell) => {
    expect(readFileSync(scriptOf(shell), 'utf8')).toMatch(/^[\n\x20-\x7E]+$/);
    expect(spawnSync(shell, ['-n', scriptOf(shell)], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
  it('bash: may be read twice, also by a shell that is strict or keeps to POSIX', () => {
    const twice = 'eval "$(cat "$1")"; eval "$(cat "$1")"; complete -p backoffice';
    for (const options of [
      ['--norc', '-eu'],
      ['--norc', '--posix', '-eu'],
    ])
      expect(spawnSync('bash', [...options, '-c', twice, 'bash', scriptOf('bash')], { encoding: 'utf8' })).toMatchObject({
        status: 0,
        stderr: '',
        stdout: 'complete -o bashdefault -o default -F _backoffice backoffice\n',
      });
  });
  it.each([
    ['/usr/bin/false', 'nothing'],
    [join(root, 'bin/backoffice.js'), 'keiri'],
  ])('bash: keeps a strict shell open, whatever becomes of the program: %s', (program, reply) => {
    const ask = 'eval "$(cat "$1")"; COMP_WORDS=("$2" ke); COMP_LINE="$2 ke"; COMP_POINT=${#COMP_LINE}; _backoffice; echo "${COMPREPLY[*]-nothing}"';
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-eu', '-c', ask, 'bash', scriptOf('bash'), program], { encoding: 'utf8', env: { PATH: path } });
    expect({ stdout, stderr }).toEqual({ stdout: `${reply}\n`, stderr: '' });
  });
  it('bash: completes the value behind = also where = parts no words', async () => {
    await openShell('bash', { home: makeHome({ bash: `${bashLine}\nCOMP_WORDBREAKS=\${COMP_WORDBREAKS//=}` }) });
    await pressTab('backoffice list --facet=desk');
    await untilLine('backoffice list --facet=desk-work');
  });
  it('zsh: says what is missing without compinit', () => {
    const { status, stderr } = spawnSync('zsh', ['-f', '-u', '-c', 'eval "$(cat "$1")"', 'zsh', scriptOf('zsh')], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('compinit') as string });
  });
  it.each([
    ['zsh', 'functions/_backoffice'],
    ['fish', '.config/fish/completions/backoffice.fish'],
  ] as const)('%s: works as a file that is loaded at the first Tab', async (shell, file) => {
    const home = makeHome({ [shell]: '' });
    mkdirSync(dirname(join(home, file)), { recursive: true });
    symlinkSync(scriptOf(shell), join(home, file));
    await openShell(shell, { home });
    for (const [typed, line] of [
      ['backoffice show ke', 'backoffice show keiri'],
      ['backoffice gui', 'backoffice guide'],
    ] as const) {
      await pressTab(typed);
      await untilLine(line);
      type('C-u');
    }
  });
});
