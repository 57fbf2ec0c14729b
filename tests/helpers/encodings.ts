/** Encodings in which an editor may save a file, and bytes that are no text. */
export const encodings = [
  ...(['utf-16le', 'utf-16be', 'utf-16le with mark', 'utf-16be with mark', 'utf-8 with mark', 'shift_jis', 'euc-jp'] as const),
  ...(['crlf', 'cr', 'nul', 'surrogates', 'invalid utf-8', 'cut in a character', 'marks within'] as const),
] as const;
export type Encoding = (typeof encodings)[number];

/** A text in an encoding, or damaged as one. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  const utf8 = Buffer.from(text);
  const middle = text.indexOf('\n', text.length / 2) + 1;
  const insert = (bytes: readonly number[]) => {
    const at = Buffer.byteLength(text.slice(0, middle));
    return Buffer.concat([utf8.subarray(0, at), Uint8Array.from(bytes), utf8.subarray(at)]);
  };
  switch (encoding) {
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'utf-16le with mark':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be with mark':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'utf-8 with mark':
      return Buffer.from(`\uFEFF${text}`);
    case 'shift_jis':
    case 'euc-jp':
      return encodeJapanese(text, encoding);
    case 'crlf':
      return Buffer.from(text.replaceAll('\n', '\r\n'));
    case 'cr':
      return Buffer.from(text.replaceAll('\n', '\r'));
    case 'nul':
      return insert([0]);
    case 'surrogates':
      return insert([0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80]);
    case 'invalid utf-8':
      return insert([0xc3, 0x28, 0xff, 0xfe, 0xc0, 0x80]);
    case 'cut in a character':
      return utf8.subarray(0, utf8.lastIndexOf(Buffer.from('あ')) + 1);
    case 'marks within':
      return Buffer.from(text.replaceAll('\n', '\n\uFEFF'));
  }
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

// Node.js can read these encodings, but not write them.
function encodeJapanese(text: string, encoding: string): Uint8Array {
  const table = tables.get(encoding) ?? makeTable(encoding);
  tables.set(encoding, table);
  return Uint8Array.from(Array.from(text).flatMap((character) => table.get(character) ?? [0x3f]));
}

function makeTable(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const pairs = bytes.slice(0x81).flatMap((first) => bytes.slice(0x40).map((second) => [first, second]));
  const single = [...bytes.slice(0, 0x80), ...(encoding === 'shift_jis' ? bytes.slice(0xa1, 0xe0) : [])];
  return new Map([...single.map((byte) => [byte]), ...pairs].map((code) => [decoder.decode(Uint8Array.from(code)), code]));
}
