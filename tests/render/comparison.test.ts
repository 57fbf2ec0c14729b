import { describe, expect, it } from 'vitest';
import { runCli } from '../helpers/cli.ts';

/**
 * Whole screens, kept beside this file to be read: a table as wide as the screen allows, and what is stacked where columns are too narrow.
 * When a change of the catalogue or of the drawing is meant, `npx vitest run tests/render/comparison.test.ts -u` writes them anew;
 * look at what differs before you commit it.
 */
describe('the screen of compare keiri zaimu kaikei', () => {
  it.each([
    ['ja', 57],
    ['ja', 80],
    ['en', 80],
    ['en', 120],
  ])('in %s, %d columns wide', async (language, columns) => {
    const args = ['compare', 'keiri', 'zaimu', 'kaikei', '--lang', language, '--no-color', '--no-pager'];
    const { code, out, err } = await runCli(args, { terminal: { columns, rows: 24 } });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await expect(out).toMatchFileSnapshot(`screens/compare-${language}-${columns}.txt`);
  });
});
