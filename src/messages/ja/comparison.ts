import type { ComparisonMessages } from '../types/comparison.ts';

export const comparison: ComparisonMessages = {
  onlySame: 'ほかは共通',
  notRecordedLegend: '「記載なし」や、一部の職種だけに書かれていることは、ほかの職種に「ない」「しない」という意味ではありません。',
  noDifference: '違うところはありません。',
  sameLegend: '= は共通する点です（言い方や範囲、程度は違うことがあります）。',
  moreLegend: '「ほか」とあるところに挙げたのは例です。',
  choose: (chosen) => (chosen.length === 0 ? '比べる職種（一つ目）' : `${chosen.join('・')}と比べる職種`),
  enough: 'これで比べる',
  common: '共通点',
  contrast: (roles) => `${roles.map(({ name, focus }) => `${name}の中心は${focus}`).join('、')}です。`,
};
