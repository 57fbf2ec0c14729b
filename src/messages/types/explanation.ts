import type { AllowedValue } from '../../core/errors.ts';

/** What is said of a failure: what is wrong, and what to do about it. */
export interface Explanation {
  readonly message: string;
  readonly hints?: readonly string[];
  /** Values to choose from. */
  readonly choices?: readonly AllowedValue[];
}
