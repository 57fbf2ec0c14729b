/** A place in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where an offset (in UTF-16 units, from 0) stands in a text. */
export function placeOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Every kind of problem that a data file can have. */
export const diagnosticCodes = [
  'file-unreadable',
  'file-too-large',
  'file-not-text',
  'file-empty',
  'yaml-syntax',
  'yaml-full-width',
  'yaml-too-deep',
  'yaml-duplicate-key',
  'yaml-alias',
  'yaml-tag',
  'yaml-multiple-documents',
  'reserved-key',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'invalid-value',
  'invalid-id',
  'invalid-reading',
  'outside-scale',
  'empty-text',
  'text-too-long',
  'empty-list',
  'unknown-reference',
  'self-reference',
  'duplicate-id',
  'duplicate-pair',
  'file-name',
] as const;
export type DiagnosticCode = (typeof diagnosticCodes)[number];

/** One problem in a data file: what, where, and what was met and expected. */
export interface Diagnostic extends Position {
  readonly code: DiagnosticCode;
  readonly file: string;
  /** The key, id or name concerned. */
  readonly name?: string;
  /** What was expected, as a type name or a pattern. */
  readonly expected?: string;
  /** Valid names that come close. */
  readonly nearest?: readonly string[];
  /** All valid names, where none comes close. */
  readonly allowed?: readonly string[];
  /** Code of the YAML parser, for `yaml-syntax`. */
  readonly yamlCode?: string;
}
