import type { Block, Cell, Page } from '../page.ts';
import type { Style } from '../style.ts';

/** Labelled lines without boxes or wrapping, for screen readers, `grep` and mail. */
export function renderPlain(page: Page, { messages, interactive }: Style): string {
  if (page.blocks.length === 0) return '';
  const parts = page.blocks.map((block) => describeBlock(block, messages.labels.notRecorded).join('\n'));
  const next = interactive && page.next !== undefined ? [`${page.next.label}: ${page.next.command}`] : [];
  return [...parts, ...next].join('\n\n') + '\n';
}

function describeBlock(block: Block, nothing: string): string[] {
  switch (block.kind) {
    case 'title':
      return [block.reading === undefined ? block.name : `${block.name} (${block.reading})`, ...block.asides];
    case 'heading':
      return [block.remark === undefined ? `# ${block.text}` : `# ${block.text} (${block.remark})`];
    case 'paragraph':
      return [block.label === undefined ? block.text : `${block.label}: ${block.text}`];
    case 'fields':
      return block.fields.map(({ label, terms }) => `${label}: ${terms.join(', ')}`);
    case 'items':
      return [
        ...block.items.flatMap(({ text, tag, detail, notes = [] }) => [
          `- ${text}${tag === undefined ? '' : ` (${tag})`}`,
          ...(detail === undefined ? [] : [`  ${detail}`]),
          ...notes.map(({ label, text: note }) => `  ${label}: ${note}`),
        ]),
        ...(block.more === undefined ? [] : [`- ${block.more}`]),
      ];
    case 'table':
      return block.rows.flatMap(({ name, groups }, index) => [
        ...(index > 0 ? [''] : []),
        name.join(' '),
        ...block.columns.slice(1).map(
          ({ label }, column) =>
            `  ${label}: ${joinCells(
              groups.map((group) => group[column]),
              nothing,
            )}`,
        ),
      ]);
  }
}

function joinCells(cells: readonly (Cell | undefined)[], nothing: string): string {
  const texts = cells.flatMap((cell) => (cell?.texts ?? []).map((text) => (cell?.mark === 'same' ? `= ${text}` : text)));
  return texts.length === 0 ? nothing : texts.join(' / ');
}
