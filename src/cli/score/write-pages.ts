import { basename, dirname, extname, resolve } from 'node:path';
import { cleanText } from '../../core/clean.ts';
import { BackofficeError } from '../../core/errors.ts';
import type { Catalogue } from '../../core/catalogue/model.ts';
import { scoreAnswers } from '../../core/fit/score.ts';
import { createGroup } from '../../core/sheets/group.ts';
import type { ReadSheet, SheetEvent } from '../../core/sheets/sheet-events.ts';
import { viewFit } from '../../core/views/fit.ts';
import type { Messages } from '../../messages/messages.ts';
import type { PersonPage } from '../../pages/person-list.ts';
import { buildPersonList } from '../../pages/person-list.ts';
import { adaptText } from '../../render/text/adapt.ts';
import type { Style } from '../../render/terminal/style.ts';
import { formats } from '../../render/index.ts';
import { renderPersonList } from '../../render/html/person-list.tsx';
import type { GlobalOptions } from '../command-line/program.ts';
import { checkFolder, countOthers, openFolderDraft } from '../process/write-folder.ts';
import type { FolderDraft } from '../process/write-folder.ts';
import { answerFit, writeDay } from '../quiz/fit-output.ts';
import type { Context } from '../session/context.ts';
import { createStyle } from '../session/create-style.ts';
import { describeGroup } from './describe-group.ts';
import { nameFiles } from './name-files.ts';
import type { Outlet } from './outlet.ts';
import type { Progress } from './progress.ts';

export interface PageOptions extends GlobalOptions {
  /** The folder for a page for each person. */
  readonly pages?: string;
  /** Files are called after the people. */
  readonly nameFiles?: boolean;
  /** Files that are there may be replaced. */
  readonly force?: boolean;
  /** Every page has all answers and all reasons. */
  readonly full?: boolean;
}

/** Pages that are written beside an answer. */
interface Pages {
  /** The answer, of which they are a part. */
  readonly outlet: Outlet;
  /** Hands on what is read, and takes the sheets on their way. */
  readonly follow: (events: AsyncIterable<SheetEvent>) => AsyncGenerator<SheetEvent>;
}

interface Job {
  readonly context: Context;
  readonly messages: Messages;
  readonly catalogue: Catalogue;
  /** How messages look, which are not on the pages. */
  readonly style: Style;
  readonly progress: Progress;
  readonly options: PageOptions;
  readonly folder: string;
  /** Tells the file that is read from all others. */
  readonly input: string | undefined;
}

/** Pages that are no person's. */
const ending = '.html';
const own = { list: `index${ending}`, group: `group${ending}` };

/**
 * An outlet that writes a page for each person, one for the group, and a list of them for the adviser, beside what it writes else. Nothing of them is in the
 * folder until all are written.
 * @throws BackofficeError `pages-exist`, `output-folder` or `usage`, here and in what it does; what was there before is then as it was.
 */
export async function openPages(job: Job, openBase: () => Promise<Outlet>): Promise<Pages> {
  const { folder, options, input } = job;
  const wishes = { mayReplace: options.force === true, input };
  refuseOutputAmong(folder, options.output);
  checkFolder(folder, [own.list, own.group], wishes);
  const draft = openFolderDraft(folder, wishes);
  try {
    // Into the folder, perhaps.
    const base = await openBase();
    const pages = await collectPages(job, draft);
    const outlet: Outlet = {
      // Pages are for somebody else than what reads the rows.
      write: (text) => base.write(text).then(() => true),
      keep: async () => {
        const names = await pages.finish();
        await draft.keep(names);
        tell(job, names);
        await base.keep();
      },
      discard: async () => {
        await base.discard();
        draft.discard();
      },
    };
    return { outlet, follow: (events) => follow(events, pages.add) };
  } catch (error) {
    draft.discard();
    throw error;
  }
}

/** Makes pages of sheets on their way to what scores them. */
async function* follow(events: AsyncIterable<SheetEvent>, add: (sheet: ReadSheet) => Promise<void>): AsyncGenerator<SheetEvent> {
  for await (const event of events) {
    if (event.kind === 'rows') for (const row of event.rows) if (!('failure' in row)) await add(row);
    yield event;
  }
}

/** Writes pages into a draft, and gives the names of all of them in the end. */
async function collectPages({ context, messages, catalogue, progress, options }: Job, draft: FolderDraft) {
  const style = await createStyle(context, messages, { stream: undefined, colour: false, ascii: options.ascii === true, folders: options.data ?? [] });
  const date = writeDay(context.now());
  const group = createGroup(catalogue);
  const people: Omit<PersonPage, 'file'>[] = [];
  return {
    add: async ({ id: written = '', state }: ReadSheet): Promise<void> => {
      const id = cleanText(written);
      const name = id === '' ? messages.score.pages.nameless(people.length + 1) : id;
      const document = viewFit(catalogue, state, messages.language, { name, date });
      await draft.add(await formats.html.render(answerFit(document, messages, options.full === true), style));
      group.add(scoreAnswers(catalogue, state.answers, state.test, state.avoid), state.avoid);
      people.push({ ...(id === '' ? {} : { id }), name, warnings: document.warnings });
      progress.showPages(people.length);
    },
    finish: async (): Promise<string[]> => {
      const names = nameFiles(
        people.map(({ id }) => (options.nameFiles === true ? id : undefined)),
        [own.list, own.group].map((name) => name.slice(0, -ending.length)),
      );
      const files = names.map((name) => name + ending);
      const pages = people.map((person, place): PersonPage => ({ ...person, file: files[place] ?? '' }));
      await draft.add(await formats.html.render(describeGroup(catalogue, group, messages), style));
      await draft.add(renderPersonList(buildPersonList({ people: pages, group: own.group, date }, messages), style));
      return [...files, own.group, own.list];
    },
  };
}

/** Says where the pages are, and what else is there. */
function tell({ context, messages, style, folder }: Job, names: readonly string[]): void {
  const { pages } = messages.score;
  const others = countOthers(folder, ending, names);
  const texts = [pages.written(names.length - Object.keys(own).length, cleanText(folder)), ...(others === 0 ? [] : [pages.others(others)])];
  for (const text of texts) context.err.write(`${adaptText(text, style)}\n`);
}

/** @throws BackofficeError `usage` where the rows would go among the pages under the name of one. */
function refuseOutputAmong(folder: string, output: string | undefined): void {
  if (output === undefined || output === '-') return;
  const isPage = resolve(dirname(output)) === resolve(folder) && extname(basename(output)).toLowerCase() === ending;
  if (isPage || resolve(output) === resolve(folder)) throw new BackofficeError({ code: 'usage', problem: 'conflicting-options', names: ['--pages', '-o'] });
}
