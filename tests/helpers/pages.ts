import { encodeState } from '../../src/core/fit/answer-code.ts';
import { fitTests, itemsOf } from '../../src/core/fit/score.ts';
import type { Catalogue, Language } from '../../src/core/catalogue/model.ts';

const queries: Readonly<Record<Language, readonly string[]>> = {
  ja: ['年末調整', '残業が少ない', 'リモートワーク', 'データ 入力', '人と話す', 'パソコン', '見つからない言葉'],
  en: ['year-end adjustment', 'little overtime', 'remote work', 'data entry', 'people', 'part-time', 'nothing like this'],
};

/** What goes wrong, each with a message of its own. */
const faults: readonly (readonly string[])[] = [
  ['kieri'],
  ['show', 'バックオフィスの経理部門'],
  ['compare', 'jimu'],
  ['compare', 'jimu', '事務'],
  ['guide', 'back-ofice'],
  ['list', '--facets', 'x'],
  ['list', '--facet'],
  ['list', '--facet', 'desk'],
  ['list', '--resource', 'monye'],
  ['list', '--sort', 'size'],
  ['list', '--format', 'pdf'],
  ['list', '-o', '/nowhere/there/roles.html'],
  ['list', '--data', '/nowhere'],
  ['show', 'jimu', '--section', 'pros'],
  ['show', 'jimu', 'soumu'],
  ['show', 'jimu', '--format', 'csv'],
  ['quiz', '--code', '12345'],
  ['quiz', '--resume', 'tomorrow'],
  ['form', 'knowledge'],
  ['form', '-o', 'form.docx'],
  ['form', '--format', 'ndjson'],
  ['score', 'nowhere.csv'],
  ['score', 'nowhere.docx', '-o', 'results.pdf'],
  ['check', 'nowhere.yaml'],
  ['completion', 'tcsh'],
  ['new', 'IR!'],
  ['--oops'],
];

/** Command lines that show every page, help text and many errors of one language; none asks anything or writes a file. */
export function listPages(catalogue: Catalogue, language: Language): string[][] {
  const ids = catalogue.roles.map(({ id }) => id);
  const next = (index: number, step: number) => ids[(index + step) % ids.length] ?? '';
  const codes = fitTests.flatMap((test) =>
    [3, 7, 11].map((step) => {
      const answers = new Map(itemsOf(catalogue, test).map(({ id }, index) => [id, 1 + ((index * step + Math.floor(index / 5)) % 5)]));
      return encodeState(catalogue, { test, answers, avoid: step === 7 ? ['busy-season', 'overtime'] : [] });
    }),
  );
  const commands = ['list', 'show', 'compare', 'quiz', 'form', 'score', 'search', 'guide', 'new', 'check', 'completion', 'help'];
  const pages: (readonly string[])[] = [
    ['list'],
    ['list', '--facet', 'no-qualification'],
    ['list', '--sort', 'regular-schedule'],
    ...ids.flatMap((id, index) => [
      ['show', id],
      ['show', id, '--section', 'figures'],
      ['show', id, '--section', 'sources'],
      ['compare', id, next(index, 1)],
      ['compare', id, next(index, 4), '--diff'],
    ]),
    ...catalogue.concepts.map(({ id }) => ['show', id]),
    ['compare', 'keiri', 'zaimu', 'kaikei'],
    ['compare', ...ids],
    ['guide'],
    ...catalogue.guide.map(({ id }) => ['guide', id]),
    ...queries[language].map((query) => ['search', query]),
    ...codes.map((code) => ['quiz', '--code', code]),
    ...fitTests.map((test) => ['form', test]),
    ['score', 'docs/responses.csv', '--group'],
    ['score', 'docs/responses.csv', '--format', 'table'],
    ['--help'],
    ...commands.map((command) => ['help', command]),
    ...faults,
  ];
  return pages.map((args) => [...args, '--lang', language]);
}
