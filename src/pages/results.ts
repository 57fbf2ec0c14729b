import type { PublishedCount } from '../core/sheets/publish-counts.ts';
import type { GroupDocument } from '../core/views/group.ts';
import type { ResultView } from '../core/views/results.ts';
import { formatCount } from '../messages/any-language.ts';
import type { Messages } from '../messages/messages.ts';
import { command } from '../messages/text.ts';
import { listStandings } from './group.ts';
import { textCell } from './page.ts';
import type { Block, Item, Page } from './page.ts';

/** Some of many results, and all that their table says besides. */
export interface Results {
  /** The first ones. */
  readonly shown: readonly ResultView[];
  /** How many people there are. */
  readonly people: number;
  readonly group: GroupDocument;
  /** The file that they came from, as a shell takes it. */
  readonly file: string;
}

/** Stands where no role is named. */
const none = '—';

/** The results of many people, one a row: who, which role first, and what to mind. Below them the group in two lines. */
export function buildResultsPage({ shown, people, group, file }: Results, messages: Messages): Page {
  const { results } = messages;
  if (shown.length === 0) return { blocks: [] };
  return {
    title: results.title,
    blocks: [
      {
        kind: 'table',
        ruled: false,
        columns: [
          { label: results.person, holds: 'label' },
          { label: results.first, holds: 'terms' },
          { label: results.score, holds: 'number' },
          { label: results.remark, holds: 'terms' },
        ],
        rows: shown.map((result) => ({
          name: [result.id ?? results.lineOf(result.line)],
          groups: [
            [
              textCell(result.first.length === 0 ? none : results.joinRoles(result.first)),
              textCell(result.score === undefined ? none : String(result.score)),
              { texts: describeResult(result, messages), quiet: true },
            ],
          ],
        })),
      },
      ...(people > shown.length ? [{ kind: 'paragraph', text: results.more(shown.length, people) } as const] : []),
      ...(shown.some(({ standing }) => standing === 'undecided') ? [{ kind: 'paragraph', text: results.undecidedRemark, tone: 'muted' } as const] : []),
      ...summarise(group, messages),
      { kind: 'paragraph', text: messages.group.caution, tone: 'muted' },
      {
        kind: 'items',
        items: [goOn(results.asWorkbook, `score ${file} -o results.xlsx`), goOn(results.asGroup, `score ${file} --group`)],
      },
    ],
  };
}

function goOn(text: string, line: string): Item {
  return { text, notes: [{ kind: 'command', label: text, text: command(line) }] };
}

/** What is to be minded of a result, in words; as one text, or none. */
export function describeResult({ standing, warnings }: ResultView, { results }: Pick<Messages, 'results'>): string[] {
  const remarks = warnings.length > 0 ? warnings.map((warning) => results.warnings[warning]) : [results.standings[standing]].filter((text) => text !== '');
  return remarks.length === 0 ? [] : [results.joinRemarks(remarks)];
}

/** As many roles as are named of a group in a line. */
const mostNamed = 3;

/** A group in two or three lines, if anything of it may be counted. */
function summarise({ people, roles = [], standings }: GroupDocument, messages: Messages): Block[] {
  if (people === undefined || standings === undefined) return [];
  const { group, results, joinTerms } = messages;
  const lineOf = (label: string, counted: readonly (readonly [name: string, count: PublishedCount | undefined])[]) => {
    const known = counted.flatMap(([name, count]) => (count !== undefined && 'count' in count ? [{ name, count: count.count }] : []));
    const most = known.toSorted((a, b) => b.count - a.count).slice(0, mostNamed);
    return most.length === 0 ? [] : [{ label, terms: [joinTerms(most.map(({ name, count }) => `${name} ${formatCount(count)}`))] }];
  };
  const others = listStandings(standings).filter(([id]) => id !== 'shared');
  const fields = [
    ...lineOf(
      group.first,
      roles.map(({ name, first }) => [name, first]),
    ),
    ...lineOf(
      group.shared,
      roles.map((role) => [role.name, role.shared]),
    ),
    ...lineOf(
      group.standings,
      others.map(([id, count]) => [results.standings[id], count]),
    ),
  ];
  return fields.length === 0
    ? []
    : [
        { kind: 'heading', text: results.groupOf(people) },
        { kind: 'fields', fields },
      ];
}
