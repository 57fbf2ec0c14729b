import { cleanText } from '../../core/clean.ts';
import type { BadRow } from '../../core/sheets/sheet-events.ts';
import { writeText } from '../../messages/text.ts';
import type { Explanation } from '../../messages/types/explanation.ts';
import type { Style } from '../../render/terminal/style.ts';

/** A row that cannot be read, in one line: where, what is wrong, and what to do. */
export function describeBadRow({ line, column, failure }: BadRow, file: string, { messages, palette, glyphs, invocation }: Style): string {
  const { message, hints = [] }: Explanation = failure.code === 'answer-code' ? messages.errors['answer-code'](failure) : messages.score.explainSheet(failure);
  const [hint = messages.score.forms.sheets] = hints;
  return `${palette.strong(`${cleanText(file)}:${line}:${column}`)}  ${message} ${palette.good(glyphs.arrow)} ${writeText(hint, invocation)}`;
}
