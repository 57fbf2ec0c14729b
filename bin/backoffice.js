#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { folder, createLoader, openKept } = require('./compiled-code.js');

const args = process.argv.slice(2);
// What `--version` loads compiles sooner than its code is found.
const tellsVersion = args.length === 1 && ['-V', '--version'].includes(args[0]);
const kept = tellsVersion || existsSync(folder) ? undefined : openKept(args, process.env);
const { load, scripts } = createLoader(kept?.readCode);

process.once('beforeExit', () => {
  if (!process.exitCode && !args.includes('--help') && !args.includes('-h')) kept?.keep(scripts);
  // All is done: Node would put away each object by itself.
  process.exit();
});
load('./main.cjs').main();
