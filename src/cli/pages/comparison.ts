import type { ComparisonDocument, ComparisonRowView } from '../../core/view.ts';
import type { Messages } from '../messages/messages.ts';
import type { Records } from '../render/output.ts';
import type { Block, Cell, Page, TableRow } from '../render/page.ts';

/** Roles side by side: first how they differ, in a sentence or two, then aspect by aspect. */
export function buildComparisonPage(document: ComparisonDocument, messages: Messages): Page {
  const { roles, common, aspects } = document;
  const { labels } = messages;
  const rows = aspects.map(({ aspect, rows: compared, open }): TableRow => {
    const listed = compared.length > 1 || compared.some(({ cells }) => cells.some((entries) => entries.length > 1)) || open.includes(true);
    const markOf = ({ sameness }: ComparisonRowView) => (sameness !== 'different' ? 'same' : listed ? 'bullet' : undefined);
    const moreOf = (row: ComparisonRowView, place: number) => (row.sameness === 'different' && open[place] === true ? [labels.more] : []);
    return {
      name: [labels.aspects[aspect]],
      groups: compared.map((row) => row.cells.map((entries, place) => entryCell([...entries.map(({ text }) => text), ...moreOf(row, place)], markOf(row)))),
    };
  });
  const hasGap = rows.some(({ groups }) => roles.some((_, place) => groups.every((group) => group[place]?.texts.length === 0)));
  const hasSame = rows.some(({ groups }) => groups.some((group) => group.some(({ mark }) => mark === 'same')));
  const table: Block[] =
    rows.length === 0
      ? [{ kind: 'paragraph', text: labels.noDifference }]
      : [{ kind: 'table', ruled: true, columns: [{ label: '', minimum: 8 }, ...roles.map(({ name }) => ({ label: name, minimum: 18 }))], rows }];
  const [first] = roles;
  return {
    blocks: [
      {
        kind: 'title',
        name: roles.map(({ name }) => name).join(labels.versus),
        asides: roles.map(({ id, japaneseName, name }) => (name === japaneseName ? id : `${japaneseName} ${id}`)),
      },
      ...explainDifferences(document, messages),
      ...(common.length === 0 ? [] : [{ kind: 'fields', fields: [{ label: labels.common, terms: common.map(({ label }) => label) }] } as const]),
      ...table,
      ...(hasSame ? [{ kind: 'paragraph', text: labels.sameLegend, tone: 'muted' } as const] : []),
      ...(hasGap ? [{ kind: 'paragraph', text: labels.notRecordedLegend, tone: 'muted' } as const] : []),
    ],
    ...(first === undefined ? {} : { next: { label: labels.next, command: `backoffice show ${first.id}` } }),
  };
}

/** A comparison as records: one for each row, a column for each role. */
export function listComparisonRecords({ roles, aspects }: ComparisonDocument): Records {
  return aspects.flatMap(({ aspect, rows }) =>
    rows.map((row) => ({
      aspect,
      sameness: row.sameness,
      common: row.common?.label ?? '',
      ...Object.fromEntries(roles.map(({ id }, place) => [id, (row.cells[place] ?? []).map(({ text }) => text).join('; ')])),
    })),
  );
}

// A pair that people mix up is explained by its file. Otherwise, and for three or more, each role's focus comes first.
function explainDifferences({ roles, differences }: ComparisonDocument, { contrast, labels }: Messages): Block[] {
  if (roles.length === 2 && differences.length === 1) return differences.map(({ difference }) => ({ kind: 'paragraph', text: difference, tone: 'lead' }));
  const focused = roles.flatMap(({ name, focus }) => (focus === undefined ? [] : [{ name, focus }]));
  const nameOf = (id: string) => roles.find((role) => role.id === id)?.name ?? id;
  return [
    ...(focused.length === 0 ? [] : [{ kind: 'paragraph', text: contrast(focused), tone: 'lead' } as const]),
    ...roles.filter(({ focus }) => focus === undefined).flatMap(({ name, summary }) => underHeading(name, summary)),
    ...differences.flatMap(({ roles: pair, difference }) => underHeading(pair.map(nameOf).join(labels.versus), difference)),
  ];
}

function underHeading(heading: string, text: string): Block[] {
  return [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text, inset: true },
  ];
}

function entryCell(texts: readonly string[], mark: Cell['mark']): Cell {
  return { texts, ...(mark === undefined ? {} : { mark }) };
}
