import type { ComparisonMessages } from '../types/comparison.ts';
import { joinNames } from './words.ts';

export const comparison: ComparisonMessages = {
  onlySame: 'the rest is shared',
  notRecordedLegend: '“Not recorded”, or something listed for only some of the roles, does not mean that the others lack it.',
  noDifference: 'There is no difference.',
  sameLegend: '= marks what they share; the wording, extent or degree may differ.',
  moreLegend: '“And more”: the entries listed there are only examples.',
  choose: (chosen) => (chosen.length === 0 ? 'Compare which role?' : `Compare ${joinNames(chosen)} with`),
  enough: 'Compare these',
  common: 'In common',
  contrast: (roles) => roles.map(({ name, focus }) => `${name} is about ${focus}.`).join(' '),
};
