import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The arrows of docs/architecture.md as rules. A later entry replaces an earlier one for the same
// files, so the file sets of `layer` do not overlap.
const layer = (files, ignores, forbidden) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns: Object.entries(forbidden).map(([message, group]) => ({ group, message })) }] },
});
const terminalLibraries = ['chalk', 'inquirer', '@inquirer/*', 'commander', 'string-width', 'linebreak'];
const core = {
  'core knows nothing of the command line': ['**/cli/**', '**/build/**'],
  'core knows no terminal': [...terminalLibraries, ...['process', 'child_process', 'readline', 'tty'].flatMap((name) => [name, `node:${name}`])],
};
const loaders = ['src/core/role-files/files.ts', 'src/core/catalogue/compiled.ts'];
const above = [
  'commands/**',
  'session.ts',
  'run.ts',
  'program.ts',
  'main.ts',
  'context.ts',
  'create-style.ts',
  'deliver.ts',
  'short-form.ts',
  'explain.ts',
].map((name) => `**/${name}`);

// One file each imports a library that draws or asks.
const importers = { chalk: 'src/cli/render/palette.ts', inquirer: 'src/cli/prompts/inquirer.ts' };
const only = (files, ignores, libraries) => ({
  files,
  ignores,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { paths: libraries.map((name) => ({ name, message: `Only ${importers[name]} imports ${name}.` })) }],
  },
});
const drawn = Object.keys(importers);

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'reports/', '.stryker-tmp/'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['bin/*.js'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Prettier breaks code, not comments and strings. From ESLint 11 on the rule is that of @stylistic/eslint-plugin.
      'max-len': ['error', { code: 160 }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/naming-convention': ['error', { selector: 'function', format: ['camelCase'] }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  layer(['src/core/**'], loaders, { ...core, 'only the loaders touch files': ['fs', 'fs/*', 'node:fs', 'node:fs/*'] }),
  layer(loaders, [], core),
  layer(['src/cli/render/**'], [], {
    'render turns pages into text and knows no command': [...above, '**/pages/**', '**/prompts/**'],
    'render does not parse command lines or ask': ['commander', 'inquirer', '@inquirer/*'],
  }),
  layer(['src/cli/pages/**'], [], {
    'pages turn views into blocks': [
      ...above,
      '**/prompts/**',
      '**/render/**',
      '!**/render/page.ts',
      '!**/render/output.ts',
      '**/core/files.ts',
      '**/core/load.ts',
      '**/core/parse.ts',
      'node:*',
    ],
    'pages know no terminal': terminalLibraries,
  }),
  layer(['src/cli/prompts/**'], [], { 'prompts only ask': [...above, '**/pages/**', '**/core/files.ts', '**/core/load.ts'] }),
  layer(['src/cli/commands/**'], [], {
    'commands turn flags into a call of core and hand the view on': ['yaml', 'valibot', '**/prompts/inquirer.ts', '**/render/formats/*', '**/main.ts'],
  }),
  {
    files: ['src/**'],
    ignores: ['src/cli/main.ts', 'src/cli/process/**', 'src/build/**'],
    rules: { 'no-restricted-globals': ['error', 'process', 'console', 'globalThis'] },
  },
  only(['src/**'], Object.values(importers), drawn),
  ...Object.entries(importers).map(([library, file]) =>
    only(
      [file],
      [],
      drawn.filter((name) => name !== library),
    ),
  ),
  { files: ['*.config.*', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['bin/*.js', '*.config.js'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['bin/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
