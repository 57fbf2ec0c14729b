import type { AgeBand, ExperienceBand, PayTable } from '../core/catalogue/labour-market.ts';
import { ageBands, companySizes, experienceBands } from '../core/catalogue/labour-market.ts';
import { computeAnnualPay } from '../core/figures/labour-market.ts';
import type { LabourMarketView, OpeningsGroupView, OpeningsRowView, PayRowView } from '../core/views/labour-market.ts';
import type { RoleDocument } from '../core/views/role.ts';
import type { Messages } from '../messages/messages.ts';
import {
  cellOf,
  countOpenings,
  describeAnnualPay,
  describeOpenings,
  describeOvertime,
  explainPayRow,
  leadingSentences,
  nameRow,
  payTable,
  sayBorrowed,
  thinLegend,
} from './labour-market.ts';
import { addLabel } from './composed.ts';
import type { AskedCell } from './labour-market.ts';
import type { Block, Cell, Item, TableRow } from './page.ts';
import { textCell } from './page.ts';

/** All of it: by age and years in the occupation, by size of company, openings, and the trend of the group. */
export function describeWholeLabourMarket({ labourMarket }: RoleDocument['role'], messages: Messages): Block[] {
  if (labourMarket === undefined) return [];
  const words = messages.labourMarket;
  const { pay, openings, groups, average } = labourMarket;
  return [
    { kind: 'heading', text: words.title, ...(pay.length === 0 ? {} : { remark: words.averageLegend(average.occupations) }) },
    ...pay.flatMap((row) => describePay(row, labourMarket, messages)),
    ...(openings.length === 0
      ? []
      : [
          { kind: 'heading', text: words.openings } as const,
          { kind: 'items', items: openings.map((row) => addOfferedPay(describeOpenings(row, labourMarket, messages), row, messages)) } as const,
          ...(openings.some(({ offeredMonthly }) => offeredMonthly !== undefined)
            ? [{ kind: 'paragraph', text: words.offeredRemark, tone: 'muted', inset: true } as const]
            : []),
        ]),
    ...groups.flatMap((group) => describeTrend(group, messages)),
    ...listSources(labourMarket, messages),
  ];
}

function describePay(row: PayRowView, labourMarket: LabourMarketView, messages: Messages): Block[] {
  const words = messages.labourMarket;
  const { average } = labourMarket;
  const ages = ageBands.map((age): AskedCell => ({ label: words.ages[age], age, experience: 'all' }));
  const table = payTable(row, average, ages, words.monthlyPay, messages);
  return [
    {
      kind: 'heading',
      text: nameRow(row, messages).name,
      remark: words.join([...sayBorrowed(row, messages), ...explainPayRow(row, labourMarket, messages), words.meanLegend]),
    },
    ...leadingSentences({ ...row, own: true }, average, messages),
    ...(table === undefined ? [] : [table]),
    ...describeExperience(row, average, messages),
    ...describeSizes(row, messages),
    {
      kind: 'items',
      items: [...describeOvertime(row, average, messages), ...describeHours(row, average, messages), ...describeAnnualPay(row, average, messages)],
    },
  ];
}

function describeExperience(row: PayRowView, average: PayTable, messages: Messages): Block[] {
  const words = messages.labourMarket;
  const years = experienceBands.filter((experience) => experience !== 'all');
  const asked = ageBands.flatMap((age) => years.map((experience) => ({ label: '', age, experience })));
  if (asked.every((cell) => cellOf(row, cell) === undefined)) return [];
  const cell = (age: AgeBand, experience: ExperienceBand): Cell => {
    const [value, beside] = [cellOf(row, { age, experience }), cellOf(average, { age, experience })];
    if (value === undefined) return textCell(undefined);
    const text = words.monthlyNumber(value);
    return textCell(beside === undefined ? text : words.besideAverage(text, words.monthlyNumber(beside)));
  };
  return [
    {
      kind: 'heading',
      text: words.byExperience,
      remark: words.join([words.firstYearLegend, words.cellLegend, ...thinLegend(row, asked, messages)]),
    },
    {
      kind: 'table',
      ruled: false,
      columns: [
        { label: nameRow(row, messages).name, holds: 'label' },
        ...years.map((experience) => ({ label: words.experience[experience], holds: 'number' }) as const),
      ],
      rows: ageBands.map((age) => ({ name: [words.ages[age]], groups: [years.map((experience) => cell(age, experience))] })),
    },
  ];
}

function describeSizes(row: PayRowView, messages: Messages): Block[] {
  const words = messages.labourMarket;
  const { bySize } = row;
  const sizes = companySizes.filter((size) => bySize?.[size] !== undefined);
  if (bySize === undefined || sizes.length === 0) return [];
  return [
    {
      kind: 'heading',
      text: words.bySize,
      remark: words.join([
        words.allAges(nameRow(row, messages)),
        words.bySizeRemark,
        ...(row.occupation !== undefined && sizes.length < companySizes.length ? [words.leftOutSizes] : []),
      ]),
    },
    {
      kind: 'table',
      ruled: false,
      columns: [
        { label: words.size, holds: 'label' },
        { label: words.monthlyPay, holds: 'number' },
        { label: words.overtimeColumn, holds: 'number' },
        { label: words.annualColumn, holds: 'number' },
      ],
      rows: sizes.map((size): TableRow => {
        const { monthlyScheduled, overtime, age, ...others } = bySize[size] ?? {};
        const annual = computeAnnualPay(others);
        return {
          name: [words.sizes[size]],
          groups: [
            [
              textCell(monthlyScheduled === undefined ? undefined : words.monthly(monthlyScheduled)),
              textCell(overtime === undefined ? undefined : words.hours(overtime)),
              textCell(annual === undefined || age === undefined ? undefined : words.annualWithAge(words.annual(annual), age.toFixed(1))),
            ],
          ],
        };
      }),
    },
  ];
}

function describeHours(row: PayRowView, average: PayTable, messages: Messages): Item[] {
  const words = messages.labourMarket;
  const [value, beside] = [row.all?.hours, average.all?.hours];
  if (value === undefined) return [];
  const text = beside === undefined ? words.scheduledAlone(words.hours(value)) : words.scheduled(words.hours(value), words.hours(beside));
  return [{ text, detail: words.allAges(nameRow(row, messages)) }];
}

function addOfferedPay(item: Item, row: OpeningsRowView, messages: Messages): Item {
  const words = messages.labourMarket;
  if (row.offeredMonthly === undefined || typeof item.detail !== 'string') return item;
  return { ...item, detail: words.join([item.detail, words.offered(words.monthly(row.offeredMonthly), nameRow(row, messages))]) };
}

/** Where all of it comes from, and of which years. Figures of a role file have said so themselves. */
function listSources({ pay, openings, groups, average, sources }: LabourMarketView, { roleList }: Messages): Block[] {
  const yearsOf = (rows: readonly { readonly source: string; readonly year: number }[], id: string) =>
    [...new Set(rows.filter(({ source }) => source === id).map(({ year }) => year))].sort((one, other) => one - other);
  const ofGroups = groups.flatMap(({ source, years }) => years.map(({ year }) => ({ source, year })));
  return sources.map(({ id, label }) => ({
    kind: 'fields',
    caption: addLabel(roleList.source, label),
    fields: [
      {
        label: roleList.yearOf,
        terms: [...yearsOf([...pay, average], id).map(roleList.year.pay), ...yearsOf([...openings, ...ofGroups], id).map(roleList.year.openings)],
      },
    ],
  }));
}

/** A group over the years, in a table of its own under its own name: it is no class, and its figures are not those of the rows. */
function describeTrend(group: OpeningsGroupView, messages: Messages): Block[] {
  const words = messages.labourMarket;
  const name = words.officialName(group.label, group.officialName);
  const largest = Math.max(1, ...group.years.map(({ ratioFullTime }) => Math.ceil(ratioFullTime)));
  return [
    { kind: 'heading', text: words.trend(name), remark: words.join([words.trendRemark(name), words.onlyOffices]) },
    {
      kind: 'table',
      ruled: false,
      columns: [
        { label: words.year, holds: 'label' },
        { label: words.openingsColumn, holds: 'gauge' },
        { label: words.withPartTime, holds: 'number' },
        { label: words.offeredPay, holds: 'number' },
      ],
      rows: group.years.map(({ year, ratioFullTime, ratioWithPartTime, offeredMonthly }) => {
        const value = words.perHundred(countOpenings(ratioFullTime));
        return {
          name: [String(year)],
          groups: [
            [
              { texts: [value], gauge: { value, position: ratioFullTime / largest, estimated: false } },
              textCell(words.perHundred(countOpenings(ratioWithPartTime))),
              textCell(words.monthly(offeredMonthly)),
            ],
          ],
        };
      }),
    },
  ];
}
