import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { addRoles } from '../../core/catalogue/queries.ts';
import { BackofficeError } from '../../core/errors.ts';
import type { FileProblem } from '../../core/errors.ts';
import type { OwnRoles } from '../../core/role-files/load.ts';
import type { Catalogue } from '../../core/catalogue/model.ts';
import type { Context } from './context.ts';

/** What was left out of the person's own folder: files with problems, or all of a folder that cannot be read. */
export type LeftOut = { readonly folder: string } & ({ readonly files: number } | { readonly reason: FileProblem });

/** The folders that a person named for this command or with `BACKOFFICE_DATA`: what is wrong there is an error. */
export function findNamedFolders({ environment }: Pick<Context, 'environment'>, given: readonly string[] = []): string[] {
  return [...(environment.BACKOFFICE_DATA ?? '').split(delimiter).filter((path) => path !== ''), ...given];
}

/** All folders of a person's own roles that commands read, in the order in which they are laid over each other. */
export async function findReadFolders(context: Context, given: readonly string[] = []): Promise<string[]> {
  const { folder, files, problem } = await listUserFiles(context);
  const isEmpty = files.length === 0 && problem === undefined;
  return [...(folder === undefined || isEmpty ? [] : [folder]), ...findNamedFolders(context, given)];
}

/** A catalogue with own roles, and the files that these came from. */
interface OwnCatalogue {
  readonly catalogue: Catalogue;
  readonly files: readonly string[];
  readonly leftOut?: LeftOut;
}

/**
 * The built-in catalogue, over it the roles of the person's own folder, and over those the ones of named folders.
 * @throws BackofficeError `data-folder` or `bad-data` for what a person named.
 */
export async function loadOwnCatalogue(context: Context, given: readonly string[] = []): Promise<OwnCatalogue> {
  const builtIn = context.loadCatalogue();
  const named = findNamedFolders(context, given);
  const { folder, files, problem } = await listUserFiles(context);
  if (named.length === 0 && folder === undefined) return { catalogue: builtIn, files: [] };

  const { listRoleFiles } = await import('../../core/role-files/files.ts');
  const read = [...files, ...named.flatMap(listRoleFiles)];
  const { catalogue, diagnostics } = await loadCached(context, read);
  const leftOut = new Set(diagnostics.map(({ file }) => file).filter((file) => files.includes(file)));
  const serious = diagnostics.filter(({ file }) => !leftOut.has(file));
  if (serious.length > 0) throw new BackofficeError({ code: 'bad-data', diagnostics: serious });
  if (folder === undefined || (leftOut.size === 0 && problem === undefined)) return { catalogue, files: read };
  return { catalogue, files: read, leftOut: { folder, ...(problem === undefined ? { files: leftOut.size } : { reason: problem }) } };
}

/** The same where nobody is to be told what is wrong with own role files: the commands say it. */
export async function loadQuietly(context: Context, folders: readonly string[]): Promise<Catalogue> {
  try {
    return (await loadOwnCatalogue(context, folders)).catalogue;
  } catch (error) {
    if (!(error instanceof BackofficeError)) throw error;
    return context.loadCatalogue();
  }
}

/** Loading the parser takes longer than a start, and a thousand files several seconds: what was read without a problem is kept. */
async function loadCached(context: Context, files: readonly string[]): Promise<Pick<OwnRoles, 'catalogue' | 'diagnostics'>> {
  const builtIn = context.loadCatalogue();
  if (files.length === 0) return { catalogue: builtIn, diagnostics: [] };
  const cache = await context.openRoleCache(files);
  const kept = cache?.read();
  if (kept !== undefined) return { catalogue: addRoles(builtIn, kept), diagnostics: [] };
  const { loadRoleFiles } = await import('../../core/role-files/load.ts');
  const { catalogue, diagnostics } = loadRoleFiles(files, builtIn);
  if (diagnostics.length === 0) await cache?.write(catalogue.roles.filter((role) => !builtIn.roles.includes(role)));
  return { catalogue, diagnostics };
}

/** The person's own folder, if it is there, and its files. It may be empty, and must not keep every command from working. */
async function listUserFiles(context: Context): Promise<{ readonly folder?: string; readonly files: readonly string[]; readonly problem?: FileProblem }> {
  const folder = await context.findUserFolder();
  if (folder === undefined || !existsSync(folder)) return { files: [] };
  const { listRoleFiles } = await import('../../core/role-files/files.ts');
  try {
    return { folder, files: listRoleFiles(folder) };
  } catch (error) {
    if (!(error instanceof BackofficeError) || error.failure.code !== 'data-folder') throw error;
    const { reason } = error.failure;
    return { folder, files: [], ...(reason === 'no-role-files' ? {} : { problem: reason }) };
  }
}
