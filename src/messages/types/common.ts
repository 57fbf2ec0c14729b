/**
 * How to go on in a pager and how to leave it, below each screen and below the last. In ASCII: less 590 of Debian 12 and 654 to 667 tear
 * other characters of a prompt into bytes (its issue 576).
 */
export interface PagerPrompt {
  readonly more: string;
  readonly end: string;
  /** The same above the text, in a language that is not written in ASCII. */
  readonly hint?: string;
}

/** What pages on several subjects say. */
export interface CommonMessages {
  readonly role: string;
  readonly id: string;
  /** In a cell, and as a line of its own: the list is not whole. */
  readonly more: string;
  readonly onlyExamples: string;
  readonly notRecorded: string;
  readonly next: string;
  readonly compare: string;
  readonly read: string;
  readonly termSeparator: string;
  readonly value: string;
  readonly average: string;
  readonly answer: string;
  readonly yourAnswer: string;
  readonly pager: PagerPrompt;
  readonly written: (path: string) => string;
  readonly notWritten: (path: string) => string;
}
