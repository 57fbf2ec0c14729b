import { closeMark, openMark } from '../pages/page.ts';
import type { Cell, ProblemSource } from '../pages/page.ts';
import type { Block, Item, Page, Problem } from './text/drawn.ts';
import type { Messages } from '../messages/messages.ts';
import type { Style } from './terminal/style.ts';
import { displayWidth } from './text/width.ts';

/** GitHub-flavoured Markdown. */
export function renderMarkdown(page: Page, style: Style): string {
  if (page.blocks.length === 0) return '';
  return page.blocks.map((block) => writeBlock(block, style).join('\n')).join('\n\n') + '\n';
}

function writeBlock(block: Block, { messages, glyphs }: Style): string[] {
  const separator = ` ${glyphs.separator} `;
  switch (block.kind) {
    case 'title':
      return [
        `# ${escape(block.name)}${block.reading === undefined ? '' : messages.setInBrackets(escape(block.reading))}`,
        ...(block.asides.length === 0 ? [] : ['', block.asides.map(escape).join(separator)]),
      ];
    case 'heading':
      return [`## ${escape(block.text)}`, ...(block.remark === undefined ? [] : ['', `*${escape(block.remark)}*`])];
    case 'paragraph':
      return [escape(block.text)];
    case 'fields':
      return [
        ...(block.caption === undefined ? [] : [`*${escape(block.caption)}*`, '']),
        ...block.fields.map(({ label, terms, commands = [] }) => `- **${escape(label)}**: ${[...terms, ...commands].map(escape).join(separator)}`),
      ];
    case 'items':
      return [...block.items.flatMap((item) => writeItem(item, messages)), ...(block.more === undefined ? [] : [`- ${escape(block.more)}`])];
    case 'problem':
      return writeProblem(block);
    case 'radar':
      return [];
    case 'table':
      return [
        tableLine(block.columns.map(({ label }) => escape(label))),
        tableLine(block.columns.map(() => '---')),
        ...block.rows.flatMap(({ heading, name, remark, groups }) => [
          ...(heading === undefined ? [] : [tableLine(block.columns.map((_, column) => (column === 0 ? `**${escape(heading)}**` : '')))]),
          tableLine([
            [...name.map(escape), ...(remark === undefined ? [] : [`*${escape(remark)}*`])].join('<br>'),
            ...block.columns.slice(1).map((_, column) =>
              joinCells(
                groups.flatMap((group) => group[column] ?? []),
                messages.common.notRecorded,
                glyphs.bullet,
              ),
            ),
          ]),
        ]),
      ];
  }
}

function writeItem({ text, tag, detail, facts = [], notes = [] }: Item, { setInBrackets }: Messages): string[] {
  const isPlain = detail === undefined && facts.length === 0 && notes.length === 0;
  // In a headline that is strong as a whole, nothing could stand out.
  const headline = isPlain || text.includes(openMark) ? escape(text) : `**${escape(text)}**`;
  return [
    `- ${headline}${tag === undefined ? '' : setInBrackets(escape(tag))}${detail === undefined ? '' : `  \n  ${escape(detail)}`}`,
    ...facts.map(({ label, value }) => `  - ${escape(label)}: ${escape(value)}`),
    ...notes.flatMap(({ kind, label, text: note, figures = [] }) => [
      kind === 'command' ? `  - ${escape(label)}: ${writeCode(note)}` : `  - **${escape(label)}**: ${escape(note)}`,
      ...figures.map((figure) => `    - ${escape(figure.label)}: ${escape(figure.value)}`),
    ]),
  ];
}

function writeProblem({ place, label, text, source, hints }: Problem): string[] {
  const lines = source === undefined ? [] : drawMarked(source);
  // A line of the file must not end the block of code that it stands in.
  const fence = fenceFor(lines.join('\n'), 3);
  return [
    `- **${escape(label)}** ${escape(place)}: ${escape(text)}`,
    ...(lines.length === 0 ? [] : ['', `  ${fence}yaml`, ...lines.map((line) => `  ${line}`), `  ${fence}`, '']),
    ...hints.map((hint) => `  - ${escape(hint)}`),
  ];
}

function drawMarked({ before, marked, after }: ProblemSource): string[] {
  return [`${before}${marked}${after}`, ' '.repeat(displayWidth(before)) + '^'.repeat(Math.max(1, displayWidth(marked)))];
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function joinCells(cells: readonly Cell[], nothing: string, bullet: string): string {
  const signs = { bullet: `${bullet} `, same: '= ' };
  const texts = cells.flatMap(({ texts: found, mark, closing }) => [
    ...found.map((text) => (mark === undefined ? '' : signs[mark]) + escape(text)),
    ...(closing === undefined ? [] : [`*${escape(closing)}*`]),
  ]);
  const isQuiet = cells.some(({ quiet }) => quiet === true);
  return texts.length === 0 && !isQuiet ? nothing : texts.join('<br>');
}

/** A stretch of code. Within it nothing is escaped, so the ticks around it are more than any in it. */
function writeCode(text: string): string {
  const fence = fenceFor(text, 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

function fenceFor(text: string, least: number): string {
  return '`'.repeat(Math.max(least, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length + 1)));
}

/** A text that every reader shows as it is, whatever it begins with, and its stretches as strong. */
function escape(text: string): string {
  const escaped = text
    .replace(/[\\`*_[\]{}<>|#~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    // What makes a list, a rule, a heading of the line above or a table. Only punctuation can be escaped: `\1.` would show its backslash.
    .replace(/^[-+](?=\s|$)|^(?:-+|=+)(?=\s*$)|^:?-+:?(?=\s*$)/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
  return escaped.replace(marked, (whole: string, inner: string, start: number) => {
    const [before] = Array.from(escaped.slice(Math.max(0, start - 2), start)).slice(-1);
    const [after] = Array.from(escaped.slice(start + whole.length, start + whole.length + 2));
    const signs = Array.from(inner);
    return canFlank(before, signs[0]) && canFlank(after, signs.at(-1)) ? `**${inner}**` : `<strong>${inner}</strong>`;
  });
}

const marked = new RegExp(`${openMark}([^${closeMark}]*)${closeMark}`, 'g');

/**
 * Whether `**` between two characters of a text is read as such (CommonMark 0.31.2, 6.2): not with a space inside, and beside punctuation inside only
 * if a space, punctuation or nothing is outside. In Japanese, which has no spaces, は**「年末調整」**です shows its asterisks.
 */
function canFlank(outside: string | undefined, inside: string | undefined): boolean {
  if (inside === undefined || /\s/.test(inside) || outside === openMark || outside === closeMark) return false;
  return !punctuation.test(inside) || outside === undefined || /\s/.test(outside) || punctuation.test(outside);
}

const punctuation = /^[\p{P}\p{S}]$/u;
