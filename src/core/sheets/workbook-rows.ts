import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { ArchiveError } from './archive.ts';
import type { ArchiveEntry } from './archive.ts';
import { mostRows } from './limits.ts';
import type { TableRow } from './table-reader.ts';

/** A sheet of a workbook, and its first rows. */
export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: (most?: number) => AsyncGenerator<TableRow>;
}

/** The sheets of a workbook (`.xlsx`), in their order. @throws ArchiveError where it is damaged or too large; so do the rows. */
export async function openWorkbook(bytes: Buffer, entries: readonly ArchiveEntry[]): Promise<WorkbookSheet[]> {
  const found: { readonly name: string; readonly isHidden: boolean }[] = [];
  const list = (sheet: { name: string; hidden?: boolean; veryHidden?: boolean }): boolean => {
    found.push({ name: sheet.name, isHidden: sheet.hidden === true || sheet.veryHidden === true });
    return false;
  };
  try {
    await readXlsx(bytes, { sheets: list });
  } catch {
    throw new ArchiveError('damaged');
  }
  const readings = await findReadings(entries);
  return found.map((sheet, index) => ({ ...sheet, rows: (most) => readRows(bytes, index, readings, most) }));
}

async function* readRows(bytes: Buffer, sheet: number, readings: ReadonlyMap<string, string>, most?: number): AsyncGenerator<TableRow> {
  const rows = streamXlsxRows(bytes, { sheet, ...(most === undefined ? {} : { maxRows: most }) });
  let line = 0;
  try {
    for (;;) {
      const next = await takeRow(rows);
      if (next === undefined) return;
      // Rows without a number follow one another.
      line = Number.isSafeInteger(next.index) ? next.index + 1 : line + 1;
      if (line > mostRows) throw new ArchiveError('too-large');
      yield { line, cells: next.values.map((value) => writeCell(value, readings)) };
    }
  } finally {
    await rows.return(undefined);
  }
}

async function takeRow(rows: AsyncGenerator<{ index: number; values: unknown[] }>): Promise<{ index: number; values: unknown[] } | undefined> {
  try {
    const next = await rows.next();
    return next.done === true ? undefined : next.value;
  } catch {
    throw new ArchiveError('damaged');
  }
}

/** A cell as people see it, but for the formats of numbers; dates as ISO 8601 has them. */
function writeCell(value: unknown, readings: ReadonlyMap<string, string>): string {
  if (typeof value === 'string') return readings.get(value) ?? value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 19).replace('T', ' ');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : '';
}

/** What texts are that hucre 1.0 puts their readings into, which it does where they stand in their cells, not among the shared texts. */
async function findReadings(entries: readonly ArchiveEntry[]): Promise<Map<string, string>> {
  const readings = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.name.startsWith('xl/worksheets/') || !entry.name.endsWith('.xml') || !(await holdsReadings(entry))) continue;
    const pieces: Uint8Array[] = [];
    for await (const piece of entry.open()) pieces.push(piece);
    for (const [, text = ''] of Buffer.concat(pieces)
      .toString('utf8')
      .matchAll(/<(?:\w+:)?is\b[^>]*>(.*?)<\/(?:\w+:)?is>/gs)) {
      const plain = text.replace(/<(?:\w+:)?rPh\b.*?<\/(?:\w+:)?rPh>/gs, '');
      if (plain !== text) readings.set(textOf(text), textOf(plain));
    }
  }
  return readings;
}

async function holdsReadings(entry: ArchiveEntry): Promise<boolean> {
  let end = '';
  for await (const piece of entry.open()) {
    const text = end + Buffer.from(piece).toString('latin1');
    if (text.includes('rPh')) return true;
    end = text.slice(-2);
  }
  return false;
}

function textOf(xml: string): string {
  return Array.from(xml.matchAll(/<(?:\w+:)?t\b[^>]*>(.*?)<\/(?:\w+:)?t>/gs), ([, text = '']) => decodeEntities(text)).join('');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') => {
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : (entities[String(name)] ?? whole);
  });
}
