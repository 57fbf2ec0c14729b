import { readFileSync } from 'node:fs';
import type { Language } from '../../src/core/catalogue/model.ts';
import { fitColumns } from '../../src/render/text/cut.ts';
import { displayWidth } from '../../src/render/text/width.ts';

/** A text as it was broken into lines. */
export interface Wrapped {
  readonly text: string;
  readonly lines: readonly string[];
  /** Columns of a line. */
  readonly room: number;
}

/** Compounds and inflected words that `Intl.Segmenter` splits, and no line may: those of the texts of `data/` and `src/messages`. */
function readWords(language: Language): string[] {
  const text = readFileSync(new URL(`../render/words/${language}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

const segmenters = { ja: new Intl.Segmenter('ja', { granularity: 'word' }), en: new Intl.Segmenter('en', { granularity: 'word' }) };

/** Gives for a position of a text the word of that language around it, if it stands inside one. */
export function createWordFinder(language: Language): (text: string, position: number) => string | undefined {
  const words = readWords(language);
  const known = new Map<string, ReadonlyMap<number, string>>();
  const find = (text: string): ReadonlyMap<number, string> => {
    const inside = new Map<number, string>();
    const add = (word: string, start: number): void => {
      for (let place = start + 1; place < start + word.length; place += 1) inside.set(place, word);
    };
    for (const { segment, index, isWordLike } of segmenters[language].segment(text)) if (isWordLike === true) add(segment, index);
    // An address is longer than a narrow line, and has no words.
    for (const { index, 0: address } of text.matchAll(/https?:\/\/[\x21-\x7E]+/g))
      for (let place = index; place <= index + address.length; place += 1) inside.delete(place);
    const folded = text.toLowerCase();
    for (const word of words) {
      for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + 1)) add(text.slice(start, start + word.length), start);
    }
    return inside;
  };
  return (text, position) => {
    const inside = known.get(text) ?? find(text);
    known.set(text, inside);
    return inside.get(position);
  };
}

/** Where each line but the first begins in the text. */
export function breaksOf({ text, lines }: Pick<Wrapped, 'text' | 'lines'>): number[] {
  let position = 0;
  return lines
    .map((line) => {
      const start = text.indexOf(line, position);
      position = start + line.length;
      return start;
    })
    .slice(1);
}

/** What a terminal makes of lines that are wider than it is. */
export function wrapAtEdge(screen: string, width: number): Wrapped[] {
  return screen
    .split('\n')
    .filter((line) => displayWidth(line) > width)
    .map((text) => {
      const lines: string[] = [];
      for (let start = 0; start < text.length;) {
        const end = start + fitColumns(text.slice(start), width, 1);
        lines.push(text.slice(start, end));
        start = end;
      }
      return { text, lines, room: width };
    });
}
