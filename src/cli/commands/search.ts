import { BackofficeError } from '../../core/errors.ts';
import { buildSearchPage, listSearchRecords } from '../../pages/search.ts';
import { addCommand } from '../command-line/program.ts';
import type { Registrar } from '../command-line/program.ts';
import { openSession } from '../session/session.ts';

export const registerSearch: Registrar = (program, context, messages) => {
  const command = addCommand(program, 'search', '<words...>', messages)
    .option('--all', messages.help.options.all)
    .action(async (words: string[], { all = false }: { all?: boolean }) => {
      const query = words.join(' ');
      if (query.trim() === '') throw new BackofficeError({ code: 'usage', problem: 'missing-argument', name: 'words' });
      const { catalogue, language, answer } = await openSession(context, messages, command);
      // Loaded only here: the other commands need nothing of it.
      const { openSearchIndex, searchCatalogue, viewSearch } = await import('../../core/search/index.ts');
      const index = openSearchIndex(context.openSearchLines(), context.loadCatalogue(), catalogue);
      const document = viewSearch(searchCatalogue(index, query, language), query, language);
      await answer({ document, page: () => buildSearchPage(document, all, messages), records: () => listSearchRecords(document) }, true);
      if (document.results.length === 0) throw new BackofficeError({ code: 'not-found', query, nearest: document.nearest });
    });
  command.hasRecords = true;
};
