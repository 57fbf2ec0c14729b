import type { ColumnReader } from './csv-columns.ts';
import { parseRows } from './csv-records.ts';
import { longestRow, mostTitleRows } from './limits.ts';
import { putBefore } from './put-before.ts';

/** What parts the cells of a table; what Excel calls Unicode text has tabs, and where a comma stands in numbers, CSV has semicolons. */
const separators = [',', '\t', ';'] as const;

/** So much is tried again at every line that comes; more only when it has become twice as much. */
const oftenTried = 65_536;

/**
 * What parts the cells of a table, and its text from the beginning: whatever splits a header into most items. No more is taken in than it takes to see one.
 */
export async function findSeparator(
  text: AsyncIterable<string>,
  columns: ColumnReader,
): Promise<{ readonly separator: string; readonly text: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  let tried = 0;
  let separator: string | undefined;
  while (separator === undefined) {
    const next = await iterator.next();
    if (next.done === true || head.length > longestRow) {
      separator = chooseSeparator(head, columns, true);
      if (next.done !== true) head += next.value;
      break;
    }
    head += next.value;
    const isTime = /[\r\n]/.test(next.value) && (head.length < oftenTried || head.length > 2 * tried);
    if (!isTime) continue;
    tried = head.length;
    separator = chooseSeparator(head.slice(0, Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1), columns, false);
  }
  return { separator: separator ?? ',', text: putBefore(head, iterator) };
}

/** Undefined while no header is sure, and more rows may come. */
function chooseSeparator(head: string, columns: ColumnReader, isLast: boolean): string | undefined {
  const tables = separators.map((separator) => ({ separator, rows: rateRows(head, separator, columns) }));
  const sure = tables.flatMap(({ separator, rows }) => rows.filter((row) => row.sure > 0).map((row) => ({ separator, ...row })));
  const first = Math.min(...sure.map(({ start }) => start));
  const best = sure.filter(({ start }) => start === first).toSorted((a, b) => b.sure - a.sure || b.likely - a.likely)[0];
  if (best !== undefined) return best.separator;
  if (!isLast && tables.every(({ rows }) => rows.length < mostTitleRows)) return undefined;
  const likely = tables.map(({ separator, rows }) => ({ separator, likely: Math.max(0, ...rows.map((row) => row.likely)) }));
  return likely.toSorted((a, b) => b.likely - a.likely)[0]?.separator;
}

function rateRows(head: string, separator: string, columns: ColumnReader) {
  let start = 0;
  return parseRows(head, separator, mostTitleRows).records.map(({ record, raw }) => {
    const row = { start: start + (/^[\r\n]*/.exec(raw)?.[0].length ?? 0), ...columns.rate(record) };
    start += raw.length;
    return row;
  });
}
