import type { QuestionHelp } from './questions.ts';
import type { KnowledgeKind } from '../../core/knowledge/knowledge.ts';

/** The knowledge quiz. */
export interface KnowledgeMessages {
  readonly title: string;
  readonly help: QuestionHelp;
  readonly questions: Readonly<Record<KnowledgeKind, string>>;
  readonly score: (right: number, total: number) => string;
  /** What is said of an answer as soon as it is given, each with its sign. */
  readonly rightAnswer: (answer: string) => string;
  readonly wrongAnswer: (given: string, answer: string) => string;
  readonly skippedAnswer: (answer: string) => string;
  /** The same in the review. */
  readonly right: string;
  readonly wrong: string;
  readonly skipped: string;
  readonly explanation: string;
  readonly readAgain: string;
  readonly sameQuestions: string;
}
