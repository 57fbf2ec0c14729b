import type { Diagnostic } from '../../core/role-files/diagnostics.ts';
import type { AllowedValue, Failure } from '../../core/errors.ts';
import type { Explanation } from '../../messages/types/explanation.ts';
import { explainProblem } from '../../pages/check.ts';
import { hangText } from '../../render/terminal/drawing.ts';
import type { Wrapping } from '../../render/terminal/drawing.ts';
import { adaptTexts } from '../../render/text/adapt.ts';
import { drawWithBreaks } from '../../render/text/breaks.ts';
import { writeText } from '../../messages/text.ts';
import { drawProblem } from '../../render/terminal/problem.ts';
import { indent } from '../../render/text/lines.ts';
import { longestLine } from '../../render/text/width.ts';
import { wrapTerms, wrapText } from '../../render/text/wrap.ts';
import type { Style } from '../../render/terminal/style.ts';

/** Nobody mends more than these before the next try. */
const mostShown = 50;

/** An expected failure in words: what is wrong, where, and what to do. Ends with a line break. */
export async function explainFailure(failure: Failure, style: Style): Promise<string> {
  const { messages, palette, invocation, knownBreaks } = style;
  const explain = messages.errors[failure.code] as (failure: Failure) => Explanation;
  const { message, hints = [], choices = [] } = explain(failure);
  // What goes to a file or another program stays a line each.
  const width = style.interactive ? Math.min(style.width, longestLine) : Infinity;
  const told = await drawWithBreaks(knownBreaks, (findBreaks) => {
    const wrapping = { palette, findBreaks };
    return [
      ...drawMessage(`backoffice: ${messages.error}:`, message, width, wrapping),
      ...hints.flatMap((hint) => indent(drawHint(writeText(hint, invocation), width - 2, wrapping), 2)),
      ...indent(drawChoices(choices, width - 4, wrapping), 4),
    ].join('\n');
  });
  const problems = failure.code === 'bad-data' ? `${await drawProblems(failure.diagnostics, style)}\n` : '';
  return `${problems}${told}\n`;
}

/** Who says it, and what is wrong. */
function drawMessage(head: string, message: string, width: number, { palette, findBreaks }: Wrapping): string[] {
  const [first = '', ...others] = wrapText(`${head} ${message}`, width, () =>
    [{ position: 0, quality: 3 } as const, ...findBreaks(message)].map(({ position, quality }) => ({ position: head.length + 1 + position, quality })),
  );
  return [palette.error(head) + first.slice(head.length), ...others];
}

/** What to do, its other lines further in than its first. */
function drawHint(hint: string, width: number, { findBreaks }: Wrapping): string[] {
  const [first = '', ...others] = wrapText(hint, width - 2, findBreaks);
  return [first, ...indent(others, 2)];
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

function drawChoices(choices: readonly AllowedValue[], width: number, wrapping: Wrapping): string[] {
  const ids = choices.map(({ id }) => id);
  if (choices.every(({ label }) => label === undefined)) return ids.length === 0 ? [] : wrapTerms(ids, ' | ', width, wrapping.findBreaks);
  const idWidth = Math.max(...ids.map((id) => id.length));
  return choices.flatMap(({ id, label = '' }) => hangText(`${wrapping.palette.code(id)}${' '.repeat(idWidth - id.length)}  `, label, width, wrapping));
}
