import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeFullDisks, makeReadOnly } from '../helpers/faults.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const bin = fileURLToPath(new URL('../../bin/backoffice.js', import.meta.url));
const clean = { PATH: process.env.PATH ?? '', HOME: tmpdir(), LANG: 'en_US.UTF-8' };
const patience = 30_000;

interface Place {
  readonly environment?: Readonly<Record<string, string>>;
  readonly prefix?: readonly string[];
  readonly input?: string;
}

/** Runs the built program; what does not end is a failure. */
function backoffice(args: readonly string[], { environment = {}, prefix = [], input = '' }: Place = {}) {
  const [program = '', ...rest] = [...prefix, process.execPath, bin, ...args];
  const { status, signal, stdout, stderr } = spawnSync(program, rest, {
    cwd: tmpdir(),
    env: { ...clean, ...environment },
    input,
    encoding: 'utf8',
    timeout: patience,
  });
  expect({ args, signal }).toEqual({ args, signal: null });
  expect(stderr).not.toMatch(/^\s+at |\bbug\b/mu);
  return { code: status, out: stdout, err: stderr };
}

/** Runs a line of a shell in which `backoffice` is the built program. */
function shell(line: string, environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `backoffice() { "${process.execPath}" "${bin}" "$@"; }; ${line}`], {
    cwd: tmpdir(),
    env: { ...clean, ...environment },
    encoding: 'utf8',
    timeout: patience,
  });
  expect(stderr).not.toMatch(/^\s+at |\bbug\b/mu);
  return { code: status, out: stdout, err: stderr };
}

describe('a full disk', () => {
  it('leaves the old file as it was, and nothing else', () => {
    for (const { kind, folder, fill, prefix } of makeFullDisks()) {
      writeFileSync(join(folder, 'out.json'), '{"precious":true}');
      fill();
      const before = readdirSync(folder);
      const [program, ...rest] = [...prefix, process.execPath, bin, 'list', '--format', 'json', '-o', join(folder, 'out.json')];
      const { status, stdout, stderr } = spawnSync(program, rest, { env: clean, encoding: 'utf8' });
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      const reason = kind === 'disk' ? 'the disk is full' : 'it is too large';
      expect(stderr).toMatch(new RegExp(`^backoffice: error: '.*out\\.json' cannot be written: ${reason}\\.\n`, 'u'));
      expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('{"precious":true}');
      expect(readdirSync(folder)).toEqual(before);
    }
  });
  it('takes no half of a new role', () => {
    for (const { folder, fill, prefix } of makeFullDisks()) {
      mkdirSync(join(folder, 'roles'));
      fill();
      const { code, out } = backoffice(['new', 'own', '-o', `${join(folder, 'roles')}/`], { prefix });
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(readdirSync(join(folder, 'roles'))).toEqual([]);
    }
  });
  it.runIf(existsSync('/dev/full'))('behind the output is told', () => {
    for (const line of ['list', 'show keiri --format json', 'quiz --code 01000-5BT9N-WNDFG-RHJ9R-Q6XG7-683TD-SX']) {
      const { code, err } = shell(`backoffice ${line} > /dev/full`);
      expect(code).toBe(1);
      expect(err).toContain("backoffice: error: 'stdout' cannot be written: the disk is full.\n");
    }
    expect(backoffice(['list', '-o', '/dev/full'])).toMatchObject({ code: 1, err: expect.stringContaining('the disk is full') as string });
    expect(shell('backoffice nobody 2> /dev/full').code).toBe(1);
  });
});

describe('a place that is read-only', () => {
  it('keeps no command from reading, and is told by those that write', () => {
    const { folder, lock } = makeReadOnly();
    lock();
    const environment = { HOME: folder, XDG_STATE_HOME: join(folder, 'state'), XDG_DATA_HOME: join(folder, 'data') };
    for (const args of [
      ['list'],
      ['show', 'keiri'],
      ['check', fileURLToPath(new URL('../../data/roles', import.meta.url))],
      ['quiz', '--sessions'],
      ['quiz', '--forget'],
    ])
      expect(backoffice(args, { environment }).code).toBe(0);
    for (const args of [
      ['new', 'own', '--yes'],
      ['new', 'own', '-o', join(folder, 'own.yaml')],
      ['list', '-o', join(folder, 'out.txt')],
    ]) {
      const { code, out, err } = backoffice(args, { environment });
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(folder);
    }
  });
  it.runIf(existsSync('/proc/self'))('like /proc does not make it wait for ever', () => {
    const environment = { XDG_STATE_HOME: '/proc/x', XDG_DATA_HOME: '/proc/x', XDG_CACHE_HOME: '/proc/x' };
    expect(backoffice(['new', 'own', '--yes'], { environment }).code).toBe(1);
    expect(backoffice(['quiz', '--sessions'], { environment }).code).toBe(0);
    expect(backoffice(['list', '--data', makeFolder({ 'own.yaml': roleYaml('own') })], { environment })).toMatchObject({ code: 0, err: '' });
  });
});

describe('a home', () => {
  it.each(['', 'relative', '/nonexistent/home', '/dev/null'])('%j keeps no command from working', (HOME) => {
    for (const args of [['list'], ['quiz', '--sessions'], ['quiz', '--forget'], ['--version']])
      expect(backoffice(args, { environment: { HOME } }).code).toBe(0);
  });
  it('that is missing keeps no command from working', () => {
    expect(shell('unset HOME; backoffice list; backoffice quiz --sessions')).toMatchObject({ code: 0, err: '' });
  });
});

describe('a stream', () => {
  it.each([
    ['backoffice list >&-', 0],
    ['backoffice list 2>&-', 0],
    ['backoffice list <&-', 0],
    ['backoffice list <&- >&- 2>&-', 0],
    ['backoffice nobody >&-', 1],
    ['backoffice nobody 2>&-', 1],
    ['backoffice quiz <&-', 2],
    ['backoffice quiz --answers - <&-', 1],
    ['backoffice new <&-', 2],
    ['backoffice show keiri | true; exit ${PIPESTATUS[0]}', 0],
    ['backoffice show keiri --format json | head -c 1; exit ${PIPESTATUS[0]}', 0],
    ['backoffice show keiri --format html -o - | head -1; exit ${PIPESTATUS[0]}', 0],
    ['backoffice nobody 2>&1 | true; exit ${PIPESTATUS[0]}', 1],
  ])('that is closed is no bug: %s', (line, code) => {
    expect(shell(line).code).toBe(code);
  });
  it('without an end is not read for ever', () => {
    for (const line of ['backoffice quiz --answers /dev/zero', 'yes 3 | backoffice quiz --answers -', 'yes 3 | backoffice quiz knowledge --answers -']) {
      const { code, err } = shell(line);
      expect(code).toBe(1);
      expect(err).toContain('it is too large');
    }
  });
});

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('%s ends the work, and no file is lost', async (signal) => {
    const folder = makeFolder({ 'own.yaml': roleYaml('own', 'x: 1\n'.repeat(10_000)), 'out.json': '{}' });
    const before = readFileSync(join(folder, 'own.yaml'), 'utf8');
    const args = [bin, 'check', join(folder, 'own.yaml'), '--format', 'json', '-o', join(folder, 'out.json')];
    for (const delay of [0, 100, 200, 300]) {
      const child = spawn(process.execPath, args, { env: clean, stdio: ['ignore', 'ignore', 'pipe'] });
      let err = '';
      child.stderr.on('data', (text) => (err += String(text)));
      setTimeout(() => child.kill(signal), delay);
      await new Promise((resolve) => child.on('close', resolve));
      expect(err).not.toMatch(/^\s+at |\bbug\b/mu);
      expect(() => void JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).not.toThrow();
    }
    expect(readFileSync(join(folder, 'own.yaml'), 'utf8')).toBe(before);
  });
});
