import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRoles } from '../../../src/core/catalogue/queries.ts';
import { listMainRoles, tierOf } from '../../../src/core/catalogue/tiers.ts';
import { explainFit, findNearestChange } from '../../../src/core/fit/explain.ts';
import { computeConstants, computeFigureLoadings, computeLoadings } from '../../../src/core/fit/loadings.ts';
import { findDifference, findNeighbourReasons } from '../../../src/core/fit/neighbours.ts';
import { fitTests, mostFirst, mostNeighbours, scoreAnswers } from '../../../src/core/fit/score.ts';
import type { Answers } from '../../../src/core/fit/score.ts';
import { simulate, simulateNeighbours, simulateRandom } from '../../../src/core/fit/simulate.ts';
import { viewFit } from '../../../src/core/views/fit.ts';
import { loadCatalogue } from '../../../src/index.ts';
import type { Catalogue, Role } from '../../../src/index.ts';

const builtIn = loadCatalogue();
const main: Catalogue = { ...builtIn, roles: listMainRoles(builtIn.roles) };
const { items, dimensions, avoidances } = builtIn.fit;
const roleOf = (id: string, { roles }: Catalogue = main): Role => {
  const role = roles.find((candidate) => candidate.id === id);
  if (role === undefined) throw new Error(`no role ${id}`);
  return role;
};
const makeNeighbour = (id: string, more: Partial<Role> = {}): Role => ({
  id,
  tier: 'neighbour',
  name: { ja: `${id}職`, en: id },
  summary: { ja: '試す。', en: 'Tries.' },
  ...more,
});
const withRoles = (...roles: readonly Role[]): Catalogue => ({ ...main, roles: [...main.roles, ...roles] });
const figuresOf = (id: string): Partial<Role> => {
  const { measures } = roleOf(id);
  return measures === undefined ? {} : { measures };
};
/** A person who likes what the loadings are, on every dimension. */
const answersLike = (loadings: Readonly<Record<string, number>>): Answers =>
  new Map(items.map(({ id, dimension }) => [id, Math.max(1, Math.min(5, Math.round(3 + (loadings[dimension] ?? 0))))]));
const namedIn = (catalogue: Catalogue, answers: Answers, avoid: readonly string[] = []) =>
  scoreAnswers(catalogue, answers, 'full', avoid).neighbours.flatMap(({ role, named }) => (named ? [role.id] : []));

const anyAnswers = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: items.length, maxLength: items.length }), fc.boolean(), fc.subarray(items.map(({ id }) => id)))
  .map(([values, isWhole, answered]): Answers => {
    // The second answer to a dimension as the first, or results would mostly be contradictory.
    const valueOf = (dimension: string) => values[items.findIndex((item) => item.dimension === dimension)] ?? 3;
    return new Map(items.flatMap(({ id, dimension }) => (isWhole || answered.includes(id) ? [[id, valueOf(dimension)]] : [])));
  });
const anyAvoidances = fc.subarray(avoidances.map(({ id }) => id));
const anyLoadings = fc
  .tuple(fc.subarray(dimensions.map(({ id }) => id)), fc.array(fc.integer({ min: -25, max: 25 }), { minLength: dimensions.length }))
  .map(([ids, values]) => Object.fromEntries(ids.map((id, index) => [id, (values[index] ?? 0) / 10])));
const anyNeighbours = fc
  .array(anyLoadings, { maxLength: 5 })
  .map((all) =>
    all.map((loadings, index) =>
      makeNeighbour(`own-${index}`, { loadings, demerits: [{ text: { ja: '残業', en: 'Overtime' }, avoidance: 'overtime', dimension: 'routine' }] }),
    ),
  );
const someRuns = { numRuns: 50 };

describe('adding neighbours', () => {
  it('changes no score, order, first place, reason or nearest change of the main roles', () => {
    fc.assert(
      fc.property(anyAnswers, anyNeighbours, fc.constantFrom(...fitTests), anyAvoidances, (answers, neighbours, test, avoid) => {
        const extended = { ...builtIn, roles: [...neighbours, ...builtIn.roles] };
        const [before, after] = [scoreAnswers(main, answers, test, avoid), scoreAnswers(extended, answers, test, avoid)];
        expect({ ...after, neighbours: [] }).toEqual(before);
        expect(before.neighbours).toEqual([]);
        expect(findNearestChange(extended, after, answers, avoid)).toEqual(findNearestChange(main, before, answers, avoid));
        for (const [place, fit] of after.roles.entries())
          expect(explainFit(extended, after, answers, fit)).toEqual(explainFit(main, before, answers, before.roles[place] ?? fit));
        if (answers.size > 0)
          expect({ ...viewFit(extended, { test, answers, avoid }, 'en'), neighbours: [] }).toEqual(viewFit(main, { test, answers, avoid }, 'en'));
      }),
      someRuns,
    );
  });

  it('changes no constant of the bank and no simulation of the main roles', () => {
    const extended = withRoles(
      makeNeighbour('own', figuresOf('keiri')),
      makeNeighbour('other', { entry: [{ text: { ja: '書く', en: 'Write' }, dimension: 'writing' }] }),
    );
    expect(computeConstants(builtIn, dimensions, extended.roles)).toEqual(builtIn.fit.constants);
    expect(computeConstants(builtIn, dimensions, builtIn.roles)).toEqual(builtIn.fit.constants);
    expect(simulate(extended, 'quick', 0, 5, [1])).toEqual(simulate(main, 'quick', 0, 5, [1]));
    expect(simulateRandom(extended, 'quick', 50, 1)).toEqual(simulateRandom(main, 'quick', 50, 1));
  });
});

describe('loadings of a neighbour', () => {
  it('are those of its figures alone: no article, and none of a dimension without measures', () => {
    const named = { entry: dimensions.map(({ id }) => ({ text: { ja: id, en: id }, dimension: id })) };
    for (const { id } of main.roles) {
      const loadings = computeLoadings(main, makeNeighbour('own', { ...figuresOf(id), ...named }));
      expect(loadings).toEqual(computeFigureLoadings(main, roleOf(id)));
      for (const { id: dimension, measures = [] } of dimensions) if (measures.length === 0) expect(loadings.has(dimension)).toBe(false);
    }
    // writing of kouhou in docs/quiz.md: 0.684 · (1.1135 − 0.478); of jimu, whose figure is below the average occupation's, nothing.
    expect(computeFigureLoadings(main, roleOf('kouhou')).get('writing')).toBe(0.435);
    expect(computeFigureLoadings(main, roleOf('jimu')).get('writing')).toBe(0);
  });

  it('are none without figures, and those that the role file states', () => {
    expect(computeLoadings(main, makeNeighbour('own', { entry: [{ text: { ja: '書く', en: 'Write' }, dimension: 'writing' }] })).size).toBe(0);
    expect([...computeLoadings(main, makeNeighbour('own', { loadings: { recording: 1.5 } }))]).toEqual([['recording', 1.5]]);
  });
});

describe('a neighbour', () => {
  const loadings = Object.fromEntries(dimensions.map(({ id }, index) => [id, ((index * 7) % 11) / 2.5 - 2]));
  const opposite = Object.fromEntries(Object.entries(loadings).map(([id, value]) => [id, -value]));

  it('is named where the answers are what it is about, and not where they are the opposite', () => {
    const catalogue = withRoles(makeNeighbour('own', { loadings }), makeNeighbour('opposite', { loadings: opposite }));
    expect(namedIn(catalogue, answersLike(loadings))).toEqual(['own']);
    expect(namedIn(catalogue, answersLike(opposite))).toEqual(['opposite']);
  });

  it('is named among three, the best first, and only where nothing is doubtful', () => {
    fc.assert(
      fc.property(anyAnswers, anyNeighbours, anyAvoidances, (answers, neighbours, avoid) => {
        const { roles, neighbours: compared, warnings } = scoreAnswers(withRoles(...neighbours), answers, 'full', avoid);
        const named = compared.filter((fit) => fit.named);
        expect(compared).toEqual(compared.toSorted((a, b) => b.fit - a.fit));
        expect(named.length).toBeLessThanOrEqual(mostNeighbours);
        if (warnings.length > 0 || roles.length === 0) expect(named).toEqual([]);
        for (const { fit } of named) {
          expect(fit).toBeGreaterThan(0);
          if (roles.filter(({ first }) => first).length > mostFirst) expect(fit).toBeGreaterThan(roles[0]?.fit ?? 1);
        }
        // What goes with the answers better than every main role is named, unless three do so even better.
        if (warnings.length === 0)
          for (const { fit, named: isNamed } of compared) if (fit > Math.max(0, roles[0]?.fit ?? 1)) expect(isNamed || named.length === 3).toBe(true);
      }),
    );
  });

  it('with the fit of a main role that shares the first place is named beside up to three, and beside more only if it is ahead of all', () => {
    const alike = (id: string): Role => ({ ...makeNeighbour(id, { loadings }), tier: 'main' });
    const answers = answersLike(loadings);
    for (const [count, expected] of [
      [1, ['own']],
      [3, ['own']],
      [4, []],
    ] as const) {
      const roles = [...Array.from({ length: count }, (_, place) => alike(`alike-${place}`)), makeNeighbour('own', { loadings })];
      expect(namedIn({ ...main, roles }, answers)).toEqual(expected);
    }
    const worse = Object.fromEntries(Object.entries(loadings).map(([id, value], index) => [id, index % 5 === 0 ? 0 : value]));
    const roles = [...Array.from({ length: 4 }, (_, place) => ({ ...alike(`worse-${place}`), loadings: worse })), makeNeighbour('own', { loadings })];
    expect(scoreAnswers({ ...main, roles }, answers).roles.every(({ first }) => first)).toBe(true);
    expect(namedIn({ ...main, roles }, answers)).toEqual(['own']);
  });

  it('is not named for contradictory, few or equal answers, nor without main roles', () => {
    const own = makeNeighbour('own', { loadings });
    const answers = answersLike(loadings);
    const contradictory = new Map(items.map(({ id, quick = false }) => [id, quick ? 5 : 1]));
    const few = new Map([...answers].slice(0, 15));
    for (const sheet of [contradictory, few, new Map<string, number>(), new Map(items.map(({ id }) => [id, 4]))])
      expect(namedIn(withRoles(own), sheet)).toEqual([]);
    expect(scoreAnswers({ ...main, roles: [own] }, answers)).toMatchObject({ roles: [], neighbours: [], left: [] });
  });

  it('that has what is to be avoided falls back as a main role would', () => {
    const demerits = [{ text: { ja: '残業', en: 'Overtime' }, avoidance: 'overtime' }];
    const { neighbours } = scoreAnswers(withRoles(makeNeighbour('own', { loadings, demerits })), answersLike(loadings), 'full', ['overtime']);
    expect(neighbours[0]).toMatchObject({ avoided: ['overtime'] });
    expect((neighbours[0]?.correlation ?? 0) - (neighbours[0]?.fit ?? 0)).toBeCloseTo(0.05, 12);
  });

  it('without figures or loadings is left out without a word', () => {
    expect(scoreAnswers(withRoles(makeNeighbour('own')), answersLike(loadings))).toMatchObject({ neighbours: [], left: [] });
  });
});

describe('what sets a neighbour apart', () => {
  const difference = { ja: '違う。', en: 'They differ.' };
  const confusedWith = (...ids: readonly string[]) => ({
    confusedWith: ids.map((id) => ({ with: id, relation: 'look-alike' as const, difference: { ja: id, en: id } })),
  });

  it('is said by its file, about the nearest of the main roles that it gets mixed up with', () => {
    const own = makeNeighbour('own', { ...figuresOf('keiri'), ...confusedWith('kouhou', 'keiri', 'jimu') });
    expect(findDifference(withRoles(own), own)).toMatchObject({ from: { id: 'keiri' }, text: { en: 'keiri' } });
    const other = makeNeighbour('own', { ...figuresOf('keiri'), ...confusedWith('kouhou') });
    expect(findDifference(withRoles(other), other)).toMatchObject({ from: { id: 'kouhou' }, text: { en: 'kouhou' } });
  });

  it('is said by the other file, too, and not by what is said of another neighbour', () => {
    const own = makeNeighbour('own', { ...figuresOf('keiri'), loadings: { service: 1 } });
    const soumu: Role = { ...roleOf('soumu'), confusedWith: [{ with: 'own', relation: 'look-alike', difference }] };
    expect(findDifference(addRoles(withRoles(own), [soumu]), own)).toEqual({ from: soumu, text: difference });
    const beside = makeNeighbour('beside', confusedWith('own'));
    expect(findDifference(withRoles(own, beside), own)).not.toHaveProperty('text');
  });

  it('is else the dimension on which its figures differ most from those of the nearest main role', () => {
    const figures = Object.fromEntries(computeFigureLoadings(main, roleOf('keiri')));
    for (const [service, more] of [
      [1, true],
      [-1, false],
    ] as const) {
      const own = makeNeighbour('own', { loadings: { ...figures, service } });
      expect(findDifference(withRoles(own), own)).toMatchObject({ from: { id: 'keiri' }, dimension: { id: 'service' }, more });
    }
    const twin = makeNeighbour('own', { loadings: figures });
    expect(findDifference(withRoles(twin), twin)).toBeUndefined();
    expect(findDifference({ ...main, roles: [twin] }, twin)).toBeUndefined();
  });
});

describe('the reasons for a neighbour', () => {
  it('are at most three, the weightiest first, each on the side on which its loading is', () => {
    let told = 0;
    fc.assert(
      fc.property(anyAnswers, anyNeighbours, (answers, neighbours) => {
        const catalogue = withRoles(...neighbours);
        const result = scoreAnswers(catalogue, answers);
        for (const fit of result.neighbours) {
          const reasons = findNeighbourReasons(catalogue, result, answers, fit);
          told += reasons.length;
          expect(reasons.length).toBeLessThanOrEqual(3);
          expect(reasons).toEqual(reasons.toSorted((a, b) => b.weight - a.weight));
          for (const { dimension, typical } of reasons) expect(Math.sign(fit.role.loadings?.[dimension.id] ?? 0)).toBe(typical ? 1 : -1);
        }
      }),
    );
    expect(told).toBeGreaterThan(100);
  });
});

describe('the document', () => {
  const loadings = Object.fromEntries(dimensions.map(({ id }, index) => [id, ((index * 7) % 11) / 2.5 - 2]));
  const view = (more: Partial<Role>, language: 'ja' | 'en' = 'en') =>
    viewFit(withRoles(makeNeighbour('own', { loadings, ...more })), { test: 'full', answers: answersLike(loadings), avoid: [] }, language).neighbours;
  const text = { ja: '未経験で入る人は少ない', en: 'Few get in without experience' };
  const other = { text: { ja: '学ぶ', en: 'Learn' }, topic: 'moved-in' };
  const experience = { text, topic: 'mid-career-experience' };

  it('names it with its score, reasons and difference', () => {
    const [neighbour, ...others] = view({});
    expect(others).toEqual([]);
    expect(neighbour).toMatchObject({ id: 'own', name: 'own', japaneseName: 'own職', avoided: [], estimated: false, dimensions: dimensions.length });
    expect(neighbour?.score).toBeGreaterThan(80);
    expect(neighbour?.reasons).toHaveLength(3);
    expect(neighbour?.reasons.every(({ answers }) => answers.length > 0)).toBe(true);
    expect(neighbour?.difference).toHaveProperty('dimension');
    expect(neighbour).not.toHaveProperty('experience');
  });

  it.each([
    ['first', [experience, other], text.en],
    ['second', [other, experience], undefined],
    ['nowhere', [other], undefined],
  ])('has the line on experience if that stands first in the file: %s', (_, entry, expected) => {
    expect(view({ entry })[0]?.experience).toBe(expected);
    expect(view({ entry }, 'ja')[0]?.experience).toBe(expected === undefined ? undefined : text.ja);
  });
});

describe('an own role', () => {
  const base = withRoles(makeNeighbour('beside', { order: 3 }));
  const own = (id: string, more: Partial<Role> = {}): Role => ({ id, name: { ja: '自作', en: 'Own' }, summary: { ja: '試す。', en: 'Tries.' }, ...more });
  const tierIn = (id: string, ...added: readonly Role[]) => tierOf(roleOf(id, addRoles(base, added)));

  it('is a main role unless it says otherwise', () => {
    expect(tierIn('own', own('own'))).toBe('main');
    expect(tierIn('own', own('own', { tier: 'neighbour' }))).toBe('neighbour');
    expect(tierIn('keiri', own('keiri'))).toBe('main');
    expect(tierIn('keiri', own('keiri', { tier: 'neighbour' }))).toBe('neighbour');
  });

  it('that replaces a neighbour stays one unless it says otherwise', () => {
    expect(tierIn('beside', own('beside'))).toBe('neighbour');
    expect(tierIn('beside', own('beside', { tier: 'main' }))).toBe('main');
    expect(roleOf('beside', addRoles(base, [own('beside', { tier: 'main' })]))).toMatchObject({ order: 3, name: { en: 'Own' } });
  });
});

describe('simulateNeighbours', () => {
  const catalogue = withRoles(makeNeighbour('first', figuresOf('jimu')), makeNeighbour('second', figuresOf('kouhou')));
  const run = (seed: number) =>
    simulateNeighbours(
      catalogue,
      'quick',
      0,
      10,
      [seed],
      [() => true, () => false, ({ role }) => role.id === 'second', ({ behind, error }) => behind <= error],
    );

  it('counts whom a rule names, of its own people and of others', () => {
    const [all, none, second, level] = run(1);
    expect(all).toEqual({ neighbours: ['first', 'second'].map((id) => ({ id, own: 1, others: 1 })), own: 1, others: 1, besideMain: 1 });
    expect(none).toMatchObject({ own: 0, others: 0, besideMain: 0 });
    expect(second).toMatchObject({
      neighbours: [
        { own: 0, others: 0 },
        { own: 1, others: 1 },
      ],
      own: 0.5,
      others: 0.5,
      besideMain: 1,
    });
    expect(level?.own).toBeGreaterThan(level?.others ?? 1);
  });

  it('gives the same for the same seeds, and others for others', () => {
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });
});
