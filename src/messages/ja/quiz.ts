import { formatCount } from '../any-language.ts';
import type { QuizMessages } from '../types/quiz.ts';
import { command, say } from '../text.ts';

export const quiz: QuizMessages = {
  choose: 'どれを始めますか',
  chooseHelp: { keys: '番号か ↑↓ と Enter · q（Esc）やめる', lines: '番号と Enter で選ぶ。q と Enter でやめる。' },
  kinds: {
    fit: '適職診断（44問、約6分）',
    quick: '適職診断・短い版（22問、約3分）',
    knowledge: '職種クイズ（10問）',
  },
  names: { fit: '適職診断', quick: '短い版', knowledge: '職種クイズ' },
  fitTests: { full: '適職診断', quick: '適職診断・短い版' },
  answeredOf: (answered, asked) => `${asked}問中${answered}問に回答`,
  questionOf: (number, count, minutes) => `${count}問中${number}問目（残り約${minutes}分）`,
  minutesLeft: (minutes) => `残り約${minutes}分`,
  itemHelp: {
    keys: '1〜5 か ↑↓ と Enter で答える · b 前へ戻る · s とばす · q（Esc）保存してやめる',
    lines: '番号と Enter で答える。b は前へ戻る、s はとばす、q は保存してやめる。',
  },
  askAvoid: 'できれば避けたいことはありますか（なければそのまま Enter）',
  askAvoidHelp: {
    keys: '数字か ↑↓ とスペースで選び、Enter で結果へ · b 前へ戻る · q（Esc）保存してやめる',
    lines: '番号を空けて並べ（例: 1 3）、Enter で結果へ。b は前へ戻る、q は保存してやめる。',
  },
  cannotSave: '途中の答えを保存できませんが、このまま続けられます。最後に出る回答コードを控えてください。',
  savedSession: (id) => say`ここまでの答えを保存しました。続きは\n  ${command(`quiz --resume ${id}`)}`,
  askForget: (count) => `保存されている診断（${count}件）を、すべて消しますか`,
  forgetAnswers: { keep: '消さない', delete: 'すべて消す' },
  forgotten: (count) => (count === 0 ? '保存されている診断はありません。' : `${count}件の診断を消しました。`),
  codeKept: (code) =>
    say`結果をもう一度見るには\n  ${command(`quiz --code ${code}`)}\nページとして残すには\n  ${command(`quiz --code ${code} -o result.html`)}`,
  again: 'もう一度表示',
  asPage: 'ページとして残す',
  goOn: '続ける',
  finished: '完了',
  sessionsTitle: '保存されている診断',
  noSessions: '保存されている診断はありません。',
  moreSessions: (count) => say`これより前の${formatCount(count)}件は省きました。すべて見るには: ${command('quiz --sessions --format csv')}`,
  deleteSession: '消す',
};
