import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../../src/core/fit/score.ts';
import { countBreaks } from '../../../src/core/sheets/count-breaks.ts';
import { parseRows } from '../../../src/core/sheets/csv-records.ts';
import { createSheetFiller } from '../../../src/core/sheets/fill-sheets.ts';
import type { FilledSheet } from '../../../src/core/sheets/filled-sheet.ts';
import { createBatchReader } from '../../../src/core/sheets/read-batch.ts';
import type { BatchSource } from '../../../src/core/sheets/row-batch.ts';
import { RowScanner } from '../../../src/core/sheets/row-scanner.ts';
import type { BadRow, ReadSheet } from '../../../src/core/sheets/sheet-events.ts';
import { splitRows } from '../../../src/core/sheets/split-rows.ts';
import { loadCatalogue } from '../../../src/index.ts';

const catalogue = loadCatalogue();
const items = itemsOf(catalogue, 'full').map(({ id }) => id);
const separators = fc.constantFrom(',', '\t', ';');
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', '3', 'a', '佐藤', '0', ' ') },
  { weight: 2, arbitrary: fc.constantFrom('"3"', '""', '"a,b"', '"a;b"', '"say ""hi"""', '"x\ny"', '"x\r\ny"', '"x\ry"', '""""') },
  { weight: 1, arbitrary: fc.constantFrom('a"b', '"a"b', '"a" ', ' "a"', '"', 'a"', '"a""', '\uFEFF') },
);
const ends = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n\r\n', '\n\r');
const texts = fc
  .tuple(fc.array(fc.tuple(fc.array(cell, { maxLength: 5 }), ends), { maxLength: 8 }), separators, fc.boolean())
  .map(([rows, separator, isEnded]) => {
    const text = rows.map(([cells, end]) => cells.join(separator) + end).join('');
    return { separator, text: isEnded ? text : text.replace(/[\r\n]+$/, '') };
  });

describe('finding the cells of plain rows', () => {
  it('gives those of csv-parse, up to a row that it leaves to it', () => {
    let found = 0;
    fc.assert(
      fc.property(texts, ({ text, separator }) => {
        const expected = parseRows(text, separator);
        const scanner = new RowScanner(separator);
        scanner.take(text);
        const rows: string[][] = [];
        const lines: number[] = [];
        const raws: string[] = [];
        while (scanner.next()) {
          rows.push(scanner.cells());
          lines.push(scanner.breaks);
          raws.push(scanner.raw());
        }
        found += rows.length;
        const rest = parseRows(scanner.rest(), separator);
        expect([...rows, ...rest.records.map(({ record }) => record)]).toEqual(expected.records.map(({ record }) => record));
        expect(rest.isBroken).toBe(expected.isBroken);
        // Each row stands in its line: so many breaks are before it in the text.
        let from = 0;
        raws.forEach((raw, place) => {
          from = text.indexOf(raw, from);
          expect(countBreaks(text.slice(0, from))).toBe(lines[place]);
          from += raw.length;
        });
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  it('keeps nothing of a longer text before', () => {
    const scanner = new RowScanner(',');
    scanner.take('"a",b,c\n\nd"\n"x');
    expect(scanner.next()).toBe(true);
    scanner.take('1\r');
    expect([scanner.next(), scanner.cells(), scanner.next(), scanner.rest()]).toEqual([true, ['1'], false, '']);
  });
});

describe('splitting a table into whole rows', () => {
  it('gives the same rows, in whatever pieces it comes', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async ({ text, separator }, size) => {
        const split = async (piece: number) => {
          const rows: string[][] = [];
          async function* pieces() {
            for (let from = 0; from < text.length; from += piece) yield await Promise.resolve(text.slice(from, from + piece));
          }
          for await (const found of splitRows(pieces(), separator))
            if (found.kind === 'rows') rows.push(...parseRows(found.text, separator).records.map(({ record }) => [...record]));
            else rows.push([found.kind]);
          return rows;
        };
        expect(await split(size)).toEqual(await split(text.length + 1));
      }),
      { numRuns: 500 },
    );
  });
});

/** A sheet, whichever way it was read; who has no name has an empty one. */
function describeFilled({ line, id, test, answers, avoid }: FilledSheet): unknown {
  const given = itemsOf(catalogue, test).flatMap((item, place) => (Number.isNaN(answers[place]) ? [] : [[item.id, answers[place]]]));
  return { line, id, test, avoid, answers: Object.fromEntries(given) as unknown };
}

function describeRead(row: ReadSheet | BadRow): unknown {
  if ('failure' in row) return row;
  const { line, id = '', state } = row;
  return { line, id, test: state.test, avoid: state.avoid, answers: Object.fromEntries(state.answers) };
}

describe('filling sheets', () => {
  const answer = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('1', '2', '3', '4', '5') },
    { weight: 2, arbitrary: fc.constantFrom('', '0', '-', '"4"', '４', 'わからない', 'ぜひやってみたい', '"2"') },
    { weight: 1, arbitrary: fc.constantFrom('maybe', '9', '"a"b', ' 3 ') },
  );
  const header = ['id', 'avoid', ...items.slice(0, 6), 'x', items[2] ?? '', 'test'];
  const row = fc
    .tuple(
      fc.constantFrom('a', 'b b', '佐藤', '"q, ""r"""', '', ' c ', '\u200Bd', 'a"b'),
      fc.constantFrom('', '', 'overtime', '"overtime, busy-season"', 'nothing-known', 'なし'),
      fc.array(answer, { minLength: 6, maxLength: 6 }),
      fc.constantFrom('', 'y'),
      fc.constantFrom('', '', '', '3', '0'),
      fc.constantFrom('', '', '', 'full', 'quick', 'odd'),
      fc.constantFrom('', '', '', ',', ',z'),
    )
    .map(([id, avoid, answers, other, twice, test, behind]) => [id, avoid, ...answers, other, twice, test].join(',') + behind);
  const source = (tellsApart: boolean): BatchSource => ({ kind: 'table', file: 'f', separator: ',', chosen: {}, header, sample: [], tellsApart });

  it('gives what is read row by row: the same answers, names, lines and bad rows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(row, ends), { maxLength: 12 }), fc.boolean(), (rows, tellsApart) => {
        const batch = { source: source(tellsApart), text: rows.map(([text, end]) => text + end).join(''), line: 7 };
        const found: unknown[] = [];
        const fill = createSheetFiller(catalogue, batch.source, { take: (sheet) => found.push(describeFilled(sheet)), refuse: (bad) => found.push(bad) > 0 });
        const read = createBatchReader(catalogue, batch.source)(batch);
        expect(fill(batch)).toEqual(read.summary);
        expect(found).toEqual(read.rows.map(describeRead));
      }),
      { numRuns: 300 },
    );
  });

  it('gives what is read document by document', () => {
    const one = fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom('1', '2', '5', '0') },
      { weight: 1, arbitrary: fc.constantFrom('null', '"3"', '6', '12', '3.0', '-', '', 'true') },
    );
    const name = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom('"a"', '"佐藤"', '17', '12345678901234567890', '""', '" \u200B b "') },
      { weight: 1, arbitrary: fc.constantFrom('"\\u0041"', '01', '1.5', '-2', '1e3', 'null', '{}', '"a', '"\t"') },
    );
    const given = (ids: readonly string[]) =>
      fc
        .tuple(fc.subarray([...ids]), fc.array(one, { minLength: ids.length, maxLength: ids.length }))
        .map(([asked, values]) => asked.map((id, place) => `"${id}"#${values[place] ?? '1'}`));
    const quick = itemsOf(catalogue, 'quick').map(({ id }) => id);
    const answers = fc.oneof(
      given(items.slice(0, 8)),
      given(quick.slice(0, 5)),
      fc.constant(['"x"#1']),
      fc.constant([`"${items[0] ?? ''}"#1`, `"${items[0] ?? ''}"#0`]),
    );
    const space = fc.constantFrom('', '', ' ', '  ', '\t');
    const document = fc
      .tuple(
        answers,
        name,
        space,
        fc.constantFrom('i,a', 'a,i', 'a', 'i', 'a,a', 'i,i,a', 'bare', 'more', 'cut', 'test'),
        fc.constantFrom('', ' ', '\r', '}', 'x'),
      )
      .map(([all, id, gap, shape, behind]) => {
        const inner = `{${gap}${all.join(`,${gap}`).replaceAll('#', `:${gap}`)}${gap}}`;
        const parts: Record<string, string> = { i: `"id":${gap}${id}`, a: `"answers"${gap}:${inner}` };
        if (shape === 'bare') return inner + behind;
        if (shape === 'more') return `{${parts.a ?? ''},"avoid":["overtime"]}`;
        if (shape === 'test') return `{${parts.a ?? ''},${gap}"test":"quick"}`;
        if (shape === 'cut') return `{${parts.i ?? ''},${parts.a ?? ''}`;
        return `{${gap}${shape
          .split(',')
          .map((part) => parts[part] ?? '')
          .join(`${gap},`)}}${behind}`;
      });
    const lines: BatchSource = { kind: 'lines', file: 'f' };
    let plain = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: document }, fc.constantFrom('', ' ', '{', '"')), { maxLength: 8 }),
        fc.boolean(),
        (documents, isEnded) => {
          const batch = { source: lines, text: documents.join('\n') + (isEnded ? '\n' : ''), line: 3 };
          const found: unknown[] = [];
          const fill = createSheetFiller(catalogue, lines, { take: (sheet) => found.push(describeFilled(sheet)), refuse: (bad) => found.push(bad) > 0 });
          const read = createBatchReader(catalogue, lines)(batch);
          expect(fill(batch)).toEqual(read.summary);
          expect(found).toEqual(read.rows.map(describeRead));
          plain += found.length;
        },
      ),
      { numRuns: 1000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  it('stops behind the first bad row, where that is wished', () => {
    const found: number[] = [];
    const text = ['a,,1,1,1,1,1,1,,,', 'b,,9,1,1,1,1,1,,,', 'c,,1,1,1,1,1,1,,,', 'd,"x"y,1', 'e,,9'].join('\n');
    const fill = createSheetFiller(catalogue, source(false), { take: ({ line }) => found.push(line), refuse: ({ line }) => found.push(-line) < 0 });
    fill({ source: source(false), text, line: 1 });
    expect(found).toEqual([1, -2]);
  });

  it('counts line breaks of every kind', () => {
    expect(['', 'a', '\n', '\r\n\r\n', 'a\rb\nc\r\n'].map(countBreaks)).toEqual([0, 0, 1, 2, 3]);
  });
});
