import type { Option } from 'commander';
import type { LocalizedCommand } from '../command-line/program.ts';
import { isCalled, nameShortForm, readArguments, takesValue } from '../command-line/short-form.ts';

/** An option on a command line, and what stands after it or its `=`. */
interface GivenOption {
  readonly flag: string;
  readonly value: string;
}

/** A command line that is still being typed. */
export interface UnfinishedLine {
  /** What was typed of the last word; in `--facet=desk` the value only. */
  readonly typed: string;
  /** What stands before it in the same word: `--facet=`. */
  readonly before: string;
  /** What the last word is: the name of a command or, in the short form, a role; an argument; an option; the value of an option. */
  readonly slot: 'command' | 'argument' | 'option' | 'value';
  /** The option whose value is typed. */
  readonly option: Option | undefined;
  /** The command that is meant so far, or the program. */
  readonly command: LocalizedCommand;
  /** The arguments of the command before the last word. */
  readonly operands: readonly string[];
  /** The options before the last word. */
  readonly given: readonly GivenOption[];
}

/** The parts of a command line, given as words of which the last is unfinished. */
export function readLine(words: readonly string[], program: LocalizedCommand): UnfinishedLine {
  const typed = words.at(-1) ?? '';
  const parts = readArguments(words.slice(0, -1), program);
  const given = parts.flatMap(({ arg, kind }, index): GivenOption[] => {
    const [, flag = arg, value = parts[index + 1]?.arg ?? ''] = /^(--[^=]+)=(.*)$/s.exec(arg) ?? [];
    return kind === 'option' ? [{ flag, value }] : [];
  });
  const operands = parts.filter(({ kind }) => kind === 'operand').map(({ arg }) => arg);
  const findCommand = (name: string | undefined) => program.commands.find((command) => command.name() === name);
  const named = findCommand(operands[0]);
  const command = (count: number) => named ?? findCommand(count === 0 ? undefined : nameShortForm(count)) ?? program;
  const findOption = (flag: string | undefined) =>
    [command(operands.length), program, ...program.commands]
      .flatMap(({ options }) => options)
      .find((option) => flag !== undefined && isCalled(option, flag) && takesValue(option));
  const line = { typed, before: '', option: undefined, command: command(operands.length), operands: named === undefined ? operands : operands.slice(1), given };

  const last = parts.at(-1);
  const isFlag = typed.startsWith('-') && !given.some(({ flag }) => flag === '--');
  const waiting = findOption(last?.kind === 'option' ? last.arg : undefined);
  if (waiting !== undefined && !(waiting.optional && isFlag)) return { ...line, slot: 'value', option: waiting };
  const [, flag, value = ''] = (isFlag ? /^(--[^=]+)=(.*)$/s.exec(typed) : undefined) ?? [];
  const begun = findOption(flag);
  if (begun !== undefined) return { ...line, slot: 'value', option: begun, typed: value, before: `${flag ?? ''}=` };
  if (isFlag) return { ...line, slot: 'option' };
  if (operands.length === 0) return { ...line, slot: 'command' };
  return { ...line, slot: 'argument', command: command(operands.length + 1) };
}

/** What was given to an option so far. */
export function valuesOf(option: Option, { given }: UnfinishedLine): string[] {
  return given.filter(({ flag }) => isCalled(option, flag)).map(({ value }) => value);
}
