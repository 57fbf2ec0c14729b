import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
/** A folder in which the package is installed. */
let home = '';
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
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  home = mkdtempSync(join(folder, 'home-'));
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }');
  npm(['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball)], home);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds the program, its data and its papers, and nothing of the workshop', () => {
    for (const file of [
      'bin/backoffice.js',
      'dist/index.js',
      'types/index.d.ts',
      'dist/catalogue.ndjson',
      'dist/THIRD-PARTY-LICENSES.txt',
      'dist/breaks-ja.txt',
      'dist/breaks-en.txt',
      'data/roles/keiri.yaml',
      'data/schema/role.json',
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
    expect(files.filter((file) => /^(?:tests|src|\.ci|dist\/(?:build|compiled))\//.test(file))).toEqual([]);
  });

  it('needs no other package, and carries the licences of those inside', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    for (const key of ['dependencies', 'optionalDependencies', 'peerDependencies']) expect(manifest).not.toHaveProperty(key);
    const licences = readFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['chalk', 'commander', 'inquirer', 'linebreak', 'valibot', 'yaml']) expect(licences).toContain(`Name: ${name}\n`);
    const imported = files.flatMap((file) => {
      const pattern = file.endsWith('.cjs') ? /\brequire\(["'`]([^"'`]+)["'`]\)/g : /^(?:import|export)\b[^;]*?\bfrom\s*["']([^"']+)["']/gm;
      return /\.c?js$/.test(file) ? Array.from(readFileSync(join(root, file), 'utf8').matchAll(pattern), ([, name = '']) => name) : [];
    });
    // Compiled code that was kept cannot import.
    for (const file of files.filter((name) => name.endsWith('.cjs'))) expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/[^\w.]import\(/);
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((name) => !name.startsWith('.') && !isBuiltin(name))).toEqual([]);
  });

  it('runs nothing when it is installed', () => {
    const { scripts = {} } = JSON.parse(readFileSync(join(home, 'node_modules/backoffice-roles/package.json'), 'utf8')) as { scripts?: Record<string, string> };
    // npm runs `prepare` in a checkout only.
    for (const name of ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'postprepare']) expect(scripts).not.toHaveProperty(name);
    expect(files.filter((file) => /(?:^|\/)binding\.gyp$|\.node$/u.test(file))).toEqual([]);
  });

  it('says of every library inside why it is there', () => {
    const bundled = [...readFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8').matchAll(/^Name: (.+)$/gmu)].map(([, name]) => name);
    const [, table = ''] = readFileSync(join(root, 'docs/reliability.md'), 'utf8').split('## Libraries inside');
    const listed = table
      .split('\n')
      .flatMap((line) => (line.startsWith('| `') ? [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)] : []))
      .map(([, name]) => name);
    expect(listed.toSorted()).toEqual(bundled.toSorted());
  });

  it('installs in an empty folder without network or cache, and works there', () => {
    const list = spawnSync(join(home, 'node_modules/.bin/backoffice'), ['compare', 'jimu', 'soumu', '--lang', 'en'], { cwd: home, encoding: 'utf8' });
    expect({ status: list.status, stderr: list.stderr }).toEqual({ status: 0, stderr: '' });
    expect(list.stdout).toContain('General affairs');
    const script = "import { findRole, loadCatalogue } from 'backoffice-roles'; console.log(findRole(loadCatalogue(), 'ケイリ').id);";
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: home, encoding: 'utf8' })).toBe('keiri\n');
  });
});

/** A program that uses the library with types. What must not compile is expected not to. */
const consumer = `
import * as library from 'backoffice-roles';
import { BackofficeError, compareSubjects, encodeState, explainFit, findRole, findSubject, generateQuestions, gradeAnswers } from 'backoffice-roles';
import { listFigures, loadCatalogue, loadRoleFiles, parseAnswers, scoreAnswers, viewComparison, viewFit, viewRole, viewRoleList } from 'backoffice-roles';
import type { Catalogue, ComparisonDocument, Diagnostic, Failure, FitDocument, FitResult, FitState, KnowledgeQuestion } from 'backoffice-roles';
import type { Language, Role, RoleDocument, RoleFilter, RoleListDocument, Subject } from 'backoffice-roles';

const catalogue: Catalogue = loadCatalogue();
const role: Role = findRole(catalogue, 'keiri');
const subjects: Subject[] = ['jimu', 'soumu'].map((name) => findSubject(catalogue, name));
export const comparison: ComparisonDocument = viewComparison(catalogue, compareSubjects(catalogue, subjects), 'en');
export const page: RoleDocument = viewRole(catalogue, role, 'ja', ['duties']);
export const filter: RoleFilter = { words: ['x'], resources: ['money'] };
export const list: RoleListDocument = viewRoleList(catalogue, library.filterRoles(catalogue, filter), 'en');
export const problems: readonly Diagnostic[] = loadRoleFiles(['own.yaml'], catalogue).diagnostics;
export const result: FitResult = scoreAnswers(catalogue, new Map(catalogue.fit.items.map(({ id }) => [id, 3])), 'full', ['overtime']);
export const state: FitState = parseAnswers(catalogue, '3'.repeat(44), 'answers.txt');
export const fit: FitDocument = viewFit(catalogue, state, 'en');
export const code: string = encodeState(catalogue, state);
export const questions: readonly KnowledgeQuestion[] = generateQuestions(catalogue, { seed: 1, count: 3, language: 'ja' });
export const right = gradeAnswers(questions, [0, 1, undefined]);
export const figures = listFigures(catalogue, role);
export const language: Language = library.languages[0];
export const reasons = explainFit;

export function explain(error: unknown): string {
  if (!(error instanceof BackofficeError)) throw error;
  const failure: Failure = error.failure;
  return failure.code === 'unknown-role' ? failure.nearest.map(({ id, name }) => id + name.en).join() : failure.code;
}

// @ts-expect-error There is no such language.
viewRole(catalogue, role, 'fr');
// @ts-expect-error A catalogue is not changed.
catalogue.roles = [];
// @ts-expect-error What is optional may be absent.
export const reading: string = role.reading;

// Their types are inferred: each must have a name outside of the library.
export const everything = { ...library };
export const inferred = {
  loaded: library.loadDataFolder('data'),
  own: loadRoleFiles(['own.yaml'], catalogue),
  compared: compareSubjects(catalogue, subjects),
  confusions: library.findConfusions(catalogue, role.id),
  loadings: library.computeLoadings(catalogue, role),
  shares: library.compareShares(catalogue, [role]),
};
export const usageProblemOf = (failure: Failure & { code: 'usage' }) => failure;
`;

describe('a TypeScript program', () => {
  const compile = (file: string, source: string, compilerOptions: object) => {
    const project = mkdtempSync(join(home, 'project-'));
    writeFileSync(join(project, file), source);
    const strict = { strict: true, noUncheckedIndexedAccess: true, skipLibCheck: false, declaration: true, noEmit: true, target: 'es2022', types: [] };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...strict, ...compilerOptions }, files: [file] }));
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], { encoding: 'utf8' });
    return { status, stdout };
  };

  it.each([
    { module: 'node16', exactOptionalPropertyTypes: true },
    { module: 'node16', exactOptionalPropertyTypes: false },
    { module: 'esnext', moduleResolution: 'bundler', exactOptionalPropertyTypes: true },
    { module: 'esnext', moduleResolution: 'bundler', exactOptionalPropertyTypes: false },
  ])('compiles against the package with %j', (options) => {
    expect(compile('consumer.ts', consumer, options)).toEqual({ status: 0, stdout: '' });
  });

  it('that is CommonJS compiles for Node 20 and later, where it runs', () => {
    const source = "import library = require('backoffice-roles');\nexport const id: string = library.findRole(library.loadCatalogue(), 'keiri').id;\n";
    expect(compile('consumer.cts', source, { module: 'node20' })).toEqual({ status: 0, stdout: '' });
    const script = "console.log(require('backoffice-roles').findRole(require('backoffice-roles').loadCatalogue(), 'keiri').id);";
    expect(execFileSync(process.execPath, ['--input-type=commonjs', '-e', script], { cwd: home, encoding: 'utf8' })).toBe('keiri\n');
  });
});

describe('the lockfile', () => {
  it('names no address to download from', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "[^"]*:/);
  });
});
