import { createReadStream, statSync } from 'node:fs';
import { cleanText } from '../../core/clean.ts';
import { BackofficeError, toFileFailure } from '../../core/errors.ts';
import { identifyFile } from '../../core/role-files/files.ts';
import type { BadRow } from '../../core/sheets/read-sheets.ts';
import { isScored, scoreSheets } from '../../core/sheets/score-sheets.ts';
import type { ScoredSheet } from '../../core/sheets/score-sheets.ts';
import type { Context, InputStream } from '../session/context.ts';
import { createStyle } from '../session/create-style.ts';
import { Failed } from '../errors/exit-codes.ts';
import type { Explanation } from '../../messages/types/explanation.ts';
import type { Messages } from '../../messages/messages.ts';
import { checkStreamFormat, findFormat } from '../command-line/program.ts';
import type { GlobalOptions, LocalizedCommand } from '../command-line/program.ts';
import { adaptText } from '../../render/text/adapt.ts';
import type { Style } from '../../render/terminal/style.ts';
import { openCatalogue } from '../session/session.ts';
import { openFile, openOutput } from './outlet.ts';
import { createProgress } from './progress.ts';
import { createRowWriter } from './write-rows.ts';
import type { RowWriter } from './write-rows.ts';

interface ScoreOptions extends GlobalOptions {
  readonly strict?: boolean;
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
  const wanted = findFormat(options);
  const format = wanted === undefined ? undefined : checkStreamFormat(wanted, command);
  const target = options.output === '-' ? undefined : options.output;
  if (file === '-' && context.inputIsTerminal) throw new BackofficeError({ code: 'usage', problem: 'input-is-terminal', command: 'score -' });
  if (file !== '-' && target !== undefined && identifyFile(file) === identifyFile(target))
    throw new BackofficeError({ code: 'usage', problem: 'output-is-input', path: target });
  const catalogue = await openCatalogue(context, messages, options);
  const style = await createStyle(context, messages, { stream: err, colour: options.color, ascii: options.ascii === true });
  const input = openInput(context, file);
  const progress = createProgress(context, target !== undefined || !out.isTerminal, messages);
  const say = (text: string) => {
    progress.clear();
    err.write(`${adaptText(text, style)}\n`);
  };

  const counts = { bytes: 0, scored: 0, bad: 0 };
  let isRead = true;
  const take = async (rows: readonly (ScoredSheet | BadRow)[], writer: RowWriter): Promise<void> => {
    const firstBad = options.strict === true ? rows.findIndex((row) => !isScored(row)) : -1;
    const taken = firstBad < 0 ? rows : rows.slice(0, firstBad + 1);
    const scored = taken.filter(isScored);
    const bad = taken.filter((row): row is BadRow => !isScored(row));
    counts.scored += scored.length;
    counts.bad += bad.length;
    isRead = await outlet.write(writer.write(scored));
    for (const row of bad) say(describeBadRow(row, file, style));
    await err.ready();
    if (firstBad >= 0) throw new Failed();
  };

  const outlet = target === undefined ? openOutput(out) : await openFile(target);
  try {
    let writer: RowWriter | undefined;
    for await (const event of scoreSheets(catalogue, countBytes(input, file, counts), cleanText(file))) {
      if (event.kind === 'format') {
        writer = createRowWriter(
          format ?? event.format,
          catalogue.roles.map(({ id }) => id),
        );
        if (event.ignored.length > 0) say(messages.score.columnsLeftOut(event.ignored));
        isRead = await outlet.write(writer.head);
      } else if (event.kind === 'encoding') {
        if (event.encoding === 'shift_jis') say(messages.score.readAsShiftJis);
      } else if (writer !== undefined) {
        await take(event.rows, writer);
        progress.show(counts.scored + counts.bad, input.size === undefined ? undefined : counts.bytes / input.size);
      }
      if (!isRead) break;
    }
    progress.clear();
    await outlet.keep();
  } catch (error) {
    progress.clear();
    await outlet.discard();
    throw error;
  }
  // What went well needs no word in a pipe.
  if (isRead && (counts.bad > 0 || target !== undefined || err.isTerminal)) say(messages.score.scored(counts.scored, counts.bad));
  if (target !== undefined) say(messages.common.written(cleanText(target)));
  if (counts.bad > 0) throw new Failed();
}

/** @throws BackofficeError `input-file` when it is not there. */
function openInput(context: Context, file: string): InputStream {
  if (file === '-') return context.openInput();
  try {
    const status = statSync(file);
    return { chunks: readFile(file), ...(status.isFile() ? { size: status.size } : {}) };
  } catch (error) {
    throw toFileFailure(error, 'input-file', file);
  }
}

// Opened only when it is read.
async function* readFile(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
}

/** @throws BackofficeError `input-file` when it cannot be read. */
async function* countBytes({ chunks }: InputStream, file: string, counts: { bytes: number }): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of chunks) {
      counts.bytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw toFileFailure(error, 'input-file', file);
  }
}

/** In one line: where, what is wrong, and what to do. */
function describeBadRow({ line, column, failure }: BadRow, file: string, { messages, palette, glyphs }: Style): string {
  const { message, hints = [] }: Explanation = failure.code === 'answer-code' ? messages.errors['answer-code'](failure) : messages.score.explainSheet(failure);
  const [hint = messages.score.forms.sheets] = hints;
  return `${palette.strong(`${cleanText(file)}:${line}:${column}`)}  ${message} ${palette.good(glyphs.arrow)} ${hint}`;
}
