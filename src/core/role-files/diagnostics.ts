/** A place in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `error`: the file is not used. `warning`: it is, but probably not as it was meant. `note`: something to know. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** Every kind of problem that a data file can have, and how bad it is. */
const severityByCode = {
  'file-unreadable': 'error',
  'file-too-large': 'error',
  'file-not-text': 'error',
  'file-empty': 'error',
  'folder-empty': 'error',
  'yaml-syntax': 'error',
  'yaml-unclosed': 'error',
  'yaml-closed-early': 'error',
  'yaml-closed-in-comment': 'error',
  'yaml-odd-space': 'error',
  'yaml-full-width': 'error',
  'yaml-missing-space': 'error',
  'yaml-too-deep': 'error',
  'yaml-duplicate-key': 'error',
  'yaml-repeated-keys': 'error',
  'yaml-alias': 'error',
  'yaml-tag': 'error',
  'yaml-multiple-documents': 'error',
  'reserved-key': 'error',
  'unknown-key': 'error',
  'missing-key': 'error',
  'missing-figure': 'error',
  'one-of-two': 'error',
  'wrong-type': 'error',
  'invalid-value': 'error',
  'invalid-id': 'error',
  'reserved-id': 'error',
  'invalid-reading': 'error',
  'outside-scale': 'error',
  'empty-text': 'error',
  'text-too-long': 'error',
  'empty-list': 'error',
  'unknown-reference': 'error',
  'self-reference': 'error',
  'duplicate-id': 'error',
  'duplicate-pair': 'error',
  'file-name': 'error',
  'unknown-dimension': 'warning',
  'missing-translation': 'warning',
  'empty-section': 'warning',
  'comment-in-text': 'warning',
  'shared-name': 'warning',
  'hidden-name': 'warning',
  'same-name': 'warning',
  'command-name': 'warning',
  'hidden-title': 'warning',
  'near-duplicate': 'warning',
  placeholder: 'note',
  'too-many-problems': 'note',
  'replaces-role': 'note',
  'replaces-own': 'note',
} as const satisfies Record<string, Severity>;
export type DiagnosticCode = keyof typeof severityByCode;
export const diagnosticCodes = Object.keys(severityByCode) as DiagnosticCode[];

/** How bad a problem is. */
export function severityOf({ code }: { readonly code: DiagnosticCode }): Severity {
  return severityByCode[code];
}

/** The line that something stands in, in three parts, as it may be shown. Of a long line the part around it, with … where it was cut. */
export interface SourceLine {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Where something stands in a file, and the line itself. */
export interface Place extends Position {
  /** The column behind its end, if that is on the same line. */
  readonly endColumn?: number;
  readonly source?: SourceLine;
}

/** One problem in a data file: what, where, and what was met and expected. */
export interface Diagnostic extends Place {
  readonly code: DiagnosticCode;
  readonly file: string;
  /** The key, id or name concerned. */
  readonly name?: string;
  /** The id of the other role or concept concerned, or the other file. */
  readonly other?: string;
  /** What was expected, as a type name or a pattern. */
  readonly expected?: string;
  /** Valid names that come close. */
  readonly nearest?: readonly string[];
  /** All valid names, where none comes close. */
  readonly allowed?: readonly string[];
  /** Code of the YAML parser, for `yaml-syntax`. */
  readonly yamlCode?: string;
}

/** By file, line and column, so that a reader goes through a file once. */
export function sortByPlace(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}

/** Nobody mends more problems of a file before the next try; to show a hundred thousand takes many seconds. */
export const mostOfFile = 200;

/** The problems by place: of a file that has very many the worst ones, and how many others there are. */
export function keepWorst(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const rank = (diagnostic: Diagnostic) => severities.indexOf(severityOf(diagnostic));
  const counts = new Map<string, number>();
  const last = new Map<string, Diagnostic>();
  const kept = sortByPlace(diagnostics)
    .toSorted((a, b) => rank(a) - rank(b))
    .filter((diagnostic) => {
      const { file } = diagnostic;
      const count = (counts.get(file) ?? 0) + 1;
      counts.set(file, count);
      if (count <= mostOfFile) last.set(file, diagnostic);
      return count <= mostOfFile;
    });
  const left = [...last.values()].flatMap(({ file, line, column }): Diagnostic[] => {
    const others = (counts.get(file) ?? 0) - mostOfFile;
    return others > 0 ? [{ code: 'too-many-problems', file, line, column, expected: String(others) }] : [];
  });
  return sortByPlace([...kept, ...left]);
}
