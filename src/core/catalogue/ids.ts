import { plainName } from './names.ts';
import { romanize } from './romaji.ts';

/** Keys that no data file may have: they mean something else to JavaScript. */
export const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Ids: lower-case letters, digits and single hyphens, a letter first. */
export const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** No id has more characters. */
export const longestId = 40;

/** Whether a text can be an id; what is a reserved key cannot. */
export function isId(text: string): boolean {
  return text.length <= longestId && idPattern.test(text) && !reservedKeys.has(text);
}

/** The id that a text comes nearest to, kana as romaji; undefined where nothing can be made of it, as of kanji. */
export function suggestId(text: string): string | undefined {
  const romaji = romanize(plainName(text))
    .normalize('NFD')
    .replace(/(?<=[ou])\u0304/g, 'u')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase();
  if (/[^\p{ASCII}\p{P}\p{S}\p{Z}\p{C}]/u.test(romaji)) return undefined;
  const id = romaji
    .replace(/\.ya?ml$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, longestId)
    .replace(/-$/, '');
  return isId(id) ? id : undefined;
}
