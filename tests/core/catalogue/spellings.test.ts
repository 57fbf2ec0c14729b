import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSubject, foldName, isCalled, loadCatalogue } from '../../../src/index.ts';
import type { Role } from '../../../src/index.ts';
import { romanise, systems } from '../../helpers/romanise.ts';

const { roles, concepts, guide, readings } = loadCatalogue();
const words = readFileSync(new URL('words.txt', import.meta.url), 'utf8')
  .split(/\s+/)
  .filter((word) => word !== '');
const catalogued = [...roles, ...concepts].flatMap(({ name, reading, aliases = [] }) => [name.ja, ...(reading === undefined ? [] : [reading]), ...aliases]);
const titles = guide.flatMap(({ title, aliases = [] }) => [title.ja, ...aliases]);
const all = [...new Set([...words, ...Object.values(readings), ...catalogued, ...titles])].filter((name) => /[ぁ-ヶ]/.test(name));
const called = (name: string): Role => ({ id: 'x', name: { ja: name, en: '?' }, summary: { ja: '?', en: '?' } });

describe('any romanisation', () => {
  it('has a good many words of real Japanese to be tried on', () => {
    expect(all.length).toBeGreaterThan(2000);
  });
  it.each(systems)('finds every word in %s', (system) => {
    const spelled = all.map((name) => [name, romanise(name, system)] as const);
    // The generator leaves no kana behind.
    expect(
      spelled.filter(([name, spelling]) => /[ぁ-ヶー]/.test(spelling) || (/^[ぁ-ヶー]+$/.test(name) && !/^[\p{Script=Latin}'-]+$/u.test(spelling))),
    ).toEqual([]);
    expect(spelled.filter(([name, spelling]) => !isCalled(called(name), spelling) || !isCalled(called(name), spelling.toUpperCase()))).toEqual([]);
    expect(spelled.filter(([name, spelling]) => foldName(spelling) !== foldName(name))).toEqual([]);
  });
  it.each(systems)('finds kana of any kind in %s', (system) => {
    const syllable = fc.constantFrom(
      ...(words.join('').match(/[ぁ-ゖァ-ヶ][ゃゅょャュョ]?ー?/g) ?? []).filter((part) => !/^[っッぁ-ぉァ-ォゃゅょャュョ]/.test(part)),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(syllable, fc.constant('ん')), { minLength: 1, maxLength: 10 }), (parts) => {
        const kana = parts.join('').replace(/[ァ-ヶ]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0x60));
        expect(isCalled(called(kana), romanise(kana, system))).toBe(true);
      }),
    );
  });
  it('finds a word in either kana, and no other word by its kana', () => {
    const kana = [...new Set(all.filter((name) => /^[ぁ-ゖ]+$/.test(name)))];
    const katakana = (name: string) => name.replace(/[ぁ-ゖ]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0x60));
    expect(kana.filter((name) => !isCalled(called(name), katakana(name)))).toEqual([]);
    // Those that are romanised alike are the ones that could be mixed up.
    const alike = new Map<string, string[]>();
    for (const name of kana) alike.set(foldName(name), [...(alike.get(foldName(name)) ?? []), name]);
    const mixed = [...alike.values()].flatMap((group) => group.flatMap((name) => group.filter((other) => other !== name && isCalled(called(name), other))));
    expect(mixed).toEqual([]);
    expect([...alike.values()].filter((group) => group.length > 1).length).toBeGreaterThan(40);
  });
  it.each([
    ['マーケティング', 'maaketingu māketingu ma-kethingu maketingu MĀKETINGU'],
    ['オフィス', 'ofisu ofuisu ofwisu'],
    ['ウェブ', 'webu uebu'],
    ['ファイル', 'fairu huairu fuairu hwairu'],
    ['ヴァイオリン', 'vaiorin baiorin'],
    ['てつづき', 'tetsuzuki tetsudzuki tetuduki tetuzuki tetsuduki'],
    ['じんじ', "jinji zinzi jinnji zinnzi ji'nji jinzi"],
    ['こんやく', "kon'yaku konyaku konnyaku kon-yaku"],
    ['まっちゃ', 'matcha maccha mattya maxtucha maltutya'],
    ['せっち', 'setchi secchi setti'],
    ['いっしょ', 'issho issyo'],
    ['よっつ', 'yottsu yottu'],
    ['ゐど', 'wido ido'],
    ['こゑ', 'kowe koe'],
    ['ろうむ', 'roumu rōmu rômu romu roomu rohmu RŌMU ro-mu'],
    ['おおさか', 'oosaka ōsaka ohsaka osaka'],
    ['けいり', 'keiri kēri keri keeri'],
    ['しんぶん', 'shinbun shimbun sinbun'],
  ])('finds %s by %s', (name, spellings) => {
    for (const spelling of spellings.split(' ')) expect([spelling, isCalled(called(name), spelling)]).toEqual([spelling, true]);
  });
  it.each([
    ['ろむ', 'roumu rōmu roomu rohmu ろうむ ローム ロウム'],
    ['ろうむ', 'ろむ ロム ろおむ らうむ ramu'],
    ['おばさん', 'おばあさん obaasan obāsan'],
    ['ゆき', 'yuuki yūki ゆうき'],
    ['びよういん', 'byouin びょういん'],
    ['かた', 'katta かった'],
    ['けいり', 'けえり ケーリー きり kiri'],
    ['づ', 'ず'],
  ])('does not take for %s: %s', (name, spellings) => {
    for (const spelling of spellings.split(' ')) expect([spelling, isCalled(called(name), spelling)]).toEqual([spelling, false]);
  });
});

describe('old forms, selectors and counters', () => {
  it.each([
    '経理 經理',
    '会計 會計',
    '総務 總務',
    '高島 髙島',
    '山崎 山﨑 山嵜',
    '辻口 辻\u{E0100}口 辻\uFE00口',
    '渡辺 渡邊 渡邉',
    '斉藤 齊藤',
    '3か月 3ヶ月 3カ月 3ヵ月 3ケ月 3ｹ月 ３ヶ月',
    '数か所 数ヶ所 数ケ所',
  ])('are one in %s', (names) => {
    for (const name of names.split(' '))
      for (const other of names.split(' ')) expect([name, other, isCalled(called(name), other)]).toEqual([name, other, true]);
  });
  it('are other characters elsewhere', () => {
    expect(isCalled(called('ケーキ'), 'カーキ')).toBe(false);
    expect(isCalled(called('一覧'), '二覧')).toBe(false);
  });
});

describe('which name is meant', () => {
  const role = (id: string, ja: string, others: Partial<Role> = {}): Role => ({ id, name: { ja, en: `Role ${id}` }, summary: { ja: '?', en: '?' }, ...others });
  const find = (own: readonly Role[], name: string): string => {
    try {
      const found = findSubject({ ...loadCatalogue(), roles: [...roles, ...own] }, name);
      return found.kind === 'role' ? found.role.id : found.concept.id;
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };
  const romu = role('romu', '労務', { reading: 'ろうむ' });
  it.each([
    ['an exact id', [romu], 'romu', 'romu'],
    ['the other exact id', [romu], 'roumu', 'roumu'],
    ['an exact id in capitals', [romu], 'ＲＯＭＵ', 'romu'],
    ['nobody can tell', [romu], 'rōmu', 'ambiguous-role'],
    ['nobody can tell from a name that both have', [romu], '労務', 'ambiguous-role'],
    ['a reading in kana', [role('lom', '呂務', { reading: 'ろむ' })], 'ろうむ', 'roumu'],
    ['a reading in katakana', [role('lom', '呂務', { reading: 'ろむ' })], 'ロム', 'lom'],
    ['both readings that a spelling may have', [role('lom', '呂務', { reading: 'ろむ' })], 'romu', 'ambiguous-role'],
    ['the one reading that a spelling may have', [role('lom', '呂務', { reading: 'ろむ' })], 'rohmu', 'roumu'],
    ['an exact name before one that is folded', [role('old', '經理')], '經理', 'old'],
    ['the name as it is before one that is folded', [role('old', '經理')], '経理', 'keiri'],
    ['an exact alias before a spelling', [role('own', '窓口', { aliases: ['somu'] })], 'somu', 'own'],
    ['an id of which no reading is known, by kana', [role('koubai', '購買')], 'こうばい', 'koubai'],
    ['the same in passport spelling', [role('koubai', '購買')], 'KOBAI', 'koubai'],
    ['no id by other kana', [role('romu', '呂務', { reading: 'ろむ' })], 'ろうむ', 'roumu'],
  ])('%s', (_, own, name, id) => {
    expect(find(own, name)).toBe(id);
  });
});
