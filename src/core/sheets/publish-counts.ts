/** Fewer people than this are not counted: who knows the group would know who they are. */
export const fewestCounted = 5;

/** In a group of fewer, no number leaves enough people on either side of it. */
const fewestDivided = 2 * fewestCounted;

/**
 * A number of people as it may be told: itself, or that it is under five (nobody included), or that it is left out because it would tell how
 * many a few others are.
 */
export type PublishedCount = { readonly count: number } | { readonly underFive: true } | { readonly withheld: true };

/**
 * Counts that add up to a total which is known, as they may be told; undefined where none may.
 *
 * A count under five is never told, and nobody (0) looks like one to four. What is told must leave either nobody or at least five people, for the
 * rest follows from the total: of 20, 17 in one role would tell of 3 in all others. So, where those under five are one to four people together,
 * or are known to the last one because each must be four, larger counts are withheld as well, in the order in which they are given, until
 * each of the hidden could be more or less. The order does not depend on the counts: to withhold the smallest would tell how large it is.
 */
export function publishParts(counts: readonly number[]): readonly PublishedCount[] | undefined {
  if (sum(counts) < fewestDivided) return undefined;
  const small = counts.filter(isSmall);
  const withheld = new Set<number>();
  let hidden = sum(small);
  const isFollowed = (hidden > 0 && isSmall(hidden)) || (small.length > 0 && small.every((count) => count === fewestCounted - 1));
  if (isFollowed) {
    for (const [place, count] of counts.entries()) {
      if (isSmall(count)) continue;
      withheld.add(place);
      hidden += count;
      if (hidden >= (withheld.size + 1) * fewestCounted - 1) break;
    }
  }
  if (small.length + withheld.size === counts.length) return undefined;
  return counts.map((count, place) => (isSmall(count) ? { underFive: true } : withheld.has(place) ? { withheld: true } : { count }));
}

/**
 * Counts of which one person may be in several, each out of the same people, as they may be told; undefined where the people are too few. A count that leaves
 * one to four others is withheld.
 */
export function publishShares(counts: readonly number[], people: number): readonly PublishedCount[] | undefined {
  if (people < fewestDivided) return undefined;
  return counts.map((count) => (isSmall(count) ? { underFive: true } : count < people && isSmall(people - count) ? { withheld: true } : { count }));
}

/**
 * The same where everybody is in two or three of them, so that they add up to twice as many at least: where those under five are almost all four,
 * that would tell it.
 */
export function publishSeveral(counts: readonly number[], people: number): readonly PublishedCount[] | undefined {
  const small = counts.filter(isSmall);
  return sum(small) > small.length * (fewestCounted - 2) ? undefined : publishShares(counts, people);
}

function isSmall(count: number): boolean {
  return count < fewestCounted;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
