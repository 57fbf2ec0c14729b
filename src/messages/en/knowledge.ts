import type { KnowledgeMessages } from '../types/knowledge.ts';

export const knowledge: KnowledgeMessages = {
  title: 'Result of the knowledge quiz',
  help: { keys: 'Answer with 1–4, or ↑↓ and Enter · s skip · q (Esc) leave', lines: 'Answer with a number and Enter. s skips, q leaves.' },
  questions: {
    duty: 'Which role is this listed under?',
    summary: 'Which role is this?',
    qualification: 'For which role is this said to be useful?',
    'look-alike': 'Which role is this listed under? Mind the look-alikes.',
  },
  score: (right, total) => `${right} of ${total} right`,
  rightAnswer: (answer) => `✓ Right: ${answer}.`,
  wrongAnswer: (given, answer) => `✗ You answered ${given}; the answer is ${answer}.`,
  skippedAnswer: (answer) => `- Skipped. The answer is ${answer}.`,
  right: '✓ right',
  wrong: '✗ wrong',
  skipped: '- skipped',
  explanation: 'Why',
  readAgain: 'Read again',
  sameQuestions: 'Same questions',
};
