import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { fileProblemOf } from '../../core/errors.ts';
import type { InputStream } from '../session/context.ts';

/** What a file of the program's own must be to be read. */
interface Wanted {
  /** Larger than this, it is none of ours. */
  readonly mostBytes: number;
  /** Nobody else may have written it. */
  readonly isPrivate?: boolean;
}

/**
 * The text of a file that the program itself wrote; undefined for whatever else stands under its name: a pipe, a device, a folder, a file that
 * is too large or, where that matters, of others.
 * @throws an error of the file system, as for a link.
 */
export function readOwnFile(file: string, { mostBytes, isPrivate = false }: Wanted): string | undefined {
  // Opening a pipe would wait for somebody to write into it. Windows knows neither of the two, and undefined counts as 0.
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const status = fstatSync(descriptor);
    const { size } = status;
    if (!status.isFile() || size > mostBytes || (isPrivate && !isOwn(status))) return undefined;
    const bytes = Buffer.alloc(size);
    let length = 0;
    for (let count = -1; count !== 0 && length < size; length += count) count = readSync(descriptor, bytes, length, size - length, null);
    return bytes.toString('utf8', 0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** Whether something is this user's, and only theirs to write. Windows knows neither. */
export function isOwn({ mode, uid }: { readonly mode: number; readonly uid: number }): boolean {
  const user = process.getuid?.();
  return user === undefined || (uid === user && (mode & 0o022) === 0);
}

/** What is known of an input before it is read. */
export function describeInput(status: Stats): Omit<InputStream, 'chunks'> {
  return status.isFile() ? { size: status.size, identity: `${status.dev}:${status.ino}` } : {};
}

/** What tells the plain file of a name from all others; undefined where there is none. */
export function identifyPlainFile(file: string): string | undefined {
  try {
    return describeInput(statSync(file)).identity;
  } catch (error) {
    if (fileProblemOf(error) === undefined) throw error;
    return undefined;
  }
}
