import { cleanText, excerpt } from '../core/clean.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { AllowedValue, Failure } from '../core/errors.ts';
import type { Explanation, Messages } from './messages/messages.ts';
import { asTyped } from './render/invocation.ts';
import type { Palette } from './render/palette.ts';

/** Nobody mends more than these before the next try. */
const mostShown = 50;

/** An expected failure in words: what is wrong, where, and what to do. Ends with a line break. */
export function explainFailure(failure: Failure, messages: Messages, palette: Palette, invocation: string): string {
  const explain = messages.errors[failure.code] as (failure: Failure) => Explanation;
  const { message, hints = [], choices = [] } = explain(failure);
  const diagnostics = failure.code === 'bad-data' ? failure.diagnostics : [];
  const problems = diagnostics.slice(0, mostShown).map((diagnostic) => explainDiagnostic(diagnostic, messages, palette));
  if (diagnostics.length > mostShown) problems.push(messages.labels.moreProblems(diagnostics.length - mostShown));
  return [
    ...problems,
    `${palette.error(`backoffice: ${messages.error}:`)} ${message}`,
    ...hints.map((hint) => `  ${asTyped(hint, invocation)}`),
    ...listChoices(choices, palette),
    '',
  ].join('\n');
}

function listChoices(choices: readonly AllowedValue[], palette: Palette): string[] {
  if (choices.every(({ label }) => label === undefined)) return choices.length === 0 ? [] : [`    ${choices.map(({ id }) => id).join(' | ')}`];
  const width = Math.max(...choices.map(({ id }) => id.length));
  return choices.map(({ id, label = '' }) => `    ${palette.code(id)}${' '.repeat(width - id.length)}  ${label}`);
}

/** One problem of a data file: `file:line:column`, what is wrong, what to do. */
export function explainDiagnostic(diagnostic: Diagnostic, messages: Messages, palette: Palette): string {
  const { file, line, column, code } = diagnostic;
  const { message, hints = [] } = messages.diagnostics[code](cleanDiagnostic(diagnostic));
  return [`${palette.strong(`${cleanText(file)}:${line}:${column}`)} ${message}`, ...hints.map((hint) => `  ${hint}`)].join('\n');
}

// Names of files, keys and values come from outside.
function cleanDiagnostic(diagnostic: Diagnostic): Diagnostic {
  const { name, expected } = diagnostic;
  return { ...diagnostic, ...(name === undefined ? {} : { name: excerpt(name) }), ...(expected === undefined ? {} : { expected: excerpt(expected) }) };
}
