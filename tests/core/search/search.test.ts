import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/core/search/fold.ts';
import { serializeSearchIndex } from '../../../src/core/search/index.ts';
import { locateTerm, mergeRanges } from '../../../src/core/search/locate.ts';
import { contentWords } from '../../../src/core/search/tokens.ts';
import { languages, loadCatalogue, loadRoleFolders, loadSearchIndex, searchCatalogue, sections } from '../../../src/index.ts';
import type { SearchResult } from '../../../src/index.ts';
import { makeFolder, roleYaml } from '../../helpers/folder.ts';

const catalogue = loadCatalogue();
const index = loadSearchIndex();
const search = (query: string) => searchCatalogue(index, query, 'ja');
const idsOf = ({ groups }: SearchResult) => groups.map(({ subject }) => subject.body.id);
/** What is marked, by passage. */
const markedIn = ({ groups }: SearchResult) =>
  Object.fromEntries(
    groups.flatMap(({ hits }) =>
      hits.map(({ passage, lines }) => [passage.id, lines.flatMap(({ text, ranges }) => ranges.map(({ start, end }) => text.slice(start, end)))]),
    ),
  );

describe('foldText', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['ｹｲﾘ', 'けいり'],
    ['ガﾞｶﾞ', 'が\u3099が'],
    ['サーバー', 'さーば'],
    ['サーバー室', 'さーば室'],
    ['データ', 'でーた'],
    ['Café', 'cafe'],
    ['㈱', '(株)'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text).folded).toBe(folded);
  });
  it('knows where each character comes from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { folded, offsets } = foldText(text);
        expect(offsets).toHaveLength(folded.length + 1);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        expect(offsets.at(-1)).toBe(text.length);
      }),
    );
  });
});

describe('locateTerm', () => {
  const locate = (text: string, term: string) => {
    const located = locateTerm(foldText(text), { term, words: contentWords(term) });
    return located === undefined ? undefined : [located.quality, ...located.ranges.map(({ start, end }) => text.slice(start, end))];
  };
  it.each<[text: string, term: string, found: readonly string[] | undefined]>([
    ['給与計算と年末調整は', '年末調整', ['exact', '年末調整']],
    ['年末の調整', '年末調整', ['variant', '年末', '調整']],
    ['給与の計算', '給与計算', ['variant', '給与', '計算']],
    ['問い合わせの窓口', '問合せ', ['variant', '問い合わせ']],
    ['問合せの窓口', '問い合わせ', ['variant', '問合せ']],
    ['見積もりを作る', '見積', ['exact', '見積']],
    ['サーバーの管理', 'サーバ', ['exact', 'サーバー']],
    ['サーバの管理', 'サーバー', ['exact', 'サーバ']],
    ['リストを作る', 'リース', undefined],
    ['周りの人となりすまし', 'リス', undefined],
    ['プレスリリース', 'リリース', ['exact', 'リリース']],
    ['ｴｸｾﾙを使う', 'エクセル', ['exact', 'ｴｸｾﾙ']],
    ['機会の計画', '会計', undefined],
    ['Recruitment and training', 'recruiting', ['variant', 'Recruitment']],
    ['Managing contracts', 'contract', ['exact', 'contracts']],
    ['An excellent command', 'excel', undefined],
    ['Item', 'it', undefined],
    ['Good IT skills', 'it', ['exact', 'IT']],
    ['The tax return', 'tax', ['exact', 'tax']],
    ['C++ and C#', 'c++', ['exact', 'C++']],
    ['anything', '', undefined],
  ])('in %s finds of %s: %j', (text, term, found) => {
    expect(locate(text, term)).toEqual(found);
  });
  it('finds every stretch of a text in it', () => {
    const kanji = fc.string({ unit: fc.constantFrom(...Array.from('年末調整給与計算管理')), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(kanji, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
        const term = text.slice(start, end + 1);
        const located = locateTerm(foldText(text), { term, words: [] });
        expect(located?.ranges.map((range) => text.slice(range.start, range.end))).toContain(term);
      }),
    );
  });
  it('never fails, and gives ranges of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, term) => {
        const { ranges } = locateTerm(foldText(text), { term, words: contentWords(term) }) ?? { ranges: [] };
        for (const { start, end } of ranges) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
      }),
    );
  });
});

describe('mergeRanges', () => {
  it('joins what touches, and keeps the rest apart', () => {
    const ranges = [
      { start: 5, end: 7 },
      { start: 0, end: 2 },
      { start: 2, end: 3 },
      { start: 6, end: 6 },
    ];
    expect(mergeRanges(ranges)).toEqual([
      { start: 0, end: 3 },
      { start: 5, end: 7 },
    ]);
  });
});

describe('searchCatalogue', () => {
  it('finds which roles do something, duties first, and says that they share it', () => {
    const result = search('年末調整');
    expect(idsOf(result)).toEqual(['keiri', 'kaikei']);
    expect(result.sharedBy.map(({ id }) => id)).toEqual(['keiri', 'kaikei']);
    expect(result.groups.map(({ hits }) => hits.map(({ passage }) => passage.section))).toEqual([
      ['duties', 'checks'],
      ['duties', 'checks'],
    ]);
    expect(Object.values(markedIn(result)).flat()).toEqual(['年末調整', '年末調整', '年末調整', '年末調整']);
  });
  it.each([
    '年末調整',
    'ねんまつちょうせい',
    'ネンマツチョウセイ',
    'ﾈﾝﾏﾂﾁｮｳｾｲ',
    'nenmatsuchousei',
    'nenmatu-tyosei',
    'ＮＥＮＭＡＴＳＵＣＨＯＳＥＩ',
    'nenmatsu chosei',
    '年末　調整',
  ])('finds 年末調整 by %s', (query) => {
    const result = search(query);
    expect(idsOf(result).slice(0, 2)).toEqual(['keiri', 'kaikei']);
    expect(markedIn(result)['role/keiri/duties/6']?.[0] ?? Object.values(markedIn(result))[0]?.[0]).toBe('年末調整');
  });
  it('finds the beginning of a reading', () => {
    expect(idsOf(search('ねんまつ'))).toEqual(expect.arrayContaining(['keiri', 'kaikei', 'zaimu']));
    expect(idsOf(search('nenmatsu'))).toEqual(idsOf(search('ねんまつ')));
  });
  it('finds words written together that stand apart, and apart that stand together', () => {
    expect(idsOf(search('給与 計算'))).toEqual(expect.arrayContaining(idsOf(search('給与計算'))));
    expect(idsOf(search('給与計算')).slice(0, 2)).toEqual(['roumu', 'keiri']);
    expect(idsOf(search('問合せ'))).toEqual(idsOf(search('問い合わせ')));
  });
  it('finds English in whatever language it answers', () => {
    expect(idsOf(search('payroll'))).toEqual(idsOf(searchCatalogue(index, 'payroll', 'en')));
    expect(idsOf(search('payroll'))).toEqual(expect.arrayContaining(['keiri', 'kaikei', 'jinji']));
    const [first] = searchCatalogue(index, '年末調整', 'en').groups;
    expect(first?.hits[0]?.lines[0]).toMatchObject({ language: 'en' });
  });
  it('puts what is called so first', () => {
    for (const { id, name } of catalogue.roles) {
      expect(idsOf(search(name.ja))[0]).toBe(id);
      expect(idsOf(search(name.en))[0]).toBe(id);
    }
    expect(idsOf(search('労務'))[0]).toBe('roumu');
  });
  it('takes what stands nowhere for a slip', () => {
    expect(search('年末調製')).toMatchObject({ corrections: [{ from: '年末調製', to: '年末調整' }], words: ['年末調整'] });
    expect(search('recruting')).toMatchObject({ corrections: [{ from: 'recruting', to: 'recruiting' }] });
    expect(idsOf(search('ねんまつちょうせ'))).toContain('keiri');
  });
  it('leaves out what stands nowhere, and says so', () => {
    const result = search('年末調整 ロケット');
    expect(result).toMatchObject({ missing: ['ロケット'], coverage: 'some', words: ['年末調整'] });
    expect(idsOf(result)).toEqual(['keiri', 'kaikei']);
  });
  it('finds words of one role apart from each other', () => {
    const result = search('源泉所得税 簿記');
    expect(result).toMatchObject({ coverage: 'apart' });
    expect(idsOf(result)).toEqual(['kaikei']);
  });
  it('finds those with most of the words where none has all', () => {
    const result = search('源泉所得税 簿記 倉庫');
    expect(result).toMatchObject({ coverage: 'some', missing: [] });
    expect(idsOf(result)).toEqual(idsOf(search('源泉所得税 簿記')));
  });
  it('takes a word of which folding leaves little for a whole reading only', () => {
    expect(new Set(idsOf(search('keiei')))).toEqual(new Set(idsOf(search('けいえい'))));
  });
  it('understands a question', () => {
    expect(idsOf(search('どの職種が年末調整をする？'))).toEqual(['keiri', 'kaikei']);
    expect(idsOf(searchCatalogue(index, 'which role does the payroll', 'en')).slice(0, 2)).toEqual(['keiri', 'kaikei']);
  });
  it('finds nothing where there is nothing, and names what comes near', () => {
    expect(search('zzzzqq')).toMatchObject({ groups: [], missing: ['zzzzqq'] });
    expect(search('経営').groups.length).toBeGreaterThan(0);
    expect(search('年調').nearest).toEqual([]);
    for (const query of ['', '   ', '。、', '*', '\u200B']) expect(search(query).groups).toEqual([]);
  });
  it('never fails, whatever is looked for', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...Array.from('年末ねんネン調整 -+*?()[]{}|^$\\')), maxLength: 20 }),
    );
    fc.assert(
      fc.property(text, (query) => {
        const { groups } = search(query);
        for (const { hits } of groups) {
          for (const { text: line, ranges } of hits.flatMap(({ lines }) => lines)) for (const { end } of ranges) expect(end).toBeLessThanOrEqual(line.length);
        }
      }),
      { numRuns: 60 },
    );
  });
  it.each(languages)('finds every headline of every role by itself (%s)', (language) => {
    const rolesBy = new Map<string, Set<string>>();
    for (const role of catalogue.roles)
      for (const { text } of sections.flatMap((section) => role[section] ?? []))
        rolesBy.set(text[language], (rolesBy.get(text[language]) ?? new Set()).add(role.id));
    // Some headlines are those of many roles: a search for each text is enough. In English it has many words and takes long, so every third is looked for.
    for (const [text, ids] of [...rolesBy].filter((_, place) => language === 'ja' || place % 3 === 0)) {
      const found = idsOf(search(text.slice(0, 180)));
      expect({ text, missing: [...ids].filter((id) => !found.includes(id)) }).toEqual({ text, missing: [] });
    }
  });
});

describe('readings', () => {
  it('are of words that stand in the texts, and find them', () => {
    const texts = [...index.listPassages()].flatMap(({ lines }) => lines.map(({ ja }) => ja)).join('\n');
    expect(Object.keys(catalogue.readings).filter((word) => !texts.includes(word))).toEqual([]);
    for (const [word, reading] of Object.entries(catalogue.readings).filter((_, place) => place % 10 === 0)) {
      expect({
        word,
        found: Object.values(markedIn(search(reading)))
          .flat()
          .some((marked) => marked.includes(word)),
      }).toEqual({ word, found: true });
    }
  });
});

describe('own roles', () => {
  const merge = (files: Readonly<Record<string, string>>) => {
    const { catalogue: merged, diagnostics } = loadRoleFolders([makeFolder(files)], catalogue);
    expect(diagnostics).toEqual([]);
    return loadSearchIndex(merged);
  };
  it('are found, also by readings of their own', () => {
    const own = merge({ 'own.yaml': roleYaml('own', 'readings: { 献立表: こんだてひょう }\nduties:\n  - text: 献立表の作成\n') });
    expect(idsOf(searchCatalogue(own, '献立表', 'ja'))).toEqual(['own']);
    expect(idsOf(searchCatalogue(own, 'kondate', 'ja'))).toEqual(['own']);
    expect(idsOf(searchCatalogue(own, '年末調整', 'ja'))).toEqual(['keiri', 'kaikei']);
  });
  it('replace what they take the id of', () => {
    const own = merge({ 'keiri.yaml': roleYaml('keiri', 'duties:\n  - text: 献立表の作成\n') });
    expect(idsOf(searchCatalogue(own, '年末調整', 'ja'))).toEqual(['kaikei']);
    expect(idsOf(searchCatalogue(own, '献立表', 'ja'))).toEqual(['keiri']);
  });
  it('may have hostile names of words', () => {
    const own = merge({ 'own.yaml': roleYaml('own', 'duties:\n  - text: toString hasOwnProperty 稟議\n') });
    expect(idsOf(searchCatalogue(own, 'toString', 'ja'))).toEqual(['own']);
    expect(idsOf(searchCatalogue(own, '__proto__', 'ja'))).toEqual([]);
  });
});

describe('the built index', () => {
  it('is that of the catalogue', () => {
    expect(readFileSync(new URL('../../../dist/search.ndjson', import.meta.url), 'utf8')).toBe(serializeSearchIndex(catalogue));
  });
});

describe('the index', () => {
  it('has every word of every passage', () => {
    const passages = [...index.listPassages()];
    const missing = passages.flatMap(({ id, lines }) =>
      lines
        .flatMap(({ ja, en }) => [...contentWords(ja), ...(en.match(/\p{Script=Latin}{3,}/gu) ?? [])])
        .filter((word) => !index.findCandidates({ term: word, words: contentWords(word) }).has(id))
        .map((word) => `${id} ${word}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('a hyphen, a space or neither', () => {
  const own = makeFolder({
    'net.yaml': roleYaml(
      'net',
      'duties:\n  - text: { ja: Wi-Fiの設定, en: Setting up Wi-Fi }\n  - text: { ja: e-Taxでの申告, en: Filing by e-Tax }\n' +
        '  - text: { ja: A/Bテスト, en: A/B tests at the year end }\n',
    ),
  });
  const { catalogue: merged } = loadRoleFolders([own], catalogue);
  const withOwn = loadSearchIndex(merged);
  const hitsOf = (query: string) =>
    searchCatalogue(withOwn, query, 'ja').groups.flatMap(({ hits }) => hits.map(({ passage, lines }) => [passage.id, lines.map(({ ranges }) => ranges)]));
  const written = [...withOwn.listPassages()].flatMap(({ lines }) => lines.flatMap(({ ja, en }) => [ja, en])).join('\n');
  // Ids and addresses are no words.
  const compounds = new Set(
    (written.replace(/https?:\S+|backoffice [a-z -]+/g, '').match(/\b[A-Za-z]{1,}-[A-Za-z]{2,}\b/g) ?? []).map((word) => word.toLowerCase()),
  );
  it('gives the same hits for all compounds of the texts', () => {
    expect(compounds.size).toBeGreaterThan(10);
    for (const compound of compounds) {
      const ways = [compound, compound.replace('-', ' '), compound.replace('-', ''), compound.toUpperCase()];
      const [hits, ...others] = ways.map(hitsOf);
      expect([compound, hits?.length === 0]).toEqual([compound, false]);
      for (const other of others) expect([compound, other]).toEqual([compound, hits]);
    }
  });
  it.each(['wi-fi', 'e-tax', 'year-end', 'part-time', 'pay-roll', 'over-time', 'human-resources', 'remote-work', 'help-desk'])(
    'gives the same hits for %s',
    (compound) => {
      const hits = hitsOf(compound);
      expect(hits).not.toEqual([]);
      for (const way of [compound.replace('-', ' '), compound.replace('-', ''), compound.replace('-', '\u2010')])
        expect([way, hitsOf(way)]).toEqual([way, hits]);
    },
  );
  it('looks for what is parted by a slash as a whole, and for its parts where that is nowhere', () => {
    expect(searchCatalogue(withOwn, 'A/B', 'ja')).toMatchObject({ words: ['A/B'] });
    expect(idsOf(searchCatalogue(withOwn, 'Ａ／Ｂ', 'ja'))).toEqual(['net']);
    expect(idsOf(search('年末調整/簿記'))).toEqual(idsOf(search('年末調整 簿記')));
  });
});

describe('what people type', () => {
  const first = (query: string, language: 'ja' | 'en' = 'ja') => idsOf(searchCatalogue(index, query, language))[0];
  it.each([
    ['予算', 'eigyou-jimu'],
    ['決算', 'keiri'],
    ['けーり', 'keiri'],
    ['keiri', 'keiri'],
    ['IT', 'jouhou-system'],
    ['IT helpdesk', 'jouhou-system'],
    ['なくなる仕事', 'butsuryuu'],
    ['which job has the least overtime?', 'jimu'],
  ])('%s leads to %s', (query, id) => {
    expect(first(query)).toBe(id);
  });
  it.each([
    ['テレワーク', 'リモートワーク'],
    ['work from home', 'リモートワーク'],
    ['ＥＸＣＥＬ', 'オフィスソフト'],
  ])('%s is looked for as %s, and it says so', (from, to) => {
    const result = search(from);
    expect(result).toMatchObject({ words: [to], corrections: [{ from, to }] });
    expect(result.groups.length).toBeGreaterThan(0);
  });
  it('takes capitals such as IT for another word than it, and ids in commands and addresses for no words', () => {
    for (const marked of Object.values(markedIn(search('IT'))).flat()) expect(marked).toBe('IT');
    for (const marked of Object.values(markedIn(search('shigoto'))).flat()) expect(marked).not.toMatch(/shigoto/i);
  });
  it('offers nothing that is only a little alike', () => {
    for (const query of ['溶接', 'TOEIC', '電卓', 'ストレス']) expect(search(query)).toMatchObject({ groups: [], nearest: [] });
  });
  it.each(['残業が少ない', '残業少なめ', '残業 少ない'])('%s leads to what says so in its headline', (query) => {
    expect(search(query).groups[0]?.hits.map(({ passage }) => passage.section)).toEqual(['merits', 'conditions', 'demerits']);
  });
  it('names one word once, also where two were typed for it', () => {
    expect(search('テレワーク 在宅')).toMatchObject({
      words: ['リモートワーク'],
      coverage: 'together',
      corrections: [{ from: 'テレワーク' }, { from: '在宅' }],
    });
  });
  it.each(['會計', '会\u{E0100}計'])('finds 会計 by %s', (query) => {
    expect(idsOf(search(query))).toEqual(idsOf(search('会計')));
  });
  it.each(['会計', '総務', '年末調整', '人事異動', '月次決算'])('marks the same in %s with a selector behind any of its characters', (word) => {
    for (const [place] of Array.from(word).entries())
      for (const selector of ['\uFE00', '\u{E0100}'])
        expect(markedIn(search(word.slice(0, place + 1) + selector + word.slice(place + 1)))).toEqual(markedIn(search(word)));
  });
  it.each(['nennmatutyousei', 'nemmatsu chōsei', 'nenmatsu chousei', 'NENMATSUCHOSEI'])('finds 年末調整 by %s', (query) => {
    expect(idsOf(search(query)).slice(0, 2)).toEqual(['keiri', 'kaikei']);
  });
  it('does not take a negation for okurigana', () => {
    expect(Object.values(markedIn(search('資格なし'))).flat()).not.toContain('資格');
  });
});
