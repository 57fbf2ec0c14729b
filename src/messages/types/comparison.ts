export interface ComparisonMessages {
  /** In a cell from which only what is the same was left out. */
  readonly onlySame: string;
  readonly notRecordedLegend: string;
  readonly noDifference: string;
  readonly sameLegend: string;
  /** What a cell means that ends with "and more". */
  readonly moreLegend: string;
  readonly choose: (chosen: readonly string[]) => string;
  readonly enough: string;
  readonly common: string;
  /** How roles differ when no file explains the pair: each with its focus. */
  readonly contrast: (roles: readonly { readonly name: string; readonly focus: string }[]) => string;
}
