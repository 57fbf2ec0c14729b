import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The arrows of docs/architecture.md as rules: a floor imports from those below it only. Floors from the lowest to the highest, and the files
// outside (`build`, the library) that none of them imports. A later entry replaces an earlier one for the same files, so the file sets of
// `layer` do not overlap. What goes round in a circle is found by oxlint (.oxlintrc.json).
const floors = ['core', 'messages', 'pages', 'render', 'cli'];
const layer = (files, ignores, forbidden) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns: Object.entries(forbidden).map(([message, group]) => ({ group, message })) }] },
});
const above = (floor) => ({
  [`${floor} imports from no floor above it`]: [...floors.slice(floors.indexOf(floor) + 1), 'build'].map((name) => `**/${name}/**`).concat('**/src/index.ts'),
});

const terminalLibraries = ['chalk', 'inquirer', '@inquirer/*', 'commander', 'cli-table3', 'string-width', 'linebreak'];
const node = (...names) => names.flatMap((name) => [name, `node:${name}`]);
const noProcess = node('process', 'child_process', 'readline', 'readline/*', 'tty');
const noFiles = node('fs', 'fs/*');
const loaders = ['src/core/role-files/files.ts', 'src/core/catalogue/compiled.ts'];
const core = { ...above('core'), 'core knows no terminal': [...terminalLibraries, ...noProcess] };
// What a page is made from was loaded before.
const loading = ['files', 'load', 'parse'].map((name) => `**/core/role-files/${name}.ts`);
const breakTables = ['src/render/text/breaks.ts'];
const render = {
  ...above('render'),
  'render neither parses command lines nor asks': ['commander', 'inquirer', '@inquirer/*', ...noProcess],
  'render loads nothing': loading,
};

// One file each imports a library that draws or asks.
const importers = { chalk: 'src/render/terminal/palette.ts', 'cli-table3': 'src/render/terminal/grid.ts', inquirer: 'src/cli/prompts/inquirer.ts' };
const only = (files, ignores, libraries) => ({
  files,
  ignores,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { paths: libraries.map((name) => ({ name, message: `Only ${importers[name]} imports ${name}.` })) }],
  },
});
const drawn = Object.keys(importers);

export default defineConfig(
  { ignores: ['dist/', 'types/', 'coverage/', 'reports/', '.stryker-tmp/'] },
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
  layer(['src/core/**'], loaders, { ...core, 'only the loaders touch files': noFiles }),
  layer(loaders, [], core),
  layer(['src/messages/**'], [], { ...above('messages'), 'messages are words, and touch nothing': [...terminalLibraries, 'node:*', ...loading] }),
  layer(['src/pages/**'], [], { ...above('pages'), 'pages have no width and no colour, and touch nothing': [...terminalLibraries, 'node:*', ...loading] }),
  layer(['src/render/**'], breakTables, { ...render, 'render touches no files': noFiles }),
  layer(breakTables, [], render),
  layer(['src/cli/prompts/**'], [], { 'prompts only ask': ['**/pages/**', '**/commands/**', '**/run.ts', '**/main.ts', ...loading] }),
  layer(['src/cli/commands/**'], [], {
    'commands turn flags into a call of core and hand the view on': [
      ...['yaml', 'valibot', 'chalk'],
      ...[
        '**/prompts/inquirer.ts',
        '**/render/html/**',
        '**/render/terminal/table.ts',
        '**/render/terminal/plain.ts',
        '**/main.ts',
        '**/run.ts',
        '**/process/start.ts',
      ],
    ],
  }),
  layer(['src/cli/**'], ['src/cli/{prompts,commands}/**'], { 'the command line builds nothing': ['**/build/**', '**/src/index.ts'] }),
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
