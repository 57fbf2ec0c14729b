import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCompiledCatalogue } from '../core/catalogue/compiled.ts';
import { itemsOf, scoreAnswers } from '../core/fit/score.ts';
import { createRandom } from '../core/knowledge/random.ts';
import { formatTable, writeSections } from './sections.ts';

// Run by `npm run bench`: measures what docs/performance.md says. Other Node programs can be named: `npm run bench -- /path/to/node`.
const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const nodes = [process.execPath, ...process.argv.slice(2)];
const bin = fromRoot('bin/backoffice.js');
const rounds = Number(process.env.BENCH_ROUNDS ?? 41);
const sheetCounts = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
const folder = mkdtempSync(join(tmpdir(), 'backoffice-bench-'));
// Node 20 reads these certificates at every start, which takes longer than the program.
delete process.env.NODE_EXTRA_CA_CERTS;
const environment = { ...process.env, LANG: 'ja_JP.UTF-8', XDG_DATA_HOME: folder, XDG_CACHE_HOME: join(folder, 'cache'), XDG_STATE_HOME: folder };

const catalogue = loadCompiledCatalogue(fromRoot('dist/catalogue.ndjson'));
const items = itemsOf(catalogue, 'full');
const sheet = join(folder, 'answers.csv');
writeFileSync(sheet, ['item,answer', ...items.map(({ id }, index) => `${id},${(index % 5) + 1}`)].join('\n'));

const commands: readonly (readonly string[])[] = [
  ['--version'],
  ['--help'],
  ['list'],
  ['show', 'keiri'],
  ['compare', 'jimu', 'soumu'],
  ['search', '年末調整'],
  ['quiz', '--answers', sheet],
  ['completion', 'bash'],
  ['compare', 'jimu', 'soumu', '--format', 'html'],
];

interface Run {
  /** Milliseconds of wall time. */
  readonly time: number;
  /** Megabytes of memory at the most. */
  readonly memory: number;
}

// Tells the peak through a pipe of its own: `process.resourceUsage` counts kilobytes.
const reporter = join(folder, 'report-memory.cjs');
writeFileSync(reporter, "process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));\n");

function runNode(node: string, args: readonly string[], withMemory = false): Run {
  const start = process.hrtime.bigint();
  const { status, output, stderr } = spawnSync(node, withMemory ? ['--require', reporter, ...args] : args, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return { time, memory: Number(output[3]) / 1024 };
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const round = (value: number, digits = 0) => value.toFixed(digits);
const count = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
const table = (head: readonly string[], rows: readonly (readonly string[])[]) => formatTable(head, rows, 'right');

function measureStart(node: string): string {
  const { stdout: version } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  const lines = [['-e', '0'], ...commands.map((args) => [bin, ...args])];
  const times = lines.map((): number[] => []);
  // Interleaved, so that whatever else the machine does falls on all alike; the first rounds only warm up.
  for (let index = -3; index < rounds; index += 1)
    lines.forEach((args, line) => {
      const { time } = runNode(node, args);
      if (index >= 0) times[line]?.push(time);
    });
  const medians = times.map(median);
  const [base = NaN] = medians;
  return table(
    [`Node ${version.trim().slice(1)}`, 'ms', 'ratio', 'peak MB'],
    lines.map((args, line) => [
      line === 0 ? '`node -e 0`' : `\`${args.slice(1).join(' ').replace(sheet, '<file>')}\``,
      round(medians[line] ?? NaN),
      round((medians[line] ?? NaN) / base, 2),
      round(runNode(node, args, true).memory),
    ]),
  );
}

/** A short role file, with texts of its own: alike roles leave the knowledge quiz little to ask. */
const small = (id: string) =>
  `id: ${id}\nname: ${id}\nsummary: ${id}の受注の処理で営業を支えます。\nfamily: outreach\nresource: [people]\nduties:\n  - text: ${id}の見積書を作る\n    frequency: daily\n`;

function measureOwnRoles(): string {
  const role = readFileSync(fromRoot('data/roles/keiri.yaml'), 'utf8').replace(/^(?:order|reading|aliases|relatedTitles): .*\n/gm, '');
  const full = (id: string) => role.replace(/^id: .*$/m, `id: ${id}`).replace(/^name: .*$/m, `name: { ja: ${id}, en: ${id} }`);
  return table(
    ['own roles', 'in all', 'first `list`', 'next `list`'],
    [small, full].flatMap((write) =>
      [10, 100, 1_000].map((number) => {
        const own = mkdtempSync(join(folder, 'own-'));
        const ids = Array.from({ length: number }, (_, index) => `own-${index}`);
        for (const id of ids) writeFileSync(join(own, `${id}.yaml`), write(id));
        const size = ids.reduce((sum, id) => sum + Buffer.byteLength(write(id)), 0);
        const list = () => runNode(process.execPath, [bin, 'list', '--data', own]).time;
        const first = list();
        const next = median(Array.from({ length: 5 }, list));
        rmSync(own, { recursive: true });
        return [`${count(number)} ${write === small ? 'short' : 'long'}`, `${count(size / 1000)} kB`, `${count(first)} ms`, `${count(next)} ms`];
      }),
    ),
  );
}

/** Every command with ever more own roles, all of them read before. */
function measureGrowth(): string {
  const sizes = [300, 1_000, 3_000];
  const folders = sizes.map((size) => {
    const own = mkdtempSync(join(folder, 'growth-'));
    for (let index = 0; index < size; index += 1) writeFileSync(join(own, `own-${index}.yaml`), small(`own-${index}`));
    return own;
  });
  const knowledge = join(folder, 'knowledge.txt');
  writeFileSync(knowledge, '1'.repeat(5));
  const lines: readonly ((own: string) => readonly string[])[] = [
    () => ['list'],
    () => ['list', '--sort', 'overtime'],
    () => ['show', 'own-7'],
    () => ['compare', 'own-7', 'keiri'],
    () => ['search', '見積書'],
    () => ['guide', 'pay'],
    () => ['quiz', '--answers', sheet],
    () => ['quiz', 'knowledge', '--questions', '5', '--seed', '1', '--answers', knowledge],
    () => ['score', fromRoot('docs/responses.csv')],
    (own) => ['check', own],
  ];
  return table(
    ['with own roles', ...sizes.map(count)],
    lines.map((line) => {
      const times = folders.map((own) => {
        const run = () => runNode(process.execPath, [bin, ...line(own), '--data', own]).time;
        run();
        return median([run(), run(), run()]);
      });
      return [`\`${line('<folder>').join(' ').replace(/\/\S+/, '<file>')}\``, ...times.map((time) => `${count(time)} ms`)];
    }),
  );
}

function measureScoring(): string {
  const random = createRandom(1);
  const sheets = Array.from({ length: 1_000 }, () => new Map(items.map(({ id }) => [id, 1 + Math.floor(random() * 5)])));
  const score = (number: number) => {
    for (let index = 0; index < number; index += 1) scoreAnswers(catalogue, sheets[index % sheets.length] ?? new Map<string, number>());
  };
  return table(
    ['sheets', 'ms', 'sheets a second', 'memory, MB'],
    sheetCounts.map((number) => {
      const measure = () => {
        const start = process.hrtime.bigint();
        score(number);
        return Number(process.hrtime.bigint() - start) / 1e6;
      };
      // Only the first of many sheets is cold: where there are few, all of them are.
      const time = number < 10_000 ? measure() : median([measure(), measure(), measure()]);
      return [count(number), round(time, time < 10 ? 2 : 0), count((number / time) * 1000), round(process.memoryUsage().rss / 2 ** 20)];
    }),
  );
}

function measureBatch(): string {
  const random = createRandom(2);
  const lines = Array.from({ length: 1_000 }, () => items.map(() => String(1 + Math.floor(random() * 5))).join(','));
  return table(
    ['rows of CSV', 'seconds', 'rows a second', 'peak MB'],
    [1_000, 10_000, 100_000, 1_000_000].map((number) => {
      const file = join(folder, 'sheets.csv');
      writeFileSync(file, `${items.map(({ id }) => id).join(',')}\n`);
      for (let written = 0; written < number; written += 1_000) writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'a' });
      const { time, memory } = runNode(process.execPath, [bin, 'score', file, '-o', join(folder, 'results.csv')], true);
      return [count(number), round(time / 1000, 2), count((number / time) * 1000), round(memory)];
    }),
  );
}

function measurePackage(): string {
  const { npm_execpath: npm = createRequire(import.meta.url).resolve('npm') } = process.env;
  const pack = spawnSync(process.execPath, [npm, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: fromRoot('.'), encoding: 'utf8' });
  const [packed] = JSON.parse(pack.stdout) as { filename: string; size: number; unpackedSize: number; entryCount: number }[];
  if (packed === undefined) throw new Error(`nothing was packed: ${pack.stderr}`);
  const install = () => {
    const empty = mkdtempSync(join(folder, 'install-'));
    mkdirSync(join(empty, 'node_modules'));
    return runNode(process.execPath, [npm, 'install', '--offline', '--no-audit', '--no-fund', '--prefix', empty, join(folder, packed.filename)]).time;
  };
  return table(
    ['packed', 'unpacked', 'files', 'other packages', 'install, without network'],
    [
      [
        `${count(packed.size / 1000)} kB`,
        `${count(packed.unpackedSize / 1000)} kB`,
        String(packed.entryCount),
        '0',
        `${round(median(Array.from({ length: 3 }, install)) / 1000, 1)} s`,
      ],
    ],
  );
}

const sections: Readonly<Record<string, () => string>> = {
  machine: () => `Measured on ${cpus()[0]?.model ?? 'an unknown processor'}, ${availableParallelism()} cores, medians of ${rounds} rounds.`,
  start: () => nodes.map(measureStart).join('\n\n'),
  'own roles': measureOwnRoles,
  growth: measureGrowth,
  scoring: measureScoring,
  batch: measureBatch,
  package: measurePackage,
};
// BENCH_SECTIONS=start,scoring measures these only.
const wanted = process.env.BENCH_SECTIONS?.split(',') ?? Object.keys(sections);
const measured = Object.entries(sections).flatMap(([name, measure]) => (wanted.includes(name) ? [[name, measure()] as const] : []));
writeSections(fromRoot('docs/performance.md'), 'npm run bench', Object.fromEntries(measured));
rmSync(folder, { recursive: true });
