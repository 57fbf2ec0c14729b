import LineBreaker from 'linebreak';
import type { Break } from './breaks.ts';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

// UAX #14 lets these begin a line after a space; Japanese typesetting never does.
const neverFirst = /^[、。，．・：；？！ー…‥」』】）〕》〉〟々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)\]}%]/u;
const hiragana = /^\p{Script=Hiragana}/u;
const address = /https?:\/\/[\x21-\x7E]+/g;

/**
 * Where a text may be broken: the opportunities of UAX #14, each with its quality. Words are those of
 * `Intl.Segmenter`; a word that begins with hiragana mostly belongs to the phrase before it.
 * Addresses are kept whole.
 */
export function findBreaks(text: string): Break[] {
  const joints = findJoints(text);
  const addresses = Array.from(text.matchAll(address), ({ index, 0: found }) => ({ start: index, end: index + found.length }));
  const breaker = new LineBreaker(text);
  const breaks: Break[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position } = next;
    if (position >= text.length || neverFirst.test(text.slice(position)) || addresses.some(({ start, end }) => position > start && position < end)) continue;
    const afterPause = /[\s、。，．！？」』）]/u.test(text[position - 1] ?? '');
    const quality = afterPause ? 2 : !joints.has(position) ? 0 : hiragana.test(text.slice(position)) ? 1 : hiragana.test(text.slice(position - 1)) ? 2 : 1;
    breaks.push({ position, quality });
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
