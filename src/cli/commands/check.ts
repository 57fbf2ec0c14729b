import { dirname } from 'node:path';
import { BackofficeError } from '../../core/errors.ts';
import { Failed } from '../errors/exit-codes.ts';
import { findReadFolders } from '../session/own-roles.ts';
import { buildCheckPage, listProblemRecords, viewCheck } from '../../pages/check.ts';
import { addCommand } from '../command-line/program.ts';
import type { Registrar } from '../command-line/program.ts';
import { quoteArgument } from '../../messages/invocation.ts';
import { command } from '../../messages/text.ts';
import type { Command } from '../../messages/text.ts';
import { openSession } from '../session/session.ts';

export const registerCheck: Registrar = (program, context, messages) => {
  const registered = addCommand(program, 'check', '[path...]', messages).action(async (paths: string[]) => {
    const { catalogue, options, answer } = await openSession(context, messages, registered, { ownRoles: false });
    const folders = await findReadFolders(context, options.data);
    const { checkRoleFiles } = await import('../../core/role-files/check.ts');
    const commands = program.commandNames();
    const result =
      paths.length > 0 ? checkRoleFiles(paths, catalogue, { subfolder: 'roles', folders, commands }) : checkRoleFiles(folders, catalogue, { commands });
    const { identifyFiles, refuseOverwriting } = await import('../session/refuse-overwriting.ts');
    refuseOverwriting(options.output, () => identifyFiles(result.files));
    const document = viewCheck(result, messages);
    const next = suggestList(result.files, folders);
    await answer({ document, page: () => buildCheckPage(result, next, messages), records: () => listProblemRecords(document) }, true);
    if (result.files.length === 0 && result.diagnostics.length === 0) throw new BackofficeError({ code: 'nothing-to-check' });
    // Whoever has the answer in a file is told of it here.
    if (options.output !== undefined && options.output !== '-') context.err.write(`${messages.check.checked(document.files, document)}\n`);
    if (document.errors > 0) throw new Failed();
  });
  registered.hasRecords = true;
};

/** The command that shows roles of files among the others. */
function suggestList(files: readonly string[], folders: readonly string[]): Command {
  const others = [...new Set(files.map((file) => dirname(file)))].filter((folder) => !folders.includes(folder));
  return command([...others.map((folder) => `--data ${quoteArgument(folder)}`), 'list'].join(' '));
}
