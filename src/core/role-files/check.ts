import { dirname } from 'node:path';
import { findCommandNames } from './command-names.ts';
import type { Diagnostic } from './diagnostics.ts';
import { keepWorst } from './diagnostics.ts';
import { findRoleFiles, identifyFile } from './files.ts';
import { readRoleFiles } from './load.ts';
import type { Catalogue } from '../catalogue/model.ts';
import { findWarnings } from './warnings.ts';

/** What is wrong with some role files. */
export interface CheckResult {
  /** The files that were looked at. */
  readonly files: readonly string[];
  /** Errors, warnings and notes, by place; of a file that has very many the worst ones, and how many others there are. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Every problem of role files, warnings and notes included. Paths are files or folders; `subfolder` is where to look in a folder
 * without YAML files. `folders` are those whose roles are used besides: files may name their roles. So they may name those
 * beside them in their own folder, though only one file is checked.
 */
export function checkRoleFiles(paths: readonly string[], base: Catalogue, { subfolder, folders = [], commands = [] }: CheckOptions = {}): CheckResult {
  const { files, diagnostics: unread } = findRoleFiles(paths, subfolder);
  const besides = findRoleFiles([...folders, ...new Set(files.map((file) => dirname(file)))]).files;
  // Each in the place where it is read, by the name that was given last.
  const all = new Map([...besides, ...files].map((file) => [identifyFile(file), file]));
  const read = readRoleFiles([...all.values()], base);
  const wanted = new Set(files);
  const found = [...read.diagnostics, ...findWarnings(read, base), ...findCommandNames(read.own, commands)].filter(({ file }) => wanted.has(file));
  return { files, diagnostics: keepWorst([...unread, ...found]) };
}

export interface CheckOptions {
  readonly subfolder?: string;
  readonly folders?: readonly string[];
  /** Names of commands: a role of such a name is not shown by its name alone. */
  readonly commands?: readonly string[];
}
