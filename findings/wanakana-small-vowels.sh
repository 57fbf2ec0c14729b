#!/usr/bin/env bash
# wanakana 5.3.1: romaji of kana with small vowels. `toRomaji` spells the two kana one after the other, so that words
# borrowed from English come out as nobody writes them. Whoever matches typed names against it misses
# マーケティング and オフィス.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund wanakana@5.3.1
cat >check.cjs <<'JS'
const { toRomaji } = require('wanakana');
const seen = { マーケティング: 'maaketeingu', オフィス: 'ofyisu', ウェブ: 'uebu', ファイル: 'fuairu' };
for (const [kana, expected] of Object.entries(seen)) {
  const romaji = toRomaji(kana);
  console.log(`${kana}: ${romaji}`);
  if (romaji !== expected) throw new Error(`expected ${expected}: the behaviour has changed`);
}
JS
node check.cjs
