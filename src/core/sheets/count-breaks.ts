/** How often a character stands in a text. */
export function countCharacter(text: string, character: string): number {
  let count = 0;
  for (let place = text.indexOf(character); place >= 0; place = text.indexOf(character, place + 1)) count += 1;
  return count;
}

/** Line breaks of any kind. */
export function countBreaks(text: string): number {
  return text.includes('\r') ? (text.match(/\r\n?|\n/g)?.length ?? 0) : countCharacter(text, '\n');
}
