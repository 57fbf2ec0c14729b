import { BackofficeError } from '../../core/errors.ts';
import type { SheetFormat } from '../../core/sheets/sheet-events.ts';
import type { PageFormat } from '../../messages/format-names.ts';
import { isFileFormat } from '../../render/index.ts';
import { checkFormat, checkStreamFormat, chooseFormat, findFormat } from '../command-line/program.ts';
import type { GlobalOptions, LocalizedCommand } from '../command-line/program.ts';
import type { Context } from '../session/context.ts';
import type { Gatherer, Gathering } from './gather.ts';

/**
 * What `score` answers with: rows as they come, in the format of the input if none was asked for; or what it gathers, the group, a table of some, or a
 * workbook of all.
 */
export type Answer =
  | { readonly kind: 'rows'; readonly format: SheetFormat | undefined }
  | { readonly kind: 'group'; readonly format: PageFormat }
  | { readonly kind: 'table'; readonly format: 'table' | 'plain' }
  | { readonly kind: 'workbook'; readonly format: 'xlsx' };

interface AnswerOptions extends GlobalOptions {
  readonly group?: boolean;
  readonly pages?: string;
}

/**
 * The answer that was asked for; a table for people where nothing was, on a terminal.
 * @throws BackofficeError `usage` for a format that it has not, or that is no good on a terminal.
 */
export function chooseAnswer(context: Context, command: LocalizedCommand, options: AnswerOptions, target: string | undefined): Answer {
  const answer = findAnswer(context, command, options, target);
  const { format } = answer;
  // As all commands that answer with a page.
  if (format !== undefined && format !== 'ndjson' && isFileFormat(format) && target === undefined && context.out.isTerminal)
    throw new BackofficeError({ code: 'usage', problem: 'file-on-terminal', format, command: command.name() });
  return answer;
}

function findAnswer({ environment, out }: Context, command: LocalizedCommand, options: AnswerOptions, target: string | undefined): Answer {
  // The pages have one of the group.
  if (options.group === true && options.pages !== undefined)
    throw new BackofficeError({ code: 'usage', problem: 'conflicting-options', names: ['--group', '--pages'] });
  if (options.group === true) return { kind: 'group', format: checkFormat(chooseFormat(options, environment, command), command) };
  const wanted =
    findFormat(options, command) ??
    (out.isTerminal && target === undefined && options.pages === undefined ? chooseFormat(options, environment, command) : undefined);
  const format = wanted === undefined ? undefined : checkStreamFormat(wanted, command);
  if (format === 'xlsx') return { kind: 'workbook', format };
  return format === 'table' || format === 'plain' ? { kind: 'table', format } : { kind: 'rows', format };
}

/** Opens what gathers; loaded only here, for rows need nothing of it. */
export async function openGatherer(gathering: Gathering, { kind, format }: Exclude<Answer, { readonly kind: 'rows' }>): Promise<Gatherer> {
  const { gatherGroup, gatherTable, gatherWorkbook } = await import('./gather.ts');
  switch (kind) {
    case 'group':
      return gatherGroup(gathering, format);
    case 'table':
      return gatherTable(gathering, format);
    case 'workbook':
      return gatherWorkbook(gathering);
  }
}
