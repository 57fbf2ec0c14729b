import type { KnowledgeKind } from '../../core/knowledge/knowledge.ts';

/** The knowledge quiz. */
export interface KnowledgeMessages {
  readonly title: string;
  readonly help: string;
  readonly questions: Readonly<Record<KnowledgeKind, string>>;
  readonly score: (right: number, total: number) => string;
  readonly rightAnswer: (answer: string) => string;
  readonly wrongAnswer: (answer: string) => string;
  readonly right: string;
  readonly wrong: string;
  readonly readAgain: string;
  readonly sameQuestions: string;
}
