import { Composer, Lexer, Parser, YAMLParseError } from 'yaml';
import type { CST, Document } from 'yaml';

/** No data file is nested half as deep. */
const deepest = 50;

/** A YAML or JSON text as a document with its errors, or the offset from which it is nested deeper than any file needs. */
export type ReadYaml = { readonly document: Document.Parsed } | { readonly tooDeep: number };

/**
 * Reads a YAML text as `parseDocument` of the library does, but no deep nesting: what makes a document of the parser's tokens is recursive,
 * and a text nested some thousand levels deep would end the process.
 */
export function readYaml(text: string): ReadYaml {
  // Thousands of faults are thousands of errors: to trace the stack of each takes longer than all else.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return readTokens(text);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function readTokens(text: string): ReadYaml {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The parser keeps what it is in the middle of.
    if (parser.stack.length > deepest) return { tooDeep: offset };
  }
  for (const token of parser.end()) tokens.push(token);
  const [document, second] = new Composer({ prettyErrors: false, stringKeys: true, uniqueKeys: false }).compose(tokens, true, text.length);
  if (document === undefined) throw new Error('a composer that is told to give a document gave none');
  if (second !== undefined) document.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', 'more than one document'));
  return { document };
}
