import { lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Role } from '../../core/catalogue/model.ts';
import type { RoleCache } from '../session/context.ts';
import { makeFolder } from './make-folder.ts';

/**
 * The roles of some files as they were read last, in a file that keeps one such set. It counts only if it is whole, nobody else can write to it,
 * and path, size, times and program are those it was made with; whatever else it is, it is passed over.
 * @param program tells one build of the program from another.
 */
export function createRoleCache(file: string, program: string, paths: readonly string[]): RoleCache {
  // Before the files are read: what is changed meanwhile is read anew the next time.
  const key = describeFiles(program, paths);
  return {
    read: () => {
      try {
        if (key === undefined || !isOurs(file)) return undefined;
        const text = readFileSync(file, 'utf8');
        const [sum, ...rest] = text.split('\n', 2);
        const content = text.slice(text.indexOf('\n') + 1);
        if (rest[0] !== key || sum !== String(crc32(content))) return undefined;
        return JSON.parse(content.slice(key.length + 1)) as Role[];
      } catch {
        return undefined;
      }
    },
    write: async (roles) => {
      if (key === undefined) return;
      const content = `${key}\n${JSON.stringify(roles)}`;
      try {
        makeFolder(dirname(file));
        const { default: writeFileAtomic } = await import('write-file-atomic');
        writeFileAtomic.sync(file, `${String(crc32(content))}\n${content}`, { mode: 0o600, fsync: false });
      } catch {
        // A folder that is read-only or full: the files are read the next time, too.
      }
    },
  };
}

function describeFiles(program: string, paths: readonly string[]): string | undefined {
  try {
    const files = paths.map((path) => {
      const { size, mtimeMs, ctimeMs, ino } = statSync(path);
      return [resolve(path), size, mtimeMs, ctimeMs, ino];
    });
    return JSON.stringify([program, ...files]);
  } catch {
    return undefined;
  }
}

/** Whether the file is this user's, and only theirs to write. Windows knows neither. */
function isOurs(file: string): boolean {
  const { mode, uid } = lstatSync(file);
  const user = process.getuid?.();
  return user === undefined || (uid === user && (mode & 0o022) === 0);
}
