import type { CommonMessages } from '../types/common.ts';

export const common: CommonMessages = {
  role: '職種',
  id: 'ID',
  more: 'ほか',
  onlyExamples: 'ここに挙げたのは例です。',
  notRecorded: '記載なし',
  next: '次は',
  compare: '比べる',
  read: '読む',
  termSeparator: '・',
  value: '値',
  average: '平均',
  answer: '答え',
  yourAnswer: 'あなたの答え',
  pager: { more: 'Space: next  b: back  q: quit', end: '(END)  b: back  q: quit', hint: 'スペースで次へ、b で前へ、q で終わり' },
  written: (path) => `書き出しました: ${path}`,
  notWritten: (path) => `書き出しませんでした: ${path}`,
};
