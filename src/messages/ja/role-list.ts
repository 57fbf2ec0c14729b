import type { RoleListMessages } from '../types/role-list.ts';

export const roleList: RoleListMessages = {
  focus: '仕事の中心',
  title: 'バックオフィスの職種',
  survey: '調査',
  inSurvey: (percentage) => `調査では${percentage}`,
  surveyLegend: ({ question, answer }) => `「調査では何%」は、「${question}」に「${answer}」と答えた人の割合です。`,
  absence: 'ここにない職種は、そう書かれていないだけで、当てはまらないとは限りません。',
  conditions: '条件',
  condition: (label, operator, value) => `${label} ${value}${{ '<': '未満', '<=': '以下', '=': '', '>=': '以上', '>': '超' }[operator]}`,
  noFigure: (names, measure) => `${names}には「${measure}」の数字がないので、最後に置いています。`,
  unknown: (names) => `${names}には数字がないので、条件に当てはまるかどうかはわかりません。`,
  filterBy: '絞り込める数字',
  sortBy: '並べ方',
  sortKeys: { default: '標準', id: 'ID', name: '名前', family: '分野', resource: '扱うもの' },
};
