import { extname } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import type { Help } from 'commander';
import { BackofficeError } from '../../core/errors.ts';
import type { AllowedValue } from '../../core/errors.ts';
import { languages } from '../../core/catalogue/model.ts';
import type { Language, Term } from '../../core/catalogue/model.ts';
import { findNearest, findNearestNamed } from '../../core/catalogue/nearest.ts';
import type { Context } from '../session/context.ts';
import type { Messages } from '../../messages/messages.ts';
import { command as ourCommand } from '../../messages/text.ts';
import type { CommandName } from '../../messages/types/help.ts';
import { formatNames, streamFormats } from '../../messages/format-names.ts';
import { availableFormats } from '../../render/index.ts';
import type { FormatName, PageFormat, StreamFormat } from '../../messages/format-names.ts';
import { adaptText, adaptTexts } from '../../render/text/adapt.ts';
import { renderHelp } from '../../render/terminal/help.ts';
import type { HelpGroup, HelpRow } from '../../render/terminal/help.ts';
import type { Style } from '../../render/terminal/style.ts';

/** The options that every command takes. */
export interface GlobalOptions {
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
  declare readonly commands: readonly LocalizedCommand[];
  /** Its answer is a table that can be given as records. */
  hasRecords = false;
  /** What its first argument is one of; empty where that is no closed list. */
  choices: readonly Choice[] = [];
  /** Its words together are one name. */
  joinsWords = false;
  /** Its answer is a text for people that looks the same in all their formats. */
  isText = false;
  /** Its answer is a questionnaire, which has formats of its own. */
  isForm = false;
  /** It answers row by row, unless it is asked for the group. */
  isStream = false;

  override createCommand(name?: string): LocalizedCommand {
    return new LocalizedCommand(name);
  }

  /** Makes its first argument one of a closed list, by id or label. */
  takeOneOf(choices: readonly Choice[]): this {
    this.choices = choices;
    this.registeredArguments[0]?.argParser((value: string) => chooseValue(value, this.name(), choices));
    return this;
  }

  unknownOption(flag: string): never {
    const program = this.parent ?? this;
    const [name = flag] = flag.split('=');
    const longs = ({ options }: Command) => options.map(({ long }) => long ?? '');
    const owner = program.commands.find((command) => longs(command).includes(name))?.name();
    const nearest = findNearest(name, [program, ...program.commands].flatMap(longs));
    throw new BackofficeError({ code: 'usage', problem: 'unknown-option', name, nearest, command: this.name(), ...(owner === undefined ? {} : { owner }) });
  }

  optionMissingArgument({ flags }: Option): never {
    throw new BackofficeError({ code: 'usage', problem: 'missing-value', name: flags });
  }

  missingArgument(name: string): never {
    throw new BackofficeError({
      code: 'usage',
      problem: 'missing-argument',
      name,
      allowed: listAllowed(this.choices),
      command: this.name(),
    });
  }

  _excessArguments(received: readonly string[]): never {
    throw new BackofficeError({ code: 'usage', problem: 'excess-arguments', names: received.slice(this.registeredArguments.length), command: this.name() });
  }

  /** Names of the commands below this one. */
  commandNames(): string[] {
    return this.commands.map((command) => command.name());
  }
}

/** A value of a closed list: its id, and other names for it, the first of which is shown. */
export interface Choice {
  readonly id: string;
  readonly labels: readonly string[];
  /** What it is, where no label says so; completion shows it. */
  readonly remark?: string;
}

/**
 * An option whose value must be one of a closed list, by id or label; the list is in its help and in its errors.
 * `others` are choices too many to list: they are accepted, and offered where they come near.
 * Both are asked for only when they are needed: most starts need none.
 */
export function choiceOption(
  flags: string,
  description: string,
  listed: Choices,
  { repeatable = false, others = () => [] }: { readonly repeatable?: boolean; readonly others?: Choices } = {},
): Option {
  const [name = flags] = /--[\w-]+/.exec(flags) ?? [];
  return new KnownOption(flags, description, (value) => chooseValue(value, name, listed(), others()), { repeatable, listed, others });
}

/**
 * The id of the choice that a value means, by id or label.
 * @throws BackofficeError `usage` with the choices that are listed, and those that come near.
 */
function chooseValue(value: string, option: string, listed: readonly Choice[], others: readonly Choice[] = []): string {
  const choices = [...listed, ...others];
  const found = choices.find(({ id }) => id === value) ?? choices.find(({ id, labels }) => [id, ...labels].some((name) => isSame(name, value)));
  if (found !== undefined) return found.id;
  throw new BackofficeError({
    code: 'usage',
    problem: 'invalid-value',
    option,
    value,
    allowed: listAllowed(listed),
    nearest: findNearestNamed(value, choices),
  });
}

function listAllowed(choices: readonly Choice[]): AllowedValue[] {
  return choices.map(({ id, labels: [label] }) => ({ id, ...(label === undefined ? {} : { label }) }));
}

/** Whether two spellings of a value are one. */
export function isSame(name: string, other: string): boolean {
  return name.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase();
}

/** Values of a closed list without other names. */
function plainChoices<Id extends string>(ids: readonly Id[], remarks: Readonly<Record<Id, string>>): Choice[] {
  return ids.map((id) => ({ id, labels: [], remark: remarks[id] }));
}

/** The terms of a vocabulary as choices, by their labels in either language. */
export function termChoices(terms: readonly Term[], language: Language): Choice[] {
  return terms.map(({ id, label }) => ({ id, labels: [label[language], ...languages.map((other) => label[other])] }));
}

type Choices = () => readonly Choice[];

interface KnownValues {
  /** May be given several times; its value is the list of all. */
  readonly repeatable: boolean;
  readonly listed?: Choices;
  readonly others?: Choices;
}

/** An option of whose values more is known than commander can be told. */
export class KnownOption extends Option {
  readonly repeatable: boolean;
  readonly listed: Choices;
  /** Values that are too many to list. */
  readonly others: Choices;

  constructor(flags: string, description: string, parse: (value: string) => string, { repeatable, listed = () => [], others = () => [] }: KnownValues) {
    super(flags, description);
    this.repeatable = repeatable;
    this.listed = listed;
    this.others = others;
    if (repeatable) this.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), parse(value)]);
    else this.argParser(parse);
  }
}

/** The program without its commands: global options, help, errors. Writes through `write` only. */
export function createProgram(style: Style, write: (text: string) => void, describeVersion: () => string): LocalizedCommand {
  const { messages } = style;
  const { help } = messages;
  const program = new LocalizedCommand('backoffice');
  program
    .exitOverride()
    .configureOutput({
      writeOut: write,
      writeErr: write,
      getOutHasColors: () => true,
      outputError: () => undefined,
    })
    .configureHelp({ showGlobalOptions: true, formatHelp: (command, helper) => formatHelp(command, helper, style) })
    .description(help.description)
    .usage('<command> [options]')
    .addOption(choiceOption('--lang <language>', help.options.lang, () => plainChoices(languages, help.languages)))
    .addOption(choiceOption('--format <format>', help.options.format, () => plainChoices(formatNames, help.formats)))
    .option('-o, --output <file>', help.options.output)
    .option('--no-color', help.options.noColor)
    .option('--ascii', help.options.ascii)
    .option('--no-pager', help.options.noPager)
    .addOption(new KnownOption('--data <folder>', help.options.data, (value) => value, { repeatable: true }))
    .helpOption('-h, --help', help.options.help)
    .helpCommand(false)
    .option('-V, --version', help.options.version)
    .on('option:version', () => {
      write(describeVersion());
      throw new CommanderError(0, 'commander.version', '');
    });
  return program;
}

/** Adds one command to the program. */
export type Registrar = (program: LocalizedCommand, context: Context, messages: Messages) => void;

/** Adds a command with its summary, as every command file begins. */
export function addCommand(program: LocalizedCommand, name: CommandName, usage: string, messages: Messages): LocalizedCommand {
  const { summary, arguments: described } = messages.help.commands[name];
  const command = program.command(`${name} ${usage}`.trim()).summary(summary).description(summary);
  for (const argument of command.registeredArguments) argument.description = described[argument.name()] ?? '';
  return command;
}

const endings: Readonly<Record<string, FormatName>> = {
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.csv': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.xlsx': 'xlsx',
  '.gs': 'gs',
};

/**
 * The format asked for, or that of the file's ending; undefined for a file without an ending, or `.txt`.
 * @throws BackofficeError `usage` for an ending that is no format of the command: it would be a file of another kind than its name says.
 */
export function findFormat({ format, output = '' }: GlobalOptions, command: LocalizedCommand): FormatName | undefined {
  if (format !== undefined) return format;
  const ending = /[/\\]$/.test(output) ? '' : extname(output).toLowerCase();
  if (['', '.', '.txt'].includes(ending)) return undefined;
  const formats = formatsOf(command);
  const found = endings[ending];
  if (found !== undefined && formats.includes(found)) return found;
  const allowed = Object.entries(endings).flatMap(([known, name]) => (formats.includes(name) ? [known] : []));
  throw new BackofficeError({ code: 'usage', problem: 'unknown-ending', ending: extname(output), command: command.name(), allowed: [...allowed, '.txt'] });
}

/** The format asked for, or the one for people; ACCESSIBLE asks for plain lines. */
export function chooseFormat(options: GlobalOptions, environment: Readonly<Record<string, string | undefined>>, command: LocalizedCommand): FormatName {
  return findFormat(options, command) ?? ((environment.ACCESSIBLE ?? '') === '' ? 'table' : 'plain');
}

/** @throws BackofficeError `usage` when a command that answers with a page has no such format. */
export function checkFormat(format: FormatName, command: LocalizedCommand): PageFormat {
  return findAllowed(format, availableFormats(command), command);
}

/** @throws BackofficeError `usage` when commands that answer row by row have no such format. */
export function checkStreamFormat(format: FormatName, command: LocalizedCommand): StreamFormat {
  return findAllowed(format, streamFormats, command);
}

function findAllowed<Name extends FormatName>(format: FormatName, allowed: readonly Name[], command: LocalizedCommand): Name {
  const found = allowed.find((name) => name === format);
  if (found === undefined) throw new BackofficeError({ code: 'usage', problem: 'format-not-available', format, command: command.name(), allowed });
  return found;
}

function formatsOf(command: LocalizedCommand): readonly FormatName[] {
  return command.isStream && command.getOptionValue('group') !== true ? streamFormats : availableFormats(command);
}

/** Help that begins with examples, for that is what people read. */
function formatHelp(command: Command, helper: Help, style: Style): string {
  const { help } = style.messages;
  const isProgram = command.parent === null;
  const examples = isProgram ? help.examples : (Object.entries(help.commands).find(([name]) => name === command.name())?.[1].examples ?? []);
  const usages = isProgram ? ['<role>…', '<command> [options]'] : [`${command.name()} ${command.usage()}`.replace(/\.\.\.([\]>])/g, '$1…')];
  const groups: readonly HelpGroup[] = [
    {
      heading: help.headings.arguments,
      rows: helper.visibleArguments(command).map((argument) => ({ term: `<${argument.name()}>`, description: argument.description })),
    },
    {
      heading: help.headings.commands,
      rows: isProgram ? helper.visibleCommands(command).map((sub) => ({ term: nameUsage(sub), description: sub.summary() })) : [],
    },
    { heading: help.headings.options, rows: helper.visibleOptions(command).map((option) => describeOption(option, command)) },
    { heading: help.headings.globalOptions, rows: helper.visibleGlobalOptions(command).map((option) => describeOption(option, command)) },
  ];
  const translated = [
    { heading: help.headings.examples, rows: examples.map(([term, description]) => ({ term, description })) },
    { heading: help.headings.usage, rows: usages.map((usage) => ({ term: ourCommand(help.translatePlaceholders(usage)), description: '' })) },
    ...groups.map(({ heading, rows }) => ({
      heading,
      rows: rows.map((row) => ({ ...row, term: help.translatePlaceholders(row.term) })),
    })),
  ];
  return renderHelp(adaptText(command.description(), style), adaptTexts(translated, style), isProgram ? adaptText(help.closing, style) : '', style);
}

function describeOption(option: Option, command: Command): HelpRow {
  const choices = choicesOf(option, command).map(({ id, labels: [label] }) => (label === undefined || isSame(label, id) ? id : `${id} ${label}`));
  return { term: option.flags, description: option.description, choices };
}

/** The closed list of values that an option has in a command. */
export function choicesOf(option: Option, command: Command): readonly Choice[] {
  const listed = option instanceof KnownOption ? option.listed() : [];
  if (option.long !== '--format') return listed;
  const formats: readonly string[] = command instanceof LocalizedCommand && command.parent !== null ? formatsOf(command) : formatNames;
  return listed.filter(({ id }) => formats.includes(id));
}

function nameUsage(command: Command): string {
  return [
    command.name(),
    ...command.registeredArguments.map((argument) => `${argument.required ? `<${argument.name()}>` : `[${argument.name()}]`}${argument.variadic ? '…' : ''}`),
  ].join(' ');
}
