import { accessSync, closeSync, constants, existsSync, lstatSync, mkdirSync, openSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { BackofficeError, fileProblemOf } from '../../core/errors.ts';
import type { Context } from '../context.ts';
import type { GlobalOptions } from '../program.ts';

/**
 * The file that a new role is written to, undefined for the standard output: where `-o` says, a file or a folder, else into the one folder of
 * `--data`, else into the person's own.
 * @throws BackofficeError `usage` for a file of another name and for several folders, `no-user-folder` without a home.
 */
export async function findPlace(
  id: string,
  { output, data = [] }: GlobalOptions,
  { findUserFolder }: Pick<Context, 'findUserFolder'>,
): Promise<string | undefined> {
  const name = `${id}.yaml`;
  if (output === '-') return undefined;
  if (output !== undefined) {
    if (output.endsWith('/') || output.endsWith(sep) || isFolder(output)) return join(output, name);
    if (/^\.ya?ml$/i.test(extname(output)) && basename(output, extname(output)) === id) return output;
    throw new BackofficeError({ code: 'usage', problem: 'role-file-name', path: output, expected: name });
  }
  if (data.length > 1) throw new BackofficeError({ code: 'usage', problem: 'conflicting-options', names: ['--data', '--data'] });
  const folder = data[0] ?? (await findUserFolder());
  if (folder === undefined) throw new BackofficeError({ code: 'no-user-folder' });
  return join(folder, name);
}

/**
 * Makes sure that a new file could be written, before a person is asked anything.
 * @throws BackofficeError `file-exists` or `output-file`.
 */
export function checkPlace(file: string): void {
  tellProblems(file, () => {
    // The same role twice in a folder would be an error, too.
    const name = basename(file, extname(file));
    for (const same of new Set([file, join(dirname(file), `${name}.yaml`), join(dirname(file), `${name}.yml`)]))
      if (lstatSync(same, { throwIfNoEntry: false }) !== undefined) refuse(same);
    let folder = resolve(dirname(file));
    while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
    if (!isFolder(folder)) throw new BackofficeError({ code: 'output-file', path: file, reason: 'not-a-folder' });
    accessSync(folder, constants.W_OK | constants.X_OK);
  });
}

/**
 * Writes a new file, whole or not at all, with the folders that it needs. Whatever is there stays as it is, links included.
 * @throws BackofficeError `file-exists` or `output-file`.
 */
export function writeNewFile(file: string, text: string): void {
  tellProblems(file, () => {
    const folder = resolve(dirname(file));
    const made = makeFolder(folder);
    try {
      // Fails where anything is already, in one step.
      const descriptor = openSync(file, 'wx');
      try {
        writeFileSync(descriptor, text);
      } catch (error) {
        rmSync(file, { force: true });
        throw error;
      } finally {
        closeSync(descriptor);
      }
    } catch (error) {
      removeEmpty(made);
      if (isCode(error, 'EEXIST')) refuse(file);
      throw error;
    }
  });
}

/** Makes a folder, and gives those that were missing, the innermost first. */
function makeFolder(folder: string): string[] {
  let first: string | undefined;
  try {
    first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    // What is in the way is no folder.
    if (isCode(error, 'EEXIST')) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    throw error;
  }
  const made: string[] = [];
  if (first !== undefined) for (let path = folder; path.length >= resolve(first).length; path = dirname(path)) made.push(path);
  return made;
}

/** Takes folders away again, unless somebody has put something into them. */
function removeEmpty(folders: readonly string[]): void {
  try {
    for (const folder of folders) rmdirSync(folder);
  } catch (error) {
    if (fileProblemOf(error) === undefined) throw error;
  }
}

function refuse(file: string): never {
  if (!existsSync(file)) throw new BackofficeError({ code: 'output-file', path: file, reason: 'dead-link' });
  throw new BackofficeError({ code: 'file-exists', path: file });
}

function tellProblems(file: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const reason = fileProblemOf(error);
    if (reason === undefined) throw error;
    throw new BackofficeError({ code: 'output-file', path: file, reason });
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch (error) {
    if (fileProblemOf(error) === undefined) throw error;
    return false;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
