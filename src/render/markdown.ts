import { replaceMarks, stripMarks } from './text/marks.ts';
import type { Cell, ProblemSource } from '../pages/page.ts';
import type { Block, Item, Page, Problem } from './text/drawn.ts';
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
        `# ${escape(block.name)}${block.reading === undefined ? '' : ` (${escape(block.reading)})`}`,
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
      return [...block.items.flatMap(writeItem), ...(block.more === undefined ? [] : [`- ${escape(block.more)}`])];
    case 'problem':
      return writeProblem(block);
    case 'radar':
      return [];
    case 'table':
      return [
        tableLine(block.columns.map(({ label }) => escape(label))),
        tableLine(block.columns.map(() => '---')),
        ...block.rows.map(({ name, remark, groups }) =>
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
        ),
      ];
  }
}

function writeItem({ text, tag, detail, facts = [], notes = [] }: Item): string[] {
  const headline = detail === undefined && facts.length === 0 && notes.length === 0 ? escape(text) : `**${escape(stripMarks(text))}**`;
  return [
    `- ${headline}${tag === undefined ? '' : ` (${escape(tag)})`}${detail === undefined ? '' : `  \n  ${escape(detail)}`}`,
    ...facts.map(({ label, value }) => `  - ${escape(label)}: ${escape(value)}`),
    ...notes.flatMap(({ kind, label, text: note, figures = [] }) => [
      kind === 'command' ? `  - ${escape(label)}: \`${note}\`` : `  - **${escape(label)}**: ${escape(note)}`,
      ...figures.map((figure) => `    - ${escape(figure.label)}: ${escape(figure.value)}`),
    ]),
  ];
}

function writeProblem({ place, label, text, source, hints }: Problem): string[] {
  const lines = source === undefined ? [] : drawMarked(source);
  // A line of the file must not end the block of code that it stands in.
  const fence = '`'.repeat(Math.max(3, ...lines.flatMap((line) => Array.from(line.matchAll(/`+/g), ([ticks]) => ticks.length + 1))));
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

function escape(text: string): string {
  const escaped = text
    .replace(/[\\`*_[\]{}<>|#~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2');
  return replaceMarks(escaped, '**', '**');
}
