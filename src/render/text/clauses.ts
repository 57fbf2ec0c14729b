import type { Break, BreakFinder } from './find-breaks.ts';

// A sentence that is composed of names and numbers is not in the table of breaks, and there are too many of them to put them there. But what stands
// between two of its marks or spaces is one of few, and where it is broken does not depend on what stands beyond them.

/** What stands in a text between two marks, and where it starts. */
interface Clause {
  readonly start: number;
  /** What its breaks are known by: itself, its digits all alike, behind the mark before it. */
  readonly key: string;
}

const clausePattern = /[^、。・「」（）\s]*(?:[、。・「」（）]|\s+|$)/gu;

/** A text as its clauses. */
function splitClauses(text: string): Clause[] {
  return Array.from(text.matchAll(clausePattern))
    .filter(({ 0: clause }) => clause !== '')
    .map(({ index, 0: clause }) => ({ start: index, key: `${text.charAt(index - 1)}\n${clause.replace(/\d/g, '0')}` }));
}

/** The breaks of the clauses of texts, by their keys, each counted from the start of its clause. One that is not broken alike everywhere is left out. */
export function listClauses(texts: readonly string[], findBreaks: BreakFinder): Map<string, readonly Break[]> {
  const clauses = new Map<string, readonly Break[] | undefined>();
  for (const text of new Set(texts)) {
    const breaks = findBreaks(text);
    const split = splitClauses(text);
    for (const [place, { start, key }] of split.entries()) {
      const end = split[place + 1]?.start ?? text.length;
      const own = breaks
        .filter(({ position }) => position >= start && position < end)
        .map(({ position, quality }) => ({ position: position - start, quality }));
      const before = clauses.get(key);
      clauses.set(key, !clauses.has(key) || JSON.stringify(before) === JSON.stringify(own) ? own : undefined);
    }
  }
  return new Map([...clauses].flatMap(([key, breaks]) => (breaks === undefined ? [] : [[key, breaks] as const])));
}

/** The breaks of a text, if those of all its clauses are known. */
export function breakClauses(text: string, find: (key: string) => readonly Break[] | undefined): Break[] | undefined {
  const breaks: Break[] = [];
  for (const { start, key } of splitClauses(text)) {
    const own = find(key);
    if (own === undefined) return undefined;
    breaks.push(...own.map(({ position, quality }) => ({ position: start + position, quality })));
  }
  return breaks;
}
