import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../src/messages/format-names.ts';
import { encodeState } from '../../src/core/fit/answer-code.ts';
import { itemsOf } from '../../src/core/fit/score.ts';
import { loadCatalogue } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { encode, encodings } from '../helpers/encodings.ts';
import { makeFolder } from '../helpers/folder.ts';
import { below, byteChanges, changeBytes, fuzz, hostileText } from '../helpers/fuzz.ts';
import { expectReadable, expectSound } from '../helpers/sound.ts';

const catalogue = loadCatalogue();
const items = itemsOf(catalogue, 'full').map(({ id }) => id);
const avoidances = catalogue.fit.avoidances.map(({ id }) => id);

const digits = '3'.repeat(20) + '12450-3'.padEnd(24, '4');
const json = JSON.stringify({
  answers: Object.fromEntries(items.map((id, index) => [id, (index % 5) + 1])),
  avoid: avoidances.slice(0, 2),
  test: 'full',
  bankVersion: 1,
});
const csv = `item,answer\n${items.map((id, index) => `${id},${(index % 5) + 1}`).join('\n')}\n`;
const sheets = [digits, `${digits.slice(0, 22)}\n`, json, csv, csv.replaceAll(',', ', '), JSON.stringify(Object.fromEntries(items.map((id) => [id, 5])))];

const item = fc.oneof(fc.constantFrom(...items), hostileText);
const answer = fc.oneof(fc.integer({ min: -1, max: 6 }), fc.constantFrom<unknown>(null, '', '3', '-', 1.5, 1e308, true, [], {}, [3]), hostileText);
const made = fc.oneof(
  fc
    .array(fc.tuple(item, answer), { maxLength: 50 })
    .map((rows) => rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : JSON.stringify(cell))).join(',')).join('\n')),
  fc
    .tuple(
      fc.array(fc.tuple(item, answer), { maxLength: 50 }),
      fc.array(fc.oneof(fc.constantFrom(...avoidances), hostileText), { maxLength: 4 }),
      fc.constantFrom<unknown>('full', 'quick', 1, null, {}),
      answer,
    )
    .map(([answers, avoid, test, bankVersion]) => JSON.stringify({ answers: Object.fromEntries(answers), avoid, test, bankVersion })),
  fc.json(),
  hostileText,
  fc.constantFrom(
    ...['[', '{"a":', '{"answers":[', '{', '"', '1', '1,', 'a,1\n', '"a"\n', '-', ' ', '\n', '0', '[]', '{:', ': ', '- ', '{"answers":{"x":['].map((unit) =>
      unit.repeat(20_000),
    ),
  ),
);
const how = fc.record({
  kind: fc.constantFrom(undefined, 'fit', 'quick', 'knowledge'),
  format: fc.constantFrom('', ...formatNames),
  language: fc.constantFrom('ja', 'en'),
  piped: fc.boolean(),
});
type How = typeof how extends fc.Arbitrary<infer Value> ? Value : never;

async function trySheet(bytes: Uint8Array, { kind, format, language, piped }: How, folder: string): Promise<void> {
  const file = join(folder, 'answers');
  writeFileSync(file, bytes);
  const args = [
    'quiz',
    ...(kind === undefined ? [] : [kind]),
    '--answers',
    piped || kind === 'knowledge' ? '-' : file,
    '--lang',
    language,
    ...(format === '' ? [] : ['--format', format]),
  ];
  const outcome = await runCli(args, { input: Buffer.from(bytes).toString('utf8') });
  expectSound(outcome, args);
  expectReadable(outcome, format);
}

describe('answer sheets', () => {
  it('with changed bytes', async () => {
    const folder = makeFolder();
    await fuzz('answer sheets, bytes', 40, fc.tuple(fc.constantFrom(...sheets), byteChanges, how), ([sheet, changes, options]) =>
      trySheet(changeBytes(Buffer.from(sheet), changes), options, folder),
    );
  });
  it('of anything', async () => {
    const folder = makeFolder();
    await fuzz('answer sheets, anything', 60, fc.tuple(made, how), ([sheet, options]) => trySheet(Buffer.from(sheet), options, folder));
  });
  it('in other encodings', async () => {
    const folder = makeFolder();
    await fuzz('answer sheets, encodings', 20, fc.tuple(fc.constantFrom(...sheets), fc.constantFrom(...encodings), how), ([sheet, encoding, options]) =>
      trySheet(encode(sheet, encoding), options, folder),
    );
  });
});

describe('answer codes', () => {
  const state = fc.record({
    test: fc.constantFrom('full', 'quick'),
    answers: fc
      .array(below(6), { minLength: 44, maxLength: 44 })
      .map((values) => new Map(items.flatMap((id, index) => (values[index] === 0 ? [] : [[id, values[index] ?? 1]])))),
    avoid: fc.subarray(avoidances),
  });
  const codes = state.map((whole) => encodeState(catalogue, whole));
  const tryCode = async (code: string, { format, language }: How) => {
    const args = ['quiz', '--code', code, '--lang', language, ...(format === '' ? [] : ['--format', format])];
    const outcome = await runCli(args);
    expectSound(outcome, args);
    expectReadable(outcome, format);
    return outcome;
  };
  it('of any state are read', async () => {
    await fuzz('answer codes, whole', 15, fc.tuple(codes, how), async ([code, options]) => {
      const { err } = await tryCode(code, options);
      expect(err).not.toContain(code);
    });
  });
  it('with changes, and of anything', async () => {
    const changed = fc.tuple(codes, byteChanges).map(([code, changes]) => Buffer.from(changeBytes(Buffer.from(code), changes)).toString('utf8'));
    await fuzz('answer codes, changed', 60, fc.tuple(fc.oneof(changed, hostileText), how), async ([code, options]) => {
      await tryCode(code, options);
    });
  });
});
