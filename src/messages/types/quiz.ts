import type { QuestionHelp } from './questions.ts';
import type { Text } from '../text.ts';
import type { FitTest } from '../../core/fit/score.ts';

/** Choosing and answering a test, and the tests that are saved. */
export interface QuizMessages {
  readonly choose: string;
  readonly chooseHelp: QuestionHelp;
  /** The quizzes to choose from, with what each is. */
  readonly kinds: Readonly<Record<'fit' | 'quick' | 'knowledge', string>>;
  readonly names: Readonly<Record<'fit' | 'quick' | 'knowledge', string>>;
  readonly fitTests: Readonly<Record<FitTest, string>>;
  readonly answeredOf: (answered: number, asked: number) => string;
  /** Which question of how many, where no bar is drawn. */
  readonly questionOf: (number: number, count: number, minutesLeft: number) => string;
  readonly minutesLeft: (minutes: number) => string;
  readonly itemHelp: QuestionHelp;
  readonly askAvoid: string;
  readonly askAvoidHelp: QuestionHelp;
  readonly cannotSave: string;
  readonly savedSession: (id: string) => Text;
  readonly askForget: (count: number) => string;
  readonly forgetAnswers: Readonly<Record<'keep' | 'delete', string>>;
  readonly forgotten: (count: number) => string;
  /** How the result is seen again, and kept as a page. */
  readonly codeKept: (code: string) => Text;
  readonly again: string;
  readonly asPage: string;
  readonly goOn: string;
  readonly finished: string;
  readonly sessionsTitle: string;
  readonly noSessions: string;
  /** Of saved tests that a page does not list. */
  readonly moreSessions: (count: number) => Text;
  readonly deleteSession: string;
}
