import type { RoleMessages } from '../types/role.ts';

const sections: RoleMessages['sections'] = {
  duties: 'Duties',
  specialties: 'Specialties',
  merits: 'Good sides',
  demerits: 'Hard parts',
  suits: 'Who it suits',
  qualifications: 'Qualifications',
  entry: 'Getting in',
  checks: 'What to ask before applying',
};

export const role: RoleMessages = {
  aliases: 'Also called',
  sections,
  sectionRemarks: { qualifications: 'You need none of these to apply, but they help.' },
  confusedWith: 'Similar or related',
  sources: 'Sources',
  aspects: { ...sections, summary: 'In short', resource: 'Handles', facets: 'Traits', checks: 'What to ask' },
  frequencies: { daily: 'daily', monthly: 'monthly', yearly: 'yearly' },
  standIn: 'one may also do the work of the other',
  coping: 'Tip',
  caution: 'Note',
  pay: 'Pay',
  shareRemark: 'The percentages show how many of the people surveyed in the occupation do this task (job tag).',
  evidence: 'Survey',
  besideAverage: (value, average, isEstimated) => (isEstimated ? `${value} (estimate; average ${average})` : `${value} (average ${average})`),
  usedFor: 'Used for',
  address: 'Page',
  codeSystems: {
    'job-tag': 'job tag number',
    mhlw: 'Ministry of Health, Labour and Welfare code',
    jsoc: 'Japan Standard Occupational Classification',
    'onet-soc': 'O*NET-SOC code',
  },
  payNotRecorded: 'not given here',
  noConcept: 'Not a role in this catalogue, but a closely related term.',
  noPart: 'Nothing is recorded for this part.',
  choose: 'Which role would you like to see?',
  chooseHelp: { keys: 'Type to narrow down, ↑↓ to move, Enter to choose', lines: 'Words narrow down, a number chooses.' },
  noChoice: 'No role fits',
};
