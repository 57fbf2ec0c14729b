import type { Text } from '../text.ts';
import type { AllowedValue } from '../../core/errors.ts';

/** What is said of a failure: what is wrong, and what to do about it. */
export interface Explanation {
  readonly message: string;
  readonly hints?: readonly Text[];
  /** Values to choose from. */
  readonly choices?: readonly AllowedValue[];
}
