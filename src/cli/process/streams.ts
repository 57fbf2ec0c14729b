import { fstatSync, openSync, writeSync } from 'node:fs';
import type { OutputStream } from '../session/context.ts';
import { chooseLanguage, peekOptions } from '../command-line/language.ts';

/** The standard output and the standard error of this process. */
export const output = createStream(1, () => process.stdout);
export const errors = createStream(2, () => process.stderr);

/** Where questions are asked, as text and as what a question is drawn on. */
interface Questions {
  readonly stream: OutputStream;
  readonly open: () => NodeJS.WriteStream;
}

let questions: Questions | undefined;

/** The output, or where that goes elsewhere the errors, or where both do the terminal itself. Where there is none, the errors, which then are none. */
export function openQuestions(): Questions {
  return (questions ??= findQuestions());
}

function findQuestions(): Questions {
  if (output.isTerminal) return { stream: output, open: () => process.stdout };
  const terminal = errors.isTerminal || !isTerminal(0) ? undefined : openTerminal();
  if (terminal === undefined) return { stream: errors, open: () => process.stderr };
  return {
    stream: {
      isTerminal: true,
      columns: someOf(terminal.columns),
      rows: someOf(terminal.rows),
      write: (text) => terminal.write(text),
      ready: () => Promise.resolve(true),
    },
    open: () => terminal,
  };
}

function openTerminal(): NodeJS.WriteStream | undefined {
  const { WriteStream } = process.getBuiltinModule('node:tty');
  try {
    const terminal = new WriteStream(openSync('/dev/tty', 'w'));
    // Behind each question @inquirer/core 12 ends what it drew on; Node lets only its own streams go on after that.
    return Object.assign(terminal, { end: () => terminal });
  } catch {
    return undefined;
  }
}

/** Whether somebody sits at a stream. It is not opened for that. */
export function isTerminal(descriptor: number): boolean {
  // Imported, the module would be loaded at every start.
  return isDevice(descriptor) && process.getBuiltinModule('node:tty').isatty(descriptor);
}

/** A stream of this process. Only a terminal is opened: opening a file or a pipe takes longer than most pages, so they are written to at once. */
function createStream(descriptor: 1 | 2, open: () => NodeJS.WriteStream): OutputStream {
  const mayBeTerminal = isDevice(descriptor);
  let opened: NodeJS.WriteStream | undefined;
  let isLeft = false;
  let goOn: () => void = () => undefined;
  const getOpened = () => (opened ??= listen(open()));
  const findTerminal = () => (mayBeTerminal && getOpened().isTTY ? getOpened() : undefined);
  return {
    get isTerminal() {
      return findTerminal() !== undefined;
    },
    get columns() {
      return someOf(findTerminal()?.columns);
    },
    get rows() {
      return someOf(findTerminal()?.rows);
    },
    write: (text) => {
      if (mayBeTerminal || opened !== undefined) getOpened().write(text);
      else if (!isLeft) isLeft = !writeNow(text);
    },
    ready: async () => {
      if (opened?.writableNeedDrain === true && !isLeft) await new Promise<void>((resolve) => (goOn = resolve));
      return !isLeft;
    },
  };

  function listen(stream: NodeJS.WriteStream): NodeJS.WriteStream {
    return stream
      .on('drain', () => goOn())
      .on('error', (error) => {
        isLeft = true;
        goOn();
        report(error, descriptor);
      });
  }

  function writeNow(text: string | Uint8Array): boolean {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(descriptor, bytes, written);
      return true;
    } catch (error) {
      // A pipe that takes no more for now: Node can wait for it.
      if (codeOf(error) !== 'EAGAIN') {
        report(error, descriptor);
        return false;
      }
      getOpened().write(bytes.subarray(written));
      return true;
    }
  }
}

// Whoever reads the output may leave (`| head`): that is no failure. A full disk is.
function report(error: unknown, descriptor: 1 | 2): void {
  if (['EPIPE', 'ERR_STREAM_DESTROYED'].includes(codeOf(error))) return;
  process.exitCode = 1;
  if (descriptor === 1) void tellUnwritten(error);
}

/** Says why the answer could not be written. What that needs is loaded only then. */
async function tellUnwritten(error: unknown): Promise<void> {
  const [{ loadMessages }, { fileProblemOf }] = await Promise.all([import('../../messages/index.ts'), import('../../core/errors.ts')]);
  const messages = await loadMessages(peekOptions(process.argv.slice(2)).language ?? chooseLanguage(process.env));
  const { message } = messages.errors['output-file']({ path: 'stdout', reason: fileProblemOf(error) ?? 'other' });
  errors.write(`backoffice: ${messages.error}: ${message}\n`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

// A terminal that was never given a size says 0.
function someOf(size: number | undefined): number | undefined {
  return size === 0 ? undefined : size;
}
