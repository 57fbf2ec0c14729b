import type { Diagnostic } from './diagnostics.ts';
import { splitLexemes } from './lexemes.ts';
import type { Lexeme } from './lexemes.ts';

/** Something in a text that was opened, and how it ends: never, or before the text that it was meant for. */
export interface Opening {
  readonly code: Extract<Diagnostic['code'], 'yaml-unclosed' | 'yaml-closed-early' | 'yaml-closed-in-comment'>;
  readonly start: number;
  readonly end: number;
  /** The sign that opens it. */
  readonly sign: string;
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/**
 * What was opened and is not closed, where that explains the first error of the parser, which stands at `errorAt`.
 *
 * yaml 2.9.1 points elsewhere: for a quotation mark or a bracket at the place where it gave up (the end of the file, or the beginning of the next line,
 * "Missing closing quote", "Flow map … must end with a }"), and for a quotation mark that is closed by the one that opens the next text behind that
 * ("Unexpected scalar at node end").
 */
export function findOpening(text: string, errorAt: number): Opening | undefined {
  const lexemes = splitLexemes(text);
  const quoted = lexemes.find((lexeme) => isQuoted(lexeme) && lexeme.start < errorAt && !isClosed(lexeme));
  if (quoted !== undefined) return describe('yaml-unclosed', quoted);
  const early = findClosedEarly(lexemes, errorAt);
  if (early !== undefined) return describe('yaml-closed-early', early);
  const bracket = findOpenBracket(lexemes);
  if (bracket === undefined || bracket.start >= errorAt) return undefined;
  const hidden = lexemes.find(
    ({ type, start, source }) => type === 'comment' && start > bracket.start && start < errorAt && source.includes(closing[bracket.source] ?? ''),
  );
  return hidden === undefined
    ? describe('yaml-unclosed', bracket)
    : { code: 'yaml-closed-in-comment', start: hidden.start, end: hidden.start + hidden.source.length, sign: closing[bracket.source] ?? '' };
}

function describe(code: Opening['code'], { start, source }: Lexeme): Opening {
  return { code, start, end: start + 1, sign: source.slice(0, 1) };
}

function isQuoted({ type }: Lexeme): boolean {
  return type === 'double-quoted-scalar' || type === 'single-quoted-scalar';
}

/** Whether a quoted text ends with its own mark: `"\"` does not. */
function isClosed({ type, source }: Lexeme): boolean {
  return type === 'single-quoted-scalar' ? /^'(?:[^']|'')*'$/.test(source) : /^"(?:[^"\\]|\\[^])*"$/.test(source);
}

/** The quoted text behind which an error stands, with more text where there may be none. */
function findClosedEarly(lexemes: readonly Lexeme[], errorAt: number): Lexeme | undefined {
  const index = lexemes.findIndex(({ start }) => start === errorAt);
  const behind = lexemes[index];
  if (behind === undefined || (behind.type !== 'plain-scalar' && !isQuoted(behind))) return undefined;
  const before = lexemes.slice(0, index).findLast(({ type }) => type !== 'space');
  return before !== undefined && isQuoted(before) ? before : undefined;
}

/** The innermost bracket that is open where the text inside it cannot go on. */
function findOpenBracket(lexemes: readonly Lexeme[]): Lexeme | undefined {
  const open: Lexeme[] = [];
  for (const lexeme of lexemes) {
    if (lexeme.type === 'flow-map-start' || lexeme.type === 'flow-seq-start') open.push(lexeme);
    else if (lexeme.type === 'flow-map-end' || lexeme.type === 'flow-seq-end') {
      const last = open.pop();
      // A closing bracket without an opening one is where the parser says it is.
      if (last === undefined) return undefined;
      if (closing[last.source] !== lexeme.source) return last;
    } else if (lexeme.type === 'flow-error-end') return open.at(-1);
  }
  return open.at(-1);
}
