import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGauge } from '../../src/render/terminal/gauge.ts';
import { asciiGlyphs, unicodeGlyphs } from '../../src/render/text/glyphs.ts';
import { noColour } from '../../src/render/terminal/palette.ts';

const draw = (position: number, average: number | undefined, width: number, glyphs = unicodeGlyphs, estimated = false): string =>
  drawGauge({ value: '3.00', position, estimated, ...(average === undefined ? {} : { average }) }, 5, width, { glyphs, palette: noColour });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('drawGauge', () => {
  it.each([
    [0, 0.5, ' 3.00 ·····┃·····'],
    [1, 0.5, ' 3.00 █████┃█████'],
    [0.5, 0.5, ' 3.00 █████┃·····'],
    [0.55, 0.5, ' 3.00 █████┃▌····'],
    [0.45, 0.5, ' 3.00 ████▌┃·····'],
    [0.2, 0, ' 3.00 ┃██········'],
    [0.2, 1, ' 3.00 ██········┃'],
  ])('puts %d of a scale beside the average at %d', (position, average, expected) => {
    expect(draw(position, average, 17)).toBe(expected);
  });
  it('tells estimates from figures, in ASCII, too', () => {
    expect(draw(0.6, 0.3, 17, unicodeGlyphs, true)).toBe(' 3.00 ▒▒▒┃▒▒▒····');
    expect(draw(0.6, 0.3, 17, asciiGlyphs)).toBe(' 3.00 ###|###....');
    expect(draw(0.6, 0.3, 17, asciiGlyphs, true)).toBe(' 3.00 ===|===....');
  });
  it('gives the value alone where a bar would say nothing', () => {
    expect(draw(0.6, 0.3, 11)).toBe(' 3.00');
    expect(draw(0.6, undefined, 12)).toBe(' 3.00 ███▌··');
  });
  it('keeps to the width, and the bar on the side of the average on which the value is', () => {
    fc.assert(
      fc.property(share, share, fc.integer({ min: 12, max: 60 }), fc.constantFrom(unicodeGlyphs, asciiGlyphs), (position, average, width, glyphs) => {
        const drawn = draw(position, average, width, glyphs);
        expect(Array.from(drawn).length).toBeLessThanOrEqual(width);
        const [before = '', after = ''] = drawn.slice(6).split(glyphs.average);
        if (position < average) expect(after).not.toContain(glyphs.bar);
        if (position > average) expect(before).not.toContain(glyphs.rest);
      }),
    );
  });
});
