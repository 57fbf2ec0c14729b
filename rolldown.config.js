import license from 'rollup-plugin-license';
import { defineConfig } from 'rolldown';

// The program and the library with all they need in a few files: reading hundreds of small
// files of dependencies took longer than everything else a start does.
export default defineConfig({
  input: { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts', 'build/compile-catalogue': 'src/build/compile-catalogue.ts' },
  platform: 'node',
  // write-file-atomic names its temporary files after itself.
  transform: { define: { __filename: 'import.meta.filename' } },
  plugins: [license({ thirdParty: { output: 'dist/THIRD-PARTY-LICENSES.txt' } })],
  output: {
    dir: 'dist',
    format: 'esm',
    // Two folders below the root, as in src, so that paths from there to the root are the same.
    chunkFileNames: 'cli/[name].js',
  },
});
