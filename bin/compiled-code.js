'use strict';

// Compiling takes a third of a start. The build keeps what it compiled, for the very Node that builds.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

const folder = join(__dirname, '../dist/compiled', `${process.version}-${process.platform}-${process.arch}`);

// V8 ends the process over damaged code, so a checksum stands before it.
const headerSize = 4;

function readCode(name) {
  try {
    const file = readFileSync(join(folder, name));
    const code = file.subarray(headerSize);
    return file.readUInt32LE() === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function keepCode(name, code) {
  const header = Buffer.alloc(headerSize);
  header.writeUInt32LE(crc32(code));
  writeFileSync(join(folder, name), Buffer.concat([header, code]));
}

/** Makes `require` load the files of the program with their compiled code. Gives what keeps the code of all that were loaded. */
function useCompiledCode() {
  const scripts = new Map();
  require.extensions['.cjs'] = (module, filename) => {
    const name = basename(filename);
    const source = `(function (exports, require, module, __filename) {${readFileSync(filename, 'utf8')}\n})`;
    const script = new Script(source, { filename, cachedData: readCode(name) });
    scripts.set(name, script);
    script.runInThisContext()(module.exports, (id) => module.require(id), module, filename);
  };
  return () => {
    mkdirSync(folder, { recursive: true });
    for (const [name, script] of scripts) keepCode(name, script.createCachedData());
  };
}

module.exports = { folder, useCompiledCode };
