import type { FormWords } from '../../core/views/form.ts';

/** The fit test as a form to hand out. */
export interface FormMessages extends FormWords {
  /** Heads the questions. */
  readonly questions: string;
  /** The workbook to fill in: its two sheets, and how it is filled in. */
  readonly workbook: {
    readonly about: string;
    readonly answers: string;
    readonly howTo: string;
    readonly steps: readonly string[];
    readonly refusal: string;
    readonly avoidHint: string;
  };
  /** The script that makes a Google form. */
  readonly script: {
    /** How to run it, in three lines. */
    readonly howTo: readonly [string, string, string];
    readonly required: string;
    /** Before the address where it is edited, and the one to hand out. */
    readonly toEdit: string;
    readonly toAnswer: string;
  };
  /** The questionnaire on paper. */
  readonly paper: {
    readonly howTo: string;
    readonly avoidHowTo: string;
  };
}
