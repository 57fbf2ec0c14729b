import { fromBufferPromise, validateFileName } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { mostEntries, mostUnpacked } from './limits.ts';

/** A file in an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly isLocked: boolean;
  /** Bytes unpacked, as the archive says; more than that is an error when they are read. */
  readonly size: number;
  readonly open: () => AsyncGenerator<Uint8Array>;
}

/** What an archive cannot be read for. */
export class ArchiveError extends Error {
  readonly problem: 'damaged' | 'too-large';

  constructor(problem: 'damaged' | 'too-large') {
    super(problem);
    this.problem = problem;
  }
}

/** The files in a zip archive, in their order. @throws ArchiveError */
export async function listEntries(bytes: Buffer): Promise<ArchiveEntry[]> {
  const found: ArchiveEntry[] = [];
  try {
    // Sizes are checked, so that nothing unpacks to more than the archive says.
    const archive = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true });
    if (archive.entryCount > mostEntries) throw new ArchiveError('too-large');
    for await (const entry of archive.eachEntry()) {
      const name = decodeName(entry);
      if (!name.endsWith('/')) found.push({ name, isLocked: entry.isEncrypted(), size: entry.uncompressedSize, open: () => unpack(archive, entry) });
    }
    return found;
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError('damaged');
  }
}

async function* unpack(archive: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.uncompressedSize > mostUnpacked) throw new ArchiveError('too-large');
  try {
    for await (const chunk of await archive.openReadStreamPromise(entry)) yield chunk as Uint8Array;
  } catch {
    throw new ArchiveError('damaged');
  }
}

/** Archives made on Windows have names in the encoding of the computer. */
function decodeName({ fileName }: Entry): string {
  const raw: unknown = fileName;
  const bytes = raw instanceof Uint8Array ? raw : Buffer.from(fileName);
  const name = decodeUtf8(bytes) ?? new TextDecoder('shift_jis').decode(bytes);
  return validateFileName(name) === null ? name : name.replace(/.*[/\\]/, '');
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
