import MarkdownIt from 'markdown-it';

const reader = new MarkdownIt('default', { html: true });

/** What a reader of Markdown sees: the texts of its blocks, the stretches that are set as strong, and which blocks there are. */
export interface SeenMarkdown {
  readonly texts: readonly string[];
  readonly strong: readonly string[];
  readonly code: readonly string[];
  /** The kinds of all blocks that are opened, in their order. */
  readonly blocks: readonly string[];
}

/** Reads GitHub-flavoured Markdown with markdown-it. A `<br>` is a line end. */
export function readMarkdown(markdown: string): SeenMarkdown {
  const texts: string[] = [];
  const strong: string[] = [];
  const code: string[] = [];
  const tokens = reader.parse(markdown, {});
  for (const { type, children, content } of tokens) {
    if (type === 'fence' || type === 'code_block' || type === 'html_block') code.push(content);
    if (type !== 'inline') continue;
    let text = '';
    const open: number[] = [];
    for (const child of children ?? []) {
      if (child.type === 'strong_open' || child.content === '<strong>') open.push(text.length);
      else if (child.type === 'strong_close' || child.content === '</strong>') strong.push(text.slice(open.pop()));
      else if (child.type === 'hardbreak' || child.type === 'softbreak' || child.content === '<br>') text += '\n';
      else text += child.content;
    }
    texts.push(text);
  }
  return { texts, strong, code, blocks: tokens.filter(({ nesting }) => nesting >= 0).map(({ type }) => type) };
}
