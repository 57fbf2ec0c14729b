import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/core/role-files/decode.ts';
import { loadCatalogue } from '../../../src/index.ts';
import { encode } from '../../helpers/encodings.ts';
import { inPieces, readAll } from '../../helpers/sheets.ts';

const { items } = loadCatalogue().fit;
const [item] = items;
const [id, text] = [item?.id ?? '', item?.text.ja ?? ''];
const plain = ['utf-16le', 'utf-16be', 'utf-16le with mark', 'utf-16be with mark', 'utf-8 with mark', 'shift_jis', 'euc-jp'] as const;
const bytesOf = (table: string, encoding: (typeof plain)[number] | 'utf-8') => (encoding === 'utf-8' ? Buffer.from(table) : encode(table, encoding));

async function decode(bytes: Uint8Array, size: number): Promise<string> {
  let decoded = '';
  for await (const part of decodeText(inPieces(bytes, size), () => undefined)) decoded += part;
  return decoded;
}

describe('an encoding', () => {
  it('is told by all that is read, however late and little of it is not ASCII', async () => {
    const names = ['佐藤', 'ﾔﾏﾀﾞ', 'ア', '髙', '経理部', '㈱', 'ﾃ'];
    for (const encoding of [...plain, 'utf-8'] as const)
      for (const name of names) {
        // What EUC-JP does not have, and what in both of the old ones is a word.
        if (encoding === 'euc-jp' && /[髙㈱ﾔﾃア]/u.test(name)) continue;
        if (encoding === 'shift_jis' && name === 'ﾃ') continue;
        const table = `id,${id}\n${Array.from({ length: 60 }, (_, place) => `p${place},4\n`).join('')}${name},5\n${text},1\n`;
        for (const size of [1, 1000, 65_536])
          expect((await readAll(bytesOf(table, encoding), {}, size)).ids.slice(-2), `${encoding} ${name} ${size}`).toEqual([name, text]);
      }
  });
  it('of a text whose first words are the same in two is told by the others', async () => {
    // ﾂｱ in Shift_JIS is a letter of UTF-8; 経理 in EUC-JP is 4 marks of Shift_JIS.
    const table = `id,${id}\nﾂｱ,4\nこんにちは世界,5\n`;
    expect((await readAll(encode(table, 'shift_jis'))).ids).toEqual(['ﾂｱ', 'こんにちは世界']);
  });
  it.each([...plain.slice(4), 'utf-8'] as const)('%s with damaged characters stays so, and says how many were lost, and where', async (encoding) => {
    const table = `id,${text}\n${Array.from({ length: 50 }, (_, place) => `${text}${place},4\n`).join('')}x,4\n${text},5\n`;
    const bytes = Buffer.from(bytesOf(table, encoding));
    // In the line of x: a byte that is none in any of them.
    bytes[bytes.lastIndexOf('\nx,4') + 1] = 0xff;
    const { notes, people, encoding: told } = await readAll(bytes);
    expect(people).toHaveLength(52);
    expect(people.at(-1)?.id).toBe(text);
    expect(told).toBe(encoding === 'utf-8 with mark' ? 'utf-8' : encoding);
    expect(notes).toEqual([{ kind: 'lost', count: expect.any(Number) as number, line: 52 }]);
  });
  it('says nothing of losses where there are none', async () => {
    for (const encoding of plain) expect((await readAll(bytesOf(`id,${text}\n佐藤,4\n`, encoding))).notes).toEqual([]);
  });
  it('of any bytes gives the same text in whatever pieces, and never throws', async () => {
    // In EUC-JP, 8f a5 9b in pieces throws in the decoder of Node.js 20.
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc
        .array(fc.constantFrom(0x8f, 0xa5, 0x9b, 0xa4, 0xa2, 0xb0, 0xfe, 0x0a, 0x41, 0xe3, 0x81, 0x82), { maxLength: 60 })
        .map((values) => Uint8Array.from(values)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 7 }), async (given, size) => {
        const behind = Buffer.concat([encode('経理の仕事\n'.repeat(9), 'euc-jp'), given]);
        for (const all of [given, behind]) expect(await decode(all, size)).toBe(await decode(all, 1000));
      }),
      { numRuns: 500 },
    );
  });
});
