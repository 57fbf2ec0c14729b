import { randomBytes } from 'node:crypto';
import { accessSync, constants, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { onExit } from 'signal-exit';
import { toFileFailure } from '../../core/errors.ts';
import type { OutputStream } from '../session/context.ts';

/** Where a long answer goes bit by bit. */
export interface Outlet {
  /** Writes when the last bit is taken; false when nobody reads on. */
  readonly write: (text: string) => Promise<boolean>;
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
      if (text !== '') out.write(text);
      return out.ready();
    },
    keep: done,
    discard: done,
  };
}

/**
 * An outlet to a file, which is written beside its place and takes it once it is whole; Ctrl-C leaves nothing of it. What is no file, as
 * a device or a pipe, is written into.
 * @throws BackofficeError `output-file` here and in all that it does; an old file is then as it was.
 */
export async function openFile(file: string): Promise<Outlet> {
  return explain(file, async () => {
    const old = statSync(file, { throwIfNoEntry: false });
    if (old !== undefined) accessSync(file, constants.W_OK);
    if (old !== undefined && !old.isFile()) return outletTo(file, await open(file, 'w'), { keep: () => undefined, discard: () => undefined });
    const place = old === undefined ? file : realpathSync(file);
    const beside = `${place}.${randomBytes(6).toString('hex')}`;
    const handle = await open(beside, 'wx', old?.mode);
    const remove = () => rmSync(beside, { force: true });
    const forget = onExit(remove);
    return outletTo(file, handle, {
      keep: () => {
        renameSync(beside, place);
        forget();
      },
      discard: () => {
        remove();
        forget();
      },
    });
  });
}

function outletTo(file: string, handle: FileHandle, end: { readonly keep: () => void; readonly discard: () => void }): Outlet {
  return {
    write: (text) => explain(file, () => handle.appendFile(text).then(() => true)),
    keep: () => explain(file, () => handle.close().then(end.keep)),
    discard: () => explain(file, () => handle.close().then(end.discard)),
  };
}

async function explain<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw toFileFailure(error, 'output-file', path);
  }
}
