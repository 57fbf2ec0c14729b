import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLabel, addShare, readParts } from '../../src/pages/composed.ts';
import { itemsOf } from '../../src/core/fit/score.ts';
import { createRandom } from '../../src/core/knowledge/random.ts';
import { viewFit } from '../../src/core/views/fit.ts';
import { en } from '../../src/messages/en/index.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { buildFitPage } from '../../src/pages/fit.ts';
import { drawTexts } from '../../src/render/text/drawn.ts';
import { isCommand } from '../../src/messages/invocation.ts';
import { readBreaks } from '../../src/render/text/breaks.ts';
import { findBreaks } from '../../src/render/text/find-breaks.ts';
import { languages, loadCatalogue } from '../../src/index.ts';
import { breakTable } from '../helpers/cli.ts';

// What a label or a text of ours may be: not itself composed.
const text = fc
  .string({ minLength: 1, unit: fc.constantFrom(...Array.from('経理のデータ on-time (93%), 3:%')) })
  .filter((found) => !/: |\d+%\)?$/s.test(found));
const share = fc.integer({ min: 0, max: 100 }).map((value) => `${value}%`);

describe('composed texts', () => {
  it('fall apart into what they were composed of', () => {
    fc.assert(
      fc.property(text, text, share, (first, second, found) => {
        for (const brackets of ['()', ''] as const) {
          const composed = addShare(first, found, brackets);
          expect(readParts(composed)).toEqual([{ start: 0, text: first }, { start: first.length + 1 }]);
        }
        const labelled = addLabel(first, second);
        expect(readParts(labelled)).toEqual([
          { start: 0, text: first },
          { start: labelled.length - second.length, text: second },
        ]);
      }),
    );
  });

  it('are broken like their parts, and between them, without finding a break anew', () => {
    const known = readBreaks(breakTable('ja'));
    const texts = loadCatalogue().roles.flatMap(({ duties = [] }) => duties.map((entry) => entry.text.ja));
    expect(texts.length).toBeGreaterThan(50);
    const [other = ''] = texts;
    for (const found of texts) {
      const own = findBreaks(found);
      expect(known(addShare(found, '93%'))).toEqual([...own, { position: found.length + 1, quality: 3 }]);
      const shifted = own.map(({ position, quality }) => ({ position: other.length + 2 + position, quality }));
      expect(known(addLabel(other, found))).toEqual([...findBreaks(other), { position: other.length + 2, quality: 3 }, ...shifted]);
    }
  });

  it.each(languages)('and all that the catalogue can print are known: %s', (language) => {
    const known = readBreaks(breakTable(language));
    const walk = (value: unknown): string[] => {
      if (typeof value === 'string') return [value];
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([key, item]) => (languages.some((other) => other !== language && other === key) ? [] : walk(item)));
    };
    const { roles, concepts, guide, survey } = loadCatalogue();
    const texts = walk({ roles, concepts, guide, survey });
    expect(texts.length).toBeGreaterThan(1000);
    for (const found of texts) expect(known(found), found).toEqual(findBreaks(found));
  });

  it.each(languages)('and every sentence of a result of the fit test is known, whoever comes first: %s', (language) => {
    const known = readBreaks(breakTable(language));
    const catalogue = loadCatalogue();
    const messages = { ja, en }[language];
    const texts = new Set<string>();
    const add = (text: string): string => {
      texts.add(text);
      return text;
    };
    const random = createRandom(7);
    for (let sheet = 0; sheet < 300; sheet += 1) {
      const answers = new Map(itemsOf(catalogue, 'full').map(({ id }) => [id, 1 + Math.floor(random() * 5)]));
      const avoid = catalogue.fit.avoidances.filter(() => random() < 0.2).map(({ id }) => id);
      for (const invocation of ['backoffice', 'npx backoffice'])
        drawTexts(buildFitPage(viewFit(catalogue, { answers, test: 'full', avoid }, language), messages), invocation, add);
    }
    expect(texts.size).toBeGreaterThan(900);
    const sentences = Array.from(texts).filter((found) => /[。.;・]/.test(found) && !isCommand(found));
    for (const found of sentences) expect(known(found), found).toEqual(findBreaks(found));
  });

  it('are none where a part is not known', () => {
    const known = readBreaks(breakTable('ja'));
    for (const found of ['知らない言葉だ (93%)', '知らない言葉だ: はい', 'はい: 知らない言葉だ', 'constructor']) expect(known(found)).toBeUndefined();
  });
});

describe('isCommand', () => {
  it.each([
    ['backoffice compare jimu soumu', true],
    ['npx backoffice list --sort regular-schedule', true],
    ["backoffice search '年末 調整'", false],
    ['backoffices list', false],
    ['backoffice', false],
  ])('tells whether %s is one of plain words', (found, expected) => {
    expect(isCommand(found)).toBe(expected);
    if (expected) expect(readBreaks('nowhere')(found)?.map(({ position }) => found.charAt(position - 1))).toEqual(Array.from(found.matchAll(/ /g), () => ' '));
  });
});
