import type { Text } from '../text.ts';
import type { FitWarning } from '../../core/fit/score.ts';

/** The result of a fit test. */
export interface FitMessages {
  readonly title: string;
  readonly firstPlace: (roles: readonly string[]) => string;
  readonly manyFirst: (names: string) => string;
  readonly inJapanese: string;
  /** Roles whose figures are estimates. */
  readonly estimatedRemark: (names: string) => Text;
  readonly nameWithScore: (name: string, score: number) => string;
  /** Behind the first place: how far it is ahead, or that it is shared, or says little. */
  readonly clearResult: (next: string) => string;
  readonly sharedResult: (names: string) => string;
  readonly openResult: string;
  readonly warnings: Readonly<Record<FitWarning, string>>;
  readonly caution: string;
  readonly order: string;
  readonly orderDoubtful: string;
  readonly orderRemark: string;
  readonly score: string;
  readonly comesFirst: string;
  readonly sharesFirst: string;
  readonly hasAvoided: string;
  readonly avoidRemark: (names: string) => string;
  readonly notComparedRemark: (names: string) => string;
  /** Neighbours that go with the answers. */
  readonly neighbours: string;
  readonly neighboursRemark: string;
  readonly neighbourReasons: string;
  /** What a person likes, or does not like, in a list. */
  readonly joinTraits: (traits: readonly string[]) => string;
  readonly neighbourSpared: string;
  readonly differenceFrom: (name: string) => string;
  /** The dimension on which the figures of two roles differ most. */
  readonly moreOrLess: (dimension: string, more: boolean) => string;
  readonly reasonsFor: string;
  readonly reasonsRemark: string;
  /** What the person does not like, and the role has little of. */
  readonly spared: string;
  /** What the person likes, and the role has little of. */
  readonly missing: string;
  readonly reasonsAgainst: string;
  readonly hardParts: string;
  readonly worstFit: string;
  readonly nearestChange: string;
  readonly nearestChangeRemark: (role: string) => string;
  readonly noNearestChange: string;
  readonly otherAnswer: string;
  readonly answerCode: string;
  readonly answerCodeRemark: string;
  readonly you: string;
  readonly dimension: string;
  readonly radarTitle: string;
  readonly radarRemark: string;
  readonly allDimensions: string;
  readonly allDimensionsRemark: string;
  readonly allAnswers: string;
  readonly question: string;
  /** A date, `YYYY-MM-DD`, as it is written. */
  readonly writeDate: (date: string) => string;
  /** The sheet to hand over, where it says something in a shorter way. */
  readonly sheet: {
    readonly hardParts: string;
    readonly profileRemark: string;
    readonly sharedQuestions: string;
    readonly codeLabel: string;
    /** What the whole page has beyond the sheet. */
    readonly whole: string;
  };
  /** The strengths of a person in one sentence. */
  readonly joinStrengths: (strengths: readonly string[]) => string;
}
