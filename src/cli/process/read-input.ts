import { closeSync, openSync, readSync } from 'node:fs';

/** Answers take some 2 kB; what goes on and on, as /dev/zero does, is no answer sheet. */
const mostBytes = 64_000;

/**
 * The text of a file, or of what comes in through a descriptor.
 * @throws an error of the file system; EFBIG for more than anybody answers.
 */
export function readInput(from: string | 0): string {
  const descriptor = from === 0 ? from : openSync(from, 'r');
  try {
    const bytes = Buffer.alloc(mostBytes + 1);
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length; length += count) count = readSync(descriptor, bytes, length, bytes.length - length, null);
    if (length > mostBytes) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
    return bytes.toString('utf8', 0, length);
  } finally {
    if (from !== 0) closeSync(descriptor);
  }
}
