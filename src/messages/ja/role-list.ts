import type { RoleListMessages } from '../types/role-list.ts';

const openings =
  'ハローワークで仕事を探す人1人に対する求人の数（有効求人倍率）です。かっこの中は、100人に対して何人分かを表します（新卒を除く）。応募の倍率や採用率ではありません。';

export const roleList: RoleListMessages = {
  focus: '仕事の中心',
  title: 'バックオフィスの職種',
  neighbours: '周辺の職種',
  survey: '調査',
  inSurvey: (percentage) => `調査では${percentage}`,
  surveyLegend: ({ question, answer }) =>
    `「調査では何%」は、「${question}」に「${answer}」と答えた人の割合です。働いている人の意見で、そういう求人の割合ではありません。`,
  absence: 'ここにない職種は、そう書かれていないだけで、当てはまらないとは限りません。',
  conditions: '条件',
  condition: (label, operator, value) => `${label} ${value}${{ '<': '未満', '<=': '以下', '=': '', '>=': '以上', '>': '超' }[operator]}`,
  amount: (value, unit) => ({ '10k-yen-per-month': `${value.toFixed(1)}万円`, 'hours-per-month': `${value}時間`, ratio: `${value.toFixed(2)}倍` })[unit],
  occupation: { pay: '賃金の統計の職業', openings: '求人の統計の職業' },
  perHundred: (people) => `${people}人分`,
  explain: {
    pay: '25〜29歳の人の、残業代を除く1か月の額です。一部の高い給与が平均を引き上げます。',
    'starting-pay': '25〜29歳の、この職種に就いて1年未満の人の、残業代を除く1か月の額です。ほかの仕事の経験者も含みます。一部の高い給与が平均を引き上げます。',
    overtime: '6月の1か月の平均です。ほかの時期の忙しさは表れません。',
    openings: `${openings}ハローワーク以外の求人は含みません。`,
    'offered-pay': '求人に書かれた1か月の賃金の平均です。働いている人の給与とは対象も数え方も違うので、比べられません。',
  },
  explainFew: `${openings}少なく見えても募集はあります。ハローワーク以外の求人は含みません。`,
  averageOfAll: '全職業の平均',
  people: '対象',
  source: '出典',
  yearOf: '調査',
  year: { pay: (year) => `${year}年`, openings: (year) => `${year}年度平均` },
  volatile: '年による動きが大きい職業です。',
  ownFigures: (people, year, source) => `${people}（${year}年、${source}）。`,
  firstRow: '統計にあたる職業が二つ以上あります。平均せずに、最初の職業の値を使いました。',
  noFigure: {
    borrowed: {
      last: 'この職種だけの統計はありません。ほかの職業の値では並べずに、最後に置いています。',
      unlisted: 'この職種だけの統計はありません。ほかの職業の値は使わないので、条件に当てはまるかどうかはわかりません。',
    },
    'too-few': {
      last: 'あてはまる人が少なく、数字がないので、最後に置いています。',
      unlisted: 'あてはまる人が少なく、数字がないので、条件に当てはまるかどうかはわかりません。',
    },
    'not-recorded': { last: '数字がないので、最後に置いています。', unlisted: '数字がないので、条件に当てはまるかどうかはわかりません。' },
  },
  labourMarket: '給与・求人・労働時間',
  filterBy: '絞り込める数字',
  sortBy: '並べ方',
  sortKeys: { default: '標準', id: 'ID', name: '名前', family: '分野', resource: '扱うもの' },
};
