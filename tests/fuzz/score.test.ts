import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../src/core/fit/score.ts';
import { loadCatalogue } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { encode, encodings } from '../helpers/encodings.ts';
import { makeFolder } from '../helpers/folder.ts';
import { below, byteChanges, changeBytes, fuzz, hostileText } from '../helpers/fuzz.ts';
import { expectReadable, expectSound } from '../helpers/sound.ts';
import { makeWorkbook } from '../helpers/workbook.ts';
import { makeZip } from '../helpers/zip.ts';

const items = itemsOf(loadCatalogue(), 'full').map(({ id }) => id);
const digits = Array.from({ length: 44 }, (_, index) => String(1 + (index % 5)));
const person = (number: number) => ({ id: `p${number}`, answers: Object.fromEntries(items.map((item, index) => [item, 1 + ((index + number) % 5)])) });
const table = (mark: string) => `id${mark}${items.join(mark)}\n${[1, 2, 3].map((number) => `p${number}${mark}${digits.join(mark)}\n`).join('')}`;
const sheets = [
  table(','),
  table('\t'),
  table(';'),
  `id,answers\na,${digits.join('')}\n"b","${digits.join('')}"\n`,
  `${[1, 2].map((number) => JSON.stringify(person(number))).join('\n')}\n`,
  JSON.stringify([1, 2, 3].map(person)),
];

const cell = fc.oneof(
  { arbitrary: fc.constantFrom('id', 'answers', 'code', 'avoid', ...items.slice(0, 4)), weight: 3 },
  { arbitrary: fc.constantFrom('3', '-', '', '6', '"', '""', '"3"', '"a\nb"', 'a"b', '"a"b', digits.join('')), weight: 4 },
  { arbitrary: hostileText, weight: 1 },
);
const mark = fc.constantFrom(',', '\t', ';', ' ,', '|');
const rows = fc
  .tuple(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), mark, fc.constantFrom('\n', '\r\n', '\r', '\n\n'))
  .map(([lines, between, end]) => lines.map((cells) => cells.join(between)).join(end));

/** One line of 64 kB to 1 MB and a little, of something repeated, with something before and behind it. */
const unit = fc.constantFrom(
  'a',
  'あ',
  ',',
  '"',
  '""',
  '\t',
  ';',
  ' ',
  '3',
  '3,',
  '"a",',
  '{',
  '[',
  '{"a":',
  '[[',

  '\u0000',
  '\\',
  '\u001B[',
  '\uFEFF',
  ':',
  '-',
);
const length = fc.oneof(fc.constantFrom(64_000, 65_535, 65_536, 65_537, 131_072, 999_999, 1_000_000, 1_000_001), fc.integer({ min: 64_000, max: 1_048_576 }));
const edge = fc.oneof(
  fc.constantFrom('', '"', '[', '{', 'id,answers\n', 'id\tanswers\n', table(','), '\n', `\n${table(',')}`, `"\n${digits.join('')}`),
  hostileText,
);
const longLine = fc.tuple(edge, unit, length, edge).map(([before, part, size, behind]) => before + part.repeat(Math.ceil(size / part.length)) + behind);

const how = fc.record({
  format: fc.constantFrom('', 'csv', 'json', 'ndjson', 'table'),
  language: fc.constantFrom('ja', 'en'),
  strict: fc.boolean(),
  /** Bytes of a piece in which it comes in; 0 for a file. */
  piece: fc.constantFrom(0, 0, 1000, 65_536),
  isKept: fc.boolean(),
});
type How = typeof how extends fc.Arbitrary<infer Value> ? Value : never;

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
}

async function tryScore(bytes: Uint8Array, { format, language, strict, piece, isKept }: How, folder: string): Promise<void> {
  const [file, target] = [join(folder, 'sheets'), join(folder, 'out.csv')];
  writeFileSync(file, bytes);
  writeFileSync(target, 'precious');
  const args = ['score', piece === 0 ? file : '-', '--lang', language, ...(strict ? ['--strict'] : []), ...(format === '' ? [] : ['--format', format])];
  const outcome = await runCli([...args, ...(isKept ? ['-o', target] : [])], piece === 0 ? {} : { inputChunks: inPieces(bytes, piece) });
  expectSound(outcome, args);
  if (format === 'csv') expectReadable(outcome, format);
  // Whole or old, and what was read stays as it was.
  expect(readFileSync(file)).toEqual(Buffer.from(bytes));
  const left = readFileSync(target, 'utf8');
  if (!isKept || !outcome.err.includes(target) || outcome.code === 2) expect(left).toBe('precious');
  // In JSON lines, each line is a document.
  if (format === 'ndjson') for (const line of outcome.out.split('\n').slice(0, -1)) JSON.parse(line);
}

describe('score', () => {
  it('of sheets with changed bytes', async () => {
    const folder = makeFolder();
    await fuzz('score, bytes', 40, fc.tuple(fc.constantFrom(...sheets), byteChanges, how), ([sheet, changes, options]) =>
      tryScore(changeBytes(Buffer.from(sheet), changes), options, folder),
    );
  });
  it('of any header and rows, and of any bytes', async () => {
    const folder = makeFolder();
    const anything = fc.oneof({ arbitrary: rows.map((text) => Buffer.from(text)), weight: 3 }, { arbitrary: fc.uint8Array({ maxLength: 4000 }), weight: 1 });
    await fuzz('score, anything', 60, fc.tuple(anything, how), ([bytes, options]) => tryScore(bytes, options, folder));
  });
  it('of lines from 64 kB to 1 MB', async () => {
    const folder = makeFolder();
    await fuzz('score, long lines', 6, fc.tuple(longLine, how), ([text, options]) => tryScore(Buffer.from(text), options, folder));
  });
  it('of workbooks and archives with changed bytes, and of parts of a workbook with anything in them', async () => {
    const folder = makeFolder();
    const book = makeWorkbook([
      {
        name: 'x',
        rows: [
          ['氏名', ...items],
          [{ text: '佐藤', reading: 'サトウ' }, ...digits],
          [1, ...digits.map(Number)],
        ],
      },
    ]);
    const containers = [book, makeZip([{ name: 'a.csv', text: table(',') }]), makeZip([{ name: 'a.xlsx', text: book }])];
    await fuzz('score, containers', 40, fc.tuple(fc.constantFrom(...containers), byteChanges, how), ([bytes, changes, options]) =>
      // The first bytes stay: without them it is a text.
      tryScore(Buffer.concat([bytes.subarray(0, 4), changeBytes(bytes.subarray(4), changes)]), options, folder),
    );
    const value = fc.oneof(hostileText, fc.constantFrom('1', '5', '-1', '1e999', '45000', items[0] ?? ''));
    const xml = fc.tuple(
      fc.array(
        fc.tuple(fc.constantFrom('', 's', 'str', 'inlineStr', 'b', 'e', 'd', 'n'), value, fc.constantFrom('', 'A1', 'XFD1048576', 'A99999999', 'ZZZZ1', 'あ')),
        { maxLength: 12 },
      ),
      fc.constantFrom('', '<row r="-1"/>', '<row r="x">', '</sheetData>', '<!DOCTYPE a [<!ENTITY b "c">]>', '<![CDATA[', '<is><rPh><t>x</t></rPh></is>'),
    );
    const written = xml.map(([cells, more]) => {
      const cellsXml = cells.map(([type, text, place]) => `<c t="${type}" r="${place}" s="${type.length}"><v>${text}</v><is><t>${text}</t></is></c>`);
      return { xml: `<c><v>1</v></c>${more}${cellsXml.join('')}` };
    });
    const shapes = fc.record({ isShared: fc.boolean(), hasPlaces: fc.boolean() });
    await fuzz('score, workbooks', 40, fc.tuple(fc.array(written, { maxLength: 4 }), shapes, how), ([cells, shape, options]) =>
      tryScore(makeWorkbook([{ name: 'x', rows: [['id', ...items.slice(0, 3)], cells, ['a', '1', '2', '3']] }], shape), options, folder),
    );
  });
  it('of headers, titles and cells nearly as forms have them, with any separator', async () => {
    const folder = makeFolder();
    const texts = loadCatalogue().fit.items.flatMap(({ text }) => [text.ja, text.en]);
    const around = fc.tuple(
      fc.constantFrom('', 'Q1. ', 'どうですか [', '(', '題 ', '"'),
      fc.constantFrom(...texts.slice(0, 12), ...items.slice(0, 6)),
      fc.constantFrom('', ']', ' [時間]', ' (points)', '"', '\n', '　'),
    );
    const name = fc.oneof(
      around.map((parts) => parts.join('')),
      fc.constantFrom('氏名', 'ID', 'id', 'id2', '名前', 'メール', 'avoid', 'できれば避けたいことはありますか'),
      hostileText,
    );
    const answer = fc.oneof(
      fc.constantFrom('1', '5.0', '４点', '③', '5. ぜひやってみたい', 'やってみない', 'わからない', 'N/A', '-', '1', '2', '残業が多くなること'),
      hostileText,
    );
    const line = (one: fc.Arbitrary<string>) => fc.array(one, { maxLength: 9 });
    const forms = fc
      .tuple(fc.array(line(hostileText), { maxLength: 3 }), line(name), fc.array(line(answer), { maxLength: 8 }), mark, fc.constantFrom('\n', '\r\n', '\r'))
      .map(([titles, header, people, between, end]) => [...titles, header, ...people].map((cells) => cells.join(between)).join(end));
    await fuzz('score, forms', 60, fc.tuple(forms, how), ([text, options]) => tryScore(Buffer.from(text), options, folder));
  });
  it('in other encodings', async () => {
    const folder = makeFolder();
    const cut = fc.tuple(fc.constantFrom(...sheets), fc.constantFrom(...encodings), below(3));
    await fuzz('score, encodings', 20, fc.tuple(cut, how), ([[sheet, encoding, dropped], options]) => {
      const bytes = encode(sheet.replaceAll('id', '名前'), encoding);
      return tryScore(bytes.subarray(0, bytes.length - dropped), options, folder);
    });
  });
});
