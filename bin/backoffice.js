#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { folder, createLoader } = require('./compiled-code.js');

if (existsSync(folder)) {
  createLoader().load('./main.cjs').main();
} else {
  // Node 22 and later can keep compiled code themselves.
  require('node:module').enableCompileCache?.();
  require('../dist/cli/main.cjs').main();
}
