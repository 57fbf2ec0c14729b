import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { en } from '../messages/en/index.ts';
import { ja } from '../messages/ja/index.ts';
import { explainProblem } from '../pages/check.ts';
import { drawTexts } from '../render/text/drawn.ts';
import { compileBreaks } from '../render/text/breaks.ts';
import { findBreaks } from '../render/text/find-breaks.ts';
import { unicodeGlyphs } from '../render/text/glyphs.ts';
import { noColour } from '../render/terminal/palette.ts';
import { drawProblem } from '../render/terminal/problem.ts';
import { longestLine } from '../render/text/width.ts';
import { serializeCatalogue } from '../core/catalogue/compiled.ts';
import { loadDataFolder } from '../core/role-files/load.ts';
import { composeSamples, composeTexts } from './compose-texts.ts';
import { serializeSearchIndex } from '../core/search/index.ts';

// Run by `npm run build`: checks data/ and compiles it, or refuses with the place of every problem.
const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const result = loadDataFolder(process.argv[2] ?? fromRoot('data'));
if (result.ok) {
  const { catalogue } = result;
  // What is never printed needs no breaks.
  const printed = { ...catalogue, readings: {}, synonyms: [] };
  mkdirSync(fromRoot('dist'), { recursive: true });
  writeFileSync(fromRoot('dist/catalogue.ndjson'), serializeCatalogue(catalogue));
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string };
  writeFileSync(fromRoot('dist/release.json'), JSON.stringify({ version, updated: catalogue.updated }));
  writeFileSync(fromRoot('dist/search.ndjson'), serializeSearchIndex(catalogue));
  for (const messages of [ja, en]) {
    const { language } = messages;
    // As it is typed in a checkout, and elsewhere.
    const draw = (texts: object) => ['backoffice', 'npx backoffice'].map((invocation) => drawTexts(texts, invocation));
    const texts = [printed, ...draw(composeTexts(catalogue, messages)), ...draw(messages)];
    const samples = draw(composeSamples(catalogue, messages));
    writeFileSync(fromRoot(`dist/breaks-${language}.txt`), compileBreaks(texts, samples, language, findBreaks));
  }
} else {
  for (const diagnostic of result.diagnostics) {
    const problem = drawTexts(explainProblem({ ...diagnostic, file: relative(process.cwd(), diagnostic.file) }, en), 'backoffice');
    const lines = drawProblem(problem, { glyphs: unicodeGlyphs, palette: noColour, findBreaks }, longestLine);
    process.stderr.write(`${lines.join('\n')}\n\n`);
  }
  process.exitCode = 1;
}
