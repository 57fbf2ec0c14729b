import type { CommonMessages } from '../types/common.ts';

export const common: CommonMessages = {
  role: 'Role',
  id: 'ID',
  more: 'and more',
  onlyExamples: 'These are examples.',
  notRecorded: 'not recorded',
  next: 'Next',
  compare: 'Compare',
  read: 'Read',
  termSeparator: ', ',
  value: 'Value',
  average: 'Average',
  answer: 'Answer',
  yourAnswer: 'Your answer',
  pager: { more: 'Space: next  b: back  q: quit', end: '(END)  b: back  q: quit' },
  written: (path) => `Written to ${path}`,
  notWritten: (path) => `Nothing was written to ${path}`,
};
