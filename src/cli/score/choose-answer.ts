import { BackofficeError } from '../../core/errors.ts';
import type { SheetFormat } from '../../core/sheets/sheet-events.ts';
import type { PageFormat } from '../../messages/format-names.ts';
import { isFileFormat } from '../../render/index.ts';
import { checkFormat, checkStreamFormat, chooseFormat, findFormat } from '../command-line/program.ts';
import type { GlobalOptions, LocalizedCommand } from '../command-line/program.ts';
import type { Context } from '../session/context.ts';
import type { Gatherer, Gathering } from './gather.ts';

/** What `score` answers with: rows as they come, in the format of the input if none was asked for; or all that it gathered. */
export type Answer = { readonly kind: 'rows'; readonly format: SheetFormat | undefined } | { readonly kind: 'group'; readonly format: PageFormat };

interface AnswerOptions extends GlobalOptions {
  readonly group?: boolean;
  readonly pages?: string;
}

/** @throws BackofficeError `usage` for a format that it has not, or that is no good on a terminal. */
export function chooseAnswer(context: Context, command: LocalizedCommand, options: AnswerOptions, target: string | undefined): Answer {
  if (options.group === true) {
    // The pages have one of the group.
    if (options.pages !== undefined) throw new BackofficeError({ code: 'usage', problem: 'conflicting-options', names: ['--group', '--pages'] });
    const format = checkFormat(chooseFormat(options, context.environment, command), command);
    // As all commands that answer with a page.
    if (isFileFormat(format) && target === undefined && context.out.isTerminal)
      throw new BackofficeError({ code: 'usage', problem: 'file-on-terminal', format, command: command.name() });
    return { kind: 'group', format };
  }
  const wanted = findFormat(options, command);
  return { kind: 'rows', format: wanted === undefined ? undefined : checkStreamFormat(wanted, command) };
}

/** Opens what gathers; loaded only here, for rows need nothing of it. */
export async function openGatherer(gathering: Gathering): Promise<Gatherer> {
  const { gatherGroup } = await import('./gather.ts');
  return gatherGroup(gathering);
}
