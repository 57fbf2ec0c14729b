import type { ReportMessages } from '../types/report.ts';

export const report: ReportMessages = {
  madeWith: 'Made with backoffice, a guide to Japanese back-office roles.',
  asTable: 'As a table',
  chartAverage: 'The upright line is the average',
  chartMiddle: 'The upright line is the middle',
  chartHatched: 'Hatched: an estimate',
  chartHollow: 'Hollow: an estimate',
  chartOf: (rows) => `Chart: ${rows.join(', ')}. The values are in the table below.`,
};
