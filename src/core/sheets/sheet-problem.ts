import type { LocalizedText } from '../catalogue/languages.ts';
import type { Position } from '../role-files/diagnostics.ts';

/** What is wrong with an answer sheet, and where. */
export interface SheetProblem extends Position {
  readonly problem:
    | 'empty'
    | 'not-json'
    | 'not-an-object'
    | 'unknown-key'
    | 'unknown-item'
    | 'not-asked'
    | 'not-an-answer'
    | 'not-a-choice'
    | 'too-many-digits'
    | 'too-few-digits'
    | 'unknown-avoidance'
    | 'answered-twice'
    | 'other-version'
    // Of many sheets in one file.
    | 'no-sheets'
    | 'no-columns'
    | 'unknown-column'
    | 'turned'
    | 'nobody'
    | 'several-people'
    | 'reworded'
    | 'too-many-columns'
    | 'too-many-cells'
    | 'quote-not-closed'
    | 'too-long'
    // Of workbooks and archives.
    | 'damaged'
    | 'too-large'
    | 'other-workbook'
    | 'locked'
    | 'no-table'
    | 'several-tables';
  /** The item or value concerned, cleaned. */
  readonly name?: string;
  /** What stands there instead of an answer, cleaned. */
  readonly value?: string;
  readonly nearest?: readonly string[];
  /** What answers are called. */
  readonly labels?: readonly LocalizedText[];
  readonly expected?: number;
}
