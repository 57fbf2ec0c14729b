import { accessSync, constants, existsSync, lstatSync, rmdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { BackofficeError, fileProblemOf, toFileFailure } from '../../core/errors.ts';
import type { Context } from '../session/context.ts';
import { makeFolder } from '../process/make-folder.ts';
import { writeNewFile } from '../process/write-file.ts';
import type { GlobalOptions } from '../command-line/program.ts';

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
  try {
    // The same role twice in a folder would be an error, too.
    const name = basename(file, extname(file));
    for (const same of new Set([file, join(dirname(file), `${name}.yaml`), join(dirname(file), `${name}.yml`)]))
      if (lstatSync(same, { throwIfNoEntry: false }) !== undefined) refuse(same);
    let folder = resolve(dirname(file));
    while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
    if (!isFolder(folder)) throw new BackofficeError({ code: 'output-file', path: file, reason: 'not-a-folder' });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw toFileFailure(error, 'output-file', file);
  }
}

/**
 * Writes a new file, whole or not at all, with the folders that it needs. Whatever is there stays as it is, links included.
 * @throws BackofficeError `file-exists` or `output-file`.
 */
export async function writeToPlace(file: string, text: string): Promise<void> {
  try {
    const made = makeFolder(dirname(file));
    try {
      await writeNewFile(file, text);
    } catch (error) {
      removeEmpty(made);
      if (isCode(error, 'EEXIST')) refuse(file);
      throw error;
    }
  } catch (error) {
    throw toFileFailure(error, 'output-file', file);
  }
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
