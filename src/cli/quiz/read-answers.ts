import { cleanText } from '../../core/clean.ts';
import { BackofficeError } from '../../core/errors.ts';
import type { FitState } from '../../core/fit/answer-code.ts';
import type { FitTest } from '../../core/fit/score.ts';
import { createBank } from '../../core/sheets/check-answers.ts';
import type { AnswerBank } from '../../core/sheets/check-answers.ts';
import { findContainer } from '../../core/sheets/container.ts';
import { parseAnswers } from '../../core/sheets/parse-answers.ts';
import { putBefore } from '../../core/sheets/put-before.ts';
import { readSheets } from '../../core/sheets/read-sheets.ts';
import type { BadRow, ReadSheet } from '../../core/sheets/sheet-events.ts';
import { adaptText } from '../../render/text/adapt.ts';
import { createStyle } from '../session/create-style.ts';
import type { Session } from '../session/session.ts';
import { describeReading } from '../score/describe-reading.ts';
import { countBytes, openInput } from '../score/open-input.ts';
import { refuseOverwriting } from '../session/refuse-overwriting.ts';

/** One person's answers take some 2 kB; what goes on and on, as /dev/zero does, is no answer sheet. */
const mostBytes = 64_000;

/**
 * The answers of one person: digits, JSON or CSV (`parseAnswers`), or whatever `score` reads, with nobody else in it.
 * @throws BackofficeError `answer-sheet` for what is wrong with it, `input-file` where it cannot be read, `usage` where the result is to go into it.
 */
export async function readAnswers(session: Session, file: string, asked: FitTest | undefined): Promise<FitState> {
  const { catalogue, context, options } = session;
  if (file === '-' && context.inputIsTerminal) throw new BackofficeError({ code: 'usage', problem: 'input-is-terminal', command: 'quiz --answers -' });
  const input = openInput(context, file);
  refuseOverwriting(options.output, () => [input.identity]);
  const bytes = countBytes(input, file, { bytes: 0 });
  const head = await takeHead(bytes);
  const failure = trySheet(session, head, file, asked);
  if (!(failure instanceof BackofficeError)) return failure;
  // Of a document over many lines, each is no document.
  const lines = head
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines[0]?.trimStart().startsWith('{') === true && !(lines.length > 1 && lines.every((line) => line.trimStart().startsWith('{')))) throw failure;
  const rows = await readFirst(session, putBefore<Uint8Array>(head, bytes), file, failure, findContainer(head) !== undefined);
  const [row, other] = rows;
  if (row === undefined) throw failure;
  if (other !== undefined) throw new BackofficeError({ code: 'answer-sheet', file: cleanText(file), problem: 'several-people', line: other.line, column: 1 });
  if ('failure' in row) throw new BackofficeError(row.failure);
  return checkTest(row.state, asked, { file, line: row.line }, createBank(catalogue));
}

/** The state of a sheet, or what keeps it from being one. */
function trySheet({ catalogue }: Session, bytes: Buffer, file: string, asked: FitTest | undefined): FitState | BackofficeError {
  if (bytes.length > mostBytes) return new BackofficeError({ code: 'input-file', path: file, reason: 'too-large' });
  try {
    return parseAnswers(catalogue, bytes.toString('utf8'), file, asked);
  } catch (error) {
    if (error instanceof BackofficeError && error.failure.code === 'answer-sheet') return error;
    throw error;
  }
}

/** The first rows of a file with many sheets, two where there are more than one. @throws the failure where it is no such file. */
async function readFirst(
  { catalogue, context, messages, options }: Session,
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  failure: BackofficeError,
  isContainer: boolean,
): Promise<(ReadSheet | BadRow)[]> {
  const style = await createStyle(context, messages, { stream: context.err, colour: options.color, ascii: options.ascii === true });
  const rows: (ReadSheet | BadRow)[] = [];
  const told: string[] = [];
  try {
    for await (const event of readSheets(catalogue, bytes, cleanText(file))) {
      const text = describeReading(event, style);
      if (text !== undefined) told.push(`${adaptText(text, style)}\n`);
      if (event.kind === 'rows') rows.push(...event.rows);
      if (rows.length > 1) break;
    }
  } catch (error) {
    if (!(error instanceof BackofficeError) || error.failure.code !== 'answer-sheet') throw error;
    // Nothing else is in a workbook.
    if (rows.length === 0) throw isContainer ? error : failure;
  }
  if (rows.length === 1) context.err.write(told.join(''));
  return rows;
}

function checkTest(
  state: FitState,
  asked: FitTest | undefined,
  { file, line }: { readonly file: string; readonly line: number },
  { quick }: AnswerBank,
): FitState {
  const at = { file: cleanText(file), line, column: 1 };
  if (state.answers.size === 0) throw new BackofficeError({ code: 'answer-sheet', ...at, problem: 'empty' });
  const other = asked === 'quick' ? [...state.answers.keys()].find((id) => !quick.has(id)) : undefined;
  if (other !== undefined) throw new BackofficeError({ code: 'answer-sheet', ...at, problem: 'not-asked', name: other });
  return { ...state, test: asked ?? state.test };
}

/** As much as one person's answers may take, and a little more. */
async function takeHead(bytes: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length <= mostBytes) {
    const next = await bytes.next();
    if (next.done === true) break;
    taken.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(taken);
}
