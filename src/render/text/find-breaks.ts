import LineBreaker from 'linebreak';
import { segmentText } from '../../core/search/segment.ts';

/** A place where a text may be broken. */
export interface Break {
  /** Index of the first code unit of the next line. */
  readonly position: number;
  /** 2: a phrase ends here, 1: a word ends here, 0: a break is allowed, no more. */
  readonly quality: 0 | 1 | 2;
}

/** Gives the breaks of a text. */
export type BreakFinder = (text: string) => readonly Break[];

// UAX #14 lets these begin a line after a space; Japanese typesetting never does.
const neverFirst = /^[、。，．・：；？！ー～〜…‥」』】）〕》〉〟々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)\]}%]/u;
// linebreak 1.1.0 takes full-width digits for ideographs, and breaks a number and what it counts apart: １０．５％, １２月, １，２３４円.
const endsNumber = /[０-９][．，]?$/;
const goesOn = /^[０-９．，％年月日時分秒円人個件回歳点割倍]/;
const pause = /[\s、。，．！？」』）]/u;
const hiragana = /^\p{Script=Hiragana}/u;
const address = /https?:\/\/[\x21-\x7E]+/g;

/**
 * Where a text may be broken: the opportunities of UAX #14, each with its quality. Words are those of
 * `Intl.Segmenter`; a word that begins with hiragana mostly belongs to the phrase before it.
 * An address is broken behind a slash where it stands alone, and not at all within a text.
 */
export function findBreaks(text: string): Break[] {
  if (/^https?:\/\/\S+$/.test(text)) return Array.from(text.matchAll(/(?<=[^/])\/(?=[^/])/g), ({ index }) => ({ position: index + 1, quality: 2 }));
  const joints = new Set(segmentText(text).map(({ index }) => index));
  const addresses = Array.from(text.matchAll(address), ({ index, 0: found }) => ({ start: index, end: index + found.length }));
  const breaker = new LineBreaker(text);
  const breaks: Break[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position } = next;
    if (endsNumber.test(text.slice(Math.max(0, position - 2), position)) && goesOn.test(text.slice(position))) continue;
    if (position >= text.length || neverFirst.test(text.slice(position)) || addresses.some(({ start, end }) => position > start && position < end)) continue;
    breaks.push({ position, quality: rateBreak(text, position, joints.has(position)) });
  }
  return breaks;
}

function rateBreak(text: string, position: number, isJoint: boolean): Break['quality'] {
  if (pause.test(text.charAt(position - 1))) return 2;
  if (!isJoint) return 0;
  const startsPhrase = hiragana.test(text.slice(position - 1)) && !hiragana.test(text.slice(position));
  return startsPhrase ? 2 : 1;
}
