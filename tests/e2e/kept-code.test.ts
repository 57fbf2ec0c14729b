import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Tells how many files of the program were loaded with code that was kept.
const counter = `const vm = require('node:vm');
const { Script } = vm;
let used = 0;
vm.Script = class extends Script {
  constructor(source, options) {
    super(source, options);
    if (options.cachedData !== undefined && !this.cachedDataRejected) used += 1;
  }
};
process.on('exit', () => require('node:fs').writeSync(2, String(used)));
`;

/** As an installed package: without what the build compiled. */
function install(): string {
  const folder = makeFolder({ 'counter.cjs': counter });
  for (const part of ['bin', 'dist', 'package.json', 'completions', 'data']) cpSync(join(root, part), join(folder, part), { recursive: true });
  rmSync(join(folder, 'dist/compiled'), { recursive: true });
  return folder;
}

let installed: string;
let home: string;
beforeEach(() => {
  installed = install();
  home = makeFolder();
});

const environment = (more: Record<string, string> = {}) => ({ PATH: process.env.PATH ?? '', HOME: home, ...more });

/** How many files used kept code. Nothing that a person sees may depend on it. */
function list(more: Record<string, string> = {}, args: readonly string[] = ['list']): number {
  const command = ['--require', join(installed, 'counter.cjs'), join(installed, 'bin/backoffice.js'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env: environment(more), encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toContain('総務');
  return Number(stderr);
}

const keptFolder = () => join(home, '.cache/backoffice/compiled');
const keptFiles = () => (existsSync(keptFolder()) ? readdirSync(keptFolder()) : []);
const keptFile = () => join(keptFolder(), keptFiles()[0] ?? '');

describe.skipIf(process.platform !== 'linux')('code that an installed program keeps', () => {
  it('is there from the second run on, for its owner only, a file for each command', () => {
    expect(list()).toBe(0);
    const { ino, mode } = statSync(keptFile());
    expect(mode & 0o777).toBe(0o600);
    expect(statSync(keptFolder()).mode & 0o777).toBe(0o700);
    const used = list();
    expect(used).toBeGreaterThan(3);
    expect(statSync(keptFile()).ino).toBe(ino);
    expect(list({}, ['soumu'])).toBe(0);
    expect(keptFiles().map((name) => name.split('-')[0])).toEqual(['list', 'other']);
    expect(list()).toBe(used);
  });

  it('is written anew once a day, and where a file of the program was not in it', () => {
    list();
    const { ino, size } = statSync(keptFile());
    utimesSync(keptFile(), 0, 0);
    list();
    expect(statSync(keptFile()).ino).not.toBe(ino);
    list({}, ['list', '--format', 'csv']);
    expect(statSync(keptFile()).size).toBeGreaterThan(size);
  });

  it('is not used, but replaced, where it is damaged, cut, of another program, or others may have written it', () => {
    list();
    const used = list();
    const whole = readFileSync(keptFile());
    const harms: readonly (() => void)[] = [
      ...[0, 1000, whole.length - 1].flatMap((at) => {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        return [damaged, whole.subarray(0, at)].map((bytes) => () => writeFileSync(keptFile(), bytes));
      }),
      () => chmodSync(keptFile(), 0o620),
      () => chmodSync(keptFile(), 0o602),
      () => {
        renameSync(keptFile(), join(home, 'elsewhere'));
        symlinkSync(join(home, 'elsewhere'), join(keptFolder(), process.arch));
        renameSync(join(keptFolder(), process.arch), join(keptFolder(), `list-${process.versions.modules}-${process.arch}`));
      },
      // Built anew, with the same length.
      () => cpSync(join(root, 'dist/cli/start.cjs'), join(installed, 'dist/cli/start.cjs')),
      ...(process.getuid?.() === 0 ? [() => chownSync(keptFile(), 65_534, 65_534)] : []),
    ];
    for (const [index, harm] of harms.entries()) {
      harm();
      expect({ index, used: list() }).toEqual({ index, used: 0 });
      expect({ index, used: list() }).toEqual({ index, used });
      expect(lstatSync(keptFile()).isFile()).toBe(true);
    }
  });

  it('is not kept where there is no home, or nothing can be made in it, or others may write there', () => {
    const file = join(makeFolder({ file: '' }), 'file');
    const open = makeFolder();
    chmodSync(open, 0o777);
    for (const folder of ['', 'relative', '/proc', '/dev/null', '/nowhere', file]) expect([list({ HOME: folder }), list({ HOME: folder })]).toEqual([0, 0]);
    list({ XDG_CACHE_HOME: open });
    chmodSync(join(open, 'backoffice/compiled'), 0o777);
    rmSync(join(open, 'backoffice/compiled', readdirSync(join(open, 'backoffice/compiled'))[0] ?? ''));
    expect([list({ XDG_CACHE_HOME: open }), list({ XDG_CACHE_HOME: open })]).toEqual([0, 0]);
    if (process.getuid?.() === 0) {
      const theirs = makeFolder();
      chownSync(theirs, 65_534, 65_534);
      list({ HOME: theirs });
      expect(readdirSync(theirs)).toEqual([]);
    }
  });

  it('is nothing of a run that only fails or helps', () => {
    for (const args of [['list', 'nobody'], ['list', '--help'], ['--version']])
      spawnSync(process.execPath, [join(installed, 'bin/backoffice.js'), ...args], { env: environment() });
    expect(keptFiles()).toEqual([]);
  });

  it('is whole where several write at once', async () => {
    const run = () => {
      const child = spawn(process.execPath, [join(installed, 'bin/backoffice.js'), 'list'], { env: environment(), stdio: 'ignore' });
      return new Promise((resolve) => child.on('close', resolve));
    };
    expect(await Promise.all([run(), run(), run(), run()])).toEqual([0, 0, 0, 0]);
    expect(keptFiles()).toHaveLength(1);
    expect(list()).toBeGreaterThan(3);
  });
});
