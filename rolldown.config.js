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

// commander can run other programs, ours does not: loading what it would do that with takes some 2 ms.
const withoutChildProcesses = {
  name: 'without-child-processes',
  resolveId: (id, importer) => (id === 'node:child_process' && importer.includes('commander') ? '\0none' : null),
  load: (id) => (id === '\0none' ? 'export default {}' : null),
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
    plugins: [withoutChildProcesses, license({ thirdParty: { output: 'dist/THIRD-PARTY-LICENSES.txt' } })],
    output: {
      dir: 'dist/cli',
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name].cjs',
      codeSplitting: {
        groups: [fileOf('version', 2, 'main.ts'), fileOf('start', 1, 'process/start.ts', '../render/terminal/table.ts', '../messages/shared.ts')],
      },
      // Names stay, so that the stack of a bug can be read.
      minify: { mangle: { keepNames: true }, compress: true, codegen: true },
    },
  },
]);
