import { readFileSync } from 'node:fs';
import { fileProblemOf } from '../../core/errors.ts';
import { languages } from '../../core/catalogue/model.ts';
import type { Language } from '../../core/catalogue/model.ts';
import { isCommand } from '../../messages/invocation.ts';
import { readParts } from '../../pages/composed.ts';
import { breakClauses, listClauses } from './clauses.ts';
import type { Break, BreakFinder } from './find-breaks.ts';

/** Gives the breaks of a text, if they are known. */
export type KnownBreaks = (text: string) => readonly Break[] | undefined;

// Finding breaks takes longer to load than a page takes to print, so the build finds those of
// all texts of the catalogue and the messages and leaves them in a table for each language.

/**
 * Breaks by text: a line for each, the text as its hash, so that the table is short and nothing of it is parsed but what is looked up.
 * It is ASCII, for that is read at once.
 */
export type BreakTable = string;

/** How far one character of a code goes at most. */
const farthest = 20;
const onlyFarther = '~';

/** Breaks as a short string: for each, its distance from the last and its quality, as one character, behind one for every 20 that it is farther away. */
export function encodeBreaks(breaks: readonly Break[]): string {
  return breaks
    .map(({ position, quality }, index) => {
      const distance = position - (breaks[index - 1]?.position ?? 0);
      return onlyFarther.repeat(Math.floor(distance / farthest)) + String.fromCharCode(40 + (distance % farthest) * 4 + quality);
    })
    .join('');
}

/** The reverse of `encodeBreaks`. */
export function decodeBreaks(code: string): Break[] {
  const breaks: Break[] = [];
  let position = 0;
  for (let index = 0; index < code.length; index += 1) {
    const value = code.charCodeAt(index) - 40;
    position += code[index] === onlyFarther ? farthest : value >> 2;
    if (code[index] !== onlyFarther) breaks.push({ position, quality: (value & 3) as Break['quality'] });
  }
  return breaks;
}

/**
 * The breaks of every text of plain data in one language, and those of the clauses of samples.
 * @throws {Error} where two of them have one hash.
 */
export function compileBreaks(source: object, samples: object, language: Language, findBreaks: BreakFinder): BreakTable {
  const texts = listTexts(source, language);
  const known = new Map<string, readonly Break[]>([
    ...Array.from(texts, (text) => [text, findBreaks(text)] as const),
    ...listClauses([...listTexts(samples, language)], findBreaks),
  ]);
  const lines = new Map(Array.from(known, ([text, breaks]) => [hashText(text), encodeBreaks(breaks)]));
  if (lines.size < known.size) throw new Error('two texts have one hash');
  return Array.from(lines, ([hash, code]) => `\n${hash} ${code}`).join('') + '\n';
}

function listTexts(source: object, language: Language): ReadonlySet<string> {
  const texts = new Set<string>();
  const others: readonly string[] = languages.filter((other) => other !== language);
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) if (!others.includes(key)) walk(item);
  };
  walk(source);
  return texts;
}

/** 53 bits of hash: by chance no other text has that of a text in the table (cyrb53). */
function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (2 ** 32 * (low & 0x1fffff) + (high >>> 0)).toString(36);
}

/** A finder that knows the texts in a compiled table, and of others nothing. */
export function readBreaks(file: string): KnownBreaks {
  let table: BreakTable | undefined;
  const find = (text: string) => {
    table ??= readTable(file);
    const start = `\n${hashText(text)} `;
    const at = table.indexOf(start);
    return at < 0 ? undefined : decodeBreaks(table.slice(at + start.length, table.indexOf('\n', at + 1)));
  };
  return (text) => find(text) ?? breakParts(text, find) ?? (isCommand(text) ? breakAtSpaces(text) : breakClauses(text, find));
}

/** A finder for every text: what is known, and what finds the rest. */
export async function loadBreakFinder(known: KnownBreaks): Promise<BreakFinder> {
  const { findBreaks } = await import('./find-breaks.ts');
  // The same advice may stand under a thousand problems.
  const found = new Map<string, readonly Break[]>();
  return (text) => {
    const breaks = found.get(text) ?? known(text) ?? findBreaks(text);
    found.set(text, breaks);
    return breaks;
  };
}

/** Draws with the breaks that are known; if others are needed, loads what finds them and draws anew. */
export async function drawWithBreaks(known: KnownBreaks, draw: (findBreaks: BreakFinder) => string): Promise<string> {
  const missing = new Error('breaks of a text are not known');
  try {
    return draw((text) => {
      const breaks = known(text);
      if (breaks === undefined) throw missing;
      return breaks;
    });
  } catch (error) {
    if (error !== missing) throw error;
  }
  return draw(await loadBreakFinder(known));
}

// A composed text is not in the table, but its parts are.
function breakParts(text: string, find: KnownBreaks): Break[] | undefined {
  const parts = readParts(text)?.map((part) => ({ ...part, breaks: part.text === undefined ? [] : find(part.text) }));
  if (parts === undefined || parts.some(({ breaks }) => breaks === undefined)) return undefined;
  return parts.flatMap(({ start, breaks = [] }) => [
    ...(start === 0 ? [] : [{ position: start, quality: 3 as const }]),
    ...breaks.map(({ position, quality }) => ({ position: start + position, quality })),
  ]);
}

// An answer code is longer than a narrow line: it is broken between its groups.
function breakAtSpaces(text: string): Break[] {
  return Array.from(text.matchAll(/ |(?<=[A-Z0-9])-(?=[A-Z0-9])/g), ({ index, 0: found }) => ({ position: index + 1, quality: found === ' ' ? 3 : 1 }));
}

function readTable(file: string): BreakTable {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    if (fileProblemOf(error) === undefined) throw error;
    return '';
  }
}
