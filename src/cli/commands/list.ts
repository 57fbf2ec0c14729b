import { filterRoles, sortKeys, sortRoles } from '../../core/catalogue.ts';
import type { SortKey } from '../../core/catalogue.ts';
import { BackofficeError } from '../../core/errors.ts';
import { viewRoleList } from '../../core/view.ts';
import { buildRoleListPage, listRoleRecords } from '../pages/role-list.ts';
import { addCommand, choiceOption, termChoices } from '../program.ts';
import type { Registrar } from '../program.ts';
import { openSession } from '../session.ts';

interface ListOptions {
  readonly resource?: readonly string[];
  readonly facet?: readonly string[];
  readonly sort?: SortKey;
}

export const registerList: Registrar = (program, context, messages) => {
  const { resources, facets } = context.loadCatalogue();
  const { options: described } = messages.help;
  const { language } = messages;
  const command = addCommand(program, 'list', '[words...]', messages)
    .addOption(choiceOption('--resource <resource>', described.resource, termChoices(resources, language), true))
    .addOption(choiceOption('--facet <facet>', described.facet, termChoices(facets, language), true))
    .addOption(
      choiceOption(
        '--sort <column>',
        described.sort,
        sortKeys.map((id) => ({ id, labels: [messages.sortKeys[id]] })),
      ),
    )
    .action(async (words: string[], options: ListOptions) => {
      const { catalogue, answer } = await openSession(context, messages, command);
      const { resource = [], facet = [], sort = 'default' } = options;
      const found = filterRoles(catalogue, { resources: resource, facets: facet, words, language });
      const document = viewRoleList(catalogue, sortRoles(catalogue, found, sort, language), language);
      await answer({ document, page: () => buildRoleListPage(document, messages), records: listRoleRecords(document) });
      if (found.length === 0) throw new BackofficeError({ code: 'nothing-found', words });
    });
  command.hasRecords = true;
};
