'use strict';

// Compiling takes a third of a start. The build keeps what it compiled, for the very Node that builds; V8 refuses what it did not make.
const { readFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const { Script } = require('node:vm');

const folder = join(__dirname, '../dist/compiled', `${process.version}-${process.platform}-${process.arch}`);

function readCompiled(name) {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return undefined;
  }
}

/** Makes `require` load the files of the program with their compiled code. Gives the scripts loaded, by name of the file. */
function useCompiledCode() {
  const scripts = new Map();
  require.extensions['.cjs'] = (module, filename) => {
    const name = basename(filename);
    const source = `(function (exports, require, module, __filename) {${readFileSync(filename, 'utf8')}\n})`;
    const script = new Script(source, { filename, cachedData: readCompiled(name) });
    scripts.set(name, script);
    script.runInThisContext()(module.exports, (id) => module.require(id), module, filename);
  };
  return scripts;
}

module.exports = { folder, useCompiledCode };
