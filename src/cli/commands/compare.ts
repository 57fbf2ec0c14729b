import { findSubject, joinNames } from '../../core/catalogue/queries.ts';
import { compareSubjects } from '../../core/catalogue/compare.ts';
import { viewComparison } from '../../core/views/comparison.ts';
import { buildComparisonPage, listComparisonRecords } from '../../pages/comparison.ts';
import { tellRelated } from '../../pages/related-titles.ts';
import { addCommand } from '../command-line/program.ts';
import type { Registrar } from '../command-line/program.ts';
import { askForRoles } from '../session/ask-for-roles.ts';
import { openSession } from '../session/session.ts';

export const registerCompare: Registrar = (program, context, messages) => {
  const command = addCommand(program, 'compare', '[roles...]', messages)
    .option('--diff', messages.help.options.diff)
    .action(async (names: string[], { diff = false }: { diff?: boolean }) => {
      const session = await openSession(context, messages, command);
      const { catalogue, language, canAsk, answer } = session;
      const chosen = names.length === 0 && canAsk ? await askForRoles(session) : names;
      const asked = joinNames(catalogue, chosen).map((name) => ({ name, subject: findSubject(catalogue, name) }));
      const comparison = compareSubjects(
        catalogue,
        asked.map(({ subject }) => subject),
      );
      const document = viewComparison(catalogue, comparison, language, diff);
      await answer(
        {
          document,
          page: () => tellRelated(buildComparisonPage(document, messages), asked, messages),
          records: () => listComparisonRecords(document, messages),
        },
        true,
      );
    });
  command.hasRecords = true;
};
