/** The answers that formulas, codes and files know, from the least to the most liked; `data/quiz/scale.yaml` has their words. */
export const answerValues = [1, 2, 3, 4, 5] as const;

export const lowestAnswer = answerValues[0];
export const highestAnswer = answerValues[4];

/** Whether a value is an answer. */
export function isAnswer(value: unknown): value is number {
  return answerValues.some((answer) => answer === value);
}
