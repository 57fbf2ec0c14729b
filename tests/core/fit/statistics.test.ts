import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, standardize } from '../../../src/core/fit/statistics.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const anyValues = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 });
const varying = anyValues.filter((values) => new Set(values).size > 1);

describe('mean', () => {
  it('is the sum by the number, and 0 of nothing', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBe(0);
  });
});

describe('standardize', () => {
  it('gives values whose sum is 0 and whose squares add up to 1, whatever is added to all of them or they are multiplied by', () => {
    fc.assert(
      fc.property(varying, fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 }), (values, shift, factor) => {
        const standard = standardize(values) ?? [];
        expect(sum(standard)).toBeCloseTo(0, 9);
        expect(sum(standard.map((value) => value ** 2))).toBeCloseTo(1, 9);
        standardize(values.map((value) => value * factor + shift))?.forEach((value, index) => expect(value).toBeCloseTo(standard[index] ?? NaN, 9));
      }),
    );
  });
  it('gives nothing where values do not vary by more than rounding', () => {
    for (const values of [[], [3], [0.1, 0.1, 0.1], [1, 1 + 1e-10]]) expect(standardize(values)).toBeUndefined();
    expect(standardize([1, 1 + 1e-8])).toBeDefined();
  });
});
