import { excerpt } from '../../core/clean.ts';
import { mostListed } from '../any-language.ts';
import { joinTexts, say } from '../text.ts';
import type { Text } from '../text.ts';

// What several texts of this language are put together with.

export const joinList = (items: readonly string[]) => items.join(', ');
export const joinNames = (names: readonly string[]) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`);
export const quote = (text: string) => `'${excerpt(text)}'`;
export const suggest = (names: readonly Text[]): Text[] => (names.length === 0 ? [] : [say`Did you mean: ${joinTexts(names, ', ')}?`]);
export const choose = (names: readonly string[]) =>
  names.length === 0 ? [] : [`Use one of: ${joinList(names.slice(0, mostListed))}${names.length > mostListed ? ' …' : ''}`];
export const named = (items: readonly { id: string; name: { en: string } }[]) => items.map(({ id, name }) => `${name.en} (${id})`);
export const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
export const idRule = 'Use lower-case letters, digits and hyphens, a letter first, at most 40 characters (for example tenpo-jimu).';
