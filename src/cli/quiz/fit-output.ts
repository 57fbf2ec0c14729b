import type { FitDocument } from '../../core/views/fit.ts';
import type { Messages } from '../../messages/messages.ts';
import { buildFitReport } from '../../pages/fit-report.ts';
import { buildFitSheet } from '../../pages/fit-sheet.ts';
import { buildFitPage } from '../../pages/fit.ts';
import type { Output } from '../../pages/output.ts';

/** A result as it is shown and handed over: in short, or in full with every answer. */
export function answerFit(document: FitDocument, messages: Messages, isFull: boolean): Output {
  if (!isFull) return { document, page: () => buildFitPage(document, messages), sheet: () => buildFitSheet(document, messages) };
  return {
    document,
    page: () => buildFitReport(document, messages, { isDrawn: false }),
    report: () => buildFitReport(document, messages, { isDrawn: true }),
  };
}

/** A day as documents give it, `YYYY-MM-DD`, where the program runs. */
export function writeDay(time: Date): string {
  const digits = (value: number, count: number) => String(value).padStart(count, '0');
  return `${digits(time.getFullYear(), 4)}-${digits(time.getMonth() + 1, 2)}-${digits(time.getDate(), 2)}`;
}
