import type { Diagnostic } from '../../core/role-files/diagnostics.ts';
import type { AllowedValue, Failure } from '../../core/errors.ts';
import type { Explanation } from '../../messages/types/explanation.ts';
import { explainProblem } from '../../pages/check.ts';
import { adaptTexts } from '../../render/text/adapt.ts';
import { drawWithBreaks } from '../../render/text/breaks.ts';
import { writeText } from '../../messages/text.ts';
import type { Palette } from '../../render/terminal/palette.ts';
import { drawProblem } from '../../render/terminal/problem.ts';
import { longestLine } from '../../render/text/width.ts';
import type { Style } from '../../render/terminal/style.ts';

/** Nobody mends more than these before the next try. */
const mostShown = 50;

/** An expected failure in words: what is wrong, where, and what to do. Ends with a line break. */
export async function explainFailure(failure: Failure, style: Style): Promise<string> {
  const { messages, palette, invocation } = style;
  const explain = messages.errors[failure.code] as (failure: Failure) => Explanation;
  const { message, hints = [], choices = [] } = explain(failure);
  return [
    ...(failure.code === 'bad-data' ? [await drawProblems(failure.diagnostics, style)] : []),
    `${palette.error(`backoffice: ${messages.error}:`)} ${message}`,
    ...hints.map((hint) => `  ${writeText(hint, invocation)}`),
    ...listChoices(choices, palette),
    '',
  ].join('\n');
}

/** The problems of data files, each with its line, and how many are not shown. Ends with an empty line. */
function drawProblems(diagnostics: readonly Diagnostic[], style: Style): Promise<string> {
  const { messages, knownBreaks, width } = style;
  const problems = diagnostics.slice(0, mostShown).map((diagnostic) => adaptTexts(explainProblem(diagnostic, messages), style));
  const more = diagnostics.length > mostShown ? [messages.check.moreProblems(diagnostics.length - mostShown), ''] : [];
  return drawWithBreaks(knownBreaks, (findBreaks) =>
    [...problems.flatMap((problem) => [...drawProblem(problem, { ...style, findBreaks }, Math.min(width, longestLine)), '']), ...more].join('\n'),
  );
}

function listChoices(choices: readonly AllowedValue[], palette: Palette): string[] {
  if (choices.every(({ label }) => label === undefined)) return choices.length === 0 ? [] : [`    ${choices.map(({ id }) => id).join(' | ')}`];
  const width = Math.max(...choices.map(({ id }) => id.length));
  return choices.map(({ id, label = '' }) => `    ${palette.code(id)}${' '.repeat(width - id.length)}  ${label}`);
}
