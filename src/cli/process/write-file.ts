import { accessSync, constants, copyFileSync, linkSync, lstatSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { BackofficeError, fileProblemOf, toFileFailure } from '../../core/errors.ts';
import { randomHex } from './random-hex.ts';

/** A file in the making: it stands under its name once it is whole. */
export interface Draft {
  readonly append: (text: string | Uint8Array) => Promise<void>;
  /** From here on it is the file. */
  readonly keep: () => Promise<void>;
  /** As if it had never begun, as far as that can be. */
  readonly discard: () => Promise<void>;
}

/**
 * Begins what a person wants in a file. It is written beside its place and takes it once it is whole and on the disk; a signal leaves nothing
 * of it. A link stays and its target is replaced; what is no file, as a device or a pipe, is written into.
 * @throws BackofficeError `output-file` here and in all that it does; an old file is then as it was.
 */
export function openDraft(file: string): Promise<Draft> {
  return explain(file, async () => {
    const old = findOld(file);
    if (old !== undefined && !old.isFile()) return draftInto(file, await open(file, 'w'), { keep: () => undefined, discard: () => undefined });
    const place = old === undefined ? file : realpathSync(file);
    const draft = await openBeside(place, 0o666);
    if (old !== undefined) await draft.act((handle) => keepOwner(handle, old));
    return draftInto(file, draft.handle, { keep: () => draft.finish(() => renameSync(draft.path, place)), discard: () => draft.finish() }, draft.path);
  });
}

/**
 * Writes what a person wants in a file, as `openDraft` does.
 * @throws BackofficeError `output-file`; an old file is then as it was.
 */
export async function writeFile(file: string, text: string | Uint8Array): Promise<void> {
  const draft = await openDraft(file);
  try {
    await draft.append(text);
  } catch (error) {
    await draft.discard();
    throw error;
  }
  await draft.keep();
}

/**
 * Writes a file of the program's own, for its owner only, whole or not at all. Whatever stood under its name is replaced, and nothing is
 * written through a link.
 * @throws an error of the file system.
 */
export function writeOwnFile(file: string, text: string, { isLasting }: { readonly isLasting: boolean }): Promise<void> {
  return writeBeside(file, text, { mode: 0o600, isLasting }, (path) => renameSync(path, file));
}

/**
 * Writes a file where none is, whole or not at all: whatever is there stays as it is, links included.
 * @throws an error of the file system, EEXIST where something is.
 */
export function writeNewFile(file: string, text: string): Promise<void> {
  return writeBeside(file, text, { mode: 0o666, isLasting: true }, (path) => {
    giveName(path, file);
    rmSync(path, { force: true });
  });
}

async function writeBeside(
  file: string,
  text: string,
  { mode, isLasting }: { readonly mode: number; readonly isLasting: boolean },
  place: (path: string) => void,
): Promise<void> {
  const draft = await openBeside(file, mode);
  await draft.act(async (handle) => {
    await handle.writeFile(text);
    await checkWhole(handle, Buffer.byteLength(text), isLasting);
    await handle.close();
  });
  draft.finish(() => place(draft.path));
}

/** A file beside another one, which is taken away again whatever ends the program, save `kill -9`. */
async function openBeside(place: string, mode: number) {
  const path = `${place}.${randomHex(6)}`;
  const handle = await open(path, 'wx', mode);
  const remove = () => rmSync(path, { force: true });
  const forget = removeAtEnd(remove);
  const finish = (end: () => void = remove) => {
    try {
      end();
    } catch (error) {
      remove();
      throw error;
    } finally {
      forget();
    }
  };
  return {
    path,
    handle,
    finish,
    /** Does something with it; nothing of it is left when that fails. */
    act: async (change: (handle: FileHandle) => Promise<void>) => {
      try {
        await change(handle);
      } catch (error) {
        await handle.close().catch(() => undefined);
        finish();
        throw error;
      }
    },
  };
}

/**
 * Takes something away when the program ends, by itself or by a signal; gives what calls that off. Not with signal-exit 4: it listens to SIGXFSZ,
 * too, and so ends a program that may write only files of a certain size, where otherwise the write fails and is told of.
 */
export function removeAtEnd(remove: () => void): () => void {
  const end = (signal: NodeJS.Signals) => {
    remove();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', remove);
    for (const signal of endings) process.off(signal, end);
  };
  process.on('exit', remove);
  for (const signal of endings) process.on(signal, end);
  return forget;
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

function draftInto(file: string, handle: FileHandle, end: { readonly keep: () => void; readonly discard: () => void }, path?: string): Draft {
  let written = 0;
  return {
    append: (text) =>
      explain(file, async () => {
        // Goes on until all is written, or throws: a disk that is nearly full takes a part of it.
        await handle.appendFile(text);
        written += Buffer.byteLength(text);
      }),
    keep: () =>
      explain(file, async () => {
        try {
          if (path !== undefined) await checkWhole(handle, written, true);
          await handle.close();
        } catch (error) {
          end.discard();
          throw error;
        }
        end.keep();
      }),
    discard: () =>
      explain(file, async () => {
        await handle.close().catch(() => undefined);
        end.discard();
      }),
  };
}

/** Waits until it is on the disk, where that matters, and looks whether all of it is. Some disks tell only then that they are full. */
export async function checkWhole(handle: FileHandle, bytes: number, isLasting: boolean): Promise<void> {
  if (isLasting) await handle.sync();
  const { size } = await handle.stat();
  if (size !== bytes) throw Object.assign(new Error(`${size} of ${bytes} bytes were written`), { code: 'ENOSPC', syscall: 'write' });
}

/** What is there already, and can be replaced. */
function findOld(file: string): Stats | undefined {
  const old = statSync(file, { throwIfNoEntry: false });
  if (old !== undefined) accessSync(file, constants.W_OK);
  else if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) throw new BackofficeError({ code: 'output-file', path: file, reason: 'dead-link' });
  return old;
}

/** A new file with the owner and the permissions of an old one, as far as this user may give them. */
async function keepOwner(handle: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  const made = await handle.stat();
  if (made.uid !== uid || made.gid !== gid) await handle.chown(uid, gid).catch(ignoreRefusal);
  // Behind the owner: a change of owner takes special permissions away.
  await handle.chmod(mode & 0o7777).catch(ignoreRefusal);
}

function ignoreRefusal(error: unknown): void {
  if (!isCode(error, 'EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP')) throw error;
}

// A second name is given in one step, and not where anything is already: nobody ever sees half of the file, even if we are killed.
function giveName(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    // Some disks know no second names.
    if (!isCode(error, 'EPERM', 'ENOTSUP', 'ENOSYS')) throw error;
    copyFileSync(draft, file, constants.COPYFILE_EXCL);
  }
}

async function explain<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw toFileFailure(error, 'output-file', path);
  }
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code) && fileProblemOf(error) !== undefined;
}
