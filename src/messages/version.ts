import type { Language } from '../core/catalogue/model.ts';

/** What `--version` tells. */
export interface Release {
  /** Version of the package. */
  readonly version: string;
  /** Date of the data. */
  readonly updated: string;
}

const texts: Readonly<Record<Language, (release: Release) => string>> = {
  ja: ({ version, updated }) => `${version}（データ ${updated}）\n`,
  en: ({ version, updated }) => `${version} (data ${updated})\n`,
};

/** The answer to `--version`, apart from all other words so that they need not be loaded for it. */
export function tellVersion(release: Release, language: Language): string {
  return texts[language](release);
}
