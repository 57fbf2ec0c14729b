import type { ComparisonMessages } from '../types/comparison.ts';

export const comparison: ComparisonMessages = {
  onlySame: 'the rest is shared',
  notRecordedLegend: '“Not recorded”, or something listed for only some of the roles, does not mean that the others lack it.',
  noDifference: 'There is no difference.',
  sameLegend: '= marks what they share; the wording, extent or degree may differ.',
  common: 'In common',
  contrast: (roles) => roles.map(({ name, focus }) => `${name} is about ${focus}.`).join(' '),
};
