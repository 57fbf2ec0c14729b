/** What to type at a question: where keys are taken at once, and where lines are typed. */
export interface QuestionHelp {
  readonly keys: string;
  readonly lines: string;
}

/** Questions that are asked line by line, for screen readers and simple terminals. */
export interface QuestionMessages {
  /** Before what is typed; `initial` is what Enter alone means. */
  readonly number: (initial: number | undefined) => string;
  readonly numbers: (initial: readonly number[]) => string;
  /** Before words that narrow down, or a number. */
  readonly numberOrWords: string;
  readonly notANumber: (most: number, letters: readonly string[]) => string;
  readonly notNumbers: (most: number, letters: readonly string[]) => string;
  readonly moreChoices: (count: number) => string;
}
