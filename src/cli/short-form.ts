import type { Command } from 'commander';

/**
 * `backoffice 経理` as `backoffice show 経理`, and two roles as `compare`: when the first
 * operand is no command, the command is put in front.
 */
export function expandShortForm(args: readonly string[], program: Command): { args: readonly string[]; short: boolean } {
  const commands = new Set([...program.commands.flatMap((command) => [command.name(), ...command.aliases()]), 'help']);
  const options = [program, ...program.commands].flatMap((command) => command.options);
  const operands = listOperands(args, (flag) =>
    options.some((option) => (option.required || option.optional) && (option.short === flag || option.long === flag)),
  );
  const [first] = operands;
  if (first === undefined || commands.has(first)) return { args, short: false };
  return { args: [operands.length === 1 ? 'show' : 'compare', ...args], short: true };
}

function listOperands(args: readonly string[], takesValue: (flag: string) => boolean): string[] {
  const operands: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--') return [...operands, ...args.slice(index + 1)];
    if (!arg.startsWith('-') || arg === '-') operands.push(arg);
    else if (takesValue(arg)) index += 1;
  }
  return operands;
}
