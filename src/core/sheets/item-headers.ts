import { languages } from '../catalogue/model.ts';
import type { BankCatalogue } from './check-answers.ts';
import { foldLabel, listByName } from './labels.ts';

/** An item that a header names: as a whole, or only within something longer, which may be about something else. */
interface NamedItem {
  readonly id: string;
  readonly isWhole: boolean;
}

/** A header that comes near an item, and stands for none. */
interface NearItem {
  readonly id: string;
  /** 0–1: 1 is the same. */
  readonly likeness: number;
}

/** Finds items by headers. */
export interface ItemFinder {
  readonly find: (header: string) => NamedItem | undefined;
  /** The nearest of some items, if any is near. */
  readonly findNear: (header: string, ids: ReadonlySet<string>) => NearItem | undefined;
}

/** So much of two texts must be the same for one to be the other, reworded. */
const leastLikeness = 0.55;

/** Numbers that forms put before questions: 1., Q1, 問1, (1). */
const numbered = /^\s*(?:(?:Q|No\.?|問|質問|設問)\s*\d+|[([]?\d+[)\]]?(?=[\s.:、)\]-]))\s*[.:、)\]-]*\s*/iu;

/** The last thing in brackets, as the grids of forms put an item behind its question. */
const bracketed = /[[［【]([^[\]［］【】]+)[\]］】]\s*$/u;

/** A finder of items by their ids and texts in either language, also numbered, or in brackets behind a question. */
export function createItemFinder({ fit }: BankCatalogue): ItemFinder {
  const byName = listByName(fit.items.map(({ id, text }) => ({ id, label: text })));
  const texts = fit.items.flatMap(({ id, text }) =>
    languages.map((language) => ({ id, text: foldLabel(text[language]), pairs: pairsOf(foldLabel(text[language])) })),
  );
  const byLength = texts.toSorted((a, b) => b.text.length - a.text.length);
  const shortest = Math.min(...texts.map(({ text }) => text.length));
  const wholeOf = (header: string) => byName.get(foldLabel(header)) ?? byName.get(foldLabel(header.replace(numbered, '')));
  return {
    find: (header) => {
      const inBrackets = bracketed.exec(header)?.[1];
      const whole = wholeOf(header) ?? (inBrackets === undefined ? undefined : wholeOf(inBrackets));
      if (whole !== undefined) return { id: whole, isWhole: true };
      if (header.length < shortest) return undefined;
      const folded = foldLabel(header);
      const part = byLength.find(({ text }) => folded.includes(text))?.id;
      return part === undefined ? undefined : { id: part, isWhole: false };
    },
    findNear: (header, ids) => {
      const names = [header.replace(numbered, ''), bracketed.exec(header)?.[1] ?? ''].map(foldLabel).filter((name) => name.length >= 6);
      let nearest: NearItem | undefined;
      for (const pairs of names.map(pairsOf)) {
        for (const { id, pairs: known } of texts) {
          const likeness = ids.has(id) ? compare(pairs, known) : 0;
          if (likeness >= leastLikeness && likeness > (nearest?.likeness ?? 0)) nearest = { id, likeness };
        }
      }
      return nearest;
    },
  };
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.slice(1), (character, index) => text.charAt(index) + character));
}

/** How much two texts share of their pairs of characters (Dice). */
function compare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / Math.max(1, a.size + b.size);
}
