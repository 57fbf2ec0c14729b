import type { Command, Option } from 'commander';

/**
 * A command line as it was meant: `backoffice 経理` is `show 経理`, two roles are `compare`, and
 * words parted by a full-width space, as Japanese input methods type it, are two words.
 */
export function expandShortForm(args: readonly string[], program: Command): { args: readonly string[]; short: boolean } {
  const commands = new Set(program.commands.flatMap((command) => [command.name(), ...command.aliases()]));
  const parted = readArguments(args, program);
  const operands = parted.filter(({ kind }) => kind === 'operand').map(({ arg }) => arg);
  const expanded = parted.map(({ arg }) => arg);
  const [first] = operands;
  if (first === undefined) return { args: expanded, short: false };
  // The command goes first, so that its options may stand before it.
  if (commands.has(first))
    return {
      args: [
        first,
        ...expanded.toSpliced(
          parted.findIndex(({ kind }) => kind === 'operand'),
          1,
        ),
      ],
      short: false,
    };
  return { args: [nameShortForm(operands.length), ...expanded], short: true };
}

/** The command that so many operands without one stand for. */
export function nameShortForm(operands: number): string {
  return operands === 1 ? 'show' : 'compare';
}

/** A part of a command line: a name or word, an option, or the value after an option. */
export interface ReadArgument {
  readonly arg: string;
  readonly kind: 'operand' | 'option' | 'value';
}

/** The parts of a command line, whichever command it is. */
export function readArguments(args: readonly string[], program: Command): ReadArgument[] {
  const options = [program, ...program.commands].flatMap((command) => command.options);
  const needsNext = (flag: string) => options.some((option) => takesValue(option) && isCalled(option, flag));
  const found: ReadArgument[] = [];
  let onlyOperands = false;
  let valueNext = false;
  for (const arg of args) {
    const isOption: boolean = !onlyOperands && !valueNext && arg.startsWith('-') && arg !== '-';
    if (isOption || valueNext) found.push({ arg, kind: isOption ? 'option' : 'value' });
    else
      found.push(
        ...arg
          .split(/\u3000+/)
          .filter((word) => word !== '')
          .map((word) => ({ arg: word, kind: 'operand' }) as const),
      );
    valueNext = isOption && needsNext(arg);
    onlyOperands ||= isOption && arg === '--';
  }
  return found;
}

/** Whether a flag is that of an option. */
export function isCalled({ short, long }: Option, flag: string): boolean {
  return flag === short || flag === long;
}

/** Whether a value may stand after an option. */
export function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}
