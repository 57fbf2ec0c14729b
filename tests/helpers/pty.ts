import { spawn } from '@lydell/node-pty';
import { eastAsianWidth } from 'get-east-asian-width';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, vi } from 'vitest';

export const bin = fileURLToPath(new URL('../../bin/backoffice.js', import.meta.url));

/** What the built program gets of the world, besides what a test adds. */
export const cleanEnvironment = { PATH: process.env.PATH ?? '', HOME: tmpdir(), TERM: 'xterm-256color' };

/**
 * A shell that tells, in sequences that no screen shows, the process id of the program and how it ended, and then keeps the
 * terminal open: output is thrown away by the system when the process that leads a terminal ends.
 */
const shell = `
trap : INT
exec 3>&2 2>/dev/null
sh -c 'printf "\\033]1;%s\\007" $$; exec "$@"' sh "$@" 2>&3 3>&-
printf "\\033]0;%s\\007" $?
read -r _`;

/** Columns and rows. */
export type Size = readonly [columns: number, rows: number];

/** The built program in a pseudo-terminal. */
export interface Terminal {
  /** The lines that are to be seen, without spaces at their ends. */
  readonly lines: () => string[];
  /** The lines that left the screen at its top, and those that are to be seen. */
  readonly allLines: () => string[];
  /** Everything that came out, with its escape sequences. */
  readonly raw: () => string;
  readonly cursorIsShown: () => boolean;
  readonly type: (keys: string) => void;
  /** Resolves once a condition holds; looks again whenever something comes out. */
  readonly until: (condition: () => boolean, what: string) => Promise<void>;
  readonly untilShown: (text: string) => Promise<void>;
  /** Resolves with the exit code, 128 and more for a signal, once everything is read. */
  readonly untilEnd: () => Promise<number>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Closes the terminal, as closing its window does. Resolves when the program has ended. */
  readonly close: () => Promise<void>;
}

const patience = 15_000;
const open = new Set<Pick<Terminal, 'kill'>>();

afterEach(() => {
  for (const terminal of open) terminal.kill('SIGKILL');
  open.clear();
});

/** Runs the built program in a terminal of this size. */
export function openTerminal(args: readonly string[], environment: Readonly<Record<string, string>>, [columns, rows]: Size): Terminal {
  const pty = spawn('/bin/sh', ['-c', shell, 'sh', process.execPath, bin, ...args], {
    cols: columns,
    rows,
    cwd: tmpdir(),
    env: { ...cleanEnvironment, ...environment },
  });
  const screen = createScreen(columns, rows);
  const looks = new Set<() => void>();
  let raw = '';
  const told = (what: number) => {
    const [, value] = new RegExp(`\\u001B\\]${what};(\\d+)\\u0007`, 'u').exec(raw) ?? [];
    return value === undefined ? undefined : Number(value);
  };
  const findPid = () => told(1);
  const findCode = () => told(0);
  pty.onData((text) => {
    raw += text;
    screen.write(text);
    for (const look of looks) look();
  });
  const until = (condition: () => boolean, what: string) =>
    new Promise<void>((resolve, reject) => {
      const finish = (error?: Error) => {
        clearTimeout(timer);
        looks.delete(look);
        if (error === undefined) resolve();
        else reject(error);
      };
      const fail = (why: string) => finish(new Error(`never saw ${what} (${why}) in\n${screen.lines().join('\n')}`));
      const timer = setTimeout(() => fail('waited too long'), patience);
      const look = () => {
        const code = findCode();
        if (screen.unknown().length > 0) fail(`unknown sequences: ${JSON.stringify(screen.unknown())}`);
        else if (condition()) finish();
        else if (code !== undefined) fail(`it ended with ${code}`);
      };
      looks.add(look);
      look();
    });
  const terminal: Terminal = {
    lines: screen.lines,
    allLines: screen.allLines,
    raw: () => raw,
    cursorIsShown: screen.cursorIsShown,
    type: (keys) => pty.write(keys),
    until,
    untilShown: (text) => until(() => screen.lines().join('\n').includes(text), text),
    untilEnd: async () => {
      await until(() => findCode() !== undefined, 'the end');
      open.delete(terminal);
      pty.kill();
      return findCode() ?? NaN;
    },
    kill: (signal) => {
      const pid = findPid();
      if (pid !== undefined && findCode() === undefined) process.kill(pid, signal);
    },
    close: async () => {
      // Not in the types: closes our end, so that the system hangs up the other one.
      (pty as unknown as { destroy: () => void }).destroy();
      const pid = findPid() ?? NaN;
      await vi.waitUntil(() => !isRunning(pid), { timeout: patience, interval: 20 });
      open.delete(terminal);
    },
  };
  open.add(terminal);
  return terminal;
}

/** Whether a process runs; one that ended may still be waiting for its parent to notice. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z\s]/u.test(stdout);
}

interface Screen {
  readonly write: (text: string) => void;
  readonly lines: () => string[];
  readonly allLines: () => string[];
  readonly cursorIsShown: () => boolean;
  /** Sequences that are not known here, so that what is seen may be wrong. */
  readonly unknown: () => string[];
}

/** As much of a terminal as the program uses: text with wide characters, line wrap, cursor, erasing. */
function createScreen(columns: number, rows: number): Screen {
  const emptyLine = () => Array.from({ length: columns }, () => ' ');
  const cells = Array.from({ length: rows }, emptyLine);
  const gone: string[] = [];
  const unknown: string[] = [];
  let row = 0;
  let column = 0;
  let shown = true;
  let rest = '';
  const toText = (line: readonly string[]) => line.join('').trimEnd();
  const lines = () => cells.map(toText);
  const lineFeed = () => {
    if (row < rows - 1) row += 1;
    else {
      gone.push(toText(cells.shift() ?? []));
      cells.push(emptyLine());
    }
  };
  const put = (character: string) => {
    const width = eastAsianWidth(character.codePointAt(0) ?? 0);
    // A full line wraps only when more comes.
    if (column + width > columns) {
      column = 0;
      lineFeed();
    }
    const line = cells[row];
    line?.splice(column, width, character, ...Array.from({ length: width - 1 }, () => ''));
    column += width;
  };
  const erase = (line: number, from: number, to: number) => cells[line]?.fill(' ', from, to);
  const control = (sequence: string) => {
    const [, mark = '', parameters = '', kind = ''] = /^\u001B\[(\??)([\d;]*)(.)$/u.exec(sequence) ?? [];
    const count = Math.max(1, Number(parameters.split(';')[0] ?? ''));
    const within = (value: number, size: number) => Math.min(size - 1, Math.max(0, value));
    // Colours, and what a terminal does not show.
    if (kind === 'm' || sequence.startsWith('\u001B]')) return;
    if (mark === '?' && (kind === 'h' || kind === 'l') && parameters === '25') shown = kind === 'h';
    else if (kind === 'A') row = within(row - count, rows);
    else if (kind === 'B') row = within(row + count, rows);
    else if (kind === 'C') column = within(column + count, columns);
    else if (kind === 'D') column = within(Math.min(column, columns - 1) - count, columns);
    else if (kind === 'G') column = within(count - 1, columns);
    else if (kind === 'K' && parameters === '2') erase(row, 0, columns);
    else if (kind === 'K' && (parameters === '' || parameters === '0')) erase(row, column, columns);
    else if (kind === 'J' && (parameters === '' || parameters === '0')) {
      erase(row, column, columns);
      for (let below = row + 1; below < rows; below += 1) erase(below, 0, columns);
    } else unknown.push(sequence);
  };
  return {
    write: (text) => {
      const all = rest + text;
      rest = '';
      for (const [part] of all.matchAll(/\u001B(?:\[[\d;?]*[^\d;?]?|\][^\u0007]*\u0007?|[^[\]]?)|[^\u001B]/gsu)) {
        if (/^\u001B(?:\[[\d;?]*|\][^\u0007]*)?$/u.test(part)) rest = part;
        else if (part.startsWith('\u001B')) control(part);
        else if (part === '\n') lineFeed();
        else if (part === '\r') column = 0;
        else if (part === '\b') column = Math.max(0, column - 1);
        else if (part === '\u0007') continue;
        else put(part);
      }
    },
    lines,
    allLines: () => [...gone, ...lines()],
    cursorIsShown: () => shown,
    unknown: () => unknown,
  };
}
