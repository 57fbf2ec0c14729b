import { displayWidth } from './width.ts';

/** Below so many columns beside its head, a text goes under it. */
const leastBeside = 20;

/** Lines behind so many spaces; empty ones stay empty. */
export function indent(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));
}

/**
 * Lines behind a head, the others under the first; under the head where there is no room for `needed` columns beside it.
 * `wrap` gives the lines for a width.
 */
export function hang(head: string, needed: number, width: number, wrap: (width: number) => readonly string[]): string[] {
  const headWidth = displayWidth(head);
  const room = width - headWidth;
  if (room < Math.min(leastBeside, needed)) return [head.trimEnd(), ...indent(wrap(width - 2), 2)];
  return wrap(room).map((line, index) => (index === 0 ? head : ' '.repeat(headWidth)) + line);
}
