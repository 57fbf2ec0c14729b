import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { diagnosticCodes } from '../../src/core/role-files/diagnostics.ts';
import { formatNames } from '../../src/messages/format-names.ts';
import { loadCatalogue, roleParts, sortKeys } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { fuzz, hostileText } from '../helpers/fuzz.ts';
import { expectSound } from '../helpers/sound.ts';

const catalogue = loadCatalogue();
const before = process.cwd();
let folder = '';

// What is typed behind -o may be the name of a file.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backoffice-fuzz-'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const commands = ['list', 'show', 'compare', 'quiz', 'form', 'search', 'score', 'guide', 'check', 'new', 'completion', 'help', '__complete'];
const options = [
  ...['--lang', '--format', '-o', '--output', '--no-color', '--ascii', '--no-pager', '--data', '-h', '--help', '-V', '--version', '--', '-'],
  ...[
    '--resource',
    '--facet',
    '--sort',
    '--section',
    '--diff',
    '--all',
    '--resume',
    '--sessions',
    '--forget',
    '--answers',
    '--code',
    '--questions',
    '--seed',
    '--yes',
  ],
  ...['-oh', '-hV', '--lang=en', '--lang=', '--format=json', '--data=', '--output=out.txt', '--no-data', '--diff=1', '-x', '--sort=name'],
];
const words = [
  ...catalogue.roles.flatMap(({ id, name, reading = '' }) => [id, name.ja, name.en, reading]),
  ...catalogue.concepts.map(({ id }) => id),
  ...[...catalogue.guide, ...catalogue.facets, ...catalogue.resources, ...catalogue.survey.measures].map(({ id }) => id),
  ...[...roleParts, ...sortKeys, ...formatNames, ...diagnosticCodes, 'ja', 'en', 'bash', 'zsh', 'fish', 'fit', 'quick', 'knowledge'],
  ...[
    '0',
    '1',
    '10',
    '99999999999',
    '-1',
    '1e3',
    'own',
    'out.txt',
    'out.json',
    'out.html',
    'out.csv',
    'missing/out.md',
    '.',
    'roles',
    'roles/own.yaml',
    'missing',
  ],
  ...['簿記', '資格', '年末調整', 'nenmatsu', '事務　総務', '01000-5BT9N-WNDFG-RHJ9R-Q6XG7-683TD-SX', '20260102-030405-abcdef'],
];
const word = fc.oneof(
  { arbitrary: fc.constantFrom(...words), weight: 5 },
  { arbitrary: fc.constantFrom(...options), weight: 4 },
  { arbitrary: fc.constantFrom(...commands), weight: 2 },
  // Not the place of a file elsewhere.
  { arbitrary: hostileText.map((text) => text.replace(/\.\.|^\//gu, '.')), weight: 3 },
);
/** Neither arguments nor variables of a process can hold NUL. */
const args = fc
  .tuple(fc.option(fc.constantFrom(...commands)), fc.array(word, { maxLength: 7 }))
  .map(([command, rest]) => [...(command === null ? [] : [command]), ...rest].map((text) => text.replaceAll('\0', '')));

const variables = fc.record(
  {
    BACKOFFICE_DATA: fc.oneof(fc.constantFrom('', ':', '::', 'roles', 'roles:missing', '/dev/null'), hostileText),
    BACKOFFICE_LANG: fc.oneof(fc.constantFrom('', 'ja', 'en', 'EN_GB.UTF-8', 'C', 'xx'), hostileText),
    LANG: fc.constantFrom('C', 'POSIX', 'ja_JP.eucJP', ''),
    COLUMNS: fc.oneof(fc.constantFrom('0', '-1', '1', '20', '1e9', '99999999999999999999', 'NaN', 'Infinity', '80.5', '0x50'), hostileText),
    PAGER: fc.oneof(fc.constantFrom('', ' ', 'cat', 'false'), hostileText),
    NO_COLOR: fc.constantFrom('', '1'),
    FORCE_COLOR: fc.constantFrom('', '0', '1', '3', '9', 'x'),
    TERM: fc.constantFrom('', 'dumb', 'xterm'),
    ACCESSIBLE: fc.constantFrom('', '1'),
    npm_command: fc.constantFrom('exec', ''),
    HOME: hostileText,
  },
  { requiredKeys: [] },
);
const environment: fc.Arbitrary<Readonly<Record<string, string>>> = variables.map((given) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.replaceAll('\0', '')])),
);
const terminal = fc.option(fc.record({ columns: fc.constantFrom(1, 2, 20, 40, 80, 1_000_000), rows: fc.constantFrom(1, 24) }), { nil: undefined });

describe('command lines', () => {
  it('of real and hostile words', async () => {
    await fuzz('command lines', 150, fc.tuple(args, environment, terminal), async ([line, given, screen]) => {
      rmSync(folder, { recursive: true });
      mkdirSync(join(folder, 'roles'), { recursive: true });
      writeFileSync(join(folder, 'roles', 'own.yaml'), 'id: own\nname: 営業\nsummary: 支える。\n');
      process.chdir(folder);
      const outcome = await runCli(line, {
        environment: given,
        ...(screen === undefined ? {} : { terminal: screen }),
        stateFolder: join(folder, 'state'),
        userFolder: join(folder, 'home', 'roles'),
        prompter: {
          choose: () => Promise.resolve(undefined),
          enterText: () => Promise.resolve(undefined),
          ask: () => Promise.resolve('quit'),
          pickSeveral: () => Promise.resolve('quit'),
        },
        input: '3'.repeat(44),
      });
      expectSound(outcome, line, { coloured: screen !== undefined || Object.hasOwn(given, 'FORCE_COLOR') });
    });
  });

  it('that are completed', async () => {
    const quoted = fc.tuple(fc.constantFrom('', "'", '"', '\\', '$', '${', '~/'), word).map(([mark, text]) => mark + text);
    const request = fc.tuple(fc.constantFrom('bash', 'zsh', 'fish', 'sh', '__proto__'), fc.array(quoted, { maxLength: 6 }), environment, terminal);
    await fuzz('completion requests', 100, request, async ([shell, typed, given, screen]) => {
      const line = ['__complete', shell, `backoffice ${typed.join(' ')}`.replaceAll('\0', '')];
      const outcome = await runCli(line, {
        environment: given,
        ...(screen === undefined ? {} : { terminal: screen }),
        stateFolder: join(folder, 'state'),
        userFolder: join(folder, 'home', 'roles'),
      });
      expectSound(outcome, line);
    });
  });
});
