import { cleanText } from '../../core/clean.ts';
import { BackofficeError } from '../../core/errors.ts';
import { readSheets, splitSheets } from '../../core/sheets/read-sheets.ts';
import { scoreRead } from '../../core/sheets/score-sheets.ts';
import type { SheetNote } from '../../core/sheets/sheet-events.ts';
import type { Context } from '../session/context.ts';
import { createStyle } from '../session/create-style.ts';
import { Failed } from '../errors/exit-codes.ts';
import type { Messages } from '../../messages/messages.ts';
import type { LocalizedCommand } from '../command-line/program.ts';
import { adaptText } from '../../render/text/adapt.ts';
import type { Style } from '../../render/terminal/style.ts';
import { openCatalogue } from '../session/session.ts';
import { chooseAnswer, openGatherer } from './choose-answer.ts';
import { describeBadRow } from './describe-bad-row.ts';
import { describeReading } from './describe-reading.ts';
import { refuseOverwriting } from '../session/refuse-overwriting.ts';
import { countBytes, openInput } from './open-input.ts';
import { openFile, openNowhere, openOutput } from './outlet.ts';
import type { Outlet } from './outlet.ts';
import { createProgress } from './progress.ts';
import type { Progress } from './progress.ts';
import type { ScoredRows } from './score-batch.ts';
import { gatherRows, scoreRows } from './score-rows.ts';
import type { ScoreEvent } from './score-rows.ts';
import type { PageOptions } from './write-pages.ts';

interface ScoreOptions extends PageOptions {
  readonly strict?: boolean;
  /** The column that tells people apart. */
  readonly id?: string;
  /** The column with what to avoid. */
  readonly avoid?: string;
  /** The group in place of each person. */
  readonly group?: boolean;
}

/** What one run works with. */
interface Run {
  readonly context: Context;
  readonly file: string;
  readonly style: Style;
  readonly progress: Progress;
  readonly outlet: Outlet;
  /** Ends at the first row that cannot be read. */
  readonly isStrict: boolean;
  readonly counts: Counts;
}

interface Counts {
  bytes: number;
  scored: number;
  bad: number;
  /** What follows a quotation mark that is not closed was not read. */
  isBroken: boolean;
}

/**
 * Scores all answer sheets of a file (`-` for the standard input), in their order, as they come in and no faster than they are taken.
 * Says of each row that cannot be read what is wrong with it.
 * @throws Failed when there is any; with `--strict` at the first.
 * @throws BackofficeError for what keeps the whole from being read or written.
 */
export async function runScore(context: Context, messages: Messages, command: LocalizedCommand, file: string): Promise<void> {
  const options = command.optsWithGlobals<ScoreOptions>();
  const { err, out } = context;
  const target = options.output === '-' ? undefined : options.output;
  const answer = chooseAnswer(context, command, options, target);
  if (file === '-' && context.inputIsTerminal) throw new BackofficeError({ code: 'usage', problem: 'input-is-terminal', command: 'score -' });
  const input = openInput(context, file);
  refuseOverwriting(target, () => [input.identity]);
  const catalogue = await openCatalogue(context, messages, options);
  const style = await createStyle(context, messages, { stream: err, colour: options.color, ascii: options.ascii === true });
  // Pages are an answer: rows come beside them only where these are asked for.
  const isSilent = options.pages !== undefined && options.output === undefined && answer.kind === 'rows';
  const progress = createProgress(context, answer.kind !== 'rows' || target !== undefined || isSilent || !out.isTerminal, messages);
  const counts = { bytes: 0, scored: 0, bad: 0, isBroken: false };
  const gatherer = answer.kind === 'rows' ? undefined : await openGatherer({ context, messages, catalogue, options, file, target }, answer);
  const openBase = async () => gatherer?.outlet ?? (isSilent ? openNowhere() : target === undefined ? openOutput(out) : await openFile(target));
  const base = { context, messages, catalogue, style, progress, options, input: input.identity };
  const pages = options.pages === undefined ? undefined : await (await import('./write-pages.ts')).openPages({ ...base, folder: options.pages }, openBase);
  const outlet = pages?.outlet ?? (await openBase());
  const isStrict = options.strict === true;
  const run: Run = { context, file, style, progress, outlet, isStrict, counts };
  const chosen = { ...(options.id === undefined ? {} : { id: options.id }), ...(options.avoid === undefined ? {} : { avoid: options.avoid }) };
  const [bytes, name] = [countBytes(input, file, counts), cleanText(file)];
  const read = () => (pages === undefined ? readSheets(catalogue, bytes, name, chosen) : pages.follow(readSheets(catalogue, bytes, name, chosen)));
  const events =
    gatherer === undefined
      ? scoreRows(
          catalogue,
          { format: answer.kind === 'rows' ? answer.format : undefined, isStrict },
          pages === undefined ? splitSheets(catalogue, bytes, name, chosen) : read(),
        )
      : gatherRows(gatherer.gather, isStrict, scoreRead(catalogue, read(), gatherer.take));
  const { isRead, isKept } = await finish(run, writeAnswers(run, events, input.size));
  // What went well needs no word in a pipe.
  if (isRead && (counts.bad > 0 || target !== undefined || isSilent || err.isTerminal)) say(run, messages.score.scored(counts.scored, counts.bad));
  if (target !== undefined) say(run, messages.common[isKept ? 'written' : 'notWritten'](cleanText(target)));
  if (options.pages !== undefined && !isKept) say(run, messages.common.notWritten(cleanText(options.pages)));
  if (counts.bad > 0) throw new Failed();
}

/** Keeps the answer once it is whole, and nothing of it otherwise. An answer without anybody in it must not take the place of an older one, either. */
async function finish({ counts, progress, outlet }: Run, writing: Promise<boolean>): Promise<{ readonly isRead: boolean; readonly isKept: boolean }> {
  try {
    const isRead = await writing;
    const isKept = !counts.isBroken && (counts.scored > 0 || counts.bad === 0);
    progress.clear();
    await (isKept ? outlet.keep() : outlet.discard());
    return { isRead, isKept };
  } catch (error) {
    progress.clear();
    await outlet.discard();
    throw error;
  }
}

/** Writes the results as they come; false as soon as nobody reads on. */
async function writeAnswers(run: Run, events: AsyncIterable<ScoreEvent>, size: number | undefined): Promise<boolean> {
  const { counts, progress, style } = run;
  for await (const event of events) {
    if (event.kind === 'scored') {
      if (!(await writeRows(run, event.found))) return false;
      // A workbook is taken in before any row of it is read.
      progress.show(counts.scored + counts.bad, size === undefined || counts.bytes >= size ? undefined : counts.bytes / size);
      continue;
    }
    const text = describeReading(event, style);
    if (text !== undefined) say(run, text);
    if (event.kind === 'note') checkNote(run, event.note);
  }
  return true;
}

/**
 * Writes what was scored and says what was not; false when nobody reads on.
 * @throws Failed after the first row that was not, where that is to end it.
 */
async function writeRows(run: Run, { text, scored, bad }: ScoredRows): Promise<boolean> {
  const { context, counts, file, isStrict, outlet, style } = run;
  counts.scored += scored;
  counts.bad += bad.length;
  counts.isBroken ||= bad.some(({ failure }) => failure.code === 'answer-sheet' && failure.problem === 'quote-not-closed');
  const isRead = await outlet.write(text);
  for (const row of bad) say(run, describeBadRow(row, file, style));
  await context.err.ready();
  if (isStrict && bad.length > 0) throw new Failed();
  return isRead;
}

/** @throws BackofficeError `answer-sheet` where items were reworded, and that is to end it. */
function checkNote({ file, isStrict }: Run, note: SheetNote): void {
  if (note.kind === 'reworded' && isStrict) throw new BackofficeError({ code: 'answer-sheet', file: cleanText(file), problem: 'reworded', line: 1, column: 1 });
}

function say({ context, progress, style }: Run, text: string): void {
  progress.clear();
  context.err.write(`${adaptText(text, style)}\n`);
}
