import type { Block, Cell, Page } from '../page.ts';
import type { Style } from '../style.ts';

/** GitHub-flavoured Markdown. */
export function renderMarkdown(page: Page, { messages }: Style): string {
  if (page.blocks.length === 0) return '';
  return page.blocks.map((block) => writeBlock(block, messages.labels.notRecorded).join('\n')).join('\n\n') + '\n';
}

function writeBlock(block: Block, nothing: string): string[] {
  switch (block.kind) {
    case 'title':
      return [`# ${escape(block.name)}${block.reading === undefined ? '' : ` (${escape(block.reading)})`}`, '', block.asides.map(escape).join(' · ')];
    case 'heading':
      return [`## ${escape(block.text)}`, ...(block.remark === undefined ? [] : ['', `*${escape(block.remark)}*`])];
    case 'paragraph':
      return [`${block.label === undefined ? '' : `**${escape(block.label)}** `}${block.tone === 'lead' ? `**${escape(block.text)}**` : escape(block.text)}`];
    case 'fields':
      return block.fields.map(({ label, terms }) => `- **${escape(label)}** ${terms.map(escape).join(' · ')}`);
    case 'items':
      return [
        ...block.items.flatMap(({ text, tag, detail, notes = [] }) => [
          `- **${escape(text)}**${tag === undefined ? '' : ` (${escape(tag)})`}${detail === undefined ? '' : `  \n  ${escape(detail)}`}`,
          ...notes.map(({ kind, label, text: note }) =>
            kind === 'command' ? `  - ${escape(label)}: \`${note}\`` : `  - **${escape(label)}** ${escape(note)}`,
          ),
        ]),
        ...(block.more === undefined ? [] : [`- ${escape(block.more)}`]),
      ];
    case 'table':
      return [
        tableLine(block.columns.map(({ label }) => escape(label))),
        tableLine(block.columns.map(() => '---')),
        ...block.rows.map(({ name, groups }) =>
          tableLine([
            name.map(escape).join('<br>'),
            ...block.columns.slice(1).map((_, column) =>
              joinCells(
                groups.map((group) => group[column]),
                nothing,
              ),
            ),
          ]),
        ),
      ];
  }
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function joinCells(cells: readonly (Cell | undefined)[], nothing: string): string {
  const texts = cells.flatMap((cell) => (cell?.texts ?? []).map((text) => (cell?.mark === undefined ? '' : cell.mark === 'same' ? '= ' : '• ') + escape(text)));
  return texts.length === 0 ? nothing : texts.join('<br>');
}

function escape(text: string): string {
  return text
    .replace(/[\\`*_[\]{}<>|#~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2');
}
