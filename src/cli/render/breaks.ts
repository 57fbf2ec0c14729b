import { readFileSync } from 'node:fs';
import { fileProblemOf } from '../../core/errors.ts';
import type { Catalogue } from '../../core/model.ts';
import { findBreaks } from './find-breaks.ts';

/** A place where a text may be broken. */
export interface Break {
  /** Index of the first code unit of the next line. */
  readonly position: number;
  /** A word ends here, which reads better than a break inside it. */
  readonly joint: boolean;
}

/** Gives the breaks of a text. */
export type BreakFinder = (text: string) => readonly Break[];

// Finding breaks takes longer to load than a page takes to print, so the build finds those
// of the catalogue's texts and leaves them in a table: one code a text, in the order of `listTexts`.

/** Breaks as a short string: for each, its distance from the last and whether it is a joint, as one character. */
export function encodeBreaks(breaks: readonly Break[]): string {
  return breaks.map(({ position, joint }, index) => String.fromCharCode(48 + (position - (breaks[index - 1]?.position ?? 0)) * 2 + Number(joint))).join('');
}

/** The reverse of `encodeBreaks`. */
export function decodeBreaks(code: string): Break[] {
  let position = 0;
  return Array.from(code, (character) => {
    const value = character.charCodeAt(0) - 48;
    position += value >> 1;
    return { position, joint: value % 2 === 1 };
  });
}

/** Every text of a catalogue, in an order that depends on nothing but the catalogue. */
export function listTexts(catalogue: Catalogue): string[] {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(catalogue);
  return texts;
}

/** A finder that takes the breaks of a compiled catalogue's texts from its table and finds those of others. */
export function createBreakFinder(file: string, catalogue: Catalogue): BreakFinder {
  let table: ReadonlyMap<string, string | undefined> | undefined;
  return (text) => {
    table ??= readTable(file, catalogue);
    const code = table.get(text);
    return code === undefined ? findBreaks(text) : decodeBreaks(code);
  };
}

function readTable(file: string, catalogue: Catalogue): ReadonlyMap<string, string | undefined> {
  try {
    const codes = JSON.parse(readFileSync(file, 'utf8')) as string[];
    return new Map(listTexts(catalogue).map((text, index) => [text, codes[index]]));
  } catch (error) {
    if (fileProblemOf(error) === undefined) throw error;
    return new Map();
  }
}
