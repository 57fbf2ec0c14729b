import { command } from '../messages/text.ts';
import type { Command } from '../messages/text.ts';
import type { AskedMeasureView, LabourMarketMeasureView, QuantityView } from '../core/views/quantities.ts';
import type { RoleListDocument } from '../core/views/role-list.ts';
import type { RoleSummaryView, SurveyedView } from '../core/views/role-summary.ts';
import type { Messages } from '../messages/messages.ts';
import { formatValue } from './figures.ts';
import { showLabourMarket } from './labour-market.ts';
import type { Records } from './output.ts';
import type { Block, Page } from './page.ts';
import { textCell } from './page.ts';
import { describeCondition, explainQuantities, figureOf, findShown, isLabourMarket, quantityCells, quantityColumns } from './quantities.ts';
import type { ShownQuantity } from './quantities.ts';

/** The roles as a table: name, id, the figures that they are sorted and filtered by, what they handle, what they are about. */
export function buildRoleListPage(document: RoleListDocument, messages: Messages): Page {
  const { roles, measure, sort, where = [], unlisted = 0 } = document;
  const [first] = roles;
  if (first === undefined) return { blocks: [] };
  const shown = findShown(document);
  const surveyed = roles.flatMap((role) => role.surveyed ?? []);
  const isEstimated = roles.some((role) =>
    shown.map((quantity) => figureOf(role, quantity)).some((figure) => figure !== undefined && 'estimated' in figure && figure.estimated),
  );
  // An order that somebody asked for goes over all roles.
  const isTiered = measure === undefined && (sort === undefined || sort.by === 'default');
  const conditions = where.map((condition) => describeCondition(condition, messages));
  // Beside the name of the occupation there is no room for more.
  const isNarrow = shown.some((quantity) => isLabourMarket(quantity.measure));
  const columnsIf = <Part>(isShown: boolean, part: Part): Part[] => (isShown ? [part] : []);
  return {
    title: messages.joinTitle([messages.roleList.title, ...(measure === undefined ? [] : [measure.label]), ...conditions]),
    blocks: [
      {
        kind: 'table',
        ruled: false,
        columns: [
          { label: messages.common.role, holds: 'name' },
          { label: messages.common.id, holds: 'id' },
          ...quantityColumns(shown, messages),
          ...columnsIf(!isNarrow, { label: messages.role.aspects.resource, holds: 'terms' } as const),
          ...columnsIf(surveyed.length > 0, { label: messages.roleList.survey, holds: 'phrase' } as const),
          // A list by a measure is a chart: a row of it is one line.
          ...columnsIf(measure === undefined && !isNarrow, { label: messages.roleList.focus, holds: 'phrase' } as const),
        ],
        rows: roles.map((role, index) => ({
          ...(isTiered && role.tier === 'neighbour' && roles[index - 1]?.tier !== 'neighbour' ? { heading: messages.roleList.neighbours } : {}),
          name: bothNames(role),
          groups: [
            [
              textCell(role.id),
              ...quantityCells(role, shown, messages),
              ...columnsIf(!isNarrow, textCell(labelsOf(role.resource).join(messages.common.termSeparator))),
              ...columnsIf(surveyed.length > 0, { texts: (role.surveyed ?? []).map(({ share }) => messages.roleList.inSurvey(formatValue(share, 'share'))) }),
              ...columnsIf(measure === undefined && !isNarrow, textCell(role.focus)),
            ],
          ],
        })),
      },
      ...explainQuantities(document, messages),
      ...explainSurveyed(surveyed, messages),
      ...(unlisted > 0 ? [{ kind: 'paragraph', text: messages.roleList.absence, tone: 'muted' } as const] : []),
      ...(isEstimated ? [{ kind: 'paragraph', text: messages.figures.estimatedLegend, tone: 'muted' } as const] : []),
    ],
    next: { label: messages.common.next, command: suggestNext(first.id, measure) },
  };
}

/** The roles as records, in both names, with ids and labels of what is filtered by, and the figures they are sorted and filtered by. */
export function listRoleRecords(document: RoleListDocument): Records {
  const { roles, measure } = document;
  const filtered = findShown(document).filter(({ place }) => place !== 'sorted');
  const names = ['id', 'name', 'japaneseName', 'englishName', 'reading', 'family', 'resource', 'facets', 'focus', 'summary', 'tier'];
  const sorted = measure === undefined ? undefined : isLabourMarket(measure) ? labourMarketRecord(measure) : surveyRecord(measure);
  return {
    header: [
      ...names,
      ...(sorted === undefined ? [] : ['measure', ...sorted.header]),
      ...filtered.flatMap((quantity) => [quantity.measure.id, ...columnsOf(quantity).map((column) => `${quantity.measure.id}.${column}`)]),
    ],
    rows: roles.map((role) => {
      const { id, name, japaneseName, englishName, reading = '', family, resource, facets, focus = '', summary, tier } = role;
      const joined = [resource, facets].map((terms) => labelsOf(terms).join('; '));
      return [
        ...[id, name, japaneseName, englishName, reading, family?.label ?? '', ...joined, focus, summary, tier],
        ...(sorted === undefined || measure === undefined ? [] : [measure.id, ...sorted.row(role.figure)]),
        ...filtered.flatMap((quantity) => {
          const figure = figureOf(role, quantity);
          const occupation = figure !== undefined && 'occupation' in figure ? figure.occupation : '';
          return [String(figure?.value ?? ''), ...columnsOf(quantity).map(() => occupation)];
        }),
      ];
    }),
  };
}

function columnsOf({ measure }: ShownQuantity): readonly string[] {
  return isLabourMarket(measure) ? ['occupation'] : [];
}

interface FigureRecord {
  readonly header: readonly string[];
  readonly row: (figure: ListedFigure) => readonly string[];
}

type ListedFigure = RoleListDocument['roles'][number]['figure'];

function surveyRecord({ unit, scale, average, standardDeviation }: AskedMeasureView): FigureRecord {
  const meaning = [unit, ...[scale.minimum, scale.maximum, average, standardDeviation].map(String)];
  return {
    header: ['value', 'z', 'unit', 'scaleMinimum', 'scaleMaximum', 'average', 'standardDeviation', 'estimated', 'sources'],
    row: (figure) =>
      figure === undefined || !('estimated' in figure)
        ? ['', '', ...meaning, '', '']
        : [String(figure.value), String(figure.z), ...meaning, String(figure.estimated), figure.sources.join('; ')],
  };
}

function labourMarketRecord({ unit, average }: LabourMarketMeasureView): FigureRecord {
  const meaning = [unit, average === undefined ? '' : String(average)];
  return {
    header: ['value', 'unit', 'average', 'occupation', 'code', 'year', 'source', 'ownRows', 'remark'],
    row: (figure) =>
      figure === undefined || !('occupation' in figure)
        ? ['', ...meaning, '', '', '', '', '', '']
        : [
            String(figure.value),
            ...meaning,
            ...[figure.occupation, figure.code ?? '', String(figure.year), figure.source, String(figure.ownRows), figure.remark ?? ''],
          ],
  };
}

/** More on the figures of the role that comes first; otherwise the role. */
function suggestNext(id: string, measure: QuantityView | undefined): Command {
  return measure !== undefined && isLabourMarket(measure) ? showLabourMarket(id) : command(`show ${id}`);
}

/** What a share of answers beside a role is, and what it is not: a line for each answer. */
export function explainSurveyed(surveyed: readonly SurveyedView[], messages: Messages): Block[] {
  const legends = surveyed.map(({ distribution, option }) => messages.roleList.surveyLegend({ question: distribution.label, answer: option.label }));
  return [...new Set(legends)].map((text) => ({ kind: 'paragraph', text, tone: 'muted' }));
}

function bothNames({ name, japaneseName }: RoleSummaryView): string[] {
  return name === japaneseName ? [name] : [name, japaneseName];
}

function labelsOf(terms: readonly { readonly label: string }[]): string[] {
  return terms.map(({ label }) => label);
}
