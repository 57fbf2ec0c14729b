import { listMainRoles } from '../../core/catalogue/tiers.ts';
import type { Catalogue } from '../../core/catalogue/model.ts';
import { cleanText } from '../../core/clean.ts';
import { BackofficeError } from '../../core/errors.ts';
import { createGroup } from '../../core/sheets/group.ts';
import type { ScoredSheet, TakeResult } from '../../core/sheets/score-sheets.ts';
import { viewGroup } from '../../core/views/group.ts';
import { createResultViewer } from '../../core/views/results.ts';
import type { ResultView } from '../../core/views/results.ts';
import type { PageFormat } from '../../messages/format-names.ts';
import { quoteArgument } from '../../messages/invocation.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Output } from '../../pages/output.ts';
import { buildResultsPage } from '../../pages/results.ts';
import { buildResultsWorkbook, listResultCells } from '../../pages/results-workbook.ts';
import type { RecordCell } from '../../pages/workbook.ts';
import { formats } from '../../render/index.ts';
import type { GlobalOptions } from '../command-line/program.ts';
import { writeFile } from '../process/write-file.ts';
import type { Context } from '../session/context.ts';
import { deliver } from '../session/deliver.ts';
import { drawAnswer } from '../session/session.ts';
import { describeGroup } from './describe-group.ts';
import type { Outlet } from './outlet.ts';

/** What an answer is made with that is written once all sheets are scored. */
export interface Gathering {
  readonly context: Context;
  readonly messages: Messages;
  readonly catalogue: Catalogue;
  readonly options: GlobalOptions;
  /** What is scored; `-` is the standard input. */
  readonly file: string;
  /** Where it goes; the output without one. */
  readonly target: string | undefined;
}

/** Takes what is scored, and writes the answer at the end. */
export interface Gatherer {
  /** Takes results, some at a time. */
  readonly gather: (sheets: readonly ScoredSheet[]) => void;
  readonly take: TakeResult;
  readonly outlet: Outlet;
}

/** A table for people has no more rows than this: nobody reads on, and all of them are kept until it is drawn. */
const mostShown = 1000;

/** A workbook is made in memory; so many take some 700 MB. */
const mostInWorkbook = 100_000;

/** Gathers a group, which is all that is kept of the sheets. */
export function gatherGroup(gathering: Gathering, format: PageFormat): Gatherer {
  const { catalogue, messages } = gathering;
  const group = createGroup(catalogue);
  return {
    gather: () => undefined,
    take: group.add,
    outlet: openAtEnd(() => answerPage(gathering, format, describeGroup(catalogue, group, messages))),
  };
}

/** Gathers a table to read: the first results, and the group. */
export function gatherTable(gathering: Gathering, format: 'table' | 'plain'): Gatherer {
  const { catalogue, messages, file } = gathering;
  const group = createGroup(catalogue);
  const view = createResultViewer(catalogue, messages.language);
  const shown: ResultView[] = [];
  const gather = (sheets: readonly ScoredSheet[]) => void shown.push(...sheets.slice(0, mostShown - shown.length).map(view));
  const describe = (): Output => {
    const counts = group.count();
    const document = viewGroup(catalogue, counts, messages.language);
    const results = { shown, people: counts.people, group: document, file: file === '-' ? 'responses.csv' : quoteArgument(cleanText(file)) };
    return { document, page: () => buildResultsPage(results, messages) };
  };
  return { gather, take: group.add, outlet: openAtEnd(() => answerPage(gathering, format, describe())) };
}

/** Gathers a workbook of all results, and of the group. */
export function gatherWorkbook(gathering: Gathering): Gatherer {
  const { catalogue, messages } = gathering;
  const { language } = messages;
  const group = createGroup(catalogue);
  const view = createResultViewer(catalogue, language);
  const rows: RecordCell[][] = [];
  const gather = (sheets: readonly ScoredSheet[]) => {
    if (rows.length + sheets.length > mostInWorkbook) throw new BackofficeError({ code: 'workbook-full', most: mostInWorkbook });
    for (const sheet of sheets) rows.push(listResultCells(view(sheet), messages));
  };
  const answer = async () => {
    const roles = listMainRoles(catalogue.roles).map(({ name }) => name[language]);
    const { renderXlsx } = await import('../../render/xlsx.ts');
    await answerWith(gathering, await renderXlsx(buildResultsWorkbook(rows, roles, viewGroup(catalogue, group.count(), language), messages)), false);
  };
  return { gather, take: group.add, outlet: openAtEnd(answer) };
}

/** An outlet that answers when it is to be kept. */
function openAtEnd(answer: () => Promise<void>): Outlet {
  return { write: () => Promise.resolve(true), keep: answer, discard: () => Promise.resolve() };
}

async function answerPage(gathering: Gathering, format: PageFormat, output: Output): Promise<void> {
  const { context, messages, options, target } = gathering;
  const text = await drawAnswer(context, messages, options, format, target, output);
  await answerWith(gathering, text, options.pager && formats[format].forPeople);
}

/** @throws BackofficeError `output-file` when the file cannot be written; an old file is then as it was. */
async function answerWith({ context, messages, target }: Gathering, text: string | Uint8Array, paged: boolean): Promise<void> {
  // The command says where it went.
  if (target !== undefined) await writeFile(target, text);
  else await deliver(text, { context, messages, paged });
}
