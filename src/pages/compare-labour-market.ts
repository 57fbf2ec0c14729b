import type { ComparisonDocument } from '../core/views/comparison.ts';
import type { OpeningsRowView, PayRowView, StatisticsRowView } from '../core/views/labour-market.ts';
import type { Messages } from '../messages/messages.ts';
import { addLabel } from './composed.ts';
import { cellOf, countOpenings, explainRow, findCounted, firstCells, nameRow, sayBorrowed, sayFirst } from './labour-market.ts';
import type { Block, Cell, TableRow } from './page.ts';
import { textCell } from './page.ts';

/** What is needed of a comparison. */
interface ComparedMarket extends Pick<ComparisonDocument, 'labourMarket'> {
  readonly roles: readonly { readonly name: string }[];
}

/** What one role has in a row of the comparison: a text, marked where it is borrowed. */
type ReadCell<Row> = (row: Row) => string | undefined;

/** Pay, openings and hours side by side. No word on what is alike or different, and no bars: some rows are borrowed, some shared. */
export function compareLabourMarket({ roles, labourMarket }: ComparedMarket, messages: Messages): Block[] {
  if (labourMarket === undefined) return [];
  const words = messages.labourMarket;
  const { average } = labourMarket;
  const pay = labourMarket.roles.map((role) => findCounted(role?.pay ?? []));
  const openings = labourMarket.roles.map((role) => findCounted(role?.openings ?? []));
  const rowOf = <Row extends StatisticsRowView>(name: string, rows: readonly (Row | undefined)[], read: ReadCell<Row>, beside?: string): TableRow => ({
    name: [name],
    groups: [[...rows.map((row) => borrowable(row, read, messages)), beside === undefined ? { texts: [], quiet: true } : textCell(beside)]],
  });
  const officialName = (row: StatisticsRowView) => nameRow(row, messages).name;
  const monthly = (amount: number | undefined) => (amount === undefined ? undefined : words.monthly(amount));
  const hours = ({ all }: Pick<PayRowView, 'all'>) => (all?.overtime === undefined ? undefined : words.hours(all.overtime));
  const annual = ({ annualPay, all }: Pick<PayRowView, 'all' | 'annualPay'>) =>
    annualPay === undefined || all?.age === undefined ? undefined : words.annualWithAge(words.annual(annualPay), all.age.toFixed(1));
  const counted = ({ ratio }: OpeningsRowView) => (ratio === undefined ? undefined : words.perHundred(countOpenings(ratio)));
  const rows = [
    rowOf(words.payRow, pay, officialName),
    ...firstCells(['25-29', '20-24', '30-34'], messages).map((cell) =>
      rowOf(words.monthlyAt(cell.label), pay, (row) => monthly(cellOf(row, cell)), monthly(cellOf(average, cell))),
    ),
    rowOf(words.overtimeColumn, pay, hours, hours(average)),
    rowOf(words.openingsRow, openings, officialName),
    rowOf(words.openingsColumn, openings, counted),
    rowOf(words.annualColumn, pay, annual, annual(average)),
  ];
  return [
    { kind: 'heading', text: words.title },
    {
      kind: 'table',
      // Values take several lines where it is narrow.
      ruled: true,
      columns: [
        { label: '', holds: 'label' },
        ...roles.map(({ name }) => ({ label: name, holds: 'number' }) as const),
        { label: words.allOccupations, holds: 'number' },
      ],
      rows,
    },
    ...listLegends(pay, openings, messages).map((text): Block => ({ kind: 'paragraph', text, tone: 'muted' })),
    ...roles.flatMap(({ name }, place) =>
      [labourMarket.roles[place]?.pay, labourMarket.roles[place]?.openings].flatMap((found = []) =>
        explainCounted(found, messages).map((text): Block => ({ kind: 'paragraph', text: addLabel(name, text), tone: 'muted' })),
      ),
    ),
    ...(rows.some(({ groups: [cells = []] }) => cells.some(({ texts, quiet }) => texts.length === 0 && quiet !== true))
      ? [{ kind: 'paragraph', text: words.absence, tone: 'muted' } as const]
      : []),
  ];
}

function borrowable<Row extends StatisticsRowView>(row: Row | undefined, read: ReadCell<Row>, { labourMarket }: Messages): Cell {
  const text = row === undefined ? undefined : read(row);
  return textCell(row === undefined || text === undefined || row.own ? text : labourMarket.borrowed(text));
}

/** What the mark of borrowed figures means, who is in the figures, what they leave out, and which of them are the same figure. */
function listLegends(pay: readonly (PayRowView | undefined)[], openings: readonly (OpeningsRowView | undefined)[], messages: Messages): string[] {
  const words = messages.labourMarket;
  const [survey] = pay.filter((row) => row?.occupation !== undefined);
  const [offices] = openings.filter((row) => row?.occupation !== undefined);
  const codes = pay.flatMap((row) => row?.occupation ?? []);
  const isFew = openings.some((row) => row?.ratio !== undefined && row.ratio < 1);
  return [
    ...([...pay, ...openings].some((row) => row?.own === false) ? [words.borrowedLegend] : []),
    ...(survey === undefined
      ? []
      : [
          words.join([
            ...[words.whoCompared(survey.year, survey.people), words.monthlyLegend, words.meanLegend],
            ...[words.firstYearLegend, words.overtimeRemark, words.noVerdict],
          ]),
        ]),
    ...(offices === undefined
      ? []
      : [words.join([words.openingsCompared(offices.year), words.noRate, ...(isFew ? [words.fewOpenings] : []), words.onlyOffices, words.partTimeUnknown])]),
    ...(new Set(codes).size < codes.length ? [words.sameRow] : []),
  ];
}

/** What is to be said of the row of a role that counts: whose it is, and of figures of its own file where they come from. */
function explainCounted(rows: readonly (PayRowView | OpeningsRowView)[], messages: Messages): string[] {
  const words = messages.labourMarket;
  const row = findCounted(rows);
  if (row === undefined) return [];
  const said = [
    ...sayBorrowed(row, messages),
    ...(row.occupation === undefined ? [words.whoIsIn(nameRow(row, messages))] : []),
    ...explainRow(row, messages),
    ...('volatile' in row && row.volatile ? [words.volatileRow] : []),
    ...sayFirst(row, rows, messages),
  ];
  return said.length === 0 ? [] : [words.join(said)];
}
