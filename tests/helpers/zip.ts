import { deflateRawSync } from 'node:zlib';

/** A file to pack, and what the archive is to say of it that is not so. */
export interface Packed {
  readonly name: string | Uint8Array;
  readonly text: string | Uint8Array;
  /** Bytes that it is said to unpack to. */
  readonly size?: number;
  readonly isLocked?: boolean;
  readonly isStored?: boolean;
}

/** A zip archive. */
export function makeZip(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, text, size, isLocked = false, isStored = false } of files) {
    const [path, plain] = [Buffer.from(name), Buffer.from(text)];
    const packed = isStored ? plain : deflateRawSync(plain);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE((isLocked ? 1 : 0) + (typeof name === 'string' ? 0x800 : 0), 2);
    about.writeUInt16LE(isStored ? 0 : 8, 4);
    about.writeUInt32LE(checksum(plain), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(size ?? plain.length, 18);
    about.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, path, packed]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), about, more, path]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from('PK\u0005\u0006'), end]);
}

/** CRC-32, as archives have it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
