import { join } from 'node:path';

/** A file of the package, by its path from the root. */
export function fromRoot(path: string): string {
  // The program is one folder of files, dist/cli, two below the root.
  return join(import.meta.dirname, '../..', path);
}
