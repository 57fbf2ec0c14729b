import { formatCount } from '../shared.ts';
import type { QuizMessages } from '../types/quiz.ts';
import { command, say } from '../text.ts';

export const quiz: QuizMessages = {
  choose: 'Which one?',
  chooseNumber: 'Number, or ↑↓ and Enter · q to leave',
  kinds: {
    fit: 'Fit test (44 questions, 6 min)',
    quick: 'Quick test (22 questions, 3 min)',
    knowledge: 'Knowledge quiz (10 questions)',
  },
  names: { fit: 'Fit test', quick: 'Quick fit test', knowledge: 'Knowledge quiz' },
  fitTests: { full: 'Fit test', quick: 'Quick fit test' },
  answeredOf: (answered, asked) => `${answered} of ${asked} answered`,
  minutesLeft: (minutes) => `about ${minutes} min left`,
  itemHelp: 'Answer with 1–5, or ↑↓ and Enter · b back · s skip · q save and leave',
  askAvoid: 'Is there anything you would rather avoid? (Enter if not)',
  askAvoidHelp: 'Choose with numbers, or ↑↓ and space; Enter for the result · b back · q save and leave',
  cannotSave: 'Your answers cannot be saved, but you can go on. Keep the answer code that stands at the end.',
  savedSession: (id) => say`Your answers so far are saved. Go on with\n  ${command(`quiz --resume ${id}`)}`,
  forgotten: (count) => (count === 0 ? 'There is no saved test.' : count === 1 ? 'Deleted one test.' : `Deleted ${count} tests.`),
  codeKept: (command) => `To see the result again:
  ${command}`,
  again: 'Show it again',
  goOn: 'Go on',
  finished: 'finished',
  sessionsTitle: 'Saved tests',
  noSessions: 'There is no saved test.',
  moreSessions: (count) => say`${formatCount(count)} earlier ones are not shown here. All of them: ${command('quiz --sessions --format csv')}`,
  deleteSessions: 'Delete all',
};
