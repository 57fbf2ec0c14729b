import type { RoleListMessages } from '../types/role-list.ts';

export const roleList: RoleListMessages = {
  focus: 'About',
  title: 'Back-office roles',
  survey: 'Survey',
  inSurvey: (percentage) => `${percentage} in the survey`,
  surveyLegend: ({ question, answer }) => `“In the survey”: the share of people who answered “${answer}” about “${question}”.`,
  absence: 'A role that is not here may still fit: it only means that nothing says so.',
  conditions: 'Only',
  condition: (label, operator, value) => `${label}: ${{ '<': 'below ', '<=': 'at most ', '=': '', '>=': 'at least ', '>': 'above ' }[operator]}${value}`,
  noFigure: (names, measure) => `No figure for “${measure}”, so last in the list: ${names}.`,
  unknown: (names) => `No figures, so nobody can tell whether they belong here: ${names}.`,
  filterBy: 'Filter by',
  sortBy: 'Sort by',
  sortKeys: { default: 'default', id: 'ID', name: 'name', family: 'field', resource: 'what it handles' },
};
