import type { PublishedCount } from '../core/sheets/publish-counts.ts';
import type { GroupDocument } from '../core/views/group.ts';
import type { ResultView } from '../core/views/results.ts';
import type { Messages } from '../messages/messages.ts';
import { listStandings, writeCount } from './group.ts';
import { describeResult } from './results.ts';
import type { RecordCell, RecordColumn, Workbook } from './workbook.ts';

/** The results of many people as a workbook: a sheet of them, one of the group, and what to mind. */
export function buildResultsWorkbook(rows: readonly (readonly RecordCell[])[], roles: readonly string[], group: GroupDocument, messages: Messages): Workbook {
  const { results } = messages;
  return [
    { kind: 'records', name: results.sheets.results, fixed: 2, columns: listResultColumns(roles, messages), rows },
    {
      kind: 'records',
      name: results.sheets.group,
      fixed: 0,
      columns: [
        { header: results.subject, width: 26 },
        { header: results.name, width: 44 },
        { header: messages.group.count, width: 14 },
        { header: results.mean, width: 10 },
        { header: results.spread, width: 10 },
      ],
      rows: listGroupRows(group, messages),
    },
    {
      kind: 'text',
      name: results.sheets.notes,
      lines: [
        results.codeRemark,
        results.undecidedRemark,
        messages.group.caution,
        messages.fit.orderRemark,
        messages.group.hiddenRemark,
        messages.group.profileRemark,
      ].map((text) => ({
        text,
      })),
    },
  ];
}

function listResultColumns(roles: readonly string[], { results, common }: Messages): RecordColumn[] {
  return [
    { header: results.line, width: 7 },
    { header: common.id, width: 20 },
    { header: results.first, width: 26 },
    { header: results.score, width: 8 },
    { header: results.remark, width: 26 },
    { header: results.answered, width: 10 },
    { header: results.asked, width: 10 },
    ...roles.map((header) => ({ header, width: 12 })),
    { header: results.neighbours, width: 30 },
    { header: results.code, width: 46 },
  ];
}

/** The cells of a person, in the order of the columns. */
export function listResultCells(result: ResultView, messages: Messages): RecordCell[] {
  const { results } = messages;
  const textOf = (text: string) => (text === '' ? undefined : text);
  return [
    result.line,
    result.id,
    textOf(results.joinRoles(result.first)),
    result.score,
    describeResult(result, messages)[0],
    result.answered,
    result.asked,
    ...result.scores,
    textOf(results.joinRoles(result.neighbours)),
    result.code,
  ];
}

function listGroupRows(document: GroupDocument, messages: Messages): RecordCell[][] {
  const { group } = messages;
  const { people, roles = [], standings, avoid = [], neighbours = [], profile = [] } = document;
  if (people === undefined) return [[group.tooFew]];
  const count = (subject: string, name: string, counted: PublishedCount): RecordCell[] => [
    subject,
    name,
    'count' in counted ? counted.count : writeCount(counted, messages),
  ];
  return [
    [group.title, undefined, people],
    ...roles.map(({ name, first }) => count(group.first, name, first)),
    ...roles.flatMap(({ name, shared }) => (shared === undefined ? [] : [count(group.shared, name, shared)])),
    ...listStandings(standings).map(([id, counted]) => count(group.standings, group.standing[id], counted)),
    ...avoid.map(({ label, ...counted }) => count(group.avoid, label, counted)),
    ...neighbours.map(({ name, ...counted }) => count(group.neighbours, name, counted)),
    ...profile.map(({ label, mean, spread }) => [group.profile, label, undefined, mean, spread]),
  ];
}
