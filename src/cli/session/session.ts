import { cleanText } from '../../core/clean.ts';
import { BackofficeError } from '../../core/errors.ts';
import type { Catalogue, Language } from '../../core/catalogue/model.ts';
import type { Context } from './context.ts';
import { createStreamPalette } from './colour.ts';
import { createStyle } from './create-style.ts';
import { deliver } from './deliver.ts';
import type { PageFormat } from '../../messages/format-names.ts';
import type { Messages } from '../../messages/messages.ts';
import { loadOwnCatalogue } from './own-roles.ts';
import type { LeftOut } from './own-roles.ts';
import { checkFormat, chooseFormat } from '../command-line/program.ts';
import type { GlobalOptions, LocalizedCommand } from '../command-line/program.ts';
import { formats, isFileFormat } from '../../render/index.ts';
import { findInvocation } from '../../messages/invocation.ts';
import { writeText } from '../../messages/text.ts';
import type { Text } from '../../messages/text.ts';
import type { Output } from '../../pages/output.ts';
import type { Palette } from '../../render/terminal/palette.ts';

/** What a command works with: the catalogue, the words, and one way to answer. */
export interface Session {
  readonly context: Context;
  readonly language: Language;
  readonly messages: Messages;
  readonly catalogue: Catalogue;
  readonly options: GlobalOptions;
  /** Somebody sits at the terminal and can be asked, whatever becomes of the answer. */
  readonly atTerminal: boolean;
  /** Somebody sits at the terminal and waits for an answer there. */
  readonly canAsk: boolean;
  /** The colours of the terminal, for questions. */
  readonly palette: () => Promise<Palette>;
  /** Answers. `paged` marks long answers that a pager may show. */
  readonly answer: (output: Output, paged?: boolean) => Promise<void>;
}

/** Opens a session for a command, with its options and those given before it; with `ownRoles: false` for the built-in roles only. */
export async function openSession(context: Context, messages: Messages, command: LocalizedCommand, { ownRoles = true } = {}): Promise<Session> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const format = checkFormat(chooseFormat(options, context.environment, command), command);
  const catalogue = ownRoles ? await openCatalogue(context, messages, options) : context.loadCatalogue();
  const file = options.output === '-' ? undefined : options.output;
  // Thousands of lines of markup on a screen help nobody, and bytes that are no text still less.
  if (isFileFormat(format) && file === undefined && context.out.isTerminal)
    throw new BackofficeError({ code: 'usage', problem: 'file-on-terminal', format, command: command.name() });

  return {
    context,
    language: messages.language,
    messages,
    catalogue,
    options,
    // Asked for only where somebody may have to be: looking for a terminal takes longer than the list.
    get atTerminal() {
      return context.questions.isTerminal && context.inputIsTerminal;
    },
    canAsk: context.out.isTerminal && context.inputIsTerminal && file === undefined && formats[format].forPeople,
    palette: () => createStreamPalette(context, context.out, options.color),
    answer: async (output, paged = false) => {
      const text = await drawAnswer(context, messages, options, format, file, output);
      await deliver(text, {
        context,
        messages,
        paged: paged && options.pager && formats[format].forPeople,
        ...(file === undefined ? {} : { file }),
      });
    },
  };
}

/** An answer in a format, in the colours of where it goes: a file, or the output without one. */
export async function drawAnswer(
  context: Context,
  messages: Messages,
  options: GlobalOptions,
  format: PageFormat,
  file: string | undefined,
  output: Output,
): Promise<string | Uint8Array> {
  const { forPeople, render } = formats[format];
  const style = await createStyle(context, messages, {
    stream: file === undefined ? context.out : undefined,
    colour: options.color && forPeople,
    ascii: options.ascii === true,
    folders: options.data ?? [],
  });
  return render(output, style);
}

/**
 * The built-in catalogue with a person's own roles over it. Says what it had to leave out of their own folder.
 * @throws BackofficeError `usage` where the answer is to go into one of the role files.
 */
export async function openCatalogue(context: Context, messages: Messages, { data, output }: GlobalOptions): Promise<Catalogue> {
  const { catalogue, leftOut, files } = await loadOwnCatalogue(context, data);
  if (output !== undefined && files.length > 0) {
    // Loaded only here: most answers go to the output.
    const { refuseOverwriting, identifyFiles } = await import('./refuse-overwriting.ts');
    refuseOverwriting(output, () => identifyFiles(files));
  }
  if (leftOut !== undefined) context.err.write(`${writeText(describeLeftOut(leftOut, messages), findInvocation(context.environment))}\n`);
  return catalogue;
}

function describeLeftOut(left: LeftOut, { check, fileProblems }: Messages): Text {
  const folder = cleanText(left.folder);
  return 'files' in left ? check.filesLeftOut(left.files, folder) : check.folderLeftOut(folder, fileProblems[left.reason]);
}
