import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from './diagnostics.ts';
import { BackofficeError, fileProblemOf, toFileFailure } from '../errors.ts';
import type { FileProblem } from '../errors.ts';

/** A role file holds some 20 kB; what is larger than this is no role file. */
const largestFile = 64_000;

/** Nobody keeps half as many role files in a folder; what was read of each stays in memory. */
const mostFiles = 5000;

/**
 * Names of the YAML files in a folder, sorted.
 * @throws BackofficeError `data-folder` when the folder cannot be read or holds more of them than are read.
 */
export function listYaml(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /^[^.].*\.ya?ml$/is.test(name));
    if (names.length > mostFiles) throw new BackofficeError({ code: 'data-folder', path: folder, reason: 'too-many-files' });
    return names.sort();
  } catch (error) {
    throw toFileFailure(error, 'data-folder', folder);
  }
}

/**
 * The role files of a folder.
 * @throws BackofficeError `data-folder` when the folder cannot be read or holds no YAML file.
 */
export function listRoleFiles(folder: string): string[] {
  const names = listYaml(folder);
  if (names.length === 0) throw new BackofficeError({ code: 'data-folder', path: folder, reason: 'no-role-files' });
  return names.map((name) => join(folder, name));
}

/** The role files that paths of files and folders mean, and what is wrong with the paths. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The role files that paths mean: a file is itself, whatever it is called; a folder its YAML files, or if it has none those of its
 * `subfolder`. A file that several paths mean comes once.
 */
export function findRoleFiles(paths: readonly string[], subfolder?: string): FoundFiles {
  const files = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    try {
      const found = statSync(path).isDirectory() ? listFolder(path, subfolder) : [path];
      if (found.length === 0) diagnostics.push({ code: 'folder-empty', file: path, line: 1, column: 1 });
      for (const file of found) {
        const id = identifyFile(file);
        if (!files.has(id)) files.set(id, file);
      }
    } catch (error) {
      diagnostics.push({ code: 'file-unreadable', file: path, line: 1, column: 1, expected: reasonOf(error) });
    }
  }
  return { files: [...files.values()], diagnostics };
}

function listFolder(folder: string, subfolder: string | undefined): string[] {
  const files = listYaml(folder).map((name) => join(folder, name));
  if (files.length > 0 || subfolder === undefined) return files;
  return existsSync(join(folder, subfolder)) ? listFolder(join(folder, subfolder), undefined) : [];
}

/** Why something could not be read. Whatever else went wrong is thrown on. */
function reasonOf(error: unknown): FileProblem {
  const reason = error instanceof BackofficeError && error.failure.code === 'data-folder' ? error.failure.reason : fileProblemOf(error);
  if (reason === undefined) throw error;
  return reason;
}

/** One name for a file, however it is spelled and through whatever links it is reached. */
export function identifyFile(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if (fileProblemOf(error) === undefined) throw error;
    return resolve(file);
  }
}

/** The text of a file, or what keeps it from being one. */
export function readText(file: string): string | Diagnostic {
  const place = { file, line: 1, column: 1 };
  let bytes: Buffer;
  try {
    // Opening a pipe would wait for somebody to write into it.
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = fstatSync(descriptor);
      if (!status.isFile()) return { code: 'file-unreadable', ...place, expected: status.isDirectory() ? 'is-a-folder' : 'not-a-file' };
      if (status.size > largestFile) return { code: 'file-too-large', ...place, expected: String(largestFile) };
      bytes = readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { code: 'file-unreadable', ...place, expected: reasonOf(error) };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { code: 'file-not-text', ...place } : text;
  } catch (error) {
    if (error instanceof TypeError) return { code: 'file-not-text', ...place };
    throw error;
  }
}
