import { CST, Lexer } from 'yaml';

/** A piece of a YAML text as its lexer cuts it, so also where the text is wrong. */
export interface Lexeme {
  readonly type: CST.TokenType | 'plain-scalar' | 'block-scalar-text' | 'unknown';
  /** Where it begins, in UTF-16 units from 0. */
  readonly start: number;
  readonly source: string;
}

/** All pieces of a YAML text in their order, but for the marks without width that the lexer sets for the parser. */
export function splitLexemes(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let start = 0;
  let scalar: Lexeme['type'] | undefined;
  let ofScalar: Lexeme['type'] = 'plain-scalar';
  for (const source of new Lexer().lex(text)) {
    const type = scalar ?? CST.tokenType(source) ?? 'unknown';
    scalar = type === 'scalar' ? ofScalar : undefined;
    if (type === 'scalar' || type === 'doc-mode') continue;
    // The text of a block comes at once, behind its head and the comment and line end behind that.
    if (type === 'block-scalar-header') ofScalar = 'block-scalar-text';
    else if (type !== 'space' && type !== 'comment' && type !== 'newline') ofScalar = 'plain-scalar';
    lexemes.push({ type, start, source: type === 'flow-error-end' ? '' : source });
    if (type !== 'flow-error-end') start += source.length;
  }
  return lexemes;
}
