import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/core/role-files/decode.ts';
import { BackofficeError } from '../../../src/core/errors.ts';
import { encodeState } from '../../../src/core/fit/answer-code.ts';
import { readSheets } from '../../../src/core/sheets/read-sheets.ts';
import type { BadRow, ReadSheet, SheetEvent } from '../../../src/core/sheets/sheet-events.ts';
import { itemsOf, scoreAnswers } from '../../../src/core/fit/score.ts';
import { isScored, scoreSheets } from '../../../src/core/sheets/score-sheets.ts';
import { createColumnReader } from '../../../src/core/sheets/csv-columns.ts';
import { loadCatalogue, viewFit } from '../../../src/index.ts';

const catalogue = loadCatalogue();
const { items, responses, question } = catalogue.fit;
const ids = items.map(({ id }) => id);
const quickIds = itemsOf(catalogue, 'quick').map(({ id }) => id);
/** The columns of a header, without rows to look at. */
const readColumns = (bank: typeof catalogue, header: readonly string[]) => createColumnReader(bank).read(header, []);
const [firstItem = '', secondItem = ''] = ids;

/** Bytes in pieces of any sizes. */
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield await Promise.resolve(bytes.subarray(start, start + size));
}
async function collect(events: AsyncIterable<SheetEvent>): Promise<{ rows: (ReadSheet | BadRow)[]; events: SheetEvent[] }> {
  const found: SheetEvent[] = [];
  for await (const event of events) found.push(event);
  return { events: found, rows: found.flatMap((event) => (event.kind === 'rows' ? event.rows : [])) };
}
const read = (text: string | Uint8Array, size = 65_536) => collect(readSheets(catalogue, inPieces(Buffer.from(text), size), 'sheets'));
const problemsOf = (rows: readonly (ReadSheet | BadRow)[]) =>
  rows.flatMap((row) => ('failure' in row ? [{ line: row.line, column: row.column, problem: row.failure.problem }] : []));
const answersOf = (row: ReadSheet | BadRow | undefined) => (row !== undefined && 'state' in row ? Object.fromEntries(row.state.answers) : undefined);

describe('columns', () => {
  it('are items by id and by text, in any width and case, also within a longer header', () => {
    const headers = items.flatMap(({ id, text }) => [
      [id, id],
      [` ${id.toUpperCase()} `, id],
      [text.ja, id],
      [text.en.toUpperCase(), id],
      [`${question.ja} [${text.ja}]`, id],
      [`${question.en} [${text.en}]`, id],
      [`Q1. ${text.ja.replaceAll('、', '，\n')}`, id],
    ]);
    for (const [header = '', id = ''] of headers) {
      const row = readColumns(catalogue, [header]).readRow(['4']);
      expect('state' in row ? [...row.state.answers] : row, header).toEqual([[id, 4]]);
    }
  });
  it('that are none of these are ignored, with what may have been meant', () => {
    const { ignored, holdAnswers } = readColumns(catalogue, ['タイムスタンプ', 'Name', 'numbers-proft', 'anwers', '', '会社', 'id']);
    expect(ignored).toEqual([
      { name: 'タイムスタンプ', nearest: [] },
      { name: 'Name', nearest: [] },
      { name: 'numbers-proft', nearest: ['numbers-profit'] },
      { name: 'anwers', nearest: ['answers'] },
      { name: '会社', nearest: [] },
    ]);
    expect(holdAnswers).toBe(false);
  });
  it('take 1–5 in any width, the labels in either language, and nothing for no answer', () => {
    const { readRow } = readColumns(catalogue, [firstItem]);
    const valueOf = (cell: string) => {
      const row = readRow([cell]);
      return 'state' in row ? (row.state.answers.get(firstItem) ?? 0) : row.problem;
    };
    for (const { value, label } of responses) {
      for (const cell of [String(value), ` ${value} `, String.fromCharCode(0xff10 + value), label.ja, label.en, label.en.toUpperCase()])
        expect(valueOf(cell), cell).toBe(value);
    }
    for (const cell of ['', ' ', '0', '０', '-', '－']) expect(valueOf(cell), cell).toBe(0);
    for (const cell of ['6', '1.5', '12', 'たぶん', '=1', '-1', '１２'])
      expect(valueOf(cell), cell).toMatchObject({ problem: 'not-an-answer', name: firstItem });
  });
  it('name what to avoid by id or label, however parted', () => {
    const { readRow } = readColumns(catalogue, [firstItem, 'avoid']);
    const avoided = (cell: string) => {
      const row = readRow(['4', cell]);
      return 'state' in row ? row.state.avoid : row;
    };
    for (const cell of [
      'overtime, monotony',
      'overtime;monotony;',
      'overtime monotony',
      '残業が多くなること、似た作業が続くこと',
      'A lot of overtime, Similar tasks day after day',
    ])
      expect(avoided(cell), cell).toEqual(['overtime', 'monotony']);
    expect(avoided('overtime, overtime')).toEqual(['overtime']);
    expect(avoided('-')).toEqual([]);
    expect(avoided('overtme')).toMatchObject({ cell: 1, problem: { problem: 'unknown-avoidance', nearest: ['overtime'] } });
  });
  it('hold a code or digits instead', () => {
    const state = { test: 'quick' as const, answers: new Map(quickIds.map((id, index) => [id, 1 + (index % 5)])), avoid: ['overtime'] };
    const digits = quickIds.map((id) => state.answers.get(id)).join('');
    const { readRow } = readColumns(catalogue, ['id', 'code', 'answers', 'avoid', firstItem]);
    expect(readRow(['a', encodeState(catalogue, state), '', '', ''])).toEqual({ id: 'a', state });
    expect(readRow(['a', '', digits, 'overtime', ''])).toEqual({ id: 'a', state });
    expect(readRow(['a', '', '', '', ''])).toEqual({ id: 'a', state: { test: 'quick', answers: new Map(), avoid: [] } });
    expect(readRow(['a', 'nonsense', '', '', ''])).toMatchObject({ cell: 1, problem: { code: 'answer-code' } });
    expect(readRow(['a', '', '123', '', ''])).toMatchObject({ cell: 2, problem: { problem: 'too-few-digits' } });
    expect(readRow(['a', '', digits, '', '4'])).toMatchObject({ cell: 2, problem: { problem: 'answered-twice' } });
  });
  it('say which test was asked: only quick items, or what the column says', () => {
    const testOf = (header: readonly string[], cells: readonly string[]) => {
      const row = readColumns(catalogue, header).readRow(cells);
      return 'state' in row ? row.state.test : row.problem;
    };
    const [full = ''] = ids.filter((id) => !quickIds.includes(id));
    expect(testOf([firstItem], ['4'])).toBe('quick');
    expect(testOf([firstItem, full], ['4', ''])).toBe('full');
    expect(testOf([firstItem, 'test'], ['4', 'FULL'])).toBe('full');
    expect(testOf([full, 'test'], ['4', 'quick'])).toMatchObject({ problem: 'not-asked' });
    expect(testOf([firstItem, 'test'], ['4', 'short'])).toMatchObject({ problem: 'unknown-key' });
  });
});

describe('a table', () => {
  it('has line breaks and quotation marks in cells, Windows and old Mac line ends, empty rows, and short ones', async () => {
    const lines = [`id,${firstItem},${secondItem},note`, '"a\nb",4,5,"say ""hi"", x"', '', ',,,', 'c,3', 'd,9,1,'];
    for (const end of ['\n', '\r\n', '\r']) {
      const { rows } = await read(lines.join(end) + end);
      expect(rows.map((row) => row.line)).toEqual([2, 6, 7]);
      expect(answersOf(rows[0])).toEqual({ [firstItem]: 4, [secondItem]: 5 });
      expect(answersOf(rows[1])).toEqual({ [firstItem]: 3 });
      expect(problemsOf(rows)).toEqual([{ line: 7, column: 3, problem: 'not-an-answer' }]);
    }
  });
  it('is read alike in whatever pieces it comes, and encoded however spreadsheets do', async () => {
    const [label = ''] = responses.map(({ label: { ja } }) => ja).slice(3);
    const text = `id,氏名,${items[0]?.text.ja ?? ''}\r\np1,"山田, 太郎",${label}\r\np2,花子,４\r\n`;
    const expected = (await read(text)).rows;
    expect(expected.map(answersOf)).toEqual([{ [firstItem]: 4 }, { [firstItem]: 4 }]);
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    ])
      for (const size of [1, 2, 3, 7, 65_536]) expect((await read(bytes, size)).rows).toEqual(expected);
  });
  it('may be parted by tabs, as what Excel calls Unicode text', async () => {
    expect(answersOf((await read(`id\t${firstItem}\nA, B\t5\n`)).rows[0])).toEqual({ [firstItem]: 5 });
  });
  it('says of a row with more cells than the header, or a mark that is not closed, that it cannot be read', async () => {
    expect(problemsOf((await read(`id,${firstItem}\na,b,4\nc,4\n`)).rows)).toEqual([{ line: 2, column: 5, problem: 'too-many-cells' }]);
    const { rows } = await read(`id,${firstItem}\na,4\n"b,4\nc,4\n`);
    expect(answersOf(rows[0])).toEqual({ [firstItem]: 4 });
    expect(problemsOf(rows)).toEqual([{ line: 3, column: 1, problem: 'quote-not-closed' }]);
    const endless = await read(`id,${firstItem}\na,4\n"b${'x'.repeat(3_000_000)}`);
    expect(problemsOf(endless.rows)).toEqual([{ line: 3, column: 1, problem: 'quote-not-closed' }]);
  });
  it('without a column of answers, or with nothing in it, is refused', async () => {
    const problemOf = (text: string) =>
      read(text).then(
        () => undefined,
        (error: unknown) => (error instanceof BackofficeError && error.failure.code === 'answer-sheet' ? error.failure : undefined),
      );
    expect(await problemOf('')).toMatchObject({ problem: 'no-sheets', file: 'sheets' });
    expect(await problemOf(' \n\n')).toMatchObject({ problem: 'no-sheets' });
    expect(await problemOf('\n\nname,numbers-proft\na,4\n')).toMatchObject({ problem: 'no-columns', line: 3, nearest: ['numbers-profit'] });
    for (const nobody of [`id,${firstItem}`, `id,${firstItem}\n`, `id,${firstItem}\n\n,\n　,\n`])
      expect(await problemOf(nobody)).toMatchObject({ problem: 'nobody', line: 1 });
  });
});

describe('text', () => {
  const decode = async (bytes: Uint8Array, size: number) => {
    let text = '';
    const encodings: string[] = [];
    for await (const part of decodeText(inPieces(bytes, size), (encoding) => encodings.push(encoding))) text += part;
    return { text, encodings };
  };
  // 「あいう」「経理」 in Shift_JIS.
  const shiftJis = Buffer.from([0x82, 0xa0, 0x82, 0xa2, 0x82, 0xa4, 0x0a, 0x8c, 0x6f, 0x97, 0x9d]);

  it('is Shift_JIS where its first line that is not ASCII is no UTF-8, however late and in whatever pieces', async () => {
    for (const size of [1, 2, 3, 5, 1000]) {
      expect(await decode(shiftJis, size)).toEqual({ text: 'あいう\n経理', encodings: ['shift_jis'] });
      expect(await decode(Buffer.concat([Buffer.from('id,x\n'.repeat(500)), shiftJis]), size)).toEqual({
        text: `${'id,x\n'.repeat(500)}あいう\n経理`,
        encodings: ['shift_jis'],
      });
    }
  });
  it('that is UTF-8 stays what it is', async () => {
    await fc.assert(
      // Zeros are no text; they tell UTF-16.
      fc.asyncProperty(
        fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          expect((await decode(Buffer.from(text), size)).text).toBe(text.replace(/^\uFEFF/, ''));
        },
      ),
    );
  });
});

describe('JSON, a document a line', () => {
  it('is what a sheet can be, with an id or without', async () => {
    const answers = { [firstItem]: 4, [secondItem]: null };
    const lines = [
      JSON.stringify({ id: 'a', answers, avoid: ['overtime'], test: 'full', bankVersion: catalogue.fit.version }),
      '',
      JSON.stringify({ id: 7, ...answers }),
      JSON.stringify({ answers: {} }),
      `{"answers": {"${firstItem}": ４}}`,
    ];
    const { rows, events } = await read(`${lines.join('\r\n')}\n`);
    expect(events).toContainEqual({ kind: 'format', format: 'ndjson', ignored: [] });
    expect(rows).toEqual([
      { line: 1, id: 'a', state: { test: 'full', answers: new Map([[firstItem, 4]]), avoid: ['overtime'] } },
      { line: 3, id: '7', state: { test: 'quick', answers: new Map([[firstItem, 4]]), avoid: [] } },
      { line: 4, state: { test: 'full', answers: new Map(), avoid: [] } },
      { line: 5, state: { test: 'quick', answers: new Map([[firstItem, 4]]), avoid: [] } },
    ]);
  });
  it('is refused line by line, with the place', async () => {
    const lines = [
      `{"answers": {"${firstItem}": 6}}`,
      '{"answers": ',
      `{"answers": {"numbers-proft": 4}}`,
      '[1]',
      `{"answers": {"${firstItem}": 4, "${firstItem}": 5}}`,
      `{"answers": {"${firstItem}": 4}, "colour": 1}`,
      `{"answers": {"${firstItem}": 4}, "bankVersion": 99}`,
      `{"${firstItem}": 4}`,
    ];
    const { rows } = await read(lines.join('\n'), 10);
    expect(rows).toHaveLength(lines.length);
    expect(problemsOf(rows).map(({ line, problem }) => [line, problem])).toEqual([
      [1, 'not-an-answer'],
      [2, 'not-json'],
      [3, 'unknown-item'],
      [4, 'not-an-object'],
      [5, 'answered-twice'],
      [6, 'unknown-key'],
      [7, 'other-version'],
    ]);
    expect(problemsOf(rows)[0]?.column).toBe((lines[0]?.indexOf(`"${firstItem}`) ?? 0) + 1);
  });
  it('that is endless is one bad row', async () => {
    const { rows } = await read(`{"${firstItem}": 4}\n{"x": "${'x'.repeat(3_000_000)}"}\n{"${firstItem}": 5}\n`);
    expect(rows.map(answersOf)).toEqual([{ [firstItem]: 4 }, undefined, { [firstItem]: 5 }]);
    expect(problemsOf(rows)).toEqual([{ line: 2, column: 1, problem: 'too-long' }]);
  });
});

describe('scores', () => {
  const anyPeople = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: ids.length, maxLength: ids.length }), { minLength: 1, maxLength: 30 });
  const score = async (text: string, size: number) => {
    const rows = [];
    for await (const event of scoreSheets(catalogue, inPieces(Buffer.from(text), size))) if (event.kind === 'rows') rows.push(...event.rows);
    return rows.filter(isScored);
  };

  it('are those of the quiz, in the order of the sheets, the same from either form', async () => {
    await fc.assert(
      fc.asyncProperty(anyPeople, fc.integer({ min: 1, max: 4000 }), async (people, size) => {
        const csv = [['id', ...ids], ...people.map((values, place) => [`p${place}`, ...values])].map((cells) => cells.join(',')).join('\n');
        const documents = people.map((values, place) => ({
          id: `p${place}`,
          test: 'full',
          answers: Object.fromEntries(ids.map((id, index) => [id, values[index]])),
        }));
        const fromCsv = await score(csv, size);
        const fromJson = await score(documents.map((document) => JSON.stringify(document)).join('\n'), size);
        expect(fromCsv.map(({ id }) => id)).toEqual(people.map((_, place) => `p${place}`));
        expect(fromJson.map((row) => ({ ...row, line: 0 }))).toEqual(fromCsv.map((row) => ({ ...row, line: 0 })));
        for (const [place, values] of people.entries()) {
          const answers = new Map(ids.flatMap((id, index) => ((values[index] ?? 0) > 0 ? [[id, values[index] ?? 0]] : [])));
          const { roles, warnings, answered, code } = viewFit(catalogue, { test: 'full', answers, avoid: [] }, 'ja');
          const expected = roles.map(({ id, score: points, correlation, first }) => ({ id, score: points, correlation, avoided: [], first }));
          expect(fromCsv[place]).toMatchObject({ line: place + 2, warnings, answered, roles: expected, ...(answered === 0 ? {} : { code }) });
        }
      }),
      { numRuns: 15 },
    );
  });
  it('are left out where answers cannot be scored, with the warning', async () => {
    const rows = await score(`id,${ids.join(',')}\na,${ids.map(() => '3').join(',')}\nb,4,5\nc\n`, 100);
    expect(rows.map(({ warnings, roles, code }) => ({ warnings, roles, hasCode: code !== undefined }))).toEqual([
      { warnings: ['all-equal'], roles: [], hasCode: true },
      { warnings: ['too-few-answers'], roles: [], hasCode: true },
      { warnings: ['too-few-answers'], roles: [], hasCode: false },
    ]);
    expect(scoreAnswers(catalogue, new Map(), 'full').warnings).toEqual(['too-few-answers']);
  });
});
