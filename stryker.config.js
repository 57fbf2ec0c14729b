/**
 * Where a slip would be told nowhere else: what is changed, and the tests that should notice. One area at a time, as each has its own share to
 * kill, and as some tests of the area run for every change.
 */
const areas = {
  names: { mutate: ['src/core/catalogue/names.ts'], tests: ['tests/core/catalogue/names.test.ts'] },
  wrap: { mutate: ['src/render/text/{wrap,find-breaks,width}.ts'], tests: ['tests/render/wrap.test.ts'] },
  parse: { mutate: ['src/core/role-files/{parse,line-and-column,yaml-document}.ts'], tests: ['tests/core/role-files/{load,check,line-and-column}.test.ts'] },
  answers: { mutate: ['src/core/sheets/{parse-answers,json-document,check-answers}.ts'], tests: ['tests/core/sheets/answers.test.ts'] },
  fit: { mutate: ['src/core/fit/{score,statistics,loadings}.ts'], tests: ['tests/core/fit/{score,statistics,fit}.test.ts'] },
};

const area = process.env.AREA;

/** The area that AREA names, or all of them as one. */
export const { mutate, tests } =
  area === undefined
    ? { mutate: Object.values(areas).flatMap(({ mutate }) => mutate), tests: Object.values(areas).flatMap(({ tests }) => tests) }
    : areas[area];

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.js' },
  concurrency: 2,
  mutate,
  ignorePatterns: ['/coverage', '/reports'],
  incrementalFile: `reports/${area}.incremental.json`,
  reporters: ['clear-text', 'html', 'progress-append-only'],
  timeoutMS: 60_000,
  htmlReporter: { fileName: `reports/${area}.html` },
  clearTextReporter: { allowColor: false, logTests: false },
  thresholds: { high: 95, low: 90, break: 85 },
};
