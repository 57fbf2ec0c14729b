import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BackofficeError } from '../../../src/core/errors.ts';
import { readSheets } from '../../../src/core/sheets/read-sheets.ts';
import type { SheetEvent } from '../../../src/core/sheets/sheet-events.ts';
import { splitRows } from '../../../src/core/sheets/split-rows.ts';
import { loadCatalogue } from '../../../src/index.ts';

const catalogue = loadCatalogue();
const digits = '3'.repeat(catalogue.fit.items.length);

async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
}

/** Ids of the sheets, what is wrong with the others, and what ended it. */
async function read(input: string | Uint8Array, size?: number) {
  const events: SheetEvent[] = [];
  let ended: unknown;
  try {
    for await (const event of readSheets(catalogue, inPieces(Buffer.from(input), size), 'sheets')) events.push(event);
  } catch (error) {
    if (!(error instanceof BackofficeError) || error.failure.code !== 'answer-sheet') throw error;
    ended = error.failure.problem;
  }
  const rows = events.flatMap((event) => (event.kind === 'rows' ? event.rows : []));
  return {
    ids: rows.flatMap((row) => ('state' in row ? [row.id] : [])),
    bad: rows.flatMap((row) => ('failure' in row ? [[row.line, row.failure.code === 'answer-sheet' ? row.failure.problem : row.failure.code]] : [])),
    ended,
  };
}

describe('a table', () => {
  it('with an open quotation mark in its header is refused', async () => {
    for (const input of ['"id,answers\na,333\n', 'id,"answers\na,333\n', '\n\n"id'])
      expect(await read(input)).toEqual({ ids: [], bad: [], ended: 'quote-not-closed' });
  });
  it('with a first line without an end is refused once it is longer than any, and quickly', async () => {
    const start = process.cpuUsage().user;
    expect((await read(`${'x,'.repeat(70_000)}\na\n`)).ended).toBe('too-many-columns');
    expect((await read('x'.repeat(3_000_000))).ended).toBe('too-long');
    expect((await read(`"${'x'.repeat(3_000_000)}`)).ended).toBe('quote-not-closed');
    expect(process.cpuUsage(undefined).user - start).toBeLessThan(10_000_000);
  });
  it('goes on behind a row that is too long', async () => {
    for (const long of [`b,${'3'.repeat(1_100_000)}`, `b${','.repeat(1_100_000)}`])
      expect(await read(`id,answers\na,${digits}\n${long}\r\nc,${digits}\nd,9\n`)).toEqual({
        ids: ['a', 'c'],
        bad: [
          [3, 'too-long'],
          [5, 'too-few-digits'],
        ],
        ended: undefined,
      });
  });
  it('does not read long codes and answers to their ends', async () => {
    const { bad } = await read(`id,code,answers\na,${'A'.repeat(900_000)},\nb,,${'3'.repeat(900_000)}\n`);
    expect(bad).toEqual([
      [2, 'answer-code'],
      [3, 'too-long'],
    ]);
  });
});

describe('rows', () => {
  const part = fc.constantFrom('a', '"', '""', ',', '\n', '\r', '\r\n', 'あ', ' ', '3');

  it('are split alike in whatever pieces they come, and nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), async (parts, size) => {
        const text = parts.join('');
        async function* pieces(step: number) {
          for (let from = 0; from < text.length; from += step) yield await Promise.resolve(text.slice(from, from + step));
        }
        const split = async (step: number) => {
          let [all, last] = ['', 'rows'];
          for await (const { kind, text: rows } of splitRows(pieces(step), ',')) [all, last] = [all + rows, kind];
          return { all, last };
        };
        const whole = await split(1000);
        expect(whole.all).toBe(text);
        expect(await split(size)).toEqual(whole);
      }),
    );
  });
});

describe('a JSON array', () => {
  const people = Array.from({ length: 400 }, (_, place) => ({ id: `p${place}`, answers: { [catalogue.fit.items[place % 22]?.id ?? '']: 4 } }));
  const ids = people.map(({ id }) => id);

  it('is read person by person, on one line or many, in whatever pieces', async () => {
    for (const text of [JSON.stringify(people), JSON.stringify(people, undefined, 2), `\n [\n${people.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`])
      for (const size of [7, 65_536]) expect(await read(text, size)).toEqual({ ids, bad: [], ended: undefined });
  });
  it('says where something is wrong, and reads the others', async () => {
    const [first = {}] = people;
    expect(await read(`[${JSON.stringify(first)},\n5,\n {"answers": {"nothing": 4}}, ${JSON.stringify(first)}]`)).toEqual({
      ids: ['p0', 'p0'],
      bad: [
        [2, 'not-an-object'],
        [3, 'unknown-item'],
      ],
      ended: undefined,
    });
    expect((await read(`[${JSON.stringify(first)}`)).bad).toEqual([[1, 'not-json']]);
    expect((await read(`[${JSON.stringify(first)}] x`)).bad).toEqual([[1, 'not-json']]);
    expect((await read('[]')).ended).toBe('no-sheets');
    expect((await read(`[{"id": "${'x'.repeat(1_100_000)}"}, ${JSON.stringify(first)}]`)).bad).toEqual([[1, 'too-long']]);
  });
});

describe('encodings', () => {
  // 氏名 in EUC-JP.
  const name = Buffer.from([0xbb, 0xe1, 0xcc, 0xbe]);
  it('EUC-JP and UTF-16 without a mark are read', async () => {
    const table = `,id,answers\nx,a,${digits}\n`;
    for (const size of [1, 3, 65_536]) {
      expect((await read(Buffer.concat([name, Buffer.from(table)]), size)).ids).toEqual(['a']);
      expect((await read(Buffer.from(`x${table}`, 'utf16le'), size)).ids).toEqual(['a']);
      expect((await read(Buffer.from(`x${table}`, 'utf16le').swap16(), size)).ids).toEqual(['a']);
    }
  });
});

describe('an input that stays open', () => {
  it('is let go of as soon as nothing more is wanted from it', async () => {
    for (const text of ['name\na\n', 'id,"answers\n']) {
      let isLetGo = false;
      async function* open() {
        try {
          yield await Promise.resolve(Buffer.from(text));
          for (;;) yield await Promise.resolve(Buffer.from('x\n'.repeat(100_000)));
        } finally {
          isLetGo = true;
        }
      }
      await expect(readSheets(catalogue, open(), 'sheets').next()).rejects.toThrow(BackofficeError);
      expect(isLetGo).toBe(true);
    }
  });
});
