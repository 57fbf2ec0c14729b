import type { Context } from '../session/context.ts';

/**
 * The words behind the program's name on a command line that is still being typed, as bash, zsh and fish read them; nothing in it is
 * run. The last word is the one being typed, and empty after a space.
 */
export function splitLine(line: string, environment: Context['environment']): string[] {
  const words = [''];
  const setVariables = (text: string) => text.replace(/\$(?:(\w+)|\{(\w+)\})/g, (_, name = '', braced = '') => environment[`${name}${braced}`] ?? '');
  for (const [part, space, single, double, escaped] of line.matchAll(/(\s+)|'([^']*)'?|"((?:\\.|[^"\\])*)"?|\\(.?)|[^\s'"\\]+/gsu)) {
    const word = words.pop() ?? '';
    if (space !== undefined) words.push(word, '');
    else if (single !== undefined) words.push(word + single);
    else if (double !== undefined) words.push(word + setVariables(double).replace(/\\([\\"$`])/g, '$1'));
    else if (escaped !== undefined) words.push(word + escaped);
    else words.push(word + setVariables(word === '' ? part.replace(/^~(?=\/|$)/, environment.HOME ?? '~') : part));
  }
  // FOO=1 backoffice …
  return words.slice(words.findIndex((word) => word !== '' && !/^\w+=/.test(word)) + 1);
}
