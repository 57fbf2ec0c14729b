import LineBreaker from 'linebreak';
import { segmentText } from '../../core/search/segment.ts';
import { startsPhrase } from './find-phrases.ts';
import { displayWidth } from './width.ts';

/** A place where a text may be broken. */
export interface Break {
  /** Index of the first code unit of the next line. */
  readonly position: number;
  /** 3: a phrase ends here, 2: a word ends here, 1: a part of a compound ends here, 0: this is inside a word. */
  readonly quality: 0 | 1 | 2 | 3;
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
const katakana = /^[\p{Script=Katakana}ー]/u;
const kanji = /\p{Script=Han}/u;
const address = /https?:\/\/[\x21-\x7E]+/g;
// Words as `Intl.Segmenter` cuts them: what a noun is followed by (behind hiragana the same may be the ending of a verb), …
const particles = new Set('は が を に へ と の も や で から まで より など だけ ほど について として という による において'.split(' '));
// … those of them that a verb in hiragana may follow, and what follows a whole verb.
const beforeVerbs = new Set('は が を に も'.split(' '));
const behindVerbs = new Set('こと もの とき ため よう ところ うち ほう わけ かも'.split(' '));
// Words that the model of phrases breaks.
const wholeWords =
  /やりがい|がち(?:な|で|だ|に|。|、|（|$)|座り疲れ|引き受け|当ては[まめ]|立ち行|乗り越え|ほぐし|自分自身|ひらがな|すべて表示|打ち間違え|ひととおり|監査人|コミュニケーション力/gu;
// Adverbs that the model of phrases joins to the verb behind them.
const adverb = /(?:^|[、。])(?:あまり|ぜひ)$/;
// A stretch of kanji, katakana and letters: nouns in a row.
const nouns = /(?:(?!\p{Script=Hiragana})[\p{Letter}\p{Number}ー])+/gu;
/** Columns of a compound that stays whole; a longer one is broken between its words. */
const longestCompound = 14;

/**
 * Where a text may be broken: the opportunities of UAX #14, each with its quality. Words are those of `Intl.Segmenter`, which splits
 * compounds and inflected words, so within a phrase only a particle and a long compound are set apart.
 * An address is broken behind a slash where it stands alone, and not at all within a text.
 */
export function findBreaks(text: string): Break[] {
  if (/^https?:\/\/\S+$/.test(text)) return Array.from(text.matchAll(/(?<=[^/])\/(?=[^/])/g), ({ index }) => ({ position: index + 1, quality: 3 }));
  const words = segmentText(text);
  const joints = new Map(words.map(({ index, segment }, place) => [index, { before: words[place - 1]?.segment ?? '', behind: segment }]));
  const inAddresses = findInsides(text, address);
  const inWords = findInsides(text, wholeWords);
  const inCompounds = findInsides(text, nouns, longestCompound);
  const breaker = new LineBreaker(text);
  const breaks: Break[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position } = next;
    if (endsNumber.test(text.slice(Math.max(0, position - 2), position)) && goesOn.test(text.slice(position))) continue;
    if (position >= text.length || neverFirst.test(text.slice(position)) || inAddresses.has(position)) continue;
    const joint = joints.get(position);
    const quality = joint === undefined || inWords.has(position) ? 0 : rateBreak(text, position, joint);
    breaks.push({ position, quality: quality === 2 && inCompounds.has(position) ? 1 : quality });
  }
  return breaks;
}

/** The positions inside what is found, where that is no wider than so many columns. */
function findInsides(text: string, pattern: RegExp, widest = Infinity): ReadonlySet<number> {
  const insides = new Set<number>();
  for (const { index, 0: found } of text.matchAll(pattern)) {
    if (found.length > widest || displayWidth(found) > widest) continue;
    for (let position = index + 1; position < index + found.length; position += 1) insides.add(position);
  }
  return insides;
}

/** The quality of a break between two words, as far as it can be seen from what is around it. */
function rateBreak(text: string, position: number, { before, behind }: { readonly before: string; readonly behind: string }): Break['quality'] {
  const last = text.charAt(position - 1);
  if (pause.test(last) || adverb.test(text.slice(0, position))) return 3;
  if ('-〜～'.includes(last)) return /[\p{Letter}\p{Number}]$/u.test(text.charAt(position - 2)) ? 1 : 0;
  if (startsPhrase(text, position)) return 3;
  if (!hiragana.test(behind)) {
    if (hiragana.test(last)) return particles.has(before) ? 2 : 0;
    return katakana.test(last) && katakana.test(behind) ? 1 : 2;
  }
  if (hiragana.test(last)) return kanji.test(behind) || behindVerbs.has(behind) || (beforeVerbs.has(before) && behind.length > 1) ? 2 : 0;
  return particles.has(behind) || katakana.test(last) ? 2 : 0;
}
