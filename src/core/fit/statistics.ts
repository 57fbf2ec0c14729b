/** The arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Values less their mean, divided by their length, so that products add up to a correlation; undefined where they do not vary. */
export function standardize(values: readonly number[]): number[] | undefined {
  const centre = mean(values);
  const centred = values.map((value) => value - centre);
  const length = Math.hypot(...centred);
  return length < 1e-9 ? undefined : centred.map((value) => value / length);
}

/**
 * The correlation of two sets of values by id, over the ids that both have, times √(common / all of these ids), as `scoreAnswers` compares a person and
 * a role: on few of them a high one comes easily. Undefined where either does not vary.
 */
export function correlateCommon(ids: readonly string[], first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number | undefined {
  const common = ids.filter((id) => first.has(id) && second.has(id));
  const [a, b] = [first, second].map((values) => standardize(common.map((id) => values.get(id) ?? 0)));
  if (a === undefined || b === undefined) return undefined;
  return a.reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0) * Math.sqrt(common.length / ids.length);
}
