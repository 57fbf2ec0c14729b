import { CommanderError } from 'commander';
import { BackofficeError } from '../core/errors.ts';
import type { Failure } from '../core/errors.ts';
import { findNearest } from '../core/catalogue/nearest.ts';
import { joinNames } from '../core/catalogue/queries.ts';
import { registrars } from './commands/index.ts';
import { findOffer } from './completion/candidates.ts';
import { shells, tabRequest } from './completion/shells.ts';
import { splitLine } from './completion/split-line.ts';
import { writeOffer } from './completion/write-candidates.ts';
import type { Context } from './session/context.ts';
import { createStyle } from './session/create-style.ts';
import { loadQuietly } from './session/own-roles.ts';
import { deliver } from './session/deliver.ts';
import { explainFailure } from './errors/explain.ts';
import { exitCodes, Failed, Interrupted, Left } from './errors/exit-codes.ts';
import { chooseLanguage, peekOptions } from './command-line/language.ts';
import { loadMessages } from '../messages/index.ts';
import { tellVersion } from '../messages/version.ts';
import { createProgram } from './command-line/program.ts';
import type { LocalizedCommand } from './command-line/program.ts';
import type { Style } from '../render/terminal/style.ts';
import { expandShortForm } from './command-line/short-form.ts';

/**
 * Runs one command line (without the program's name).
 * @returns the exit code: 0 done, 1 an expected failure, 2 usage, 130 interrupted.
 * @throws whatever is a bug.
 */
export async function run(args: readonly string[], context: Context): Promise<number> {
  if (args[0] === tabRequest) return answerTab(args.slice(1), context);
  const { language, colour, ascii, pager } = peekOptions(args);
  const messages = await loadMessages(language ?? chooseLanguage(context.environment));
  let program: LocalizedCommand | undefined;
  let short = false;
  let help = '';
  try {
    const style = await createStyle(context, messages, { stream: context.out, colour, ascii });
    program = buildProgram(context, style, (text) => (help += text));
    const expanded = await expandShortForm(args, program, (words, folders) => joinOwnNames(context, words, folders));
    short = expanded.short;
    await program.parseAsync(expanded.args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    // Help and version end the parsing with an error of commander; what is wrong with a command line is ours.
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')) {
      await deliver(help, { context, messages, paged: pager });
      return exitCodes.done;
    }
    if (error instanceof Left) return exitCodes.done;
    if (error instanceof Interrupted) return exitCodes.interrupted;
    if (error instanceof Failed) return exitCodes.failed;
    if (!(error instanceof BackofficeError)) throw error;
    const failure = short ? suggestCommands(error.failure, program?.commandNames() ?? []) : error.failure;
    context.err.write(await explainFailure(failure, await createStyle(context, messages, { stream: context.err, colour, ascii })));
    return exitCodes[failure.code];
  }
}

/** Words as names; own roles are looked at where the built-in ones do not tell. */
async function joinOwnNames(context: Context, words: readonly string[], folders: readonly string[]): Promise<readonly string[]> {
  const names = joinNames(context.loadCatalogue(), words);
  return names.length > 1 && names.length === words.length ? names : joinNames(await loadQuietly(context, folders), words);
}

function buildProgram(context: Context, style: Style, write: (text: string) => void): LocalizedCommand {
  const { messages } = style;
  const program = createProgram(style, write, () => tellVersion(context.readRelease(), messages.language));
  for (const register of registrars) register(program, context, messages);
  return program;
}

/** Tells the script of a shell what can be typed next. Of what is wrong with the command line so far, nothing is said. */
async function answerTab([name, line = '']: readonly string[], context: Context): Promise<number> {
  const { environment } = context;
  const shell = shells.find((known) => known === name);
  if (shell === undefined) return exitCodes.usage;
  const words = splitLine(line, environment);
  const messages = await loadMessages(peekOptions(words).language ?? chooseLanguage(environment));
  const style = await createStyle(context, messages, { stream: context.out, colour: false, ascii: false });
  const program = buildProgram(context, style, () => undefined);
  context.out.write(writeOffer(await findOffer(words, program, context, messages), shell, style.width));
  return exitCodes.done;
}

// `backoffice lsit` reads as a role: the command that was meant is offered as well.
function suggestCommands(failure: Failure, commands: readonly string[]): Failure {
  return failure.code === 'unknown-role' ? { ...failure, commands: findNearest(failure.name.split(' ', 1)[0] ?? '', commands, 1) } : failure;
}
