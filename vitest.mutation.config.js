import { defineConfig } from 'vitest/config';
import { tests } from './stryker.config.js';
import config from './vitest.config.ts';

export default defineConfig({
  test: { ...config.test, include: tests, isolate: false, setupFiles: [...config.test.setupFiles, 'tests/helpers/find-one-failure.ts'] },
});
