import { createRequire } from 'node:module';

// Run by `npm run prepare`: runs what people use most, and keeps the code that V8 compiled for it.
const require = createRequire(import.meta.url);
// No roles of whoever builds.
process.env.XDG_DATA_HOME = '/';
process.env.BACKOFFICE_DATA = '';
const { createLoader } = require('../../bin/compiled-code.js') as {
  createLoader: () => { load: (id: string) => unknown; keep: () => void };
};
const { load, keep } = createLoader();
const { main } = load('./main.cjs') as { main: () => Promise<void> };

const lines = [
  '-V',
  '--help',
  'list',
  'show keiri',
  'compare jimu soumu',
  'search 年末調整',
  'quiz --code 01000-5BT9N-WNDFG-RHJ9R-Q6XG7-683TD-SX',
  'completion bash',
];
for (const language of ['en', 'ja']) {
  process.env.BACKOFFICE_LANG = language;
  for (const line of lines) {
    process.argv = [...process.argv.slice(0, 2), ...line.split(' ')];
    await main();
  }
}
keep();
