import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, loadRoleFiles } from '../../src/index.ts';
import { makeFolder } from '../helpers/folder.ts';
import { fuzzProcesses } from '../helpers/fuzz.ts';

const bin = fileURLToPath(new URL('../../bin/backoffice.js', import.meta.url));

/** Starts the built program and kills it when a condition holds, some time later. Resolves when it is gone. */
function runAndKill(args: readonly string[], hasBegun: () => boolean, delay: number): Promise<void> {
  const child = spawn(process.execPath, [bin, ...args], { env: { PATH: process.env.PATH ?? '', HOME: tmpdir() }, stdio: 'ignore' });
  const look = setInterval(() => {
    if (hasBegun()) setTimeout(() => child.kill('SIGKILL'), delay);
  }, 1);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(look);
      resolve();
    });
  });
}

const delay = fc.integer({ min: 0, max: 3 });
/** Killed as soon as a file appears, or at a moment before or after. */
const moment = fc.oneof(fc.constant('file' as const), fc.integer({ min: 50, max: 400 }));

describe('kill -9', () => {
  it('leaves what -o writes to as it was or as it ought to be', async () => {
    await fuzzProcesses('kill -9 while -o writes', 5, fc.tuple(moment, delay), async ([when, later]) => {
      const folder = makeFolder();
      const file = join(folder, 'out.json');
      const old = JSON.stringify('old'.repeat(100_000));
      writeFileSync(file, old);
      const start = Date.now();
      const hasBegun = () => (when === 'file' ? readdirSync(folder).length > 1 : Date.now() - start > when);
      await runAndKill(['show', 'keiri', '--format', 'json', '-o', file], hasBegun, later);
      const text = readFileSync(file, 'utf8');
      if (text !== old) expect(JSON.parse(text)).toMatchObject({ kind: 'role' });
    });
  });
  it('leaves a whole new role or none', async () => {
    const catalogue = loadCatalogue();
    await fuzzProcesses('kill -9 while new writes', 5, fc.tuple(moment, delay), async ([when, later]) => {
      const folder = join(makeFolder(), 'roles');
      const file = join(folder, 'own.yaml');
      const start = Date.now();
      const hasBegun = () => (when === 'file' ? existsSync(folder) && readdirSync(folder).length > 0 : Date.now() - start > when);
      await runAndKill(['new', 'own', '--yes', '-o', file], hasBegun, later);
      if (existsSync(file)) expect(loadRoleFiles([file], catalogue).ok).toBe(true);
    });
  });
});
