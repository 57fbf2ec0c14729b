'use strict';

// Compiling takes a third of a start. The build keeps what it compiled, for the very Node that builds.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const program = join(__dirname, '../dist/cli');
const folder = join(__dirname, '../dist/compiled', `${process.version}-${process.platform}-${process.arch}`);

// V8 ends the process over damaged code. So it is kept twice, and used if both are the same: node:zlib, which has a checksum, takes longer to load than
// twice the code to read.
function readCode(name) {
  try {
    const file = readFileSync(join(folder, name));
    const code = file.subarray(0, file.length / 2);
    return code.equals(file.subarray(code.length)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** What loads files of the program by name, with their compiled code, and what keeps the code of all that were loaded. */
function createLoader() {
  const scripts = new Map();
  const modules = new Map();
  // `require` would look for each file for longer than it takes to read it.
  const load = (id) => {
    if (!id.startsWith('./')) return require(id);
    const loaded = modules.get(id);
    if (loaded !== undefined) return loaded.exports;
    const module = { exports: {} };
    modules.set(id, module);
    const filename = join(program, id);
    const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`;
    const script = new Script(source, { filename, cachedData: readCode(id) });
    scripts.set(id, script);
    script.runInThisContext()(module.exports, load, module, filename, program);
    return module.exports;
  };
  const keep = () => {
    mkdirSync(folder, { recursive: true });
    for (const [id, script] of scripts) {
      const code = script.createCachedData();
      writeFileSync(join(folder, id), Buffer.concat([code, code]));
    }
  };
  return { load, keep };
}

module.exports = { folder, createLoader };
