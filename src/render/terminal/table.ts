import { drawWithBreaks } from '../text/breaks.ts';
import type { BreakFinder } from '../text/find-breaks.ts';
import { drawColumns, frameWidth, shareWidth } from './columns.ts';
import { drawGauge, gaugeWidth } from './gauge.ts';
import type { Block, Cell, Column, Fact, Item, Note, Page, TableRow } from '../../pages/page.ts';
import { drawProblem } from './problem.ts';
import type { Style } from './style.ts';
import { markedWidth, wrapMarked } from '../text/marks.ts';
import { displayWidth, longestLine, padEnd } from '../text/width.ts';
import { wrapTerms } from '../text/wrap.ts';

/** Columns below which a table is harder to read than a list. */
// Below 12 columns English words are torn, below 16 a phrase is a column of single words.
const minimums: Readonly<Record<Column['holds'], number>> = { label: 12, name: 12, id: 14, terms: 10, phrase: 16, entries: 17, gauge: 5, number: 5 };

/** A style with which texts can be wrapped and tables drawn. */
interface Drawing extends Style {
  readonly findBreaks: BreakFinder;
}

/** Designed for a terminal: wrapped, indented and aligned; tables where they fit, stacked where not. */
export async function renderTerminal(page: Page, style: Style): Promise<string> {
  return drawWithBreaks(style.knownBreaks, (findBreaks) => drawPage(page, { ...style, findBreaks }));
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
  return ['', ...indented, ''].join('\n');
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
        ...(block.remark === undefined ? [] : [...indent(wrap(block.remark, prose - 2, style).map(palette.muted), 2), '']),
      ];
    case 'paragraph': {
      const lines = wrap(block.text, prose - (block.inset === true ? 2 : 0), style).map((line) => (block.tone === 'muted' ? palette.muted(line) : line));
      return block.inset === true ? indent(lines, 2) : lines;
    }
    case 'fields':
      return block.inset === true ? indent(drawFields(block, style, prose - 2), 2) : drawFields(block, style, prose);
    case 'items':
      return drawItems(block, style, prose);
    case 'problem':
      return drawProblem(block, style, prose);
    case 'table':
      return drawTable(block, style, width);
    case 'radar':
      return [];
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

function drawFields({ caption, fields }: Extract<Block, { kind: 'fields' }>, style: Drawing, width: number): string[] {
  const labelWidth = Math.max(...fields.map(({ label }) => displayWidth(label)));
  const captioned = caption === undefined ? [] : wrap(caption, width, style).map(style.palette.muted);
  const drawn = fields.flatMap(({ label, terms }) => {
    const room = width - labelWidth - 2;
    const head = style.palette.muted(padEnd(label, labelWidth));
    const lines = (columns: number) => wrapTerms(terms, ` ${style.glyphs.separator} `, columns, style.findBreaks);
    if (room < 20) return [head.trimEnd(), ...indent(lines(width - 2), 2)];
    return lines(room).map((line, index) => (index === 0 ? head : ' '.repeat(labelWidth)) + '  ' + line);
  });
  return [...captioned, ...drawn];
}

// One item that says more than its headline gives all of them air.
function drawItems({ items, more }: Extract<Block, { kind: 'items' }>, style: Drawing, width: number): string[] {
  const rich = items.some(({ detail, facts = [], notes = [] }) => detail !== undefined || facts.length > 0 || notes.length > 0);
  const drawn = [...items.map((item) => drawItem(item, rich, style, width)), ...(more === undefined ? [] : [[`  ${style.palette.muted(more)}`]])];
  return drawn.flatMap((lines, index) => (rich && index > 0 ? ['', ...lines] : lines));
}

function drawItem({ text, tag, detail, facts = [], notes = [] }: Item, rich: boolean, style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  const inner = width - 4;
  const headline = wrap(text, inner, style).map((line) => (rich ? palette.strong(line) : line));
  const last = headline.at(-1) ?? '';
  const mark = `[${tag ?? ''}]`;
  const fitsBeside = markedWidth(text, palette) + displayWidth(tag ?? '') + 4 <= inner;
  const tagged =
    tag === undefined
      ? headline
      : fitsBeside
        ? [...headline.slice(0, -1), `${last}  ${palette.muted(mark)}`]
        : [...headline, ...wrap(mark, inner, style).map(palette.muted)];
  const body = [
    ...(detail === undefined ? [] : wrap(detail, inner, style)),
    ...facts.flatMap((fact) => drawFact(fact, inner, style)),
    ...notes.flatMap((note) => drawNote(note, style, inner)),
  ];
  return [...tagged.map((line, place) => (place === 0 ? `  ${glyphs.bullet} ${line}` : `    ${line}`)), ...indent(body, 4)];
}

function drawNote({ kind, label, text, figures = [] }: Note, style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  if (kind === 'command') return hang(`${palette.muted(glyphs.arrow)} `, 2, text, width, style, palette.code);
  const mark = { coping: glyphs.arrow, caution: glyphs.caution, evidence: glyphs.evidence }[kind];
  const paint = { coping: palette.good, caution: palette.caution, evidence: palette.code }[kind];
  const head = `${mark} ${label}`;
  const lines = hang(`${paint(head)}  `, displayWidth(head) + 2, text, width, style);
  return [
    ...lines,
    ...indent(
      figures.flatMap((figure) => drawFact(figure, width - 2, style)),
      2,
    ),
  ];
}

/** A label and its value, beside each other where both fit. */
function drawFact({ label, value }: Fact, width: number, style: Drawing): string[] {
  const beside = displayWidth(label) + displayWidth(value) + 2 <= width;
  const { muted } = style.palette;
  if (beside) return [muted(`${label}  ${value}`)];
  return [...wrap(label, width, style), ...indent(wrap(value, width - 2, style), 2)].map(muted);
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
  const { rows, ruled } = block;
  // Its head explains the mark on the bars.
  const columns = block.columns.map((column) => (column.isAverage === true ? { ...column, label: `${style.glyphs.average} ${column.label}` } : column));
  const available = width - frameWidth(columns.length, ruled);
  const needs = columns.map(({ label, holds }, column) => ({
    holds,
    minimum: minimums[holds],
    needed: Math.max(displayWidth(label), ...rows.map((row) => neededWidth(row, column))),
  }));
  // Bars get what the texts leave, and only where that is too little do texts give way.
  const gauges = needs.filter(({ holds }) => holds === 'gauge').length;
  const taken = needs.reduce((sum, { holds, needed }) => (holds === 'gauge' ? sum : sum + needed), 0);
  const left = Math.max(shortGauge, Math.floor((available - taken) / gauges));
  const widths = shareWidth(
    available,
    needs.map((need) => (need.holds === 'gauge' ? { ...need, needed: Math.min(need.needed, left) } : need)),
  );
  if (widths === undefined) return drawStacked(block, style, Math.min(width, longestLine));
  const { palette, glyphs } = style;
  const widthAt = (column: number) => widths[column] ?? 1;
  const labels = columns.map(({ label }, column) => wrap(label, widthAt(column), style).map(palette.heading));
  const drawColumnCell = (cell: Cell, column: number) => {
    const lines = drawCell(cell, style, widthAt(column));
    return columns[column]?.holds === 'number' ? lines.map((line) => ' '.repeat(Math.max(0, widthAt(column) - displayWidth(line))) + line) : lines;
  };
  const drawn = rows.map((row) => {
    const cells = row.groups.map((group) => alignTops(group.map((cell, index) => drawColumnCell(cell, index + 1))));
    const merged = columns.slice(1).map((_, index) => {
      const lines = cells.flatMap((group) => group[index] ?? []);
      const isQuiet = row.groups.some((group) => group[index]?.quiet === true);
      return isQuiet || lines.some((line) => line !== '') ? lines : [palette.muted(glyphs.nothing)];
    });
    return [drawName(row, widthAt(0), palette.strong, style), ...merged];
  });
  return drawColumns([labels, ...drawn], widths, ruled, style).map((line) => line.trimEnd());
}

/** Cells of one group, filled up to the height of the highest. */
function alignTops(cells: readonly string[][]): string[][] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return cells.map((lines) => [...lines, ...Array.from({ length: height - lines.length }, () => '')]);
}

function drawName({ name, remark }: TableRow, width: number, paint: (line: string) => string, style: Drawing): string[] {
  const named = name.flatMap((text) => wrap(text, width, style)).map(paint);
  return remark === undefined ? named : [...named, ...wrap(remark, width, style).map(style.palette.muted)];
}

function neededWidth({ name, remark = '', groups }: TableRow, column: number): number {
  if (column === 0) return Math.max(0, ...[...name, remark].map(displayWidth));
  const cells = groups.map((group) => group[column - 1]);
  return Math.max(
    0,
    ...cells.flatMap((cell) =>
      cell?.gauge === undefined
        ? [...(cell?.texts ?? []).map((text) => displayWidth(text) + (cell?.mark === undefined ? 0 : 2)), displayWidth(cell?.closing ?? '')]
        : [gaugeWidth(valueWidth)],
    ),
  );
}

/** Columns of a value with a bar that is short, but can be read. */
const shortGauge = 14;

/** Columns of the values beside bars: 100%, ~3.45. */
const valueWidth = 5;

function drawCell({ texts, mark, closing, gauge }: Cell, style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  if (gauge !== undefined) return [drawGauge(gauge, valueWidth, width, style)];
  const closed = closing === undefined ? [] : wrap(closing, width, style).map(palette.muted);
  if (mark === undefined) return [...texts.flatMap((text) => wrap(text, width, style)), ...closed];
  const sign = mark === 'same' ? palette.good(glyphs.same) : glyphs.bullet;
  return [...texts.flatMap((text) => wrap(text, width - 2, style).map((line, index) => `${index === 0 ? sign : ' '} ${line}`)), ...closed];
}

function drawStacked({ columns, rows }: Extract<Block, { kind: 'table' }>, style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  const labelWidth = Math.max(0, ...columns.filter(({ holds }) => holds === 'gauge').map(({ label }) => displayWidth(label)));
  return rows.flatMap((row, rowIndex) => {
    const { groups } = row;
    const heading = drawName(row, width, palette.heading, style);
    const body = columns.slice(1).flatMap(({ label }, index) => {
      const cells = groups.flatMap((group) => group[index] ?? []);
      const [first] = cells;
      if (first?.gauge !== undefined) {
        // Bars below each other; a label that leaves no room for one stands on its own line.
        if (labelWidth + 4 + gaugeWidth(valueWidth) / 2 > width)
          return [`  ${palette.muted(label)}`, `    ${drawGauge(first.gauge, valueWidth, width - 4, style)}`];
        return [`  ${palette.muted(padEnd(label, labelWidth))}  ${drawGauge(first.gauge, valueWidth, width - labelWidth - 4, style)}`];
      }
      if (first?.quiet === true && first.texts.length === 0) return [];
      const lines = cells.flatMap((cell) => drawCell(cell, style, width - 4));
      const texts = cells.flatMap((cell) => [...cell.texts, ...(cell.closing === undefined ? [] : [cell.closing])]);
      const [only = glyphs.nothing] = texts;
      const beside = texts.length <= 1 && displayWidth(label) + 6 + displayWidth(only) <= width;
      return beside ? [`  ${palette.muted(label)}  ${lines[0] ?? only}`] : [`  ${palette.muted(label)}`, ...indent(lines, 4)];
    });
    return [...(rowIndex > 0 ? [''] : []), ...heading, ...body];
  });
}

function wrap(text: string, width: number, style: Drawing): string[] {
  return wrapMarked(text, width, style.findBreaks, style.palette);
}

function indent(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));
}
