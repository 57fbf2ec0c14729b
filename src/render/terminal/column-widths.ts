/** Columns that the frame of a grid takes: nothing outside, a gap or a rule between columns. */
export function frameWidth(columns: number, ruled: boolean): number {
  return (columns - 1) * (ruled ? 3 : 2);
}

/**
 * Shares `available` columns out among table columns. A column that needs less than its
 * even share gets what it needs; the wider ones share the rest.
 * @returns the widths, or undefined when one would fall below the lesser of its minimum and its need.
 */
export function shareWidth(available: number, columns: readonly { readonly needed: number; readonly minimum: number }[]): number[] | undefined {
  const widths = columns.map(({ needed }) => needed);
  const total = () => widths.reduce((sum, width) => sum + width, 0);
  if (total() > available) {
    const byNeed = columns.map(({ needed }, index) => ({ needed, index })).toSorted((a, b) => a.needed - b.needed);
    let left = available;
    byNeed.forEach(({ needed, index }, place) => {
      const share = Math.floor(left / (byNeed.length - place));
      widths[index] = Math.min(needed, share);
      left -= Math.min(needed, share);
    });
  }
  const readable = columns.every(({ needed, minimum }, index) => (widths[index] ?? 0) >= Math.min(needed, minimum));
  return readable ? widths : undefined;
}
