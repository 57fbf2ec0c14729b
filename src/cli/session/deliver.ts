import { cleanText } from '../../core/clean.ts';
import type { Context } from './context.ts';
import type { Messages } from '../../messages/messages.ts';

interface Delivery {
  readonly context: Context;
  readonly messages: Messages;
  /** A pager may show it when it is longer than the screen. */
  readonly paged: boolean;
  /** Write there instead of to the output. */
  readonly file?: string;
}

/**
 * The one place that writes an answer: to a file, through a pager, or to the output.
 * @throws BackofficeError `output-file` when the file cannot be written; an old file is then as it was.
 */
export async function deliver(text: string | Uint8Array, { context, messages, paged, file }: Delivery): Promise<void> {
  // Nothing found is no reason to empty a file.
  if (text.length === 0) return;
  if (file !== undefined) {
    // Loaded only here: most answers go to the output.
    const { writeFile } = await import('../process/write-file.ts');
    await writeFile(file, text);
    context.err.write(`${messages.common.written(cleanText(file))}\n`);
    return;
  }
  if (typeof text === 'string') {
    const pager = paged && context.out.isTerminal ? choosePager(text, context) : undefined;
    if (pager !== undefined && (await context.page(text, pager, messages.common.pager))) return;
  }
  context.out.write(text);
}

function choosePager(text: string, { out, environment }: Context): string | undefined {
  // Nothing of it would work there.
  if (environment.TERM === 'dumb') return undefined;
  const pager = environment.PAGER ?? 'less -FIRX';
  // The last line of the screen is for the prompt of the shell.
  const fits = text.trimEnd().split('\n').length < (out.rows ?? 24);
  return fits || pager.trim() === '' || pager.trim() === 'cat' ? undefined : pager;
}
