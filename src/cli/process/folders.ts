import { homedir, platform } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Folder for what a person left unfinished; undefined where there is no home. */
export function findStateFolder(): string | undefined {
  return findFolder('XDG_STATE_HOME', '.local', 'state');
}

/** Folder of a person's own role files, there or not; undefined where there is no home. */
export async function findUserFolder(): Promise<string | undefined> {
  const folder = await findSystemFolder('data', 'XDG_DATA_HOME', '.local', 'share');
  return folder === undefined ? undefined : join(folder, 'roles');
}

/** Folder for what can be made anew; undefined where there is no home. */
export function findCacheFolder(): Promise<string | undefined> {
  return findSystemFolder('cache', 'XDG_CACHE_HOME', '.cache');
}

/** XDG Base Directory Specification; an address that is not absolute does not count. */
function findFolder(variable: string, ...standard: readonly string[]): string | undefined {
  const named = process.env[variable] ?? '';
  if (isAbsolute(named)) return join(named, 'backoffice');
  const home = findHome();
  return isAbsolute(home) ? join(home, ...standard, 'backoffice') : undefined;
}

/** A folder of XDG, or what stands for it on macOS and Windows. */
async function findSystemFolder(kind: 'cache' | 'data', variable: string, ...standard: readonly string[]): Promise<string | undefined> {
  if (!['darwin', 'win32'].includes(platform())) return findFolder(variable, ...standard);
  if (findHome() === '') return undefined;
  const { default: findPaths } = await import('env-paths');
  const folder = findPaths('backoffice', { suffix: '' })[kind];
  return isAbsolute(folder) ? folder : undefined;
}

/** Empty for a user without a home, as in a container. */
function findHome(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}
