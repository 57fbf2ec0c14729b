import { describe, expect, it } from 'vitest';
import { languages, loadCatalogue } from '../../src/index.ts';

const { guide, labourMarket, sources } = loadCatalogue();
const topic = guide.find(({ id }) => id === 'pay');
const entries = topic?.sections.flatMap((section) => section.entries ?? []) ?? [];

/** The numbers of people in a text, by its digits: years and the 100 they are set against are none. */
const peopleIn = (text: string) => [...text.replace(/(?:20\d\d|100)/g, '').matchAll(/\d+/g)].map(([digits]) => Number(digits));

describe('guide pay', () => {
  it.each(languages)('gives the openings of occupations as they are in the data, in %s', (language) => {
    const entry = entries.find(({ text }) => text.ja.startsWith('一般事務の求人は'));
    const expected = ['428', '432', '433', '542'].map((id) =>
      Math.round((labourMarket.openings.occupations.find((known) => known.id === id)?.ratio ?? 0) * 100),
    );
    expect(peopleIn(entry?.detail?.[language] ?? '')).toEqual(expected);
    expect(entry?.detail?.[language]).toContain(String(labourMarket.openings.year));
  });
  it.each(languages)('gives those of the group by year, apart from them and by its name, in %s', (language) => {
    const entry = entries.find(({ text }) => text.ja.startsWith('一般事務従事者全体'));
    const group = labourMarket.openingsByGroup.groups.find(({ id }) => id === '25');
    expect(peopleIn(entry?.detail?.[language] ?? '')).toEqual(Object.values(group?.byYear ?? {}).map(({ ratioFullTime }) => Math.round(ratioFullTime * 100)));
    expect(entry?.text[language]).toMatch(language === 'ja' ? (group?.label.ja ?? '?') : /general clerical workers/);
    expect(entry?.text[language]).toMatch(/パートを除く|without part-time/);
  });
  it('says who is in the figures of the wage survey, in its words', () => {
    expect(JSON.stringify(topic?.sections)).toContain('従業員10人以上の民間企業の、フルタイムで働く人の平均です（契約社員などを含み、パートは含まない）');
    expect(topic?.sources?.every((id) => sources.some((source) => source.id === id))).toBe(true);
  });
});
