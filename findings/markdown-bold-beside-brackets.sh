#!/usr/bin/env bash
# markdown-it 15.0.3 (CommonMark 0.31): `**` beside Japanese brackets. In 彼は**「はい」**と言った the asterisks stand on the page: behind
# a letter and before punctuation they open nothing (left-flanking, 6.2), because no space parts Japanese words. With letters inside, or
# at the end of a sentence, the same words are bold. Whoever marks hits in Japanese text with ** loses them wherever a bracket stands beside.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund markdown-it@15.0.3
cat >check.cjs <<'JS'
const loaded = require('markdown-it');
const MarkdownIt = loaded.default ?? loaded;
const seen = {
  '彼は**はい**と言った': '彼は<strong>はい</strong>と言った',
  '彼は**「はい」**と言った': '彼は**「はい」**と言った',
  '彼は **「はい」** と言った': '彼は <strong>「はい」</strong> と言った',
  '**年末調整（給与）**を行う': '**年末調整（給与）**を行う',
};
for (const [text, expected] of Object.entries(seen)) {
  const html = new MarkdownIt().renderInline(text);
  console.log(`${text}: ${html}`);
  if (html !== expected) throw new Error(`expected ${expected}: the behaviour has changed`);
}
JS
node check.cjs
