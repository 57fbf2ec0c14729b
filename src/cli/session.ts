import type { Command } from 'commander';
import { BackofficeError } from '../core/errors.ts';
import type { Catalogue, Language } from '../core/model.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import type { Messages } from './messages/messages.ts';
import { checkFormat, chooseFormat } from './program.ts';
import type { GlobalOptions } from './program.ts';
import { createBreakFinder } from './render/breaks.ts';
import { formats } from './render/formats/index.ts';
import { asciiGlyphs, unicodeGlyphs } from './render/glyphs.ts';
import type { Output } from './render/output.ts';
import { createPalette, wantsColour } from './render/palette.ts';
import type { Style } from './render/style.ts';

/** What a command works with: the catalogue, the words, and one way to answer. */
export interface Session {
  readonly context: Context;
  readonly language: Language;
  readonly messages: Messages;
  readonly catalogue: Catalogue;
  /** Somebody sits at the terminal and can be asked. */
  readonly canAsk: boolean;
  /** Answers. `paged` marks long answers that a pager may show. */
  readonly answer: (output: Output, paged?: boolean) => Promise<void>;
}

/** Opens a session for a command, with its options and those given before it. */
export async function openSession(context: Context, messages: Messages, command: Command): Promise<Session> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const format = chooseFormat(options, context.environment);
  const hasRecords = command.name() === 'list' || command.name() === 'compare';
  checkFormat(format, hasRecords, command.name());
  const builtIn = context.loadCatalogue();
  const catalogue = await addOwnRoles(builtIn, options.data ?? []);
  const toTerminal = context.out.isTerminal && options.output === undefined;

  return {
    context,
    language: messages.language,
    messages,
    catalogue,
    canAsk: toTerminal && context.inputIsTerminal && formats[format].forPeople,
    answer: async (output, paged = false) => {
      const style: Style = {
        width: widthOf(context, options.output === undefined),
        palette: await createPalette(
          formats[format].forPeople &&
            options.output === undefined &&
            wantsColour(context.out.isTerminal, context.environment, options.color ? undefined : false),
        ),
        glyphs: options.ascii === true ? asciiGlyphs : unicodeGlyphs,
        messages,
        findBreaks: createBreakFinder(context.breakTableFile, builtIn),
        interactive: toTerminal,
      };
      const text = await formats[format].render(output, style);
      await deliver(text, {
        context,
        messages,
        paged: paged && options.pager && formats[format].forPeople,
        ...(options.output === undefined ? {} : { file: options.output }),
      });
    },
  };
}

/** Columns to write for: the terminal's, else COLUMNS, else 80; at least 20. */
export function widthOf({ out, environment }: Context, toStream = true): number {
  const fromEnvironment = Number(environment.COLUMNS);
  const width = (toStream && out.isTerminal ? out.columns : undefined) ?? (Number.isInteger(fromEnvironment) && fromEnvironment > 0 ? fromEnvironment : 80);
  return Math.max(20, width);
}

async function addOwnRoles(catalogue: Catalogue, folders: readonly string[]): Promise<Catalogue> {
  if (folders.length === 0) return catalogue;
  const { loadRoleFolders } = await import('../core/load.ts');
  const result = loadRoleFolders(folders, catalogue);
  if (!result.ok) throw new BackofficeError({ code: 'bad-data', diagnostics: result.diagnostics });
  return result.catalogue;
}
