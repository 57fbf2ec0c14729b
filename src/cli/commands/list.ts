import { filterRoles, sortKeys, sortRoles } from '../../core/catalogue/queries.ts';
import { BackofficeError } from '../../core/errors.ts';
import { sortByMeasure } from '../../core/figures/figures.ts';
import { viewRoleList } from '../../core/views/role-list.ts';
import { viewSortChoices } from '../../core/views/sort-choices.ts';
import { languages } from '../../core/catalogue/model.ts';
import { buildRoleListPage, listRoleRecords } from '../../pages/role-list.ts';
import { buildSortChoicesPage, listSortChoiceRecords } from '../../pages/sort-choices.ts';
import { addCommand, choiceOption, termChoices } from '../command-line/program.ts';
import type { Registrar } from '../command-line/program.ts';
import { openSession } from '../session/session.ts';

interface ListOptions {
  readonly resource?: readonly string[];
  readonly facet?: readonly string[];
  /** A sort key or the id of a measure. */
  readonly sort?: string;
}

/** Asks what a list can be sorted by. */
const sortHelp = 'help';

export const registerList: Registrar = (program, context, messages) => {
  const { options: described } = messages.help;
  const { language } = messages;
  const command = addCommand(program, 'list', '[words...]', messages)
    .addOption(choiceOption('--resource <resource>', described.resource, () => termChoices(context.loadCatalogue().resources, language), { repeatable: true }))
    .addOption(choiceOption('--facet <facet>', described.facet, () => termChoices(context.loadCatalogue().facets, language), { repeatable: true }))
    .addOption(
      choiceOption('--sort <column>', described.sort, () => sortKeys.map((id) => ({ id, labels: [messages.roleList.sortKeys[id]] })), {
        others: () => [
          { id: sortHelp, labels: [messages.roleList.sortBy] },
          ...context.loadCatalogue().survey.measures.map((measure) => ({
            id: measure.id,
            labels: [measure.label, measure.term].flatMap((text) => [text[language], ...languages.map((other) => text[other])]),
          })),
        ],
      }),
    )
    .action(async (words: string[], options: ListOptions) => {
      const { catalogue, answer } = await openSession(context, messages, command);
      const { resource = [], facet = [], sort = 'default' } = options;
      if (sort === sortHelp) {
        const choices = viewSortChoices(catalogue, language);
        await answer({ document: choices, page: () => buildSortChoicesPage(choices, messages), records: () => listSortChoiceRecords(choices, messages) }, true);
        return;
      }
      const found = filterRoles(catalogue, { resources: resource, facets: facet, words, language });
      const measure = catalogue.survey.measures.find(({ id }) => id === sort);
      const key = sortKeys.find((known) => known === sort) ?? 'default';
      const sorted = measure === undefined ? sortRoles(catalogue, found, key, language) : sortByMeasure(catalogue, found, measure);
      const document = viewRoleList(catalogue, sorted, language, measure, { words, facets: facet });
      await answer({ document, page: () => buildRoleListPage(document, messages), records: () => listRoleRecords(document) });
      if (found.length === 0) throw new BackofficeError({ code: 'nothing-found', words });
    });
  command.hasRecords = true;
};
