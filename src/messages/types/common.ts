/** What pages on several subjects say. */
export interface CommonMessages {
  readonly role: string;
  readonly id: string;
  readonly more: string;
  readonly notRecorded: string;
  readonly next: string;
  readonly compare: string;
  readonly read: string;
  readonly termSeparator: string;
  readonly value: string;
  readonly average: string;
  readonly answer: string;
  readonly yourAnswer: string;
  readonly written: (path: string) => string;
  readonly notWritten: (path: string) => string;
}
