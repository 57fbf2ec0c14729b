import type { Command } from 'commander';

/**
 * A command line as it was meant: `backoffice 経理` is `show 経理`, two roles are `compare`, and
 * words parted by a full-width space, as Japanese input methods type it, are two words.
 */
export function expandShortForm(args: readonly string[], program: Command): { args: readonly string[]; short: boolean } {
  const commands = new Set(program.commands.flatMap((command) => [command.name(), ...command.aliases()]));
  const options = [program, ...program.commands].flatMap((command) => command.options);
  const takesValue = (flag: string) => options.some((option) => (option.required || option.optional) && (option.short === flag || option.long === flag));
  const parted = readArguments(args, takesValue);
  const operands = parted.filter(({ operand }) => operand).map(({ arg }) => arg);
  const expanded = parted.map(({ arg }) => arg);
  const [first] = operands;
  if (first === undefined) return { args: expanded, short: false };
  // The command goes first, so that its options may stand before it.
  if (commands.has(first))
    return {
      args: [
        first,
        ...expanded.toSpliced(
          parted.findIndex(({ operand }) => operand),
          1,
        ),
      ],
      short: false,
    };
  return { args: [operands.length === 1 ? 'show' : 'compare', ...expanded], short: true };
}

function readArguments(args: readonly string[], takesValue: (flag: string) => boolean): { arg: string; operand: boolean }[] {
  const found: { arg: string; operand: boolean }[] = [];
  let onlyOperands = false;
  let valueNext = false;
  for (const arg of args) {
    const isOption: boolean = !onlyOperands && !valueNext && arg.startsWith('-') && arg !== '-';
    if (isOption || valueNext) found.push({ arg, operand: false });
    else
      found.push(
        ...arg
          .split(/\u3000+/)
          .filter((word) => word !== '')
          .map((word) => ({ arg: word, operand: true })),
      );
    valueNext = isOption && takesValue(arg);
    onlyOperands ||= isOption && arg === '--';
  }
  return found;
}
