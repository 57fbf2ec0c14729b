import type { SheetProblem } from '../core/sheets/sheet-problem.ts';
import type { Text } from './text.ts';
import type { HelpMessages } from './types/help.ts';
import type { SheetForm } from './types/score.ts';

// What is decided or written alike in every language.

/** Nobody reads on in a list of a hundred. */
export const mostListed = 20;

/** A whole number with its thousands apart. */
export function formatCount(number: number): string {
  // `toLocaleString` takes longer to load than a page to print.
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Whether a text is one word that can be searched for as it is. */
export function isWord(text: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(text);
}

export function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

/** The form that answers should have had, where that is what was wrong. */
export function findSheetForm(problem: SheetProblem['problem']): SheetForm | undefined {
  if (problem === 'no-sheets' || problem === 'no-columns') return 'sheets';
  return ['empty', 'not-json', 'not-an-object', 'unknown-key', 'unknown-item', 'not-an-answer'].includes(problem) ? 'digits' : undefined;
}

/** The first example of the help of a command; none where no command is named. */
export function findExample({ commands }: HelpMessages, name: string | undefined): Text[] {
  const examples = Object.entries(commands).find(([known]) => known === name)?.[1].examples ?? [];
  return examples.slice(0, 1).map(([example]) => example);
}
