import { ageBands, experienceBands } from '../core/catalogue/labour-market.ts';
import type { ComparisonDocument } from '../core/views/comparison.ts';
import type { StatisticsRowView } from '../core/views/labour-market.ts';
import type { Messages } from '../messages/messages.ts';
import { addLabel } from './composed.ts';
import { cellOf, findCounted } from './labour-market.ts';

/** One row of a comparison as text for files. */
export interface LabourMarketRecord {
  readonly label: string;
  readonly id: string;
  readonly unit: string;
  readonly average: string;
  readonly cells: readonly string[];
  readonly sources: readonly string[];
}

/**
 * Pay, openings and hours as records, a cell for each role: of the row of the statistics that counts its code and name, its year, who is in it and whether it
 * is the role's own, then its figures as they are.
 */
export function listLabourMarketRecords({ labourMarket }: ComparisonDocument, messages: Messages): LabourMarketRecord[] {
  if (labourMarket === undefined) return [];
  const words = messages.labourMarket;
  const { average, roles } = labourMarket;
  const { money, hours, ratio } = labourMarket.units;
  const pay = roles.map((role) => findCounted(role?.pay ?? []));
  const openings = roles.map((role) => findCounted(role?.openings ?? []));
  const records = [
    ...describeRows(pay, 'pay', words.payRow),
    ...ageBands.flatMap((age) =>
      experienceBands.map((experience) => {
        const label = words.monthlyAt(words.experienceAt(words.ages[age], words.experience[experience]));
        const beside = cellOf(average, { age, experience });
        return recordOf(pay, { label, id: `pay.${age}.${experience}`, unit: money, beside }, (row) => cellOf(row, { age, experience }));
      }),
    ),
    recordOf(pay, { label: words.overtimeColumn, id: 'overtime', unit: hours, beside: average.all?.overtime }, ({ all }) => all?.overtime),
    recordOf(pay, { label: words.annualColumn, id: 'annual-pay', unit: money, beside: average.annualPay }, ({ annualPay }) => annualPay),
    recordOf(pay, { label: words.age, id: 'age', unit: 'years', beside: average.all?.age }, ({ all }) => all?.age),
    ...describeRows(openings, 'openings', words.openingsRow),
    recordOf(openings, { label: words.openings, id: 'openings.ratio', unit: ratio }, (row) => row.ratio),
    recordOf(openings, { label: words.offeredPay, id: 'openings.offered-pay', unit: money }, ({ offeredMonthly }) => offeredMonthly),
  ];
  return records.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

interface Recorded {
  readonly label: string;
  readonly id: string;
  readonly unit?: string;
  readonly beside?: number | undefined;
}

function recordOf<Row extends StatisticsRowView>(
  rows: readonly (Row | undefined)[],
  { label, id, unit = '', beside }: Recorded,
  read: (row: Row) => string | number | boolean | undefined,
): LabourMarketRecord {
  return {
    label,
    id,
    unit,
    average: beside === undefined ? '' : String(beside),
    cells: rows.map((row) => String((row === undefined ? undefined : read(row)) ?? '')),
    sources: [...new Set(rows.flatMap((row) => row?.source ?? []))],
  };
}

/** Which row of the statistics stands for each role. */
function describeRows(rows: readonly (StatisticsRowView | undefined)[], id: string, label: string): LabourMarketRecord[] {
  const record = (name: string, read: (row: StatisticsRowView) => string | number | boolean) =>
    recordOf(rows, { label: addLabel(label, name), id: `${id}.${name}` }, read);
  return [
    record('occupation', ({ occupation = '', officialName }) => `${occupation} ${officialName}`.trim()),
    record('year', ({ year }) => year),
    record('people', ({ people }) => people),
    record('own', ({ own }) => own),
  ];
}
