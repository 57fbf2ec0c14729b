/** What `quiz` can be. */
export const quizKinds = ['fit', 'quick', 'knowledge'] as const;
export type QuizKind = (typeof quizKinds)[number];

export interface QuizOptions {
  /** Id of a saved test, or true for the latest. */
  readonly resume?: string | true;
  readonly sessions?: boolean;
  /** Id of a saved test, or true for all. */
  readonly forget?: string | true;
  /** Delete without being asked. */
  readonly yes?: boolean;
  readonly answers?: string;
  readonly code?: string;
  readonly questions?: number;
  readonly seed?: number;
  /** Whose result it is. */
  readonly name?: string;
  /** All answers and all reasons. */
  readonly full?: boolean;
  /** Ask about neighbours, too, in the knowledge quiz. */
  readonly allRoles?: boolean;
}
