import { BackofficeError } from '../../src/index.ts';
import type { Failure } from '../../src/index.ts';

/** What an action fails with, or undefined when it does not. */
export function failureOf(action: () => unknown): Failure | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof BackofficeError) return error.failure;
    throw error;
  }
  return undefined;
}
