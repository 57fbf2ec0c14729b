import type { Scale } from '../catalogue/model.ts';

/**
 * `different`: at least two roles differ by more than chance may do. `alike`: no two of those that have a figure do.
 * `not-compared`: fewer than two have a figure, or shares are of nobody knows how many people.
 */
export type Verdict = 'different' | 'alike' | 'not-compared';

/**
 * Whether two shares differ by more than chance may do: by more than two standard errors, 2·√(p₁q₁/n₁ + p₂q₂/n₂).
 * `first` and `second` are the numbers of people asked.
 */
export function isShareDifference(p: number, first: number, q: number, second: number): boolean {
  return Math.abs(p - q) > 2 * Math.sqrt((p * (1 - p)) / first + (q * (1 - q)) / second);
}

/**
 * Whether two means differ by more than chance may do: by at least a tenth of their scale (0.4 points from 1 to 5). With n = 50 people
 * each and a spread of s = a quarter of the scale, that is two standard errors, 2·s·√(2/n).
 */
export function isMeanDifference({ minimum, maximum }: Pick<Scale, 'minimum' | 'maximum'>, a: number, b: number): boolean {
  // The figures have three decimals: 3.4 and 3.0 are 0.4 apart, whatever binary fractions say.
  return Math.round(Math.abs(a - b) * 1000) >= Math.round((maximum - minimum) * 100);
}

/** A figure or share of one role, and of how many people. */
export interface Measured {
  readonly value: number;
  readonly respondents: number | undefined;
}

/** Whether the shares of two roles differ; undefined where nobody knows of how many people they are. */
export function testShares(a: Measured, b: Measured): boolean | undefined {
  if (a.respondents === undefined || b.respondents === undefined) return undefined;
  return isShareDifference(a.value, a.respondents, b.value, b.respondents);
}

/** The verdict over all pairs; a pair that cannot be tested says nothing. */
export function judge(known: readonly Measured[], isDifferent: (a: Measured, b: Measured) => boolean | undefined): Verdict {
  const verdicts = known.flatMap((a, place) => known.slice(place + 1).flatMap((b) => isDifferent(a, b) ?? []));
  if (verdicts.length === 0) return 'not-compared';
  return verdicts.includes(true) ? 'different' : 'alike';
}
