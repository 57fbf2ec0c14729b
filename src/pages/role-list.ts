import { command } from '../messages/text.ts';
import type { RoleListDocument } from '../core/views/role-list.ts';
import type { RoleSummaryView, SurveyedView } from '../core/views/role-summary.ts';
import type { Messages } from '../messages/messages.ts';
import type { Records } from './output.ts';
import type { Block, Page } from './page.ts';
import { textCell } from './page.ts';
import { figureCell, formatScale, formatValue } from './figures.ts';

/** The roles as a table: name, id, the measure they are sorted by, what they handle, what they are about. */
export function buildRoleListPage({ roles, measure, unlisted = 0 }: RoleListDocument, messages: Messages): Page {
  const [first] = roles;
  if (first === undefined) return { blocks: [] };
  const measured = measure === undefined ? [] : [measure];
  const surveyed = roles.flatMap((role) => role.surveyed ?? []);
  const isEstimated = roles.some(({ figure }) => figure?.estimated === true);
  return {
    title: messages.joinTitle([messages.roleList.title, ...measured.map(({ label }) => label)]),
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
              textCell(labelsOf(role.resource).join(messages.common.termSeparator)),
              ...(surveyed.length === 0 ? [] : [{ texts: (role.surveyed ?? []).map(({ share }) => messages.roleList.inSurvey(formatValue(share, 'share'))) }]),
              ...(measure === undefined ? [role.focus === undefined ? { texts: [] } : textCell(role.focus)] : []),
            ],
          ],
        })),
      },
      ...measured.map((sorted): Block => ({
        kind: 'fields',
        caption: sorted.question,
        fields: [{ label: messages.figures.range, terms: [sorted.unit === 'share' ? '0–100%' : formatScale(sorted)] }],
      })),
      ...distinctAnswers(surveyed).map((answer): Block => ({ kind: 'paragraph', text: messages.roleList.surveyLegend(answer), tone: 'muted' })),
      ...(unlisted > 0 ? [{ kind: 'paragraph', text: messages.roleList.absence, tone: 'muted' } as const] : []),
      ...(isEstimated ? [{ kind: 'paragraph', text: messages.figures.estimatedLegend, tone: 'muted' } as const] : []),
    ],
    next: { label: messages.common.next, command: command(`show ${first.id}`) },
  };
}

/** The roles as records, in both names, with ids and labels of what is filtered by, and the figures they are sorted by. */
export function listRoleRecords({ roles, measure }: RoleListDocument): Records {
  const names = ['id', 'name', 'japaneseName', 'englishName', 'reading', 'family', 'resource', 'facets', 'focus', 'summary'];
  const figureNames = ['measure', 'value', 'z', 'unit', 'scaleMinimum', 'scaleMaximum', 'average', 'standardDeviation', 'estimated', 'sources'];
  return {
    header: [...names, ...(measure === undefined ? [] : figureNames)],
    rows: roles.map(({ id, name, japaneseName, englishName, reading = '', family, resource, facets, focus = '', summary, figure }) => {
      const joined = [resource, facets].map((terms) => labelsOf(terms).join('; '));
      const row = [id, name, japaneseName, englishName, reading, family?.label ?? '', ...joined, focus, summary];
      if (measure === undefined) return row;
      const { unit, scale, average, standardDeviation } = measure;
      const measured = figure === undefined ? ['', ''] : [String(figure.value), String(figure.z)];
      const meaning = [unit, ...[scale.minimum, scale.maximum, average, standardDeviation].map(String)];
      return [...row, measure.id, ...measured, ...meaning, figure === undefined ? '' : String(figure.estimated), figure?.sources.join('; ') ?? ''];
    }),
  };
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
