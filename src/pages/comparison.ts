import { command } from '../messages/text.ts';
import type { AspectView, ComparisonDocument } from '../core/views/comparison.ts';
import type { EntryView } from '../core/views/entries.ts';
import type { Messages } from '../messages/messages.ts';
import type { Records } from './output.ts';
import { addLabel, addShare } from './composed.ts';
import type { Block, Cell, Page, TableRow } from './page.ts';
import { compareLabourMarket } from './compare-labour-market.ts';
import { listLabourMarketRecords } from './labour-market-records.ts';
import { compareMeasures, formatValue } from './figures.ts';

/** Roles side by side: first how they differ, in a sentence or two, then aspect by aspect. */
export function buildComparisonPage(document: ComparisonDocument, messages: Messages): Page {
  const { roles, aspects, onlyDifferent } = document;
  // Concepts have nothing but a summary, which the introduction gives.
  const compared = aspects.filter(({ aspect }) => aspect !== 'summary');
  const rows = compared.map((aspect) => buildRow(aspect, messages));
  const hasSame = compared.some((aspect) => aspect.rows.some(({ sameness }) => sameness !== 'different'));
  const table: Block[] =
    rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            ruled: true,
            columns: [{ label: '', holds: 'label' } as const, ...roles.map(({ name }) => ({ label: name, holds: 'entries' }) as const)],
            rows,
          },
          ...(hasSame ? [{ kind: 'paragraph', text: messages.comparison.sameLegend, tone: 'muted' } as const] : []),
          ...(aspects.some((aspect) => aspect.rows.some(({ cells }) => cells.some((entries) => entries.some(({ share }) => share !== undefined))))
            ? [{ kind: 'paragraph', text: messages.role.shareRemark, tone: 'muted' } as const]
            : []),
          ...(rows.some(({ groups }) => groups.some((cells) => cells.some(({ closing }) => closing === messages.common.more)))
            ? [{ kind: 'paragraph', text: messages.comparison.moreLegend, tone: 'muted' } as const]
            : []),
          { kind: 'paragraph', text: messages.comparison.notRecordedLegend, tone: 'muted' },
        ];
  const market = compareLabourMarket(document, messages);
  const figures = compareMeasures(document, messages);
  const [first] = roles;
  return {
    blocks: [
      {
        kind: 'title',
        name: messages.joinNames(roles.map(({ name }) => name)),
        asides: roles.map(({ id, japaneseName, name }) => (name === japaneseName ? id : `${japaneseName} ${id}`)),
      },
      ...explainDifferences(document, messages),
      ...(onlyDifferent ? listCommon(document, messages) : []),
      ...table,
      ...market,
      ...figures,
      ...(rows.length === 0 && market.length === 0 && figures.length === 0 && compared.length === aspects.length
        ? [{ kind: 'paragraph', text: onlyDifferent ? messages.comparison.noDifference : messages.role.noPart } as const]
        : []),
    ],
    ...(first === undefined ? {} : { next: { label: messages.common.next, command: command(`show ${first.id}`) } }),
  };
}

/** A comparison as records: a row for each row, measure and answer, a column for each role, and what the values mean. */
export function listComparisonRecords(document: ComparisonDocument, messages: Messages): Records {
  const { roles, aspects, measures, distributions } = document;
  // No id of a role has a dot in it.
  const meaning = ['id', 'unit', 'scaleMinimum', 'scaleMaximum', 'average', 'standardDeviation', 'estimated', 'sources'].map((name) => `figure.${name}`);
  const scores = roles.map(({ id }) => `${id}.z`);
  const blank = [...meaning, ...scores].map(() => '');
  return {
    header: ['aspect', 'sameness', 'common', ...roles.map(({ id }) => id), ...meaning, ...scores],
    rows: [
      ...aspects.flatMap(({ aspect, rows }) =>
        rows.map(({ sameness, common, cells }) => [
          ...[aspect, sameness, common?.label ?? '', ...cells.map((entries) => entries.map(withShare).join('; '))],
          ...blank,
        ]),
      ),
      ...listLabourMarketRecords(document, messages).map(({ label, id, unit, average, cells, sources }) => [
        ...['labour-market', '', label, ...cells],
        ...[id, unit, '', '', average, '', '', sources.join('; ')],
        ...roles.map(() => ''),
      ]),
      ...measures.map(({ id, label, unit, scale, average, standardDeviation, verdict, figures }) => [
        ...['figures', verdict, label, ...figures.map((figure) => (figure === null ? '' : String(figure.value)))],
        ...[id, unit, ...[scale.minimum, scale.maximum, average, standardDeviation].map(String)],
        roles.flatMap((role, place) => (figures[place]?.estimated === true ? [role.id] : [])).join('; '),
        listSources(figures),
        ...figures.map((figure) => (figure === null ? '' : String(figure.z))),
      ]),
      ...distributions.map(({ distribution, option, unit, verdict, shares }) => [
        ...['answers', verdict, `${distribution.label}: ${option.label}`, ...shares.map((share) => (share === null ? '' : String(share.value)))],
        ...[`${distribution.id}.${option.id}`, unit, '0', '1', '', '', ''],
        listSources(shares),
        ...roles.map(() => ''),
      ]),
    ],
  };
}

function listSources(cited: readonly ({ readonly sources: readonly string[] } | null)[]): string {
  return [...new Set(cited.flatMap((item) => item?.sources ?? []))].join('; ');
}

function withShare({ text, share }: EntryView): string {
  return share === undefined ? text : addShare(text, formatValue(share, 'share'));
}

// A pair that people mix up is explained by its file. Otherwise, and for three or more, each one's focus or summary comes first.
function explainDifferences({ roles, differences }: ComparisonDocument, messages: Messages): Block[] {
  const [difference] = differences;
  const concepts = roles.filter(({ kind }) => kind === 'concept');
  const summaries = roles.flatMap(({ name, summary }) => underHeading(name, summary));
  const remarks = concepts.map(({ name }): Block => ({ kind: 'paragraph', text: addLabel(name, messages.role.noConcept), tone: 'muted' }));
  if (roles.length === 2 && difference !== undefined) {
    return [{ kind: 'paragraph', text: difference.difference }, ...(concepts.length > 0 ? summaries : []), ...remarks];
  }
  const focused = roles.flatMap(({ name, focus }) => (focus === undefined ? [] : [{ name, focus }]));
  const introduction: Block[] = focused.length === roles.length ? [{ kind: 'paragraph', text: messages.comparison.contrast(focused) }] : summaries;
  const nameOf = (id: string) => roles.find((role) => role.id === id)?.name ?? id;
  const explained = differences.flatMap(({ roles: pair, difference: text }) => underHeading(messages.joinNames(pair.map(nameOf)), text));
  return [...introduction, ...remarks, ...explained];
}

function listCommon({ common }: ComparisonDocument, messages: Messages): Block[] {
  if (common.length === 0) return [];
  return [
    { kind: 'heading', text: messages.comparison.common },
    {
      kind: 'fields',
      fields: common.map(({ aspect, terms }) => ({ label: messages.role.aspects[aspect], terms: terms.map(({ label }) => label) })),
      inset: true,
    },
  ];
}

function buildRow({ aspect, open, recorded, rows }: AspectView, messages: Messages): TableRow {
  const closingOf = (place: number): string | undefined => {
    if (rows.some(({ cells }) => (cells[place] ?? []).length > 0)) return open[place] === true ? messages.common.more : undefined;
    return recorded[place] === true ? messages.comparison.onlySame : messages.common.notRecorded;
  };
  const groups = rows.map((row, index) =>
    row.cells.map((entries, place): Cell => {
      const closing = index === rows.length - 1 ? closingOf(place) : undefined;
      return { texts: entries.map(withShare), mark: row.sameness === 'different' ? 'bullet' : 'same', ...(closing === undefined ? {} : { closing }) };
    }),
  );
  return { name: [messages.role.aspects[aspect]], groups };
}

function underHeading(heading: string, text: string): Block[] {
  return [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text, inset: true },
  ];
}
