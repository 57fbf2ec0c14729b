import type { Command, Option } from 'commander';
import type { LocalizedCommand } from './program.ts';

/** Joins the words that together are a name, given the folders of own roles. */
export type JoinNames = (words: readonly string[], folders: readonly string[]) => Promise<readonly string[]>;

/**
 * A command line as it was meant: `backoffice 経理` is `show 経理`, two roles are `compare`, words that together are a name are one
 * (`show human resources`), and words parted by a full-width space, as Japanese input methods type it, are two words.
 */
export async function expandShortForm(
  args: readonly string[],
  program: LocalizedCommand,
  joinNames: JoinNames,
): Promise<{ args: readonly string[]; short: boolean }> {
  const parted = readArguments(args, program);
  const operands = parted.filter(({ kind }) => kind === 'operand').map(({ arg }) => arg);
  const [first, ...others] = operands;
  if (first === undefined) return { args: parted.map(({ arg }) => arg), short: false };
  const command = program.commands.find((known) => known.name() === first || known.aliases().includes(first));
  // The command goes first, so that its options may stand before it.
  if (command !== undefined) return { args: [first, ...replaceOperands(parted, command.joinsWords ? joinWords(others) : others)], short: false };
  const names = operands.length === 1 ? operands : await joinNames(operands, findFolders(parted));
  const words = names.length === 1 ? names : operands;
  return { args: [nameShortForm(words.length), ...replaceOperands(parted, words)], short: true };
}

function joinWords(words: readonly string[]): string[] {
  return words.length === 0 ? [] : [words.join(' ')];
}

/** A command line with fewer operands: they stand where the first of them stood last. */
function replaceOperands(parted: readonly ReadArgument[], operands: readonly string[]): string[] {
  const last = parted.findLastIndex(({ kind }) => kind === 'operand');
  return parted.flatMap(({ arg, kind }, place) => (kind !== 'operand' ? [arg] : place === last ? operands : []));
}

function findFolders(parted: readonly ReadArgument[]): string[] {
  return parted.flatMap(({ arg }, place) => {
    if (arg.startsWith('--data=')) return [arg.slice('--data='.length)];
    return parted[place - 1]?.arg === '--data' && parted[place]?.kind === 'value' ? [arg] : [];
  });
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
