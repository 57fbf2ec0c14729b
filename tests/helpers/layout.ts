import { eastAsianWidthType } from 'get-east-asian-width';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCheckPage } from '../../src/pages/check.ts';
import { buildComparisonPage } from '../../src/pages/comparison.ts';
import { buildFitPage } from '../../src/pages/fit.ts';
import { buildFormPage } from '../../src/pages/form.ts';
import { buildGroupPage } from '../../src/pages/group.ts';
import { buildKnowledgePage, viewKnowledge } from '../../src/pages/knowledge.ts';
import { buildGuidePage, buildGuideTopicPage } from '../../src/pages/guide.ts';
import { buildRoleListPage } from '../../src/pages/role-list.ts';
import { buildConceptPage, buildRolePage } from '../../src/pages/role.ts';
import { en } from '../../src/messages/en/index.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { readBreaks } from '../../src/render/text/breaks.ts';
import { findBreaks } from '../../src/render/text/find-breaks.ts';
import type { Break, BreakFinder } from '../../src/render/text/find-breaks.ts';
import { renderTerminal } from '../../src/render/terminal/table.ts';
import { asciiGlyphs, toAscii, unicodeGlyphs } from '../../src/render/text/glyphs.ts';
import { command } from '../../src/messages/text.ts';
import type { Block, Cell, Page } from '../../src/pages/page.ts';
import { drawTexts } from '../../src/render/text/drawn.ts';
import { noColour } from '../../src/render/terminal/palette.ts';
import { findSubject } from '../../src/core/catalogue/queries.ts';
import { compareSubjects } from '../../src/core/catalogue/compare.ts';
import { diagnosticCodes } from '../../src/core/role-files/diagnostics.ts';
import { fitTests, scoreAnswers } from '../../src/core/fit/score.ts';
import { createGroup } from '../../src/core/sheets/group.ts';
import { viewGroup } from '../../src/core/views/group.ts';
import type { FitState } from '../../src/core/fit/answer-code.ts';
import { generateQuestions, gradeAnswers } from '../../src/core/knowledge/knowledge.ts';
import type { Language } from '../../src/core/catalogue/model.ts';
import { viewFit } from '../../src/core/views/fit.ts';
import { viewComparison } from '../../src/core/views/comparison.ts';
import { viewConcept } from '../../src/core/views/concept.ts';
import { viewForm } from '../../src/core/views/form.ts';
import { viewGuide, viewGuideTopic } from '../../src/core/views/guide.ts';
import { viewRole } from '../../src/core/views/role.ts';
import { listQuantities } from '../../src/core/figures/quantities.ts';
import { viewRoleList } from '../../src/core/views/role-list.ts';
import { loadCatalogue } from '../../src/index.ts';
import { breakTable } from './cli.ts';
import { measureColumns, notAtLineStart, readTables, squeeze } from './screen.ts';
import type { PrintedTable } from './screen.ts';

const catalogue = loadCatalogue();
const messages = { ja, en };
const knownBreaks = { ja: remember(readBreaks(breakTable('ja'))), en: remember(readBreaks(breakTable('en'))) };

/** Composed texts are the same at every width: their breaks are found once. */
function remember(known: (text: string) => readonly Break[] | undefined): BreakFinder {
  const found = new Map<string, readonly Break[]>();
  return (text) => {
    const breaks = known(text) ?? found.get(text) ?? findBreaks(text);
    found.set(text, breaks);
    return breaks;
  };
}
// Wider than 120 columns only tables still change, and less and less.
const widths = [...Array.from({ length: 81 }, (_, index) => 40 + index), ...Array.from({ length: 20 }, (_, index) => 124 + 4 * index)];
const ids = catalogue.roles.map(({ id }) => id);
/** Each role with another one; over nine widths, with every other one. */
const pairsAt = (width: number) => ids.map((id, index) => [id, ids[(index + 1 + (width % (ids.length - 1))) % ids.length] ?? '']);

export function render(page: Page, language: Language, width: number, ascii = false): Promise<string> {
  const glyphs = ascii ? asciiGlyphs : unicodeGlyphs;
  return renderTerminal(drawTexts(page, 'backoffice', ascii ? toAscii : undefined), {
    width,
    palette: noColour,
    glyphs,
    messages: messages[language],
    knownBreaks: knownBreaks[language],
    invocation: 'backoffice',
    interactive: true,
  });
}

export function comparePage(subjects: readonly string[], language: Language, onlyDifferent = false): Page {
  const comparison = compareSubjects(
    catalogue,
    subjects.map((id) => findSubject(catalogue, id)),
  );
  return buildComparisonPage(viewComparison(catalogue, comparison, language, onlyDifferent), messages[language]);
}

const parts = ['labour-market', 'figures', 'sources'] as const;

/** Answer sheets for the result of the fit test: liking what one role is about, answers without any pattern, and some that go with neighbours. */
const sheets = [
  catalogue.fit.items.map(({ dimension }) => (dimension === 'numbers' ? 5 : 2)),
  catalogue.fit.items.map((_, index) => 1 + ((index * 7) % 5)),
  Array.from('43441542332534453333423152334341424334333224', Number),
];
const states: readonly FitState[] = sheets.map((answers) => ({
  test: 'full',
  answers: new Map(catalogue.fit.items.map(({ id }, index) => [id, answers[index] ?? 3])),
  avoid: ['busy-season', 'overtime'],
}));

function knowledgePage(language: Language): Page {
  const questions = generateQuestions(catalogue, { seed: 1, count: 20, language });
  const answers = questions.map((_, index) => index % 4);
  const graded = gradeAnswers(questions, answers);
  return buildKnowledgePage(viewKnowledge(catalogue, questions, answers, graded, { seed: 1, allRoles: false }, language), messages[language]);
}

/** A file with every kind of problem. */
function checkPage(language: Language): Page {
  const source = { before: 'facets: [数字, ', marked: 'desk-wrok', after: ']' };
  const diagnostics = diagnosticCodes.map((code) => ({
    ...{ code, file: 'my-roles/tenpo-jimu.yaml', line: 6, column: 14, source, name: code === 'yaml-odd-space' ? 'U+3000' : 'desk-wrok', other: 'keiri' },
    ...{ expected: code === 'file-unreadable' ? 'not-found' : 'list', nearest: ['desk-work'], allowed: ids, yamlCode: 'MISSING_CHAR' },
  }));
  return buildCheckPage({ files: ['my-roles/tenpo-jimu.yaml'], diagnostics }, command('list'), messages[language]);
}

/** Every page that a command can print, but for comparisons. */
/** A group of many people. */
function groupPage(language: Language): Page {
  const group = createGroup(catalogue);
  for (const [place, { answers, test, avoid }] of states.entries())
    for (let count = 0; count <= 5 + place; count += 1) group.add(scoreAnswers(catalogue, answers, test, avoid), avoid);
  return buildGroupPage(viewGroup(catalogue, group.count(), language), messages[language]);
}

function allPages(language: Language): [string, Page][] {
  const words = messages[language];
  return [
    ['list', buildRoleListPage(viewRoleList(catalogue, catalogue.roles, language), words)],
    ['list by measure', buildRoleListPage(viewRoleList(catalogue, catalogue.roles, language, listQuantities(catalogue)[5]), words)],
    ['list by openings', buildRoleListPage(viewRoleList(catalogue, catalogue.roles, language, listQuantities(catalogue)[3]), words)],
    ...catalogue.roles.flatMap((role) =>
      parts.map((part): [string, Page] => [`show ${role.id} ${part}`, buildRolePage(viewRole(catalogue, role, language, [part]), [part], words)]),
    ),
    ['guide', buildGuidePage(viewGuide(catalogue, language), words)],
    ...catalogue.roles.map((role): [string, Page] => [`show ${role.id}`, buildRolePage(viewRole(catalogue, role, language), [], words)]),
    ...states.map((state, index): [string, Page] => [`fit ${index}`, buildFitPage(viewFit(catalogue, state, language), words)]),
    ...fitTests.map((test): [string, Page] => [`form ${test}`, buildFormPage(viewForm(catalogue, test, language, words.form), words)]),
    ['group', groupPage(language)],
    ['knowledge', knowledgePage(language)],
    ['check', checkPage(language)],
    ...catalogue.concepts.map((concept): [string, Page] => [
      `show ${concept.id}`,
      buildConceptPage(viewConcept(catalogue, { kind: 'concept', concept }, language), words),
    ]),
    ...catalogue.guide.map((topic): [string, Page] => [`guide ${topic.id}`, buildGuideTopicPage(viewGuideTopic(catalogue, topic, language), 'pay', words)]),
  ];
}

function textsOf(drawn: Block): string[] {
  const block = drawTexts(drawn, 'backoffice');
  switch (block.kind) {
    case 'title':
      return [block.name, block.reading ?? '', ...block.asides];
    case 'heading':
      return [block.text, block.remark ?? ''];
    case 'paragraph':
      return [block.text];
    // Drawn by formats that can draw only.
    case 'radar':
      return [];
    case 'fields':
      return [block.caption ?? '', ...block.fields.flatMap(({ label, terms, commands = [] }) => [label, ...terms, ...commands])];
    case 'items':
      return block.items.flatMap(({ text, tag = '', detail = '', facts = [], notes = [] }) => {
        const pairs = [...facts, ...notes.flatMap(({ figures = [] }) => figures)];
        return [text, tag, detail, ...notes.map((note) => note.text), ...pairs.flatMap(({ label, value }) => [label, value])];
      });
    case 'problem':
      return [block.place, block.label, block.text, ...block.hints];
    case 'table':
      return block.rows.flatMap(({ name, remark = '', groups }) => [...name, remark, ...groups.flatMap((group) => group.flatMap(textsOfCell))]);
  }
}

const textsOfCell = (cell: Cell | undefined): string[] =>
  cell?.gauge === undefined ? [...(cell?.texts ?? []), ...(cell?.closing === undefined ? [] : [cell.closing])] : [cell.gauge.value];

const unmarked = (line: string) => line.trim().replace(/^(?:[•=→*>!#]|->) /u, '');
/** A cell without the bar behind its value. */
const unbarred = (line: string) => line.replace(/ [█▌▒·┃]{6,20}$/u, '');

/** What stands in each cell of a table, without spaces. */
function cellsOf({ columns, rows }: Extract<Block, { kind: 'table' }>): string[][] {
  return rows.map(({ name, remark = '', groups }) => [
    squeeze(name.join('') + remark),
    ...columns
      .slice(1)
      .map(
        (_, column) =>
          squeeze(groups.flatMap((group) => textsOfCell(group[column])).join('')) || (groups.some((group) => group[column]?.quiet === true) ? '' : '—'),
      ),
  ]);
}

/**
 * What is not in line in a printed table: entries that rows share begin beside each other, below all that stands above them; numbers end where
 * their column does; a rule parts rows, and none is left over.
 */
function findMisaligned({ columns, rows, ruled }: Extract<Block, { kind: 'table' }>, printed: PrintedTable): string[] {
  const faults = rows.flatMap(({ groups }, row) => {
    // The line of each column at which the next group may begin.
    const next = columns.map(() => 0);
    return groups.flatMap((group, place) => {
      const starts = group.flatMap((cell, index) => {
        const lines = printed.rows[row]?.[index + 1] ?? [];
        const text = squeeze(textsOfCell(cell).join(''));
        if (text === '') return [];
        const start = lines.findIndex((line, at) => at >= (next[index] ?? 0) && line.trim() !== '');
        let [end, read] = [start, ''];
        for (; end < lines.length && read.length < text.length; end += 1) read += squeeze(unbarred(unmarked(lines[end] ?? '')));
        next[index] = end;
        return [start];
      });
      next.fill(Math.max(...next));
      return new Set(starts).size > 1 ? [`not in line: entries ${place} of row ${row} begin at lines ${starts.join(', ')}`] : [];
    });
  });
  const ragged = columns.flatMap(({ holds, label }, column) =>
    holds === 'number' && printed.rows.some((row) => row[column]?.some((line) => line !== '' && measureColumns(line) !== printed.widths[column]))
      ? [`not in line: numbers of ${label}`]
      : [],
  );
  const rules = ruled ? rows.length - 1 : 0;
  return [...faults, ...ragged, ...(printed.rules === rules ? [] : [`rules: ${printed.rules} instead of ${rules}`])];
}

/** What is wrong with a screen; nothing may be. Collected by hand: millions of `expect` calls take minutes. */
export function findFaults(page: Page, screen: string, width: number): string[] {
  const faults: string[] = [];
  for (const line of screen.split('\n')) {
    if (measureColumns(line) > width) faults.push(`too wide: ${line}`);
    for (const cell of line.split(/ [│|] /u)) if (notAtLineStart.test(unmarked(cell))) faults.push(`forbidden line start: ${line}`);
  }
  const squeezed = squeeze(screen);
  const tables = page.blocks.filter((block) => block.kind === 'table');
  const expected = tables.map((table) => JSON.stringify(cellsOf(table)));
  // Headings stand between the rows of a table.
  const headings = tables.flatMap(({ rows }) => rows.flatMap(({ heading }) => heading ?? []));
  const printedTables = readTables(headings.reduce((whole, heading) => whole.replace(new RegExp(`\\n\\n *${heading}\\n(?!\\n)`), '\n'), screen));
  const printed = printedTables.map(({ rows }) =>
    JSON.stringify(rows.map((cells) => cells.map((lines) => squeeze(lines.map((line) => unbarred(unmarked(line))).join(''))))),
  );
  // Each printed table is one of the page's, in their order; those that are not printed as tables are stacked.
  const places = printed.reduce<number[]>((found, table) => [...found, expected.indexOf(table, (found.at(-1) ?? -1) + 1)], []);
  places.forEach((place, index) => {
    const [table, found] = [tables[place], printedTables[index]];
    if (table === undefined || found === undefined) faults.push(`table: ${printed[index] ?? ''} is none of ${expected.join('\n')}`);
    else faults.push(...findMisaligned(table, found));
  });
  let count = 0;
  for (const block of page.blocks) {
    if (block.kind === 'table' && places.includes(count++)) continue;
    for (const text of textsOf(block)) if (!squeezed.includes(squeeze(text))) faults.push(`lost: ${text}`);
  }
  return faults;
}

async function findFaultsAt(name: string, page: Page, language: Language, width: number): Promise<string[]> {
  const faults = findFaults(page, await render(page, language, width), width);
  return faults.map((fault) => `${name} at ${width}: ${fault}`);
}

/** Every page of a language at every width: a file for each language, so that they run side by side. */
export function testLayout(language: Language): void {
  describe(`every page in ${language}`, () => {
    it('keeps every character, within the width, with no forbidden line start, at every width from 40 to 120, and at every fourth to 200', async () => {
      const pages = allPages(language);
      expect(pages.length).toBe(9 + states.length + catalogue.roles.length * (1 + parts.length) + catalogue.concepts.length + catalogue.guide.length);
      const faults: string[] = [];
      for (const [name, page] of pages) for (const width of widths) faults.push(...(await findFaultsAt(name, page, language, width)));
      expect(faults).toEqual([]);
    });

    it('does so in comparisons, each role at each width', async () => {
      const pages = new Map(ids.flatMap((_, shift) => pairsAt(shift).map((pair) => [pair.join(' '), comparePage(pair, language)])));
      expect(pages.size).toBe(ids.length * (ids.length - 1));
      const faults: string[] = [];
      for (const width of widths) {
        for (const pair of pairsAt(width))
          faults.push(...(await findFaultsAt(pair.join(' '), pages.get(pair.join(' ')) ?? comparePage(pair, language), language, width)));
      }
      expect(faults).toEqual([]);
    });

    it('does so for any number of roles, with and without what is the same', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(ids, { minLength: 2, maxLength: 10 }),
          fc.integer({ min: 40, max: 200 }),
          fc.boolean(),
          async (subjects, width, onlyDifferent) => {
            expect(await findFaultsAt(subjects.join(' '), comparePage(subjects, language, onlyDifferent), language, width)).toEqual([]);
          },
        ),
        { numRuns: 200 },
      );
    });

    it('uses no East Asian Ambiguous character with --ascii', async () => {
      for (const [name, page] of allPages(language)) {
        for (const width of [40, 80, 120]) {
          const characters = Array.from(await render(page, language, width, true));
          const ambiguous = characters.filter((character) => eastAsianWidthType(character.codePointAt(0) ?? 0) === 'ambiguous');
          expect(ambiguous, `${name} at ${width}`).toEqual([]);
        }
      }
    });
  });
}
