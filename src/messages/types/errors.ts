import type { ErrorCode, ErrorDetails } from '../../core/errors.ts';
import type { Explanation } from './explanation.ts';

/** The words for each error. */
export type ErrorMessages = { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => Explanation };
