import { addCommand } from '../command-line/program.ts';
import type { Registrar } from '../command-line/program.ts';

export const registerScore: Registrar = (program, context, messages) => {
  const command = addCommand(program, 'score', '<file>', messages)
    .option('--strict', messages.help.options.strict)
    .option('--id <column>', messages.help.options.idColumn)
    .option('--avoid <column>', messages.help.options.avoidColumn)
    .option('--group', messages.help.options.group)
    .option('--pages <folder>', messages.help.options.pages)
    .option('--name-files', messages.help.options.nameFiles)
    .option('--full', messages.help.options.full)
    .option('--force', messages.help.options.force)
    .action(async (file: string) => {
      // Loaded only here: the other commands need nothing of it.
      const { runScore } = await import('../score/run-score.ts');
      await runScore(context, messages, command, file);
    });
  command.isStream = true;
  command.hasRecords = true;
};
