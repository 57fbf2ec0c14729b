import type { CommonMessages } from '../types/common.ts';

export const common: CommonMessages = {
  role: '職種',
  id: 'ID',
  more: 'ほか',
  notRecorded: '記載なし',
  next: '次は',
  compare: '比べる',
  read: '読む',
  termSeparator: '・',
  value: '値',
  average: '平均',
  answer: '答え',
  yourAnswer: 'あなたの答え',
  written: (path) => `書き出しました: ${path}`,
  notWritten: (path) => `書き出しませんでした: ${path}`,
};
