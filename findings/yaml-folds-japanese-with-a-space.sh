#!/usr/bin/env bash
# yaml 2.9.1: a Japanese text folded over two lines (`>-`, plain or quoted) has a space where the line ended. YAML 1.2
# folds a line end into a space in every script, so 年末 and 調整 on two lines are no longer the word 年末調整.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund yaml@2.9.1
cat >check.cjs <<'JS'
const { parse } = require('yaml');
const texts = { folded: 'a: >-\n  年末\n  調整\n', plain: 'a: 年末\n  調整\n', quoted: 'a: "年末\n  調整"\n' };
for (const [style, text] of Object.entries(texts)) {
  const { a } = parse(text);
  console.log(`${style}: ${JSON.stringify(a)}`);
  if (a !== '年末 調整') throw new Error('the behaviour has changed');
}
JS
node check.cjs
