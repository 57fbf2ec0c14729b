import { readFileSync } from 'node:fs';
import { fromRoot } from './from-root.ts';

/** What `--version` tells. */
export interface Release {
  /** Version of the package. */
  readonly version: string;
  /** Date of the data. */
  readonly updated: string;
}

/** Reads what the build noted: the catalogue has the date, too, but takes longer to load than all else that `--version` does. */
export function readRelease(): Release {
  return JSON.parse(readFileSync(fromRoot('dist/release.json'), 'utf8')) as Release;
}
