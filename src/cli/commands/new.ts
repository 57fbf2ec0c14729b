import type { NewOptions } from '../new-role/run-new.ts';
import { addCommand, checkFormat } from '../command-line/program.ts';
import type { Registrar } from '../command-line/program.ts';

export const registerNew: Registrar = (program, context, messages) => {
  const command = addCommand(program, 'new', '[id]', messages)
    .option('-y, --yes', messages.help.options.yes)
    .action(async (id: string | undefined) => {
      const options = command.optsWithGlobals<NewOptions>();
      // What it writes is YAML; the ending of its file chooses nothing.
      checkFormat(options.format ?? 'table', command);
      // Loaded only here: the other commands need nothing of it.
      const { runNew } = await import('../new-role/run-new.ts');
      await runNew(context, messages, id, options);
    });
  command.isText = true;
};
