import { Command, CommanderError, Option } from 'commander';
import type { Help } from 'commander';
import { BackofficeError } from '../core/errors.ts';
import { languages } from '../core/model.ts';
import { findNearest } from '../core/nearest.ts';
import type { CommandName, Messages } from './messages/messages.ts';
import { availableFormats, formatNames } from './render/formats/index.ts';
import type { FormatName } from './render/formats/index.ts';
import type { Style } from './render/style.ts';
import { displayWidth } from './render/width.ts';
import { wrapText } from './render/wrap.ts';

/** The options that every command takes. */
export interface GlobalOptions {
  readonly lang?: string;
  readonly format?: FormatName;
  readonly output?: string;
  /** False after `--no-color`. */
  readonly color: boolean;
  readonly ascii?: boolean;
  /** False after `--no-pager`. */
  readonly pager: boolean;
  readonly data?: readonly string[];
}

/** commander's messages are English; these say the same as our typed errors. */
export class LocalizedCommand extends Command {
  override createCommand(name?: string): LocalizedCommand {
    return new LocalizedCommand(name);
  }

  unknownOption(flag: string): never {
    const known = [this, ...this.ancestors()].flatMap(({ options }) => options.map(({ long }) => long ?? ''));
    throw new BackofficeError({ code: 'usage', problem: 'unknown-option', name: flag, nearest: findNearest(flag, known) });
  }

  unknownCommand(): never {
    const [name = ''] = this.args;
    throw new BackofficeError({ code: 'usage', problem: 'unknown-command', name, nearest: findNearest(name, this.commandNames()) });
  }

  missingArgument(name: string): never {
    throw new BackofficeError({ code: 'usage', problem: 'missing-argument', name });
  }

  optionMissingArgument({ flags }: Option): never {
    throw new BackofficeError({ code: 'usage', problem: 'missing-value', name: flags });
  }

  _excessArguments(received: readonly string[]): never {
    throw new BackofficeError({ code: 'usage', problem: 'excess-arguments', names: received.slice(this.registeredArguments.length) });
  }

  /** Names of the commands below this one. */
  commandNames(): string[] {
    return this.commands.map((command) => command.name());
  }

  private ancestors(): Command[] {
    const found: Command[] = [];
    for (let { parent } = this as Command; parent !== null; { parent } = parent) found.push(parent);
    return found;
  }
}

/** An option whose value must be one of a closed list; the list is in its help and in its errors. */
export function choiceOption(flags: string, description: string, allowed: readonly string[], messages: Messages, repeatable = false): Option {
  const option = new Option(flags, messages.help.choices(description, allowed));
  const parse = (value: string): string => {
    if (allowed.includes(value)) return value;
    throw new BackofficeError({ code: 'usage', problem: 'invalid-value', option: option.long ?? flags, value, allowed, nearest: findNearest(value, allowed) });
  };
  if (repeatable) return option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), parse(value)]);
  return option.argParser(parse);
}

/** The program without its commands: global options, help, errors. Writes through `write` only. */
export function createProgram(messages: Messages, style: Style, invocation: string, write: (text: string) => void, showVersion: () => void): LocalizedCommand {
  const { help } = messages;
  const program = new LocalizedCommand('backoffice');
  program
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: write, getOutHasColors: () => true, outputError: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      optionTerm: (option) => option.flags,
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`))].join(' '),
      formatHelp: (command, helper) => formatHelp(command, helper, messages, style, invocation),
    })
    .description(help.description)
    .usage('<command> [options]')
    .addOption(choiceOption('--lang <language>', help.options.lang, languages, messages))
    .addOption(choiceOption('--format <format>', help.options.format, formatNames, messages))
    .option('-o, --output <file>', help.options.output)
    .option('--no-color', help.options.noColor)
    .option('--ascii', help.options.ascii)
    .option('--no-pager', help.options.noPager)
    .option('--data <folder>', help.options.data, (value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    .helpOption('-h, --help', help.options.help)
    .helpCommand('help [command]', help.helpCommand)
    .option('-V, --version', help.options.version)
    .on('option:version', () => {
      showVersion();
      throw new CommanderError(0, 'commander.version', '');
    });
  return program;
}

/** Adds a command with its summary, as every command file begins. */
export function addCommand(program: Command, name: CommandName, usage: string, messages: Messages): Command {
  const { summary, arguments: described } = messages.help.commands[name];
  const command = program.command(`${name} ${usage}`.trim()).summary(summary).description(summary);
  for (const argument of command.registeredArguments) argument.description = described[argument.name()] ?? '';
  return command;
}

/** The format asked for, or the one for people; ACCESSIBLE asks for plain lines. */
export function chooseFormat(options: GlobalOptions, environment: Readonly<Record<string, string | undefined>>): FormatName {
  return options.format ?? ((environment.ACCESSIBLE ?? '') === '' ? 'table' : 'plain');
}

/** @throws BackofficeError `usage` when a command has no such format. */
export function checkFormat(format: FormatName, hasRecords: boolean, command: string): void {
  const allowed = availableFormats(hasRecords);
  if (!allowed.includes(format)) throw new BackofficeError({ code: 'usage', problem: 'format-not-available', format, command, allowed });
}

/** Help that begins with examples, for that is what people read. */
function formatHelp(command: Command, helper: Help, messages: Messages, style: Style, invocation: string): string {
  const { help } = messages;
  const width = Math.min(style.width, 100);
  const isProgram = command.parent === null;
  const examples = isProgram ? help.examples : (Object.entries(help.commands).find(([name]) => name === command.name())?.[1].examples ?? []);
  const termWidth = Math.min(30, Math.max(helper.padWidth(command, helper), ...examples.map(([line]) => displayWidth(asTyped(line, invocation)))));
  const item = (term: string, description: string) => {
    const beside = displayWidth(term) <= termWidth;
    const column = beside ? termWidth + 4 : 6;
    const lines = wrapText(description, Math.max(20, width - column), style.findBreaks).map((line) => ' '.repeat(column) + line);
    const head = `  ${style.palette.code(term)}`;
    if (!beside) return [head, ...lines].join('\n');
    return head + ' '.repeat(termWidth - displayWidth(term)) + lines.join('\n').slice(termWidth + 2);
  };
  const group = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [style.palette.heading(title), ...lines, '']);
  const describeOptions = (options: readonly Option[]) => options.map((option) => item(helper.optionTerm(option), helper.optionDescription(option)));
  const lines = [
    '',
    ...wrapText(helper.commandDescription(command), width, style.findBreaks),
    '',
    ...group(
      help.headings.examples,
      examples.map(([line, what]) => item(asTyped(line, invocation), what)),
    ),
    ...group(help.headings.usage, [
      `  ${asTyped(helper.commandUsage(command), invocation).replace('[options]', help.optionsPlaceholder).replace('<command>', help.commandPlaceholder)}`,
    ]),
    ...group(
      help.headings.arguments,
      helper.visibleArguments(command).map((argument) => item(helper.argumentTerm(argument), helper.argumentDescription(argument))),
    ),
    ...group(
      help.headings.commands,
      isProgram ? helper.visibleCommands(command).map((sub) => item(helper.subcommandTerm(sub), helper.subcommandDescription(sub))) : [],
    ),
    ...group(help.headings.options, describeOptions(helper.visibleOptions(command))),
    ...group(help.headings.globalOptions, describeOptions(helper.visibleGlobalOptions(command))),
    ...(isProgram ? [asTyped(help.closing, invocation), ''] : []),
  ];
  return lines.join('\n');
}

/** Example commands as this person has to type them: `npx backoffice …` in a checkout. */
export function asTyped(text: string, invocation: string): string {
  return text.replace(/\bbackoffice(?= [a-z<\-[\u3040-\u9FFF])/g, invocation);
}
