import { fileURLToPath } from 'node:url';

/** A file of the package, by its path from the root. */
export function fromRoot(path: string): string {
  // The program is one folder of files, dist/cli, two below the root.
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
