import { languages } from '../../core/catalogue/model.ts';
import { filterRoles, sortKeys, sortRoles } from '../../core/catalogue/queries.ts';
import { BackofficeError } from '../../core/errors.ts';
import { applyConditions, parseCondition } from '../../core/figures/conditions.ts';
import { listQuantities, sortByQuantity } from '../../core/figures/quantities.ts';
import { viewRoleList } from '../../core/views/role-list.ts';
import { viewSortChoices } from '../../core/views/sort-choices.ts';
import { buildRoleListPage, listRoleRecords } from '../../pages/role-list.ts';
import { buildSortChoicesPage, listSortChoiceRecords } from '../../pages/sort-choices.ts';
import { addCommand, choiceOption, KnownOption, termChoices } from '../command-line/program.ts';
import type { Registrar } from '../command-line/program.ts';
import type { Quantity } from '../../core/figures/quantities.ts';
import { openSession } from '../session/session.ts';

interface ListOptions {
  readonly resource?: readonly string[];
  readonly facet?: readonly string[];
  /** A sort key or the id of a measure. */
  readonly sort?: string;
  readonly reverse?: boolean;
  /** Conditions as they were typed. */
  readonly where?: readonly string[];
}

/** Asks what a list can be sorted or filtered by. */
const askForHelp = 'help';

export const registerList: Registrar = (program, context, messages) => {
  const { options: described } = messages.help;
  const { language } = messages;
  const listMeasures = (wanted: Quantity['kind']) =>
    listQuantities(context.loadCatalogue())
      .filter(({ kind }) => kind === wanted)
      .map(({ id, labels }) => ({ id, labels: [labels[languages.indexOf(language)] ?? id, ...labels] }));
  const columns = sortKeys.map((id) => ({ id, labels: [messages.roleList.sortKeys[id]] }));
  const command = addCommand(program, 'list', '[words...]', messages)
    .addOption(choiceOption('--resource <resource>', described.resource, () => termChoices(context.loadCatalogue().resources, language), { repeatable: true }))
    .addOption(choiceOption('--facet <facet>', described.facet, () => termChoices(context.loadCatalogue().facets, language), { repeatable: true }))
    .addOption(
      new KnownOption('--where <condition>', described.where, (value) => value, {
        repeatable: true,
        listed: () => listMeasures('labour-market'),
        others: () => [{ id: askForHelp, labels: [messages.roleList.filterBy] }, ...listMeasures('survey')],
      }),
    )
    .addOption(
      choiceOption('--sort <column>', described.sort, () => [...columns, ...listMeasures('labour-market')], {
        others: () => [{ id: askForHelp, labels: [messages.roleList.sortBy] }, ...listMeasures('survey')],
      }),
    )
    .option('--reverse', described.reverse)
    .action(async (words: string[], options: ListOptions) => {
      const { resource = [], facet = [], sort, reverse = false, where = [] } = options;
      const { catalogue, answer } = await openSession(context, messages, command);
      if (sort === askForHelp || where.includes(askForHelp)) {
        const choices = viewSortChoices(catalogue, language, sort !== askForHelp);
        await answer({ document: choices, page: () => buildSortChoicesPage(choices, messages), records: () => listSortChoiceRecords(choices, messages) }, true);
        return;
      }
      const quantities = where.length === 0 && sort === undefined ? [] : listQuantities(catalogue);
      const conditions = where.map((condition) => parseCondition(condition, quantities));
      const found = filterRoles(catalogue, { resources: resource, facets: facet, words, language });
      const { met, unknown } = applyConditions(catalogue, found, conditions);
      const quantity = quantities.find(({ id }) => id === sort);
      const key = sortKeys.find((known) => known === sort) ?? 'default';
      const sorted = quantity === undefined ? sortRoles(catalogue, met, key, language, reverse) : sortByQuantity(catalogue, met, quantity, reverse);
      const asked = {
        words,
        facets: facet,
        conditions,
        unknown,
        failed: found.length - met.length,
        reversed: reverse,
        ...(sort === undefined ? {} : { sort }),
      };
      const document = viewRoleList(catalogue, sorted, language, quantity, asked);
      await answer({ document, page: () => buildRoleListPage(document, messages), records: () => listRoleRecords(document) });
      if (met.length === 0) throw new BackofficeError({ code: 'nothing-found', words, unknown });
    });
  command.hasRecords = true;
};
