import { fileURLToPath } from 'node:url';

/** A file of the package, by its path from the root. */
export function fromRoot(path: string): string {
  // Both `src/cli` and `dist/cli` are two folders below the root.
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
