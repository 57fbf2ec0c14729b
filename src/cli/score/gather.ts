import type { Catalogue } from '../../core/catalogue/model.ts';
import { createGroup } from '../../core/sheets/group.ts';
import type { TakeResult } from '../../core/sheets/score-sheets.ts';
import type { PageFormat } from '../../messages/format-names.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Output } from '../../pages/output.ts';
import { formats } from '../../render/index.ts';
import type { GlobalOptions } from '../command-line/program.ts';
import { writeFile } from '../process/write-file.ts';
import type { Context } from '../session/context.ts';
import { createStyle } from '../session/create-style.ts';
import { deliver } from '../session/deliver.ts';
import { describeGroup } from './describe-group.ts';
import type { Outlet } from './outlet.ts';
import type { RowWriter } from './write-rows.ts';

/** What an answer is made with that is written once all sheets are scored. */
export interface Gathering {
  readonly context: Context;
  readonly messages: Messages;
  readonly catalogue: Catalogue;
  readonly options: GlobalOptions;
  readonly format: PageFormat;
  /** Where it goes; the output without one. */
  readonly target: string | undefined;
}

/** Takes what is scored, and writes the answer at the end. */
export interface Gatherer {
  readonly writer: RowWriter;
  readonly take: TakeResult;
  readonly outlet: Outlet;
}

/** Gathers a group, which is all that is kept of the sheets. */
export function gatherGroup(gathering: Gathering): Gatherer {
  const { catalogue, messages } = gathering;
  const group = createGroup(catalogue);
  return {
    writer: { head: '', write: () => '' },
    take: group.add,
    outlet: openAtEnd(gathering, () => describeGroup(catalogue, group, messages)),
  };
}

/** An outlet that answers when it is to be kept. */
function openAtEnd(gathering: Gathering, describe: () => Output): Outlet {
  return {
    write: () => Promise.resolve(true),
    keep: () => answerAll(gathering, describe()),
    discard: () => Promise.resolve(),
  };
}

/** @throws BackofficeError `output-file` when the file cannot be written; an old file is then as it was. */
async function answerAll({ context, messages, options, format, target }: Gathering, output: Output): Promise<void> {
  const { forPeople, render } = formats[format];
  const style = await createStyle(context, messages, {
    stream: target === undefined ? context.out : undefined,
    colour: options.color && forPeople,
    ascii: options.ascii === true,
    folders: options.data ?? [],
  });
  const text = await render(output, style);
  // The command says where it went.
  if (target !== undefined) await writeFile(target, text);
  else await deliver(text, { context, messages, paged: options.pager && forPeople });
}
