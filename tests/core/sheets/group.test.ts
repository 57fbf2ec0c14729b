import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listMainRoles } from '../../../src/core/catalogue/tiers.ts';
import { scoreAnswers } from '../../../src/core/fit/score.ts';
import { createGroup } from '../../../src/core/sheets/group.ts';
import { publishParts, publishSeveral, publishShares } from '../../../src/core/sheets/publish-counts.ts';
import type { PublishedCount } from '../../../src/core/sheets/publish-counts.ts';
import { viewGroup } from '../../../src/core/views/group.ts';
import { loadCatalogue } from '../../../src/index.ts';

const catalogue = loadCatalogue();
const { items, avoidances } = catalogue.fit;
const main = listMainRoles(catalogue.roles);

/** All ways to part a total. */
function* partsOf(total: number, cells: number): Generator<number[]> {
  if (cells === 1) yield [total];
  else for (let first = 0; first <= total; first += 1) for (const rest of partsOf(total - first, cells - 1)) yield [first, ...rest];
}

/** What could have been there, by what is told: for each cell its values, and how many people are under five in all. */
function collect(cases: Iterable<readonly number[]>, publish: (counts: readonly number[]) => readonly PublishedCount[] | undefined) {
  const told = new Map<string, { cells: Set<number>[]; rest: Set<number> }>();
  for (const counts of cases) {
    const key = JSON.stringify(publish(counts) ?? 'nothing');
    const seen = told.get(key) ?? { cells: counts.map(() => new Set<number>()), rest: new Set<number>() };
    told.set(key, seen);
    for (const [place, count] of counts.entries()) seen.cells[place]?.add(count);
    seen.rest.add(counts.filter((count) => count < 5).reduce((sum, count) => sum + count, 0));
  }
  return [...told].map(([key, seen]) => ({ key, ...seen }));
}

/** Numbers of one to four people that follow from what is told. */
const followed = (sets: readonly Set<number>[]) => sets.flatMap((set) => (set.size === 1 ? [...set].filter((count) => count > 0 && count < 5) : []));

const person = fc.record({
  answers: fc.array(fc.constantFrom(undefined, 1, 2, 3, 4, 5), { minLength: items.length, maxLength: items.length }),
  avoid: fc.subarray(avoidances.map(({ id }) => id)),
});
const answersOf = (answers: readonly (number | undefined)[]) =>
  new Map(items.flatMap(({ id }, place) => (answers[place] === undefined ? [] : [[id, answers[place]] as const])));

describe('counts that may be told', () => {
  it('tell nothing of one to four people: whoever knows the total and this program cannot work a hidden count out, nor all of them together', () => {
    for (const cells of [1, 2, 3, 4]) {
      for (let total = 0; total <= 30; total += 1) {
        for (const { key, cells: values, rest } of collect(partsOf(total, cells), publishParts)) {
          // With one cell, all are in it.
          if (total >= 5) expect([key, ...followed([...values, rest])]).toEqual([key]);
        }
      }
    }
  });
  it('say the same of people who are in two or three of them', () => {
    for (let people = 10; people <= 20; people += 1) {
      const counts = Array.from(partsOf(people, 4), ([ab = 0, ac = 0, bc = 0, abc = 0]) => [ab + ac + abc, ab + bc + abc, ac + bc + abc]);
      for (const { key, cells } of collect(counts, (each) => publishSeveral(each, people))) expect([key, ...followed(cells)]).toEqual([key]);
    }
  });
  it('are told where they leave nobody or at least five', () => {
    const known = [{ count: 11 }, { count: 9 }, { underFive: true }, { underFive: true }];
    expect(publishParts([11, 9, 0, 0])).toEqual(known);
    expect(publishParts([11, 9, 3, 2])).toEqual(known);
    expect(publishParts([11, 9, 3, 0])).toEqual([{ withheld: true }, { count: 9 }, { underFive: true }, { underFive: true }]);
    expect(publishParts([17, 3])).toBeUndefined();
    expect(publishParts([4, 4, 4])).toBeUndefined();
    expect(publishParts([9])).toBeUndefined();
    expect(publishShares([20, 16, 15, 5, 4, 0], 20)).toEqual([
      { count: 20 },
      { withheld: true },
      { count: 15 },
      { count: 5 },
      { underFive: true },
      { underFive: true },
    ]);
    expect(publishShares([9], 9)).toBeUndefined();
  });
});

describe('a group', () => {
  it('counts what each result says, and averages the answers', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (people) => {
        const group = createGroup(catalogue);
        const results = people.map(({ answers, avoid }) => ({ avoid, result: scoreAnswers(catalogue, answersOf(answers), 'full', avoid) }));
        for (const { result, avoid } of results) group.add(result, avoid);
        const { standings, clear, shared, avoid, neighbours, profile, people: size } = group.count();
        expect(size).toBe(people.length);
        expect(Object.values(standings).reduce((sum, count) => sum + count, 0)).toBe(size);
        expect([...clear.values()].reduce((sum, count) => sum + count, 0)).toBe(standings.clear);
        const level = [...shared.values()].reduce((sum, count) => sum + count, 0);
        expect(level).toBeGreaterThanOrEqual(2 * standings.shared);
        expect(level).toBeLessThanOrEqual(3 * standings.shared);
        for (const { id } of avoidances) expect(avoid.get(id)).toBe(people.filter((each) => each.avoid.includes(id)).length);
        for (const [id, count] of neighbours)
          expect(count).toBe(results.filter(({ result }) => result.neighbours.some(({ role, named }) => named && role.id === id)).length);
        const compared = results.filter(({ result }) => result.roles.length > 0 && !result.warnings.includes('contradictory'));
        for (const [id, { mean, deviation, people: answered }] of profile) {
          const values = compared.flatMap(({ result }) => result.profile.get(id) ?? []);
          expect(answered).toBe(values.length);
          const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
          expect(mean).toBeCloseTo(middle, 9);
          expect(deviation).toBeCloseTo(Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length), 6);
        }
      }),
      { numRuns: 60 },
    );
  });
  it('says nothing of under five people, and of ten or more no count under five', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), (people, times) => {
        const group = createGroup(catalogue);
        for (const { answers, avoid } of people.flatMap((each, place) => Array.from({ length: place === 0 ? times : 1 }, () => each)))
          group.add(scoreAnswers(catalogue, answersOf(answers), 'full', avoid), avoid);
        const counts = group.count();
        const document = viewGroup(catalogue, counts, 'en');
        const { kind, schemaVersion, language, bankVersion, underFive, ...told } = document;
        expect([kind, schemaVersion, language, bankVersion]).toEqual(['group', 1, 'en', catalogue.fit.version]);
        expect(underFive).toBe(counts.people < 5 ? true : undefined);
        if (counts.people < 5) expect(told).toEqual({});
        if (counts.people < 10) expect(Object.keys(told).filter((key) => !['people', 'profile'].includes(key))).toEqual([]);
        for (const [, count = ''] of JSON.stringify(document).matchAll(/"count":(\d+)/g)) expect(Number(count)).toBeGreaterThanOrEqual(5);
        for (const { id, first } of document.roles ?? []) if ('count' in first) expect(first.count).toBe(counts.clear.get(id));
      }),
      { numRuns: 60 },
    );
  });
  it('names all main roles and neighbours, whatever their counts', () => {
    const group = createGroup(catalogue);
    const liked = ['numbers', 'recording', 'precision', 'routine'];
    const answers = new Map(items.map(({ id, dimension }, place) => [id, liked.includes(dimension) ? 5 : 1 + (place % 3)]));
    for (let place = 0; place < 20; place += 1) group.add(scoreAnswers(catalogue, answers), place < 12 ? ['overtime'] : []);
    const { roles = [], standings, neighbours = [], people } = viewGroup(catalogue, group.count(), 'ja');
    expect(people).toBe(20);
    expect(roles.map(({ id }) => id)).toEqual(main.map(({ id }) => id));
    expect(neighbours.length).toBe(catalogue.roles.length - main.length);
    expect(
      [...roles.map(({ first }) => first), standings?.shared, standings?.open, standings?.undecided, standings?.unscorable].filter(
        (count) => count !== undefined && 'count' in count,
      ),
    ).toEqual([{ count: 20 }]);
  });
});
