import { writeText } from '../messages/text.ts';
import type { Command, Text } from '../messages/text.ts';
import type { CheckResult } from '../core/role-files/check.ts';
import { cleanText, excerpt } from '../core/clean.ts';
import type { Diagnostic, DiagnosticCode, Severity } from '../core/role-files/diagnostics.ts';
import { severityOf } from '../core/role-files/diagnostics.ts';
import { startDocument } from '../core/views/document.ts';
import type { Document } from '../core/views/document.ts';
import type { Messages } from '../messages/messages.ts';
import type { ProblemCounts } from '../messages/types/check.ts';
import type { Records } from './output.ts';
import { wholeLine } from './page.ts';
import type { Block, Page, Problem } from './page.ts';

/** A problem of a file in words, safe to be shown. */
interface ProblemView {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The column behind its end, if that is on the same line. */
  readonly endColumn?: number;
  /** The key, id or name concerned. */
  readonly name?: string;
  /** What may have been meant, the most likely first. */
  readonly nearest?: readonly string[];
  readonly message: string;
  readonly hints: readonly string[];
  /** The line as far as it may be shown: of a long one a part. */
  readonly source?: string;
}

export interface CheckDocument extends Document<'check'>, ProblemCounts {
  /** How many files were looked at. */
  readonly files: number;
  readonly problems: readonly ProblemView[];
}

/** The result of a check as plain data. */
export function viewCheck({ files, diagnostics }: CheckResult, messages: Messages): CheckDocument {
  return {
    ...startDocument('check', messages.language),
    files: files.length,
    ...countProblems(diagnostics),
    problems: diagnostics.map((diagnostic): ProblemView => {
      const { code, file, line, column, endColumn, source } = diagnostic;
      const { name, nearest = [] } = cleanDiagnostic(diagnostic);
      const { message, hints } = describe(diagnostic, messages);
      return {
        severity: severityOf(diagnostic),
        code,
        file: cleanText(file),
        line,
        column,
        ...(endColumn === undefined ? {} : { endColumn }),
        ...(name === undefined ? {} : { name }),
        ...(nearest.length === 0 ? {} : { nearest }),
        message,
        hints: hints.map((hint) => writeText(hint)),
        ...(source === undefined ? {} : { source: wholeLine(source) }),
      };
    }),
  };
}

/** Every problem with its line, and how many there are. `next` is a command for files without errors. */
export function buildCheckPage({ files, diagnostics }: CheckResult, next: Command, messages: Messages): Page {
  if (files.length === 0 && diagnostics.length === 0) return { blocks: [] };
  const counts = countProblems(diagnostics);
  return {
    title: messages.check.title,
    blocks: [
      ...diagnostics.map((diagnostic): Block => ({ kind: 'problem', ...explainProblem(diagnostic, messages) })),
      { kind: 'paragraph', text: messages.check.checked(files.length, counts) },
    ],
    ...(counts.errors === 0 ? { next: { label: messages.common.next, command: next } } : {}),
  };
}

/** The problems as records. */
export function listProblemRecords({ problems }: CheckDocument): Records {
  return {
    header: ['severity', 'code', 'file', 'line', 'column', 'endColumn', 'name', 'message', 'hints', 'source'],
    rows: problems.map(({ severity, code, file, line, column, endColumn, name = '', message, hints, source = '' }) => [
      ...[severity, code, file, String(line), String(column), endColumn === undefined ? '' : String(endColumn)],
      ...[name, message, hints.join('; '), source],
    ]),
  };
}

/** A problem of a data file as pages and errors show it. */
export function explainProblem(diagnostic: Diagnostic, messages: Messages): Problem {
  const { file, line, column, source } = diagnostic;
  const severity = severityOf(diagnostic);
  const { message, hints } = describe(diagnostic, messages);
  return {
    place: `${cleanText(file)}:${line}:${column}`,
    severity,
    label: messages.check.severities[severity],
    text: message,
    hints,
    ...(source === undefined ? {} : { source: { line, ...source } }),
  };
}

function countProblems(diagnostics: readonly Diagnostic[]): ProblemCounts {
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => severityOf(diagnostic) === severity).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('note') };
}

function describe(diagnostic: Diagnostic, messages: Messages): { readonly message: string; readonly hints: readonly Text[] } {
  const { message, hints = [] } = messages.diagnostics[diagnostic.code](cleanDiagnostic(diagnostic));
  return { message, hints };
}

// Names of files, keys, ids and values come from outside.
function cleanDiagnostic(diagnostic: Diagnostic): Diagnostic {
  const { name, expected, other, nearest, allowed } = diagnostic;
  return {
    ...diagnostic,
    ...(name === undefined ? {} : { name: excerpt(name) }),
    ...(expected === undefined ? {} : { expected: excerpt(expected) }),
    ...(other === undefined ? {} : { other: cleanText(other) }),
    ...(nearest === undefined ? {} : { nearest: nearest.map((text) => excerpt(text)) }),
    // Messages name the first of them only.
    ...(allowed === undefined ? {} : { allowed: allowed.slice(0, 100).map((text) => excerpt(text)) }),
  };
}
