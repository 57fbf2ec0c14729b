import { describe, expect, it } from 'vitest';
import { createPalette, noColour } from '../../src/render/terminal/palette.ts';
import type { Palette } from '../../src/render/terminal/palette.ts';

/** The styles of each meaning, by their numbers (ECMA-48, SGR): 1 bold, 2 dim, 4 underlined; 31 red, 32 green, 33 yellow, 34 blue, 36 cyan. */
const styles: Readonly<Record<keyof Palette, readonly number[]>> = {
  title: [1, 36],
  heading: [1, 36],
  strong: [1],
  muted: [2],
  good: [32],
  caution: [33],
  code: [36],
  error: [31],
  bar: [34],
  mark: [33],
  match: [1, 4, 33],
};
const meanings = Object.keys(noColour) as (keyof Palette)[];
const numbersOf = (text: string) => [...text.matchAll(/\u001B\[(\d+)m/g)].map(([, number]) => Number(number));

describe('a palette', () => {
  it.each(meanings)('paints what is %s in its styles, and ends them', async (meaning) => {
    const painted = (await createPalette(true))[meaning]('経理 x');
    const [before = '', after = ''] = painted.split('経理 x');
    expect(numbersOf(before)).toEqual(styles[meaning]);
    expect(numbersOf(after)).toHaveLength(styles[meaning].length);
    for (const number of numbersOf(after)) expect([22, 24, 39]).toContain(number);
    expect(painted.replaceAll(/\u001B\[\d+m/g, '')).toBe('経理 x');
  });
  it.each(meanings)('without colour leaves what is %s as it is', async (meaning) => {
    expect((await createPalette(false))[meaning]('経理 x')).toBe('経理 x');
  });
});
