// Words of a Latin script are matched as whole words, in whatever stands around them; Japanese ones stand anywhere.

/** Whether a word is capitals such as IT, which is another word than it. */
export function isAcronym(word: string): boolean {
  return /^[A-Z]{2,3}$/.test(word.normalize('NFKC'));
}

/** The Latin words and numbers of a text, in its own case, with one space around each, so that ` a word ` is found as a whole. */
export function spaceWords(text: string): string {
  const words = text.normalize('NFKC').replace(/[^\p{Script=Latin}\d]+/gu, ' ');
  return ` ${words.trim()} `;
}
