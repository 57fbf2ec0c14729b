import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareFigures,
  compareShares,
  findDistinctive,
  isMeanDifference,
  isShareDifference,
  listFigures,
  loadCatalogue,
  loadRoleFolders,
  sortByMeasure,
} from '../../../src/index.ts';
import type { Diagnostic, Measure, Role, Scale } from '../../../src/index.ts';
import { makeFolder, roleYaml } from '../../helpers/folder.ts';

const catalogue = loadCatalogue();
const roleOf = (id: string): Role => {
  const role = catalogue.roles.find((candidate) => candidate.id === id);
  if (role === undefined) throw new Error(id);
  return role;
};
const measureOf = (id: string): Measure => {
  const measure = catalogue.survey.measures.find((candidate) => candidate.id === id);
  if (measure === undefined) throw new Error(id);
  return measure;
};
const rating: Scale = { id: 'rating', unit: 'rating', minimum: 1, maximum: 5 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.integer({ min: 1, max: 500 });
const someRoles = fc.shuffledSubarray([...catalogue.roles], { minLength: 2 });

describe('a difference of means', () => {
  it.each([
    [3.4, 3, true],
    [3, 3.4, true],
    [3.399, 3, false],
    [2.1, 2.5, true],
    [4.7, 4.3, true],
    [3, 3, false],
  ])('%d and %d: %s', (a, b, different) => {
    expect(isMeanDifference(rating, a, b)).toBe(different);
  });

  // With n = 50 people each and a spread of a quarter of the scale, two standard errors of the difference are a tenth of the scale.
  it.each([
    [1, 5],
    [0, 7],
    [0, 5],
  ])('is two standard errors on a scale from %d to %d', (minimum, maximum) => {
    const twoErrors = 2 * ((maximum - minimum) / 4) * Math.sqrt(2 / 50);
    expect(isMeanDifference({ minimum, maximum }, minimum, minimum + twoErrors)).toBe(true);
    expect(isMeanDifference({ minimum, maximum }, minimum, minimum + twoErrors - 0.01)).toBe(false);
  });
});

describe('a difference of shares', () => {
  // By hand: p = .5, q = .3, n = m = 50: 2·√(.25/50 + .21/50) = .1918; .2 is more. With n = m = 40 it is .2145: less.
  it.each([
    [0.5, 50, 0.3, 50, true],
    [0.5, 40, 0.3, 40, false],
    [0, 50, 0, 50, false],
    [0, 48, 0.1, 48, true],
  ])('%d of %d and %d of %d: %s', (p, n, q, m, different) => {
    expect(isShareDifference(p, n, q, m)).toBe(different);
  });

  it('is the same seen from either side, and clearer with more people', () => {
    fc.assert(
      fc.property(share, count, share, count, (p, n, q, m) => {
        expect(isShareDifference(p, n, q, m)).toBe(isShareDifference(q, m, p, n));
        if (isShareDifference(p, n, q, m)) expect(isShareDifference(p, n * 2, q, m * 2)).toBe(true);
        expect(isShareDifference(p, n, p, m)).toBe(false);
      }),
    );
  });
});

describe('compareFigures', () => {
  it('puts the largest difference first and calls alike what no two roles differ in', () => {
    fc.assert(
      fc.property(someRoles, (roles) => {
        const compared = compareFigures(catalogue, roles);
        expect(compared.map(({ measure }) => measure.id).toSorted()).toEqual(
          catalogue.survey.measures
            .filter(({ id }) => roles.some(({ measures }) => measures?.figures?.[id] !== undefined))
            .map(({ id }) => id)
            .toSorted(),
        );
        for (const { verdict, figures, scale } of compared) {
          const values = figures.flatMap((figure) => figure?.value ?? []);
          if (verdict === 'not-compared') expect(values.length).toBeLessThan(2);
          else if (scale.unit !== 'share') expect(verdict === 'different').toBe(isMeanDifference(scale, Math.max(...values), Math.min(...values)));
        }
        // The distance is that of the z values, so that scales of different lengths can be set beside each other.
        const distances = compared.map(({ figures }) => {
          const zs = figures.flatMap((figure) => figure?.z ?? []);
          return zs.length < 2 ? 0 : Math.max(...zs) - Math.min(...zs);
        });
        compared.forEach(({ spread }, place) => expect(spread).toBeCloseTo(distances[place] ?? NaN, 9));
        const parts = ['different', 'alike', 'not-compared'].map((part) => distances.filter((_, place) => compared[place]?.verdict === part));
        expect(distances).toEqual(parts.flat());
        for (const part of parts) part.slice(1).forEach((distance, place) => expect(distance).toBeLessThanOrEqual((part[place] ?? NaN) + 1e-9));
      }),
    );
  });

  // By hand, from data/measures.yaml and the two roles: (4.197 − 2.6) / 0.9121.
  it('measures the distance in standard deviations of the measure', () => {
    const compared = compareFigures(catalogue, [roleOf('keiri'), roleOf('zaimu')]);
    expect(compared.find(({ measure }) => measure.id === 'negotiation')?.spread).toBeCloseTo(1.7509, 3);
    expect(compared.find(({ measure }) => measure.id === 'contact-with-others')?.spread).toBe(0);
  });

  it('says the same whichever role is named first', () => {
    fc.assert(
      fc.property(someRoles, (roles) => {
        const verdicts = (order: readonly Role[]) => compareFigures(catalogue, order).map(({ measure, verdict, spread }) => [measure.id, verdict, spread]);
        expect(verdicts(roles.toReversed())).toEqual(verdicts(roles));
      }),
    );
  });

  it('never compares what one of two roles has no figure of', () => {
    const compared = compareFigures(catalogue, [roleOf('keiri'), roleOf('zaimu')]);
    for (const { verdict, figures } of compared) if (figures.includes(undefined)) expect(verdict).toBe('not-compared');
    expect(compared.find(({ measure }) => measure.id === 'contact-with-others')?.verdict).toBe('not-compared');
    expect(compared.find(({ measure }) => measure.id === 'negotiation')).toMatchObject({
      verdict: 'different',
      figures: [{ estimated: false }, { estimated: true }],
    });
    expect(compareShares(catalogue, [roleOf('keiri'), roleOf('zaimu')]).every(({ verdict }) => verdict === 'not-compared')).toBe(true);
  });

  it('tests shares by the number of people asked: planning is less regular than accounting, but not than public relations', () => {
    const verdictWith = (other: string) =>
      compareFigures(catalogue, [roleOf('kikaku'), roleOf(other)]).find(({ measure }) => measure.id === 'regular-schedule')?.verdict;
    expect(verdictWith('kouhou')).toBe('alike');
    expect(verdictWith('keiri')).toBe('different');
  });

  it('does not call alike what cannot be tested: shares of nobody knows how many people', () => {
    const [base, other] = [roleOf('keiri'), roleOf('jimu')];
    const { respondents, ...rest } = other.measures ?? { sources: [] };
    expect(respondents).toBeDefined();
    const untested = compareFigures(catalogue, [base, { ...other, measures: rest }]).find(({ measure }) => measure.id === 'regular-schedule');
    expect(untested?.verdict).toBe('not-compared');
  });
});

describe('sortByMeasure', () => {
  it('gives the highest first and roles without a figure last, in their order', () => {
    const sorted = sortByMeasure(catalogue, catalogue.roles, measureOf('contact-with-others'));
    const values = sorted.map(({ measures }) => measures?.figures?.['contact-with-others']);
    expect(values.slice(0, 8)).toEqual(values.slice(0, 8).toSorted((a, b) => (b ?? 0) - (a ?? 0)));
    expect(sorted.slice(-2).map(({ id }) => id)).toEqual(['zaimu', 'kaikei']);
  });
});

describe('a measure', () => {
  it('of a scale that there is not is a bug: the loader lets none through', () => {
    expect(() => listFigures({ survey: { ...catalogue.survey, scales: [] } }, roleOf('keiri'))).toThrow('no scale');
  });
});

describe('findDistinctive', () => {
  it('gives what is furthest above and below the average, from high to low', () => {
    const distinctive = findDistinctive(listFigures(catalogue, roleOf('keiri')), 2);
    expect(distinctive).toHaveLength(4);
    expect(distinctive.map(({ z }) => Math.sign(z))).toEqual([1, 1, -1, -1]);
    const others = listFigures(catalogue, roleOf('keiri')).filter(({ measure }) => !distinctive.some((figure) => figure.measure.id === measure.id));
    for (const { z } of others) {
      expect(z).toBeLessThanOrEqual(distinctive[1]?.z ?? -Infinity);
      expect(z).toBeGreaterThanOrEqual(distinctive[2]?.z ?? Infinity);
    }
  });

  it('leaves out what is about average', () => {
    expect(findDistinctive([{ z: 0.4 }, { z: -0.4 }, { z: 0.5 }], 3)).toEqual([{ z: 0.5 }]);
    expect(findDistinctive([{ z: 1 }, { z: -1 }], 0)).toEqual([]);
  });
});

describe("a person's own measures", () => {
  const problemsOf = (measures: string): readonly Pick<Diagnostic, 'code' | 'line' | 'name' | 'expected' | 'nearest'>[] => {
    const result = loadRoleFolders([makeFolder({ 'own.yaml': roleYaml('own', measures) })], catalogue);
    return result.ok ? [] : result.diagnostics;
  };

  it('are read', () => {
    expect(problemsOf('measures:\n  sources: [job-tag]\n  respondents: 30\n  figures: { sitting: 3.2, regular-schedule: 0.5 }\n')).toEqual([]);
  });
  it.each([
    ['without a source', 'measures:\n  figures: { sitting: 3.2 }\n', { code: 'missing-key', line: 5, name: 'sources' }],
    ['with an unknown source', 'measures:\n  sources: [hearsay]\n', { code: 'unknown-reference', line: 5, name: 'hearsay' }],
    [
      'above its scale',
      'measures:\n  sources: [job-tag]\n  figures:\n    sitting: 5.1\n',
      { code: 'outside-scale', line: 7, name: 'sitting', expected: '1–5' },
    ],
    ['below its scale', 'measures:\n  sources: [job-tag]\n  figures:\n    sitting: 0.9\n', { code: 'outside-scale', line: 7, name: 'sitting' }],
    ['a share above 1', 'duties:\n  - { text: 書く。, share: 1.1 }\n', { code: 'outside-scale', line: 5, name: 'share' }],
    [
      'of an unknown measure',
      'measures:\n  sources: [job-tag]\n  figures:\n    siting: 3\n',
      { code: 'unknown-reference', line: 7, nearest: ['sitting', 'writing'] },
    ],
    [
      'of an unknown answer',
      'measures:\n  sources: [job-tag]\n  respondents: 9\n  distributions:\n    employment: { boss: 0.1 }\n',
      { code: 'unknown-reference', line: 8, name: 'boss' },
    ],
    [
      'of an unknown question',
      'measures:\n  sources: [job-tag]\n  respondents: 9\n  distributions:\n    employmnt: { boss: 0.1 }\n',
      { code: 'unknown-reference', line: 8, name: 'employmnt', nearest: ['employment'] },
    ],
    [
      'as shares of nobody knows how many',
      'measures:\n  sources: [job-tag]\n  figures: { regular-schedule: 0.5 }\n',
      { code: 'missing-key', name: 'respondents' },
    ],
    [
      'that are no numbers',
      'measures:\n  sources: [job-tag]\n  figures:\n    sitting: high\n',
      { code: 'wrong-type', line: 7, name: 'sitting', expected: 'number' },
    ],
    [
      'that are infinite',
      'measures:\n  sources: [job-tag]\n  figures:\n    sitting: .inf\n',
      { code: 'wrong-type', line: 7, name: 'sitting', expected: 'number' },
    ],
    ['of half a person', 'measures:\n  sources: [job-tag]\n  respondents: 2.5\n', { code: 'wrong-type', line: 6, name: 'respondents', expected: 'integer' }],
  ])('are refused %s', (_, yaml, expected) => {
    expect(problemsOf(yaml)).toEqual([expect.objectContaining(expected)]);
  });
});
