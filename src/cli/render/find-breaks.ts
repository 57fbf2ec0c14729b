import LineBreaker from 'linebreak';
import type { Break } from './breaks.ts';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Where a text may be broken: the opportunities of UAX #14, each marked when a word ends there too. */
export function findBreaks(text: string): Break[] {
  const joints = findJoints(text);
  const breaker = new LineBreaker(text);
  const breaks: Break[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (next.position < text.length) breaks.push({ position: next.position, joint: joints.has(next.position) });
  }
  return breaks;
}

// The time of Intl.Segmenter grows with the square of the text, so it gets a clause at a time.
function findJoints(text: string): Set<number> {
  const joints = new Set<number>();
  for (const { index: start, 0: clause } of text.matchAll(/.{1,200}?[、。，．！？\s]+|.{1,200}/gsu)) {
    for (const { index } of segmenter.segment(clause)) joints.add(start + index);
  }
  return joints;
}
