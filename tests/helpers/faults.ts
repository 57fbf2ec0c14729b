import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0).toReversed()) step();
});

/** A disk of its own that holds as much as these options say; undefined where it may not be mounted. */
function mountDisk(options: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'backoffice-disk-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return undefined;
  undo.push(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

/** A place where writing fails as on a full disk, and how a command is to be run there. */
export interface FullDisk {
  readonly kind: 'disk' | 'limit';
  readonly folder: string;
  /** Takes all that is left of it, when the files of the test are there. */
  readonly fill: () => void;
  readonly prefix: readonly string[];
}

/** A full disk, where one may be mounted, and what is there everywhere: files that may not hold a byte. */
export function makeFullDisks(): readonly FullDisk[] {
  const disk = mountDisk('size=64k');
  const folder = mkdtempSync(join(tmpdir(), 'backoffice-limit-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const limit: FullDisk = { kind: 'limit', folder, fill: () => undefined, prefix: ['/bin/sh', '-c', `trap '' XFSZ; ulimit -f 0; exec "$@"`, 'sh'] };
  if (disk === undefined) return [limit];
  const fill = () => {
    for (const size of [4096, 1]) {
      try {
        for (let count = 0; ; count += 1) writeFileSync(join(disk, `fill-${size}-${count}`), 'x'.repeat(size));
      } catch {
        // Full.
      }
    }
  };
  return [{ kind: 'disk', folder: disk, fill, prefix: [] }, limit];
}

/** A disk on which so many pages (4 kB) are left beside what `prepare` puts there; undefined where none may be mounted. */
export function makeDiskWithFreePages(pages: number, prepare: (folder: string) => void): string | undefined {
  const disk = mountDisk('size=256k');
  if (disk === undefined) return undefined;
  prepare(disk);
  const fillers: string[] = [];
  try {
    for (let count = 0; ; count += 1) {
      const filler = join(disk, `fill-${count}`);
      writeFileSync(filler, 'x'.repeat(4096));
      fillers.push(filler);
    }
  } catch {
    // Full.
  }
  for (const filler of fillers.slice(0, pages)) rmSync(filler);
  return disk;
}

/**
 * A folder in which nothing can be written once it is locked. Root may write in any but those of a read-only disk.
 * @throws when this machine has no way to make one: a test that cannot run must not pass.
 */
export function makeReadOnly(): { readonly folder: string; readonly lock: () => void } {
  if (process.getuid?.() !== 0) {
    const folder = mkdtempSync(join(tmpdir(), 'backoffice-locked-'));
    undo.push(() => rmSync(folder, { recursive: true, force: true }));
    undo.push(() => chmodSync(folder, 0o700));
    return { folder, lock: () => chmodSync(folder, 0o500) };
  }
  const folder = mountDisk('size=1m');
  if (folder !== undefined) return { folder, lock: () => void execFileSync('mount', ['-o', 'remount,ro', folder]) };
  // Without a disk of its own: a file that root, too, may not change is not to be had, but there is a folder that takes no files.
  return { folder: '/proc', lock: () => undefined };
}
