import type { KnowledgeMessages } from '../types/knowledge.ts';

export const knowledge: KnowledgeMessages = {
  title: '職種クイズの結果',
  help: { keys: '1〜4 か ↑↓ と Enter で答える · s とばす · q（Esc）やめる', lines: '番号と Enter で答える。s はとばす、q はやめる。' },
  questions: {
    duty: '次の仕事が挙げられているのは、どの職種ですか。',
    summary: '次の説明に当てはまるのは、どの職種ですか。',
    qualification: '次の資格が役立つとされているのは、どの職種ですか。',
    'look-alike': '次の仕事が挙げられているのは、どの職種ですか（よく似た職種に注意）。',
  },
  score: (right, total) => `${total}問中${right}問正解`,
  rightAnswer: (answer) => `○ 正解です（${answer}）。`,
  wrongAnswer: (given, answer) => `× あなたの答えは${given}、正解は${answer}です。`,
  skippedAnswer: (answer) => `- とばしました。正解は${answer}です。`,
  right: '○ 正解',
  wrong: '× 不正解',
  skipped: '- とばした問題',
  explanation: '解説',
  readAgain: 'もう一度読む',
  sameQuestions: '同じ問題',
};
