import type { CheckMessages } from '../types/check.ts';
import { command, say } from '../text.ts';
import { joinList } from './words.ts';

const severities: CheckMessages['severities'] = { error: 'エラー', warning: '警告', note: 'お知らせ' };

export const check: CheckMessages = {
  title: '職種ファイルの確認',
  filesLeftOut: (count, folder) => say`注意: 問題のある職種ファイル${count}件を省きました（${folder}）。確かめるには: ${command('check')}`,
  folderLeftOut: (folder, reason) => `注意: 自分の職種のフォルダ「${folder}」を読めません: ${reason}。`,
  moreProblems: (count) => `ほかに${count}件の問題があります。`,
  severities,
  checked: (files, { errors, warnings, notes }) => {
    const counts = [
      [severities.error, errors],
      [severities.warning, warnings],
      [severities.note, notes],
    ] as const;
    const found = counts.flatMap(([label, count]) => (count === 0 ? [] : [`${label}${count}件`]));
    return `${files}ファイルを調べました。${found.length === 0 ? '問題はありません' : joinList(found)}。`;
  },
};
