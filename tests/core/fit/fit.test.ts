import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswers } from '../../../src/core/sheets/parse-answers.ts';
import { decodeState } from '../../../src/core/fit/answer-code.ts';
import { explainFit, findNearestChange, findStrengths } from '../../../src/core/fit/explain.ts';
import { computeConstants, computeLoadings, largestLoading, namedDimensions } from '../../../src/core/fit/loadings.ts';
import { avoidancePenalty } from '../../../src/core/fit/compare-role.ts';
import { itemsOf, scoreAnswers } from '../../../src/core/fit/score.ts';
import type { Answers, FitResult } from '../../../src/core/fit/score.ts';
import { drawPopularity, simulate, simulateAnswers, simulateRandom } from '../../../src/core/fit/simulate.ts';
import { listMainRoles } from '../../../src/core/catalogue/tiers.ts';
import { createRandom } from '../../../src/core/knowledge/random.ts';
import { viewFit } from '../../../src/core/views/fit.ts';
import { loadCatalogue, loadDataFolder, loadRoleFolders } from '../../../src/index.ts';
import type { Catalogue, Dimension, Role } from '../../../src/index.ts';
import { makeFolder, roleYaml } from '../../helpers/folder.ts';
import { pearson } from '../../helpers/plain-score.ts';
import profiles from './profiles.json' with { type: 'json' };

const everything = loadCatalogue();
/** What the test puts in order; neighbours.test.ts has the laws of the others. */
const catalogue: Catalogue = { ...everything, roles: listMainRoles(everything.roles) };
const { items, dimensions, avoidances, constants } = catalogue.fit;
const allItems = items.map(({ id }) => id);
const allDimensions = dimensions.map(({ id }) => id);
const must = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('not there');
  return value;
};
const roleOf = (id: string, from: Catalogue = catalogue): Role => must(from.roles.find((role) => role.id === id));
const loadingOf = (role: string, dimension: string) => computeLoadings(catalogue, roleOf(role)).get(dimension);
const ids = (result: FitResult) => result.roles.map(({ role }) => role.id);
const fitsOf = (result: FitResult) => new Map(result.roles.map(({ role, fit }) => [role.id, fit]));
const firstOf = (result: FitResult) => result.roles.filter(({ first }) => first).map(({ role }) => role.id);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** A role with nothing to go by but what is given. */
const makeRole = (id: string, more: Partial<Role> = {}): Role => ({
  id,
  name: { ja: `${id}職`, en: id },
  summary: { ja: '試す。', en: 'Tries.' },
  ...more,
});
/** With copies of all roles, so that no loading is remembered from before. */
const withRole = (role: Role): Catalogue => ({ ...structuredClone(catalogue), roles: [...structuredClone(catalogue.roles), role] });
/** The same answer to every item of a dimension; it need not be whole. */
const answersFrom = (values: ReadonlyMap<string, number>): Answers =>
  new Map(items.flatMap(({ id, dimension }) => (values.has(dimension) ? [[id, must(values.get(dimension))]] : [])));
const expectSameFits = (result: FitResult, expected: FitResult) => {
  expect(fitsOf(result).size).toBe(fitsOf(expected).size);
  for (const [id, fit] of fitsOf(expected)) expect(fitsOf(result).get(id)).toBeCloseTo(fit, 9);
};

const sheetWithin = (min: number, max: number) =>
  fc
    .array(fc.integer({ min, max }), { minLength: items.length, maxLength: items.length })
    .map((values): Answers => new Map(allItems.map((id, index) => [id, must(values[index])])));
const fullSheet = sheetWithin(1, 5);
/** The second answer to a dimension as the first. */
const consistentSheet = fullSheet.map(
  (answers): Answers => new Map(items.map(({ id, dimension }) => [id, must(answers.get(must(items.find((item) => item.dimension === dimension)).id))])),
);
const partialSheet = fc.tuple(fullSheet, fc.subarray(allItems)).map(([answers, left]): Answers => new Map(left.map((id) => [id, must(answers.get(id))])));
const anyAvoidances = fc.subarray(avoidances.map(({ id }) => id));
const anyRole = fc.constantFrom(...catalogue.roles);
const loading = fc.double({ min: -largestLoading, max: largestLoading, noNaN: true });
const anyLoadings = fc
  .tuple(fc.subarray(allDimensions, { minLength: 5 }), fc.array(loading, { minLength: allDimensions.length }))
  .map(([names, values]) => Object.fromEntries(names.map((id, index) => [id, must(values[index])])));

/** Mean z of the measures of a dimension in a role, and how many: centred on the means of their blocks, or raw. Written anew, to compare. */
function meanFigure(role: Role, { measures = [], reversedMeasures = [] }: Dimension, isCentred: boolean): number | undefined {
  const scores = [...measures, ...reversedMeasures].flatMap((id) => {
    const measure = must(catalogue.survey.measures.find((candidate) => candidate.id === id));
    const figure = role.measures?.figures?.[id];
    const needsCentre = must(catalogue.survey.blocks.find((block) => block.id === measure.block)).centred === true;
    const centre = needsCentre ? role.measures?.blockMeans?.[measure.block] : 0;
    if (figure === undefined || centre === undefined) return [];
    const z = (figure - measure.average) / measure.standardDeviation - (isCentred ? centre : 0);
    return [reversedMeasures.includes(id) ? -z : z];
  });
  return scores.length === 0 ? undefined : mean(scores);
}

describe('the bank', () => {
  it('asks two items of every dimension, one of them in the quick test', () => {
    expect(items).toHaveLength(2 * dimensions.length);
    for (const { id } of dimensions) {
      const own = items.filter(({ dimension }) => dimension === id);
      expect(own.map(({ quick = false }) => quick).toSorted(), id).toEqual([false, true]);
    }
    for (const { dimension } of items) expect(allDimensions).toContain(dimension);
    expect(itemsOf(catalogue, 'quick')).toHaveLength(dimensions.length);
    expect(itemsOf(catalogue, 'full')).toEqual(items);
    const unmarked = { fit: { ...catalogue.fit, items: items.map(({ id, dimension, text }) => ({ id, dimension, text })) } };
    expect(itemsOf(unmarked, 'quick')).toEqual([]);
  });

  it('names no role in an item', () => {
    for (const { id, text } of items) {
      for (const role of everything.roles) {
        expect(text.ja, id).not.toContain(role.name.ja);
        if (role.reading !== undefined) expect(text.ja, id).not.toContain(role.reading);
        expect(text.en.toLowerCase(), id).not.toContain(role.name.en.toLowerCase());
      }
    }
  });

  it('has the answers 1 to 5, and avoidances that are each a hard part of a role', () => {
    expect(catalogue.fit.responses.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
    const touched = catalogue.roles.flatMap(({ demerits = [] }) => demerits.flatMap(({ avoidance }) => avoidance ?? []));
    expect(new Set(touched)).toEqual(new Set(avoidances.map(({ id }) => id)));
  });

  it('is fixed with the constants of the built-in roles', () => {
    const loaded = loadDataFolder(fileURLToPath(new URL('../../../data', import.meta.url)));
    if (!loaded.ok) throw new Error('data');
    const { fit, roles } = loaded.catalogue;
    expect(fit.constants).toEqual(computeConstants(loaded.catalogue, fit.dimensions, roles));
  });
});

describe('loadings', () => {
  // By hand, from data/measures.yaml (average, standard deviation), the role files (figures, block means) and data/quiz/constants.yaml.
  it.each([
    // Two centred measures. number-facility: z = (3.265 − 2.4754)/0.372 = 2.1226, less the mean −0.395 of its block: 2.5176.
    // economics-accounting: (2.364 − 1.077)/0.6193 = 2.0782, less −0.464: 2.5422. Mean 2.5299; 0.957·(2.5299 − 1.433) = 1.0497. Named: + 1 − 0.3.
    ['keiri', 'numbers', 1.75],
    // One measure of a block that is not centred: (1.792 − 2.3116)/0.4734 = −1.0976; 0.504·(−1.0976 + 0.352) = −0.3758. Not named: − 0.2.
    ['jimu', 'pressure', -0.576],
    // Three measures and a reversed one: (3.043 − 2.5407)/0.4897 = 1.0257, (2.995 − 2.5697)/0.5101 = 0.8338, (3.426 − 2.9905)/1.0492 = 0.4151,
    // −(2.681 − 3.2221)/1.0845 = 0.4989. Mean 0.6934; 0.887·(0.6934 + 1.029) = 1.5278. Named: + 1 − 0.1.
    ['butsuryuu', 'physical', 2.428],
    // Above the average occupation (raw mean 0.7986), but below the roles' centre: mean (0.8017 + 1.1734)/2 = 0.9876; 0.957·(0.9876 − 1.433) = −0.4263
    // has the opposite sign and is left out. Not named: − 0.3.
    ['soumu', 'numbers', -0.3],
    // number-facility is not recorded. (3.547 − 1.077)/0.6193 = 3.9884, less −0.422: 4.4104; 0.957·(4.4104 − 1.433) = 2.8494; + 1 − 0.3 = 3.5494. Cut.
    ['zaimu', 'numbers', 2.5],
    // No measure at all; named by one entry and by one of the ten roles: 1 − 0.1.
    ['kaikei', 'reporting', 0.9],
  ])('of %s on %s', (role, dimension, expected) => {
    expect(loadingOf(role, dimension)).toBe(expected);
  });

  it('of the ten roles follow the formula in every cell', () => {
    for (const role of catalogue.roles) {
      for (const dimension of dimensions) {
        const { centre, shrink, named } = must(constants[dimension.id]);
        const [figure, raw] = [meanFigure(role, dimension, true), meanFigure(role, dimension, false)];
        const isNamed = namedDimensions(role).has(dimension.id);
        const part = figure === undefined ? 0 : shrink * (figure - centre);
        const kept = isNamed || raw === undefined || part * raw > 0 ? part : 0;
        const expected = Math.max(-2.5, Math.min(2.5, kept + (isNamed ? 1 : 0) - named));
        expect(loadingOf(role.id, dimension.id), `${role.id} ${dimension.id}`).toBeCloseTo(expected, 2.9);
      }
    }
  });

  // The part of the figures never opposes them. That the article does not name a trait takes off the share of roles that do:
  // this alone makes small loadings of raw figures above the average negative.
  it('never oppose a raw figure by more than the share of roles that name the trait, unless an entry names it', () => {
    for (const role of catalogue.roles) {
      for (const dimension of dimensions) {
        const raw = meanFigure(role, dimension, false);
        if (raw === undefined || namedDimensions(role).has(dimension.id)) continue;
        const value = must(loadingOf(role.id, dimension.id));
        const { named } = must(constants[dimension.id]);
        if (raw < 0) expect(value, `${role.id} ${dimension.id}`).toBeLessThanOrEqual(0);
        else expect(value, `${role.id} ${dimension.id}`).toBeGreaterThanOrEqual(-named);
      }
    }
  });

  it('of a dimension that an entry names are higher by 1, as far as the cut allows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allDimensions), (dimension) => {
        const tagged = (id: string) => makeRole(id, { merits: [{ text: { ja: '良い。', en: 'Good.' }, dimension: id }] });
        const other = must(allDimensions.find((id) => id !== dimension));
        const difference = must(computeLoadings(catalogue, tagged(dimension)).get(dimension)) - must(computeLoadings(catalogue, tagged(other)).get(dimension));
        expect(difference).toBeCloseTo(1, 9);
      }),
    );
  });

  it('are those that the role file states, and only for these dimensions without anything else', () => {
    fc.assert(
      fc.property(anyLoadings, (loadings) => {
        expect(Object.fromEntries(computeLoadings(catalogue, makeRole('own', { loadings })))).toEqual(loadings);
        const keiri = computeLoadings(catalogue, { ...roleOf('keiri'), loadings });
        for (const { id } of dimensions) expect(keiri.get(id)).toBe(loadings[id] ?? loadingOf('keiri', id));
      }),
    );
  });

  it('are those of the bank that is asked, each time it is asked', () => {
    const keiri = roleOf('keiri');
    const numbers = must(constants.numbers);
    const other = { ...catalogue, fit: { ...catalogue.fit, constants: { ...constants, numbers: { ...numbers, named: numbers.named + 0.2 } } } };
    const before = computeLoadings(catalogue, keiri);
    expect(computeLoadings(other, keiri).get('numbers')).toBeCloseTo(must(before.get('numbers')) - 0.2, 9);
    expect(computeLoadings(catalogue, keiri)).toEqual(before);
    expect(computeLoadings(catalogue, keiri)).toBe(computeLoadings(catalogue, keiri));
  });

  it('are none for a role of which nothing is known', () => {
    expect(computeLoadings(catalogue, makeRole('own')).size).toBe(0);
    expect(computeLoadings(catalogue, makeRole('own', { duties: [{ text: { ja: '書く。', en: 'Writes.' } }] })).size).toBe(0);
  });

  it('are none of a dimension for which the bank has no constants', () => {
    const { numbers, ...others } = constants;
    expect(numbers).toBeDefined();
    const loadings = computeLoadings({ ...catalogue, fit: { ...catalogue.fit, constants: others } }, roleOf('keiri'));
    expect(loadings).toEqual(new Map([...computeLoadings(catalogue, roleOf('keiri'))].filter(([id]) => id !== 'numbers')));
  });

  // As of keiri above, of economics-accounting alone: 0.957·(2.5422 − 1.433) + 1 − 0.3.
  it('leave out a measure that nobody asked for', () => {
    const survey = { ...catalogue.survey, measures: catalogue.survey.measures.filter(({ id }) => id !== 'number-facility') };
    expect(computeLoadings({ ...catalogue, fit: { ...catalogue.fit }, survey }, roleOf('keiri')).get('numbers')).toBeCloseTo(1.7615, 2.9);
  });

  it('leave out a figure whose block has no mean in the role, and are only of dimensions with a figure where no trait is named', () => {
    const measures = { sources: [], figures: { 'number-facility': 3, 'conflict-situations': 2 } };
    expect([...computeLoadings(catalogue, makeRole('own', { measures })).keys()]).toEqual(['pressure']);
    expect([...computeLoadings(catalogue, makeRole('own', { measures: { ...measures, blockMeans: { abilities: 0 } } })).keys()]).toEqual([
      'numbers',
      'pressure',
    ]);
  });
});

describe('a person who is what a role is', () => {
  // Answers on a fine scale: 1–5, but not whole.
  it('has that role in front, whatever the spread and height of the answers', () => {
    fc.assert(
      fc.property(anyRole, fc.double({ min: 0.05, max: 0.4, noNaN: true }), fc.double({ min: 2, max: 4, noNaN: true }), (role, spread, height) => {
        const answers = answersFrom(new Map([...computeLoadings(catalogue, role)].map(([id, value]) => [id, height + spread * value])));
        const result = scoreAnswers(catalogue, answers);
        expect(ids(result)[0]).toBe(role.id);
        expect(must(result.roles[0]).correlation).toBeCloseTo(1, 9);
        expect(must(result.roles[1]).correlation).toBeLessThan(0.95);
      }),
    );
  });

  // Whole answers: the mean of two moves in steps of a half, so 3 + 0.8 · loading is rounded to that.
  it.each(catalogue.roles.map(({ id }) => id))('has %s in front with whole answers, too', (id) => {
    const answers = new Map(
      dimensions.flatMap((dimension) => {
        const total = Math.round(2 * (3 + 0.8 * must(loadingOf(id, dimension.id))));
        const [first, second] = items.filter((item) => item.dimension === dimension.id);
        return [[must(first).id, Math.ceil(total / 2)] as const, [must(second).id, Math.floor(total / 2)] as const];
      }),
    );
    for (const answer of answers.values()) expect([1, 2, 3, 4, 5]).toContain(answer);
    const result = scoreAnswers(catalogue, answers);
    expect(ids(result)[0]).toBe(id);
    expect(result.warnings).toEqual([]);
  });

  it('has an own role in front whose stated loadings are the answers', () => {
    fc.assert(
      fc.property(anyLoadings, (loadings) => {
        const profile = new Map(Object.entries(loadings));
        const result = scoreAnswers({ ...catalogue, roles: [...catalogue.roles, makeRole('own', { loadings })] }, answersFrom(profile));
        // Loadings that do not vary leave it out.
        fc.pre(fitsOf(result).has('own'));
        expect(fitsOf(result).get('own')).toBeCloseTo(1, 9);
        expect(Math.max(...fitsOf(result).values())).toBeLessThanOrEqual(must(fitsOf(result).get('own')) + 1e-9);
      }),
    );
  });
});

describe('a correlation', () => {
  it('is Pearson’s r, also from the raw sums', () => {
    fc.assert(
      fc.property(fullSheet, anyRole, (answers, role) => {
        const { profile, roles } = scoreAnswers(catalogue, answers);
        const loadings = computeLoadings(catalogue, role);
        const [x, y] = [allDimensions.map((id) => must(profile.get(id))), allDimensions.map((id) => must(loadings.get(id)))];
        const covariance = (a: readonly number[], b: readonly number[]) => mean(a.map((value, index) => value * must(b[index]))) - mean(a) * mean(b);
        const variance = covariance(x, x) * covariance(y, y);
        fc.pre(variance > 1e-6);
        expect(roles.find((fit) => fit.role.id === role.id)?.correlation).toBeCloseTo(covariance(x, y) / Math.sqrt(variance), 6);
      }),
    );
  });

  it('says nothing of fewer than five common dimensions, or where one of the two does not vary', () => {
    const profile = (values: readonly number[]) => new Map(values.map((value, index) => [must(allDimensions[index]), value]));
    const isCompared = (answers: readonly number[], loadings = [1, 2, 0, -1, 2, 1]) => {
      const own = makeRole('own', { loadings: Object.fromEntries(profile(loadings)) });
      return scoreAnswers({ ...catalogue, roles: [own] }, answersFrom(profile(answers))).roles.length === 1;
    };
    expect(isCompared([1, 2, 3, 4])).toBe(false);
    expect(isCompared([1, 2, 3, 4, 5])).toBe(true);
    expect(isCompared([3, 3, 3, 3, 3])).toBe(false);
    expect(isCompared([1, 2, 3, 4, 5], [1, 1, 1, 1, 1])).toBe(false);
  });
});

describe('scoreAnswers', () => {
  it('does not see a constant that is added to all answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fullSheet, (constant, width, answers) => {
        const highest = Math.max(1, 5 - constant);
        const low = new Map([...answers].map(([id, answer]) => [id, Math.min(answer, width, highest)]));
        const high = new Map([...low].map(([id, answer]) => [id, answer + constant]));
        const [before, after] = [scoreAnswers(catalogue, low), scoreAnswers(catalogue, high)];
        expectSameFits(after, before);
        expect(after.warnings).toEqual(before.warnings);
        expect(after.gap).toBe(before.gap);
      }),
    );
  });

  it('does not see the order of the items, of the dimensions or of the answers', () => {
    const reversed: Catalogue = { ...catalogue, fit: { ...catalogue.fit, items: items.toReversed(), dimensions: dimensions.toReversed() } };
    fc.assert(
      fc.property(partialSheet, anyAvoidances, fc.constantFrom('full' as const, 'quick' as const), (answers, avoid, test) => {
        const [forward, backward] = [scoreAnswers(catalogue, answers, test, avoid), scoreAnswers(reversed, new Map([...answers].toReversed()), test, avoid)];
        expectSameFits(backward, forward);
        expect(backward.warnings).toEqual(forward.warnings);
        expect(backward.profile).toEqual(forward.profile);
      }),
    );
  });

  it('turns around with the answers', () => {
    fc.assert(
      fc.property(fullSheet, (answers) => {
        const opposite = scoreAnswers(catalogue, new Map([...answers].map(([id, answer]) => [id, 6 - answer])));
        for (const [id, fit] of fitsOf(scoreAnswers(catalogue, answers))) expect(fitsOf(opposite).get(id)).toBeCloseTo(-fit, 9);
      }),
    );
  });

  it('does not take what is unanswered for an answer', () => {
    fc.assert(
      fc.property(partialSheet, (answers) => {
        const result = scoreAnswers(catalogue, answers);
        const asked = { ...catalogue, fit: { ...catalogue.fit, items: items.filter(({ id }) => answers.has(id)) } };
        expectSameFits(result, scoreAnswers(asked, answers));
        expect(new Set(result.profile.keys())).toEqual(new Set(asked.fit.items.map(({ dimension }) => dimension)));
        for (const { dimensions: compared } of result.roles) expect(compared).toBe(result.profile.size);
      }),
    );
    const answers = parseAnswers(catalogue, must(profiles[0]).answers, 'sheet').answers;
    const without = new Map([...answers].filter(([id]) => !id.startsWith('physical-')));
    const fits = [without, ...[0, 1, 3].map((answer) => new Map([...without, ['physical-loading', answer], ['physical-assembly', answer]]))].map(
      (sheet) => must(scoreAnswers(catalogue, sheet).roles[0]).fit,
    );
    expect(new Set(fits).size).toBe(4);
  });

  it('takes the mean of two answers to a dimension, and one alone', () => {
    const { profile, answered } = scoreAnswers(
      catalogue,
      new Map([
        ['recording-ledger', 5],
        ['recording-receipts', 2],
        ['it-repair', 4],
      ]),
    );
    expect(profile).toEqual(
      new Map([
        ['recording', 3.5],
        ['it', 4],
      ]),
    );
    expect(answered).toBe(3);
  });

  it('has no roles without an answer, and says that there are few', () => {
    for (const test of ['full', 'quick'] as const) {
      const result = scoreAnswers(catalogue, new Map(), test);
      expect(result).toMatchObject({ answered: 0, roles: [], warnings: ['too-few-answers'], gap: undefined });
      expect(result.left).toEqual(catalogue.roles);
    }
  });

  it.each([1, 2, 3, 4, 5])('reports and does not score a sheet full of %d', (answer) => {
    for (const test of ['full', 'quick'] as const) {
      const result = scoreAnswers(catalogue, new Map(allItems.map((id) => [id, answer])), test);
      expect(result).toMatchObject({ roles: [], warnings: ['all-equal'] });
    }
  });

  it('asks only the quick items in the quick test', () => {
    fc.assert(
      fc.property(fullSheet, (answers) => {
        const quick = new Map(itemsOf(catalogue, 'quick').map(({ id }) => [id, must(answers.get(id))]));
        const result = scoreAnswers(catalogue, answers, 'quick');
        expect(result).toEqual(scoreAnswers(catalogue, quick, 'quick'));
        expect(result.asked).toBe(dimensions.length);
        expect(result.gap).toBeUndefined();
      }),
    );
  });

  it('takes 0.05 off each role for each of its hard parts that is to be avoided, and nothing off others', () => {
    fc.assert(
      fc.property(fullSheet, anyAvoidances, (answers, avoid) => {
        for (const { role, correlation, fit, avoided } of scoreAnswers(catalogue, answers, 'full', avoid).roles) {
          const touched = avoid.filter((id) => role.demerits?.some(({ avoidance }) => avoidance === id));
          expect(avoided).toEqual(touched);
          expect(fit).toBeCloseTo(correlation - 0.05 * touched.length, 12);
        }
      }),
    );
  });

  it('gives the best fit first, and the leaders stand together in front', () => {
    fc.assert(
      fc.property(partialSheet, anyAvoidances, (answers, avoid) => {
        const { roles, left } = scoreAnswers(catalogue, answers, 'full', avoid);
        expect(roles.map(({ fit }) => fit)).toEqual(roles.map(({ fit }) => fit).toSorted((a, b) => b - a));
        expect(roles.length + left.length).toBe(catalogue.roles.length);
        if (roles.length > 0) expect(must(roles[0]).first).toBe(true);
      }),
    );
  });
});

describe('the first place', () => {
  // docs/quiz.md: the noise of an answer is 0.7, so that of the mean of n answers 0.7/√n. How much a fit moves with it is measured here, not derived.
  const step = 1e-5;
  const own = makeRole('own', { loadings: { numbers: 2, routine: 1, it: -1, physical: -2, ideas: 0, goods: -0.5 } });
  const extended: Catalogue = { ...catalogue, roles: [...catalogue.roles, own] };

  it('is shared by all down to the last who is not further behind than one standard error of the difference', () => {
    fc.assert(
      fc.property(partialSheet, anyAvoidances, (answers, avoid) => {
        const { roles, profile } = scoreAnswers(extended, answers, 'full', avoid);
        const [leader] = roles;
        fc.pre(leader !== undefined);
        const variances = [...profile.keys()].map((dimension) => {
          const moved = new Set(items.flatMap((item) => (item.dimension === dimension && answers.has(item.id) ? [item.id] : [])));
          const [up, down] = [step, -step].map((change) =>
            fitsOf(scoreAnswers(extended, new Map([...answers].map(([id, answer]) => [id, moved.has(id) ? answer + change : answer])), 'full', avoid)),
          );
          const slopeOf = (id: string) => (must(must(up).get(id)) - must(must(down).get(id))) / (2 * step);
          return (id: string) => (0.7 * (slopeOf(leader.role.id) - slopeOf(id))) ** 2 / moved.size;
        });
        const beyond = roles.map(({ role, fit }) => leader.fit - fit - Math.sqrt(sum(variances.map((varianceOf) => varianceOf(role.id)))));
        fc.pre(beyond.every((distance, place) => place === 0 || Math.abs(distance) > 1e-6));
        const last = beyond.findLastIndex((distance) => distance < 1e-9);
        expect(roles.map(({ first }) => first)).toEqual(roles.map((_, place) => place <= last));
      }),
    );
  });
});

describe('the gap between the two answers to a dimension', () => {
  /** Both items of as many dimensions as there are differences, the second with that much more than the first. */
  const scoreApart = (differences: readonly number[]) =>
    scoreAnswers(
      catalogue,
      new Map(
        differences.flatMap((difference, index) => {
          const [first, second] = items.filter(({ dimension }) => dimension === allDimensions[index]);
          return [[must(first).id, 1 + (index % 2)] as const, [must(second).id, 1 + (index % 2) + difference] as const];
        }),
      ),
    );
  it.each([
    ['is their mean', [0, 1, 2, 3, 0, 1, 2, 3, 0, 0], 1.2, false],
    ['warns from 1.3 on', [0, 1, 2, 3, 0, 1, 2, 3, 1, 0], 1.3, true],
    ['says nothing of fewer than ten dimensions', [3, 3, 3, 3, 3, 3, 3, 3, 3], undefined, false],
  ])('%s', (_, differences, gap, isWarned) => {
    const result = scoreApart(differences);
    expect(result.gap).toEqual(gap === undefined ? undefined : expect.closeTo(gap, 12));
    expect(result.warnings.includes('contradictory')).toBe(isWarned);
  });
});

/**
 * The sign of r_a − r_b is that of Σ x·(a − b), as both are divided by the same spread of the answers x. That sum grows with the answer to a
 * dimension on which a (standardised) is above b. The difference of the two correlations itself may shrink, as the spread grows, too.
 */
describe('raising an answer', () => {
  const standardOf = (role: Role, among: readonly string[]) => {
    const loadings = computeLoadings(catalogue, role);
    const values = among.map((id) => must(loadings.get(id)));
    const length = Math.hypot(...values.map((value) => value - mean(values)));
    return new Map(among.map((id, index) => [id, (must(values[index]) - mean(values)) / length]));
  };
  const standards = new Map(catalogue.roles.map((role) => [role.id, standardOf(role, allDimensions)]));
  /** The roles with the highest and with the lowest loading; several may have the same. */
  const extremes = (dimension: string): [string, string][] => {
    const values = new Map(catalogue.roles.map(({ id }) => [id, must(loadingOf(id, dimension))]));
    const having = (value: number) => [...values].filter(([, own]) => own === value).map(([id]) => id);
    return having(Math.max(...values.values())).flatMap((high) => having(Math.min(...values.values())).map((low): [string, string] => [high, low]));
  };
  const raise = fc
    .tuple(fullSheet, fc.nat(items.length - 1), fc.integer({ min: 1, max: 4 }))
    .map(([answers, index, steps]) => ({ item: must(items[index]), steps, answers }));

  it('never puts the lowest-loading role of its dimension ahead of the highest-loading, also with avoidances', () => {
    fc.assert(
      fc.property(raise, anyAvoidances, ({ answers, item, steps }, avoid) => {
        const after = new Map([...answers, [item.id, Math.min(5, must(answers.get(item.id)) + steps)]]);
        const [before, raised] = [answers, after].map((sheet) => fitsOf(scoreAnswers(catalogue, sheet, 'full', avoid)));
        for (const [high, low] of extremes(item.dimension)) {
          if (must(before?.get(high)) >= must(before?.get(low))) expect(must(raised?.get(high))).toBeGreaterThanOrEqual(must(raised?.get(low)) - 1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });

  // What the property above needs of the data, from the derivative where the two fits are equal: r_a − r_b is then the difference P of the penalties,
  // and the fit difference grows with the answer as (a − b) − P·u does. |u| ≤ √(1 − 1/n), as the n standardised answers add up to 0 and their squares to 1.
  it('is safe, as the two are further apart than penalties can bring them', () => {
    const penaltyOf = (id: string) => avoidancePenalty * new Set((roleOf(id).demerits ?? []).flatMap(({ avoidance }) => avoidance ?? [])).size;
    for (const dimension of allDimensions) {
      for (const [high, low] of extremes(dimension)) {
        const distance = must(standards.get(high)?.get(dimension)) - must(standards.get(low)?.get(dimension));
        const needed = Math.max(penaltyOf(high), penaltyOf(low)) * Math.sqrt(1 - 1 / dimensions.length);
        expect(distance, `${dimension}: ${high}, ${low}`).toBeGreaterThan(needed);
      }
    }
  });

  it('never reverses any two roles against their loadings standardised over what is answered, without avoidances', () => {
    fc.assert(
      fc.property(partialSheet, fc.nat(), anyRole, anyRole, (answers, pick, one, other) => {
        const item = items.filter(({ id }) => (answers.get(id) ?? 5) < 5).at(pick % items.length);
        fc.pre(item !== undefined);
        const after = new Map([...answers, [item.id, must(answers.get(item.id)) + 1]]);
        const [before, raised] = [scoreAnswers(catalogue, answers), scoreAnswers(catalogue, after)];
        fc.pre(before.roles.length === catalogue.roles.length && raised.roles.length === catalogue.roles.length);
        const among = [...before.profile.keys()];
        const place = (role: Role) => must(standardOf(role, among).get(item.dimension));
        const [high, low] = place(one) > place(other) ? [one, other] : [other, one];
        if (must(fitsOf(before).get(high.id)) >= must(fitsOf(before).get(low.id)) + 1e-9)
          expect(must(fitsOf(raised).get(high.id))).toBeGreaterThanOrEqual(must(fitsOf(raised).get(low.id)) - 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it('may bring the two nearer to each other all the same', () => {
    const sheet = (physical: number) =>
      new Map([...allItems.map((id): [string, number] => [id, 3]), ['physical-loading', 5], ['physical-assembly', physical], ['goods-warehouse', 4]]);
    expect(extremes('physical')).toEqual([['butsuryuu', 'kikaku']]);
    const lead = (physical: number) => {
      const fits = fitsOf(scoreAnswers(catalogue, sheet(physical)));
      return must(fits.get('butsuryuu')) - must(fits.get('kikaku'));
    };
    expect(lead(5)).toBeLessThan(lead(4));
    expect(lead(5)).toBeGreaterThan(0);
  });
});

describe('adding a role', () => {
  const own = {
    'with measures':
      'measures:\n  sources: [job-tag]\n  respondents: 30\n  blockMeans: { skills: 1, knowledge: -1, abilities: 2 }\n' +
      '  figures: { sitting: 5, conflict-situations: 5, regular-schedule: 1, writing: 7, number-facility: 5, law-government: 5, telephone-communication: 1 }\n',
    'with tagged entries': 'merits:\n  - { text: 数える。, dimension: numbers }\ndemerits:\n  - { text: 忙しい。, dimension: routine, avoidance: overtime }\n',
    'with stated loadings': 'loadings: { numbers: 2.5, routine: -2.5, it: 1, physical: 0, ideas: 0.5, goods: -1 }\n',
  };
  it.each(Object.entries(own))('%s changes nothing for others', (_, yaml) => {
    const loaded = loadRoleFolders([makeFolder({ 'own.yaml': roleYaml('own', yaml) })], structuredClone(catalogue));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
    expect(computeLoadings(loaded.catalogue, roleOf('own', loaded.catalogue)).size).toBeGreaterThanOrEqual(5);
    fc.assert(
      fc.property(partialSheet, anyAvoidances, (answers, avoid) => {
        const [before, after] = [scoreAnswers(catalogue, answers, 'full', avoid), scoreAnswers(loaded.catalogue, answers, 'full', avoid)];
        const others = after.roles.filter(({ role }) => role.id !== 'own');
        const plain = ({ roles }: Pick<FitResult, 'roles'>) =>
          roles.map(({ role, correlation, fit, avoided, dimensions: compared }) => ({ id: role.id, correlation, fit, avoided, compared }));
        expect(plain({ roles: others })).toEqual(plain(before));
        // Who is ahead of a new role that shares the first place comes to share it, too; nobody loses it.
        if (ids(after)[0] !== 'own') expect(firstOf({ ...after, roles: others })).toEqual(expect.arrayContaining(firstOf(before)));
      }),
    );
  });

  it('of any loadings, tags and figures changes no loading of others', () => {
    const figures = fc.dictionary(fc.constantFrom(...catalogue.survey.measures.map(({ id }) => id)), fc.integer({ min: 0, max: 7 }));
    fc.assert(
      fc.property(anyLoadings, fc.constantFrom(...allDimensions), figures, (loadings, dimension, values) => {
        const extended = withRole(
          makeRole('own', { loadings, measures: { sources: [], figures: values }, duties: [{ text: { ja: '書く。', en: 'Writes.' }, dimension }] }),
        );
        for (const { id } of catalogue.roles) expect(computeLoadings(extended, roleOf(id, extended)), id).toEqual(computeLoadings(catalogue, roleOf(id)));
      }),
      { numRuns: 30 },
    );
  });

  it('that lacks dimensions compares it on those it has', () => {
    const loadings = { numbers: 2, routine: 1, it: -1, physical: -2, ideas: 0, goods: -0.5 };
    const extended = withRole(makeRole('own', { loadings }));
    fc.assert(
      fc.property(fullSheet, (answers) => {
        const result = scoreAnswers(extended, answers);
        const own = result.roles.find(({ role }) => role.id === 'own');
        const common = pearson(
          Object.keys(loadings).map((id) => must(result.profile.get(id))),
          Object.values(loadings),
        );
        fc.pre(common !== undefined);
        // A few dimensions agree easily: what the role says nothing about takes away from it.
        expect(own?.correlation).toBeCloseTo(common * Math.sqrt(6 / 22), 9);
        expect(own?.dimensions).toBe(6);
      }),
    );
  });

  it('without measures, tags and loadings, or with too few, leaves it out and says so', () => {
    const { answers } = parseAnswers(catalogue, must(profiles[0]).answers, 'sheet');
    for (const role of [makeRole('own'), makeRole('own', { loadings: { numbers: 2, routine: 1, it: -1, physical: -2 } })]) {
      const result = scoreAnswers(withRole(role), answers);
      expect(result.left).toEqual([role]);
      expect(ids(result)).toEqual(ids(scoreAnswers(catalogue, answers)));
      expect(viewFit(withRole(role), { test: 'full', answers, avoid: [] }, 'en').notCompared).toMatchObject([{ id: 'own' }]);
    }
  });
});

describe('warnings', () => {
  const simulated = (popularity: number, peoplePerRole: number) => {
    const random = createRandom(20);
    const liked = drawPopularity(catalogue, popularity, random);
    return catalogue.roles.flatMap((role) =>
      Array.from({ length: peoplePerRole }, () => simulateAnswers(catalogue, computeLoadings(catalogue, role), liked, 'full', random)),
    );
  };
  const shareWarned = (sheets: readonly Answers[]) =>
    mean(sheets.map((answers) => (scoreAnswers(catalogue, answers).warnings.includes('contradictory') ? 1 : 0)));

  it('of contradictory answers come with most random sheets and with few of simulated people', () => {
    expect(simulateRandom(catalogue, 'full', 500, 1).flagged).toBeGreaterThan(0.85);
    expect(shareWarned(simulated(0, 30))).toBeLessThan(0.03);
    expect(shareWarned(simulated(0.5, 30))).toBeLessThan(0.06);
  });

  it('cannot come from the quick test, which asks nothing twice', () => {
    expect(simulateRandom(catalogue, 'quick', 100, 1).flagged).toBe(0);
  });

  it('of contradictory answers never come with two equal answers to each dimension, and always with opposite ones', () => {
    fc.assert(
      fc.property(consistentSheet, (answers) => {
        const result = scoreAnswers(catalogue, answers);
        expect(result.gap).toBe(0);
        expect(result.warnings).not.toContain('contradictory');
      }),
    );
    const opposite = new Map(items.map(({ id, quick }) => [id, quick === true ? 1 : 5]));
    expect(scoreAnswers(catalogue, opposite)).toMatchObject({ gap: 4, warnings: ['all-equal', 'contradictory'] });
  });

  it('of answers that are all equal need five dimensions', () => {
    const quick = itemsOf(catalogue, 'quick').map(({ id }) => id);
    const equal = (count: number) => scoreAnswers(catalogue, new Map(quick.slice(0, count).map((id) => [id, 2])), 'quick').warnings;
    expect(equal(4)).toEqual(['too-few-answers']);
    expect(equal(5)).toEqual(['all-equal', 'few-answers']);
  });

  it('of few answers come below half of the items', () => {
    const sheet = (count: number) => new Map(allItems.slice(0, count).map((id, index) => [id, 1 + (index % 5)]));
    expect(scoreAnswers(catalogue, sheet(21)).warnings).toEqual(['few-answers']);
    expect(scoreAnswers(catalogue, sheet(22)).warnings).toEqual([]);
    expect(scoreAnswers(catalogue, sheet(10), 'quick').warnings).toEqual(['few-answers']);
    expect(scoreAnswers(catalogue, sheet(11), 'quick').warnings).toEqual([]);
  });

  it('aside, few answers widen the first place: 12 random ones of simulated people', () => {
    const random = createRandom(12);
    const people = simulated(0, 20);
    const some = (answers: Answers): Answers => {
      const left = [...answers];
      return new Map(Array.from({ length: 12 }, () => must(left.splice(Math.floor(random() * left.length), 1)[0])));
    };
    const groupSize = (sheets: readonly Answers[]) => mean(sheets.map((answers) => firstOf(scoreAnswers(catalogue, answers)).length));
    // 3.1 roles instead of 1.9.
    expect(groupSize(people.map(some))).toBeGreaterThan(groupSize(people) + 0.5);
  });
});

describe('simulate', () => {
  const measured = simulate(catalogue, 'quick', 0.5, 20, [1, 2]);

  it('counts each person once, of every role and seed', () => {
    expect(measured).toMatchObject({ test: 'quick', popularity: 0.5, people: 20 * 2 * catalogue.roles.length });
    expect(measured.roles.map(({ id }) => id)).toEqual(catalogue.roles.map(({ id }) => id));
    expect(measured.top1).toBeCloseTo(mean(measured.roles.map(({ top1 }) => top1)), 12);
  });

  it('gives shares that go together, well above those of chance', () => {
    const { top1, top3, shared, groupSize, stable, flagged } = measured;
    expect(top1).toBeGreaterThan(0.3);
    for (const share of [top3, shared]) expect(share).toBeGreaterThanOrEqual(top1);
    for (const share of [top3, shared, stable]) expect(share).toBeLessThanOrEqual(1);
    expect(stable).toBeGreaterThan(0.5);
    expect(groupSize).toBeGreaterThanOrEqual(1);
    expect(flagged).toBe(0);
  });

  it('gives the same for the same seeds, and others for others', () => {
    expect(simulate(catalogue, 'quick', 0.5, 2, [7])).toEqual(simulate(catalogue, 'quick', 0.5, 2, [7]));
    expect(simulate(catalogue, 'full', 0.5, 2, [7])).not.toEqual(simulate(catalogue, 'full', 0.5, 2, [8]));
  });

  it('leaves out people of a role that cannot be compared', () => {
    const { people, roles } = simulate(withRole(makeRole('own')), 'quick', 0, 1, [1]);
    expect(people).toBe(catalogue.roles.length);
    expect(roles.at(-1)).toEqual({ id: 'own', top1: 0 });
  });
});

describe('the sheets of ten people', () => {
  it.each(profiles)('$answers: $order', ({ answers, order, shared, warnings }) => {
    const state = parseAnswers(catalogue, answers, 'sheet');
    expect(state.test).toBe('full');
    const result = scoreAnswers(catalogue, state.answers, state.test);
    expect(ids(result).slice(0, 3)).toEqual(order);
    expect(firstOf(result)).toEqual(shared);
    expect(result.warnings).toEqual(warnings);
    expect(result.left).toEqual([]);
  });

  it('put every role first once', () => {
    expect(profiles.map(({ order }) => order[0]).toSorted()).toEqual(catalogue.roles.map(({ id }) => id).toSorted());
  });
});

describe('explainFit', () => {
  /** Each dimension's part of the correlation, written anew. */
  const partsOf = (result: FitResult, role: Role) => {
    const loadings = computeLoadings(catalogue, role);
    const common = allDimensions.filter((id) => result.profile.has(id));
    const centre = (values: readonly number[]) => values.map((value) => value - mean(values));
    const [x, y] = [centre(common.map((id) => must(result.profile.get(id)))), centre(common.map((id) => must(loadings.get(id))))];
    const spread = Math.sqrt(sum(x.map((value) => value ** 2)) * sum(y.map((value) => value ** 2)));
    return common.map((id, index) => ({ id, liking: must(x[index]), typical: must(y[index]) > 0, part: (must(x[index]) * must(y[index])) / spread }));
  };

  it('gives parts of the correlation, first the four weightiest typical of the role, then two others, with the very answers', () => {
    fc.assert(
      fc.property(partialSheet, (answers) => {
        const result = scoreAnswers(catalogue, answers);
        for (const fit of result.roles) {
          const explanation = explainFit(catalogue, result, answers, fit);
          const parts = partsOf(result, fit.role);
          expect(sum(parts.map(({ part }) => part))).toBeCloseTo(fit.correlation, 9);
          for (const [told, sign] of [
            [explanation.reasons, 1],
            [explanation.doubts, -1],
          ] as const) {
            // An answer of 3 is nothing that one would like, nor anything that one would rather not do.
            const bearsOut = (answer: number, { liking, typical }: { readonly liking: number; readonly typical: boolean }) =>
              liking > 0 ? answer > 3 : typical ? answer <= 3 : answer < 3;
            const givenTo = (part: { readonly id: string; readonly liking: number; readonly typical: boolean }) =>
              items.filter((item) => item.dimension === part.id && answers.has(item.id) && bearsOut(answers.get(item.id) ?? 0, part));
            const telling = parts
              .filter((part) => givenTo(part).length > 0)
              .filter(({ part, liking }) => part * sign >= 0.02 && Math.abs(liking) >= 0.5 - 1e-12)
              .toSorted((a, b) => (b.part - a.part) * sign);
            const expected = [...telling.filter(({ typical }) => typical).slice(0, 4), ...telling.filter(({ typical }) => !typical).slice(0, 2)];
            expect(told.map(({ typical }) => typical)).toEqual(expected.map(({ typical }) => typical));
            expected.forEach(({ part }, place) => expect(must(told[place]).weight).toBeCloseTo(part, 9));
            for (const { dimension, weight, answers: given } of told) {
              expect(weight).toBeCloseTo(must(parts.find(({ id }) => id === dimension.id)).part, 9);
              const own = givenTo(must(parts.find(({ id }) => id === dimension.id)));
              expect(given).toEqual(own.map((item) => ({ item, answer: answers.get(item.id) })));
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('says for each reason on which side the person and the role are', () => {
    fc.assert(
      fc.property(fullSheet, (answers) => {
        const result = scoreAnswers(catalogue, answers);
        const middle = mean([...result.profile.values()]);
        for (const fit of result.roles) {
          const { reasons, doubts } = explainFit(catalogue, result, answers, fit);
          const likes = (id: string) => must(result.profile.get(id)) > middle;
          for (const { dimension, typical } of reasons) expect(likes(dimension.id)).toBe(typical);
          for (const { dimension, typical } of doubts) expect(likes(dimension.id)).toBe(!typical);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('names hard parts only for what is avoided, or is liked half a step less than the rest', () => {
    fc.assert(
      fc.property(fullSheet, anyAvoidances, (answers, avoid) => {
        const result = scoreAnswers(catalogue, answers, 'full', avoid);
        const middle = mean([...result.profile.values()]);
        for (const fit of result.roles) {
          const { hardParts } = explainFit(catalogue, result, answers, fit);
          for (const { entry, avoidance, dimension } of hardParts) {
            expect(fit.role.demerits).toContain(entry);
            expect(avoidance ?? dimension).toBeDefined();
            if (avoidance !== undefined) expect(avoid).toContain(avoidance.id);
            if (dimension !== undefined) expect(must(result.profile.get(dimension.id))).toBeLessThanOrEqual(middle - 0.5 + 1e-9);
          }
          const told = hardParts.flatMap(({ avoidance }) => avoidance?.id ?? []);
          expect(new Set(told)).toEqual(new Set(fit.avoided));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('findStrengths', () => {
  it('gives the highest dimensions half a step above the middle of the scale and above the own mean', () => {
    fc.assert(
      fc.property(partialSheet, (answers) => {
        const result = scoreAnswers(catalogue, answers);
        const values = [...result.profile.values()];
        const high = values.filter((value) => value >= 3.5 && value >= mean(values) + 0.5).toSorted((a, b) => b - a);
        expect(findStrengths(catalogue, result).map(({ id }) => result.profile.get(id))).toEqual(high.slice(0, 3));
      }),
    );
  });

  it('gives none to who is indifferent to everything', () => {
    expect(findStrengths(catalogue, scoreAnswers(catalogue, new Map(allItems.map((id) => [id, 3]))))).toEqual([]);
    expect(findStrengths(catalogue, scoreAnswers(catalogue, new Map()))).toEqual([]);
  });
});

describe('findNearestChange', () => {
  const changeOf = (answers: Answers) => findNearestChange(catalogue, scoreAnswers(catalogue, answers), answers, []);
  it.each(profiles.slice(0, 4))('puts first a role that does not share the first place, and no smaller one does: $answers', ({ answers: row }) => {
    const { answers } = parseAnswers(catalogue, row, 'sheet');
    const level = firstOf(scoreAnswers(catalogue, answers));
    const change = changeOf(answers);
    const changed = (id: string, to: number) => ids(scoreAnswers(catalogue, new Map([...answers, [id, to]])))[0];
    const steps = change === undefined ? 5 : Math.abs(change.to - change.from);
    if (change !== undefined) {
      expect(change.from).toBe(answers.get(change.item.id));
      expect(changed(change.item.id, change.to)).toBe(change.role.id);
      expect(level).not.toContain(change.role.id);
    }
    for (const [id, answer] of answers)
      for (const to of [1, 2, 3, 4, 5]) if (Math.abs(to - answer) < steps) expect(level, `${id} ${to}`).toContain(changed(id, to));
  });

  it('finds the one that is known: 人事 rests on liking to coach newcomers', () => {
    const { answers } = parseAnswers(catalogue, must(profiles[8]).answers, 'sheet');
    expect(changeOf(answers)).toMatchObject({
      item: { id: 'developing-people-newcomer' },
      from: 5,
      to: 2,
      role: { id: 'soumu' },
    });
  });

  it('says nothing of a change within a shared first place', () => {
    const { answers } = parseAnswers(catalogue, must(profiles[1]).answers, 'sheet');
    expect(firstOf(scoreAnswers(catalogue, answers))).toEqual(['kaikei', 'keiri']);
    expect(changeOf(answers)?.role.id).not.toBe('keiri');
  });

  it('finds nothing where nothing is scored', () => {
    expect(changeOf(new Map())).toBeUndefined();
    expect(changeOf(new Map(allItems.map((id) => [id, 3])))).toBeUndefined();
  });
});

describe('viewFit', () => {
  const view = (answers: Answers, avoid: readonly string[] = []) => viewFit(catalogue, { test: 'full', answers, avoid }, 'en');
  const rowAt = (place: number) => parseAnswers(catalogue, must(profiles[place]).answers, 'sheet').answers;

  it('carries the code of the whole state', () => {
    fc.assert(
      fc.property(partialSheet, anyAvoidances, (answers, avoid) => {
        expect(decodeState(catalogue, view(answers, avoid).code)).toEqual({ test: 'full', answers, avoid });
      }),
      { numRuns: 10 },
    );
  });

  it.each([
    ['clear', 'one role in front', rowAt(0)],
    ['shared', 'two', rowAt(1)],
    ['open', 'contradictory answers', new Map([...rowAt(0)].map(([id, answer], index) => [id, index < 22 ? answer : 6 - answer] as const))],
    ['none', 'all answers equal', new Map(allItems.map((id) => [id, 4]))],
    ['none', 'no answer', new Map<string, number>()],
  ] as const)('calls %s: %s', (confidence, _, answers) => {
    expect(view(answers).confidence).toBe(confidence);
  });

  it('says of an own role in front only what its file says', () => {
    const loadings = Object.fromEntries(computeLoadings(catalogue, roleOf('keiri')));
    const demerits = [{ text: { ja: '残業。', en: 'Overtime.' }, avoidance: 'overtime' }];
    const explained = (own: Role, avoid: readonly string[]) => {
      const answers = answersFrom(new Map(Object.entries(loadings).map(([id, value]) => [id, Math.round(3 + 0.8 * value)])));
      const { explained: roles } = viewFit({ ...catalogue, roles: [own] }, { test: 'full', answers, avoid }, 'en');
      return must(roles[0]);
    };
    const bare = explained(makeRole('own', { loadings }), []);
    expect(bare).toMatchObject({ id: 'own', hardParts: [], questions: [] });
    expect(bare).not.toHaveProperty('focus');
    const [hardPart] = explained(makeRole('own', { loadings, demerits }), ['overtime']).hardParts;
    expect(hardPart).toEqual({ text: 'Overtime.', because: { id: 'overtime', label: expect.any(String) as string } });
  });

  it('scores 0 to 100, in the order of the roles, and explains three and the last, unless answers are contradictory', () => {
    fc.assert(
      fc.property(fc.oneof(fullSheet, consistentSheet), anyAvoidances, (answers, avoid) => {
        const { roles, explained, worst, nearestChange, strengths, warnings } = view(answers, avoid);
        for (const { score } of roles) expect(score >= 0 && score <= 100).toBe(true);
        expect(roles.map(({ score }) => score)).toEqual(roles.map(({ score }) => score).toSorted((a, b) => b - a));
        const isContradictory = warnings.includes('contradictory');
        expect(explained.map(({ id }) => id)).toEqual(isContradictory ? [] : roles.slice(0, 3).map(({ id }) => id));
        expect(worst?.id).toBe(isContradictory ? undefined : roles.at(-1)?.id);
        if (isContradictory) expect([nearestChange, strengths]).toEqual([undefined, []]);
      }),
      { numRuns: 10 },
    );
  });
});
