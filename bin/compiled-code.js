'use strict';

// Compiling takes a third of a start. The build keeps what it compiled, for the very Node that builds; elsewhere, as in an installed package, each command
// keeps what was compiled for it, in the cache folder of whoever runs it.
const { closeSync, constants, existsSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } = require('node:fs');
const { dirname, isAbsolute, join } = require('node:path');
const { Script } = require('node:vm');

const program = join(__dirname, '../dist/cli');
const folder = join(__dirname, '../dist/compiled', `${process.version}-${process.platform}-${process.arch}`);
const commands = ['list', 'show', 'compare', 'search', 'guide', 'quiz', 'form', 'check', 'new', 'score', 'completion'];
/** All code of the program takes less. */
const mostBytes = 64_000_000;
const aDay = 24 * 60 * 60 * 1000;

// V8 ends the process over damaged code. So it is kept twice, and used if both are the same: node:zlib, which has a checksum, takes longer to load than
// twice the code to read.
const keepTwice = (bytes) => Buffer.concat([bytes, bytes]);
function readOnce(bytes) {
  const half = bytes.subarray(0, bytes.length / 2);
  return half.equals(bytes.subarray(half.length)) ? half : undefined;
}

function readBuilt(name) {
  try {
    return readOnce(readFileSync(join(folder, name)));
  } catch {
    return undefined;
  }
}

/** What loads files of the program by name, with their compiled code, and what keeps the code of all that were loaded. */
function createLoader(readCode = readBuilt) {
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
    for (const [id, script] of scripts) writeFileSync(join(folder, id), keepTwice(script.createCachedData()));
  };
  return { load, keep, scripts };
}

/** The folder for what can be made anew, as `cli/process/folders.ts` finds it; undefined where nobody tells of one. */
function findCacheFolder({ HOME = '', XDG_CACHE_HOME = '', LOCALAPPDATA = '' }) {
  // Windows knows neither owner nor mode: there only what is below this folder belongs to whoever runs the program.
  const [root, ...names] =
    process.platform === 'win32'
      ? [LOCALAPPDATA, 'backoffice', 'Cache']
      : process.platform === 'darwin'
        ? [HOME, 'Library', 'Caches', 'backoffice']
        : isAbsolute(XDG_CACHE_HOME)
          ? [XDG_CACHE_HOME, 'backoffice']
          : [HOME, '.cache', 'backoffice'];
  return isAbsolute(root) ? { root, names: [...names, 'compiled'] } : undefined;
}

const isOwn = ({ uid, mode }) => process.platform === 'win32' || (uid === process.getuid() && (mode & 0o022) === 0);

/**
 * Code that earlier runs of the same command have kept: `readCode` gives that of a file, `keep` writes what is new. The file is of this very Node and
 * this very program, belongs to whoever runs it, and nobody else can have written it; any other is as if it were not there.
 */
function openKept([first], environment) {
  const cache = findCacheFolder(environment);
  if (cache === undefined) return undefined;
  const command = commands.includes(first) ? first : 'other';
  const file = join(cache.root, ...cache.names, `${command}-${process.versions.modules}-${process.arch}`);
  // V8 compares the length of the source only. Whatever writes a program anew changes this.
  const { ino, size, ctimeMs } = statSync(join(program, 'start.cjs'));
  const key = JSON.stringify([process.version, process.platform, program, ino, size, ctimeMs]);
  const kept = readKept(file, key);
  return {
    readCode: (id) => kept?.codes.get(id),
    keep: (scripts) => {
      const isNew = Array.from(scripts).some(([id, script]) => !kept?.codes.has(id) || script.cachedDataRejected);
      // Once a day with what else was run since.
      if (isNew || Date.now() - kept.time > aDay) writeKept(cache, file, key, new Map([...(kept?.codes ?? []), ...compiledOf(scripts)]));
    },
  };
}

function makeFolder(path) {
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
  return path;
}

function remove(path) {
  try {
    unlinkSync(path);
  } catch {
    // It is not there.
  }
}

const compiledOf = (scripts) => Array.from(scripts, ([id, script]) => [id, script.createCachedData()]);

function readKept(file, key) {
  let descriptor;
  try {
    // Opening a pipe would wait for somebody to write into it.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || !isOwn(stats) || stats.size > mostBytes) return undefined;
    const bytes = readOnce(readFileSync(descriptor));
    const end = bytes?.indexOf('\n') ?? -1;
    if (end < 0) return undefined;
    const head = JSON.parse(bytes.toString('utf8', 0, end));
    if (head.key !== key) return undefined;
    let start = end + 1;
    const codes = new Map(head.codes.map(([id, length]) => [id, bytes.subarray(start, (start += length))]));
    return start === bytes.length ? { codes, time: stats.mtimeMs } : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Writes beside the file, which is then there whole or not at all. Where that cannot be, nothing is kept. */
function writeKept({ root, names }, file, key, codes) {
  const draft = `${file}.${process.pid}`;
  try {
    // With sudo, the home is still that of somebody else.
    if (!isOwn({ ...statSync(root), mode: 0 })) return;
    // Not with `recursive`: where nothing can be made, as in /proc, that never ends.
    names.reduce((above, name) => makeFolder(join(above, name)), root);
    if (!isOwn(statSync(dirname(file)))) return;
    const head = JSON.stringify({ key, codes: Array.from(codes, ([id, { length }]) => [id, length]) });
    // V8 copies what does not begin at a multiple of 8.
    const padding = ' '.repeat(7 - (Buffer.byteLength(head) % 8));
    remove(draft);
    writeFileSync(draft, keepTwice(Buffer.concat([Buffer.from(`${head}${padding}\n`), ...codes.values()])), { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  } catch {
    remove(draft);
  }
}

module.exports = { folder, createLoader, openKept };
