import { cleanLine } from '../clean.ts';
import type { Place, Position, SourceLine } from './diagnostics.ts';

/** No terminal shows more of a line on either side of a place; a line may be as long as a file. */
const mostShown = 100;

/** Finds places in one text: from an offset (in UTF-16 units, from 0) to the place of what stands there, up to `end` where it is known. */
export type PlaceFinder = (start: number, end?: number) => Place;

/** A finder for one text. It looks for the ends of lines once, whatever it is asked. */
export function createPlaceFinder(text: string): PlaceFinder {
  const findLine = createLineFinder(text);
  return (start, end = start) => {
    const { line, from, to } = findLine(start);
    const isInLine = end > start && end <= to;
    const source = cutLine(text, { from, to, start, end: isInLine ? end : start + 1 });
    return { line, column: start - from + 1, ...(isInLine ? { endColumn: end - from + 1 } : {}), ...(source === undefined ? {} : { source }) };
  };
}

/** A finder that says of one text where an offset (in UTF-16 units, from 0) stands, and no more. */
export function createPositionFinder(text: string): (offset: number) => Position {
  const findLine = createLineFinder(text);
  return (offset) => {
    const { line, from } = findLine(offset);
    return { line, column: offset - from + 1 };
  };
}

/** A finder of lines: their number, from 1, and the offsets where they begin and end. */
function createLineFinder(text: string): (offset: number) => { readonly line: number; readonly from: number; readonly to: number } {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    const index = findLast(starts, offset);
    return { line: index + 1, from: starts[index] ?? 0, to: (starts[index + 1] ?? text.length + 1) - 1 };
  };
}

interface Span {
  /** Where the line begins and ends. */
  readonly from: number;
  readonly to: number;
  /** Where the marked part of it begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** Nothing for an empty line: there is nothing to see in it. */
function cutLine(text: string, { from, to, start, end }: Span): SourceLine | undefined {
  const first = Math.max(from, start - mostShown);
  const last = Math.min(to, start + mostShown);
  if (text.slice(first, last).trim() === '') return undefined;
  const stop = Math.min(end, last);
  return {
    before: `${first > from ? '…' : ''}${cleanLine(text.slice(first, start))}`,
    marked: cleanLine(text.slice(start, stop)),
    after: `${cleanLine(text.slice(stop, last)).trimEnd()}${last < to ? '…' : ''}`,
  };
}

/** The index of the last place at which an ascending list is not above a value. */
export function findLast(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
