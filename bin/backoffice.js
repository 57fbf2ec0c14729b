#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { folder, useCompiledCode } = require('./compiled-code.js');

if (existsSync(folder)) useCompiledCode();
// Node 22 and later can keep compiled code themselves.
else require('node:module').enableCompileCache?.();
require('../dist/cli/main.cjs').main();
