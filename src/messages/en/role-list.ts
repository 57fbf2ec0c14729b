import type { RoleListMessages } from '../types/role-list.ts';

const openings =
  'How many openings there are for each person looking for work at public employment offices (ハローワーク); in brackets, per 100 people. ' +
  'New graduates are not counted. ' +
  'This is neither the number of applicants per post nor the odds of being hired.';

export const roleList: RoleListMessages = {
  focus: 'About',
  title: 'Back-office roles',
  neighbours: 'Neighbouring roles',
  survey: 'Survey',
  inSurvey: (percentage) => `${percentage} in the survey`,
  surveyLegend: ({ question, answer }) =>
    `“In the survey”: the share of people in the job who answered “${answer}” about “${question}”. These are opinions, not shares of vacancies.`,
  absence: 'A role that is not here may still fit: it only means that nothing says so.',
  conditions: 'Only',
  condition: (label, operator, value) => `${label}: ${{ '<': 'below ', '<=': 'at most ', '=': '', '>=': 'at least ', '>': 'above ' }[operator]}${value}`,
  amount: (value, unit) =>
    ({
      '10k-yen-per-month': `¥${Math.round(value * 10_000).toLocaleString('en')}`,
      'hours-per-month': `${value} ${value === 1 ? 'hour' : 'hours'}`,
      ratio: value.toFixed(2),
    })[unit],
  occupation: { pay: 'Occupation of the wage survey', openings: 'Occupation of the openings statistics' },
  perHundred: (people) => `${people} per 100`,
  explain: {
    pay: 'A month’s pay of people aged 25–29, without overtime. A few high earners pull the mean up.',
    'starting-pay':
      'A month’s pay of people aged 25–29 in their first year in the occupation, whatever they did before, without overtime. A few high earners pull it up.',
    overtime: 'The mean of one month, June. Busy seasons at other times do not show.',
    openings: `${openings} Openings elsewhere are not counted.`,
    'offered-pay':
      'The mean of what job advertisements say, for a month. It covers other people than the pay of those at work, and is counted differently, ' +
      'so do not compare the two.',
  },
  explainFew: `${openings} It may look low, but there are vacancies, and those elsewhere are not counted.`,
  averageOfAll: 'Average of all occupations',
  people: 'Who is in it',
  source: 'Source',
  yearOf: 'Year',
  year: { pay: String, openings: (year) => `average of fiscal ${year}` },
  volatile: 'Moves a good deal from year to year.',
  ownFigures: (people, year, source) => `${people} (${year}, ${source}).`,
  firstRow: 'Several occupations in the statistics correspond to these. They are not averaged; the first is used.',
  noFigure: {
    borrowed: {
      last: 'There are no statistics for these roles alone. They are not sorted by another occupation’s, and come last.',
      unlisted: 'There are no statistics for these roles alone. Another occupation’s are not used, so whether they belong here is not known.',
    },
    'too-few': {
      last: 'There are too few people for a figure, so these come last.',
      unlisted: 'There are too few people for a figure, so whether these belong here is not known.',
    },
    'not-recorded': { last: 'These have no figure, and come last.', unlisted: 'These have no figure, so whether they belong here is not known.' },
  },
  labourMarket: 'Pay, openings and hours',
  filterBy: 'Filter by',
  sortBy: 'Sort by',
  sortKeys: { default: 'default', id: 'ID', name: 'name', family: 'field', resource: 'what it handles' },
};
