import { BackofficeError } from '../../src/core/errors.ts';
import type { ChosenColumns } from '../../src/core/sheets/csv-columns.ts';
import { readSheets } from '../../src/core/sheets/read-sheets.ts';
import type { SheetEvent, SheetNote } from '../../src/core/sheets/sheet-events.ts';
import type { SheetProblem } from '../../src/core/sheets/sheet-problem.ts';
import { loadCatalogue } from '../../src/index.ts';

const catalogue = loadCatalogue();

/** What was read of a file of sheets. */
export interface ReadFile {
  readonly people: readonly {
    readonly id: string | undefined;
    readonly answers: Readonly<Record<string, number>>;
    readonly avoid: readonly string[];
    readonly test: string;
  }[];
  readonly ids: readonly (string | undefined)[];
  /** Where something is wrong, and what. */
  readonly bad: readonly { readonly line: number; readonly column: number; readonly problem: string }[];
  readonly notes: readonly SheetNote[];
  readonly ignored: readonly string[];
  readonly encoding: string | undefined;
  /** What ended it. */
  readonly ended: SheetProblem | undefined;
}

/** Bytes in pieces of a size. */
export async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
}

/** Reads all sheets of a text or of bytes. */
export async function readAll(input: string | Uint8Array, chosen: ChosenColumns = {}, size?: number): Promise<ReadFile> {
  const events: SheetEvent[] = [];
  let ended: SheetProblem | undefined;
  try {
    for await (const event of readSheets(catalogue, inPieces(Buffer.from(input), size), 'sheets', chosen)) events.push(event);
  } catch (error) {
    if (!(error instanceof BackofficeError) || error.failure.code !== 'answer-sheet') throw error;
    ended = error.failure;
  }
  const rows = events.flatMap((event) => (event.kind === 'rows' ? event.rows : []));
  const people = rows.flatMap((row) =>
    'state' in row ? [{ id: row.id, answers: Object.fromEntries(row.state.answers), avoid: row.state.avoid, test: row.state.test }] : [],
  );
  return {
    people,
    ids: people.map(({ id }) => id),
    bad: rows.flatMap((row) => ('failure' in row ? [{ line: row.line, column: row.column, problem: row.failure.problem }] : [])),
    notes: events.flatMap((event) => (event.kind === 'note' ? [event.note] : [])),
    ignored: events.flatMap((event) => (event.kind === 'format' ? event.ignored.map(({ name }) => name) : [])),
    encoding: events.flatMap((event) => (event.kind === 'encoding' ? [event.encoding] : []))[0],
    ended,
  };
}
