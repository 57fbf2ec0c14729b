import { Lexer } from 'yaml';

const mostBrackets = 50;
const mostIndentation = 200;

/**
 * The offset from which a YAML text is nested deeper than any data file needs. The parser is
 * recursive, so a text nested some thousand levels deep would end it with a stack overflow.
 */
export function findTooDeep(text: string): number | undefined {
  return findDeepBrackets(text) ?? findDeepBlocks(text);
}

function findDeepBrackets(text: string): number | undefined {
  let depth = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > mostBrackets) return offset;
    // The lexer puts control characters of its own before documents and scalars.
    if (!/^[\u0002\u0018\u001F]$/.test(token)) offset += token.length;
  }
  return undefined;
}

// A level of blocks takes at least a column, of indentation or of marks in a row (`- - -`).
function findDeepBlocks(text: string): number | undefined {
  const match = new RegExp(`^ {${mostIndentation},}|^ *(?:[-?] ){${mostBrackets},}`, 'm').exec(text);
  return match?.index;
}
