import type { AgeBand, ExperienceBand, PayTable } from '../core/catalogue/labour-market.ts';
import type { LabourMarketView, OpeningsRowView, PayRowView, StatisticsRowView } from '../core/views/labour-market.ts';
import type { RoleDocument } from '../core/views/role.ts';
import type { Messages } from '../messages/messages.ts';
import type { NamedRow } from '../messages/types/labour-market.ts';
import { command } from '../messages/text.ts';
import type { Command } from '../messages/text.ts';
import type { Block, Cell, Item, TableRow } from './page.ts';
import { textCell } from './page.ts';

/** The ages that people who change jobs early ask about. */
const firstAges = ['20-24', '25-29', '30-34'] as const satisfies readonly AgeBand[];

/** The row that counts: the first own one, or where there is none the first that is borrowed. */
export function findCounted<Row extends StatisticsRowView>(rows: readonly Row[]): Row | undefined {
  return rows.find(({ own }) => own) ?? rows[0];
}

/** Pay, openings and hours on the page of a whole role: what a person of 25 looks at first. */
export function describeLabourMarket({ id, labourMarket }: RoleDocument['role'], messages: Messages): Block[] {
  if (labourMarket === undefined) return [];
  const words = messages.labourMarket;
  const { pay, openings, average } = labourMarket;
  const row = findCounted(pay);
  // All of the wage survey stands together: whose row it is, is said once, at its head.
  const items = [
    ...(row === undefined ? [] : [...describeOvertime(row, average, messages), ...describeAnnualPay(row, average, messages)]),
    ...openings.map((found) => describeOpenings(found, labourMarket, messages)),
  ];
  const others = pay.filter((other) => other !== row).map((other) => nameRow(other, messages).name);
  return [
    { kind: 'heading', text: words.title },
    ...(row === undefined ? [] : describeFirstPay(row, labourMarket, messages)),
    ...(items.length === 0 ? [] : [{ kind: 'items', items } as const]),
    {
      kind: 'fields',
      ...(others.length === 0 ? {} : { caption: words.moreRows(others) }),
      fields: [{ label: words.more, terms: [], commands: [showLabourMarket(id)] }],
    },
  ];
}

/** The command that shows all of it. */
export function showLabourMarket(id: string): Command {
  return command(`show ${id} --section labour-market`);
}

/** A row in a sentence. */
export function nameRow({ label, officialName, year, people }: StatisticsRowView, { labourMarket }: Messages): NamedRow {
  return { name: labourMarket.officialName(label, officialName), year, people };
}

/** What has to be known of a row of the wage survey: whose it is and who is in it. */
export function explainPayRow(row: PayRowView, { pay }: Pick<LabourMarketView, 'pay'>, messages: Messages): string[] {
  const words = messages.labourMarket;
  const named = nameRow(row, messages);
  return [words.whoIsIn(named), ...explainRow(row, messages), ...(row.volatile ? [words.volatileRow] : []), ...sayFirst(row, pay, messages)];
}

/** Of figures of a role file where they come from; the remark of a row; which roles have the same. */
export function explainRow({ occupation, source, own, sharedWith, remark }: StatisticsRowView, { labourMarket: words, joinNames }: Messages): string[] {
  return [
    ...(occupation === undefined ? [words.ownSource(source)] : []),
    ...(remark === undefined ? [] : [remark]),
    ...(own && sharedWith.length > 0 ? [words.sharedRow(joinNames(sharedWith.map(({ label }) => label)))] : []),
  ];
}

/** Of several own rows the first says that it is the one that counts. */
export function sayFirst(row: StatisticsRowView, rows: readonly StatisticsRowView[], messages: Messages): string[] {
  const own = rows.filter((other) => other.own);
  return own.length > 1 && row === own[0] ? [messages.labourMarket.firstRow(own.length, nameRow(row, messages).name)] : [];
}

/** Whose a row is, where it is not the role's own: this is said before any figure of it, once for all that stand together. */
export function sayBorrowed(row: StatisticsRowView & Pick<OpeningsRowView, 'classmates'>, messages: Messages): string[] {
  if (row.own) return [];
  const { borrowedRow, borrowedClass, officialName } = messages.labourMarket;
  const { name } = nameRow(row, messages);
  const others = (row.classmates ?? []).map((other) => officialName(other.label, other.officialName));
  return [others.length === 0 ? borrowedRow(name) : borrowedClass(name, messages.joinNames(others))];
}

function describeFirstPay(row: PayRowView, labourMarket: LabourMarketView, messages: Messages): Block[] {
  const words = messages.labourMarket;
  const cells = firstCells(firstAges, messages);
  const { average } = labourMarket;
  const legends = [...explainPayRow(row, labourMarket, messages), words.meanLegend];
  const table = payTable(row, average, cells, words.monthlyPay, messages);
  return [
    ...leadingSentences(row, average, messages),
    ...(table === undefined ? [] : [table]),
    {
      kind: 'paragraph',
      text: words.join([...legends, ...(table === undefined ? [] : [words.firstYearLegend]), ...thinLegend(row, cells, messages)]),
      tone: 'muted',
      inset: true,
    },
  ];
}

/** Whose the row is, and the pay at 25–29 beside the average of the same people. */
export function leadingSentences(row: PayRowView, average: PayTable, messages: Messages): Block[] {
  const words = messages.labourMarket;
  const [first, all] = [row, average].map(({ byAge }) => byAge?.['25-29']?.all?.monthlyScheduled);
  const said =
    first === undefined
      ? words.noAges
      : all === undefined
        ? words.atFirstAlone(words.monthly(first))
        : words.join([words.atFirst(words.monthly(first), words.monthly(all)), words.smallDifferences]);
  return [{ kind: 'paragraph', text: words.join([...sayBorrowed(row, messages), said]), inset: true }];
}

/** What people who change jobs early ask about: some ages, and of those at 25–29 how long they have been in the occupation. */
export function firstCells(ages: readonly AgeBand[], { labourMarket: words }: Messages): AskedCell[] {
  return [
    ...ages.map((age): AskedCell => ({ label: words.ages[age], age, experience: 'all' })),
    ...(['under1', '1-4'] as const).map((experience): AskedCell => ({
      label: words.experienceAt(words.ages['25-29'], words.experience[experience]),
      age: '25-29',
      experience,
    })),
  ];
}

export interface AskedCell {
  readonly label: string;
  readonly age: AgeBand;
  readonly experience: ExperienceBand;
}

/** A month's pay of some people. */
export function cellOf({ byAge }: PayTable, { age, experience }: Pick<AskedCell, 'age' | 'experience'>): number | undefined {
  return byAge?.[age]?.[experience]?.monthlyScheduled;
}

/** Monthly pay beside the average, with bars for a row of the role's own. */
export function payTable(row: PayRowView, average: PayTable, asked: readonly AskedCell[], label: string, messages: Messages): Block | undefined {
  const words = messages.labourMarket;
  if (asked.every((cell) => cellOf(row, cell) === undefined)) return undefined;
  const amounts = asked.flatMap((cell) => [cellOf(row, cell) ?? 0, cellOf(average, cell) ?? 0]);
  const largest = Math.ceil(Math.max(...amounts) / 100) * 100;
  return {
    kind: 'table',
    ruled: false,
    columns: [
      { label, holds: 'label' },
      { label: nameRow(row, messages).name, holds: row.own ? 'gauge' : 'number' },
      { label: words.allOccupations, holds: 'number', ...(row.own ? { isAverage: true } : {}) },
    ],
    rows: asked.map((cell): TableRow => {
      const [value, beside] = [cellOf(row, cell), cellOf(average, cell)];
      const numberCell = (amount: number | undefined): Cell => textCell(amount === undefined ? undefined : words.monthly(amount));
      const gauge =
        value === undefined || !row.own
          ? {}
          : {
              gauge: {
                value: words.monthly(value),
                position: value / largest,
                ...(beside === undefined ? {} : { average: beside / largest }),
                estimated: false,
              },
            };
      return { name: [cell.label], groups: [[{ ...numberCell(value), ...gauge }, numberCell(beside)]] };
    }),
  };
}

export function thinLegend(row: PayRowView, asked: readonly AskedCell[], { labourMarket }: Messages): string[] {
  return row.occupation !== undefined && asked.some((cell) => cellOf(row, cell) === undefined) ? [labourMarket.thinLegend] : [];
}

export function describeOvertime(row: PayRowView, average: PayTable, messages: Messages): Item[] {
  const words = messages.labourMarket;
  const [value, beside] = [row.all?.overtime, average.all?.overtime];
  if (value === undefined) return [];
  return [
    {
      text: beside === undefined ? words.overtimeAlone(words.hours(value)) : words.overtime(words.hours(value), words.hours(beside)),
      detail: words.join([words.allAges(nameRow(row, messages)), words.overtimeRemark]),
    },
  ];
}

/** A year's pay, only with the mean age of the people it is of. */
export function describeAnnualPay(row: PayRowView, average: LabourMarketView['average'], messages: Messages): Item[] {
  const words = messages.labourMarket;
  const { annualPay, all } = row;
  if (annualPay === undefined || all?.age === undefined) return [];
  const beside =
    average.annualPay === undefined || average.all?.age === undefined ? '' : words.annualAverage(words.annual(average.annualPay), average.all.age.toFixed(1));
  return [
    {
      text: `${words.annualPay(words.annual(annualPay), all.age.toFixed(1))}${beside}`,
      detail: words.join([words.allAges(nameRow(row, messages)), words.annualRemark]),
    },
  ];
}

/** Openings for 100 people looking: a number that is easily taken for a rate of being hired. */
export function countOpenings(ratio: number): number {
  return Math.round(ratio * 100);
}

export function describeOpenings(row: OpeningsRowView, { openings, neighbour }: LabourMarketView, messages: Messages): Item {
  const words = messages.labourMarket;
  const { ratio, occupation, own, classmates = [] } = row;
  const named = nameRow(row, messages);
  const isFirst = row === openings.find((other) => other.own);
  const few = ratio !== undefined && ratio < 1;
  const count = occupation === undefined ? words.countedElsewhere : own || classmates.length === 0 ? words.counted : words.countedClass;
  return {
    text: words.join([...sayBorrowed(row, messages), ratio === undefined ? named.name : count(named, countOpenings(ratio))]),
    detail: words.join([
      words.noRate,
      ...(few ? [words.fewOpenings] : []),
      ...(occupation === undefined ? [] : [words.onlyOffices, words.partTimeUnknown]),
      ...explainRow(row, messages),
      ...sayFirst(row, openings, messages),
      ...(isFirst && few && neighbour !== undefined
        ? [words.busier(neighbour.label, countOpenings(neighbour.ratio)), ...(neighbour.remark === undefined ? [] : [neighbour.remark])]
        : []),
    ]),
  };
}
