import { readFileSync } from 'node:fs';
import { BackofficeError, fileProblemOf } from '../errors.ts';
import type { Catalogue } from './model.ts';

/**
 * Reads the catalogue that the build compiled.
 * @throws BackofficeError `catalogue-missing` when the build has not run.
 */
export function loadCompiledCatalogue(file: string): Catalogue {
  return JSON.parse(readCompiled(file)) as Catalogue;
}

/**
 * Reads a file that the build made.
 * @throws BackofficeError `catalogue-missing` when the build has not run.
 */
export function readCompiled(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (fileProblemOf(error) === 'not-found') throw new BackofficeError({ code: 'catalogue-missing', path: file });
    throw error;
  }
}
