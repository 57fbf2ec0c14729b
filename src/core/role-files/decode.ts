import { isAscii } from 'node:buffer';

/** Encodings in which forms and spreadsheets save text. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp';

/** So much is looked at, from the first byte that is not ASCII, to tell the encoding; a text that is shorter is looked at as a whole. */
const longestHead = 262_144;

/** Fewer bytes may look like ASCII and be UTF-16. */
const shortestHead = 64;

/**
 * Text from bytes: UTF-16 behind its mark or where every other byte is often 0, else UTF-8, EUC-JP or Shift_JIS, whichever loses least of the text. A mark
 * at the beginning is left out; what is no character becomes U+FFFD. `onEncoding` is told what was found, once it matters. What is ASCII comes at once; from
 * the first other byte on, nothing comes before the encoding is told.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, onEncoding: (encoding: TextEncoding) => void): AsyncGenerator<string> {
  const detector = createDetector();
  let decoder: Decoder | undefined;
  const begin = (encoding: TextEncoding) => {
    onEncoding(encoding);
    decoder = createDecoder(encoding);
    return decoder.decode(detector.release());
  };
  for await (const chunk of chunks) {
    if (decoder !== undefined) {
      yield decoder.decode(chunk);
      continue;
    }
    const encoding = detector.take(chunk);
    // ASCII is the same in all that is left then.
    if (encoding === 'ascii') yield new TextDecoder().decode(detector.release());
    else if (encoding !== undefined) yield begin(encoding);
  }
  yield decoder === undefined ? begin(detector.end()) : '';
  yield decoder?.end() ?? '';
}

interface Decoder {
  readonly decode: (bytes: Uint8Array) => string;
  readonly end: () => string;
}

function createDecoder(encoding: TextEncoding): Decoder {
  if (encoding === 'euc-jp') return createEucDecoder();
  const decoder = new TextDecoder(encoding);
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** Node.js 20 throws in EUC-JP where a character of three bytes is cut and none, so this decoder gets no character in parts: they end before ASCII. */
function createEucDecoder(): Decoder {
  let held: Uint8Array = new Uint8Array();
  return {
    decode: (bytes) => {
      const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      const end = all.findLastIndex((byte) => byte < 0x80) + 1;
      const isEndless = all.length - end > longestHead;
      held = isEndless ? new Uint8Array() : Uint8Array.from(all.subarray(end));
      return new TextDecoder('euc-jp').decode(isEndless ? all : all.subarray(0, end));
    },
    end: () => new TextDecoder('euc-jp').decode(held),
  };
}

/** Holds bytes back until it can be told what they are encoded in. Each is looked at once before that. */
function createDetector() {
  let held: Uint8Array[] = [];
  let length = 0;
  let isStart = true;
  // Something is there that is not ASCII, or is no text in it.
  let isOther = false;
  let isLineWhole = false;
  const release = () => {
    const bytes = held.length === 1 ? (held[0] ?? Buffer.alloc(0)) : Buffer.concat(held);
    [held, length, isStart] = [[], 0, false];
    return bytes;
  };
  const decide = (isWhole: boolean): TextEncoding => {
    const bytes = Buffer.concat(held);
    return (isStart ? detectWide(bytes) : undefined) ?? (isAscii(bytes) ? 'utf-8' : detectNarrow(bytes, isWhole));
  };
  return {
    release,
    /** What the bytes so far are; undefined while that cannot be told. */
    take: (chunk: Uint8Array): TextEncoding | 'ascii' | undefined => {
      held.push(chunk);
      length += chunk.length;
      isOther ||= isStart ? !isPlain(chunk) : !isAscii(chunk);
      isLineWhole ||= chunk.includes(0x0a);
      if (length < longestHead && (isOther || (isStart && (!isLineWhole || length < shortestHead))))
        return isStart && held.length <= 4 ? findMark(held) : undefined;
      if (isOther) return decide(false);
      return 'ascii';
    },
    end: () => decide(true),
  };
}

/** Whether there is nothing but printed ASCII and ends of lines: UTF-16 has zeros, and often other controls. */
function isPlain(bytes: Uint8Array): boolean {
  return isAscii(bytes) && !bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
}

function findMark(held: readonly Uint8Array[]): TextEncoding | undefined {
  const [first, second] = Buffer.concat(held);
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 by its mark, or by its zeros: no other text has any, and in this one they are every other byte. */
function detectWide(head: Uint8Array): TextEncoding | undefined {
  const marked = findMark([head]);
  if (marked !== undefined) return marked;
  const zeros = [0, 0];
  for (let place = 0; place < head.length; place += 1) if (head[place] === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // A byte that went wrong is no reason.
  if ((even + odd) * 100 < head.length) return undefined;
  // A full-width space has a zero on the other side.
  if (odd > 4 * even) return 'utf-16le';
  return even > 4 * odd ? 'utf-16be' : undefined;
}

/** What a text is encoded in that has more than ASCII. */
function detectNarrow(bytes: Uint8Array, isWhole: boolean): TextEncoding {
  const utf8 = tryEncoding('utf-8', bytes, isWhole);
  // A few damaged characters make no other encoding of it: in the others, they hardly ever are UTF-8 by chance.
  if (utf8.lost * 4 <= utf8.other) return 'utf-8';
  const euc = tryEncoding('euc-jp', bytes, isWhole);
  if (euc.lost * 20 > euc.other) return 'shift_jis';
  const shiftJis = tryEncoding('shift_jis', bytes, isWhole);
  // The kana of EUC-JP are half-width marks and kana in Shift_JIS; nothing but those in Shift_JIS, without any kana in EUC-JP, is what old systems write.
  if (shiftJis.halfWidth * 2 > shiftJis.other) return shiftJis.lost === 0 && shiftJis.halfWidth === shiftJis.other && euc.kana === 0 ? 'shift_jis' : 'euc-jp';
  return euc.lost <= shiftJis.lost ? 'euc-jp' : 'shift_jis';
}

/** How a text looks in an encoding: what of it is no character, and how many there are beside ASCII, by kind. */
function tryEncoding(encoding: TextEncoding, bytes: Uint8Array, isWhole: boolean) {
  // The last character may be cut.
  const text = new TextDecoder(encoding).decode(bytes, { stream: !isWhole });
  const count = (kind: RegExp) => text.match(kind)?.length ?? 0;
  const lost = count(/\uFFFD/g);
  return { lost, other: count(/[^\p{ASCII}\uFFFD]/gu), halfWidth: count(/[\uFF61-\uFF9F]/g), kana: count(/[\u3041-\u30FF]/g) };
}
