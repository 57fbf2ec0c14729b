import { createRequire } from 'node:module';
import type { Break } from './breaks.ts';

interface LineBreaker {
  /** The next opportunity to break, or null at the end. */
  nextBreak(): { readonly position: number } | null;
}

const require = createRequire(import.meta.url);

// Loaded at the first text that the build has not broken: the two cost as much as a whole start.
let tools: { LineBreaker: new (text: string) => LineBreaker; segmenter: Intl.Segmenter } | undefined;

/** Where a text may be broken: the opportunities of UAX #14, each marked when a word ends there too. */
export function findBreaks(text: string): Break[] {
  tools ??= {
    LineBreaker: require('linebreak') as new (text: string) => LineBreaker,
    segmenter: new Intl.Segmenter('ja', { granularity: 'word' }),
  };
  const joints = new Set(Array.from(tools.segmenter.segment(text), ({ index }) => index));
  const breaker = new tools.LineBreaker(text);
  const breaks: Break[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (next.position < text.length) breaks.push({ position: next.position, joint: joints.has(next.position) });
  }
  return breaks;
}
