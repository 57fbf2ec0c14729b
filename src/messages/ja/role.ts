import type { RoleMessages } from '../types/role.ts';

const sections: RoleMessages['sections'] = {
  duties: '主な仕事',
  specialties: '専門分野',
  merits: 'よい点',
  demerits: '大変な点',
  suits: '向いている人',
  qualifications: '役立つ資格',
  entry: '就くには',
  checks: '応募の前に確かめたいこと',
};

export const role: RoleMessages = {
  aliases: '別の呼び方',
  sections,
  sectionRemarks: { qualifications: '応募に必須ではありませんが、持っていると役立ちます。' },
  confusedWith: '似た職種・関わりの深い言葉',
  sources: '出典',
  aspects: { ...sections, summary: '概要', resource: '扱うもの', facets: '特徴', checks: '応募の前に' },
  frequencies: { daily: '日々', monthly: '月ごと', yearly: '年ごと' },
  standIn: '一方がもう一方の仕事も担うことがある',
  coping: '対処',
  caution: '注意',
  pay: '給与',
  shareRemark: '割合（％）は、調査した職業で働く人のうち、その仕事をしている人の割合です（job tag）。',
  evidence: '調査では',
  besideAverage: (value, average, isEstimated) => (isEstimated ? `${value}（推定。平均 ${average}）` : `${value}（平均 ${average}）`),
  usedFor: '使ったところ',
  address: 'ページ',
  codeSystems: { 'job-tag': 'job tagの番号', mhlw: '厚生労働省編職業分類', jsoc: '日本標準職業分類', 'onet-soc': 'O*NET-SOCコード' },
  payNotRecorded: 'ここには載っていません',
  noConcept: 'ここで扱う職種ではありませんが、関わりの深い言葉です。',
  noPart: 'この部分の記載はありません。',
  choose: 'どの職種を見ますか',
  chooseHelp: { keys: '文字を入力して絞り込み、↑↓ で選び、Enter で決定', lines: '言葉を入力すると絞り込み、番号を入力すると決まる。' },
  noChoice: '当てはまる職種はありません',
};
