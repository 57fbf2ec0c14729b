import { command } from '../messages/text.ts';
import type { NameView } from '../core/views/names.ts';
import type { ConditionView, RoleListDocument } from '../core/views/role-list.ts';
import type { RoleSummaryView, SurveyedView } from '../core/views/role-summary.ts';
import type { Messages } from '../messages/messages.ts';
import { addLabel } from './composed.ts';
import type { Records } from './output.ts';
import type { Block, Page } from './page.ts';
import { textCell } from './page.ts';
import { figureCell, formatScale, formatValue } from './figures.ts';

/** The roles as a table: name, id, the measure they are sorted by, the figures they are filtered by, what they handle, what they are about. */
export function buildRoleListPage(document: RoleListDocument, messages: Messages): Page {
  const { roles, measure, where = [], unlisted = 0 } = document;
  const [first] = roles;
  if (first === undefined) return { blocks: [] };
  const measured = measure === undefined ? [] : [measure];
  const filtered = findFiltered(document);
  const surveyed = roles.flatMap((role) => role.surveyed ?? []);
  const isEstimated = roles.some(({ figure, figures = [] }) => [figure, ...figures].some((shown) => shown?.estimated === true));
  const conditions = where.map((condition) => describeCondition(condition, messages));
  const shown = [...measured, ...filtered.map((condition) => condition.measure)];
  return {
    title: messages.joinTitle([messages.roleList.title, ...measured.map(({ label }) => label), ...conditions]),
    blocks: [
      {
        kind: 'table',
        ruled: false,
        columns: [
          { label: messages.common.role, holds: 'name' },
          { label: messages.common.id, holds: 'id' },
          ...measured.flatMap(({ label }) => [
            { label, holds: 'gauge' } as const,
            { label: messages.common.average, holds: 'number', isAverage: true } as const,
          ]),
          ...filtered.map((condition) => ({ label: condition.measure.label, holds: 'number' }) as const),
          { label: messages.role.aspects.resource, holds: 'terms' },
          ...(surveyed.length === 0 ? [] : [{ label: messages.roleList.survey, holds: 'phrase' } as const]),
          // A list by a measure is a chart: a row of it is one line.
          ...(measure === undefined ? [{ label: messages.roleList.focus, holds: 'phrase' } as const] : []),
        ],
        rows: roles.map((role) => ({
          name: bothNames(role),
          groups: [
            [
              textCell(role.id),
              ...measured.flatMap((sorted) => [figureCell(role.figure, sorted, messages), textCell(formatValue(sorted.average, sorted.unit))]),
              ...filtered.map(({ place, measure: asked }) => ({ texts: figureCell(role.figures?.[place], asked, messages).texts })),
              textCell(labelsOf(role.resource).join(messages.common.termSeparator)),
              ...(surveyed.length === 0 ? [] : [{ texts: (role.surveyed ?? []).map(({ share }) => messages.roleList.inSurvey(formatValue(share, 'share'))) }]),
              ...(measure === undefined ? [role.focus === undefined ? { texts: [] } : textCell(role.focus)] : []),
            ],
          ],
        })),
      },
      ...(conditions.length === 0 ? [] : [{ kind: 'fields', fields: [{ label: messages.roleList.conditions, terms: conditions }] } as const]),
      ...shown.map((asked): Block => ({
        kind: 'fields',
        caption: shown.length === 1 ? asked.question : addLabel(asked.label, asked.question),
        fields: [{ label: messages.figures.range, terms: [asked.unit === 'share' ? '0–100%' : formatScale(asked)] }],
      })),
      ...distinctAnswers(surveyed).map((answer): Block => ({ kind: 'paragraph', text: messages.roleList.surveyLegend(answer), tone: 'muted' })),
      ...describeMissing(document, messages),
      ...(unlisted > 0 ? [{ kind: 'paragraph', text: messages.roleList.absence, tone: 'muted' } as const] : []),
      ...(isEstimated ? [{ kind: 'paragraph', text: messages.figures.estimatedLegend, tone: 'muted' } as const] : []),
    ],
    next: { label: messages.common.next, command: command(`show ${first.id}`) },
  };
}

/** The roles as records, in both names, with ids and labels of what is filtered by, and the figures they are sorted and filtered by. */
export function listRoleRecords(document: RoleListDocument): Records {
  const { roles, measure } = document;
  const filtered = findFiltered(document);
  const names = ['id', 'name', 'japaneseName', 'englishName', 'reading', 'family', 'resource', 'facets', 'focus', 'summary'];
  const figureNames = ['measure', 'value', 'z', 'unit', 'scaleMinimum', 'scaleMaximum', 'average', 'standardDeviation', 'estimated', 'sources'];
  return {
    header: [...names, ...(measure === undefined ? [] : figureNames), ...filtered.map((condition) => condition.measure.id)],
    rows: roles.map(({ id, name, japaneseName, englishName, reading = '', family, resource, facets, focus = '', summary, figure, figures = [] }) => {
      const joined = [resource, facets].map((terms) => labelsOf(terms).join('; '));
      const row = [id, name, japaneseName, englishName, reading, family?.label ?? '', ...joined, focus, summary];
      const asked = filtered.map(({ place }) => String(figures[place]?.value ?? ''));
      if (measure === undefined) return [...row, ...asked];
      const { unit, scale, average, standardDeviation } = measure;
      const measured = figure === undefined ? ['', ''] : [String(figure.value), String(figure.z)];
      const meaning = [unit, ...[scale.minimum, scale.maximum, average, standardDeviation].map(String)];
      return [...row, measure.id, ...measured, ...meaning, figure === undefined ? '' : String(figure.estimated), figure?.sources.join('; ') ?? '', ...asked];
    }),
  };
}

/** The conditions whose figures are shown, and their places: each measure once, and not again what the list is sorted by. */
function findFiltered({ where = [], measure }: RoleListDocument): (ConditionView & { readonly place: number })[] {
  const ids = where.map((condition) => condition.measure.id);
  return where.flatMap((condition, place) => (ids[place] === measure?.id || ids.indexOf(condition.measure.id) < place ? [] : [{ ...condition, place }]));
}

/** A condition in words. */
function describeCondition({ measure, operator, value }: ConditionView, messages: Messages): string {
  return messages.roleList.condition(measure.label, operator, formatValue(value, measure.unit));
}

/** Roles without a figure: those at the end of the list, and those that are not in it. */
function describeMissing({ roles, measure, unknown = [] }: RoleListDocument, messages: Messages): Block[] {
  const last = measure === undefined ? [] : roles.filter(({ figure }) => figure === undefined);
  const namesOf = (named: readonly NameView[]) => messages.joinNames(named.map(({ name }) => name));
  return [
    ...(last.length === 0 || measure === undefined ? [] : [messages.roleList.noFigure(namesOf(last), measure.label)]),
    ...(unknown.length === 0 ? [] : [messages.roleList.unknown(namesOf(unknown))]),
  ].map((text) => ({ kind: 'paragraph', text, tone: 'muted' }));
}

function distinctAnswers(surveyed: readonly SurveyedView[]): { readonly question: string; readonly answer: string }[] {
  const answers = surveyed.map(({ distribution, option }) => ({ question: distribution.label, answer: option.label }));
  return answers.filter(({ question, answer }, place) => answers.findIndex((other) => other.question === question && other.answer === answer) === place);
}

function bothNames({ name, japaneseName }: RoleSummaryView): string[] {
  return name === japaneseName ? [name] : [name, japaneseName];
}

function labelsOf(terms: readonly { readonly label: string }[]): string[] {
  return terms.map(({ label }) => label);
}
