import { isAscii } from 'node:buffer';

/** Encodings in which forms and spreadsheets save text. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp';

/** So much is looked at when no line ends. */
const longestHead = 65_536;

/**
 * Text from bytes: UTF-16 behind its mark or where every other byte of the beginning is often 0, else UTF-8, or EUC-JP or Shift_JIS where the first
 * line that is not all ASCII is no UTF-8. A mark at the beginning is left out; what is no character becomes U+FFFD. `onEncoding` is told what was
 * found, once it matters.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, onEncoding: (encoding: TextEncoding) => void): AsyncGenerator<string> {
  const detector = createDetector();
  let decoder: TextDecoder | undefined;
  const begin = (encoding: TextEncoding) => {
    onEncoding(encoding);
    decoder = new TextDecoder(encoding);
    return decoder.decode(detector.release(), { stream: true });
  };
  for await (const chunk of chunks) {
    if (decoder !== undefined) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    const encoding = detector.take(chunk);
    // ASCII is the same in all that is left then.
    if (encoding === 'ascii') yield new TextDecoder().decode(detector.release());
    else if (encoding !== undefined) yield begin(encoding);
  }
  yield decoder === undefined ? begin(detector.end()) : '';
  yield decoder?.decode() ?? '';
}

/** Holds bytes back until it can be told what they are encoded in. Each is looked at once before that. */
function createDetector() {
  let held: Uint8Array[] = [];
  let length = 0;
  let isStart = true;
  // Something is there that is not ASCII, and where the first of it is a line has ended.
  let isOther = false;
  let isLineWhole = false;
  const release = () => {
    const bytes = held.length === 1 ? (held[0] ?? Buffer.alloc(0)) : Buffer.concat(held);
    [held, length, isStart] = [[], 0, false];
    return bytes;
  };
  return {
    release,
    /** What the bytes so far are; undefined while that cannot be told. */
    take: (chunk: Uint8Array): TextEncoding | 'ascii' | undefined => {
      held.push(chunk);
      length += chunk.length;
      // A mark takes up to three bytes.
      if (isStart && length < 3) return undefined;
      const wide = isStart && held.length <= 3 ? detectWide(Buffer.concat(held)) : undefined;
      if (wide !== undefined) return wide;
      const first = isOther ? 0 : chunk.findIndex((byte) => byte >= 0x80);
      const isEarlier = !isOther && held.length > 1 && held.some((bytes) => !isAscii(bytes));
      if (first < 0 && !isEarlier) return 'ascii';
      isOther = true;
      isLineWhole ||= chunk.includes(0x0a, Math.max(0, first));
      return isLineWhole || length >= longestHead ? detectNarrow(Buffer.concat(held), false) : undefined;
    },
    end: (): TextEncoding => {
      const bytes = Buffer.concat(held);
      return (isStart ? detectWide(bytes) : undefined) ?? (isAscii(bytes) ? 'utf-8' : detectNarrow(bytes, true));
    },
  };
}

/** UTF-16 by its mark, or by its zeros: no other text has any, and in this one they are every other byte. */
function detectWide(head: Uint8Array): TextEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let place = 0; place < Math.min(head.length, longestHead); place += 1) if (head[place] === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // A full-width space has a zero on the other side.
  if (odd > 4 * even) return 'utf-16le';
  return even > 4 * odd ? 'utf-16be' : undefined;
}

/** What a text is encoded in that has more than ASCII, by the first line that has. */
function detectNarrow(head: Uint8Array, isWhole: boolean): TextEncoding {
  const first = head.findIndex((byte) => byte >= 0x80);
  const end = head.indexOf(0x0a, first);
  const line = end < 0 ? head : head.subarray(0, end);
  const isCut = end < 0 && !isWhole;
  if (decodeAll('utf-8', line, isCut) !== undefined) return 'utf-8';
  const euc = decodeAll('euc-jp', line, isCut);
  if (euc === undefined) return 'shift_jis';
  const shiftJis = decodeAll('shift_jis', line, isCut);
  // The kana of EUC-JP are half-width marks and kana in Shift_JIS; nothing but those in Shift_JIS, without any kana in EUC-JP, is what old systems write.
  const isHalfWidth = shiftJis !== undefined && /^[\p{ASCII}\uFF61-\uFF9F]*$/u.test(shiftJis);
  return isHalfWidth && !/[\u3041-\u30FF]/.test(euc) ? 'shift_jis' : 'euc-jp';
}

/** A text in an encoding; undefined when something in it is no character. */
function decodeAll(encoding: TextEncoding, bytes: Uint8Array, isCut: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
