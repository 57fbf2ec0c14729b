import type { FitWarning } from '../../core/fit/score.ts';
import type { Standing } from '../../core/fit/standing.ts';

/** The results of many people, one a row. */
export interface ResultsMessages {
  readonly title: string;
  readonly line: string;
  /** Whoever it is, or where they stand in the file. */
  readonly person: string;
  readonly lineOf: (line: number) => string;
  readonly asked: string;
  readonly answered: string;
  readonly first: string;
  readonly score: string;
  readonly remark: string;
  /** What a result says where it does not name one role; empty where nothing is to be said. */
  readonly standings: Readonly<Record<Standing, string>>;
  readonly warnings: Readonly<Record<FitWarning, string>>;
  /** As the reader of sheets knows it. */
  readonly code: string;
  readonly neighbours: string;
  readonly joinRoles: (names: readonly string[]) => string;
  readonly joinRemarks: (remarks: readonly string[]) => string;
  /** Of people that the table does not show. */
  readonly more: (shown: number, all: number) => string;
  readonly groupOf: (people: number) => string;
  readonly undecidedRemark: string;
  /** Where the rest is to be had. */
  readonly asWorkbook: string;
  readonly asGroup: string;
  readonly codeRemark: string;
  /** Names of the sheets of a workbook. */
  readonly sheets: Readonly<Record<'results' | 'group' | 'notes', string>>;
  /** Heads of the columns of the group in a workbook. */
  readonly subject: string;
  readonly name: string;
  readonly mean: string;
  readonly spread: string;
}
