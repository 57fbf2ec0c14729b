import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { afterEach, beforeAll } from 'vitest';

let socket = '';
let terminals = 0;

beforeAll(() => needTools('tmux'));
afterEach(() => {
  spawnSync('tmux', ['-L', socket, 'kill-server']);
});

/** @throws when one of the programs is not installed: a test that cannot run must not pass. */
export function needTools(...tools: readonly string[]): void {
  for (const tool of tools) if (spawnSync(tool, ['-V']).error !== undefined) throw new Error(`${tool} is needed for these tests`);
}

export function tmux(...args: string[]): string {
  return execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: tmpdir(), LANG: 'C.UTF-8', TERM: 'xterm-256color' },
  });
}

/** Runs a command line in a terminal of this size; it ends with the test. */
export function openTmux(columns: number, rows: number, command: string): void {
  // A server of its own for each: one that is still ending refuses new sessions.
  socket = `backoffice-test-${process.pid}-${(terminals += 1)}`;
  tmux('new-session', '-d', '-x', String(columns), '-y', String(rows), command);
}

export const screen = (...options: string[]) => tmux('capture-pane', '-p', ...options);
export const type = (...keys: string[]) => tmux('send-keys', ...keys);

/** Resolves once a condition holds, within so many milliseconds. */
export async function until(condition: () => boolean, what: string, patience = 15_000): Promise<void> {
  for (let waited = 0; !condition(); waited += 50) {
    if (waited > patience) throw new Error(`never saw ${what} in\n${screen()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const untilShown = (text: string) => until(() => screen().includes(text), text);
