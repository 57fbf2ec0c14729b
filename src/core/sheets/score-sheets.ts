import type { Catalogue } from '../catalogue/model.ts';
import { roundFit, scoreOf } from '../views/fit.ts';
import { encodeState } from '../fit/answer-code.ts';
import type { ChosenColumns } from './csv-columns.ts';
import { readSheets } from './read-sheets.ts';
import type { BadRow, ReadSheet, SheetEvent } from './sheet-events.ts';
import { scoreAnswers } from '../fit/score.ts';
import type { FitResult, FitTest, FitWarning } from '../fit/score.ts';

/** The result of one of many sheets, as NDJSON gives it. */
export interface ScoredSheet {
  readonly schemaVersion: 1;
  /** Where the sheet begins, from 1. */
  readonly line: number;
  readonly id?: string;
  readonly test: FitTest;
  readonly answered: number;
  readonly asked: number;
  readonly warnings: readonly FitWarning[];
  /** Carries the whole state, answers included; absent without any answer. */
  readonly code?: string;
  /** Every main role that could be compared, best fit first. Empty when the answers cannot be scored. */
  readonly roles: readonly ScoredRole[];
  /** Ids of the neighbours that the result names, best fit first. */
  readonly neighbours: readonly string[];
}

export interface ScoredRole {
  readonly id: string;
  /** 0–100: 50 is neither with nor against the answers. */
  readonly score: number;
  /** −1 to 1. */
  readonly correlation: number;
  /** Ids of what the person wants to avoid and the role has. */
  readonly avoided: readonly string[];
  /** Shares the first place. */
  readonly first: boolean;
}

/**
 * Scores many answer sheets as a stream: any number, in their order, with the same little memory. `readSheets` says what they may look like.
 * @param file the name by which problems call it.
 * @param chosen columns of a table that tell people apart, or hold what to avoid, by their headers.
 * @param take is given each result, such as `add` of a group.
 * @throws BackofficeError `answer-sheet` when there is nothing in it, or no column holds answers.
 */
export async function* scoreSheets(
  catalogue: Catalogue,
  bytes: AsyncIterable<Uint8Array>,
  file = '-',
  chosen: ChosenColumns = {},
  take?: TakeResult,
): AsyncGenerator<SheetEvent<ScoredSheet>> {
  yield* scoreRead(catalogue, readSheets(catalogue, bytes, file, chosen), take);
}

/** Scores sheets that are read, as `scoreSheets` does. */
export async function* scoreRead(catalogue: Catalogue, events: AsyncIterable<SheetEvent>, take?: TakeResult): AsyncGenerator<SheetEvent<ScoredSheet>> {
  for await (const event of events)
    yield event.kind === 'rows' ? { kind: 'rows', rows: event.rows.map((row) => ('failure' in row ? row : scoreSheet(catalogue, row, take))) } : event;
}

/** Takes the result of a sheet, and ids of what its person wants to avoid. */
export type TakeResult = (result: FitResult, avoid: readonly string[]) => void;

function scoreSheet(catalogue: Catalogue, { line, id, state }: ReadSheet, take: TakeResult | undefined): ScoredSheet {
  const result = scoreAnswers(catalogue, state.answers, state.test, state.avoid);
  take?.(result, state.avoid);
  const { test, answered, asked, warnings, roles, neighbours } = result;
  return {
    schemaVersion: 1,
    line,
    ...(id === undefined ? {} : { id }),
    test,
    answered,
    asked,
    warnings,
    ...(answered === 0 ? {} : { code: encodeState(catalogue, state) }),
    roles: roles.map(({ role, fit, correlation, avoided, first }) => ({
      id: role.id,
      score: scoreOf(fit),
      correlation: roundFit(correlation),
      avoided,
      first,
    })),
    neighbours: neighbours.flatMap(({ role, named }) => (named ? [role.id] : [])),
  };
}

/** Whether a row was scored. */
export function isScored(row: ScoredSheet | BadRow): row is ScoredSheet {
  return !('failure' in row);
}
