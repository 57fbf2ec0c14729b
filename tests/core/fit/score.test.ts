import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitTests, itemsOf, scoreAnswers } from '../../../src/core/fit/score.ts';
import { tiers } from '../../../src/core/catalogue/model.ts';
import { listMainRoles } from '../../../src/core/catalogue/tiers.ts';
import type { Answers, FitResult } from '../../../src/core/fit/score.ts';
import { loadCatalogue } from '../../../src/index.ts';
import type { Catalogue, Role } from '../../../src/index.ts';
import { scorePlainly } from '../../helpers/plain-score.ts';

const builtIn = loadCatalogue();
const { items, dimensions, avoidances } = builtIn.fit;

/** Whole answers mostly; any number between, for answers need not be whole. */
const anySheet = fc
  .tuple(
    fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.double({ min: 1, max: 5, noNaN: true })), { minLength: items.length, maxLength: items.length }),
    fc.oneof(fc.constant(items), fc.subarray([...items])),
  )
  .map(([values, answered]): Answers => new Map(items.flatMap(({ id }, index) => (answered.some((item) => item.id === id) ? [[id, values[index] ?? 3]] : []))));
const equalSheet = fc.integer({ min: 1, max: 5 }).map((value): Answers => new Map(items.map(({ id }) => [id, value])));
const anyAvoidances = fc.array(fc.constantFrom(...avoidances.map(({ id }) => id), 'nothing-here'), { maxLength: 4 });
/** Own roles, main or not, that lack dimensions, all of them perhaps, or do not vary. */
const anyRole = fc
  .tuple(
    fc.subarray(dimensions.map(({ id }) => id)),
    fc.array(fc.constantFrom(-2.5, -1, 0, 0, 0.5, 2), { minLength: dimensions.length }),
    fc.constantFrom(...tiers),
  )
  .map(([ids, values, tier]): Role => ({
    id: 'own',
    tier,
    name: { ja: '自作', en: 'Own' },
    summary: { ja: '試す。', en: 'Tries.' },
    loadings: Object.fromEntries(ids.map((id, index) => [id, values[index] ?? 0])),
    demerits: [{ text: { ja: '残業', en: 'Overtime' }, avoidance: 'overtime' }],
  }));

function expectSame(result: FitResult, plain: FitResult): void {
  const { roles, neighbours, left, profile, gap, ...rest } = result;
  const { roles: plainRoles, neighbours: plainNeighbours, left: plainLeft, profile: plainProfile, gap: plainGap, ...plainRest } = plain;
  expect(rest).toEqual(plainRest);
  expect(left).toEqual(plainLeft);
  expect(profile).toEqual(plainProfile);
  expect(gap ?? -1).toBeCloseTo(plainGap ?? -1, 12);
  expect(roles.map(({ role }) => role.id).toSorted()).toEqual(plainRoles.map(({ role }) => role.id).toSorted());
  for (const [place, fit] of roles.entries()) {
    const expected = plainRoles.find(({ role }) => role.id === fit.role.id);
    // Roles that fit equally well may change places.
    expect(Math.abs((plainRoles[place]?.fit ?? NaN) - fit.fit)).toBeLessThan(1e-12);
    expect(Math.abs((expected?.correlation ?? NaN) - fit.correlation)).toBeLessThan(1e-12);
    expect({ ...fit, correlation: 0, fit: 0 }).toEqual({ ...expected, correlation: 0, fit: 0 });
  }
  expect(neighbours.map(({ role }) => role.id).toSorted()).toEqual(plainNeighbours.map(({ role }) => role.id).toSorted());
  for (const neighbour of neighbours) {
    const expected = plainNeighbours.find((other) => other.role.id === neighbour.role.id);
    expect(Math.abs((expected?.fit ?? NaN) - neighbour.fit)).toBeLessThan(1e-12);
    expect(Math.abs((expected?.correlation ?? NaN) - neighbour.correlation)).toBeLessThan(1e-12);
    expect({ ...neighbour, correlation: 0, fit: 0 }).toEqual({ ...expected, correlation: 0, fit: 0 });
  }
}

describe('scoring fast', () => {
  it('gives what the formulas give, one after the other', () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 9, arbitrary: anySheet }, equalSheet),
        anyAvoidances,
        fc.constantFrom(...fitTests),
        anyRole,
        (answers, avoid, test, own) => {
          for (const catalogue of [builtIn, { ...builtIn, roles: [...builtIn.roles, own] } satisfies Catalogue])
            expectSame(scoreAnswers(catalogue, answers, test, avoid), scorePlainly(catalogue, answers, test, avoid));
        },
      ),
      // Ten times as often as other laws; `npm run mutate` tries all of them less often.
      { numRuns: 10 * (fc.readConfigureGlobal().numRuns ?? 100) },
    );
  });

  it('keeps nothing of the sheet before', () => {
    fc.assert(
      fc.property(fc.array(anySheet, { minLength: 2, maxLength: 5 }), fc.constantFrom(...fitTests), (sheets, test) => {
        const results = sheets.map((answers) => scoreAnswers(builtIn, answers, test));
        expect(results).toEqual(sheets.map((answers) => scoreAnswers({ ...builtIn }, answers, test)));
      }),
    );
  });

  it('tells tests and catalogues apart', () => {
    const answers: Answers = new Map(items.map(({ id }, index) => [id, 1 + (index % 5)]));
    const few = { ...builtIn, roles: builtIn.roles.slice(0, 3) };
    expect(scoreAnswers(few, answers).roles).toHaveLength(3);
    expect(scoreAnswers(builtIn, answers).roles).toHaveLength(listMainRoles(builtIn.roles).length);
    expect(fitTests.map((test) => scoreAnswers(builtIn, answers, test).asked)).toEqual(fitTests.map((test) => itemsOf(builtIn, test).length));
  });
});
