import { drawWithBreaks } from '../breaks.ts';
import type { BreakFinder } from '../breaks.ts';
import { frameWidth, shareWidth } from '../columns.ts';
import type { drawGrid } from '../grid.ts';
import type { Block, Cell, Item, Note, Page, TableRow } from '../page.ts';
import type { Style } from '../style.ts';
import { displayWidth, padEnd } from '../width.ts';
import { wrapTerms, wrapText } from '../wrap.ts';

/** Lines longer than this are hard to read, however wide the terminal. */
const longestLine = 100;

/** A style with which texts can be wrapped and tables drawn. */
interface Drawing extends Style {
  readonly findBreaks: BreakFinder;
  readonly drawGrid: typeof drawGrid | undefined;
}

/** Designed for a terminal: wrapped, indented and aligned; tables where they fit, stacked where not. */
export async function renderTerminal(page: Page, style: Style): Promise<string> {
  const grid = page.blocks.some(({ kind }) => kind === 'table') ? await import('../grid.ts') : undefined;
  return drawWithBreaks(style.knownBreaks, (findBreaks) => drawPage(page, { ...style, findBreaks, drawGrid: grid?.drawGrid }));
}

function drawPage(page: Page, style: Drawing): string {
  if (page.blocks.length === 0) return '';
  const margin = style.width >= 60 ? 2 : 0;
  const width = style.width - 2 * margin;
  const lines = page.blocks.flatMap((block, index) => {
    const drawn = drawBlock(block, style, width);
    return index === 0 || isAttached(page.blocks[index - 1]) ? drawn : ['', ...drawn];
  });
  if (style.interactive && page.next !== undefined) lines.push('', ...drawNext(page.next, style, width));
  const indented = lines.map((line) => (line === '' ? '' : ' '.repeat(margin) + line));
  return ['', ...indented, ''].join('\n') + (margin > 0 ? '\n' : '');
}

// A heading belongs to what follows it.
function isAttached(previous: Block | undefined): boolean {
  return previous?.kind === 'heading';
}

function drawBlock(block: Block, style: Drawing, width: number): string[] {
  const { palette } = style;
  const prose = Math.min(width, longestLine);
  switch (block.kind) {
    case 'title':
      return drawTitle(block, style, prose);
    case 'heading':
      return [
        ...wrap(block.text, prose, style).map(palette.heading),
        ...(block.remark === undefined ? [] : indent(wrap(block.remark, prose - 2, style).map(palette.muted), 2)),
      ];
    case 'paragraph': {
      const paint = block.tone === 'lead' ? palette.strong : block.tone === 'muted' ? palette.muted : (text: string) => text;
      if (block.inset === true) return indent(wrap(block.text, prose - 2, style).map(paint), 2);
      return block.label === undefined
        ? wrap(block.text, prose, style).map(paint)
        : hang(`${palette.muted(block.label)}  `, displayWidth(block.label) + 2, block.text, prose, style);
    }
    case 'fields':
      return drawFields(block.fields, style, prose);
    case 'items':
      return [
        ...block.items.flatMap((item, index) => drawItem(item, index, block.items, style, prose)),
        ...(block.more === undefined ? [] : indent([palette.muted(block.more)], 2)),
      ];
    case 'table':
      return drawTable(block, style, width);
  }
}

function drawTitle({ name, reading, asides }: Extract<Block, { kind: 'title' }>, style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  const full = reading === undefined ? name : `${name}  ${reading}`;
  const head =
    displayWidth(full) <= width && reading !== undefined
      ? [`${palette.title(name)}  ${palette.muted(reading)}`]
      : [...wrap(name, width, style).map(palette.title), ...(reading === undefined ? [] : wrap(reading, width, style).map(palette.muted))];
  return [
    ...head,
    ...(asides.length === 0 ? [] : wrapTerms(asides, ` ${glyphs.separator} `, width, style.findBreaks).map(palette.muted)),
    palette.muted(glyphs.horizontal.repeat(width)),
  ];
}

function drawFields(fields: readonly { label: string; terms: readonly string[] }[], style: Drawing, width: number): string[] {
  const labelWidth = Math.max(...fields.map(({ label }) => displayWidth(label)));
  return fields.flatMap(({ label, terms }) => {
    const room = width - labelWidth - 2;
    const head = style.palette.muted(padEnd(label, labelWidth));
    const lines = (columns: number) => wrapTerms(terms, ` ${style.glyphs.separator} `, columns, style.findBreaks);
    if (room < 20) return [head.trimEnd(), ...indent(lines(width - 2), 2)];
    return lines(room).map((line, index) => (index === 0 ? head : ' '.repeat(labelWidth)) + '  ' + line);
  });
}

function drawItem(item: Item, index: number, items: readonly Item[], style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  const rich = item.detail !== undefined || (item.notes?.length ?? 0) > 0;
  const follows = index > 0 && (rich || items[index - 1]?.detail !== undefined || (items[index - 1]?.notes?.length ?? 0) > 0);
  const inner = width - 4;
  const headline = wrap(item.text, inner, style).map((line) => (rich ? palette.strong(line) : line));
  const tag = item.tag === undefined ? '' : `  ${palette.muted(`[${item.tag}]`)}`;
  const tagWidth = item.tag === undefined ? 0 : displayWidth(item.tag) + 4;
  const lastLine = headline.at(-1) ?? '';
  const tagged =
    tag === '' ? headline : displayWidth(lastLine) + tagWidth <= inner ? [...headline.slice(0, -1), lastLine + tag] : [...headline, tag.trimStart()];
  const body = [...(item.detail === undefined ? [] : wrap(item.detail, inner, style)), ...(item.notes ?? []).flatMap((note) => drawNote(note, style, inner))];
  return [...(follows ? [''] : []), ...tagged.map((line, place) => (place === 0 ? `  ${glyphs.bullet} ${line}` : `    ${line}`)), ...indent(body, 4)];
}

function drawNote({ kind, label, text }: Note, style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  if (kind === 'command') return hang(`${palette.muted(glyphs.arrow)} `, 2, text, width, style, palette.code);
  const mark = kind === 'coping' ? glyphs.arrow : glyphs.caution;
  const paint = kind === 'coping' ? palette.good : palette.caution;
  const head = `${mark} ${label}`;
  return hang(`${paint(head)}  `, displayWidth(head) + 2, text, width, style);
}

function drawNext(next: NonNullable<Page['next']>, style: Drawing, width: number): string[] {
  return hang(`${style.palette.muted(next.label)}  `, displayWidth(next.label) + 2, next.command, width, style, style.palette.code);
}

/** A text behind a head, its other lines under its first; under the head when there is no room. */
function hang(head: string, headWidth: number, text: string, width: number, style: Drawing, paint = (line: string) => line): string[] {
  const room = width - headWidth;
  if (room < Math.min(20, displayWidth(text))) return [head.trimEnd(), ...indent(wrap(text, width - 2, style).map(paint), 2)];
  return wrap(text, room, style).map((line, index) => (index === 0 ? head : ' '.repeat(headWidth)) + paint(line));
}

function drawTable(block: Extract<Block, { kind: 'table' }>, style: Drawing, width: number): string[] {
  const { columns, rows, ruled } = block;
  const needs = columns.map(({ label, minimum }, column) => ({
    minimum,
    needed: Math.max(displayWidth(label), ...rows.map((row) => neededWidth(row, column))),
  }));
  const widths = shareWidth(width - frameWidth(columns.length, ruled), needs);
  if (widths === undefined || style.drawGrid === undefined) return drawStacked(block, style, Math.min(width, longestLine));
  const { palette, glyphs } = style;
  const widthAt = (column: number) => widths[column] ?? 1;
  const labels = columns.map(({ label }, column) => wrap(label, widthAt(column), style).map(palette.heading));
  const drawn = rows.map(({ name, groups }) => {
    const cells = groups.map((group) => alignTops(group.map((cell, index) => drawCell(cell, style, widthAt(index + 1)))));
    const merged = columns.slice(1).map((_, index) => {
      const lines = cells.flatMap((group) => group[index] ?? []);
      return lines.some((line) => line !== '') ? lines : [palette.muted(glyphs.nothing)];
    });
    return [name.flatMap((text) => wrap(text, widthAt(0), style)).map(palette.strong), ...merged];
  });
  return style.drawGrid([labels, ...drawn], widths, ruled, style).map((line) => line.trimEnd());
}

/** Cells of one group, filled up to the height of the highest. */
function alignTops(cells: readonly string[][]): string[][] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return cells.map((lines) => [...lines, ...Array.from({ length: height - lines.length }, () => '')]);
}

function neededWidth({ name, groups }: TableRow, column: number): number {
  if (column === 0) return Math.max(0, ...name.map(displayWidth));
  const cells = groups.map((group) => group[column - 1]);
  return Math.max(0, ...cells.flatMap((cell) => (cell?.texts ?? []).map((text) => displayWidth(text) + (cell?.mark === undefined ? 0 : 2))));
}

function drawCell({ texts, mark }: Cell, style: Drawing, width: number): string[] {
  if (mark === undefined) return texts.flatMap((text) => wrap(text, width, style));
  const sign = mark === 'same' ? style.palette.good(style.glyphs.same) : style.glyphs.bullet;
  return texts.flatMap((text) => wrap(text, width - 2, style).map((line, index) => `${index === 0 ? sign : ' '} ${line}`));
}

function drawStacked({ columns, rows }: Extract<Block, { kind: 'table' }>, style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  return rows.flatMap(({ name, groups }, rowIndex) => {
    const heading = name.flatMap((text) => wrap(text, width, style)).map(palette.heading);
    const body = columns.slice(1).flatMap(({ label }, index) => {
      const cells = groups.flatMap((group) => group[index] ?? []);
      const texts = cells.flatMap((cell) => cell.texts);
      const [only = glyphs.nothing] = texts;
      const fitsBeside = texts.length <= 1 && cells.every(({ mark }) => mark === undefined) && displayWidth(label) + 4 + displayWidth(only) <= width;
      if (fitsBeside || texts.length === 0) return [`  ${palette.muted(label)}  ${only}`];
      return [
        `  ${palette.muted(label)}`,
        ...indent(
          cells.flatMap((cell) => drawCell(cell, style, width - 4)),
          4,
        ),
      ];
    });
    return [...(rowIndex > 0 ? [''] : []), ...heading, ...body];
  });
}

function wrap(text: string, width: number, style: Drawing): string[] {
  return wrapText(text, width, style.findBreaks);
}

function indent(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));
}
