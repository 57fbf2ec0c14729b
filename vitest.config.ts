import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/helpers/width-rule.ts'],
    // The tests decide on colour, width and language themselves.
    env: { FORCE_COLOR: '', NO_COLOR: '', LANG: '', LC_ALL: '', LC_MESSAGES: '', BACKOFFICE_LANG: '', COLUMNS: '', PAGER: '' },
    // The layout tests of the two languages take longest; side by side on two cores, they take half.
    maxWorkers: '100%',
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // The program that tests spawn is the built one, and does not count.
    coverage: { include: ['src/**/*.{ts,tsx}'], reporter: ['text', 'html', 'json'], thresholds: { 'src/core/**': { branches: 90 } } },
  },
});
