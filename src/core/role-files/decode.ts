import { isAscii } from 'node:buffer';

/** Encodings in which forms and spreadsheets save text. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis';

/** So much is looked at when no line ends. */
const longestHead = 65_536;

/**
 * Text from bytes: UTF-16 behind its mark, else UTF-8, or Shift_JIS where the first line that is not all ASCII is no UTF-8.
 * A mark at the beginning is left out; what is no character becomes U+FFFD. `onEncoding` is told what was found, once it matters.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, onEncoding: (encoding: TextEncoding) => void): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held: Uint8Array = new Uint8Array();
  const begin = (encoding: TextEncoding) => {
    onEncoding(encoding);
    decoder = new TextDecoder(encoding);
    return decoder.decode(held, { stream: true });
  };
  let isStart = true;
  for await (const chunk of chunks) {
    if (decoder !== undefined) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    // A mark takes up to three bytes. ASCII is the same in all that is left then.
    if (isStart && held.length < 3) continue;
    const encoding = detectEncoding(held);
    if (encoding !== undefined) yield begin(encoding);
    else if (isAscii(held)) {
      yield new TextDecoder().decode(held);
      held = new Uint8Array();
      isStart = false;
    }
  }
  yield decoder === undefined ? begin(detectEncoding(held, true) ?? 'utf-8') : '';
  yield decoder?.decode() ?? '';
}

/** What the beginning of a text is encoded in; undefined while that cannot be told. */
function detectEncoding(head: Uint8Array, isWhole = false): TextEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const first = head.findIndex((byte) => byte >= 0x80);
  if (first < 0) return undefined;
  const end = head.indexOf(0x0a, first);
  if (end < 0 && !isWhole && head.length < longestHead) return undefined;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(end < 0 ? head : head.subarray(0, end), { stream: end < 0 && !isWhole });
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'shift_jis';
    throw error;
  }
}
