import type { NewRoleMessages } from '../types/new-role.ts';

export const newRole: NewRoleMessages = {
  intro:
    '新しい職種のファイルを作ります。名前のほかは、Enter だけでとばせます。Ctrl-D で質問を終えると、そこまでの答えで作ります。Ctrl-C でやめると、何も書きません。',
  askId: 'ID（ローマ字。例: tenpo-jimu）',
  askName: { ja: '職種の名前（例: 店舗事務）', en: '英語の名前（例: Store administration）' },
  askReading: '読み方（かな）',
  askSummary: { ja: '何をする仕事か、一文で', en: '同じことを英語で' },
  askResources: '扱うもの（いくつでも）',
  askResourcesHelp: { keys: '数字か ↑↓ とスペースで選び、Enter で次へ', lines: '番号を空けて並べ（例: 1 3）、Enter で次へ。' },
  askClosest: 'いちばん似ている職種',
  noClosest: '決めない',
  askDuty: '主な仕事を一つ（例: 見積書の作成）',
  noName: '名前を入力してください。',
  nameTaken: (id) => `${id} と同じ名前です。区別できる名前にしてください。`,
  notKana: 'ひらがなかカタカナで入力してください。',
  tooLong: (limit) => `長すぎます（${limit}字まで）。`,
  written: '職種ファイルを作りました。',
  copied: (name) => `組み込みの職種「${name}」の写しを作りました。このファイルを読むコマンドは、組み込みのものの代わりにこれを使います。`,
  alike: (id, other) => `注意: 「${id}」は「${other}」と同じつづりになることがあります。IDを正確に書けば、この職種だけを指せます。`,
  edit: '編集する',
  check: '確かめる',
  show: '見る',
};
