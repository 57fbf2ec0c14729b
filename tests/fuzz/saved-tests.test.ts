import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionsDocument } from '../../src/pages/saved-tests.ts';
import { formatNames } from '../../src/messages/format-names.ts';
import type { NumberedAnswer } from '../../src/cli/prompts/prompter.ts';
import { itemsOf } from '../../src/core/fit/score.ts';
import { loadCatalogue } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import type { World } from '../helpers/cli.ts';
import { makeFolder } from '../helpers/folder.ts';
import { below, byteChanges, changeBytes, fuzz, hostileText } from '../helpers/fuzz.ts';
import { expectReadable, expectSound } from '../helpers/sound.ts';

const catalogue = loadCatalogue();
const items = itemsOf(catalogue, 'full').map(({ id }) => id);
const idOf = (number: number) => `20260101-000000-${number.toString(16).padStart(6, '0')}`;
const session = (number: number) => ({
  id: idOf(number),
  test: 'full',
  bankVersion: catalogue.fit.version,
  answers: Object.fromEntries(items.slice(0, 10).map((item, index) => [item, (index % 5) + 1])),
  skipped: items.slice(10, 12),
  avoid: ['overtime'],
  startedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:01:00.000Z',
  done: false,
});

const value = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, 0, 1.5, 1e308, -1, [], {}, [null], ['x'], 'quick', idOf(2), '9999-99-99T99:99:99.999Z', '2026-01-01T00:00:00.000Z', {
    x: 3,
    __proto__: 5,
  }),
  fc.dictionary(fc.oneof(fc.constantFrom(...items), hostileText), below(8)),
  fc.array(hostileText, { maxLength: 3 }),
);
/** A text of which each character stands for a byte. */
const toBytes = (text: string) => Buffer.from(text).toString('latin1');
const changed = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(session(0))), value), { minLength: 1, maxLength: 3 })
  .map((changes) => toBytes(JSON.stringify({ ...session(1), ...Object.fromEntries(changes) })));
const damaged = fc.oneof(
  changed,
  byteChanges.map((changes) => Buffer.from(changeBytes(Buffer.from(JSON.stringify(session(1))), changes)).toString('latin1')),
  fc.constantFrom('', '\0', '{', '['.repeat(100_000), '{"a":'.repeat(50_000), 'null', '[]', '{}', `${JSON.stringify(session(1))}x`),
);
const command = fc.constantFrom(
  ['--sessions'],
  ['--resume'],
  ['--resume', idOf(1)],
  ['--resume', idOf(0)],
  ['--forget', idOf(1)],
  ['--forget', idOf(9)],
  ['fit'],
  ['quick'],
);
const given = fc.array(
  fc.oneof(
    below(5).map((number) => number + 1),
    fc.constantFrom<Exclude<NumberedAnswer, number>>('back', 'next', 'skip', 'quit'),
  ),
  { maxLength: 60 },
);
const format = fc.constantFrom('', ...formatNames.filter((name) => name !== 'csv' && name !== 'html'));

/** Somebody who gives these answers and then leaves. */
function personWith(answers: readonly NumberedAnswer[]): NonNullable<World['prompter']> {
  let place = 0;
  return { ask: () => Promise.resolve(answers[place++] ?? 'quit'), pickSeveral: () => Promise.resolve(place % 2 === 0 ? ['overtime'] : 'back') };
}

describe('saved tests', () => {
  it('that are damaged harm no others', async () => {
    const state = makeFolder();
    const folder = join(state, 'quiz');
    const listed = async () => {
      const { out } = await runCli(['quiz', '--sessions', '--format', 'json'], { stateFolder: state });
      return (JSON.parse(out) as SessionsDocument).sessions.map(({ id, answered }) => ({ id, answered }));
    };
    await fuzz('saved tests', 60, fc.tuple(damaged, command, given, format, fc.constantFrom(20, 80)), async ([text, options, answers, form, columns]) => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      const [good, bad] = [`${idOf(0)}.json`, `${idOf(1)}.json`];
      writeFileSync(join(folder, good), JSON.stringify(session(0)));
      writeFileSync(join(folder, bad), text, 'latin1');
      const readable = await listed();
      expect(readable).toContainEqual({ id: idOf(0), answered: 10 });

      const args = ['quiz', ...options, ...(form === '' ? [] : ['--format', form])];
      const outcome = await runCli(args, { stateFolder: state, terminal: { columns, rows: 24 }, prompter: personWith(answers) });
      expectSound(outcome, args, { coloured: true });
      if (form !== '') expectReadable(outcome, form);

      // What can be read stays so, but for what was to be forgotten; what was not gone on with stays as it was.
      const forgotten = options[0] === '--forget' ? options[1] : undefined;
      const ids = (await listed()).map(({ id }) => id);
      for (const { id } of readable) if (id !== forgotten) expect(ids).toContain(id);
      if (options[0] !== '--resume') expect(readFileSync(join(folder, good), 'utf8')).toBe(JSON.stringify(session(0)));
      if (forgotten !== idOf(1)) expect(readdirSync(folder)).toContain(bad);
      if (!readable.some(({ id }) => id === idOf(1)) && forgotten !== idOf(1)) expect(readFileSync(join(folder, bad), 'latin1')).toBe(text);
    });
  });
});
