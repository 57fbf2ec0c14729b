import type { Page } from './page.ts';

/** Flat records for tables in files: every record has the same keys. */
export type Records = readonly Readonly<Record<string, string>>[];

/** What a command answers: plain data, the page made from it, and records if it is a table. */
export interface Output {
  readonly document: object;
  readonly page: () => Page;
  readonly records?: Records;
}
