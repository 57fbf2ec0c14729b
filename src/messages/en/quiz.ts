import { formatCount } from '../any-language.ts';
import type { QuizMessages } from '../types/quiz.ts';
import { command, say } from '../text.ts';

export const quiz: QuizMessages = {
  choose: 'Which one?',
  chooseHelp: { keys: 'Number, or ↑↓ and Enter · q (Esc) to leave', lines: 'Choose with a number and Enter. q leaves.' },
  kinds: {
    fit: 'Fit test (44 questions, 6 min)',
    quick: 'Quick test (22 questions, 3 min)',
    knowledge: 'Knowledge quiz (10 questions)',
  },
  names: { fit: 'Fit test', quick: 'Quick fit test', knowledge: 'Knowledge quiz' },
  fitTests: { full: 'Fit test', quick: 'Quick fit test' },
  answeredOf: (answered, asked) => `${answered} of ${asked} answered`,
  questionOf: (number, count, minutes) => `Question ${number} of ${count} (about ${minutes} min left)`,
  minutesLeft: (minutes) => `about ${minutes} min left`,
  itemHelp: {
    keys: 'Answer with 1–5, or ↑↓ and Enter · b back · s skip · q (Esc) save and leave',
    lines: 'Answer with a number and Enter. b goes back, s skips, q saves and leaves.',
  },
  askAvoid: 'Is there anything you would rather avoid? (Enter if not)',
  askAvoidHelp: {
    keys: 'Choose with numbers, or ↑↓ and space; Enter for the result · b back · q (Esc) save and leave',
    lines: 'Type numbers with spaces between them, such as 1 3, and Enter for the result. b goes back, q saves and leaves.',
  },
  cannotSave: 'Your answers cannot be saved, but you can go on. Keep the answer code shown at the end.',
  savedSession: (id) => say`Your answers so far are saved. Go on with\n  ${command(`quiz --resume ${id}`)}`,
  askForget: (count) => (count === 1 ? 'Delete the one saved test?' : `Delete all ${count} saved tests?`),
  forgetAnswers: { keep: 'Keep', delete: 'Delete' },
  forgotten: (count) => (count === 0 ? 'There is no saved test.' : count === 1 ? 'Deleted one test.' : `Deleted ${count} tests.`),
  codeKept: (code) =>
    say`To see the result again:\n  ${command(`quiz --code ${code}`)}\nTo keep it as a page:\n  ${command(`quiz --code ${code} -o result.html`)}`,
  again: 'Show it again',
  asPage: 'Keep it as a page',
  goOn: 'Go on',
  finished: 'finished',
  sessionsTitle: 'Saved tests',
  noSessions: 'There is no saved test.',
  moreSessions: (count) => say`${formatCount(count)} earlier ones are not shown here. All of them: ${command('quiz --sessions --format csv')}`,
  deleteSession: 'Delete it',
};
