import { describe, expect, it, vi } from 'vitest';
import { languages } from '../../src/core/catalogue/model.ts';
import type { Language } from '../../src/core/catalogue/model.ts';
import { loadCatalogue } from '../../src/index.ts';
import { displayWidth } from '../../src/render/text/width.ts';
import type * as wrapping from '../../src/render/text/wrap.ts';
import { breaksOf, createWordFinder, wrapAtEdge } from '../helpers/count-breaks.ts';
import type { Wrapped } from '../helpers/count-breaks.ts';
import { runCli } from '../helpers/cli.ts';
import { listPages } from '../helpers/pages.ts';

// All that is broken into lines goes through these two.
const wrapped = vi.hoisted((): Wrapped[] => []);
vi.mock('../../src/render/text/wrap.ts', async (importOriginal) => {
  const { wrapText, wrapTerms } = await importOriginal<typeof wrapping>();
  const keep = (text: string, room: number, lines: string[]): string[] => {
    if (lines.length > 1) wrapped.push({ text, room, lines });
    return lines;
  };
  return {
    wrapText: (...args: Parameters<typeof wrapText>) => keep(args[0], args[1], wrapText(...args)),
    wrapTerms: (...args: Parameters<typeof wrapTerms>) => keep(args[0].join(args[1]), args[2], wrapTerms(...args)),
  };
});

interface Count {
  pages: number;
  texts: number;
  breaks: number;
  inside: number;
  /** Those of them in words that are no wider than their line. */
  fitting: number;
  /** The words that were broken, with what is around the break, and on which pages. */
  readonly broken: Map<string, string[]>;
}

/** Draws every page of a language in widths from 40 to 120 and counts the breaks, and those inside a word. */
async function countBreaks(language: Language, step: number): Promise<Count> {
  const findWord = createWordFinder(language);
  const count: Count = { pages: 0, texts: 0, breaks: 0, inside: 0, fitting: 0, broken: new Map() };
  const texts = new Set<string>();
  for (const args of listPages(loadCatalogue(), language)) {
    for (let columns = 40; columns <= 120; columns += step) {
      wrapped.length = 0;
      const { out, err } = await runCli([...args, '--no-pager'], { terminal: { columns } });
      count.pages += 1;
      // A page may be drawn twice, and one part of it in several places.
      const different = new Map([...wrapped, ...wrapAtEdge(out + err, columns)].map((found) => [[found.text, ...found.lines].join('\n'), found]));
      for (const found of different.values()) {
        texts.add(found.text);
        for (const position of breaksOf(found)) {
          count.breaks += 1;
          const word = findWord(found.text, position);
          if (word === undefined) continue;
          count.inside += 1;
          const fits = displayWidth(word) <= found.room;
          if (fits) count.fitting += 1;
          const around = `${found.text.slice(Math.max(0, position - 6), position)}/${found.text.slice(position, position + 6)}`;
          const shown = `${fits ? '' : '(wider) '}${word}: ${around}`;
          count.broken.set(shown, [...(count.broken.get(shown) ?? []), `${args.join(' ')} at ${columns}`]);
        }
      }
    }
  }
  count.texts = texts.size;
  return count;
}

// BREAK_STEP=4 npx vitest run tests/render/breaks.test.ts counts at every fourth width, and tells the words.
const step = Number(process.env.BREAK_STEP ?? 20);
/** The share of breaks inside words before phrases were found by a model, with a step of 4. */
const before: Readonly<Record<Language, number>> = { ja: 2244 / 37_784, en: 777 / 65_421 };

describe('lines', () => {
  it.each(languages)(
    'hardly end inside words: %s',
    async (language) => {
      const { pages, texts, breaks, inside, fitting, broken } = await countBreaks(language, step);
      const sorted = [...broken].toSorted(([, a], [, b]) => b.length - a.length);
      const words = sorted.map(([word, places]) => `${places.length}  ${word}  (${places[0] ?? ''})`);
      if (process.env.BREAK_STEP !== undefined) {
        const counts = `${language}: ${pages} pages, ${texts} texts, ${breaks} breaks, ${inside} inside a word, ${fitting} of them in one that fits`;
        process.stdout.write(`${[counts, ...words].join('\n')}\n`);
      }
      expect(breaks).toBeGreaterThan(5000);
      expect(inside / breaks, words.join('\n')).toBeLessThan(before[language] / 10);
      // A word at the end of a phrase may fit into a line without what it cannot be parted from, such as a bracket.
      expect(fitting / breaks, words.join('\n')).toBeLessThan(0.0005);
    },
    600_000,
  );
});
