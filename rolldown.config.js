import license from 'rollup-plugin-license';
import { defineConfig } from 'rolldown';

// A few files instead of hundreds: reading those of the dependencies took longer than all else that a start does.
export default defineConfig([
  {
    // The library, and the compiler of the catalogue.
    input: {
      index: 'src/index.ts',
      'build/compile-catalogue': 'src/build/compile-catalogue.ts',
      'build/compute-constants': 'src/build/compute-constants.ts',
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
    plugins: [license({ thirdParty: { output: 'dist/THIRD-PARTY-LICENSES.txt' } })],
    output: { dir: 'dist/cli', format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
  },
]);
