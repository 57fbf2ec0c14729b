import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/core/clean.ts';
import { createAnswerReader } from '../../../src/core/sheets/read-answer.ts';
import { loadCatalogue } from '../../../src/index.ts';
import { encode, encodings } from '../../helpers/encodings.ts';
import { readAll } from '../../helpers/sheets.ts';

const catalogue = loadCatalogue();
const { items, responses, avoidances, question, avoidQuestion } = catalogue.fit;
const quick = items.filter((item) => item.quick === true);
const [first, second] = quick;
const textOf = (item: typeof first) => item?.text.ja ?? '';
const [a, b] = [first?.id ?? '', second?.id ?? ''];
const table = (...rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n');

describe('an answer', () => {
  const read = createAnswerReader(responses);
  it.each(responses.map(({ value, label }) => [value, label] as const))('%i is read however forms and people write it', (value, { ja, en }) => {
    const wide = String.fromCharCode(0xff10 + value);
    const circled = String.fromCharCode(0x245f + value);
    const numbers = [
      `${value}`,
      wide,
      ` ${value}　`,
      `${value}.0`,
      `${value}.00`,
      `${value},0`,
      `${value}点`,
      `${wide}点`,
      `${value} 点`,
      circled,
      `(${value})`,
      `（${wide}）`,
      `${value}.`,
    ];
    const more = [
      `${value})`,
      `[${value}]`,
      `【${value}】`,
      `${value}：`,
      `${value}、`,
      `No.${value}`,
      `${value} points`,
      `${value}pt`,
      String.fromCharCode(0x2775 + value),
      `⑴⑵⑶⑷⑸`[value - 1] ?? '',
    ];
    const labels = [ja, en].flatMap((label) => [
      ...[label, ` ${label} `, `　${label}　`, label.toUpperCase(), `${label}。`, `「${label}」`, `${label}!`],
      ...[
        `${value}. ${label}`,
        `${value}．${label}`,
        `${value}: ${label}`,
        `${value}：${label}`,
        `${value} ${label}`,
        `${value}　${label}`,
        `(${value}) ${label}`,
        `[${value}] ${label}`,
      ],
      ...[
        `${circled} ${label}`,
        `${circled}${label}`,
        `${value} - ${label}`,
        `${value}=${label}`,
        `${value}) ${label}`,
        `${value}点：${label}`,
        `${value}点 ${label}`,
        `${wide}、${label}`,
      ],
      ...[
        `${label} (${value})`,
        `${label}（${wide}）`,
        `${label}：${value}`,
        `${label} ${value}`,
        `${label} [${value}]`,
        `${label}=${value}`,
        `${label}（${value}点）`,
        `${label}${circled}`,
      ],
    ]);
    for (const text of [...numbers, ...more, ...labels]) expect(read(text), text).toBe(value);
    const other = value === 3 ? 2 : 3;
    for (const text of [`${other}. ${ja}`, `${en} (${other})`, `${value}${value}`, `-${value}`, `=${value}`, `+${value}`, `${value}.5`, `${ja}${en}`])
      expect(read(text), text).toBeUndefined();
  });
  it.each([
    ['是非やってみたい', 5],
    ['ぜひ、やってみたい！', 5],
    ['ぜひやって見たい', 5],
    ['ぜひやってみたいです', 5],
    ['5. 是非やってみたい', 5],
    ['ぜひやってみたいい', 5],
    ['やって見たい', 4],
    ['やってみたいです。', 4],
    ['どちらとも言えない', 3],
    ['どちらともいえません', undefined],
    ['余りやりたくない', 2],
    ['あまりやりたくありません', 2],
    ['全くやりたくない', 1],
    ['Would lke to', 4],
    ['definitly not', 1],
    ['No strong feeling', 3],
    ['Would rather nott', 2],
  ])('%s is a near spelling of a label', (text, value) => {
    expect(read(text)).toBe(value);
  });
  it('of yes is never made of no, nor one of what may be two', () => {
    for (const text of [
      'やってみない',
      'やってみたくない',
      'ぜひやってみたくない',
      'やりたくない',
      'やりたい',
      'Would not like to',
      'Would live to',
      'Definitely',
      'たぶん',
      'はい',
    ])
      expect(read(text), text).toBeUndefined();
  });
  it('is none where somebody says so', () => {
    const japanese = ['わからない', '分からない', 'わかりません', '未回答', '無回答', '回答なし', '該当なし', '未記入', 'スキップ', 'なし'];
    const english = ['N/A', 'n/a', 'NA', '#N/A', "Don't know", 'I don’t know', 'Not sure', 'No answer', 'Prefer not to say', 'Skipped', 'null', 'None'];
    for (const text of ['', ' ', '　', '0', '０', '0.0', '-', '－', '—', 'ー', '―', '--', '…', '?', '？', '.', '*', '/', ...japanese, ...english])
      expect(read(text), text).toBe(0);
    for (const text of ['6', '1.5', '12', '１２', '=1', '1-5', '1/5', 'x', '55555', '=', '+', 'y'.repeat(100_000)])
      expect(read(text), text.slice(0, 10)).toBeUndefined();
  });
});

describe('a column', () => {
  const beside = ['[コメント]', '[スコア]', '[フィードバック]', '(points)', '- time', 'に答えた時間', ': score'];
  it.each(beside)('whose header only has an item in it is left out where another is the item: %s', async (more) => {
    const people = [{ [a]: 5, [b]: 4 }, { [a]: 1 }];
    for (const other of ['4', '12.34', '', '書くのは好きです', '-- / 0']) {
      const rows = [
        ['5', other, '4'],
        ['1', other, ''],
      ];
      const read = await readAll(table([textOf(first), `${textOf(first)} ${more}`, b], ...rows));
      expect(read.people.map(({ answers }) => answers)).toEqual(people);
      expect(read.ignored).toEqual([`${textOf(first)} ${more}`]);
      const before = await readAll(table([`Q1. どうですか ${textOf(first)} ${more}`, textOf(first), b], ...rows.map(([x = '', y = '', z = '']) => [y, x, z])));
      expect(before.people).toEqual(read.people);
    }
  });
  it('is left out where what stands in it are no answers, too, and read where they are', async () => {
    const header = ['id', b, `作業の例: ${textOf(first)} など`];
    const timed = await readAll(table(header, ['x', '3', '12.3'], ['y', '4', '8.1'], ['z', '5', '4']));
    expect(timed.people.map(({ answers }) => answers)).toEqual([{ [b]: 3 }, { [b]: 4 }, { [b]: 5 }]);
    const answered = await readAll(table(header, ['x', '3', 'やってみたい'], ['y', '4', 'さあ'], ['z', '5', '5']));
    expect(answered.people.map(({ answers }) => answers)).toEqual([
      { [a]: 4, [b]: 3 },
      { [a]: 5, [b]: 5 },
    ]);
    expect(answered.bad).toEqual([{ line: 3, column: 5, problem: 'not-an-answer' }]);
  });
  it('is an item by what is in brackets behind a question, by its number, and by its id', async () => {
    const headers = [
      a,
      a.toUpperCase(),
      textOf(first),
      `Q1. ${textOf(first)}`,
      `問1　${textOf(first)}`,
      `1) ${textOf(first)}`,
      `(1) ${textOf(first)}`,
      `どうですか [${textOf(first)}]`,
    ];
    const more = [
      `${question.ja}［${textOf(first)}］`,
      `どうですか【1. ${textOf(first)}】`,
      `G1Q1[${a}]. x [${a}]`,
      `　${textOf(first)}　*`,
      textOf(first).replaceAll('、', ' , '),
    ];
    for (const header of [...headers, ...more]) {
      const read = await readAll(table(['id', header, `${textOf(first)} [時間]`], ['x', '5', '4']));
      expect(read.people, header).toMatchObject([{ id: 'x', answers: { [a]: 5 } }]);
    }
  });
});

describe('the person', () => {
  const idsWith = async (header: readonly string[], ...rows: readonly (readonly string[])[]) => {
    const { ids, notes } = await readAll(table([...header, a], ...rows.map((cells) => [...cells, '4'])));
    return { ids, by: notes.flatMap((note) => (note.kind === 'person' ? [note.column] : [])) };
  };
  it.each([
    '氏名',
    'お名前',
    '名前',
    '学籍番号',
    '社員番号',
    'メールアドレス',
    'メール',
    'E-mail',
    'Name',
    'Full name',
    'Student ID',
    'Employee number',
    '氏名を入力してください',
    '1. お名前（ニックネーム可）',
    '社員番号\n(半角)',
    'お名前または番号',
    '名前2',
    'Email Address',
  ])('is told by the column %s, with a note', async (column) => {
    expect(await idsWith(['時刻', column], ['10:00', '0012'], ['10:01', '山田'])).toEqual({ ids: ['0012', '山田'], by: [column.replace('\n', ' ')] });
  });
  it('is told by the best column that is filled', async () => {
    const header = ['メール', '学籍番号', '名前', '氏名'];
    expect((await idsWith(header, ['a@x', 's1', '', '佐藤'], ['b@x', 's2', '', '鈴木'])).ids).toEqual(['佐藤', '鈴木']);
    expect((await idsWith(header, ['a@x', 's1', '', ''], ['b@x', 's2', '', ''])).ids).toEqual(['s1', 's2']);
    expect((await idsWith(header, ['a@x', '', '', ''], ['b@x', '', '', ''])).by).toEqual(['メール']);
    expect(await idsWith(header, ['anonymous', '', ' ', '　'], ['anonymous', '', '', ''])).toEqual({ ids: [undefined, undefined], by: [] });
  });
  it('is never told by the running number of a form where something else is asked', async () => {
    const running = [
      ['1', 'EMP-101'],
      ['2', 'EMP-207'],
      ['5', 'EMP-3'],
    ];
    for (const [form, own] of [
      ['ID', 'id'],
      ['Id', 'ID2'],
      ['ID', 'id2'],
      ['ID', '氏名'],
      ['Id', 'Email'],
      ['ID', 'ID'],
    ] as const)
      expect((await idsWith([form, own], ...running)).ids, `${form} ${own}`).toEqual(['EMP-101', 'EMP-207', 'EMP-3']);
    expect(await idsWith(['ID', '名前'], ['1', ''], ['2', ''])).toEqual({ ids: ['1', '2'], by: [] });
    expect(await idsWith(['ID', '名前'], ['A7', '佐藤'], ['A9', '鈴木'])).toEqual({ ids: ['A7', 'A9'], by: [] });
    expect(await idsWith(['id', '名前'], ['1', '佐藤'], ['2', '鈴木'])).toEqual({ ids: ['1', '2'], by: [] });
  });
  it('or what to avoid is in the column that somebody says', async () => {
    const text = table(['id', '部署', '苦手なこと', a], ['1', '経理', '残業が多くなること', '4'], ['2', '経理', '特になし', '4']);
    const { people, notes } = await readAll(text, { id: ' 部署 ', avoid: '苦手なこと' });
    expect(people.map(({ id, avoid }) => [id, avoid])).toEqual([
      ['経理', ['overtime']],
      ['経理', []],
    ]);
    expect(notes).toEqual([{ kind: 'repeated', names: ['経理'], count: 1 }]);
    expect((await readAll(text, { id: '部所' })).ended).toMatchObject({ problem: 'unknown-column', name: '部所', nearest: ['部署'] });
  });
  it('that stands twice is told', async () => {
    const { notes, ids } = await readAll(table(['氏名', a], ['佐藤', '4'], ['鈴木', '4'], ['佐藤', '5'], ['', '1'], ['', '1']));
    expect(ids).toEqual(['佐藤', '鈴木', '佐藤', undefined, undefined]);
    expect(notes).toEqual([
      { kind: 'person', column: '氏名' },
      { kind: 'repeated', names: ['佐藤'], count: 1 },
    ]);
  });
  it('stays as written', async () => {
    const ids = ['0012', '1234567890123456789', '00000000000000000001', '1e5', '007.0', '佐藤　陽菜'];
    expect((await readAll(table(['id', a], ...ids.map((id) => [id, '4'])))).ids).toEqual(ids);
    const numbers = ['1234567890123456789', '1234567890123456790', '7.0', '1e21', '-5'];
    for (const lines of [numbers.map((id) => `{"id": ${id}, "answers": {"${a}": 4}}`), numbers.map((id) => `{"${a}":4,"id" :${id}}`)])
      for (const text of [lines.join('\n'), `[${lines.join(',')}]`]) expect((await readAll(text)).ids).toEqual(numbers);
  });
});

describe('what to avoid', () => {
  it('is read by the question of the quiz in either language', async () => {
    const [one, two] = avoidances;
    const questions = [avoidQuestion.ja, avoidQuestion.en, `Q3. ${avoidQuestion.ja}（いくつでも）`, `${avoidQuestion.en.toUpperCase()} *`, 'avoid', ' AVOID '];
    for (const header of questions)
      for (const cell of [
        `${one?.label.ja}, ${two?.label.ja}`,
        `${one?.label.en};${two?.label.en};`,
        `${one?.id}　${two?.id}`,
        `${one?.label.ja}、${two?.label.en}`,
      ])
        expect((await readAll(table([header, a], [cell, '4']))).people, `${header}: ${cell}`).toMatchObject([{ avoid: [one?.id, two?.id] }]);
    for (const cell of ['', '-', 'なし', '特になし', 'None', 'わからない', 'n/a'])
      expect((await readAll(table([avoidQuestion.ja, a], [cell, '4']))).people).toMatchObject([{ avoid: [] }]);
  });
});

describe('a header', () => {
  const rows = [
    ['x', '5', '1'],
    ['y', '2', '3'],
  ];
  const titles = [
    [['アンケートの結果']],
    [
      ['アンケート', '', ''],
      ['', '', ''],
      ['2026年4月', '', ''],
    ],
    [['題'], ['', '実施日: 4月1日, 2日']],
    [['"未公開" 資料\n社外秘']],
  ];
  it('may have titles above it', async () => {
    for (const title of titles)
      for (const header of [
        ['id', a, b],
        ['id', textOf(first), textOf(second)],
      ]) {
        const { people, notes, bad } = await readAll(table(...title, header, ...rows));
        expect(people.map(({ id, answers }) => [id, answers])).toEqual([
          ['x', { [a]: 5, [b]: 1 }],
          ['y', { [a]: 2, [b]: 3 }],
        ]);
        expect({ notes, bad }).toMatchObject({ notes: [{ kind: 'title-rows' }], bad: [] });
      }
  });
  it('is not looked for any further than titles go', async () => {
    expect((await readAll(table(...Array.from({ length: 40 }, () => ['title']), ['id', a, b], ...rows))).ended).toMatchObject({
      problem: 'no-columns',
      line: 1,
    });
  });
  it('down the side is told', async () => {
    const turned = [...quick.map(({ text }) => [text.ja, '5', '3'])];
    for (const cells of [[['質問', '佐藤', '鈴木'], ...turned], turned, [['題'], ['', '佐藤', '鈴木'], ...turned], quick.map(({ id }) => ['Q', id, '5'])])
      for (const mark of [',', '\t', ';']) expect((await readAll(cells.map((row) => row.join(mark)).join('\n'))).ended).toMatchObject({ problem: 'turned' });
    expect((await readAll(`${a}\n5\n3\n`)).people).toHaveLength(2);
  });
  it('alone says that nobody is in it', async () => {
    for (const text of [table(['id', a, b]), table(['氏名', textOf(first)]), table(['題'], ['id', a, b], ['', ' ', '　'])])
      expect((await readAll(text)).ended).toMatchObject({ problem: 'nobody' });
  });
  it('is cut where it has most items, whatever else stands in it', async () => {
    const cells = [
      ['社員, 番号\t(半角;全角)', 'id', ...quick.map(({ id }) => id)],
      ['0012', 'A-001', ...quick.map((_, place) => String(1 + (place % 5)))],
    ];
    const expected = (await readAll(cells.map((row) => row.slice(1).join(',')).join('\n'))).people;
    for (const mark of [',', '\t', ';'])
      for (const end of ['\n', '\r\n', '\r'])
        for (const size of [1, 7, 65_536]) {
          const text = cells.map((row) => row.map((cell) => `"${cell}"`).join(mark)).join(end) + end;
          expect((await readAll(text, {}, size)).people).toEqual(expected);
          expect((await readAll(text.replace('(半角', `${end}(半角`), {}, size)).people).toEqual(expected);
        }
  });
});

describe('a reworded item', () => {
  const others = quick.slice(1);
  const read = (header: string) => readAll(table([header, ...others.map(({ text }) => text.ja)], ['4', ...others.map(() => '3')]));
  it('is told before anything else', async () => {
    const [ja, en] = [textOf(first), first?.text.en ?? ''];
    for (const header of [
      ja.slice(0, -2),
      ja.replace('前もって', '事前に'),
      `${ja.slice(3)}こと`,
      `Q1. ${ja.replace('会議', '集まり')}`,
      `どうですか [${ja.slice(0, -3)}]`,
      en.replace('ready', 'prepared'),
      `${a}s`,
    ]) {
      const { notes, ignored } = await read(header);
      expect(notes[0], header).toMatchObject({ kind: 'reworded', columns: [{ name: excerpt(header), item: a }] });
      expect(ignored).toEqual([excerpt(header)]);
    }
  });
  it('is none that is there, nor something else', async () => {
    for (const header of [
      '会議は好きですか',
      '感想',
      '部署',
      'コメントがあれば書いてください',
      ...items.filter(({ quick: isQuick }) => isQuick !== true).map(() => '備考'),
    ])
      expect((await read(header)).notes, header).toEqual([]);
    const { notes } = await readAll(table([...quick.map(({ text }) => text.ja), textOf(first).slice(0, -2)], [...quick.map(() => '3'), '4']));
    expect(notes).toEqual([]);
  });
});

describe('results', () => {
  const names = fc.constantFrom('佐藤 陽菜', '0012', 'A, B', 'x"y', '1234567890123456789', '髙橋; 凛', 'あ\nい');
  const headers = items.map(({ id, text }) => [id, text.ja, text.en, `どのくらいですか [${text.ja}]`, `${text.en} *`, `Q1. ${text.ja}`]);
  const cellsOf = (value: number) => {
    const found = responses.find((response) => response.value === value);
    return found === undefined
      ? ['', '-', '未回答', 'N/A', '　']
      : [String(value), `${value}.0`, `${value}点`, found.label.ja, found.label.en, `${value}. ${found.label.ja}`, `${found.label.en} (${value})`];
  };
  const people = fc.array(
    fc.record({
      id: names,
      values: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 22, maxLength: 22 }),
      avoid: fc.subarray(avoidances.map(({ id }) => id)),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const how = fc.record({
    mark: fc.constantFrom(',', '\t', ';'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    isQuoted: fc.boolean(),
    order: fc.shuffledSubarray(
      Array.from({ length: 24 }, (_, place) => place),
      { minLength: 24, maxLength: 24 },
    ),
    style: fc.nat({ max: 41 }),
    titles: fc.constantFrom([], ['表題'], ['表題', '', '2026年']),
    encoding: fc.constantFrom(undefined, ...encodings.slice(0, 7)),
    size: fc.constantFrom(1, 5, 1000, 65_536),
  });

  it('are the same whatever the separator, quotation, order of columns, wording of headers and cells, titles and encoding', async () => {
    await fc.assert(
      fc.asyncProperty(people, how, async (given, { mark, end, isQuoted, order, style, titles, encoding, size }) => {
        const expected = given.map(({ id, values, avoid }) => ({
          id: id.replace('\n', ''),
          answers: Object.fromEntries(quick.flatMap(({ id: item }, place) => ((values[place] ?? 0) > 0 ? [[item, values[place] ?? 0]] : []))),
          avoid,
          test: 'quick',
        }));
        const pick = (choices: readonly string[], place: number) => choices[(style + place) % choices.length] ?? '';
        const header = [
          'id',
          pick([avoidQuestion.ja, avoidQuestion.en, 'avoid'], 0),
          ...quick.map((item, place) => pick(headers[items.indexOf(item)] ?? [], place)),
        ];
        const rows = given.map(({ id, values, avoid }) => [
          id,
          avoid.join(pick([', ', '; ', '、', ' '], 0)),
          ...values.map((value, place) => pick(cellsOf(value), place)),
        ]);
        const write = (cell: string) => (isQuoted || /["\r\n]/.test(cell) || cell.includes(mark) ? `"${cell.replaceAll('"', '""')}"` : cell);
        const lines = [...titles, ...[header, ...rows].map((cells) => order.map((place) => write(cells[place] ?? '')).join(mark))];
        const { people: found, ended, bad } = await readAll(encoding === undefined ? lines.join(end) + end : encode(lines.join(end) + end, encoding), {}, size);
        expect({ ended, bad }).toEqual({ ended: undefined, bad: [] });
        // An old encoding knows not every letter of a name.
        expect(found).toEqual(
          expected.map((person) => (person.id.includes('髙') && encoding === 'euc-jp' ? { ...person, id: expect.any(String) as string } : person)),
        );
      }),
      { numRuns: 150 },
    );
  });
});
