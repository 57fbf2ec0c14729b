import { copyFileSync, linkSync, lstatSync, mkdtempSync, readdirSync, renameSync, rmSync, rmdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { BackofficeError, fileProblemOf, toFileFailure } from '../../core/errors.ts';
import { makeFolder } from './make-folder.ts';
import { identifyPlainFile } from './read-file.ts';
import { checkWhole, removeAtEnd } from './write-file.ts';

/** Files in the making that belong together: they stand in their folder once all of them are whole. */
export interface FolderDraft {
  /** Writes a file that gets its name in the end. */
  readonly add: (text: string) => Promise<void>;
  /**
   * Gives the files their names, in the order in which they were added.
   * @throws BackofficeError `pages-exist` where one is there already and may not be replaced, `usage` where it is what was read.
   */
  readonly keep: (names: readonly string[]) => Promise<void>;
  /** As if it had never begun. */
  readonly discard: () => void;
}

interface FolderWishes {
  /** Files that are there may be replaced. */
  readonly mayReplace: boolean;
  /** Tells the file that is read from all others: it is never replaced. */
  readonly input?: string | undefined;
}

/** Files that are waited for at once until they are on the disk. */
const together = 16;

/**
 * Begins files that a person wants in a folder, which is made if it is missing. They are written into a folder of their own within it, and none gets its
 * place before all are on the disk. Until then whatever ends the program, save `kill -9`, leaves the folder as it was; and if a file then cannot get its
 * place, those before it are taken back, and the old ones put back.
 * @throws BackofficeError `output-folder` here and in all that it does; what was there before is then as it was.
 */
export function openFolderDraft(folder: string, { mayReplace, input }: FolderWishes): FolderDraft {
  let made: readonly string[] = [];
  const removeMade = () => {
    try {
      for (const path of made) rmdirSync(path);
    } catch (error) {
      // Somebody has put something into it.
      if (fileProblemOf(error) === undefined) throw error;
    }
  };
  const place = explain(folder, () => {
    made = makeFolder(folder);
    try {
      if (!statSync(folder).isDirectory()) throw new BackofficeError({ code: 'output-folder', path: folder, reason: 'not-a-folder' });
      return mkdtempSync(join(folder, '.backoffice-'));
    } catch (error) {
      removeMade();
      throw error;
    }
  });
  const remove = () => {
    rmSync(place, { recursive: true, force: true });
    removeMade();
  };
  const forget = removeAtEnd(remove);
  let count = 0;
  const fileAt = (number: number) => join(place, String(number));
  const end = (isKept: boolean) => {
    if (isKept) rmSync(place, { recursive: true, force: true });
    else remove();
    forget();
  };
  return {
    add: (text) =>
      explainLater(folder, async () => {
        const handle = await open(fileAt(count), 'wx', 0o666);
        count += 1;
        try {
          await handle.writeFile(text);
          await checkWhole(handle, Buffer.byteLength(text), false);
        } finally {
          await handle.close();
        }
      }),
    keep: (names) =>
      explainLater(folder, async () => {
        try {
          // Some disks tell only then that they are full.
          for (let first = 0; first < count; first += together)
            await Promise.all(Array.from({ length: Math.min(together, count - first) }, (_, place) => waitForDisk(fileAt(first + place))));
          const targets = names.map((name) => join(folder, name));
          for (const target of targets) checkTarget(target, mayReplace, input);
          placeAll(targets.map((target, number) => ({ file: fileAt(number), target, old: join(place, `old-${number}`) })));
        } catch (error) {
          end(false);
          throw error;
        }
        end(true);
      }),
    discard: () => end(false),
  };
}

/**
 * Looks whether files may be written into a folder, before anything is done for them.
 * @throws BackofficeError `pages-exist` where one of them is there already, and may not be replaced.
 */
export function checkFolder(folder: string, names: readonly string[], wishes: FolderWishes): void {
  explain(folder, () => {
    for (const name of names) checkTarget(join(folder, name), wishes.mayReplace, wishes.input);
  });
}

/** How many files in a folder have an ending, and are none of these. */
export function countOthers(folder: string, ending: string, names: readonly string[]): number {
  const known = new Set(names);
  return readdirSync(folder).filter((name) => name.endsWith(ending) && !known.has(name)).length;
}

function checkTarget(target: string, mayReplace: boolean, input: string | undefined): void {
  const old = lstatSync(target, { throwIfNoEntry: false });
  if (old === undefined) return;
  if (input !== undefined && identifyPlainFile(target) === input) throw new BackofficeError({ code: 'usage', problem: 'output-is-input', path: target });
  if (!mayReplace) throw new BackofficeError({ code: 'pages-exist', path: target });
  if (old.isDirectory()) throw new BackofficeError({ code: 'output-folder', path: target, reason: 'is-a-folder' });
}

/** Gives files their places in one go, during which no signal is heard; if one cannot have it, all is put back. */
function placeAll(files: readonly { readonly file: string; readonly target: string; readonly old: string }[]): void {
  const undo: (() => void)[] = [];
  try {
    for (const { file, target, old } of files) {
      if (lstatSync(target, { throwIfNoEntry: false }) === undefined) {
        undo.push(() => rmSync(target, { force: true }));
      } else {
        keepOld(target, old);
        undo.push(() => renameSync(old, target));
      }
      renameSync(file, target);
    }
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw error;
  }
}

/** A second name for a file, or a copy where the disk knows no second names. */
function keepOld(target: string, old: string): void {
  try {
    linkSync(target, old);
  } catch {
    copyFileSync(target, old);
  }
}

async function waitForDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function explain<Result>(folder: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw toFileFailure(error, 'output-folder', folder);
  }
}

async function explainLater(folder: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw toFileFailure(error, 'output-folder', folder);
  }
}
