import { excerpt } from '../../core/clean.ts';
import { mostListed } from '../any-language.ts';
import { joinTexts, say } from '../text.ts';
import type { Text } from '../text.ts';

// What several texts of this language are put together with.

export const joinList = (items: readonly string[]) => items.join('、');
export const quote = (text: string) => `「${excerpt(text)}」`;
export const suggest = (names: readonly Text[]): Text[] => (names.length === 0 ? [] : [say`もしかして: ${joinTexts(names, '、')}`]);
export const choose = (names: readonly string[]) =>
  names.length === 0 ? [] : [`使えるもの: ${joinList(names.slice(0, mostListed))}${names.length > mostListed ? ' など' : ''}`];
export const named = (items: readonly { id: string; name: { ja: string } }[]) => items.map(({ id, name }) => `${name.ja} (${id})`);
export const idRule = '英小文字・数字・ハイフンで、英字から始めて40字以内にしてください（例: tenpo-jimu）。';
