#!/usr/bin/env bash
# hucre 1.0.0: where a text stands in its cell (`inlineStr`), the reading beside it (`rPh`, furigana) becomes a part of it: 山田 with the reading
# ヤマダ is 山田ヤマダ. Among the shared texts, where Excel puts them, readings are left out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund hucre@1.0.0 fflate@0.8.3
cat >check.mjs <<'JS'
import { unzipSync, strFromU8, strToU8, zipSync } from 'fflate';
import { readXlsx, streamXlsxRows, writeXlsx } from 'hucre/xlsx';
const files = unzipSync(await writeXlsx({ sheets: [{ name: 'x', rows: [['山田']] }], stringMode: 'inline' }));
const sheet = 'xl/worksheets/sheet1.xml';
const xml = strFromU8(files[sheet]).replace('</is>', '<rPh sb="0" eb="2"><t>ヤマダ</t></rPh></is>');
const bytes = zipSync({ ...files, [sheet]: strToU8(xml) });
const found = [(await readXlsx(bytes)).sheets[0].rows[0][0]];
for await (const { values } of streamXlsxRows(bytes)) found.push(values[0]);
console.log(found.join(' '));
if (found.join(' ') !== '山田ヤマダ 山田ヤマダ') throw new Error('the behaviour has changed');
JS
node check.mjs
