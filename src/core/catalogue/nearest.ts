import leven from 'leven';

/**
 * The candidates that a typing slip could have turned into `word`, or that contain it, nearest first.
 * A slip is two neighbours swapped, or a Levenshtein distance below half of the longer word, at most 3.
 * In a short word of ideographs one may be wrong if the first is right.
 * @param mostSlips that are allowed, however long the word is.
 */
export function findNearest(word: string, candidates: Iterable<string>, limit = 3, mostSlips = Infinity): string[] {
  const scored: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const close = isSwapped(word, candidate) || isPart(word, candidate);
    const allowed = Math.min(mostSlips, slipsAllowed(word, candidate));
    const distance = close ? 1 : leven(word, candidate, { maxDistance: allowed + 1 });
    if (close || distance <= allowed) scored.push({ candidate, distance });
  }
  return scored
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** The nearest of the valid names, or all of them where none comes close. */
export function offerNames(name: string, valid: readonly string[]): { readonly nearest: readonly string[] } | { readonly allowed: readonly string[] } {
  const nearest = findNearest(name, valid);
  return nearest.length > 0 ? { nearest } : { allowed: valid };
}

function slipsAllowed(word: string, candidate: string): number {
  const longer = Math.max(word.length, candidate.length);
  const ideographs = /^\p{Script=Han}{2,}$/u;
  if (longer <= 3 && ideographs.test(word) && ideographs.test(candidate)) return word.startsWith(candidate.slice(0, 1)) ? 1 : 0;
  return longer < 4 ? 0 : Math.min(3, Math.floor((longer - 1) / 2));
}

function isPart(word: string, candidate: string): boolean {
  const enough = /^[\x20-\x7E]*$/.test(word) ? 3 : 2;
  return word.length >= enough && candidate.includes(word);
}

function isSwapped(word: string, candidate: string): boolean {
  if (word.length !== candidate.length || word.length < 3) return false;
  const first = Array.from(word).findIndex((character, index) => character !== candidate[index]);
  const swapped = word.slice(0, first) + word.charAt(first + 1) + word.charAt(first) + word.slice(first + 2);
  return swapped === candidate;
}

/**
 * The ids of what a name may have meant: what contains it, in its id or in a label, else the nearest ids. What begins so goes first:
 * regular-schedule before irregular-schedule.
 */
export function findNearestNamed(name: string, named: readonly { readonly id: string; readonly labels: readonly string[] }[]): string[] {
  const typed = name.toLowerCase();
  const placeOf = ({ id, labels }: (typeof named)[number]) =>
    [id.startsWith(typed), id.includes(typed), labels.some((label) => label.toLowerCase().includes(typed))].indexOf(true);
  const containing = name.length > 1 ? named.filter((item) => placeOf(item) >= 0).toSorted((a, b) => placeOf(a) - placeOf(b)) : [];
  return containing.length > 0
    ? containing.map(({ id }) => id)
    : findNearest(
        typed,
        named.map(({ id }) => id),
      );
}
