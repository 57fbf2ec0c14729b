#!/usr/bin/env node
'use strict';

// Node 22 and later keep compiled code between runs; Node 20 does not know how.
require('node:module').enableCompileCache?.();
require('../dist/cli/main.cjs').main();
