import type { CommonMessages } from '../types/common.ts';

export const common: CommonMessages = {
  role: 'Role',
  id: 'ID',
  more: 'and more',
  notRecorded: 'not recorded',
  next: 'Next',
  compare: 'Compare',
  read: 'Read',
  termSeparator: ', ',
  value: 'Value',
  average: 'Average',
  answer: 'Answer',
  yourAnswer: 'Your answer',
  written: (path) => `Written to ${path}`,
  notWritten: (path) => `Nothing was written to ${path}`,
};
