import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBreaks, encodeBreaks } from '../../src/cli/render/breaks.ts';
import { shareWidth } from '../../src/cli/render/columns.ts';
import { findBreaks } from '../../src/cli/render/find-breaks.ts';
import { displayWidth } from '../../src/cli/render/width.ts';
import { wrapText } from '../../src/cli/render/wrap.ts';
import { notAtLineStart, squeeze } from '../helpers/screen.ts';

const wrap = (text: string, width: number) => wrapText(text, width, findBreaks);
const pieces = [
  '経理',
  'の',
  '仕事',
  'は',
  '、',
  '。',
  '「',
  '」',
  'キャリア',
  'データ',
  'シャッター',
  'っ',
  'PC',
  ' ',
  'on ',
  'the ',
  '(',
  ')',
  '3',
  '年',
  '・',
  '👩‍💼',
  'ｶﾞ',
];
const anyText = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 }).map((parts) => parts.join('').trim());

describe('wrapText', () => {
  it('breaks after punctuation and words rather than inside a word', () => {
    expect(wrap('会社に出入りするお金を管理します。', 16)).toEqual(['会社に出入りする', 'お金を管理し', 'ます。']);
    expect(wrap('これはデータ、資料、メモです', 14)).toEqual(['これはデータ、', '資料、メモです']);
    expect(wrap('a very long English sentence', 12)).toEqual(['a very long', 'English', 'sentence']);
  });

  it('leaves punctuation, small kana and long vowel marks behind', () => {
    expect(wrap('シャッター、ウォークラリー', 8)).toEqual(['シャッ', 'ター、', 'ウォーク', 'ラリー']);
  });

  it('cuts what cannot be broken, between whole characters', () => {
    expect(wrap('x'.repeat(20), 8)).toEqual(['xxxxxxxx', 'xxxxxxxx', 'xxxx']);
    expect(wrap('👩‍💼👩‍💼👩‍💼', 4)).toEqual(['👩‍💼👩‍💼', '👩‍💼']);
  });

  it('loses nothing and keeps to the width, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 12, max: 80 }), (text, width) => {
        const lines = wrap(text, width);
        expect(squeeze(lines.join(''))).toBe(squeeze(text));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 2000 },
    );
  });

  it('begins a line with a forbidden character only where no break is allowed before it', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 24, max: 80 }), (text, width) => {
        const longest = [...findBreaks(text), { position: text.length }].reduce(
          ({ start, most }, { position }) => ({ start: position, most: Math.max(most, displayWidth(text.slice(start, position).trimEnd())) }),
          { start: 0, most: 0 },
        ).most;
        fc.pre(longest <= width);
        for (const line of wrap(text, width).slice(1)) expect(line).not.toMatch(notAtLineStart);
      }),
      { numRuns: 2000 },
    );
  });

  it('wraps a text as long as a role file may be', () => {
    expect(squeeze(wrap('経理の仕事、'.repeat(20_000), 40).join(''))).toHaveLength(120_000);
  });
});

describe('break codes', () => {
  it('give back the breaks they were made from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decodeBreaks(encodeBreaks(findBreaks(text)))).toEqual(findBreaks(text));
      }),
    );
  });
});

describe('displayWidth', () => {
  it.each([
    ['経理', 4],
    ['ｹｲﾘ', 3],
    ['─│·—“”…→', 8],
    ['👩‍💼', 2],
    ['résumé', 6],
  ])('counts %s as %d columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('shareWidth', () => {
  it('gives each column what it needs when there is room', () => {
    expect(
      shareWidth(50, [
        { needed: 10, minimum: 5 },
        { needed: 20, minimum: 5 },
      ]),
    ).toEqual([10, 20]);
  });
  it('lets the wide columns share what the narrow ones leave', () => {
    expect(
      shareWidth(50, [
        { needed: 10, minimum: 5 },
        { needed: 90, minimum: 5 },
        { needed: 70, minimum: 5 },
      ]),
    ).toEqual([10, 20, 20]);
  });
  it('gives up when a column would become too narrow to read', () => {
    expect(
      shareWidth(30, [
        { needed: 10, minimum: 5 },
        { needed: 90, minimum: 18 },
        { needed: 70, minimum: 5 },
      ]),
    ).toBeUndefined();
  });
});
