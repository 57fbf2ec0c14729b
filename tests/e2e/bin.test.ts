import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/index.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin/backoffice.js');
const clean = { PATH: process.env.PATH ?? '', HOME: tmpdir() };

function backoffice(args: readonly string[], environment: Record<string, string> = {}, nodeArgs: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, bin, ...args], {
    cwd: tmpdir(),
    env: { ...clean, ...environment },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the program', () => {
  it('runs from any folder and speaks Japanese by itself', () => {
    const { code, out, err } = backoffice(['list']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('情報システム');
    expect(out).not.toContain('\u001B');
  });

  it('follows LANG and FORCE_COLOR', () => {
    expect(backoffice(['keiri'], { LANG: 'en_US.UTF-8' }).out).toContain('Accounting');
    expect(backoffice(['keiri'], { FORCE_COLOR: '1' }).out).toContain('\u001B[');
    expect(backoffice(['keiri'], { FORCE_COLOR: '1', NO_COLOR: '1' }).out).toContain('\u001B[');
  });

  it.each([
    [['kieri'], 1],
    [['compare', 'jimu'], 2],
    [['-V'], 0],
  ])('%j exits with %d, messages on stderr', (args, code) => {
    const result = backoffice(args);
    expect(result.code).toBe(code);
    expect(code === 0 ? result.err : result.out).toBe('');
  });

  it('writes all of a long answer into a pipe', () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`own-${index}.yaml`, roleYaml(`own-${index}`)]));
    const { out } = backoffice(['list', '--format', 'json', '--data', makeFolder(files)]);
    expect(Buffer.byteLength(out)).toBeGreaterThan(65_536);
    expect((JSON.parse(out) as { roles: unknown[] }).roles).toHaveLength(loadCatalogue().roles.length + 300);
  });

  it('ends quietly with 0 when nobody reads on', async () => {
    for (const args of [['compare', 'jimu', 'soumu', '--format', 'json'], ['list'], ['--help']]) {
      const child = spawn(process.execPath, [bin, ...args], { env: clean, stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.destroy();
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      const code = await new Promise((resolve) => child.on('close', resolve));
      expect({ args, code, err }).toEqual({ args, code: 0, err: '' });
    }
  });

  it('keeps its exit code when nobody reads on, and says when the disk is full', async () => {
    const child = spawn(process.execPath, [bin, 'list', 'zzzz', '--format', 'json'], { env: clean, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
    const full = spawnSync('/bin/sh', ['-c', `"${process.execPath}" "${bin}" list > /dev/full`], { env: clean, encoding: 'utf8' });
    if (existsSync('/dev/full'))
      expect(full).toMatchObject({ status: 1, stderr: expect.stringMatching(/^backoffice: エラー: 「stdout」[^\n]*空きがありません。\n$/) as string });
  });

  it('shows the stack of a bug and asks to report it', () => {
    const broken = join(makeFolder({ 'break.mjs': 'JSON.parse = () => { throw new TypeError("broken on purpose"); };' }), 'break.mjs');
    const { code, out, err } = backoffice(['list'], { BACKOFFICE_LANG: 'en' }, ['--import', broken]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('TypeError: broken on purpose\n    at ');
    expect(err).toContain('This is a bug');
  });

  it('writes files', () => {
    const folder = makeFolder();
    for (const [format, start] of [
      ['markdown', '# '],
      ['json', '{'],
      ['csv', 'id,'],
    ]) {
      const file = join(folder, `roles.${format ?? ''}`);
      expect(backoffice(['list', '--format', format ?? '', '-o', file])).toMatchObject({ code: 0, out: '' });
      const text = readFileSync(file, 'utf8');
      expect(text.startsWith(start ?? '') || text.startsWith('|')).toBe(true);
    }
    expect(readdirSync(folder)).toHaveLength(3);
    expect(backoffice(['list', '-o', join(folder, 'missing', 'x')]).code).toBe(1);
  });

  it('reads own role files, good and bad', () => {
    const own = makeFolder({ 'own.yaml': roleYaml('own') });
    expect(backoffice(['--data', own, 'compare', 'own', 'jimu', '--format', 'yaml'])).toMatchObject({ code: 0, err: '' });
    expect(backoffice(['--data', makeFolder({ 'own.yaml': 'id: [' }), 'list'])).toMatchObject({ code: 1, out: '' });
    expect(backoffice(['check', own])).toMatchObject({ code: 0, err: '' });
    expect(backoffice(['check', makeFolder({ 'own.yaml': 'id: [' })])).toMatchObject({
      code: 1,
      err: '',
      out: expect.stringContaining('own.yaml:1:5') as string,
    });
  });

  it('asks nothing when nobody is at the terminal', () => {
    expect(backoffice(['show']).code).toBe(2);
    expect(backoffice(['new']).code).toBe(2);
  });

  it('writes a new role where its own commands find it', () => {
    const home = makeFolder();
    const { code, out } = backoffice(['new', 'own'], { XDG_DATA_HOME: home });
    expect({ code, out }).toEqual({ code: 0, out: `${join(home, 'backoffice', 'roles', 'own.yaml')}\n` });
    expect(backoffice(['show', 'own'], { XDG_DATA_HOME: home })).toMatchObject({ code: 0, err: '' });
    expect(backoffice(['new', 'keiri'], { XDG_DATA_HOME: home }).code).toBe(0);
    expect(backoffice(['keiri', '--format', 'json'], { XDG_DATA_HOME: home }).out).toBe(backoffice(['keiri', '--format', 'json']).out);
  });

  it('lets one of several at once write a new role', async () => {
    const folder = makeFolder();
    const args = ['new', 'own', '--data', join(folder, 'roles')];
    const codes = await Promise.all(
      [1, 2, 3, 4].map(() => {
        const child = spawn(process.execPath, [bin, ...args], { env: clean, stdio: 'ignore' });
        return new Promise((resolve) => child.on('close', resolve));
      }),
    );
    expect(codes.toSorted()).toEqual([0, 1, 1, 1]);
    expect(backoffice(['--data', join(folder, 'roles'), 'show', 'own']).code).toBe(0);
  });

  it('leaves nothing of a new role that could not be written whole', () => {
    const folder = makeFolder();
    // No file may hold a byte, as on a full disk.
    const limited = `trap '' XFSZ; ulimit -f 0; exec "$@"`;
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', limited, 'sh', process.execPath, bin, 'new', 'own', '-o', `${folder}/a/b/`], {
      env: clean,
      encoding: 'utf8',
    });
    expect({ status, stdout, left: readdirSync(folder) }).toEqual({ status: 1, stdout: '', left: [] });
    expect(stderr).toMatch(/^backoffice: /);
  });

  it('does without compiled code that is damaged, cut or missing', () => {
    const folder = makeFolder();
    for (const part of ['bin', 'dist', 'package.json']) cpSync(join(root, part), join(folder, part), { recursive: true });
    const list = () => spawnSync(process.execPath, [join(folder, 'bin/backoffice.js'), 'list'], { env: clean, encoding: 'utf8' });
    const { stdout } = list();
    const [compiled = ''] = readdirSync(join(folder, 'dist/compiled')).map((name) => join(folder, 'dist/compiled', name, 'start.cjs'));
    const whole = readFileSync(compiled);
    for (const at of [0, 4, 20, 1000, whole.length >> 1, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      for (const code of [damaged, whole.subarray(0, at)]) {
        writeFileSync(compiled, code);
        expect(list()).toMatchObject({ status: 0, stderr: '', stdout });
      }
    }
    rmSync(join(folder, 'dist/compiled'), { recursive: true });
    expect(list()).toMatchObject({ status: 0, stderr: '', stdout });
  });
});
