import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeState } from '../../../src/core/fit/answer-code.ts';
import type { FitState } from '../../../src/core/fit/answer-code.ts';
import { explainFit, findNearestChange } from '../../../src/core/fit/explain.ts';
import { itemsOf, scoreAnswers } from '../../../src/core/fit/score.ts';
import { createRandom } from '../../../src/core/knowledge/random.ts';
import type { Random } from '../../../src/core/knowledge/random.ts';
import { loadCatalogue } from '../../../src/index.ts';
import held from './held-results.json' with { type: 'json' };

// Version 1 of the bank gave these results. They are what a code that people kept means: a difference here is a new version, not a new hash.
const catalogue = loadCatalogue();
const sheetsInGroup = 50;

/** Any answers; full and quick, whole and partial, with and without something to avoid, at odds with themselves and not. */
function drawSheet(number: number, random: Random): FitState {
  const test = number % 2 === 0 ? 'full' : 'quick';
  const isPartial = number % 5 === 3;
  const isConsistent = number % 3 !== 1;
  const share = isPartial ? random() : 1;
  const drawAnswer = () => 1 + Math.floor(random() * 5);
  const likings = new Map(catalogue.fit.dimensions.map(({ id }) => [id, drawAnswer()]));
  const answers = new Map<string, number>();
  for (const { id, dimension } of itemsOf(catalogue, test)) {
    const liking = (likings.get(dimension) ?? 3) + (random() < 0.3 ? 1 : 0);
    const answer = isConsistent ? Math.min(5, liking) : drawAnswer();
    if (random() < share) answers.set(id, answer);
  }
  const avoid = catalogue.fit.avoidances.flatMap(({ id }) => (number % 7 < 3 && random() < 0.3 ? [id] : []));
  return { test, answers, avoid };
}

/** All that a result says, but for texts. */
function summarize(state: FitState): unknown {
  const { answers, test, avoid } = state;
  const result = scoreAnswers(catalogue, answers, test, avoid);
  const change = findNearestChange(catalogue, result, answers, avoid);
  return {
    code: answers.size === 0 ? '' : encodeState(catalogue, state),
    answered: result.answered,
    warnings: result.warnings,
    gap: result.gap ?? null,
    profile: [...result.profile],
    roles: result.roles.map(({ role, ...fit }) => [role.id, fit.correlation, fit.fit, fit.avoided, fit.dimensions, fit.first]),
    left: result.left.map(({ id }) => id),
    change: change === undefined ? null : [change.item.id, change.from, change.to, change.role.id],
    reasons: result.roles.map((fit) => {
      const { reasons, doubts } = explainFit(catalogue, result, answers, fit);
      return [...reasons, ...doubts].map(({ dimension, weight, typical }) => [dimension.id, weight, typical]);
    }),
  };
}

describe('the results of 1,000 sheets', () => {
  const random = createRandom(16);
  const sheets = held.map(() => Array.from({ length: sheetsInGroup }, (_, number) => drawSheet(number, random)));

  it('are of whole and partial sheets, with all that a result can be', () => {
    const results = sheets.flat().map(({ answers, test, avoid }) => scoreAnswers(catalogue, answers, test, avoid));
    expect(results).toHaveLength(1000);
    const firsts = new Set(results.flatMap(({ roles }) => (roles[0] === undefined ? [] : [roles[0].role.id])));
    expect(firsts.size).toBe(10);
    expect(new Set(results.flatMap(({ warnings }) => warnings))).toEqual(new Set(['contradictory', 'few-answers', 'too-few-answers']));
    expect(results.filter(({ roles }) => roles.filter(({ first }) => first).length > 1).length).toBeGreaterThan(100);
  });

  it.each(held.map((hash, group) => [group, hash] as const))('are to the last digit what they were: group %i', (group, hash) => {
    const results = JSON.stringify(sheets[group]?.map(summarize));
    expect(createHash('sha256').update(results).digest('hex')).toBe(hash);
  });
});
