import { CommanderError } from 'commander';
import { BackofficeError } from '../core/errors.ts';
import type { ErrorCode, Failure } from '../core/errors.ts';
import { findNearest } from '../core/nearest.ts';
import { registrars } from './commands/index.ts';
import type { Context } from './context.ts';
import { explainFailure } from './explain.ts';
import { Interrupted } from './interrupted.ts';
import { chooseLanguage, peekLanguage } from './language.ts';
import { loadMessages } from './messages/index.ts';
import { asTyped, createProgram } from './program.ts';
import { createBreakFinder } from './render/breaks.ts';
import { unicodeGlyphs } from './render/glyphs.ts';
import { createPalette, wantsColour } from './render/palette.ts';
import { widthOf } from './session.ts';
import { expandShortForm } from './short-form.ts';

const exitCodes = {
  'unknown-role': 1,
  'ambiguous-role': 1,
  'unknown-guide-topic': 1,
  'nothing-found': 1,
  'bad-data': 1,
  'data-folder': 1,
  'output-file': 1,
  'catalogue-missing': 1,
  usage: 2,
} as const satisfies Record<ErrorCode, number>;

/**
 * Runs one command line (without the program's name).
 * @returns the exit code: 0 done, 1 an expected failure, 2 usage, 130 interrupted.
 * @throws whatever is a bug.
 */
export async function run(args: readonly string[], context: Context): Promise<number> {
  const messages = await loadMessages(peekLanguage(args) ?? chooseLanguage(context.environment));
  const invocation = context.environment.npm_command === 'exec' ? 'npx backoffice' : 'backoffice';
  const colourFlag = args.includes('--no-color') ? false : undefined;
  const style = {
    width: widthOf(context),
    palette: await createPalette(wantsColour(context.out.isTerminal, context.environment, colourFlag)),
    glyphs: unicodeGlyphs,
    messages,
    findBreaks: createBreakFinder(context.breakTableFile, context.loadCatalogue()),
    interactive: context.out.isTerminal,
  };
  const program = createProgram(messages, style, invocation, context.out.write, () => {
    context.out.write(`${messages.labels.version(context.version, context.loadCatalogue().updated)}\n`);
  });
  for (const register of registrars) register(program, context, messages);
  const { args: expanded, short } = expandShortForm(args, program);

  try {
    if (expanded.length === 0) program.outputHelp();
    else await program.parseAsync(expanded, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof CommanderError && error.code === 'commander.help') return 0;
    if (error instanceof Interrupted) return 130;
    if (!(error instanceof BackofficeError)) throw error;
    const failure = short ? suggestCommands(error.failure, program.commandNames()) : error.failure;
    const palette = await createPalette(wantsColour(context.err.isTerminal, context.environment, colourFlag));
    context.err.write(asTyped(explainFailure(failure, messages, palette), invocation));
    return exitCodes[failure.code];
  }
}

// `backoffice lsit` reads as a role: the command that was meant is offered as well.
function suggestCommands(failure: Failure, commands: readonly string[]): Failure {
  return failure.code === 'unknown-role' ? { ...failure, commands: findNearest(failure.name, commands, 1) } : failure;
}
