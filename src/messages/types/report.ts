/** What only a page to hand over says. */
export interface ReportMessages {
  readonly madeWith: string;
  readonly asTable: string;
  readonly chartAverage: string;
  readonly chartMiddle: string;
  readonly chartHatched: string;
  readonly chartHollow: string;
  readonly chartOf: (rows: readonly string[]) => string;
}
