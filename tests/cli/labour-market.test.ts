import { describe, expect, it } from 'vitest';
import { compareSubjects, languages, loadCatalogue, loadRoleFolders, viewComparison, viewRole } from '../../src/index.ts';
import type { ComparisonDocument, Language, Role, RoleDocument } from '../../src/index.ts';
import { en } from '../../src/messages/en/index.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { compareLabourMarket } from '../../src/pages/compare-labour-market.ts';
import { describeLabourMarket } from '../../src/pages/labour-market.ts';
import { describeWholeLabourMarket } from '../../src/pages/whole-labour-market.ts';
import type { Block } from '../../src/pages/page.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const catalogue = loadCatalogue();
const messages = { ja, en };
const { wageSurvey, openings } = catalogue.labourMarket;

/** Everything that blocks say, one text a line. */
function textOf(blocks: unknown): string {
  if (typeof blocks === 'string') return blocks;
  return typeof blocks === 'object' && blocks !== null ? Object.values(blocks).map(textOf).filter(Boolean).join('\n') : '';
}

function blocksOf(role: Role, language: Language, whole: boolean): Block[] {
  const view = viewRole(catalogue, role, language).role;
  return whole ? describeWholeLabourMarket(view, messages[language]) : describeLabourMarket(view, messages[language]);
}

function tablesOf(blocks: readonly Block[]) {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

function itemsOf(blocks: readonly Block[]) {
  return blocks.flatMap((block) => (block.kind === 'items' ? block.items : []));
}

const noneAlone = { ja: 'この職種だけの統計はありません。', en: 'There are no statistics for this role alone.' };

/** The figures that stand together: those of each row of pay, below its heading where there are several, and each item on openings. */
function groupFigures(blocks: readonly Block[], rows: readonly string[], openingsTitle: string): string[] {
  const groups: string[][] = rows.length === 0 ? [] : [[]];
  let row = 0;
  for (const block of blocks) {
    if (block.kind === 'heading' && block.text === rows[row + 1]) {
      groups.push([]);
      row += 1;
    }
    if (block.kind === 'heading' && (block.text === openingsTitle || /全体、|as a whole/.test(block.text))) continue;
    if (block.kind !== 'items') {
      groups[row]?.push(textOf(block));
      continue;
    }
    for (const item of block.items)
      if (/\d人分|\d openings/.test(item.text)) groups.push([textOf(item)]);
      else groups[row]?.push(textOf(item));
  }
  return groups.map((group) => group.join('\n'));
}

const pages = catalogue.roles.flatMap((role) => languages.flatMap((language) => [false, true].map((whole) => ({ role, language, whole }))));

describe.each(pages)('pay and openings of $role.id in $language, whole: $whole', ({ role, language, whole }) => {
  const words = messages[language].labourMarket;
  const blocks = blocksOf(role, language, whole);
  const said = textOf(blocks);
  const { pay = [], openings: opened = [], groups: groupsOf = [] } = viewRole(catalogue, role, language).role.labourMarket ?? {};
  // The short section has the row that counts.
  const paid = whole ? pay : pay.slice(0, 1);

  it('has the official name of each row, its year and who is in it', () => {
    for (const { officialName } of [...paid, ...opened]) expect(said).toContain(officialName);
    expect(said).toContain(String(wageSurvey.year));
    expect(said).toContain(wageSurvey.people[language]);
    expect(said).toContain(String(openings.year));
    expect(said).toContain(words.noRate);
    expect(said).toContain(words.overtimeRemark);
    // The whole section has a table by years in the occupation, where there are such values.
    const ages = paid.flatMap(({ byAge = {} }) => Object.values(byAge));
    const hasFirstYear = whole ? ages.some((cells) => Object.keys(cells).some((tenure) => tenure !== 'all')) : ages.length > 0;
    expect(said.includes(words.firstYearLegend)).toBe(hasFirstYear);
    expect(said.includes(words.noAges)).toBe(ages.length === 0);
    expect(said).toContain(words.meanLegend);
  });

  it('says of a borrowed row whose it is, and draws bars for own ones only', () => {
    const borrowed = [...paid, ...opened].filter(({ own }) => !own);
    expect(said.split(noneAlone[language]).length - 1).toBe(borrowed.length);
    const names = paid.map((row) => ({ name: words.officialName(row.label, row.officialName), own: row.own }));
    for (const { columns, rows } of tablesOf(blocks)) {
      const drawn = columns.some(({ holds }) => holds === 'gauge');
      expect(rows.some(({ groups }) => groups.flat().some(({ gauge }) => gauge !== undefined))).toBe(drawn);
      for (const { name, own } of names) if (columns.some(({ label, holds }) => label === name && holds === 'gauge')) expect(own).toBe(true);
    }
    if (![...paid, ...opened].some(({ own }) => own)) expect(JSON.stringify(blocks)).not.toContain('"gauge"');
  });

  it('says whose a borrowed row is above every figure of it, once for those that stand together', () => {
    const amount = /万円|¥|時間（|\d hours|\d人分|\d openings/;
    const groups = groupFigures(blocks, paid.length === 0 ? [] : paid.map((row) => words.officialName(row.label, row.officialName)), words.openings);
    expect(groups).toHaveLength(paid.length + opened.length);
    [...paid, ...opened].forEach(({ own, label, officialName }, place) => {
      const group = groups[place] ?? '';
      const [head = '', ...below] = group.split(noneAlone[language]);
      expect(below).toHaveLength(own ? 0 : 1);
      if (!own) expect(head).not.toMatch(amount);
      expect(group).toContain(language === 'ja' ? label : officialName);
      expect(group).toMatch(amount);
    });
  });

  it('says with every figure on openings that it is not the odds of being hired, and that others are not counted', () => {
    for (const { text, detail } of itemsOf(blocks))
      if (/\d人分|\d openings/.test(text)) for (const sentence of [words.noRate, words.onlyOffices]) expect(detail).toContain(sentence);
    expect(said.split(words.onlyOffices).length - 1).toBe(opened.length + (whole ? groupsOf.length : 0));
  });

  it('names its sources where the section stands alone, each once', () => {
    const named = catalogue.sources.filter(({ label }) => said.includes(label[language])).map(({ id }) => id);
    const cited = new Set([wageSurvey.source, openings.source, ...groupsOf.map(({ source }) => source)]);
    expect(new Set(named)).toEqual(whole ? cited : new Set());
  });

  it('names the rows that only the whole section has', () => {
    const others = pay.slice(1).map((row) => words.officialName(row.label, row.officialName));
    if (!whole && others.length > 0) expect(said).toContain(words.moreRows(others));
  });

  it('has what a person of 25 looks at first, and a year’s pay last, with a mean age', () => {
    const first = wageSurvey.occupations.find(({ id }) => id === role.labourMarket?.pay?.[0]?.occupation)?.byAge?.['25-29']?.all?.monthlyScheduled;
    if (first === undefined) expect(said).toContain(words.noAges);
    else {
      const amount = words.monthly(first);
      expect(said.search(/万円|¥/)).toBe(said.indexOf(amount) + (language === 'ja' ? amount.length - 2 : 0));
    }
    const annual = language === 'ja' ? /約[\d,]+万円(.{5})/g : /about ¥[\d,]+(.{5})/g;
    const found = [...said.matchAll(annual)];
    expect(found.length).toBeGreaterThan(0);
    for (const [, behind] of found) expect(behind).toMatch(/（平均|（全年齢|\(all|\(mea/);
  });

  it('never calls the first year inexperience, and has nothing by sex or beyond 40', () => {
    expect(said).not.toMatch(/未経験|no experience|男性|女性|\bmen\b|women/i);
    expect(said).not.toMatch(/(?:4[0-9]|5[0-9])(?:〜|–)/);
  });

  it('keeps a group of the other classification in a table of its own, under its name', () => {
    blocks.forEach((block, place) => {
      if (block.kind !== 'table' || block.columns[0]?.label !== words.year) return;
      const head = blocks[place - 1];
      expect(head).toMatchObject({ kind: 'heading' });
      expect(
        catalogue.labourMarket.openingsByGroup.groups.some(({ label }) => textOf(head).includes(words.trend(words.officialName(label[language], label.ja)))),
      ).toBe(true);
      for (const { label, officialName } of opened) expect(textOf([head, block])).not.toContain(`「${language === 'ja' ? label : officialName}」`);
    });
  });
});

describe('compare', () => {
  const pairs = catalogue.roles.flatMap((first, place) => catalogue.roles.slice(place + 1).map((second) => [first, second] as const));
  const compared = (roles: readonly Role[], language: Language) =>
    viewComparison(
      catalogue,
      compareSubjects(
        catalogue,
        roles.map((role) => ({ kind: 'role', role })),
      ),
      language,
    );

  it.each(languages)('marks what is borrowed, draws no bars, and calls no two roles alike or different by a row (%s)', (language) => {
    const words = messages[language].labourMarket;
    for (const pair of pairs) {
      const blocks = compareLabourMarket(compared(pair, language), messages[language]);
      const [table] = tablesOf(blocks);
      expect(JSON.stringify(blocks)).not.toContain('"gauge"');
      pair.forEach(({ id, labourMarket }, place) => {
        const isPayOwn = labourMarket?.pay?.[0]?.own;
        const isOpeningsOwn = labourMarket?.openings?.[0]?.own;
        for (const { name, groups } of table?.rows ?? []) {
          const [text] = groups[0]?.[place]?.texts ?? [];
          const own = name[0] === words.openingsRow || name[0] === words.openingsColumn ? isOpeningsOwn : isPayOwn;
          if (text !== undefined) expect(text.endsWith(words.borrowed('')), `${id} ${String(name[0])}`).toBe(own !== true);
        }
      });
      expect(textOf(blocks)).toContain(wageSurvey.people[language]);
      const [one, two] = pair.map(({ labourMarket }) => labourMarket?.pay?.[0]?.occupation);
      expect(textOf(blocks).includes(words.sameRow)).toBe(one === two);
      // The first row counts, or the first that is the role's own.
      const isBorrowed = pair.some(({ labourMarket }) => [labourMarket?.pay, labourMarket?.openings].some((rows) => rows?.every(({ own }) => !own)));
      expect(textOf(blocks).includes(words.borrowedLegend)).toBe(isBorrowed);
    }
  });

  it('has a dash, and says what it means, where a role of one’s own has no figures', async () => {
    const folder = makeFolder({ 'own.yaml': roleYaml('own') });
    const { out } = await runCli(['compare', 'jimu', 'own', '--data', folder]);
    expect(out).toContain('28.0万円');
    expect(out).toMatch(/月給、25〜29歳[ │]+28\.0万円[ │]+—/);
    expect(out).toContain(ja.labourMarket.absence);
  });

  it('has the figures as they are in files', async () => {
    const { out } = await runCli(['compare', 'jimu', 'kouhou', '--format', 'csv']);
    const lines = out.split(/\r?\n/).filter((line) => line.startsWith('labour-market'));
    const cellsOf = (id: string) => lines.find((line) => line.split(',').includes(id))?.split(',');
    expect(cellsOf('pay.25-29.all')).toEqual(expect.arrayContaining(['279.6', '274.7', 'thousand-yen', '279.4', 'wage-survey']));
    expect(cellsOf('pay.own')).toEqual(expect.arrayContaining(['true', 'false']));
    expect(cellsOf('annual-pay')).toEqual(expect.arrayContaining(['5413.9', '5252.2']));
    expect(cellsOf('openings.offered-pay')).toEqual(expect.arrayContaining(['208', '230']));
    const document = JSON.parse((await runCli(['compare', 'jimu', 'kouhou', '--format', 'json'])).out) as ComparisonDocument;
    expect(document.schemaVersion).toBe(1);
    expect(document.labourMarket).toMatchObject({
      units: { money: 'thousand-yen' },
      average: { occupations: 145, byAge: { '25-29': { all: { monthlyScheduled: 279.4 } } } },
      roles: [{ pay: [{ occupation: '1257', own: true, annualPay: 5413.9 }] }, { pay: [{ occupation: '1251', own: false }] }],
    });
  });
});

describe('show', () => {
  it('has the document of a role', async () => {
    const { role } = JSON.parse((await runCli(['show', 'jimu', '--section', 'labour-market', '--format', 'json'])).out) as RoleDocument;
    expect(Object.keys(role)).toEqual(['id', 'name', 'japaneseName', 'englishName', 'reading', 'labourMarket']);
    expect(role.labourMarket).toMatchObject({
      pay: [{ occupation: '1257', officialName: '総合事務員', year: 2025, own: true, volatile: false, all: { overtime: 9, workers: 1_277_030 } }],
      openings: [{ occupation: '428', ratio: 0.3, offeredMonthly: 208, class: '06_034-01' }],
      groups: [{ id: '25', years: [{ year: 2023, ratioFullTime: 0.33 }, {}, {}] }],
      neighbour: { id: 'iryou-jimu', ratio: 1.61 },
    });
  });

  it('draws the pay by age and the group by year in a report, and nothing that is borrowed', async () => {
    const chartsOf = async (id: string) => (await runCli(['show', id, '--section', 'labour-market', '--format', 'html'])).out.match(/<figure>/g)?.length ?? 0;
    expect(await chartsOf('jimu')).toBe(2);
    expect(await chartsOf('kouhou')).toBe(0);
    // One row is borrowed, and the two own ones are of two groups.
    expect(await chartsOf('butsuryuu')).toBe(3);
  });

  it('has figures of one’s own with their source', async () => {
    const folder = makeFolder({
      'own.yaml': roleYaml(
        'own',
        `labourMarket:
  pay: [{ own: true, figures: { label: 当社の店舗事務, year: 2026, people: 正社員12人, source: 人事部の集計, byAge: { 25-29: { all: { monthlyScheduled: 262 } } } } }]
  openings: [{ own: true, figures: { label: 当社の募集, year: 2026, people: 応募者, source: 人事部の集計, ratio: 0.5, offeredMonthly: 250 } }]
`,
      ),
    });
    const { out } = await runCli(['show', 'own', '--data', folder], { environment: { COLUMNS: '200' } });
    for (const text of ['26.2万円', '当社の店舗事務', '2026年', '正社員12人', '人事部の集計', '50人分', '応募者']) expect(out).toContain(text);
    expect(out).not.toContain('ハローワークで仕事を探す人100人');
    expect(loadRoleFolders([folder], catalogue).ok).toBe(true);
  });

  it('still says where to look for the pay of a role without figures', async () => {
    const folder = makeFolder({ 'own.yaml': roleYaml('own') });
    expect((await runCli(['show', 'own', '--data', folder])).out).toContain('guide pay');
    expect((await runCli(['show', 'jimu'])).out).not.toContain('ここには載っていません');
  });
});
