import { cleanText } from '../clean.ts';
import type { Position } from '../role-files/diagnostics.ts';
import type { Catalogue } from '../catalogue/model.ts';
import { findNearest } from '../catalogue/nearest.ts';
import { isAnswer } from '../fit/response-scale.ts';
import { itemsOf } from '../fit/score.ts';
import type { FitTest } from '../fit/score.ts';
import type { FitState } from '../fit/answer-code.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** All of a catalogue that answers are read with. */
export type BankCatalogue = Pick<Catalogue, 'fit'>;

/** What answers are checked against, made ready for any number of sheets. */
export interface AnswerBank {
  readonly version: number;
  /** Ids of all items. */
  readonly items: ReadonlySet<string>;
  /** Ids of the items of the quick test. */
  readonly quick: ReadonlySet<string>;
  /** Ids of what can be avoided. */
  readonly avoidances: ReadonlySet<string>;
}

/** An answer as it stands in a sheet. */
export interface GivenAnswer {
  readonly id: string;
  readonly value: unknown;
  readonly place: () => Position;
}

/** Ends the reading of a sheet. */
export type Refuse = (problem: SheetProblem) => never;

/** What stands where nothing was answered. */
const noAnswers: readonly unknown[] = [null, 0, '', '0', '-'];

export function createBank({ fit }: BankCatalogue): AnswerBank {
  const idsOf = (terms: readonly { readonly id: string }[]) => new Set(terms.map(({ id }) => id));
  return { version: fit.version, items: idsOf(fit.items), quick: idsOf(itemsOf({ fit }, 'quick')), avoidances: idsOf(fit.avoidances) };
}

/**
 * The state that answers stand for; refuses the first that is none. Without a test named, answers to quick items only mean the quick test.
 */
export function checkAnswers(bank: AnswerBank, given: readonly GivenAnswer[], avoid: readonly string[], named: FitTest | undefined, refuse: Refuse): FitState {
  const seen = new Set<string>();
  const answers = new Map<string, number>();
  for (const { id, value, place } of given) {
    if (!bank.items.has(id)) refuse({ problem: 'unknown-item', ...place(), name: cleanText(id), nearest: findNearest(id, [...bank.items]) });
    if (seen.has(id)) refuse({ problem: 'answered-twice', ...place(), name: id });
    seen.add(id);
    if (noAnswers.includes(value)) continue;
    if (!isAnswer(value)) refuse({ problem: 'not-an-answer', ...place(), name: id });
    else if (named === 'quick' && !bank.quick.has(id)) refuse({ problem: 'not-asked', ...place(), name: id });
    else answers.set(id, value);
  }
  const isQuick = answers.size > 0 && [...answers.keys()].every((id) => bank.quick.has(id));
  return { test: named ?? (isQuick ? 'quick' : 'full'), answers, avoid };
}
