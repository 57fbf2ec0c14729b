import { fstatSync, writeSync } from 'node:fs';
import type { OutputStream } from '../session/context.ts';
import { chooseLanguage, peekOptions } from '../command-line/language.ts';

/** The standard output and the standard error of this process. */
export const output = createStream(1, () => process.stdout);
export const errors = createStream(2, () => process.stderr);

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

  function writeNow(text: string): boolean {
    const bytes = Buffer.from(text);
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
