import { openDraft } from '../process/write-file.ts';
import type { OutputStream } from '../session/context.ts';

/** Where a long answer goes bit by bit. */
export interface Outlet {
  /** Writes when the last bit is taken; false when nobody reads on. */
  readonly write: (text: Uint8Array) => Promise<boolean>;
  /** Ends the answer: from here on it stands under its name. */
  readonly keep: () => Promise<void>;
  /** Ends it as if it had never begun, as far as that can be. */
  readonly discard: () => Promise<void>;
}

/** An outlet to the output, which nothing can be taken back from. */
export function openOutput(out: OutputStream): Outlet {
  const done = () => Promise.resolve();
  return {
    write: (text) => {
      if (text.length > 0) out.write(text);
      return out.ready();
    },
    keep: done,
    discard: done,
  };
}

/** An outlet for an answer that is not wanted. */
export function openNowhere(): Outlet {
  const done = () => Promise.resolve();
  return { write: () => Promise.resolve(true), keep: done, discard: done };
}

/**
 * An outlet to a file, which stands there once it is whole.
 * @throws BackofficeError `output-file` here and in all that it does; an old file is then as it was.
 */
export async function openFile(file: string): Promise<Outlet> {
  const { append, keep, discard } = await openDraft(file);
  return { write: (text) => append(text).then(() => true), keep, discard };
}
