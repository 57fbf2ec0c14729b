import { readFileSync } from 'node:fs';
import type { Release } from '../../messages/version.ts';
import { fromRoot } from './from-root.ts';

/** Reads what the build noted: the catalogue has the date, too, but takes longer to load than all else that `--version` does. */
export function readRelease(): Release {
  return JSON.parse(readFileSync(fromRoot('dist/release.json'), 'utf8')) as Release;
}
