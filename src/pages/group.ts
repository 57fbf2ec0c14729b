import type { GroupDocument, GroupTraitView } from '../core/views/group.ts';
import type { PublishedCount } from '../core/sheets/publish-counts.ts';
import { formatCount } from '../messages/any-language.ts';
import type { Messages } from '../messages/messages.ts';
import { command } from '../messages/text.ts';
import type { Records } from './output.ts';
import { textCell } from './page.ts';
import type { Block, Cell, Column, Page, TableRow } from './page.ts';

/** A group at a glance: how many have which role first, what is not clear, what most want to avoid, and what they answered. */
export function buildGroupPage(document: GroupDocument, messages: Messages): Page {
  const { group } = messages;
  const { people } = document;
  const title: Block = { kind: 'title', name: group.title, asides: [people === undefined ? group.underFive : group.people(people)] };
  const next = { label: messages.common.next, command: command('score --help') };
  if (people === undefined) return { blocks: [title, { kind: 'paragraph', text: group.tooFew }], next };
  const hasCounts = [document.roles, document.avoid, document.neighbours].some((counts) => counts !== undefined);
  return {
    blocks: [
      title,
      { kind: 'paragraph', text: group.caution },
      { kind: 'paragraph', text: hasCounts ? group.hiddenRemark : group.noCounts, tone: 'muted' },
      ...showRoles(document, people, messages),
      ...showCounts(document.avoid, people, { heading: group.avoid, remark: group.avoidRemark, label: group.hardPart }, messages),
      ...showCounts(
        document.neighbours?.map(({ name, ...counted }) => ({ ...counted, label: name })),
        people,
        { heading: group.neighbours, remark: group.neighboursRemark, label: messages.common.role },
        messages,
      ),
      ...showProfile(document, messages),
    ],
    next,
  };
}

/** A group as records: what is counted or averaged, its id and name, and the number, or why it is not told. */
export function listGroupRecords(document: GroupDocument, { group }: Messages): Records {
  const { people, roles = [], standings, avoid = [], neighbours = [], profile = [] } = document;
  const count = (subject: string, id: string, label: string, counted: PublishedCount | undefined): string[] => [
    subject,
    id,
    label,
    counted !== undefined && 'count' in counted ? String(counted.count) : '',
    counted === undefined || 'count' in counted ? '' : 'underFive' in counted ? 'under-five' : 'withheld',
    '',
    '',
  ];
  return {
    header: ['subject', 'id', 'label', 'count', 'hidden', 'mean', 'spread'],
    rows: [
      count('people', '', group.title, people === undefined ? { underFive: true } : { count: people }),
      ...roles.map(({ id, name, first }) => count('first', id, name, first)),
      ...roles.flatMap(({ id, name, shared }) => (shared === undefined ? [] : [count('shared-first', id, name, shared)])),
      ...listStandings(standings).map(([id, counted]) => count('standing', id, group.standing[id], counted)),
      ...avoid.map(({ id, label, ...counted }) => count('avoid', id, label, counted)),
      ...neighbours.map(({ id, name, ...counted }) => count('neighbour', id, name, counted)),
      ...profile.map(({ id, label, mean, spread }) => ['trait', id, label, '', '', String(mean), String(spread)]),
    ],
  };
}

function showRoles({ roles = [], standings }: GroupDocument, people: number, messages: Messages): Block[] {
  const { group } = messages;
  if (standings === undefined) return [];
  return [
    ...showCounts(
      roles.map(({ name, first }) => ({ label: name, ...first })),
      people,
      { heading: group.first, label: messages.common.role },
      messages,
    ),
    ...showCounts(
      roles.flatMap(({ name, shared }) => (shared === undefined ? [] : [{ label: name, ...shared }])),
      people,
      { heading: group.shared, remark: group.sharedRemark, label: messages.common.role },
      messages,
    ),
    { kind: 'heading', text: group.standings },
    {
      kind: 'table',
      ruled: false,
      columns: [
        { label: group.answer, holds: 'label' },
        { label: group.count, holds: 'number' },
      ],
      rows: listStandings(standings).map(([id, counted]) => ({ name: [group.standing[id]], groups: [[textCell(writeCount(counted, messages))]] })),
    },
  ];
}

export function listStandings(standings: GroupDocument['standings']) {
  if (standings === undefined) return [];
  const { shared, open, undecided, unscorable } = standings;
  return [['shared', shared] as const, ['open', open] as const, ['undecided', undecided] as const, ['unscorable', unscorable] as const];
}

interface Headings {
  readonly heading: string;
  readonly remark?: string;
  readonly label: string;
}

function showCounts(
  counts: readonly (PublishedCount & { readonly label: string })[] | undefined,
  people: number,
  { heading, remark, label }: Headings,
  messages: Messages,
): Block[] {
  if (counts === undefined || counts.length === 0) return [];
  const shown = counts.filter((counted) => !('underFive' in counted));
  return [
    { kind: 'heading', text: heading, ...(remark === undefined ? {} : { remark }) },
    ...table(
      label,
      messages.group.count,
      sortShown(shown.map((counted) => ({ name: counted.label, shown: counted }))).map(({ name, shown: counted }) => ({
        name: [name],
        groups: [[countCell(counted, people, messages)]],
      })),
    ),
    ...nameSmall(
      counts.filter((counted) => 'underFive' in counted).map((counted) => counted.label),
      messages,
    ),
  ];
}

/** The most first; what is not told keeps its place behind them, which says nothing of it. */
function sortShown<Row extends { readonly shown: PublishedCount }>(rows: readonly Row[]): Row[] {
  const countOf = ({ shown }: Row) => ('count' in shown ? shown.count : 0);
  return rows.toSorted((a, b) => countOf(b) - countOf(a));
}

function nameSmall(names: readonly string[], { group, joinTerms }: Messages): Block[] {
  return names.length === 0 ? [] : [{ kind: 'paragraph', text: group.underFiveOf(joinTerms(names)), tone: 'muted' }];
}

function table(name: string, gauge: string, rows: readonly TableRow[]): Block[] {
  const columns: Column[] = [
    { label: name, holds: 'label' },
    { label: gauge, holds: 'gauge' },
  ];
  return rows.length === 0 ? [] : [{ kind: 'table', ruled: false, columns, rows }];
}

function countCell(counted: PublishedCount, people: number, messages: Messages): Cell {
  const value = writeCount(counted, messages);
  return { texts: [value], gauge: { value, position: 'count' in counted ? counted.count / people : 0, estimated: false } };
}

/** A count of people in words, as far as it may be told. */
export function writeCount(counted: PublishedCount, { group }: Pick<Messages, 'group'>): string {
  return 'count' in counted ? formatCount(counted.count) : 'underFive' in counted ? group.underFive : group.withheld;
}

function showProfile({ profile }: GroupDocument, messages: Messages): Block[] {
  if (profile === undefined) return [];
  const { group, fit } = messages;
  const meanCell = ({ mean, spread }: GroupTraitView): Cell => {
    const value = `${mean.toFixed(1)} ±${spread.toFixed(1)}`;
    return { texts: [value], gauge: { value, position: (mean - 1) / 4, average: 0.5, estimated: false } };
  };
  return [
    { kind: 'heading', text: group.profile, remark: group.profileRemark },
    ...table(
      fit.dimension,
      group.mean,
      profile.toSorted((a, b) => b.mean - a.mean).map((trait) => ({ name: [trait.label], groups: [[meanCell(trait)]] })),
    ),
  ];
}
