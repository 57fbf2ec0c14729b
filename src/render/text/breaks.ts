import { readFileSync } from 'node:fs';
import { fileProblemOf } from '../../core/errors.ts';
import { languages } from '../../core/catalogue/model.ts';
import type { Language } from '../../core/catalogue/model.ts';
import { isCommand } from '../../messages/invocation.ts';
import { readParts } from '../../pages/composed.ts';
import type { Break, BreakFinder } from './find-breaks.ts';

/** Gives the breaks of a text, if they are known. */
export type KnownBreaks = (text: string) => readonly Break[] | undefined;

// Finding breaks takes longer to load than a page takes to print, so the build finds those of
// all texts of the catalogue and the messages and leaves them in a table for each language.

/** Codes of breaks by text. */
export type BreakTable = Readonly<Record<string, string>>;

/** Breaks as a short string: for each, its distance from the last and its quality, as one character. */
export function encodeBreaks(breaks: readonly Break[]): string {
  return breaks.map(({ position, quality }, index) => String.fromCharCode(48 + (position - (breaks[index - 1]?.position ?? 0)) * 4 + quality)).join('');
}

/** The reverse of `encodeBreaks`. */
export function decodeBreaks(code: string): Break[] {
  let position = 0;
  return Array.from(code, (character) => {
    const value = character.charCodeAt(0) - 48;
    position += Math.floor(value / 4);
    return { position, quality: (value % 4) as Break['quality'] };
  });
}

/** The breaks of every text of plain data in one language. */
export function compileBreaks(source: object, language: Language, findBreaks: BreakFinder): BreakTable {
  const table: Record<string, string> = {};
  const others: readonly string[] = languages.filter((other) => other !== language);
  const walk = (value: unknown): void => {
    if (typeof value === 'string') table[value] = encodeBreaks(findBreaks(value));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) if (!others.includes(key)) walk(item);
    }
  };
  walk(source);
  return table;
}

/** A finder that knows the texts in a compiled table, and of others nothing. */
export function readBreaks(file: string): KnownBreaks {
  let table: BreakTable | undefined;
  const find = (part: string) => {
    table ??= readTable(file);
    // Any text may be asked for, also the name of a property that all objects have.
    const code = Object.hasOwn(table, part) ? table[part] : undefined;
    return code === undefined ? undefined : decodeBreaks(code);
  };
  return (text) => find(text) ?? breakParts(text, find) ?? (isCommand(text) ? breakAtSpaces(text) : undefined);
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
    return JSON.parse(readFileSync(file, 'utf8')) as BreakTable;
  } catch (error) {
    if (fileProblemOf(error) === undefined) throw error;
    return {};
  }
}
