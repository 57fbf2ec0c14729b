import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainDiagnostic } from '../cli/explain.ts';
import { en } from '../cli/messages/en.ts';
import { ja } from '../cli/messages/ja.ts';
import { compileBreaks } from '../cli/render/breaks.ts';
import { findBreaks } from '../cli/render/find-breaks.ts';
import { noColour } from '../cli/render/palette.ts';
import { loadDataFolder } from '../core/load.ts';
import { serializeSearchIndex } from '../core/search/index.ts';

// Run by `npm run build`: checks data/ and compiles it, or refuses with the place of every problem.
const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const result = loadDataFolder(process.argv[2] ?? fromRoot('data'));
if (result.ok) {
  const { catalogue } = result;
  // What is never printed needs no breaks.
  const printed = { ...catalogue, readings: {} };
  mkdirSync(fromRoot('dist'), { recursive: true });
  writeFileSync(fromRoot('dist/catalogue.json'), JSON.stringify(catalogue));
  writeFileSync(fromRoot('dist/search.json'), serializeSearchIndex(catalogue));
  for (const messages of [ja, en]) {
    const { language } = messages;
    writeFileSync(fromRoot(`dist/breaks-${language}.json`), JSON.stringify(compileBreaks({ printed, messages }, language, findBreaks)));
  }
} else {
  for (const diagnostic of result.diagnostics) {
    process.stderr.write(`${explainDiagnostic({ ...diagnostic, file: relative(process.cwd(), diagnostic.file) }, en, noColour)}\n`);
  }
  process.exitCode = 1;
}
