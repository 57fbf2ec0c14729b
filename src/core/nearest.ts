import leven from 'leven';

/**
 * The candidates that a typing slip could have turned into `word` or that contain it, nearest first.
 * A slip is a Levenshtein distance of at most half of the longer word, at most 3.
 */
export function findNearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const scored: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const allowed = Math.min(3, Math.floor(Math.max(word.length, candidate.length) / 2));
    const distance = leven(word, candidate, { maxDistance: allowed + 1 });
    const isPart = word.length >= 2 && candidate.includes(word);
    if (distance <= allowed || isPart) scored.push({ candidate, distance: isPart ? Math.min(distance, 1) : distance });
  }
  return scored
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}
