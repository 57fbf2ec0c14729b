import license from 'rollup-plugin-license';
import { defineConfig } from 'rolldown';
import { join } from 'node:path';

// What a start needs goes into two files, for each file more takes some 0.5 ms to find and read: what `--version` needs, and what most other commands do.
const listImports = (context, entries) => {
  const found = new Set();
  const follow = (id) => {
    const module = found.has(id) ? null : context.getModuleInfo(id);
    if (module === null || module.isExternal) return;
    found.add(id);
    module.importedIds.forEach(follow);
  };
  for (const entry of entries) follow(join(import.meta.dirname, 'src/cli', entry));
  return found;
};
const fileOf = (name, priority, ...entries) => {
  let modules;
  return {
    debugName: name,
    priority,
    name: (id, context) => ((modules ??= listImports(context, entries)).has(id) ? name : null),
  };
};

// What libraries ask for, and what they get instead.
const replacements = [
  // commander can run other programs, ours does not: loading what it would do that with takes some 2 ms.
  { of: 'commander', asks: 'node:child_process', gets: 'export default {}' },
  // The colours of our tables come from our palette.
  { of: 'cli-table3', asks: '@colors/colors/safe', gets: 'export default {}' },
  // Two rules for the width of a text could disagree.
  {
    of: 'cli-table3',
    asks: 'string-width',
    gets: `export { displayWidth as 'module.exports' } from ${JSON.stringify(join(import.meta.dirname, 'src/render/text/width.ts'))}`,
  },
];
const replaceImports = {
  name: 'replace-imports',
  resolveId: (id, importer) => {
    const found = replacements.findIndex(({ of, asks }) => id === asks && importer.includes(`node_modules/${of}/`));
    return found < 0 ? null : `\0replacement-${found}`;
  },
  load: (id) => replacements[/^\0replacement-(\d+)$/.exec(id)?.[1]]?.gets ?? null,
};

// What of a library is written anew, with the same result.
const rewrites = [
  // cli-table3 0.6.5 merges 17 options anew for every cell, which is half of the time that it takes.
  // Our cells have none of their own, so those of a table do.
  {
    file: 'cli-table3/src/cell.js',
    from: /let optionsChars = .*?(?=\n\n    this\.fixedWidth)/s,
    to: 'Object.assign(this, findTableOptions(tableOptions));',
  },
  {
    file: 'cli-table3/src/cell.js',
    from: /(?=^function setOption\()/m,
    to: `const found = new WeakMap();
function findTableOptions(tableOptions) {
  if (found.has(tableOptions)) return found.get(tableOptions);
  const { truncate, style, chars: tableChars } = tableOptions;
  const chars = {};
  for (const name of CHAR_NAMES) setOption({}, tableChars, name, chars);
  const options = { chars, truncate, head: style.head, border: style.border };
  for (const name of ['padding-left', 'padding-right']) setOption({}, style, name, options);
  found.set(tableOptions, options);
  return options;
}
`,
  },
  // It looks through all rows for places that no cell fills, and our rows have a cell for each column.
  { file: 'cli-table3/src/layout-manager.js', from: /^  function fillInTable\(.*?^  \}$/ms, to: 'function fillInTable() {}' },
  // It looks for colours and line ends where a width is asked for, and for colours that go on in the next line.
  // Ours end with their line, and our width knows them.
  { file: 'cli-table3/src/utils.js', from: /^function strlen\(.*?^\}$/ms, to: 'const strlen = stringWidth;' },
  { file: 'cli-table3/src/utils.js', from: /^function colorizeLines\(.*?^\}$/ms, to: 'const colorizeLines = (lines) => lines;' },
  { file: 'cli-table3/src/utils.js', from: 'return Array(times + 1).join(str);', to: 'return str.repeat(times);' },
  // It shortens every cell to 10 columns for every line that it draws, for a log that nobody reads.
  { file: 'cli-table3/src/cell.js', from: /let content = utils\.truncate\(this\.content, 10, this\.truncate\);\s+if \(!lineNum\) \{.*?\n    \}/s, to: '' },
];
const rewriteLibraries = {
  name: 'rewrite-libraries',
  transform: (code, id) =>
    rewrites
      .filter(({ file }) => id.endsWith(`node_modules/${file}`))
      .reduce((text, { from, to }) => {
        const changed = text.replace(from, () => to);
        if (changed === text) throw new Error(`${id} has changed: look at rolldown.config.js`);
        return changed;
      }, code),
};

// A few files instead of hundreds: reading those of the dependencies took longer than all else that a start does.
export default defineConfig([
  {
    // The library, and the compiler of the catalogue.
    input: {
      index: 'src/index.ts',
      'build/compile-catalogue': 'src/build/compile-catalogue.ts',
      'build/compute-constants': 'src/build/compute-constants.ts',
      'build/keep-compiled': 'src/build/keep-compiled.ts',
      'build/measure-speed': 'src/build/measure-speed.ts',
      'build/simulate-quiz': 'src/build/simulate-quiz.ts',
      'build/write-schemas': 'src/build/write-schemas.ts',
    },
    platform: 'node',
    // The compiler needs at once what pages load when they must.
    checks: { ineffectiveDynamicImport: false },
    output: { dir: 'dist', format: 'esm', chunkFileNames: 'lib/[name].js' },
  },
  {
    // The program. Node 20 starts CommonJS some 20 ms sooner than ES modules.
    input: { main: 'src/cli/main.ts' },
    platform: 'node',
    plugins: [replaceImports, rewriteLibraries, license({ thirdParty: { output: 'dist/THIRD-PARTY-LICENSES.txt' } })],
    output: {
      dir: 'dist/cli',
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name].cjs',
      codeSplitting: {
        groups: [
          fileOf('version', 2, 'main.ts'),
          fileOf(
            'start',
            1,
            'process/start.ts',
            '../render/terminal/table.ts',
            '../render/terminal/grid.ts',
            '../messages/sign-names.ts',
            '../messages/any-language.ts',
          ),
        ],
      },
      // Names stay, so that the stack of a bug can be read.
      minify: { mangle: { keepNames: true }, compress: true, codegen: true },
    },
  },
]);
