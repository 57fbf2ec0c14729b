const digitZero = 48;

/** Text in the making, as bytes: written to without making strings. Whoever writes makes room before. */
export class TextBuffer {
  bytes = Buffer.alloc(65_536);
  length = 0;

  /** Makes room for so many bytes more. */
  makeRoom(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    const bytes = Buffer.alloc(2 * (this.length + size));
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }

  /** What is ASCII, from `encodeAscii`. */
  writeBytes(piece: Uint8Array): void {
    const { bytes, length } = this;
    for (let place = 0; place < piece.length; place += 1) bytes[length + place] = piece[place] ?? 0;
    this.length += piece.length;
  }

  /** A whole number from 0 to 2³¹ − 1. */
  writeNumber(number: number): void {
    let end = this.length + 1;
    for (let rest = number; rest >= 10; rest = Math.trunc(rest / 10)) end += 1;
    this.length = end;
    let rest = number;
    do {
      end -= 1;
      const more = Math.trunc(rest / 10);
      this.bytes[end] = digitZero + rest - more * 10;
      rest = more;
    } while (rest > 0);
  }

  /** Any text: up to three bytes a character. */
  writeText(text: string): void {
    this.length += this.bytes.write(text, this.length);
  }

  /** All that was written, as bytes of its own; it begins anew. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.bytes.subarray(0, this.length));
    this.length = 0;
    return taken;
  }
}

export function encodeAscii(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}
