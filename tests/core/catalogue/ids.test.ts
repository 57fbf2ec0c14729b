import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, longestId, suggestId } from '../../../src/core/catalogue/ids.ts';

describe('an id', () => {
  it.each(['x', 'eigyou-jimu', 'a1-2b', 'a'.repeat(longestId)])('may be %j', (id) => {
    expect(isId(id)).toBe(true);
  });
  it.each([
    '',
    'A',
    '1a',
    '-a',
    'a-',
    'a--b',
    'a_b',
    'a b',
    '.',
    '..',
    'a/b',
    '営業',
    'constructor',
    'prototype',
    '__proto__',
    'a\n',
    'a'.repeat(longestId + 1),
  ])('is not %j', (id) => {
    expect(isId(id)).toBe(false);
  });
});

describe('the id suggested', () => {
  it.each([
    ['Eigyou Jimu', 'eigyou-jimu'],
    ['えいぎょうじむ', 'eigyoujimu'],
    ['エイギョウ　ジム', 'eigyou-jimu'],
    ['ｴｲｷﾞｮｳ', 'eigyou'],
    ['ちょうさ・きかく', 'chousa-kikaku'],
    ['Eigyō Jimu', 'eigyou-jimu'],
    ['Kyū', 'kyuu'],
    ['café', 'cafe'],
    ['ＩＴ', 'it'],
    ['eigyou_jimu.yaml', 'eigyou-jimu'],
    ['../../etc/passwd', 'etc-passwd'],
    ['2nd-line', 'nd-line'],
    [`${'a'.repeat(longestId - 1)} b`, 'a'.repeat(longestId - 1)],
  ])('for %j is %j', (text, id) => {
    expect(suggestId(text)).toBe(id);
  });
  it.each(['', '営業事務', '営業ジム', '..', '/', '123', 'constructor', '👍', '영업'])('for %j is none', (text) => {
    expect(suggestId(text)).toBeUndefined();
  });
  it('is an id, whatever was typed, and an id itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const id = suggestId(text);
        expect(id === undefined || isId(id)).toBe(true);
        if (id !== undefined) expect(suggestId(id)).toBe(id);
      }),
    );
  });
});
