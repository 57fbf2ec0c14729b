import { fitTests } from '../../core/fit/score.ts';
import type { FitTest } from '../../core/fit/score.ts';
import { viewForm } from '../../core/views/form.ts';
import { buildFormWorkbook } from '../../pages/form-workbook.ts';
import { buildFormPage, listFormRecords } from '../../pages/form.ts';
import { addCommand } from '../command-line/program.ts';
import type { Registrar } from '../command-line/program.ts';
import { openSession } from '../session/session.ts';

export const registerForm: Registrar = (program, context, messages) => {
  const command = addCommand(program, 'form', '[kind]', messages)
    .takeOneOf(fitTests.map((id) => ({ id, labels: [messages.quiz.fitTests[id]] })))
    .action(async (test: FitTest = 'full') => {
      const { catalogue, language, answer } = await openSession(context, messages, command);
      const document = viewForm(catalogue, test, language, messages.form);
      await answer(
        {
          document,
          page: () => buildFormPage(document, messages),
          records: () => listFormRecords(document),
          form: { document, workbook: () => buildFormWorkbook(document, messages) },
        },
        true,
      );
    });
  command.hasRecords = true;
  command.isForm = true;
};
