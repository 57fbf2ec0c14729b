import { readFileSync } from 'node:fs';
import { fileProblemOf } from '../../core/errors.ts';
import { languages } from '../../core/catalogue/model.ts';
import type { Language } from '../../core/catalogue/model.ts';
import type { Break, BreakFinder } from './find-breaks.ts';

/** Gives the breaks of a text, if they are known. */
export type KnownBreaks = (text: string) => readonly Break[] | undefined;

// Finding breaks takes longer to load than a page takes to print, so the build finds those of
// all texts of the catalogue and the messages and leaves them in a table for each language.

/** Codes of breaks by text. */
export type BreakTable = Readonly<Record<string, string>>;

/** Breaks as a short string: for each, its distance from the last and its quality, as one character. */
export function encodeBreaks(breaks: readonly Break[]): string {
  return breaks.map(({ position, quality }, index) => String.fromCharCode(48 + (position - (breaks[index - 1]?.position ?? 0)) * 3 + quality)).join('');
}

/** The reverse of `encodeBreaks`. */
export function decodeBreaks(code: string): Break[] {
  let position = 0;
  return Array.from(code, (character) => {
    const value = character.charCodeAt(0) - 48;
    position += Math.floor(value / 3);
    return { position, quality: (value % 3) as Break['quality'] };
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
  return (text) => breakAddress(text) ?? find(text) ?? breakShare(text, find) ?? breakAnswer(text, find) ?? breakCommand(text);
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

// A text with its share behind it, 検品 (93%): the share is not in the table.
function breakShare(text: string, find: KnownBreaks): Break[] | undefined {
  const [, counted] = /^(.+) \(?\d+%\)?$/.exec(text) ?? [];
  if (counted === undefined) return undefined;
  const breaks = find(counted);
  return breaks === undefined ? undefined : [...breaks, { position: counted.length + 1, quality: 2 }];
}

// Nor is a question with its answer behind it.
function breakAnswer(text: string, find: KnownBreaks): Break[] | undefined {
  const [, question, answer] = /^(.+): (.+)$/.exec(text) ?? [];
  if (question === undefined || answer === undefined) return undefined;
  const [first, second] = [find(question), find(answer)];
  if (first === undefined || second === undefined) return undefined;
  const start = question.length + 2;
  return [...first, { position: start, quality: 2 }, ...second.map(({ position, quality }) => ({ position: start + position, quality }))];
}

// A command to type is not in the table, for it names a role; it is broken at its spaces only.
function breakCommand(text: string): Break[] | undefined {
  if (!/^(?:npx )?backoffice [A-Za-z0-9 -]+$/.test(text)) return undefined;
  return Array.from(text.matchAll(/ /g), ({ index }) => ({ position: index + 1, quality: 2 }));
}

// UAX #14 would break an address before .html. It is broken behind a slash.
function breakAddress(text: string): Break[] | undefined {
  if (!/^https:\/\/\S+$/.test(text)) return undefined;
  return Array.from(text.matchAll(/(?<=[^/])\/(?=[^/])/g), ({ index }) => ({ position: index + 1, quality: 2 }));
}

function readTable(file: string): BreakTable {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as BreakTable;
  } catch (error) {
    if (fileProblemOf(error) === undefined) throw error;
    return {};
  }
}
