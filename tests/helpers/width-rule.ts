import { createRequire } from 'node:module';
import { displayWidth } from '../../src/render/text/width.ts';

// cli-table3 asks string-width how wide a text is. The bundle gives it our rule instead (rolldown.config.js), and so do the tests.
const require = createRequire(import.meta.url);
const file = createRequire(require.resolve('cli-table3')).resolve('string-width');
require(file);
const stringWidth = require.cache[file];
if (stringWidth === undefined) throw new Error('string-width is no longer loaded from where cli-table3 finds it');
stringWidth.exports = displayWidth;
