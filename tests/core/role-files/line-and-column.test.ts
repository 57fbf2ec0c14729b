import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepWorst, mostOfFile, severityOf } from '../../../src/core/role-files/diagnostics.ts';
import type { Diagnostic, DiagnosticCode } from '../../../src/core/role-files/diagnostics.ts';
import { createPlaceFinder, createPositionFinder } from '../../../src/core/role-files/line-and-column.ts';
import { readYaml } from '../../../src/core/role-files/yaml-document.ts';

describe('places in a text', () => {
  it('are those that counting line ends gives', () => {
    const text = fc.array(fc.constantFrom('a', 'あ', '🈁', '\n', '\r\n', ' '), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat({ max: 50 }), (whole, offset) => {
        const start = Math.min(offset, whole.length);
        const before = whole.slice(0, start).split('\n');
        const counted = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
        expect(createPositionFinder(whole)(start)).toEqual(counted);
        expect(createPlaceFinder(whole)(start)).toMatchObject(counted);
      }),
    );
  });
});

describe('the place of a stretch', () => {
  const anyText = fc.string({ unit: fc.constantFrom('a', '経', ' ', '\n', '\n') });
  const anySpan = anyText.chain((text) =>
    fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length)).map(([whole, a, b]) => ({ text: whole, start: Math.min(a, b), end: Math.max(a, b) })),
  );

  it('finds line and column, and the column behind the end where it is on the same line', () => {
    fc.assert(
      fc.property(anySpan, ({ text, start, end }) => {
        const isInLine = end > start && !text.slice(start, end).includes('\n');
        const place = createPlaceFinder(text)(start, end);
        expect(place).toMatchObject(createPositionFinder(text)(start));
        expect(place.endColumn).toBe(isInLine ? createPositionFinder(text)(end).column : undefined);
        expect(createPlaceFinder(text)(start)).not.toHaveProperty('endColumn');
      }),
    );
  });

  it('shows the whole of a short line in three parts: what stands before, the thing itself or its first character, and the rest', () => {
    fc.assert(
      fc.property(anySpan, ({ text, start, end }) => {
        const { line, column, endColumn, source } = createPlaceFinder(text)(start, end);
        const whole = text.split('\n')[line - 1] ?? '';
        const stop = (endColumn ?? column + 1) - 1;
        const shown = { before: whole.slice(0, column - 1), marked: whole.slice(column - 1, stop), after: whole.slice(stop).trimEnd() };
        expect(source).toEqual(whole.trim() === '' ? undefined : shown);
      }),
    );
  });

  it.each([
    [100, 99, '', ''],
    [101, 99, '…', ''],
    [100, 100, '', '…'],
    [5000, 5000, '…', '…'],
  ])('shows of a line with %d characters before a place and %d behind it at most a hundred on either side', (before, after, left, right) => {
    const line = `${'b'.repeat(before)}x${'a'.repeat(after)}`;
    for (const text of [line, `first\n${line}\nlast`]) {
      const { source } = createPlaceFinder(text)(text.indexOf('x'));
      expect(source).toEqual({ before: `${left}${'b'.repeat(100)}`, marked: 'x', after: `${'a'.repeat(99)}${right}` });
    }
  });

  it('cuts a marked part that is longer', () => {
    expect(createPlaceFinder(`id: ${'x'.repeat(500)} # y`)(4, 504).source).toEqual({ before: 'id: ', marked: 'x'.repeat(100), after: '…' });
  });
});

describe('the problems that are told', () => {
  const make = (file: string, code: DiagnosticCode, line: number): Diagnostic => ({ file, code, line, column: 1 });
  it('are all of them, by place, as long as they are not too many', () => {
    const few = [make('b', 'same-name', 2), make('a', 'unknown-key', 9), make('a', 'replaces-role', 1)];
    expect(keepWorst(few)).toEqual([few[2], few[1], few[0]]);
  });
  it('are the worst of a file, and how many others there are', () => {
    const warnings = Array.from({ length: 1000 }, (_, line) => make('a', 'same-name', line + 1));
    const kept = keepWorst([...warnings, make('a', 'unknown-key', 5000), make('b', 'unknown-key', 1)]);
    expect(kept.filter((found) => severityOf(found) === 'error').map(({ file, line }) => [file, line])).toEqual([
      ['a', 5000],
      ['b', 1],
    ]);
    expect(kept.filter(({ code }) => code === 'same-name')).toEqual(warnings.slice(0, mostOfFile - 1));
    expect(kept.filter(({ code }) => code === 'too-many-problems')).toMatchObject([{ file: 'a', expected: String(1001 - mostOfFile) }]);
  });
});

describe('a YAML text', () => {
  // A level each, of every kind and in every mixture; the parser of the library ends the whole process with some of them.
  it.each(['[', '{a: ', '- ', '-  ', '-\t', '? ', ': ', ': - ? ', '[{', '- [', 'a:\n '])(
    'nested by thousands of %j is refused where it becomes too deep',
    (unit) => {
      const text = unit === 'a:\n ' ? Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('') : unit.repeat(20_000);
      const read = readYaml(text);
      if (!('tooDeep' in read)) expect(read.document.errors).not.toEqual([]);
      else expect(read.tooDeep).toBeLessThan(3000);
    },
  );
  it('is nested thirty deep without harm', () => {
    expect(readYaml(`${'['.repeat(30)}${']'.repeat(30)}`)).toHaveProperty('document.errors', []);
  });
});
