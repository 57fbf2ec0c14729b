import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswers } from '../../../src/core/sheets/parse-answers.ts';
import { decodeState, encodeState } from '../../../src/core/fit/answer-code.ts';
import type { FitState } from '../../../src/core/fit/answer-code.ts';
import { itemsOf } from '../../../src/core/fit/score.ts';
import type { FitTest } from '../../../src/core/fit/score.ts';
import { loadCatalogue } from '../../../src/index.ts';
import type { Catalogue } from '../../../src/index.ts';
import { failureOf } from '../../helpers/failure.ts';

const catalogue = loadCatalogue();
const { items, avoidances, version } = catalogue.fit;
const idsOf = (test: 'full' | 'quick') => itemsOf(catalogue, test).map(({ id }) => id);
const parse = (text: string, asked?: FitTest): FitState => parseAnswers(catalogue, text, 'sheet', asked);
const sheet = (answers: Readonly<Record<string, number>>) => new Map(Object.entries(answers));

/** Any answers to some of the items of a test. */
const stateOf = (test: 'full' | 'quick', fewest: number) =>
  fc
    .tuple(
      fc.subarray(idsOf(test), { minLength: fewest }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: items.length, maxLength: items.length }),
      fc.subarray(avoidances.map(({ id }) => id)),
    )
    .map(([answered, values, avoid]): FitState => ({ test, answers: new Map(answered.map((id, index) => [id, values[index] ?? 1])), avoid }));
const anyState = fc.oneof(stateOf('full', 0), stateOf('quick', 0));
const answeredState = fc.oneof(stateOf('full', 1), stateOf('quick', 1));
const digitsOf = ({ test, answers }: FitState, none = '0') => idsOf(test).map((id) => String(answers.get(id) ?? none));

describe('a code', () => {
  const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
  const codeOf = (state: FitState) => encodeState(catalogue, state);
  const plainCode = anyState.map((state) => codeOf(state).replaceAll('-', ''));
  const refusal = (code: string) => failureOf(() => decodeState(catalogue, code));
  const refused = expect.objectContaining({ code: 'answer-code' }) as unknown;

  it('stands for the whole state: test, answers and what to avoid', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const decoded = decodeState(catalogue, codeOf(state));
        expect(decoded).toEqual(state);
        expect([...decoded.answers.keys()]).toEqual([...state.answers.keys()]);
        expect(codeOf(decoded)).toBe(codeOf(state));
      }),
    );
  });

  it('is the same for the same state, in whatever order it came about', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(codeOf({ ...state, answers: new Map([...state.answers].toReversed()), avoid: state.avoid.toReversed() })).toBe(codeOf(state));
      }),
    );
  });

  it('differs between two states', () => {
    fc.assert(
      fc.property(anyState, anyState, (one, other) => {
        const isSame = one.test === other.test && digitsOf(one).join('') === digitsOf(other).join('') && one.avoid.join(' ') === other.avoid.join(' ');
        expect(codeOf(one) === codeOf(other)).toBe(isSame);
      }),
    );
  });

  it('has one length for each test, in groups of five', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(codeOf(state)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-)*[0-9A-HJKMNP-TV-Z]{1,5}$/);
        expect(codeOf(state).replaceAll('-', '')).toHaveLength(state.test === 'full' ? 32 : 21);
      }),
    );
  });

  it('may be typed in small or full-width letters, with other spaces and hyphens, and with letters that are misread', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(' ', '-', '\n', ' - ', ''), fc.constantFrom('I', 'L', 'i', 'l'), (state, separator, one) => {
        const code = codeOf(state).replaceAll('-', separator);
        const fullWidth = Array.from(code, (character) => (/[!-~]/.test(character) ? String.fromCodePoint(character.charCodeAt(0) + 0xfee0) : character));
        for (const typed of [
          code,
          code.toLowerCase(),
          fullWidth.join(''),
          ` ${code}\n`,
          code.replaceAll('0', 'O').replaceAll('1', one),
          code.replaceAll('0', 'o'),
        ])
          expect(decodeState(catalogue, typed)).toEqual(state);
      }),
    );
  });

  it('with one changed character is refused', () => {
    fc.assert(
      fc.property(plainCode, fc.nat(), fc.constantFrom(...alphabet), (code, pick, character) => {
        const place = pick % code.length;
        fc.pre(code[place] !== character);
        expect(refusal(code.slice(0, place) + character + code.slice(place + 1))).toEqual(refused);
      }),
      { numRuns: 1000 },
    );
  });

  it('with two swapped characters is refused, be they neighbours or not', () => {
    fc.assert(
      fc.property(plainCode, (code) => {
        for (let first = 0; first < code.length; first += 1) {
          for (let second = first + 1; second < code.length; second += 1) {
            if (code[first] === code[second]) continue;
            const characters = Array.from(code);
            [characters[first], characters[second]] = [code[second] ?? '', code[first] ?? ''];
            expect(refusal(characters.join('')), `${code} ${first} ${second}`).toEqual(refused);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('with a missing or an additional character is refused', () => {
    fc.assert(
      fc.property(plainCode, fc.constantFrom(...alphabet), (code, character) => {
        for (let place = 0; place <= code.length; place += 1) {
          if (place < code.length) expect(refusal(code.slice(0, place) + code.slice(place + 1))).toEqual(refused);
          expect(refusal(code.slice(0, place) + character + code.slice(place))).toEqual(refused);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['', { problem: 'length', found: '0' }],
    ['- -', { problem: 'length', found: '0' }],
    ['01', { problem: 'length', found: '2' }],
    ['010000', { problem: 'length', found: '6' }],
    ['0100000', { problem: 'checksum' }],
    ['01Z0000', { problem: 'length', found: '7' }],
    ['01U00-00000', { problem: 'character', position: 3, found: 'U' }],
    ['0100-0*', { problem: 'character', position: 7, found: '*' }],
    ['経理', { problem: 'character', position: 1, found: '経' }],
  ])('%j is refused with the reason', (code, problem) => {
    expect(refusal(code)).toEqual({ code: 'answer-code', ...problem });
  });

  it('of another version of the bank is refused with the version, whatever that bank asks', () => {
    const other = (fit: Partial<Catalogue['fit']>): Catalogue => ({ ...catalogue, fit: { ...catalogue.fit, ...fit } });
    fc.assert(
      fc.property(anyState, fc.integer({ min: 0, max: 1023 }), fc.boolean(), (state, bank, isShorter) => {
        fc.pre(bank !== version);
        const code = encodeState(other({ version: bank, ...(isShorter ? { items: items.slice(3), avoidances: avoidances.slice(1) } : {}) }), state);
        expect(refusal(code)).toEqual({ code: 'answer-code', problem: 'version', version: bank, supported: version });
      }),
    );
  });
});

describe('a code of a bank that asks otherwise under the same version', () => {
  it('is refused by its length', () => {
    const other = { ...catalogue, fit: { ...catalogue.fit, items: items.slice(3) } };
    const code = encodeState(other, { test: 'full', answers: new Map(), avoid: [] });
    expect(failureOf(() => decodeState(catalogue, code))).toMatchObject({ code: 'answer-code', problem: 'length' });
  });
});

describe('a row of digits', () => {
  it('is read in item order, without a sign between, with spaces or with commas, and with 0 or - for no answer', () => {
    fc.assert(
      fc.property(answeredState, fc.constantFrom('', ' ', ',', ', ', '\t'), fc.constantFrom('0', '-'), (state, separator, none) => {
        const row = digitsOf(state, none).join(separator);
        for (const text of [row, `${row}\n`, `${row}\r\n`, `\uFEFF${row}`, `\n  ${row} \n\n`]) expect(parse(text)).toEqual({ ...state, avoid: [] });
      }),
    );
  });

  it('of 22 digits is the quick test, and of 44 the full one even if it has only quick answers', () => {
    expect(parse('3'.repeat(22))).toEqual({ test: 'quick', answers: new Map(idsOf('quick').map((id) => [id, 3])), avoid: [] });
    expect(parse('3'.repeat(22) + '0'.repeat(22))).toEqual({ test: 'full', answers: new Map(idsOf('quick').map((id) => [id, 3])), avoid: [] });
  });

  const at = (index: number) => idsOf('full')[index];
  it.each([
    ['1 too many', '3'.repeat(45), { problem: 'too-many-digits', line: 1, column: 45, name: '45', expected: 44 }],
    ['too many with spaces', '\n' + '3 '.repeat(46), { problem: 'too-many-digits', line: 2, column: 89, name: '46', expected: 44 }],
    ['1 too few', '3'.repeat(43), { problem: 'too-few-digits', line: 1, column: 44, name: '43', expected: 44 }],
    ['between the tests', ` ${'3'.repeat(23)} \n\n`, { problem: 'too-few-digits', line: 1, column: 25, name: '23', expected: 44 }],
    ['one digit', '3', { problem: 'too-few-digits', line: 1, column: 2, name: '1', expected: 44 }],
    ['a 6', '3'.repeat(40) + '6333', { problem: 'not-an-answer', line: 1, column: 41, name: at(40) }],
    ['a 9 behind a BOM and an empty line', `\uFEFF\n${'3'.repeat(21)}9`, { problem: 'not-an-answer', line: 2, column: 22, name: at(21) }],
    ['no answer at all', '0'.repeat(44), { problem: 'empty', line: 1, column: 1 }],
    ['no answer of the quick test', '-'.repeat(22), { problem: 'empty', line: 1, column: 1 }],
  ])('is refused: %s', (_, text, problem) => {
    expect(failureOf(() => parse(text))).toEqual({ code: 'answer-sheet', file: 'sheet', ...problem });
  });
});

describe('a JSON sheet', () => {
  it('is read nested and flat, laid out or not', () => {
    fc.assert(
      fc.property(answeredState, ({ test, answers, avoid }) => {
        const plain = Object.fromEntries(answers);
        for (const space of [0, 2]) {
          const nested = JSON.stringify({ bankVersion: version, test, answers: plain, avoid }, undefined, space);
          for (const text of [nested, `\uFEFF${nested}`, `\r\n ${nested.replaceAll('\n', '\r\n')}\r\n`]) expect(parse(text)).toEqual({ test, answers, avoid });
          const isQuick = [...answers.keys()].every((id) => idsOf('quick').includes(id));
          const flat = { test: isQuick ? 'quick' : 'full', answers, avoid: [] };
          expect(parse(JSON.stringify(plain, undefined, space))).toEqual(flat);
          expect(parse(JSON.stringify({ answers: plain }, undefined, space))).toEqual(flat);
        }
      }),
    );
  });

  it('may say whose it is, but not among nested answers', () => {
    expect(parse('{"id": "p1", "it-repair": 4}')).toEqual(parse('{"it-repair": 4}'));
    expect(parse('{"id": "p1", "answers": {"it-repair": 4}}')).toEqual(parse('{"it-repair": 4}'));
    expect(failureOf(() => parse('{"answers": {"id": 4, "it-repair": 4}}'))).toMatchObject({ problem: 'unknown-item', name: 'id' });
  });

  it('takes null for no answer', () => {
    expect(parse('{"it-repair": 4, "it-program": null}')).toEqual({ test: 'quick', answers: sheet({ 'it-repair': 4 }), avoid: [] });
  });

  it.each([
    ['an object without answers', '{}', { problem: 'empty', line: 1, column: 1 }],
    ['only null', '{"it-repair": null}', { problem: 'empty', line: 1, column: 1 }],
    ['a missing comma', '{"it-repair": 4\n "it-program": 5}', { problem: 'not-json', line: 2, column: 2 }],
    ['a key without quotes', '{\n  "it-repair": 4,\n  it-program: 5\n}', { problem: 'not-json', line: 3, column: 3 }],
    ['no end', '{"it-repair": 4,\n"it-program": 5', { problem: 'not-json', line: 2, column: 16 }],
    ['a list', '[4, 5]', { problem: 'not-an-object', line: 1, column: 1 }],
    ['nested without end', `{"answers": ${'['.repeat(100)}`, { problem: 'not-an-object', line: 1 }],
    ['a list of answers', '{\n  "answers": [4]}', { problem: 'not-an-object', line: 2, column: 14 }],
    ['answers of null', '{"answers": null}', { problem: 'not-an-object', line: 1, column: 13 }],
    ['an unknown item without an answer', '{"it-reparr": null}', { problem: 'unknown-item', line: 1, column: 2 }],
    ['an item twice', '{"it-repair": 4,\n "it-repair": 5}', { problem: 'answered-twice', line: 2, column: 2 }],
    ['a key that means nothing', '{"answers": {"it-repair": 4},\n "avoids": []}', { problem: 'unknown-key', line: 2, column: 2, nearest: ['avoid'] }],
    [
      'a test that there is not',
      '{"answers": {"it-repair": 4}, "test": "fast"}',
      { problem: 'unknown-key', line: 1, column: 39, name: 'fast', nearest: ['full', 'quick'] },
    ],
    ['an item that the quick test does not ask', '{"answers": {"it-program": 4}, "test": "quick"}', { problem: 'not-asked', line: 1, column: 14 }],
    ['avoidances that are no list', '{"answers": {"it-repair": 4}, "avoid": "overtime"}', { problem: 'not-an-object', line: 1, column: 40 }],
    ['an unknown item', '{\n "answers": {\n  "it-reparr": 4}}', { problem: 'unknown-item', line: 3, column: 3, name: 'it-reparr', nearest: ['it-repair'] }],
    ['an answer of 6', '{\n  "it-repair": 6}', { problem: 'not-an-answer', line: 2, column: 3, name: 'it-repair' }],
    ['half an answer', '{"it-program": 1,\n  "it-repair": 2.5}', { problem: 'not-an-answer', line: 2, column: 3, name: 'it-repair' }],
    ['an answer below 1', '{"it-repair": -1}', { problem: 'not-an-answer', line: 1, column: 2, name: 'it-repair' }],
    ['an answer in words', '{"it-repair": "4"}', { problem: 'not-an-answer', line: 1, column: 2, name: 'it-repair' }],
    ['an answer of true', '{"it-repair": true}', { problem: 'not-an-answer', line: 1, column: 2, name: 'it-repair' }],
    [
      'an unknown avoidance',
      '{"answers": {"it-repair": 4},\n"avoid": ["overtme"]}',
      { problem: 'unknown-avoidance', line: 2, column: 11, name: 'overtme', nearest: ['overtime'] },
    ],
    [
      'another version of the bank',
      '{"answers": {"it-repair": 4},\n  "bankVersion": 99}',
      { problem: 'other-version', line: 2, column: 18, name: '99', expected: version },
    ],
    ['an invisible character in a name', '{"it\uFEFF-repair": 4}', { problem: 'unknown-item', name: 'it-repair' }],
    ['a control character in a name', '{"it\\u001b[31m": 4}', { problem: 'unknown-item', name: 'it' }],
  ])('is refused: %s', (_, text, problem) => {
    expect(failureOf(() => parse(text))).toMatchObject({ code: 'answer-sheet', file: 'sheet', ...problem });
  });
});

describe('a CSV sheet', () => {
  it('is read with and without a header, with a BOM and with either end of line', () => {
    fc.assert(
      fc.property(answeredState, fc.constantFrom('', 'item,answer', 'ID,answer', 'Item, Answer'), fc.constantFrom('\n', '\r\n'), (state, header, end) => {
        const rows = [...(header === '' ? [] : [header]), ...[...state.answers].map(([id, answer]) => `${id},${answer}`)];
        const isQuick = [...state.answers.keys()].every((id) => idsOf('quick').includes(id));
        for (const text of [rows.join(end), rows.join(end) + end, `\uFEFF${rows.join(end)}`, rows.join(end + end), rows.join(` ${end}`).replaceAll(',', ' , ')])
          expect(parse(text)).toEqual({ test: isQuick ? 'quick' : 'full', answers: state.answers, avoid: [] });
      }),
    );
  });

  it('takes nothing, 0 and - for no answer', () => {
    expect(parse('item,answer\nit-repair,4\nit-program,\nnumbers-profit,0\nnumbers-interest,-\ngoods-routes\n')).toEqual({
      test: 'quick',
      answers: sheet({ 'it-repair': 4 }),
      avoid: [],
    });
  });

  it('may have quotes around a value', () => {
    expect(parse('item,answer\n"it-repair","4"\n').answers).toEqual(sheet({ 'it-repair': 4 }));
  });

  it.each([
    ['nothing but a header', 'item,answer\n', { problem: 'empty', line: 1 }],
    ['only 0', 'it-repair,0\n', { problem: 'empty', line: 1 }],
    ['an unknown item', 'item,answer\nit-reparr,4\n', { problem: 'unknown-item', line: 2, name: 'it-reparr', nearest: ['it-repair'] }],
    ['an item twice, behind empty lines', 'it-repair,4\r\n\r\n\r\nit-repair,4\r\n', { problem: 'answered-twice', line: 4, name: 'it-repair' }],
    ['an answer of 6', '\uFEFFit-repair,4\nit-program,6', { problem: 'not-an-answer', line: 2, name: 'it-program' }],
    ['an answer below 1', 'it-repair,-1', { problem: 'not-an-answer', line: 1, name: 'it-repair' }],
    ['half an answer', 'it-repair,4.5', { problem: 'not-an-answer', line: 1, name: 'it-repair' }],
    ['an answer in words', 'it-repair,yes', { problem: 'not-an-answer', line: 1, name: 'it-repair' }],
    ['an answer with a nought before it', 'it-repair,04', { problem: 'not-an-answer', line: 1, name: 'it-repair' }],
    ['a brace', 'it-repair,{4', { problem: 'not-an-answer', line: 1, name: 'it-repair' }],
    ['answers before items', '4,it-repair', { problem: 'unknown-item', line: 1, name: '4' }],
    ['an indented line', 'item,answer\n  it-reparr,4\n', { problem: 'unknown-item', line: 2, column: 3, name: 'it-reparr' }],
    ['a quote within a value', 'it-program,3\nit-repair,4"4"\nnumbers-profit,1', { problem: 'not-an-answer', line: 2, column: 1 }],
    ['a quote without an end', 'it-program,3\nit-repair,"4', { problem: 'not-an-answer', line: 2, column: 1 }],
    ['a header of another name', 'guid,answer\nit-repair,4', { problem: 'unknown-item', line: 1, name: 'guid' }],
    ['a header that stands below', 'it-repair,4\nitem,answer', { problem: 'unknown-item', line: 2, name: 'item' }],
  ])('is refused: %s', (_, text, problem) => {
    expect(failureOf(() => parse(text))).toMatchObject({ code: 'answer-sheet', file: 'sheet', ...problem });
  });
});

describe('a sheet of the test that was asked for', () => {
  const quick = '{"answers": {"it-repair": 4}, "test": "quick"}';
  it('is of that test, whatever it would be taken for', () => {
    expect(parse('{"it-repair": 4}', 'full').test).toBe('full');
    expect(parse('it-repair,4', 'full').test).toBe('full');
    for (const test of ['full', 'quick'] as const) expect(parse('3'.repeat(idsOf(test).length), test).test).toBe(test);
    expect(parse(quick, 'quick').test).toBe('quick');
  });

  it.each<[string, string, FitTest, object]>([
    ['22 digits for 44', '3'.repeat(22), 'full', { problem: 'too-few-digits', name: '22', expected: 44 }],
    ['44 digits for 22', '3'.repeat(44), 'quick', { problem: 'too-many-digits', name: '44', expected: 22 }],
    ['a sheet of the other test', quick, 'full', { problem: 'unknown-key', line: 1, column: 39, name: 'quick', nearest: ['full'] }],
    ['an item of the other test', 'it-repair,4\nit-program,4', 'quick', { problem: 'not-asked', line: 2, name: 'it-program' }],
  ])('is not %s', (_, text, asked, problem) => {
    expect(failureOf(() => parse(text, asked))).toMatchObject({ code: 'answer-sheet', ...problem });
  });
});

describe('any sheet', () => {
  it('may have full-width digits', () => {
    expect(parse('３'.repeat(22))).toEqual(parse('3'.repeat(22)));
    expect(parse('it-repair,４')).toEqual(parse('it-repair,4'));
  });

  it.each(['', ' ', '\n\n', '\r\n', '\uFEFF', '\uFEFF\n\t'])('without a text is refused as empty: %j', (text) => {
    expect(failureOf(() => parse(text))).toEqual({ code: 'answer-sheet', file: 'sheet', problem: 'empty', line: 1, column: 1 });
  });

  const inherited = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
  it.each(inherited)('has no item %s', (name) => {
    for (const text of [`{"${name}": 3}`, `{"answers": {"${name}": 3}}`, `{"answers": {"it-repair": 4, "${name}": 3}}`, `${name},3`, `item,answer\n${name},3`])
      expect(
        failureOf(() => parse(text)),
        text,
      ).toMatchObject({ code: 'answer-sheet', problem: 'unknown-item', name });
    expect(failureOf(() => parse(`{"answers": {"it-repair": 4}, "avoid": ["${name}"]}`))).toMatchObject({ problem: 'unknown-avoidance', name });
  });

  it('with a prototype of its own pollutes nothing and has no answers from it', () => {
    expect(failureOf(() => parse('{"__proto__": {"answers": {"it-repair": 4}}}'))).toMatchObject({ problem: 'unknown-item', name: '__proto__' });
    expect(({} as Readonly<Record<string, unknown>>).answers).toBeUndefined();
  });

  it('is read or refused with a place in it, and nothing else is thrown', () => {
    const fragments = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ',',
        ':',
        '\n',
        '\r\n',
        ' ',
        '-',
        '1',
        '5',
        '9',
        'null',
        '"it-repair"',
        'it-repair',
        '"answers"',
        '経理',
        '\u001b',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fragments.map((parts) => parts.join('')),
        ),
        (text) => {
          const failure = failureOf(() => parse(text)) as { line: number; column: number } | undefined;
          if (failure === undefined) return;
          expect(failure).toMatchObject({ code: 'answer-sheet', file: 'sheet' });
          expect(failure.line).toBeGreaterThanOrEqual(1);
          // csv-parse counts CRLF within quotes as two lines.
          expect(failure.line).toBeLessThanOrEqual(text.split(/[\r\n]/).length);
          expect(failure.column).toBeGreaterThanOrEqual(1);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
