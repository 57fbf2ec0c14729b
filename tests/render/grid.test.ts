import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPalette, noColour } from '../../src/render/terminal/palette.ts';
import { drawGrid } from '../../src/render/terminal/grid.ts';
import { unicodeGlyphs } from '../../src/render/text/glyphs.ts';
import { displayWidth, padEnd } from '../../src/render/text/width.ts';

const plain = { glyphs: unicodeGlyphs, palette: noColour };

describe('drawGrid', () => {
  it('draws rules under each row and between columns', () => {
    const rows = [
      [['名前'], ['値']],
      [
        ['経理', ''],
        ['お金の', '管理'],
      ],
      [['a'], ['b']],
    ];
    expect(drawGrid(rows, [4, 6], true, plain)).toEqual(['名前 │ 値    ', '─────┼───────', '経理 │ お金の', '     │ 管理  ', '─────┼───────', 'a    │ b     ']);
  });

  it('draws a rule under the first row only, and gaps', () => {
    expect(
      drawGrid(
        [
          [['名前'], ['値']],
          [['経理'], ['1']],
          [['a'], ['2']],
        ],
        [4, 2],
        false,
        plain,
      ),
    ).toEqual(['名前  値', '────  ──', '経理  1 ', 'a     2 ']);
  });

  it('takes its colours from the palette, around a whole rule', async () => {
    const palette = await createPalette(true);
    const [muted, rule] = ['\u001B[2m│\u001B[22m', '\u001B[2m─────┼────\u001B[22m'];
    const head = palette.heading('値');
    expect(
      drawGrid(
        [
          [['名前'], [head]],
          [['a'], ['b']],
        ],
        [4, 3],
        true,
        { ...plain, palette },
      ),
    ).toEqual([`名前 ${muted} ${head} `, rule, `a    ${muted} b  `]);
  });

  it('throws for a line that is too wide, and never shortens', () => {
    expect(() => drawGrid([[['経理']], [['経理 ']]], [4], false, plain)).toThrow('wider than its column of 4');
  });

  it('measures as the rest of the program does, whatever the text', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('👩‍💼', '葛󠄀', 'か\u3099', 'ｶﾞ', '①…─', ''));
    // A grid gets no line break and no escape: texts are cleaned before.
    const line = text.map((found) => found.replace(/\p{Control}/gu, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 8 }), (lines) => {
        const widths = [0, 1].map((column) => Math.max(1, ...lines.map((cells) => displayWidth(cells[column] ?? ''))));
        const rows = [[['']], [lines.map(([first]) => first), lines.map(([, second]) => second)]];
        const drawn = drawGrid(rows, widths, false, plain).slice(2);
        expect(drawn).toEqual(lines.map((cells) => cells.map((cell, column) => padEnd(cell, widths[column] ?? 0)).join('  ')));
      }),
    );
  });
});
