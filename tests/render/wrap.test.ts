import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBreaks, encodeBreaks } from '../../src/render/text/breaks.ts';
import { shareWidth } from '../../src/render/terminal/column-widths.ts';
import { findBreaks } from '../../src/render/text/find-breaks.ts';
import type { Break } from '../../src/render/text/find-breaks.ts';
import { cutEnd, cutStart } from '../../src/render/text/cut.ts';
import { hang } from '../../src/render/text/lines.ts';
import { displayWidth, padEnd } from '../../src/render/text/width.ts';
import { wrapTerms, wrapText } from '../../src/render/text/wrap.ts';
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

/** A text in which each break is written as its quality: its lines. */
function wrapMarked(marked: string, width: number): string[] {
  const parts = marked.split(/(?=[0-3])/);
  const text = parts.map((part) => part.replace(/^[0-3]/, '')).join('');
  let position = 0;
  const breaks = parts.slice(0, -1).map((part, index): Break => {
    position += part.replace(/^[0-3]/, '').length;
    return { position, quality: Number(parts[index + 1]?.charAt(0)) as Break['quality'] };
  });
  return wrapText(text, width, () => breaks);
}

describe('wrapText', () => {
  it('breaks after punctuation and words rather than inside a word', () => {
    expect(wrap('会社に出入りするお金を管理します。', 16)).toEqual(['会社に出入りする', 'お金を', '管理します。']);
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

  it('cuts at least one character, even where it is wider than the line', () => {
    expect(wrap('経理', 1)).toEqual(['経', '理']);
    expect(wrap('xxxxxxxx👩‍💼👩‍💼👩‍💼👩‍💼👩‍💼', 8)).toEqual(['xxxxxxxx', '👩‍💼👩‍💼👩‍💼👩‍💼', '👩‍💼']);
    expect(wrapText('abc𠮷𠮷', 3, () => [])).toEqual(['abc', '𠮷', '𠮷']);
    expect(wrap('e\u0301'.repeat(5), 4)).toEqual(['e\u0301'.repeat(4), 'e\u0301']);
  });

  it('leaves as it is what fits, be it nothing or with a space at its end', () => {
    for (const text of ['', 'ab ']) expect(wrap(text, 3)).toEqual([text]);
  });

  it.each([
    ['the last break that fits', 'abc0def0ghi', 7, ['abcdef', 'ghi']],
    ['the end of a phrase before that of a word', 'abcdef3gh2i0jklm', 10, ['abcdef', 'ghijklm']],
    ['the end of a word before a place inside a compound', 'abcdef2gh1i0jklm', 10, ['abcdef', 'ghijklm']],
    ['the last of several as good', 'abcdef2gh2i0jklm', 10, ['abcdefgh', 'ijklm']],
    ['no end of a phrase that would leave it less than 60 % full', 'abcde3fg2hi0jkl', 10, ['abcdefg', 'hijkl']],
    ['a place inside a compound or a word only where no word ends', 'abc3defgh1i0jkl', 10, ['abc', 'defghijkl']],
    ['a place inside a compound before one inside a word', 'abcdefgh1i0jkl', 10, ['abcdefgh', 'ijkl']],
    ['a place inside a word where there is none better', 'abcdefgh0i0jkl', 10, ['abcdefghi', 'jkl']],
    ['the end of the text rather than the end of a phrase', 'abcdefghij0abcdef3ghij', 10, ['abcdefghij', 'abcdefghij']],
    ['at every column, with a space that needs none', 'a0b0c0 0d0e0f0 0g', 3, ['abc', 'def', 'g']],
  ])('takes %s', (_, marked, width, lines) => {
    expect(wrapMarked(marked, width)).toEqual(lines);
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

  it('wraps a text as long as a role file may be, from its beginning to its end alike', () => {
    expect(wrap('経理の仕事、'.repeat(19_998), 40)).toEqual(Array.from({ length: 6666 }, () => '経理の仕事、'.repeat(3)));
  });
});

describe('wrapTerms', () => {
  it.each([
    [['データ入力', '電話対応', '来客対応'], '、', 32, ['データ入力、電話対応、来客対応']],
    [['データ入力', '電話対応', '来客対応'], '、', 16, ['データ入力、', '電話対応、', '来客対応']],
    [['データ入力', '電話', '来客'], '、', 16, ['データ入力、', '電話、来客']],
    [['on time', 'in full'], ', ', 16, ['on time, in full']],
    [['on time', 'in full'], ', ', 13, ['on time,', 'in full']],
    [['to be on time', 'in full'], ', ', 8, ['to be on', 'time,', 'in full']],
    [['to be', 'on time and in full'], ', ', 9, ['to be,', 'on time', 'and in', 'full']],
  ])('keeps %j whole where it can', (terms, separator, width, lines) => {
    expect(wrapTerms(terms, separator, width, findBreaks)).toEqual(lines);
  });
});

describe('cutEnd and cutStart', () => {
  it.each([
    ['経理の仕事', 10, '経理の仕事', '経理の仕事'],
    ['経理の仕事', 9, '経理の仕…', '…理の仕事'],
    ['経理の仕事', 8, '経理の…', '…の仕事'],
    ['経理', 1, '…', '…'],
    ['a👩‍💼b', 3, 'a…', '…b'],
    ['ae\u0301e\u0301', 2, 'a…', '…e\u0301'],
    ['🇯🇵🇯🇵', 3, '🇯🇵…', '…🇯🇵'],
    ['', 0, '', ''],
  ])('keep of %j what fits into %d columns, in whole characters', (text, width, end, start) => {
    expect([cutEnd(text, width, '…'), cutStart(text, width, '…')]).toEqual([end, start]);
  });
});

describe('hang', () => {
  it.each([
    ['beside its head, the other lines under its first', 'abcdefghij', 5, 12, ['h:  abcdefgh', '    ij']],
    ['under its head where less than needed fits beside', 'abcdefghij', 10, 12, ['h:', '  abcdefghij']],
  ])('sets a text %s', (_, text, needed, width, lines) => {
    expect(hang('h:  ', needed, width, (room) => wrap(text, room))).toEqual(lines);
  });
});

describe('findBreaks', () => {
  /** The text with the quality of each break in it. */
  const mark = (text: string) => {
    const breaks = findBreaks(text);
    return [...breaks, { position: text.length, quality: '' }]
      .map(({ position, quality }, index) => `${text.slice(breaks[index - 1]?.position ?? 0, position)}${quality}`)
      .join('');
  };
  it.each([
    ['on the desk', 'on 3the 3desk'],
    ['front-office and --no-color', 'front-1office 3and 3--0no-1color'],
    ['お金の管理します。', 'お0金2の3管0理0し0ま0す。'],
    ['ぜひやる', 'ぜ0ひ3や0る'],
    ['あまりやる', 'あ0ま0り3や0る'],
    ['八月一日（月）、「はい」と', '八0月1一0日3（月）、3「は0い」3と'],
    ['請求書https://example.com/a/b-c?d=eを見る', '請0求1書1https://example.com/a/b-c?d=e2を3見0る'],
    ['see http://a.example/b-c/d or e-mail', 'see 3http://a.example/b-c/d 3or 3e-1mail'],
    ['https://example.com/a/b-c.html', 'https://example.com/3a/3b-c.html'],
    ['１０．５％、１２月', '１０．５％、3１２月'],
    ['１，２３４円～２円', '１，２３４円～1２円'],
    // Inflected words and those of several verbs.
    ['落ち込んでも割り切りが要る', '落0ち0込0ん0で0も3割0り0切0り0が3要0る'],
    ['座り疲れや立ち上げがわかりません', '座0り0疲0れ0や3立0ち0上0げ0が3わ0か0り0ま0せ0ん'],
    ['広くやり取りします', '広0く3や0り0取0り0し0ま0す'],
    ['話すこともあります', '話0す2こ0と0も2あ0り0ま0す'],
    // What the model of phrases would break.
    ['やりがいを感じる', 'や0り0が0い0を3感0じ0る'],
    ['働きすぎになりがちです', '働0き0す0ぎ0に3な0り0が0ち0で0す'],
    // Compounds, and such as are too long to stay whole.
    ['投資アナリストとリモートワーク', '投0資1ア0ナ0リ0ス0ト2と3リ0モー0ト1ワー0ク'],
    ['情報セキュリティマネジメント試験', '情0報2セ0キュ0リ0ティ1マ0ネ0ジ0メ0ン0ト2試0験'],
  ])('rates those of %s', (text, marked) => {
    expect(mark(text)).toBe(marked);
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

  it.each([
    ['か\u3099', 2],
    ['葛\u{E0100}', 2],
    ['❤\uFE0F', 1],
    ['e\u0301', 1],
    ['각', 2],
    ['🫠🪿', 4],
    ['🇯🇵', 2],
    ['👍🏽', 2],
    ['👩🏽‍💼', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['a\u200Db', 2],
    ['\u001B[1;31m経理\u001B[0m🫠', 6],
  ])('counts %j as %d columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('counts common characters the short way as it does the long way, also with colours', () => {
    const characters = fc.constantFrom('\u001B[31m', '\u001B[0;1m', 'か\u3099', ...Array.from('aZ~·–—“’•…←→↓─│█▟　。経理ぁあんァヴー！～ｱＡÀéÿ〰〾'));
    fc.assert(
      fc.property(fc.string({ unit: characters }), (text) => {
        expect(displayWidth(text)).toBe(displayWidth(`${text}𠮷`) - 2);
      }),
    );
  });
});

describe('padEnd', () => {
  it.each([
    ['経理', 6, '経理  '],
    ['経理', 4, '経理'],
    ['経理', 3, '経理'],
    ['', 2, '  '],
  ])('fills up %j to %d columns', (text, width, padded) => {
    expect(padEnd(text, width)).toBe(padded);
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
