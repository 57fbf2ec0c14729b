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
