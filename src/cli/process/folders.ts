import { homedir, platform } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Folder for what a person left unfinished; undefined where there is no home. */
export function findStateFolder(): string | undefined {
  return findFolder('XDG_STATE_HOME', '.local', 'state');
}

/** Folder of a person's own role files, there or not; undefined where there is no home. */
export async function findUserFolder(): Promise<string | undefined> {
  const folder = ['darwin', 'win32'].includes(platform()) ? await findSystemFolder() : findFolder('XDG_DATA_HOME', '.local', 'share');
  return folder === undefined ? undefined : join(folder, 'roles');
}

/** XDG Base Directory Specification; an address that is not absolute does not count. */
function findFolder(variable: string, ...standard: readonly string[]): string | undefined {
  const named = process.env[variable] ?? '';
  if (isAbsolute(named)) return join(named, 'backoffice');
  const home = findHome();
  return isAbsolute(home) ? join(home, ...standard, 'backoffice') : undefined;
}

/** What stands for XDG on macOS and Windows. */
async function findSystemFolder(): Promise<string | undefined> {
  if (findHome() === '') return undefined;
  const { default: findPaths } = await import('env-paths');
  const { data } = findPaths('backoffice', { suffix: '' });
  return isAbsolute(data) ? data : undefined;
}

/** Empty for a user without a home, as in a container. */
function findHome(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}
