import { lstatSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { areRoles } from '../../core/role-files/role-shape.ts';
import type { RoleCache } from '../session/context.ts';
import { makeFolder } from './make-folder.ts';
import { isOwn, readOwnFile } from './read-file.ts';

/** As many roles as are read of a folder, each as long as ours, take some 75 MB. */
const mostBytes = 100_000_000;

/**
 * The roles of some files as they were read last, in a file that keeps one such set. It counts only if it is whole, nobody else can write to it or its folder,
 * and path, size, times and program are those it was made with; whatever else it is, it is passed over.
 * @param program tells one build of the program from another.
 */
export function createRoleCache(file: string, program: string, paths: readonly string[]): RoleCache {
  // Before the files are read: what is changed meanwhile is read anew the next time.
  const key = describeFiles(program, paths);
  return {
    read: () => {
      try {
        if (key === undefined || !isOwnFolder(dirname(file))) return undefined;
        const text = readOwnFile(file, { mostBytes, isPrivate: true }) ?? '';
        const [sum, first] = text.split('\n', 2);
        const content = text.slice(text.indexOf('\n') + 1);
        if (first !== key || sum !== String(crc32(content))) return undefined;
        const roles: unknown = JSON.parse(content.slice(key.length + 1));
        return areRoles(roles) ? roles : undefined;
      } catch {
        return undefined;
      }
    },
    write: async (roles) => {
      if (key === undefined) return;
      const content = `${key}\n${JSON.stringify(roles)}`;
      try {
        makeFolder(dirname(file));
        if (!isOwnFolder(dirname(file)) || Buffer.byteLength(content) > mostBytes) return;
        // Loaded only here: most of the time it is read.
        const { writeOwnFile } = await import('./write-file.ts');
        await writeOwnFile(file, `${String(crc32(content))}\n${content}`, { isLasting: false });
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

/** Whether a folder is this user's, and only theirs to write; a link to it, too, must be theirs, or somebody else would say where to write. */
function isOwnFolder(folder: string): boolean {
  const target = statSync(folder);
  // A link has no permissions of its own.
  return target.isDirectory() && isOwn(target) && isOwn({ uid: lstatSync(folder).uid, mode: 0 });
}
