#!/usr/bin/env bash
# @inquirer/core 12.0.6: a question ends the stream that it was given as `output`. What is asked next on the same stream, as on a terminal
# opened by oneself (/dev/tty, for a program whose answer goes into a pipe), finds it closed. Only process.stdout and process.stderr are spared.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @inquirer/core@12.0.6
cat >check.mjs <<'JS'
import { PassThrough } from 'node:stream';
import { createPrompt, isEnterKey, useKeypress } from '@inquirer/core';
const ask = createPrompt((config, done) => {
  useKeypress((key) => {
    if (isEnterKey(key)) done('answer');
  });
  return config.message;
});
const [input, output] = [new PassThrough(), new PassThrough()];
output.resume();
const answer = ask({ message: '質問' }, { input, output });
setTimeout(() => input.write('\r'), 100);
console.log(`answered: ${await answer}`);
await new Promise((resolve) => setTimeout(resolve, 100));
console.log(`output ended: ${output.writableEnded}`);
if (!output.writableEnded) throw new Error('expected true: the behaviour has changed');
JS
node check.mjs
