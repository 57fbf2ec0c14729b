import type { QuestionMessages } from '../types/questions.ts';

const orLetters = (letters: readonly string[]) => (letters.length === 0 ? '' : `, or ${letters.join(', ')}`);

export const questions: QuestionMessages = {
  number: (initial) => (initial === undefined ? 'Number: ' : `Number (Enter alone: ${initial}): `),
  numbers: (initial) => (initial.length === 0 ? 'Numbers (Enter alone: none): ' : `Numbers (Enter alone: ${initial.join(' ')}; 0: none): `),
  numberOrWords: 'Number or words: ',
  notANumber: (most, letters) => `Type a number from 1 to ${most}${orLetters(letters)}.`,
  notNumbers: (most, letters) =>
    `Type numbers from 1 to ${most} with spaces between them, such as 1 3. Besides: 0 for none${letters.map((letter) => `, ${letter}`).join('')}.`,
  moreChoices: (count) => `There are ${count} more.`,
};
