import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/index.ts';
import { encode } from '../../helpers/encodings.ts';
import { readAll } from '../../helpers/sheets.ts';
import { makeWorkbook } from '../../helpers/workbook.ts';
import type { Cell, Sheet } from '../../helpers/workbook.ts';
import { makeZip } from '../../helpers/zip.ts';

const { items, responses, avoidQuestion } = loadCatalogue().fit;
const quick = items.filter((item) => item.quick === true);
const header = quick.map(({ text }) => text.ja);
const answers = quick.map((_, place) => 1 + ((place * 3) % 5));
const labelOf = (answer: number) => responses.find(({ value }) => value === answer)?.label.ja ?? '';
const given = Object.fromEntries(quick.map(({ id }, place) => [id, answers[place] ?? 0]));
const workbook = (rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}) => [{ name: 'Sheet1', rows, ...more }];
const csv = `id,${quick.map(({ id }) => id).join(',')}\n佐藤,${answers.join(',')}\n鈴木,${answers.join(',')}\n`;

describe('a workbook', () => {
  it.each([
    ['shared texts', {}],
    ['texts in cells', { isShared: false }],
    ['cells without places', { hasPlaces: false }],
    ['texts in cells without places', { isShared: false, hasPlaces: false }],
  ])('with %s is read: numbers, labels, dates, readings, an empty 名前, a running ID', async (_, writing) => {
    const rows: Cell[][] = [
      ['ID', '開始時刻', 'メール', '名前', '氏名', avoidQuestion.ja, ...header],
      [1, { date: 46_000.5 }, 'anonymous', null, { text: '佐藤 陽菜', reading: 'サトウハルナ' }, '残業が多くなること;力仕事をすること;', ...answers],
      [2, { date: 46_001 }, 'anonymous', null, { text: '渡辺 & <亮>', reading: 'ワタナベ' }, null, ...answers.map(labelOf)],
      [5, { date: 46_002.25 }, 'anonymous', null, '0012', '特になし', ...answers.map((answer) => `${answer}. ${labelOf(answer)}`)],
    ];
    for (const size of [3, 65_536]) {
      const { people, notes, ignored, bad } = await readAll(makeWorkbook(workbook(rows), writing), {}, size);
      expect(people).toEqual(
        [['佐藤 陽菜', ['overtime', 'physical-work']] as const, ['渡辺 & <亮>', []] as const, ['0012', []] as const].map(([id, avoid]) => ({
          id,
          answers: given,
          avoid,
          test: 'quick',
        })),
      );
      expect({ notes, ignored, bad }).toEqual({ notes: [{ kind: 'person', column: '氏名' }], ignored: ['ID', '開始時刻', 'メール', '名前'], bad: [] });
    }
    expect((await readAll(makeWorkbook(workbook(rows), writing), { id: '開始時刻' })).ids).toEqual([
      '2025-12-09 12:00:00',
      '2025-12-10 00:00:00',
      '2025-12-11 06:00:00',
    ]);
  });
  it('with merged titles, a table, empty rows and columns, formulas, errors and texts in runs is read', async () => {
    const runs = { xml: '<c t="inlineStr"><is><r><t>佐</t></r><r><rPr><b/></rPr><t>藤</t></r><rPh sb="0" eb="1"><t>サ</t></rPh></is></c>' };
    const [first = 1, second = 1, third = 1, ...others] = answers;
    const cells: Cell[] = [
      { xml: `<c><f>A1</f><v>${first}</v></c>` },
      { xml: `<c t="str"><f>A1</f><v>${second}</v></c>` },
      { xml: '<c t="e"><v>#N/A</v></c>' },
    ];
    const rows = [
      ['職業の興味', null, null],
      [],
      [null, null, '2026年4月'],
      [null, '氏名', ...header],
      [null, runs, ...cells, ...others],
      [null, null],
      [null, '鈴木', first, second, third, ...others],
    ];
    const behind = '<mergeCells count="1"><mergeCell ref="A1:H1"/></mergeCells><tableParts count="1"><tablePart r:id="rId1"/></tableParts>';
    const table = {
      name: 'xl/tables/table1.xml',
      text: '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Table1" ref="B4:Y7"/>',
    };
    const { people, notes } = await readAll(makeWorkbook(workbook(rows, { behind }), { more: [table] }));
    const rest = Object.fromEntries(Object.entries(given).filter(([id]) => id !== quick[2]?.id));
    expect(people.map(({ id, answers: found }) => [id, found])).toEqual([
      ['佐藤', rest],
      ['鈴木', given],
    ]);
    expect(notes).toEqual([
      { kind: 'title-rows', line: 4 },
      { kind: 'person', column: '氏名' },
    ]);
  });
  it('with several sheets is read where the items are, hidden ones last, and others like it are named', async () => {
    const data = (name: string, id: string, isHidden = false): Sheet => ({
      name,
      isHidden,
      rows: [
        ['id', ...header],
        [id, ...answers],
      ],
    });
    const sheets = [
      { name: '説明', rows: [['この表の使い方'], [header[0] ?? '', '見本']] },
      { name: '空', rows: [] },
      data('古い', 'old', true),
      data('回答', 'a'),
      data('回答 (2)', 'b'),
    ];
    const { ids, notes } = await readAll(makeWorkbook(sheets));
    expect(ids).toEqual(['a']);
    expect(notes).toEqual([{ kind: 'sheet', name: '回答', others: ['回答 (2)', '古い'] }]);
    expect((await readAll(makeWorkbook(sheets.slice(0, 3)))).ids).toEqual(['old']);
    expect((await readAll(makeWorkbook(sheets.slice(0, 2)))).ended).toMatchObject({ problem: expect.stringMatching(/nobody|no-columns/) as string });
  });
  it('says of a bad cell the row and the column', async () => {
    const rows = [['題'], ['id', ...header], ['a', ...answers], ['b', 'たぶん', ...answers.slice(1)], ['c', ...answers, 'x']];
    expect((await readAll(makeWorkbook(workbook(rows)))).bad).toEqual([
      { line: 4, column: 2, problem: 'not-an-answer' },
      { line: 5, column: 24, problem: 'too-many-cells' },
    ]);
  });
  it('gives what the same table gives as CSV', async () => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(...responses.map(({ label }) => label.en), '', 'わからない', '５', '3.0', 'x'));
    const name = fc.constantFrom('佐藤', '0012', 'a&b', '<b>', '山田　太郎', '1234567890123456789');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, fc.array(cell, { minLength: 4, maxLength: 4 })), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.boolean(),
        async (people, isShared, hasPlaces) => {
          const rows = [['id', ...header.slice(0, 4)], ...people.map(([id, cells]) => [id, ...cells])];
          const text = rows.map((cells) => cells.map(String).join(',')).join('\n');
          const [fromBook, fromText] = [await readAll(makeWorkbook(workbook(rows), { isShared, hasPlaces })), await readAll(text)];
          expect(fromBook.people).toEqual(fromText.people);
          expect(fromBook.bad.map(({ line, problem }) => [line, problem])).toEqual(fromText.bad.map(({ line, problem }) => [line, problem]));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('an archive', () => {
  const problemOf = async (bytes: Uint8Array) => (await readAll(bytes)).ended?.problem;
  const book = makeWorkbook(
    workbook([
      ['id', ...header],
      ['佐藤', ...answers],
      ['鈴木', ...answers],
    ]),
  );

  it('with one table in it is opened, whatever stands beside it', async () => {
    const beside = [
      { name: '__MACOSX/._回答.csv', text: 'x' },
      { name: '.DS_Store', text: 'x' },
      { name: 'folder/', text: '' },
      { name: 'readme.pdf', text: 'x' },
    ];
    const tables = [
      { name: '回答.csv', text: csv },
      { name: 'folder/回答.CSV', text: csv, isStored: true },
      { name: encode('回答.csv', 'shift_jis'), text: encode(csv, 'shift_jis') },
      { name: 'x.tsv', text: Buffer.from(`\uFEFF${csv.replaceAll(',', '\t')}`, 'utf16le') },
      { name: 'x.xlsx', text: book },
      { name: 'x.ndjson', text: ['佐藤', '鈴木'].map((id) => JSON.stringify({ id, answers: given })).join('\n') },
    ];
    for (const table of tables)
      for (const files of [[table], [table, ...beside], [...beside, table]]) {
        const { people, notes } = await readAll(makeZip(files));
        expect(
          people.map(({ id, answers: found }) => [id, found]),
          String(table.name),
        ).toEqual([
          ['佐藤', given],
          ['鈴木', given],
        ]);
        expect(notes[0]).toEqual({ kind: 'entry', name: typeof table.name === 'string' ? table.name : '回答.csv' });
      }
    expect((await readAll(makeZip([{ name: '回答', text: csv }]))).ids).toEqual(['佐藤', '鈴木']);
  });
  const zipOf = (text: string, ...names: string[]) => makeZip(names.map((name) => ({ name, text })));
  it('with none, several, another archive, or a password says so', async () => {
    expect(await problemOf(makeZip([]))).toBe('no-table');
    expect(await problemOf(zipOf('x', 'a.pdf', 'b.pdf'))).toBe('no-table');
    expect((await readAll(zipOf(csv, 'a.csv', 'b.csv'))).ended).toMatchObject({ problem: 'several-tables', nearest: ['a.csv', 'b.csv'] });
    expect(await problemOf(makeZip([{ name: 'a.csv', text: makeZip([{ name: 'a.csv', text: csv }]) }]))).toBe('other-workbook');
    expect(await problemOf(makeZip([{ name: 'a.csv', text: csv, isLocked: true }]))).toBe('locked');
    expect(await problemOf(zipOf('x', 'mimetype', 'content.xml'))).toBe('other-workbook');
    expect(await problemOf(zipOf('x', '[Content_Types].xml', 'xl/workbook.bin'))).toBe('other-workbook');
    expect(await problemOf(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]))).toBe('other-workbook');
  });
  it('or a workbook that is damaged says so, wherever it is cut', async () => {
    for (const whole of [book, makeZip([{ name: 'a.csv', text: csv }])]) {
      for (let length = 4; length < whole.length; length += 97) expect(await problemOf(whole.subarray(0, length)), String(length)).toBe('damaged');
      const flipped = Buffer.from(whole);
      flipped.fill(0x55, 60, 120);
      expect(await problemOf(flipped)).toBe('damaged');
    }
    for (const part of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', '_rels/.rels']) {
      const broken = makeZip([
        { name: '[Content_Types].xml', text: '<Types/>' },
        { name: 'xl/workbook.xml', text: '<workbook>' },
        { name: part, text: '<a><b' },
      ]);
      expect(await problemOf(broken), part).toMatch(/damaged|no-sheets/);
    }
  });
  it('that says less than it unpacks to, or too much, is refused', async () => {
    const large = Buffer.alloc(20_000_000, `${csv}\n`);
    const start = process.memoryUsage().rss;
    expect(await problemOf(makeZip([{ name: 'a.csv', text: large, size: 1000 }]))).toBe('damaged');
    expect(await problemOf(makeZip([{ name: 'a.csv', text: 'x', size: 4_000_000_000 }]))).toBe('too-large');
    const files = (size: number) => [
      { name: '[Content_Types].xml', text: '<Types/>' },
      { name: 'xl/workbook.xml', text: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', text: 'x', size },
    ];
    expect(await problemOf(makeZip(files(4_000_000_000)))).toBe('too-large');
    expect(process.memoryUsage().rss - start).toBeLessThan(300_000_000);
  });
  it('with rows further down than any sheet has is refused', async () => {
    const rows = [
      ['id', ...header],
      ['a', ...answers],
    ];
    const bytes = makeWorkbook([{ name: 'x', rows, behind: '' }]);
    expect((await readAll(bytes)).ids).toEqual(['a']);
    const far = makeWorkbook([{ name: 'x', rows: [...rows, [{ xml: '<c><v>1</v></c></row><row r="99999999"><c r="A99999999"><v>1</v></c>' }]] }]);
    expect((await readAll(far)).ended?.problem).toBe('too-large');
  });
});
