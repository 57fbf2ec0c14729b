import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../src/core/fit/score.ts';
import { listMainRoles } from '../../src/core/catalogue/tiers.ts';
import { loadCatalogue, scoreSheets } from '../../src/index.ts';
import type { ScoredSheet } from '../../src/index.ts';
import { renderCsvRows } from '../../src/render/csv.ts';
import { runCli } from '../helpers/cli.ts';
import { inPieces } from '../helpers/sheets.ts';

const catalogue = loadCatalogue();
const items = itemsOf(catalogue, 'full');
const avoidances = catalogue.fit.avoidances.map(({ id }) => id);

/** The results of the library, which are objects, in the words of the command. */
async function writePlainly(text: string, format: 'csv' | 'ndjson'): Promise<string> {
  const sheets: ScoredSheet[] = [];
  for await (const event of scoreSheets(catalogue, inPieces(Buffer.from(text)), '-'))
    if (event.kind === 'rows') sheets.push(...event.rows.flatMap((row) => ('failure' in row ? [] : [row])));
  if (format === 'ndjson') return sheets.map((sheet) => `${JSON.stringify(sheet)}\n`).join('');
  const columns = listMainRoles(catalogue.roles).map(({ id }) => id);
  const rows = sheets.map(({ line, id = '', test, answered, warnings, code = '', roles, neighbours }) => [
    ...[String(line), id, test, String(answered), warnings.join(' '), roles.flatMap((role) => (role.first ? [role.id] : [])).join(' '), code],
    ...columns.map((column) => String(roles.find((role) => role.id === column)?.score ?? '')),
    neighbours.join(' '),
  ]);
  return renderCsvRows([['line', 'id', 'test', 'answered', 'warnings', 'first', 'code', ...columns, 'neighbours'], ...rows]);
}

const name = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'p 1', '佐藤', '=1+2', '-3', '-x', '@y', '+81', '"q"', 'a,b', "it's", 'a"b', 'é', '辻󠄀', '\tt', '😀', '＝1', ''),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
);
const answer = fc.integer({ min: 0, max: 5 });
/** Anything answered; whoever always answers alike, or nearly so, or hardly ever. */
const answers = fc.oneof(
  fc.array(answer, { minLength: items.length, maxLength: items.length }),
  fc.integer({ min: 0, max: 5 }).map((value) => items.map(() => value)),
  fc
    .tuple(fc.array(answer, { minLength: items.length, maxLength: items.length }), fc.integer({ min: 1, max: 9 }))
    .map(([values, each]) => values.map((value, place) => (place % each === 0 ? value : 0))),
  fc.array(fc.integer({ min: 3, max: 4 }), { minLength: items.length, maxLength: items.length }),
);
const person = fc.record({ name, answers, avoid: fc.subarray(avoidances), test: fc.constantFrom('', '', 'full', 'quick') });
type Person = typeof person extends fc.Arbitrary<infer Value> ? Value : never;

const isAsked = (place: number, test: string) => test !== 'quick' || items[place]?.quick === true;
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const tableOf = (people: readonly Person[]) =>
  [
    ['id', 'avoid', 'test', ...items.map(({ id }) => id)].join(','),
    ...people.map(({ name: id, answers: given, avoid, test }) =>
      [quote(id), quote(avoid.join(';')), test, ...given.map((value, place) => (value === 0 || !isAsked(place, test) ? '' : value))].join(','),
    ),
  ].join('\n');
const linesOf = (people: readonly Person[]) =>
  people
    .map(({ name: id, answers: given, avoid, test }) =>
      JSON.stringify({
        ...(id === '' ? {} : { id }),
        ...(test === '' ? {} : { test }),
        answers: Object.fromEntries(given.flatMap((value, place) => (isAsked(place, test) ? [[items[place]?.id ?? '', value]] : []))),
        avoid,
      }),
    )
    .join('\n');

describe('score', () => {
  it('writes what the library gives, whatever comes in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(tableOf, linesOf),
        fc.constantFrom('csv' as const, 'ndjson' as const),
        async (people, write, format) => {
          // The header is read with the rows that come with it: those that come later are read another way.
          const text = write([...people, ...people]);
          const { out } = await runCli(['score', '-', '--format', format], { inputChunks: inPieces(Buffer.from(text), 700) });
          const plain = await writePlainly(text, format);
          // Nothing goes out where nobody could be scored.
          expect(out).toBe(format === 'csv' && out === '' ? '' : plain);
          expect(out === '').toBe(plain.split('\n').length === (format === 'csv' ? 2 : 1));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('says in which cell something is wrong, also behind a quotation mark within one', async () => {
    const header = `id,${items[0]?.id ?? ''},${items[1]?.id ?? ''}\n`;
    const rows = ['a"b,1,x\n', '"a""b",1,x\n', '"a,b",1,"x"\n', 'a"b,y,1\n'];
    const { err } = await runCli(['score', '-', '--lang', 'en'], {
      inputChunks: inPieces(Buffer.from(header + 'a,1,2\n'.repeat(3) + rows.join('')), header.length + 1),
    });
    expect(err.split('\n').flatMap((line) => /^-:(\d+:\d+) /.exec(line)?.[1] ?? [])).toEqual(['5:7', '6:10', '7:9', '8:5']);
  });
});
