import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGuideTopic, findRelatedTitle, findRole, findSubject, foldName, loadCatalogue } from '../../../src/index.ts';
import type { Catalogue, Role } from '../../../src/index.ts';
import { failureOf } from '../../helpers/failure.ts';

const catalogue = loadCatalogue();

describe('findRole', () => {
  it.each([
    ['keiri', 'keiri KEIRI Keiri 経理 けいり ケイリ ｹｲﾘ ｋｅｉｒｉ Accounting accounting kēri kêri 経理事務'],
    ['soumu', 'soumu somu sōmu sômu そうむ ソウム ソーム sohmu 総務'],
    ['zaimu', 'zaimu ざいむ ｻﾞｲﾑ 財務 finance'],
    ['kaikei', 'kaikei かいけい 会計'],
    ['jimu', 'jimu zimu じむ ジム 事務 一般事務 庶務'],
    ['jinji', 'jinji zinzi じんじ 人事 HR'],
    ['kouhou', 'kouhou koho kōhō kohou こうほう コーホー 広報 PR'],
    ['butsuryuu', 'butsuryuu butsuryu buturyu buturyuu butsuryū ぶつりゅう 物流 logistics'],
    ['kikaku', 'kikaku きかく 企画 planning 経営企画'],
    [
      'jouhou-system',
      'jouhou-system joho-system jouhousystem zyohosystem jōhō-system じょうほうシステム じょうほうしすてむ jouhoushisutemu 情報システム 情シス information-systems',
    ],
  ])('finds %s by any of its names', (id, names) => {
    for (const name of names.split(' ')) expect([name, findRole(catalogue, name).id]).toEqual([name, id]);
  });

  it('finds names with spaces inside and around', () => {
    expect(findRole(catalogue, '  human  resources ').id).toBe('jinji');
    expect(findRole(catalogue, 'Information Systems').id).toBe('jouhou-system');
  });

  it.each([
    ['kieri', 'keiri'],
    ['keri1', 'keiri'],
    ['acounting', 'keiri'],
    ['経利', 'keiri'],
    ['buturyo', 'butsuryuu'],
    ['system', 'jouhou-system'],
  ])('offers the nearest names for %s', (name, nearest) => {
    const failure = failureOf(() => findRole(catalogue, name));
    expect(failure).toMatchObject({ code: 'unknown-role', name });
    expect(failure?.code === 'unknown-role' && failure.nearest.map(({ id }) => id)).toContain(nearest);
  });

  it('offers nothing when nothing is near', () => {
    expect(failureOf(() => findRole(catalogue, 'quetzalcoatl'))).toMatchObject({ code: 'unknown-role', nearest: [] });
  });

  it('does not take a concept for a role', () => {
    expect(failureOf(() => findRole(catalogue, '労務'))).toMatchObject({ code: 'unknown-role' });
    expect(findSubject(catalogue, '労務')).toMatchObject({ kind: 'concept', concept: { id: 'roumu' } });
  });

  it.each(['', ' ', '　', '-', '__proto__', 'constructor', '\u0000', '👩‍💼'])('refuses %j without breaking', (name) => {
    expect(failureOf(() => findRole(catalogue, name))).toMatchObject({ code: 'unknown-role' });
  });

  it('refuses a very long name without breaking', () => {
    for (const name of ['🈁'.repeat(1000), 'a'.repeat(100_000)]) expect(failureOf(() => findRole(catalogue, name))).toMatchObject({ code: 'unknown-role' });
  });

  it('says which roles an ambiguous alias could mean', () => {
    const twin = (id: string): Role => ({ id, name: { ja: id, en: id }, summary: { ja: 'x', en: 'x' }, aliases: ['バックヤード'] });
    const crowded: Catalogue = { ...catalogue, roles: [...catalogue.roles, twin('one'), twin('two')] };
    expect(failureOf(() => findRole(crowded, 'ﾊﾞｯｸﾔｰﾄﾞ'))).toMatchObject({ code: 'ambiguous-role', candidates: [{ id: 'one' }, { id: 'two' }] });
  });

  it('lets no alias hide an id or a name', () => {
    const thief: Role = { id: 'thief', name: { ja: '泥棒', en: 'Thief' }, summary: { ja: 'x', en: 'x' }, aliases: ['keiri', '総務'] };
    const crowded: Catalogue = { ...catalogue, roles: [thief, ...catalogue.roles] };
    expect(findRole(crowded, 'keiri').id).toBe('keiri');
    expect(findRole(crowded, '総務').id).toBe('soumu');
  });

  it('takes a related title only where nobody is called so, and asks where several have it', () => {
    const own = (id: string, more: Partial<Role>): Role => ({ id, name: { ja: `役割${id}`, en: `Role ${id}` }, summary: { ja: 'x', en: 'x' }, ...more });
    const crowded: Catalogue = {
      ...catalogue,
      roles: [
        own('a', { relatedTitles: ['経理', 'けいり', 'HR', 'joho system', '窓口', 'Help desk'] }),
        own('b', { relatedTitles: ['窓口'] }),
        ...catalogue.roles,
      ],
    };
    for (const [name, id] of Object.entries({ 経理: 'keiri', けいり: 'keiri', HR: 'jinji', 'joho system': 'jouhou-system', 'help-desk': 'a' }))
      expect([name, findRole(crowded, name).id]).toEqual([name, id]);
    expect(failureOf(() => findRole(crowded, '窓口'))).toMatchObject({ code: 'ambiguous-role', candidates: [{ id: 'a' }, { id: 'b' }] });
    expect(findRole({ ...crowded, roles: [own('c', { aliases: ['窓口'] }), ...crowded.roles] }, '窓口').id).toBe('c');
  });

  it('says by which related title something was found, and nothing where it is called so', () => {
    const told = (name: string) => findRelatedTitle(findRole(catalogue, name), name);
    expect(['経営企画', 'ＷＡＲＥＨＯＵＳＥ', '社内se', '採用担当'].map(told)).toEqual(['経営企画', 'warehouse', '社内SE', '採用担当']);
    for (const { id, name, reading, aliases = [] } of catalogue.roles)
      for (const called of [id, name.ja, name.en, reading ?? id, ...aliases]) expect([called, told(called)]).toEqual([called, undefined]);
  });

  it('gives every name, reading, alias and related title of the catalogue to one subject only', () => {
    for (const subject of [...catalogue.roles, ...catalogue.concepts]) {
      for (const name of [
        subject.id,
        subject.name.ja,
        subject.name.en,
        subject.reading ?? subject.id,
        ...(subject.aliases ?? []),
        ...(subject.relatedTitles ?? []),
      ]) {
        const found = findSubject(catalogue, name);
        expect([name, found.kind === 'role' ? found.role.id : found.concept.id]).toEqual([name, subject.id]);
      }
    }
  });
});

describe('foldName', () => {
  it.each([
    'しゃしん シャシン shashin syasin',
    'しょむ shomu syomu shōmu syoumu',
    'しゅうし shūshi shuushi syuusi',
    'ちゃ cha tya',
    'ちょうり chōri tyouri chori',
    'ちち chichi titi',
    'つうち tsuuchi tūti',
    'ふむ fumu humu',
    'じゃま jama jyama zyama',
    'じじ jiji zizi',
    'しんぶん shimbun sinbun',
    'さんぽ sampo sanpo',
    'おおさか oosaka ohsaka ōsaka o\u0304\u0301saka',
    'おう ou ō ōou',
    'ええ ee ē ēei',
    'くう kuu kū kuuu',
    'あいうえ aiue',
    'おはよう ohayou ohayō',
  ])('is one for all of %s', (names) => {
    const [first = '', ...others] = names.split(' ');
    for (const other of others) expect([other, foldName(other)]).toEqual([other, foldName(first)]);
  });

  it('looks at no more than any name has', () => {
    expect(foldName('ka'.repeat(1000))).toBe('ka'.repeat(100));
  });

  it('is another for another name', () => {
    const names = 'しゃ し しょ さ そ ちゃ ち ちょ た と つ ふ う は じ じゃ ざ かな かま かんま おさ おはさ'.split(' ');
    expect(new Set(names.map(foldName)).size).toBe(names.length);
  });

  it('is the same for hiragana, katakana and either case', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Array.from('あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん')), {
          minLength: 1,
          maxLength: 8,
        }),
        (kana) => {
          const hiragana = kana.join('');
          const katakana = hiragana.replace(/[ぁ-ん]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0x60));
          expect(foldName(katakana)).toBe(foldName(hiragana));
          expect(foldName(foldName(hiragana).toUpperCase())).toBe(foldName(hiragana));
        },
      ),
    );
  });
});

describe('findGuideTopic', () => {
  it.each([
    ['back-office', 'back-office'],
    ['バックオフィスとは', 'back-office'],
    ['ばっくおふぃすとは', 'back-office'],
    ['給料', 'pay'],
    ['Salary', 'pay'],
  ])('finds %s', (name, id) => {
    expect(findGuideTopic(catalogue, name).id).toBe(id);
  });
  it('offers what exists', () => {
    const failure = failureOf(() => findGuideTopic(catalogue, 'back-ofice'));
    expect(failure).toMatchObject({ code: 'unknown-guide-topic', nearest: [{ id: 'back-office' }] });
    expect(failure?.code === 'unknown-guide-topic' && failure.all.length).toBe(catalogue.guide.length);
  });
});
