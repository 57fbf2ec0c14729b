import type { FiguresMessages } from '../types/figures.ts';

export const figures: FiguresMessages = {
  title: 'In figures',
  measure: 'Measure',
  share: 'Share',
  allFigures: 'All figures',
  distinctiveRemark:
    'By surveys of people in the job: furthest above and below the average of all occupations (about 500), relative to how much occupations vary.',
  estimateRemark: 'By estimate: furthest above and below the average of all occupations (about 500), relative to how much occupations vary.',
  nothingDistinctive: 'Nothing is far from the average.',
  averageLegend: 'The average is that of all occupations in the survey (about 500).',
  estimatedLegend:
    'Figures marked “~” or “estimate” are estimates: the survey has no such occupation, so those of a similar one were adjusted. ' +
    'Their error is larger than that of the survey.',
  none: 'There are no figures for this role.',
  noneOf: (names) => `There are no figures for ${names}.`,
  partialLegend: 'A role without a figure is not compared (which does not mean that it is alike). Measures with a figure for only one role are left out.',
  different: 'Differences in figures',
  differentRemark: 'Largest difference first, relative to how much occupations vary. The average is that of all occupations (about 500).',
  differentAmongRemark:
    'At least two of the roles differ. Largest difference first, relative to how much occupations vary. The average is that of all occupations (about 500).',
  alike: 'About the same in figures',
  alikeRemark: 'Too close for this survey to tell the roles apart.',
  differentShares: 'Getting in: differences',
  sharesRemark: 'Share of people in the job who gave this answer (employment and schooling: several answers allowed).',
  alikeShares: 'Getting in: about the same',
  answersRemark: 'Most frequent answers of people in the job',
  answersRemarks: {
    entry:
      'Most frequent answers of people in the job. They are opinions, not the share of vacancies open to beginners. ' +
      'Where they do not agree with the text above, go by the text. For education, several answers were allowed.',
    conditions: 'How many people in the job said that each of these is common. It is not how many are employed that way. Several answers were allowed.',
  },
  respondents: (count) => `The shares from here on are based on the answers of about ${count} people.`,
  basedOn: 'Figures from',
  meanOf: 'Mean of',
  shiftedBy: 'Adjusted by',
  otherAnswers: 'All other answers: 0%.',
  range: 'Scale',
  estimated: (value) => `${value} (estimate)`,
};
