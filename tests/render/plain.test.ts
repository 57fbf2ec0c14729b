import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';

const { roles, guide, concepts } = loadCatalogue();
const pages = [
  ['list'],
  ['list', '--sort', 'time-pressure'],
  ...[...roles, ...concepts].map(({ id }) => ['show', id]),
  ['show', 'keiri', '--section', 'figures'],
  ['compare', ...roles.slice(0, 4).map(({ id }) => id)],
  ['guide'],
  ...guide.map(({ id }) => ['guide', id]),
  ['search', '年末調整'],
  ['quiz', '--code', '01000-5BT9N-WNDFG-RHJ9R-Q6XG7-683TD-SX'],
];
const japanese = String.raw`[\u3001-\u30FF\u4E00-\u9FFF\uFF01-\uFF60]`;
const halfWidth = new RegExp(`${japanese} ?[(),]|[(),] ?${japanese}`, 'u');

describe('plain lines in Japanese', () => {
  it('have no half-width comma or bracket beside Japanese', async () => {
    for (const page of pages) {
      const { out } = await runCli([...page, '--format', 'plain', '--lang', 'ja']);
      expect({ page, lines: out.split('\n').filter((line) => halfWidth.test(line)) }).toEqual({ page, lines: [] });
    }
  });
  it('join terms and set remarks as Japanese does, and as English in English', async () => {
    const ja = (await runCli(['show', 'keiri', '--format', 'plain', '--lang', 'ja'])).out.split('\n');
    expect(ja[0]).toBe('経理（けいり）');
    expect(ja).toContain('特徴: デスクワーク中心、資格がなくても就ける、繁忙期がある、地道な作業、数字を扱う');
    const en = (await runCli(['show', 'keiri', '--format', 'plain', '--lang', 'en'])).out.split('\n');
    expect(en.filter((line) => line.includes('（'))).toEqual([]);
    expect(en.some((line) => /: \w[^,]*, \w/.test(line))).toBe(true);
  });
});
