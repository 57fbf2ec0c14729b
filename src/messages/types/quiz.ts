import type { Text } from '../text.ts';
import type { FitTest } from '../../core/fit/score.ts';

/** Choosing and answering a test, and the tests that are saved. */
export interface QuizMessages {
  readonly choose: string;
  readonly chooseNumber: string;
  /** The quizzes to choose from, with what each is. */
  readonly kinds: Readonly<Record<'fit' | 'quick' | 'knowledge', string>>;
  readonly names: Readonly<Record<'fit' | 'quick' | 'knowledge', string>>;
  readonly fitTests: Readonly<Record<FitTest, string>>;
  readonly answeredOf: (answered: number, asked: number) => string;
  readonly minutesLeft: (minutes: number) => string;
  readonly itemHelp: string;
  readonly askAvoid: string;
  readonly askAvoidHelp: string;
  readonly cannotSave: string;
  readonly savedSession: (id: string) => Text;
  readonly forgotten: (count: number) => string;
  readonly codeKept: (command: string) => string;
  readonly again: string;
  readonly goOn: string;
  readonly finished: string;
  readonly sessionsTitle: string;
  readonly noSessions: string;
  /** Of saved tests that a page does not list. */
  readonly moreSessions: (count: number) => Text;
  readonly deleteSessions: string;
}
