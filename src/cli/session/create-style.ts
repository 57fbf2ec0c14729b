import { createStreamPalette } from './colour.ts';
import type { Context, OutputStream } from './context.ts';
import type { Messages } from '../../messages/messages.ts';
import { readBreaks } from '../../render/text/breaks.ts';
import { asciiGlyphs, unicodeGlyphs } from '../../render/text/glyphs.ts';
import { findInvocation, quoteArgument } from '../../messages/invocation.ts';
import { createPalette } from '../../render/terminal/palette.ts';
import type { Style } from '../../render/terminal/style.ts';

interface StyleWishes {
  /** Where the text goes; undefined for a file. */
  readonly stream: OutputStream | undefined;
  readonly colour: boolean;
  readonly ascii: boolean;
  /** Folders of own roles: suggested commands must name them, too. */
  readonly folders?: readonly string[];
}

/** How text for people is to look, decided once from where it goes, the environment and the flags. */
export async function createStyle(context: Context, messages: Messages, { stream, colour, ascii, folders = [] }: StyleWishes): Promise<Style> {
  return {
    width: findWidth(context, stream),
    palette: stream === undefined ? await createPalette(false) : await createStreamPalette(context, stream, colour),
    glyphs: ascii ? asciiGlyphs : unicodeGlyphs,
    messages,
    knownBreaks: readBreaks(context.breakTable(messages.language)),
    invocation: [findInvocation(context.environment), ...folders.map((folder) => `--data ${quoteArgument(folder)}`)].join(' '),
    interactive: stream?.isTerminal ?? false,
  };
}

/** Columns to write for: the terminal's, else COLUMNS, else 80; at least 20. */
export function findWidth({ environment }: Context, stream: OutputStream | undefined): number {
  const fromEnvironment = Number(environment.COLUMNS);
  const width = (stream?.isTerminal === true ? stream.columns : undefined) ?? (Number.isInteger(fromEnvironment) && fromEnvironment > 0 ? fromEnvironment : 80);
  return Math.max(20, width);
}
