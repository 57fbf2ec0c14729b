import { countCharacter } from './count-breaks.ts';
import { longestRow } from './limits.ts';
import type { BatchEvent, LinesSource } from './row-batch.ts';
import type { ReadSheet } from './sheet-events.ts';

/** The lines of a text with a JSON document a line, as it comes in. */
export async function* splitLines(text: AsyncIterable<string>, file: string): AsyncGenerator<BatchEvent<ReadSheet>> {
  const source: LinesSource = { kind: 'lines', file };
  const tell = () => undefined;
  yield { kind: 'format', format: 'ndjson', ignored: [] };
  let line = 1;
  // What came of a line that is not whole; of one that is longer than is read, no more than tells that.
  let begun: string[] = [];
  let begunLength = 0;
  const keep = (part: string) => {
    if (begunLength <= longestRow) begun.push(part);
    begunLength += part.length;
  };
  for await (const piece of text) {
    const end = piece.lastIndexOf('\n') + 1;
    if (end > 0) {
      const first = piece.indexOf('\n') + 1;
      keep(piece.slice(0, first - 1));
      yield { kind: 'batch', batch: { source, text: `${begun.join('')}\n${piece.slice(first, end)}`, line }, tell };
      line += countCharacter(piece, '\n');
      [begun, begunLength] = [[], 0];
    }
    keep(piece.slice(end));
  }
  if (begunLength > 0) yield { kind: 'batch', batch: { source, text: begun.join(''), line }, tell };
}
