import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/render/text/width.ts';
import { loadCatalogue } from '../../src/index.ts';
import { openTmux, until } from '../helpers/tmux.ts';

// Writes each text at the beginning of a line and asks the terminal where its cursor is.
const ask = `
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const texts = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const columns = [];
const next = () => process.stdout.write('\\r\\x1b[2K' + texts[columns.length] + '\\x1b[6n');
let typed = '';
process.stdin.setRawMode(true).setEncoding('utf8').on('data', (data) => {
  typed += data;
  for (let found; (found = /\\x1b\\[\\d+;(\\d+)R/.exec(typed)) !== null; ) {
    typed = typed.slice(found.index + found[0].length);
    columns.push(Number(found[1]) - 1);
    if (columns.length < texts.length) next();
    else {
      writeFileSync(process.argv[3] + '~', JSON.stringify(columns));
      renameSync(process.argv[3] + '~', process.argv[3]);
    }
  }
});
next();
`;

/** Columns that the cursor of a terminal moves for each text. */
async function askTerminal(texts: readonly string[]): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'backoffice-'));
  try {
    const [script, asked, answered] = ['ask.cjs', 'asked.json', 'answered.json'].map((name) => join(folder, name));
    writeFileSync(script ?? '', ask);
    writeFileSync(asked ?? '', JSON.stringify(texts));
    openTmux(250, 10, `${process.execPath} ${script ?? ''} ${asked ?? ''} ${answered ?? ''}`);
    const read = () => {
      try {
        return JSON.parse(readFileSync(answered ?? '', 'utf8')) as number[];
      } catch {
        return undefined;
      }
    };
    await until(() => read() !== undefined, 'the answers of the terminal', 120_000);
    return read() ?? [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function collectTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collectTexts) : [];
}

const between = (first: number, last: number, step = 1) =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => String.fromCodePoint(first + index * step));

// Where tmux 3.3a, with the C library's table of Unicode 14, differs from the table we go by, and from later terminals: a skin tone stands beside
// its emoji (tmux joins it from 3.4 on), the emoji of Unicode 15 and later take nothing, and the trigrams are wide from Unicode 16 on.
// It also joins whatever follows a joiner to a wide character before.
const ofLaterUnicode = new RegExp(
  `[${[
    '\\u2427-\\u2429\\u2630-\\u2637\\u268A-\\u268F\\u{1F6D8}\\u{1F6DC}\\u{1FA75}-\\u{1FA77}\\u{1FA87}-\\u{1FA8F}',
    '\\u{1FAAD}-\\u{1FAAF}\\u{1FABB}-\\u{1FABF}\\u{1FAC6}-\\u{1FACF}\\u{1FADA}-\\u{1FAFF}',
  ].join('')}]`,
  'u',
);
const known = (text: string) => !/\p{Emoji_Modifier}/u.test(text) && !ofLaterUnicode.test(text);

describe('displayWidth', () => {
  it('is what the cursor of a terminal says, of our texts and of odd characters', async () => {
    const real = [...new Set(collectTexts(loadCatalogue()))].filter((text) => text !== '' && displayWidth(text) < 240);
    const ranges = [
      ...between(0x20, 0x7e),
      ...between(0xa0, 0x17f),
      ...between(0x2010, 0x2027),
      ...between(0x2030, 0x205e),
      ...between(0x2190, 0x27bf),
      ...between(0x3001, 0x30ff),
      ...between(0xff01, 0xffdc),
      ...between(0x4e00, 0x9fff, 17),
      ...between(0x20000, 0x2a000, 1024),
      ...between(0x1f300, 0x1faff).filter((character) => /\p{Emoji}/u.test(character)),
    ];
    const odd = ranges.filter((character) => /\p{Assigned}/u.test(character));
    const marked = ['か\u3099', 'ハ\u309A', 'e\u0301', '葛\u{E0100}', '辻\u{E0101}', '❤\uFE0F', '一\uFE00', 'a\u20DD', '각', 'ｶﾞ', '👩‍💼', '👨‍👩‍👧‍👦', '🇯🇵'];
    const texts = [...real, ...odd, ...odd.map((character) => `a${character}\u0301b`), ...marked, ...marked.map((text) => `経理${text}、${text}`)].filter(
      known,
    );
    expect(texts.length).toBeGreaterThan(3000);
    const columns = await askTerminal(texts);
    const different = texts.flatMap((text, index) =>
      columns[index] === displayWidth(text) ? [] : [`${text}: ${columns[index] ?? ''}, not ${displayWidth(text)}`],
    );
    expect(different).toEqual([]);
  });
});
