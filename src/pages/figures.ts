import { command } from '../messages/text.ts';
import type { DistributionView, FigureView, MeasureComparisonView, MeasureView, RoleMeasuresView, ShareComparisonView } from '../core/views/measures.ts';
import { findDistinctive } from '../core/figures/figures.ts';
import type { Section } from '../core/catalogue/model.ts';
import type { ComparisonDocument } from '../core/views/comparison.ts';
import type { RoleDocument } from '../core/views/role.ts';
import type { Messages } from '../messages/messages.ts';
import { addLabel, addShare } from './composed.ts';
import type { Block, Cell, TableRow } from './page.ts';
import { textCell } from './page.ts';

/** How many figures above the average, and how many below it, stand on the page of a whole role. */
const mostDistinctive = 4;

/** Answers that fewer people gave are left to the section of figures. */
const smallestShare = 0.1;

/** A value as people read it: 3.45, or 67% of a share. An estimate is not known to two decimals. */
export function formatValue(value: number, unit: MeasureView['unit'], isEstimated = false): string {
  return unit === 'share' ? `${Math.round(value * 100)}%` : value.toFixed(isEstimated ? 1 : 2);
}

/** A figure as the cell of a table: the value, and a bar with the average marked. */
export function figureCell(figure: FigureView | null | undefined, measure: MeasureView, messages: Messages): Cell {
  if (figure === null || figure === undefined) return { texts: [] };
  const { unit, scale, average } = measure;
  const text = formatValue(figure.value, unit, figure.estimated);
  const positionOf = (value: number) => (value - scale.minimum) / (scale.maximum - scale.minimum);
  return {
    texts: [figure.estimated ? messages.figures.estimated(text) : text],
    gauge: { value: figure.estimated ? `~${text}` : text, position: positionOf(figure.value), average: positionOf(average), estimated: figure.estimated },
  };
}

/** The average occupation's value, and the ends of the scale, as cells of a table. */
function scaleCells({ average, unit, scale }: MeasureView): Cell[] {
  return [textCell(formatValue(average, unit)), textCell(formatScale({ unit, scale }))];
}

/** The ends of a scale: 1–5, or % of a share. */
export function formatScale({ unit, scale }: Pick<MeasureView, 'unit' | 'scale'>): string {
  return unit === 'share' ? '%' : `${scale.minimum}–${scale.maximum}`;
}

/** The figures that tell most about a role: those furthest from the average occupation. */
export function describeDistinctive(role: RoleDocument['role'], messages: Messages): Block[] {
  const { measures } = role;
  if (measures === undefined || measures.figures.length === 0) return noFigures(messages);
  const figures = findDistinctive(measures.figures, mostDistinctive);
  return [
    { kind: 'heading', text: messages.figures.title, remark: measures.estimated ? messages.figures.estimateRemark : messages.figures.distinctiveRemark },
    ...(figures.length === 0 ? [{ kind: 'paragraph', text: messages.figures.nothingDistinctive, inset: true } as const] : [figureTable(figures, messages)]),
    ...explainEstimate(measures, messages),
    {
      kind: 'fields',
      fields: [
        ...describeBasis(measures, messages),
        { label: messages.figures.allFigures, terms: [], commands: [command(`show ${role.id} --section figures`)] },
      ],
    },
  ];
}

/** Every figure of a role, block by block, then the shares of answers. */
export function describeFigures(role: RoleDocument['role'], messages: Messages): Block[] {
  const { measures, distributions = [] } = role;
  if (measures === undefined || (measures.figures.length === 0 && distributions.length === 0)) return noFigures(messages);
  return [
    ...explainEstimate(measures, messages),
    { kind: 'paragraph', text: messages.figures.averageLegend, tone: 'muted' },
    { kind: 'fields', fields: describeBasis(measures, messages) },
    ...measures.blocks.flatMap(({ id, label, question }): Block[] => [
      { kind: 'heading', text: label, remark: question },
      figureTable(
        measures.figures.filter(({ block }) => block.id === id),
        messages,
        true,
      ),
    ]),
    ...(distributions.length === 0 || measures.respondents === undefined
      ? []
      : [{ kind: 'paragraph', text: messages.figures.respondents(measures.respondents), tone: 'muted' } as const]),
    ...distributions.flatMap(({ label, question, options }): Block[] => [
      { kind: 'heading', text: label, remark: question },
      {
        kind: 'table',
        ruled: false,
        columns: [
          { label: messages.common.answer, holds: 'label' },
          { label: messages.figures.share, holds: 'gauge' },
        ],
        rows: options.filter(({ share }) => share > 0).map((option) => ({ name: [option.label], groups: [[shareCell(option.share)]] })),
      },
      ...(options.some(({ share }) => share === 0) ? [{ kind: 'paragraph', text: messages.figures.otherAnswers, tone: 'muted' } as const] : []),
    ]),
  ];
}

/** The most frequent answers that belong to a section, a line for each question, below a remark on what they are not. */
export function describeAnswers(section: Section, distributions: readonly DistributionView[], messages: Messages): Block[] {
  const asked = distributions.filter((distribution) => distribution.section === section);
  const fields = asked.map(({ label, options }) => ({
    label,
    terms: options
      .filter(({ share }) => share >= smallestShare)
      .toSorted((a, b) => b.share - a.share)
      .map((option) => addShare(option.label, formatValue(option.share, 'share'), '')),
  }));
  const answered = fields.filter(({ terms }) => terms.length > 0);
  if (answered.length === 0) return [];
  return [{ kind: 'fields', caption: messages.figures.answersRemarks[section] ?? messages.figures.answersRemark, fields: answered, inset: true }];
}

/** Measures side by side: those that tell the roles apart, the largest difference first, then those that do not. */
export function compareMeasures(document: ComparisonDocument, messages: Messages): Block[] {
  const { joinNames } = messages;
  const { roles, measured, measures, distributions } = document;
  const withFigures = roles.filter((_, place) => measured[place] === true);
  const without = roles.filter(({ kind }, place) => kind === 'role' && measured[place] !== true);
  const remarks: Block[] =
    without.length === 0 ? [] : [{ kind: 'paragraph', text: messages.figures.noneOf(joinNames(without.map(({ name }) => name))), tone: 'muted' }];
  if (roles.filter(({ kind }) => kind === 'role').length < 2) return [];
  if (withFigures.length < 2) return [{ kind: 'heading', text: messages.figures.title }, ...remarks];

  const rowOf = (measure: MeasureComparisonView): TableRow => ({
    name: [measure.label],
    groups: [[...measure.figures.map((figure) => figureCell(figure, measure, messages)), ...scaleCells(measure)]],
  });
  const shareRow = ({ distribution, option, shares }: ShareComparisonView): TableRow => ({
    name: [addLabel(distribution.label, option.label)],
    groups: [shares.map((share) => (share === null ? { texts: [] } : shareCell(share.value)))],
  });
  const head = roles.map(({ name }) => ({ label: name, holds: 'gauge' }) as const);
  const columns = [
    { label: '', holds: 'label' } as const,
    ...head,
    { label: messages.common.average, holds: 'number', isAverage: true } as const,
    { label: messages.figures.range, holds: 'number' } as const,
  ];
  const headlines = distributions.filter(({ headline }) => headline);
  const section = (text: string, remark: string, rows: readonly TableRow[], of = columns): Block[] =>
    rows.length === 0
      ? []
      : [
          { kind: 'heading', text, remark },
          { kind: 'table', ruled: false, columns: of, rows },
        ];
  const estimated = measures.some(({ figures }) => figures.some((figure) => figure?.estimated === true));
  const isPartial = measures.some(({ figures }) => figures.includes(null));
  const shareColumns = columns.slice(0, -2);
  return [
    ...section(
      messages.figures.different,
      roles.length > 2 ? messages.figures.differentAmongRemark : messages.figures.differentRemark,
      measures.filter(({ verdict }) => verdict === 'different').map(rowOf),
    ),
    ...section(messages.figures.alike, messages.figures.alikeRemark, measures.filter(({ verdict }) => verdict === 'alike').map(rowOf)),
    ...section(
      messages.figures.differentShares,
      messages.figures.sharesRemark,
      headlines.filter(({ verdict }) => verdict === 'different').map(shareRow),
      shareColumns,
    ),
    ...section(messages.figures.alikeShares, messages.figures.alikeRemark, headlines.filter(({ verdict }) => verdict === 'alike').map(shareRow), shareColumns),
    ...(estimated ? [{ kind: 'paragraph', text: messages.figures.estimatedLegend, tone: 'muted' } as const] : []),
    ...(isPartial ? [{ kind: 'paragraph', text: messages.figures.partialLegend, tone: 'muted' } as const] : []),
    ...remarks,
  ];
}

function noFigures(messages: Messages): Block[] {
  return [
    { kind: 'heading', text: messages.figures.title },
    { kind: 'paragraph', text: messages.figures.none, tone: 'muted', inset: true },
  ];
}

function figureTable(figures: readonly (MeasureView & FigureView)[], messages: Messages, official = false): Block {
  return {
    kind: 'table',
    ruled: false,
    columns: [
      { label: messages.figures.measure, holds: 'label' },
      { label: messages.common.value, holds: 'gauge' },
      { label: messages.common.average, holds: 'number', isAverage: true },
      { label: messages.figures.range, holds: 'number' },
    ],
    rows: figures.map((figure) => ({
      name: [figure.label],
      ...(official && figure.term !== figure.label ? { remark: figure.term } : {}),
      groups: [[figureCell(figure, figure, messages), ...scaleCells(figure)]],
    })),
  };
}

function shareCell(share: number): Cell {
  const text = formatValue(share, 'share');
  return { texts: [text], gauge: { value: text, position: share, estimated: false } };
}

function explainEstimate({ estimated }: RoleMeasuresView, messages: Messages): Block[] {
  return estimated ? [{ kind: 'paragraph', text: messages.figures.estimatedLegend, tone: 'muted' }] : [];
}

/** The occupations that figures are of, and what an estimate was shifted by. */
function describeBasis({ basis, shifts }: RoleMeasuresView, messages: Messages): { label: string; terms: string[] }[] {
  const fields = [
    { label: basis.length > 1 ? messages.figures.meanOf : messages.figures.basedOn, terms: basis.map(({ label }) => label) },
    { label: messages.figures.shiftedBy, terms: shifts.map(({ label }) => label) },
  ];
  return fields.filter(({ terms }) => terms.length > 0);
}
