import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The tests decide on colour, width and language themselves.
    env: { FORCE_COLOR: '', NO_COLOR: '', LANG: '', LC_ALL: '', LC_MESSAGES: '', BACKOFFICE_LANG: '', COLUMNS: '', PAGER: '' },
    testTimeout: 60_000,
  },
});
