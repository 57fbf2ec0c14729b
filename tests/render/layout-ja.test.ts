import { describe, expect, it } from 'vitest';
import { comparePage, findFaults, render, testLayout } from '../helpers/layout.ts';

testLayout('ja');

describe('the check itself', async () => {
  const page = comparePage(['jimu', 'soumu'], 'ja');
  const screen = await render(page, 'ja', 80);
  it.each([
    ['a lost character', 'データの入'],
    ['a text in the wrong column', 'データの入力 │'],
    ['a line that is too wide', 'データの入力'.padEnd(60)],
    ['a forbidden line start', '。データの入力'],
  ])('sees %s', (_, replacement) => {
    expect(findFaults(page, screen, 80)).toEqual([]);
    expect(screen).toContain('データの入力');
    expect(findFaults(page, screen.replace('データの入力', replacement), 80)).not.toEqual([]);
  });
});
