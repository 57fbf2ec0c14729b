import type { Fact } from '../../pages/page.ts';
import { drawWithBreaks } from '../text/breaks.ts';
import { hang, indent } from '../text/lines.ts';
import { markedWidth } from '../text/marks.ts';
import type { Block, Item, Note, Page } from '../text/drawn.ts';
import { displayWidth, longestLine, padEnd } from '../text/width.ts';
import { wrapTerms } from '../text/wrap.ts';
import { drawTable } from './draw-table.ts';
import { hangText, wrap } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { drawProblem } from './problem.ts';
import type { Style } from './style.ts';

/** Designed for a terminal: wrapped, indented and aligned; tables where they fit, stacked where not. */
export async function renderTerminal(page: Page, style: Style): Promise<string> {
  // Loaded only where there is a table to draw.
  const drawGrid = page.blocks.some(({ kind }) => kind === 'table') ? (await import('./grid.ts')).drawGrid : () => [];
  return drawWithBreaks(style.knownBreaks, (findBreaks) => drawPage(page, { ...style, findBreaks, drawGrid }));
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
  const drawn = fields.flatMap(({ label, terms, commands = [] }) => {
    const head = `${style.palette.muted(padEnd(label, labelWidth))}  `;
    return hang(head, Infinity, width, (room) => wrapTerms([...terms, ...commands], ` ${style.glyphs.separator} `, room, style.findBreaks));
  });
  return [...captioned, ...drawn];
}

// One item that says more than its headline gives all of them air.
function drawItems({ items, more }: Extract<Block, { kind: 'items' }>, style: Drawing, width: number): string[] {
  const rich = items.some(({ detail, facts = [], notes = [] }) => detail !== undefined || facts.length > 0 || notes.length > 0);
  const drawn = [...items.map((item) => drawItem(item, rich, style, width)), ...(more === undefined ? [] : [[`  ${style.palette.muted(more)}`]])];
  return drawn.flatMap((lines, index) => (rich && index > 0 ? ['', ...lines] : lines));
}

function drawItem({ text, tag, verdict, detail, facts = [], notes = [] }: Item, rich: boolean, style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  const inner = width - 4;
  const headline = wrap(text, inner, style).map((line) => (rich ? palette.strong(line) : line));
  const last = headline.at(-1) ?? '';
  const mark = `[${tag ?? ''}]`;
  const paint = verdict === undefined ? palette.muted : verdict === 'right' ? palette.good : palette.caution;
  const fitsBeside = markedWidth(text, palette) + displayWidth(tag ?? '') + 4 <= inner;
  const tagged =
    tag === undefined ? headline : fitsBeside ? [...headline.slice(0, -1), `${last}  ${paint(mark)}`] : [...headline, ...wrap(mark, inner, style).map(paint)];
  const body = [
    ...(detail === undefined ? [] : wrap(detail, inner, style)),
    ...facts.flatMap((fact) => drawFact(fact, inner, style)),
    ...notes.flatMap((note) => drawNote(note, style, inner)),
  ];
  return [...hang(`  ${glyphs.bullet} `, 0, width, () => tagged), ...indent(body, 4)];
}

function drawNote({ kind, label, text, figures = [] }: Note, style: Drawing, width: number): string[] {
  const { palette, glyphs } = style;
  if (kind === 'command') return hangText(`${palette.muted(glyphs.arrow)} `, text, width, style, palette.code);
  const mark = { coping: glyphs.arrow, caution: glyphs.caution, evidence: glyphs.evidence }[kind];
  const paint = { coping: palette.good, caution: palette.caution, evidence: palette.code }[kind];
  const lines = hangText(`${paint(`${mark} ${label}`)}  `, text, width, style);
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
  return hangText(`${style.palette.muted(next.label)}  `, next.command, width, style, style.palette.code);
}
