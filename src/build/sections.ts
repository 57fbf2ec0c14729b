import { readFileSync, writeFileSync } from 'node:fs';

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** A table in Markdown. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[], alignment: 'left' | 'right' = 'left'): string {
  return [row(head), row(head.map((_, index) => (index > 0 && alignment === 'right' ? '--:' : '---'))), ...rows.map(row)].join('\n');
}

/**
 * Writes contents into the places of a document that say they are written by a command.
 * @throws Error for a content that has no place there.
 */
export function writeSections(file: string, command: string, contents: Readonly<Record<string, string>>): void {
  let text = readFileSync(file, 'utf8');
  for (const [name, content] of Object.entries(contents)) {
    const section = new RegExp(`(<!-- ${name}: written by ${command} -->\\n)[^]*?(<!-- end of ${name} -->)`);
    if (!section.test(text)) throw new Error(`${file} has no place for ${name}`);
    text = text.replace(section, (_, start: string, end: string) => `${start}\n${content}\n\n${end}`);
  }
  writeFileSync(file, text);
}
