import { Composer, Lexer, Parser, YAMLParseError, isScalar, visit } from 'yaml';
import type { CST, Document } from 'yaml';
import { joinFullWidthLines } from './fold-lines.ts';

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
  const composer = new Composer({ prettyErrors: false, stringKeys: true, uniqueKeys: false, keepSourceTokens: true });
  const document = pickDocument(composer.compose(tokens, true, text.length));
  visit(document, {
    Scalar: (_, scalar) => {
      scalar.value = joinFullWidthLines(scalar) ?? scalar.value;
    },
  });
  return { document };
}

/** The one document that has content: people end a file with `---`, too, and what is behind it is an empty document to YAML. */
function pickDocument(documents: Iterable<Document.Parsed>): Document.Parsed {
  let picked: Document.Parsed | undefined;
  for (const document of documents) {
    const isEmpty = document.errors.length === 0 && isNothing(document);
    if (picked === undefined || (isNothing(picked) && picked.errors.length === 0)) picked = document;
    else if (!isEmpty) {
      picked.errors.push(new YAMLParseError([document.range[0], document.range[1]], 'MULTIPLE_DOCS', 'more than one document'));
      break;
    }
  }
  if (picked === undefined) throw new Error('a composer that is told to give a document gave none');
  return picked;
}

/** Whether nothing was written, which is less than `null`. */
export function isNothing({ contents }: Document.Parsed): boolean {
  return contents === null || (isScalar(contents) && contents.source === '');
}
