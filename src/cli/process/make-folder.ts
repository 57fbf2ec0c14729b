import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder for its owner only, with those above it, and gives those that were missing, the innermost first. Not with `recursive`:
 * where nothing can be made, as in /proc, that never ends.
 */
export function makeFolder(folder: string): string[] {
  const missing: string[] = [];
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.push(path);
  return missing.toReversed().flatMap(makeOne).toReversed();
}

/** Nothing where somebody else was first. */
function makeOne(path: string): string[] {
  try {
    mkdirSync(path, { mode: 0o700 });
    return [path];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return [];
    throw error;
  }
}
