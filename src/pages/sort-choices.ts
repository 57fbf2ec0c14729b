import type { SortChoicesDocument } from '../core/views/sort-choices.ts';
import type { Messages } from '../messages/messages.ts';
import { command } from '../messages/text.ts';
import type { Records } from './output.ts';
import type { Block, Page } from './page.ts';
import { textCell } from './page.ts';

/** What a list can be sorted or filtered by, as tables of names and ids: the columns, then pay and openings, then the measures by what they are about. */
export function buildSortChoicesPage({ columns, labourMarket, blocks }: SortChoicesDocument, messages: Messages): Page {
  const { sortKeys, sortBy, filterBy, labourMarket: title } = messages.roleList;
  const toFilter = columns.length === 0;
  const tables = [
    ...(toFilter ? [] : [{ label: sortBy, choices: columns.map((id) => ({ id, label: sortKeys[id] })) }]),
    { label: title, choices: labourMarket },
    ...blocks.map(({ label, measures }) => ({ label, choices: measures })),
  ];
  const [measure] = labourMarket;
  return {
    title: toFilter ? filterBy : sortBy,
    blocks: tables.map(({ label, choices }): Block => ({
      kind: 'table',
      ruled: false,
      columns: [
        { label, holds: 'name' },
        { label: messages.common.id, holds: 'id' },
      ],
      rows: choices.map((choice) => ({ name: [choice.label], groups: [[textCell(choice.id)]] })),
    })),
    ...(measure === undefined
      ? {}
      : { next: { label: messages.common.next, command: command(toFilter ? `list --where '${measure.id} >= 25'` : `list --sort ${measure.id}`) } }),
  };
}

/** The same as records. */
export function listSortChoiceRecords({ columns, labourMarket, blocks }: SortChoicesDocument, messages: Messages): Records {
  return {
    header: ['id', 'label', 'block'],
    rows: [
      ...columns.map((id) => [id, messages.roleList.sortKeys[id], '']),
      ...labourMarket.map(({ id, label }) => [id, label, messages.roleList.labourMarket]),
      ...blocks.flatMap((block) => block.measures.map(({ id, label }) => [id, label, block.label])),
    ],
  };
}
