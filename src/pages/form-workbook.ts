import type { FormDocument } from '../core/views/form.ts';
import type { Messages } from '../messages/messages.ts';
import type { Workbook, WorkbookLine } from './workbook.ts';

/** As many people as fit into a workbook. */
const mostPeople = 1000;

/** A form as a workbook to fill in, a person a row: a sheet that explains it, and one for the answers. */
export function buildFormWorkbook({ title, about, person, question, answers, items, avoid }: FormDocument, { form }: Messages): Workbook {
  const { workbook } = form;
  const scale = answers.map(({ value, label }) => `${value} ${label}`);
  const heading = (text: string): WorkbookLine => ({ text, isHeading: true });
  const lines = (texts: readonly string[]): WorkbookLine[] => texts.map((text) => ({ text }));
  const explained = [
    heading(title),
    ...lines(about),
    heading(workbook.howTo),
    ...lines(workbook.steps),
    heading(person.question),
    ...lines([person.remark]),
    heading(question),
    ...lines(scale),
    heading(avoid.question),
    ...lines([workbook.avoidHint]),
  ];
  const avoidances = { sheet: workbook.about, first: explained.length + 1, last: explained.length + avoid.choices.length };
  return [
    { kind: 'text', name: workbook.about, lines: [...explained, ...lines(avoid.choices.map(({ label }) => label))] },
    {
      kind: 'table',
      name: workbook.answers,
      rows: mostPeople,
      columns: [
        { header: person.question, width: 18 },
        ...items.map(({ text }) => ({
          header: text,
          width: 18,
          choices: { from: answers.map(({ value }) => value), hint: scale.join('\n'), refusal: workbook.refusal },
        })),
        { header: avoid.question, width: 40, choices: { from: avoidances, hint: workbook.avoidHint } },
      ],
    },
  ];
}
