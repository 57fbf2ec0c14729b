#!/usr/bin/env bash
# linebreak 1.1.0: opportunities to break a line inside a number of full-width digits. The same number in ASCII is kept
# whole (UAX #14, class NU); full-width digits count as ideographs, between any two of which a line may end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund linebreak@1.1.0
cat >check.cjs <<'JS'
const LineBreaker = require('linebreak');
const breaksOf = (text) => {
  const breaker = new LineBreaker(text);
  const found = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) if (next.position < text.length) found.push(next.position);
  return found;
};
for (const [text, expected] of [['1234', []], ['１２３４', [1, 2, 3]]]) {
  const found = breaksOf(text);
  console.log(`${text}: ${JSON.stringify(found)}`);
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`expected ${JSON.stringify(expected)}: the behaviour has changed`);
}
JS
node check.cjs
