import { describe, expect, it, vi } from 'vitest';
import { languages } from '../../src/core/catalogue/model.ts';
import type { Language } from '../../src/core/catalogue/model.ts';
import { loadCatalogue } from '../../src/index.ts';
import type * as wrapping from '../../src/render/text/wrap.ts';
import { breaksOf, createWordFinder, wrapAtEdge } from '../helpers/count-breaks.ts';
import type { Wrapped } from '../helpers/count-breaks.ts';
import { runCli } from '../helpers/cli.ts';
import { listPages } from '../helpers/pages.ts';

// All that is broken into lines goes through these two.
const wrapped = vi.hoisted((): Wrapped[] => []);
vi.mock('../../src/render/text/wrap.ts', async (importOriginal) => {
  const { wrapText, wrapTerms } = await importOriginal<typeof wrapping>();
  const keep = (text: string, lines: string[]): string[] => {
    if (lines.length > 1) wrapped.push({ text, lines });
    return lines;
  };
  return {
    wrapText: (...args: Parameters<typeof wrapText>) => keep(args[0], wrapText(...args)),
    wrapTerms: (...args: Parameters<typeof wrapTerms>) => keep(args[0].join(args[1]), wrapTerms(...args)),
  };
});

interface Count {
  pages: number;
  texts: number;
  breaks: number;
  inside: number;
  /** How often each word was broken, by the two lines. */
  readonly broken: Map<string, number>;
}

/** Draws every page of a language in widths from 40 to 120 and counts the breaks, and those inside a word. */
async function countBreaks(language: Language, step: number): Promise<Count> {
  const findWord = createWordFinder(language);
  const count: Count = { pages: 0, texts: 0, breaks: 0, inside: 0, broken: new Map() };
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
          const shown = `${word}: ${found.text.slice(Math.max(0, position - 6), position)}/${found.text.slice(position, position + 6)}`;
          count.broken.set(shown, (count.broken.get(shown) ?? 0) + 1);
        }
      }
    }
  }
  count.texts = texts.size;
  return count;
}

// BREAK_STEP=1 npx vitest run tests/render/breaks.test.ts counts at every width, and tells the words.
const step = Number(process.env.BREAK_STEP ?? 16);

describe('lines', () => {
  it.each(languages)('do not end inside words: %s', async (language) => {
    const { pages, texts, breaks, inside, broken } = await countBreaks(language, step);
    if (process.env.BREAK_STEP !== undefined) {
      const most = [...broken].toSorted(([, a], [, b]) => b - a).map(([word, times]) => `${times}  ${word}`);
      process.stdout.write(`${[`${language}: ${pages} pages, ${texts} texts, ${breaks} breaks, ${inside} inside a word`, ...most].join('\n')}\n`);
    }
    expect(breaks).toBeGreaterThan(1000);
  });
});
