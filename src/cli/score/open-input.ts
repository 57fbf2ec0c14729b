import { createReadStream, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { BackofficeError, toFileFailure } from '../../core/errors.ts';
import { describeInput } from '../process/read-file.ts';
import type { Context, InputStream } from '../session/context.ts';

/**
 * The sheets to score, from a file or, as `-`, from the standard input.
 * @throws BackofficeError `input-file` when the file is not there.
 */
export function openInput(context: Context, file: string): InputStream {
  if (file === '-') return context.openInput();
  try {
    const status = statSync(file);
    return { chunks: readFile(file, status), ...describeInput(status) };
  } catch (error) {
    throw toFileFailure(error, 'input-file', file);
  }
}

// Opened only when it is read.
async function* readFile(file: string, before: Stats): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
  // What is half of the old and half of the new is neither.
  const after = statSync(file);
  const isSame = after.size === before.size && after.mtimeMs === before.mtimeMs && after.ino === before.ino;
  if (before.isFile() && !isSame) throw new BackofficeError({ code: 'input-file', path: file, reason: 'changed' });
}

/** The bytes of an input, counted. @throws BackofficeError `input-file` when it cannot be read. */
export async function* countBytes({ chunks }: InputStream, file: string, counts: { bytes: number }): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of chunks) {
      counts.bytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw toFileFailure(error, 'input-file', file);
  }
}
