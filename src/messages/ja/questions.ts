import type { QuestionMessages } from '../types/questions.ts';

const orLetters = (letters: readonly string[]) => (letters.length === 0 ? '' : `か、${letters.join('・')}`);

export const questions: QuestionMessages = {
  number: (initial) => (initial === undefined ? '番号: ' : `番号（Enter だけなら${initial}）: `),
  numbers: (initial) => (initial.length === 0 ? '番号（Enter だけなら、なし）: ' : `番号（Enter だけなら ${initial.join(' ')}、0 なら、なし）: `),
  numberOrWords: '番号か言葉: ',
  notANumber: (most, letters) => `1〜${most}の番号${orLetters(letters)}を入力してください。`,
  notNumbers: (most, letters) =>
    `1〜${most}の番号を、空けて並べてください（例: 1 3）。番号のほかに使えるのは、0（なし）${letters.map((letter) => `、${letter}`).join('')}です。`,
  moreChoices: (count) => `ほかに${count}件あります。`,
};
