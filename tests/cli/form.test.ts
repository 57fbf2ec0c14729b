import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/core/catalogue/model.ts';
import type { Language } from '../../src/core/catalogue/model.ts';
import { encodeState } from '../../src/core/fit/answer-code.ts';
import type { FitState } from '../../src/core/fit/answer-code.ts';
import { fitTests, itemsOf } from '../../src/core/fit/score.ts';
import type { FitTest } from '../../src/core/fit/score.ts';
import { isScored, scoreSheets } from '../../src/core/sheets/score-sheets.ts';
import { viewForm } from '../../src/core/views/form.ts';
import type { FormDocument } from '../../src/core/views/form.ts';
import { loadCatalogue } from '../../src/index.ts';
import { en } from '../../src/messages/en/index.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { renderCsvRows } from '../../src/render/csv.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder } from '../helpers/folder.ts';
import { exportResponses, runScript } from '../helpers/google-forms.ts';

const catalogue = loadCatalogue();
const messages = { ja, en };
const kinds = fitTests.flatMap((test) => languages.map((language) => [test, language] as const));
const formOf = (test: FitTest, language: Language) => viewForm(catalogue, test, language, messages[language].form);
const print = (test: FitTest, language: Language, format: string) => runCli(['form', test, '--lang', language, '--format', format]);
const bytesOf = (out: string) => Buffer.from(out, 'latin1');

/** A person who filled in a form. */
interface Person {
  readonly id: string;
  readonly state: FitState;
}

/** Five people who answer differently, leave something out, and want to avoid nothing, one thing or several. */
const peopleOf = (test: FitTest): Person[] =>
  [1, 2, 3, 4, 5].map((step) => ({
    id: `${step}-太郎, "A"`,
    state: {
      test,
      answers: new Map(itemsOf(catalogue, test).flatMap(({ id }, place) => (place === step ? [] : [[id, 1 + ((place * step + (place >> 2)) % 5)] as const]))),
      avoid: catalogue.fit.avoidances.flatMap(({ id }, place) => (place % 5 < step - 1 && step % 2 === 1 ? [id] : [])),
    },
  }));
const expected = (people: readonly Person[]) => people.map(({ id, state }) => ({ id, code: encodeState(catalogue, state) }));

async function score(table: string): Promise<{ id?: string; code?: string }[]> {
  const found: { id?: string; code?: string }[] = [];
  const bytes = Buffer.from(table);
  const chunks = (async function* () {
    yield await Promise.resolve(bytes);
  })();
  for await (const event of scoreSheets(catalogue, chunks, 'responses.csv')) {
    if (event.kind !== 'rows') continue;
    for (const row of event.rows) found.push(isScored(row) ? { id: row.id ?? '', code: row.code ?? '' } : { code: JSON.stringify(row.failure) });
  }
  return found;
}

/** What a person writes under a header of the form: digits, labels or nothing. */
function fill({ person, items, answers, avoid }: FormDocument, header: string, { id, state }: Person, asLabel: boolean, joint: string): string {
  if (header === person.question) return id;
  if (header === avoid.question) return avoid.choices.flatMap((choice) => (state.avoid.includes(choice.id) ? [choice.label] : [])).join(joint);
  const item = items.find(({ text }) => text === header);
  const answer = item === undefined ? undefined : state.answers.get(item.id);
  if (answer === undefined) return '';
  return asLabel ? (answers.find(({ value }) => value === answer)?.label ?? '') : String(answer);
}

/** A table with these headers, a person a row. */
const fillTable = (form: FormDocument, headers: readonly string[], people: readonly Person[], asLabel = false, joint = ', ') =>
  renderCsvRows([headers, ...people.map((person) => headers.map((header) => fill(form, header, person, asLabel, joint)))]);

describe.each(kinds)('a form of the %s test in %s', (test, language) => {
  const form = formOf(test, language);
  const people = peopleOf(test);
  const headers = [form.person.question, ...form.items.map(({ text }) => text), form.avoid.question];

  it('says what it is for, who reads it and for how long, and that nobody must answer, before it asks', async () => {
    const { purpose, readers, kept, voluntary, notForHiring } = messages[language].form.statements;
    expect(form.about).toEqual([purpose, messages[language].form.length[test], readers, kept, voluntary, notForHiring]);
    expect(form.about.filter((text) => text.includes(form.blank))).toHaveLength(2);
    // What is written in words is what is asked.
    expect(messages[language].form.length[test]).toContain(String(form.items.length));
    expect(form.items).toHaveLength(itemsOf(catalogue, test).length);
    for (const format of ['table', 'plain', 'json', 'yaml', 'markdown', 'csv', 'html', 'gs']) {
      const { code, out } = await runCli(['form', test, '--lang', language, '--format', format], { environment: { COLUMNS: '200' } });
      expect(code).toBe(0);
      const squeezed = out.replace(/\s+/g, '');
      const places = [...form.about, ...form.items.map(({ text }) => text)].map((text) => {
        return squeezed.indexOf((text.split(form.blank)[0] ?? '').replace(/\s+/g, ''));
      });
      expect(
        places.filter((place) => place < 0),
        format,
      ).toEqual([]);
      expect(
        places.toSorted((a, b) => a - b),
        format,
      ).toEqual(places);
    }
  });

  it('is read back from a list that was pasted into another form', async () => {
    const { out: csv } = await print(test, language, 'csv');
    const rows = parse(csv, { columns: true }) as unknown as { readonly kind: string; readonly text: string }[];
    const asked = ['person', 'item', 'avoid'].flatMap((kind) => rows.filter((row) => row.kind === kind).map(({ text }) => text));
    expect(asked).toEqual(headers);
    const json = JSON.parse((await print(test, language, 'json')).out) as FormDocument;
    expect(json).toEqual(form);
    expect(parseYaml((await print(test, language, 'yaml')).out)).toEqual(json);
    const { out: markdown } = await print(test, language, 'markdown');
    expect(markdown.split('\n').filter((line) => line.startsWith('- ') && headers.includes(line.slice(2)))).toHaveLength(form.items.length);
    for (const asLabel of [false, true]) expect(await score(fillTable(form, asked, people, asLabel))).toEqual(expected(people));
  });

  it('is read back from paper, typed as a row of digits or under its questions', async () => {
    const { out } = await print(test, language, 'html');
    const asked = Array.from(out.matchAll(/<th scope="row">(.*?)<\/th>/g), ([, text = '']) => text);
    expect(asked).toEqual(form.items.map(({ text }) => text));
    expect(out.match(/<span class="box">/g)).toHaveLength(catalogue.fit.avoidances.length);
    // Room for a name, for who sees the answers and for how long they are kept.
    expect(out.match(/<span class="line">/g)).toHaveLength(3);
    expect(out).not.toMatch(/<script|https?:|<img|<link/);
    expect(await score(fillTable(form, [form.person.question, ...asked, form.avoid.question], people))).toEqual(expected(people));
    const digits = people.map(({ id, state }) => [id, form.items.map((item) => String(state.answers.get(item.id) ?? '-')).join('')]);
    const unasked = people.map(({ id, state }) => ({ id, state: { ...state, avoid: [] } }));
    expect(await score(renderCsvRows([['id', 'answers'], ...digits]))).toEqual(expected(unasked));
  });

  it('is read back from a workbook, filled in from its lists', async () => {
    const { sheets } = await readXlsx(bytesOf((await print(test, language, 'xlsx')).out));
    const [about, table] = sheets;
    if (about === undefined || table === undefined) throw new Error('no sheets');
    const { workbook } = messages[language].form;
    expect(sheets.map(({ name }) => name)).toEqual([workbook.about, workbook.answers]);
    const lines = about.rows.map(([text]) => text);
    expect(lines.slice(0, form.about.length + 1)).toEqual([form.title, ...form.about]);
    expect(table.rows).toEqual([headers]);
    expect(table.freezePane).toMatchObject({ rows: 1 });
    const rules = table.dataValidations ?? [];
    const columns = ['A', ...Array.from({ length: headers.length - 1 }, (_, place) => nameColumn(place + 1))];
    expect(rules.map(({ range }) => range)).toEqual(columns.slice(1).map((name) => `${name}2:${name}1001`));
    for (const { type, values, showErrorMessage } of rules.slice(0, -1))
      expect({ type, values, showErrorMessage }).toEqual({ type: 'list', values: ['1', '2', '3', '4', '5'], showErrorMessage: true });
    const [sheet, , first, , last] = (rules.at(-1)?.formula1 ?? '').split(/['!]+|\$A\$|:/).filter((part, place) => place > 0 || part !== '');
    expect(sheet).toBe(workbook.about);
    const offered = lines.slice(Number(first) - 1, Number(last));
    expect(offered).toEqual(form.avoid.choices.map(({ label }) => label));
    // Several can be typed.
    expect(rules.at(-1)?.showErrorMessage ?? false).toBe(false);
    // What Excel takes at most.
    for (const { inputMessage = '', errorMessage = '' } of rules) expect(Math.max(inputMessage.length, errorMessage.length)).toBeLessThanOrEqual(225);
    const filled = table.rows[0]?.map(String) ?? [];
    expect(await score(fillTable(form, filled, people, false, language === 'ja' ? '、' : ', '))).toEqual(expected(people));
  });

  it('is read back from the Google form that its script makes', async () => {
    const { out } = await print(test, language, 'gs');
    const [one = '', two = '', three = '', empty] = out.split('\n');
    expect([one, two, three].map((line) => line.slice(0, 5))).toEqual(['// 1.', '// 2.', '// 3.']);
    expect(empty).toBe('');
    const made = runScript(out);
    expect(made).toMatchObject({ title: form.title, description: form.about.join('\n') });
    expect(made.log).toHaveLength(2);
    expect(made.items.map(({ kind }) => kind)).toEqual([
      'text',
      ...Array.from({ length: form.items.length / 11 }, () => ['page', 'grid']).flat(),
      'page',
      'checkbox',
    ]);
    expect(made.items.flatMap(({ rows }) => rows)).toEqual(form.items.map(({ text }) => text));
    expect(made.items.some(({ isRequired }) => isRequired)).toBe(false);
    expect(runScript(out.replace('isRequired = false', 'isRequired = true')).items.filter(({ isRequired }) => isRequired)).toHaveLength(
      1 + form.items.length / 11,
    );
    const responses = people.map(
      (person) => (title: string, row: string | undefined) =>
        row === undefined ? [fill(form, title, person, true, ', ')] : [fill(form, row, person, true, ', ')],
    );
    expect(await score(exportResponses(made, responses))).toEqual(expected(people));
  });
});

/** The name of a column, from 0. */
function nameColumn(place: number): string {
  const before = Math.floor(place / 26);
  return (before === 0 ? '' : nameColumn(before - 1)) + String.fromCharCode(65 + (place % 26));
}

describe('what a form asks', () => {
  it.each(languages)('is worded as the quiz has it, and can be told apart where answers are joined (%s)', (language) => {
    expect(messages[language].quiz.askAvoid.startsWith(catalogue.fit.avoidQuestion[language])).toBe(true);
    for (const { label } of catalogue.fit.avoidances) expect(label[language]).not.toMatch(/[,;、，；\n]/);
    for (const { label } of catalogue.fit.responses) expect(label[language]).not.toMatch(/[,;、，；\n]/);
  });
});

describe('form', () => {
  it('is the full test unless the quick one is said, by its id or name', async () => {
    const { out } = await runCli(['form', '--format', 'json']);
    expect((JSON.parse(out) as FormDocument).test).toBe('full');
    for (const name of ['quick', 'QUICK', ja.quiz.fitTests.quick])
      expect((JSON.parse((await runCli(['form', name, '--format', 'json'])).out) as FormDocument).test).toBe('quick');
  });

  it('goes by the ending of its file, and writes all of its bytes', async () => {
    const folder = makeFolder();
    for (const [ending, format] of [
      ['html', 'html'],
      ['xlsx', 'xlsx'],
      ['XLSX', 'xlsx'],
      ['gs', 'gs'],
      ['csv', 'csv'],
      ['md', 'markdown'],
      ['json', 'json'],
    ] as const) {
      const file = join(folder, `form.${ending}`);
      expect(await runCli(['form', '-o', file])).toMatchObject({ code: 0, out: '' });
      const { out } = await print('full', 'ja', format);
      const written = readFileSync(file);
      if (format !== 'xlsx') expect(written.toString()).toBe(out);
      else expect((await readXlsx(written)).sheets[1]?.rows).toEqual((await readXlsx(bytesOf(out))).sheets[1]?.rows);
    }
  });

  it('is paged on a terminal, where files are of no use', async () => {
    const terminal = { columns: 80, rows: 24 };
    const { out, paged } = await runCli(['form'], { terminal });
    expect(out).toBe('');
    expect(paged).toHaveLength(1);
    for (const format of ['html', 'xlsx']) {
      for (const lang of languages) {
        const { code, out: none, err } = await runCli(['form', '--format', format, '--lang', lang], { terminal });
        expect({ code, none }).toEqual({ code: 2, none: '' });
        expect(err).toContain(`form.${format}`);
      }
    }
    expect((await runCli(['form', '--format', 'gs'], { terminal })).out).toContain('FormApp.create');
  });

  it.each<[string[], string[]]>([
    [
      ['form', 'knowledge'],
      ['full', 'quick'],
    ],
    [['form', 'full', 'quick'], ['quick']],
    [
      ['form', '--format', 'ndjson'],
      ['xlsx', 'gs'],
    ],
    [
      ['form', '-o', 'form.docx'],
      ['.xlsx', '.gs', '.html'],
    ],
    [
      ['list', '--format', 'xlsx'],
      ['csv', 'html'],
    ],
    [
      ['list', '-o', 'roles.xlsx'],
      ['.csv', '.html'],
    ],
    [
      ['show', 'keiri', '--format', 'gs'],
      ['markdown', 'html'],
    ],
    [
      ['score', 'answers.csv', '-o', 'results.gs'],
      ['.csv', '.ndjson'],
    ],
  ])('%j is no command line', async (args, words) => {
    for (const lang of languages) {
      const { code, out, err } = await runCli([...args, '--lang', lang]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      for (const word of words) expect(err).toContain(word);
    }
  });

  it('does not take the place of a role file', async () => {
    const folder = makeFolder({ 'own.yaml': 'id: own\nname: { ja: 営業事務, en: Sales support }\nsummary: { ja: 営業を支えます。, en: Supports sales. }\n' });
    const before = readFileSync(join(folder, 'own.yaml'));
    expect((await runCli(['form', '--data', folder, '-o', join(folder, 'own.yaml')])).code).toBe(2);
    expect(readFileSync(join(folder, 'own.yaml'))).toEqual(before);
  });
});
