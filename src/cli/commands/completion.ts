import type { Shell } from '../completion/shells.ts';
import { shells } from '../completion/shells.ts';
import { deliver } from '../session/deliver.ts';
import { addCommand } from '../command-line/program.ts';
import type { GlobalOptions, Registrar } from '../command-line/program.ts';

export const registerCompletion: Registrar = (program, context, messages) => {
  const command = addCommand(program, 'completion', '<shell>', messages)
    .takeOneOf(shells.map((id) => ({ id, labels: [] })))
    .action(async (shell: Shell) => {
      const { output: file } = command.optsWithGlobals<GlobalOptions>();
      await deliver(context.completionScript(shell), { context, messages, paged: false, ...(file === undefined || file === '-' ? {} : { file }) });
    });
};
