import { longestRow } from './limits.ts';

/** Whole rows of a table, or why one of them is not to be read: it is too long, or a quotation mark in it is not closed, so that nothing follows. */
export type RowsPiece = { readonly kind: 'rows'; readonly text: string } | { readonly kind: 'too-long' | 'quote-not-closed'; readonly text: string };

const [lineFeed, carriageReturn, quote] = [10, 13, 34];

/**
 * The whole rows of a table, as its text comes in, so that they can be parsed without what follows. Every character is looked at once. Quotation
 * marks count as they do for csv-parse 6.2 with `relax_quotes`: one at the beginning of a cell opens it, the next that is not doubled closes it.
 */
export async function* splitRows(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<RowsPiece> {
  const splitter = createSplitter(delimiter.charCodeAt(0));
  for await (const piece of pieces) {
    yield* splitter.take(piece);
    if (splitter.isBroken()) return;
  }
  yield* splitter.end();
}

function createSplitter(delimiter: number) {
  let [isQuoted, isClosing, isCellStart, isSkipping, isBroken] = [false, false, true, false, false];
  // What came of a row that is not whole.
  let begun: string[] = [];
  let begunLength = 0;
  // Half of a line break, perhaps.
  let held = '';

  const take = (piece: string, isLast = false): RowsPiece[] => {
    let text = held + piece;
    held = !isLast && text.endsWith('\r') ? '\r' : '';
    text = text.slice(0, text.length - held.length);
    const found: RowsPiece[] = [];
    let from = 0;
    let rowStart = 0;
    const give = (end: number) => {
      const rows = begun.join('') + text.slice(from, end);
      if (rows !== '') found.push({ kind: 'rows', text: rows });
      [begun, begunLength, from] = [[], 0, end];
    };
    const refuse = (kind: 'too-long' | 'quote-not-closed', end: number) => {
      if (rowStart > from) give(rowStart);
      found.push({ kind, text: begun.join('') + text.slice(from, end) });
      [begun, begunLength, from] = [[], 0, end];
    };
    // Without a quotation mark in it, only the last line break matters.
    if (!isQuoted && !isClosing && !isSkipping && begunLength + text.length <= longestRow && !text.includes('"')) {
      const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
      if (end > 0) give(end);
      begun.push(text.slice(end));
      begunLength += text.length - end;
      if (text !== '') isCellStart = end === text.length || text.charCodeAt(text.length - 1) === delimiter;
      return found;
    }
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (isQuoted && !isClosing) {
        isClosing = code === quote;
        continue;
      }
      if (isClosing) {
        // Doubled, it is one in the text; otherwise it was the end.
        [isClosing, isQuoted] = [false, code === quote];
        if (isQuoted) continue;
      }
      if (code === delimiter) isCellStart = true;
      else if (code === lineFeed || code === carriageReturn) {
        if (code === carriageReturn && text.charCodeAt(place + 1) === lineFeed) place += 1;
        if (isSkipping) {
          // Its line counts.
          found.push({ kind: 'rows', text: '\n' });
          from = place + 1;
        } else if (begunLength + place - rowStart > longestRow) refuse('too-long', place + 1);
        [rowStart, isCellStart, isSkipping] = [place + 1, true, false];
        if (begunLength > 0) give(place + 1);
      } else {
        isQuoted = code === quote && isCellStart && !isSkipping;
        isCellStart = false;
      }
    }
    if (isSkipping) return found;
    if (rowStart > from) give(rowStart);
    begun.push(text.slice(from));
    begunLength += text.length - from;
    from = rowStart = text.length;
    if (begunLength > longestRow) {
      isBroken = isQuoted && !isClosing;
      isSkipping = !isBroken;
      [isQuoted, isClosing] = [false, false];
      refuse(isBroken ? 'quote-not-closed' : 'too-long', text.length);
    }
    return found;
  };
  return {
    take,
    isBroken: () => isBroken,
    end: (): RowsPiece[] => {
      const found = take('', true);
      const text = begun.join('');
      if (text === '' || isSkipping) return found;
      return [...found, { kind: isQuoted && !isClosing ? 'quote-not-closed' : 'rows', text }];
    },
  };
}
