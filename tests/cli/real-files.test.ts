import { appendFileSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { FitDocument } from '../../src/core/views/fit.ts';
import { loadCatalogue } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder } from '../helpers/folder.ts';
import { makeWorkbook } from '../helpers/workbook.ts';
import { makeZip } from '../helpers/zip.ts';

const catalogue = loadCatalogue();
const { items, responses, avoidQuestion } = catalogue.fit;
const quick = items.filter((item) => item.quick === true);
const texts = quick.map(({ text }) => text.ja);
const answers = quick.map((_, place) => 1 + ((place * 7) % 5));
const labels = answers.map((answer) => responses.find(({ value }) => value === answer)?.label.ja ?? '');
const table = (...rows: readonly (readonly string[])[]) => `${rows.map((cells) => cells.join(',')).join('\n')}\n`;
const plain = table(['id', ...quick.map(({ id }) => id)], ['佐藤', ...answers.map(String)]);
const score = (input: string | Uint8Array, ...args: readonly string[]) => runCli(['score', '-', ...args], { input });
const rowsOf = (out: string) => parse(out, { columns: true }) as unknown as Readonly<Record<string, string>>[];

describe('score of what a form gives', () => {
  const form = table(['タイムスタンプ', '氏名', avoidQuestion.ja, ...texts], ['10:00', '佐藤', '特になし', ...labels]);

  it('tells people apart by their names, says so, and gives the same result', async () => {
    const [{ out, err, code }, right] = [await score(form), await score(plain)];
    expect(code).toBe(0);
    expect(out).toBe(right.out);
    expect(err).toMatch(/「氏名」の列で人を区別.*--id/);
    expect((await score(form, '--lang', 'en')).err).toMatch(/told apart by the column '氏名'.*--id/);
  });
  it('takes the columns that somebody names, and says which there are instead of another', async () => {
    const [row] = rowsOf((await score(form, '--id', 'タイムスタンプ')).out);
    expect(row?.id).toBe('10:00');
    const { code, out, err } = await score(form, '--avoid', '氏各', '--lang', 'en');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/no column '氏各'.*\n.*氏名/);
    const avoided = await score(
      form.replace('特になし', 'x').replace('佐藤', '残業が多くなること'),
      '--id',
      avoidQuestion.ja,
      '--avoid',
      '氏名',
      '--format',
      'ndjson',
    );
    expect(JSON.parse(avoided.out)).toMatchObject({ id: 'x' });
    expect(avoided.out).toContain('"overtime"');
  });
  it('names the labels where a cell is no answer', async () => {
    const bad = form.replace(labels[0] ?? '', 'たぶん');
    expect((await score(bad)).err).toMatch(/「たぶん」.*1から5まで.*ぜひやってみたい/);
    expect((await score(bad, '--lang', 'en')).err).toMatch(/1 to 5.*Would love to/);
  });
  it('tells first of reworded items, and fails for them with --strict', async () => {
    const reworded = form.replace(texts[0] ?? '', (texts[0] ?? '').replace('前もって', '事前に'));
    const { code, err } = await score(reworded);
    expect(code).toBe(0);
    expect(err).toMatch(/^警告: .*\n.*事前に.*backstage-meeting/);
    const strict = await score(reworded, '--strict', '--lang', 'en');
    expect(strict).toMatchObject({ code: 1, out: '' });
    expect(strict.err).toMatch(/^WARNING: [^]*reworded/);
  });
  it('says that nobody is in it, and leaves an old file as it was', async () => {
    const file = join(makeFolder({ 'x.csv': 'precious' }), 'x.csv');
    for (const args of [[], ['-o', file]]) {
      const { code, out, err } = await score(form.slice(0, form.indexOf('\n')), ...args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('一人もいません');
    }
    expect((await score(table(['id', ...texts]), '--lang', 'en')).err).toContain('Nobody is in it');
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });
  it('says that a table is turned round, or that names stand twice', async () => {
    const turned = table(['質問', '佐藤'], ...texts.map((text, place) => [text, String(answers[place])]));
    expect((await score(turned)).err).toContain('縦と横が逆');
    expect((await score(turned, '--lang', 'en')).err).toContain('turned round');
    const twice = `${form}10:01,佐藤,,${labels.join(',')}\n`;
    expect((await score(twice)).err).toContain('同じ名前が2行以上にあります: 「佐藤」');
    expect((await score(`題名\n${twice}`, '--lang', 'en')).err).toMatch(/header is in line 2[^]*a name stands in more than one row: '佐藤'/);
  });
});

describe('score of a workbook or an archive', () => {
  const book = makeWorkbook([
    {
      name: '回答',
      rows: [
        ['氏名', ...texts],
        ['佐藤', ...labels],
      ],
    },
  ]);
  const zip = makeZip([{ name: '回答.csv', text: plain }]);

  it('gives what the table gives, by what is in the file and not by its name', async () => {
    const right = await score(plain);
    const folder = makeFolder();
    for (const bytes of [book, zip, makeZip([{ name: 'x.xlsx', text: book }])])
      for (const name of ['x.xlsx', 'x.zip', 'x.csv', 'x']) {
        writeFileSync(join(folder, name), bytes);
        expect(await runCli(['score', join(folder, name)])).toMatchObject({ code: 0, out: right.out });
        expect((await score(bytes)).out).toBe(right.out);
      }
    expect((await score(zip)).err).toContain('zipファイルの中の「回答.csv」');
    expect((await score(zip, '--lang', 'en')).err).toContain("read '回答.csv' from the archive");
    const sheets = makeWorkbook([
      { name: '\u001B[31mred', rows: [['x']] },
      {
        name: '=1',
        rows: [
          ['氏名', ...texts],
          ['佐藤', ...labels],
        ],
      },
    ]);
    expect((await score(sheets, '--lang', 'en')).err).toContain("read the sheet '=1'.");
  });
  it('says in words of either language what is wrong with it, and leaves an old file as it was', async () => {
    const file = join(makeFolder({ 'x.csv': 'precious' }), 'x.csv');
    const broken: readonly (readonly [Uint8Array, string, string])[] = [
      [book.subarray(0, 900), '壊れて', 'damaged'],
      [makeZip([{ name: 'a.csv', text: 'x', size: 4_000_000_000 }]), '大きすぎ', 'too large'],
      [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), '.xlsx', 'password'],
      [makeZip([{ name: 'a.csv', text: plain, isLocked: true }]), 'パスワード', 'password'],
      [makeZip([]), '表がありません', 'no table'],
      [
        makeZip([
          { name: 'a.csv', text: plain },
          { name: 'b.csv', text: plain },
        ]),
        'a.csv',
        'several tables',
      ],
      [makeWorkbook([]), '答えのある行がありません', 'no answer sheets'],
      [makeWorkbook([{ name: 'x', rows: [['氏名', ...texts]] }]), '一人もいません', 'Nobody'],
    ];
    for (const [bytes, japanese, english] of broken) {
      expect(await score(bytes)).toMatchObject({ code: 1, out: '', err: expect.stringContaining(japanese) as string });
      expect(await score(bytes, '--lang', 'en', '-o', file)).toMatchObject({ code: 1, out: '', err: expect.stringContaining(english) as string });
    }
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });
});

describe('score of a file that changes while it is read', () => {
  it.each([
    ['grows', (file: string) => appendFileSync(file, 'x\n')],
    ['is cut', (file: string) => truncateSync(file, 70_000)],
    ['is written again', (file: string) => writeFileSync(file, plain)],
  ])('says so where it %s, and leaves an old file as it was', async (_, change) => {
    const folder = makeFolder({ 'out.csv': 'precious', 'in.csv': plain + plain.slice(plain.indexOf('\n') + 1).repeat(10_000) });
    const [input, output] = [join(folder, 'in.csv'), join(folder, 'out.csv')];
    let isChanged = false;
    const isRead = () => {
      if (!isChanged) change(input);
      return (isChanged = true);
    };
    const piped = await runCli(['score', input, '--lang', 'en'], { isRead });
    expect(piped).toMatchObject({ code: 1, err: expect.stringContaining('changed while it was read') as string });
    expect((await runCli(['score', input])).err).not.toContain('変わりました');
    expect(readFileSync(output, 'utf8')).toBe('precious');
  });
});

describe('quiz --answers', () => {
  const digits = answers.join('');
  const quiz = async (input: string | Uint8Array, ...args: readonly string[]) => {
    const { code, out, err } = await runCli(['quiz', '--answers', '-', '--format', 'json', ...args], { input });
    return { code, err, result: code === 0 ? (JSON.parse(out) as FitDocument).code : undefined };
  };

  it('takes what score takes where one person is in it', async () => {
    const { result } = await quiz(digits);
    const person = { id: 'x', answers: Object.fromEntries(quick.map(({ id }, place) => [id, answers[place]])) };
    const forms = [
      plain,
      plain.replaceAll(',', ';'),
      table(['氏名', ...texts], ['佐藤', ...labels]),
      `題\n\n${table(['氏名', ...texts], ['佐藤', ...labels])}`,
      JSON.stringify([person]),
      `${JSON.stringify(person)}\n`,
      JSON.stringify(person, undefined, 2),
      table(['id', 'answers'], ['x', digits]),
      table(['id', 'code'], ['x', result ?? '']),
    ];
    for (const form of forms) expect(await quiz(form), form).toMatchObject({ code: 0, result });
    expect((await quiz(table(['氏名', ...texts], ['佐藤', ...labels]), '--lang', 'en')).err).toContain('told apart');
  });
  it('takes a workbook and an archive, and says what is wrong with them', async () => {
    const { result } = await quiz(digits);
    const book = makeWorkbook([
      {
        name: 'x',
        rows: [
          ['氏名', ...texts],
          ['佐藤', ...labels],
        ],
      },
    ]);
    expect(await quiz(book)).toMatchObject({ code: 0, result });
    expect(await quiz(makeZip([{ name: 'a.csv', text: plain }]))).toMatchObject({ code: 0, result });
    expect((await quiz(book.subarray(0, 500))).err).toContain('壊れて');
    const many = makeWorkbook([
      {
        name: 'x',
        rows: [
          ['氏名', ...texts],
          ['佐藤', ...labels],
          ['鈴木', ...labels],
        ],
      },
    ]);
    expect((await quiz(many)).err).toContain('backoffice score');
  });
  it('says to use score where more are', async () => {
    const people = [plain + plain.slice(plain.indexOf('\n') + 1), `${JSON.stringify({ [items[0]?.id ?? '']: 4 })}\n`.repeat(2)];
    for (const many of [...people, `[${people[1]?.trim().replace('\n', ',')}]`, plain + plain.slice(plain.indexOf('\n') + 1).repeat(5000)]) {
      expect(await quiz(many, '--lang', 'en')).toMatchObject({ code: 1, err: expect.stringContaining('backoffice score') as string });
      expect((await quiz(many)).err).toContain('二人以上');
    }
  });
  it('says what is wrong as before where it is something else', async () => {
    for (const [input, words] of [
      ['', '答えがありません'],
      ['123', '答えが足りません'],
      ['{"answers": {\n"numbers-profit": 9\n}}', ':2:'],
      ['item,answer\nnumbers-profit,9\n', 'numbers-profit'],
      ['x'.repeat(70_000), '大きすぎ'],
      [plain.replace(/,\d,/, ',たぶん,'), 'たぶん'],
    ] as const)
      expect(await quiz(input), input.slice(0, 30)).toMatchObject({ code: 1, err: expect.stringContaining(words) as string });
    expect(await quiz(table(['氏名', items.find(({ quick: isQuick }) => isQuick !== true)?.id ?? ''], ['x', '4']), 'quick')).toMatchObject({
      code: 1,
      err: expect.stringContaining('短い版にない') as string,
    });
  });
  it('does not write over what it reads', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'in.csv'), plain);
    expect((await runCli(['quiz', '--answers', join(folder, 'in.csv'), '-o', join(folder, 'in.csv')])).code).toBe(2);
    expect(readdirSync(folder)).toEqual(['in.csv']);
    expect(readFileSync(join(folder, 'in.csv'), 'utf8')).toBe(plain);
  });
});
