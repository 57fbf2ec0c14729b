import { BackofficeError } from '../../core/errors.ts';
import { findNearest } from '../../core/catalogue/nearest.ts';
import { addCommand } from '../command-line/program.ts';
import type { Registrar } from '../command-line/program.ts';

export const registerHelp: Registrar = (program, _context, messages) => {
  addCommand(program, 'help', '[command]', messages).action((name: string | undefined) => {
    const command = name === undefined ? program : program.commands.find((candidate) => candidate.name() === name);
    if (command !== undefined) command.help();
    const wanted = name ?? '';
    throw new BackofficeError({ code: 'usage', problem: 'unknown-command', name: wanted, nearest: findNearest(wanted, program.commandNames()) });
  });
};
