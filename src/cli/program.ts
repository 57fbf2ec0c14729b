import { Command, CommanderError, Option } from 'commander';
import type { Help } from 'commander';
import { BackofficeError } from '../core/errors.ts';
import { languages } from '../core/model.ts';
import { findNearest } from '../core/nearest.ts';
import type { CommandName, Messages } from './messages/messages.ts';
import { availableFormats, formatNames } from './render/formats/index.ts';
import type { FormatName } from './render/formats/index.ts';
import { toAscii } from './render/glyphs.ts';
import { renderHelp } from './render/help.ts';
import type { HelpGroup, HelpRow } from './render/help.ts';
import { asTyped } from './render/invocation.ts';
import { mapTexts } from './render/page.ts';
import type { Style } from './render/style.ts';

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
export function choiceOption(flags: string, description: string, allowed: readonly string[], repeatable = false): Option {
  const option = new Option(flags, description).choices([...allowed]);
  const parse = (value: string): string => {
    if (allowed.includes(value)) return value;
    throw new BackofficeError({ code: 'usage', problem: 'invalid-value', option: option.long ?? flags, value, allowed, nearest: findNearest(value, allowed) });
  };
  if (repeatable) return option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), parse(value)]);
  return option.argParser(parse);
}

/** The program without its commands: global options, help, errors. Writes through `write` only. */
export function createProgram(style: Style, write: (text: string) => void, showVersion: () => void): LocalizedCommand {
  const { messages } = style;
  const { help } = messages;
  const program = new LocalizedCommand('backoffice');
  program
    .exitOverride()
    .configureOutput({
      writeOut: (text) => write(style.glyphs.ascii ? toAscii(text) : text),
      writeErr: write,
      getOutHasColors: () => true,
      outputError: () => undefined,
    })
    .configureHelp({ showGlobalOptions: true, formatHelp: (command, helper) => formatHelp(command, helper, style) })
    .description(help.description)
    .usage('<command> [options]')
    .addOption(choiceOption('--lang <language>', help.options.lang, languages))
    .addOption(choiceOption('--format <format>', help.options.format, formatNames))
    .option('-o, --output <file>', help.options.output)
    .option('--no-color', help.options.noColor)
    .option('--ascii', help.options.ascii)
    .option('--no-pager', help.options.noPager)
    .option('--data <folder>', help.options.data, (value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    .helpOption('-h, --help', help.options.help)
    .helpCommand(false)
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
function formatHelp(command: Command, helper: Help, style: Style): string {
  const { help } = style.messages;
  const isProgram = command.parent === null;
  const examples = isProgram ? help.examples : (Object.entries(help.commands).find(([name]) => name === command.name())?.[1].examples ?? []);
  const usage = helper.commandUsage(command).replace('[options]', help.optionsPlaceholder).replace('<command>', help.commandPlaceholder);
  const describeOption = (option: Option): HelpRow => ({ term: option.flags, description: option.description, choices: option.argChoices ?? [] });
  const groups: readonly HelpGroup[] = [
    { heading: help.headings.examples, rows: examples.map(([term, description]) => ({ term, description })) },
    { heading: help.headings.usage, rows: [{ term: usage, description: '' }] },
    {
      heading: help.headings.arguments,
      rows: helper.visibleArguments(command).map((argument) => ({ term: argument.name(), description: argument.description })),
    },
    {
      heading: help.headings.commands,
      rows: isProgram ? helper.visibleCommands(command).map((sub) => ({ term: nameUsage(sub), description: sub.summary() })) : [],
    },
    { heading: help.headings.options, rows: helper.visibleOptions(command).map(describeOption) },
    { heading: help.headings.globalOptions, rows: helper.visibleGlobalOptions(command).map(describeOption) },
  ];
  return renderHelp(
    command.description(),
    mapTexts(groups, (text) => asTyped(text, style.invocation)),
    isProgram ? asTyped(help.closing, style.invocation) : '',
    style,
  );
}

function nameUsage(command: Command): string {
  return [command.name(), ...command.registeredArguments.map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`))].join(' ');
}
