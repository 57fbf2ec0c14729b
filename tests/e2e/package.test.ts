import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';
let files: readonly string[] = [];

/** npm as on a machine without network and with nothing kept. */
function npm(args: readonly string[], cwd: string): string {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  return execFileSync('npm', [...args], {
    cwd,
    env: { ...environment, npm_config_cache: join(folder, 'cache'), npm_config_update_notifier: 'false' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backoffice-pack-'));
  // Built already: packing would run `prepare` and empty dist/ under the other tests.
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root)) as { files: { path: string }[] }[];
  files = packed?.files.map(({ path }) => path) ?? [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds the program, its data and its papers, and nothing of the workshop', () => {
    for (const file of [
      'bin/backoffice.js',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/catalogue.json',
      'dist/THIRD-PARTY-LICENSES.txt',
      'dist/breaks-ja.json',
      'dist/breaks-en.json',
      'data/roles/keiri.yaml',
      'data/README.md',
      'README.md',
      'README.ja.md',
      'LICENSE',
      'NOTICE',
      'CHANGELOG.md',
      'package.json',
    ]) {
      expect(files).toContain(file);
    }
    expect(files.filter((file) => /^(?:tests|src|\.ci|dist\/build)\//.test(file))).toEqual([]);
  });

  it('needs no other package, and carries the licences of those inside', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    for (const key of ['dependencies', 'optionalDependencies', 'peerDependencies']) expect(manifest).not.toHaveProperty(key);
    const licences = readFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['chalk', 'cli-table3', 'commander', 'inquirer', 'linebreak', 'valibot', 'wanakana', 'yaml'])
      expect(licences).toContain(`Name: ${name}\n`);
    const shipped = files.filter((file) => /\.c?js$/.test(file)).map((file) => readFileSync(join(root, file), 'utf8'));
    const importing = /^(?:import|export)\b[^;]*?\bfrom\s*["']([^"']+)["']|^.*?\brequire\(["']([^"']+)["']\)/gm;
    const imported = shipped.flatMap((source) => [...source.matchAll(importing)].map(([, from, required]) => from ?? required ?? ''));
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((name) => !name.startsWith('.') && !isBuiltin(name))).toEqual([]);
  });

  it('installs in an empty folder without network or cache, and works there', () => {
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    const home = mkdtempSync(join(folder, 'home-'));
    writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }');
    npm(['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball)], home);
    const list = spawnSync(join(home, 'node_modules/.bin/backoffice'), ['compare', 'jimu', 'soumu', '--lang', 'en'], { cwd: home, encoding: 'utf8' });
    expect({ status: list.status, stderr: list.stderr }).toEqual({ status: 0, stderr: '' });
    expect(list.stdout).toContain('General affairs');
    const script = "import { findRole, loadCatalogue } from 'backoffice-roles'; console.log(findRole(loadCatalogue(), 'ケイリ').id);";
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: home, encoding: 'utf8' })).toBe('keiri\n');
  });
});

describe('the lockfile', () => {
  it('names no address to download from', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"/);
  });
});
