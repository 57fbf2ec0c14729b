import type { FigureView } from '../core/views/measures.ts';
import { listOf } from '../core/figures/labour-market.ts';
import { roundAsShown } from '../core/figures/quantities.ts';
import type { ConditionView, LabourMarketFigureView, LabourMarketMeasureView, QuantityView } from '../core/views/quantities.ts';
import type { RoleListDocument } from '../core/views/role-list.ts';
import type { Messages } from '../messages/messages.ts';
import { addLabel } from './composed.ts';
import { figureCell, formatScale, formatValue } from './figures.ts';
import type { Block, Cell, Column } from './page.ts';
import { textCell } from './page.ts';

// What lists show of the figures that they are sorted and filtered by.

/** A measure that a list shows, and where a role has its figure: that which it is sorted by, or one of those it is filtered by. */
export interface ShownQuantity {
  readonly measure: QuantityView;
  readonly place: 'sorted' | number;
}

type ListedRole = RoleListDocument['roles'][number];

/** The measures of a list, each once: what it is sorted by, then what it is filtered by. */
export function findShown({ measure, where = [] }: RoleListDocument): ShownQuantity[] {
  const asked: ShownQuantity[] = [
    ...(measure === undefined ? [] : [{ measure, place: 'sorted' } as const]),
    ...where.map((condition, place) => ({ measure: condition.measure, place })),
  ];
  return asked.filter((shown, index) => asked.findIndex((other) => other.measure.id === shown.measure.id) === index);
}

/** Whether a measure is of the labour market, not of the survey of people in the job. */
export function isLabourMarket(measure: QuantityView): measure is LabourMarketMeasureView {
  return 'statistics' in measure;
}

/** What a role has of a measure of a list. */
export function figureOf(role: ListedRole, { place }: ShownQuantity): FigureView | LabourMarketFigureView | undefined {
  return place === 'sorted' ? role.figure : role.figures?.[place];
}

/** A value as people read it, with its unit. */
export function formatQuantity(value: number, { unit }: QuantityView, messages: Messages): string {
  if (unit === 'share' || unit === 'rating' || unit === 'level') return formatValue(value, unit);
  return messages.roleList.amount(roundAsShown(value, unit), unit);
}

/** The same with what a ratio means. */
function formatInTable(value: number, measure: QuantityView, messages: Messages): string {
  const text = formatQuantity(value, measure, messages);
  return measure.unit === 'ratio' ? `${text}${messages.setInBrackets(messages.roleList.perHundred(Math.round(value * 100)))}` : text;
}

/** A condition in words. */
export function describeCondition({ measure, operator, value }: ConditionView, messages: Messages): string {
  return messages.roleList.condition(measure.label, operator, formatQuantity(value, measure, messages));
}

/** The columns of the measures of a list: values, bars where it is sorted by the survey, and whose the values of the labour market are. */
export function quantityColumns(shown: readonly ShownQuantity[], messages: Messages): Column[] {
  return [
    ...shown.flatMap(({ measure: { label, ...measure }, place }): Column[] =>
      place === 'sorted' && !('statistics' in measure)
        ? [
            { label, holds: 'gauge' },
            { label: messages.common.average, holds: 'number', isAverage: true },
          ]
        : [{ label, holds: 'number' }],
    ),
    ...findStatistics(shown).map(({ measure }): Column => ({ label: messages.roleList.occupation[listOf(measure.id)], holds: 'phrase' })),
  ];
}

/** The cells of these columns for one role. */
export function quantityCells(role: ListedRole, shown: readonly ShownQuantity[], messages: Messages): Cell[] {
  return [
    ...shown.flatMap((quantity): Cell[] => {
      const { measure, place } = quantity;
      const figure = figureOf(role, quantity);
      if (figure === undefined || !('estimated' in figure) || isLabourMarket(measure)) {
        const cell = textCell(figure === undefined ? undefined : formatInTable(figure.value, measure, messages));
        return place === 'sorted' && !isLabourMarket(measure) ? [cell, averageCell(measure, messages)] : [cell];
      }
      const cell = figureCell(figure, measure, messages);
      return place === 'sorted' ? [cell, averageCell(measure, messages)] : [{ texts: cell.texts }];
    }),
    ...findStatistics(shown).map((quantity) => occupationCell(figureOf(role, quantity), messages)),
  ];
}

/** What stands below a list: what it was filtered by, what the figures are, whose they are, and who has none. */
export function explainQuantities(document: RoleListDocument, messages: Messages): Block[] {
  const shown = findShown(document);
  const conditions = (document.where ?? []).map((condition) => describeCondition(condition, messages));
  return [
    ...(conditions.length === 0 ? [] : [{ kind: 'fields', fields: [{ label: messages.roleList.conditions, terms: conditions }] } as const]),
    ...shown.map((quantity) => explainQuantity(quantity, shown, document, messages)),
    ...findStatistics(shown).flatMap(({ measure }) => nameStatistics(measure, messages)),
    ...explainRows(document, shown, messages),
    ...describeMissing(document, shown, messages),
  ];
}

function averageCell(measure: QuantityView, messages: Messages): Cell {
  return textCell(measure.average === undefined ? undefined : formatQuantity(measure.average, measure, messages));
}

/** One measure for each of the statistics of the labour market that a list shows. */
function findStatistics(shown: readonly ShownQuantity[]): ShownStatistics[] {
  const found = shown.filter((quantity): quantity is ShownStatistics => isLabourMarket(quantity.measure));
  return found.filter(({ measure }, index) => found.findIndex((other) => listOf(other.measure.id) === listOf(measure.id)) === index);
}

interface ShownStatistics extends ShownQuantity {
  readonly measure: LabourMarketMeasureView;
}

/** Whose a value is, and quietly what is to be known of it. */
function occupationCell(figure: FigureView | LabourMarketFigureView | undefined, messages: Messages): Cell {
  if (figure === undefined || !('occupation' in figure)) return textCell(undefined);
  const { occupation, remark, volatile, people, year, source } = figure;
  const notes = [
    ...(remark === undefined ? [] : [remark]),
    ...(volatile === true ? [messages.roleList.volatile] : []),
    ...(people === undefined ? [] : [messages.roleList.ownFigures(people, year, source)]),
  ];
  return notes.length === 0 ? textCell(occupation) : { texts: [occupation], closing: messages.labourMarket.join(notes) };
}

function explainQuantity(quantity: ShownQuantity, shown: readonly ShownQuantity[], { roles }: RoleListDocument, messages: Messages): Block {
  const { measure } = quantity;
  const captionOf = (text: string) => (shown.length === 1 ? text : addLabel(measure.label, text));
  if (!isLabourMarket(measure)) {
    const range = measure.unit === 'share' ? '0–100%' : formatScale(measure);
    return { kind: 'fields', caption: captionOf(measure.question), fields: [{ label: messages.figures.range, terms: [range] }] };
  }
  const { explain, explainFew, averageOfAll } = messages.roleList;
  const isFew = measure.id === 'openings' && roles.some((role) => (figureOf(role, quantity)?.value ?? 1) < 1);
  const text = captionOf(isFew ? explainFew : explain[measure.id]);
  if (measure.average === undefined) return { kind: 'paragraph', text, tone: 'muted' };
  return { kind: 'fields', caption: text, fields: [{ label: averageOfAll, terms: [formatQuantity(measure.average, measure, messages)] }] };
}

// Long texts are paragraphs: a term of a list is not broken where a phrase ends.
function nameStatistics({ id, statistics: { people, label, year } }: LabourMarketMeasureView, messages: Messages): Block[] {
  const { roleList } = messages;
  return [
    { kind: 'paragraph', text: addLabel(roleList.people, people), tone: 'muted' },
    { kind: 'fields', caption: addLabel(roleList.source, label), fields: [{ label: roleList.yearOf, terms: [roleList.year[listOf(id)](year)] }] },
  ];
}

/** Roles with several rows of their own. */
function explainRows({ roles }: RoleListDocument, shown: readonly ShownQuantity[], messages: Messages): Block[] {
  const several = roles.filter((role) =>
    shown.some((quantity) => {
      const figure = figureOf(role, quantity);
      return figure !== undefined && 'ownRows' in figure && figure.ownRows > 1;
    }),
  );
  return several.length === 0 ? [] : [nameRoles(messages.roleList.firstRow, several, messages)];
}

/** Roles without a figure: those at the end of the list, and those that are not in it. */
function describeMissing({ roles, measure, noFigure = [], unknown = [] }: RoleListDocument, shown: readonly ShownQuantity[], messages: Messages): Block[] {
  const listed = new Set(roles.map(({ id }) => id));
  const left = new Set(unknown.map(({ id }) => id));
  return noFigure.flatMap(({ measure: id, reason, roles: without }) => {
    const label = shown.find((quantity) => quantity.measure.id === id)?.measure.label;
    const captionOf = (text: string) => (shown.length === 1 || label === undefined ? text : addLabel(label, text));
    const last = id === measure?.id ? without.filter((role) => listed.has(role.id)) : [];
    const untold = without.filter((role) => left.delete(role.id));
    const told = messages.roleList.noFigure[reason];
    return [
      ...(last.length === 0 ? [] : [nameRoles(captionOf(told.last), last, messages)]),
      ...(untold.length === 0 ? [] : [nameRoles(captionOf(told.unlisted), untold, messages)]),
    ];
  });
}

/** A remark on some roles. What is put together anew would need the breaks of its lines found, which takes longer than all the rest. */
function nameRoles(caption: string, roles: readonly { readonly name: string }[], messages: Messages): Block {
  return { kind: 'fields', caption, fields: [{ label: messages.common.role, terms: roles.map(({ name }) => name) }] };
}
