#!/usr/bin/env bash
# Node.js 20.20: TextDecoder('euc-jp') throws ERR_ENCODING_INVALID_ENCODED_DATA, though it is not fatal, where three bytes that are no character
# (8f a5 9b) come in pieces. At once they are U+FFFD, as the Encoding Standard says.
set -euo pipefail
node --eval "
const bytes = Uint8Array.of(0x8f, 0xa5, 0x9b);
console.log('at once:', JSON.stringify(new TextDecoder('euc-jp').decode(bytes)));
const decoder = new TextDecoder('euc-jp');
let thrown = 'nothing';
try {
  for (const byte of bytes) decoder.decode(Uint8Array.of(byte), { stream: true });
  decoder.decode();
} catch (error) {
  thrown = error.code;
}
console.log('in pieces:', thrown);
if (thrown !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new Error('the behaviour has changed');
"
