import type { Command } from 'commander';
import { filterRoles, sortKeys, sortRoles } from '../../core/catalogue.ts';
import type { SortKey } from '../../core/catalogue.ts';
import { BackofficeError } from '../../core/errors.ts';
import { viewRoleList } from '../../core/view.ts';
import { buildRoleListPage, listRoleRecords } from '../pages/role-list.ts';
import { addCommand, choiceOption } from '../program.ts';
import { openSession } from '../session.ts';
import type { Registrar } from './index.ts';

interface ListOptions {
  readonly resource?: readonly string[];
  readonly facet?: readonly string[];
  readonly sort?: SortKey;
}

export const registerList: Registrar = (program, context, messages) => {
  const { resources, facets } = context.loadCatalogue();
  const { options: described } = messages.help;
  addCommand(program, 'list', '[words...]', messages)
    .addOption(
      choiceOption(
        '--resource <resource>',
        described.resource,
        resources.map(({ id }) => id),
        true,
      ),
    )
    .addOption(
      choiceOption(
        '--facet <facet>',
        described.facet,
        facets.map(({ id }) => id),
        true,
      ),
    )
    .addOption(choiceOption('--sort <column>', described.sort, sortKeys))
    .action(async (words: string[], options: ListOptions, command: Command) => {
      const { catalogue, language, answer } = await openSession(context, messages, command, true);
      const { resource = [], facet = [], sort = 'default' } = options;
      const found = filterRoles(catalogue, { resources: resource, facets: facet, words });
      const document = viewRoleList(catalogue, sortRoles(catalogue, found, sort, language), language);
      await answer({ document, page: () => buildRoleListPage(document, messages), records: listRoleRecords(document) });
      if (found.length === 0) throw new BackofficeError({ code: 'nothing-found', words });
    });
};
