import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../src/messages/format-names.ts';
import { loadCatalogue } from '../../src/index.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';
import { forbidNetwork } from '../helpers/no-network.ts';

const main = fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url));
const code = '01000-5BT9N-WNDFG-RHJ9R-Q6XG7-683TD-SX';

/** Runs command lines one after another in one process of the built program. */
function runAll(lines: readonly (readonly string[])[], environment: Readonly<Record<string, string>>) {
  const script = `
    const { main } = require(${JSON.stringify(main)});
    process.setMaxListeners(0);
    for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(0);
    (async () => {
      for (const line of ${JSON.stringify(lines)}) {
        process.argv = [process.argv[0], 'backoffice', ...line];
        await main();
      }
    })();`;
  const home = makeFolder();
  return spawnSync(process.execPath, ['-e', script], {
    cwd: home,
    env: { PATH: process.env.PATH ?? '', HOME: home, ...environment },
    input: '3'.repeat(44),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
}

const folder = () => makeFolder({ 'own.yaml': roleYaml('own') });
const items = loadCatalogue().fit.items.map(({ id }) => id);
const sheets = `id,${items.join(',')}\n${['a', 'b'].map((id) => `${id},${items.map((_, index) => (index % 5) + 1).join(',')}\n`).join('')}`;
const inAllFormats = (...line: string[]) => formatNames.map((format) => [...line, '--format', format]);

describe('without a network', () => {
  it.each<[string, () => string[][]]>([
    ['list', () => inAllFormats('list')],
    ['show', () => inAllFormats('show', 'keiri')],
    ['compare', () => inAllFormats('compare', 'jimu', 'keiri', 'own', '--data', folder())],
    ['search', () => inAllFormats('search', '簿記')],
    ['guide', () => [...inAllFormats('guide', 'pay'), ['guide']]],
    ['form', () => inAllFormats('form')],
    ['check', () => inAllFormats('check', folder())],
    ['score', () => inAllFormats('score', join(makeFolder({ 'sheets.csv': sheets }), 'sheets.csv'))],
    [
      'quiz',
      () => [
        ...inAllFormats('quiz', '--code', code),
        ['quiz', '--answers', '-'],
        ['quiz', 'knowledge', '--answers', '-'],
        ['quiz', '--sessions'],
        ['quiz', '--forget'],
      ],
    ],
    [
      'files',
      () => [
        ['show', 'keiri', '-o', 'out.html'],
        ['list', '-o', 'out.json'],
        ['new', 'own', '--yes'],
        ['new', 'keiri', '-o', join(makeFolder(), 'keiri.yaml')],
      ],
    ],
    [
      'completion',
      () => [
        ...['bash', 'zsh', 'fish'].flatMap((shell) => [
          ['completion', shell],
          ['__complete', shell, 'backoffice show '],
        ]),
        ['--help'],
        ['--version'],
        ['nobody'],
      ],
    ],
  ])('%s works, and nobody asks for one', (_, makeLines) => {
    const { environment, listCalls } = forbidNetwork();
    const { stdout, stderr, signal } = runAll(makeLines(), environment);
    expect({ signal, calls: listCalls() }).toEqual({ signal: null, calls: [] });
    expect(stdout.length).toBeGreaterThan(100);
    expect(stderr).not.toMatch(/^\s+at |no network/mu);
  });
  it('a program that asks for one is found', () => {
    const { environment, listCalls } = forbidNetwork();
    const script = "try { fetch('http://127.0.0.1:9') } catch {} try { require('net').connect(9) } catch {} require('dns').promises.lookup('localhost')";
    expect(spawnSync(process.execPath, ['-e', script], { env: { ...process.env, ...environment } }).status).toBe(1);
    expect(listCalls()).toEqual(['global.fetch', 'net.connect', 'dns.lookup']);
  });
});
