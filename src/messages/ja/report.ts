import type { ReportMessages } from '../types/report.ts';

export const report: ReportMessages = {
  madeWith: 'backoffice（日本のバックオフィスの職種ガイド）で作成しました。',
  asTable: '表で見る',
  chartAverage: '縦の線は平均',
  chartMiddle: '縦の線は中間',
  chartHatched: '斜線は推定',
  chartHollow: '白抜きは推定',
  chartOf: (rows) => `グラフ: ${rows.join('、')}。値は下の表にあります。`,
};
