import { cleanText } from '../core/clean.ts';

/** What a person types to run the program: in a checkout it is there through `npx` only. */
export function findInvocation({ npm_command: npmCommand }: Readonly<Record<string, string | undefined>>): string {
  return npmCommand === 'exec' ? 'npx backoffice' : 'backoffice';
}

/** Whether a text is a command of plain words, as it is typed in a checkout or elsewhere. It is broken at its spaces only. */
export function isCommand(text: string): boolean {
  return /^(?:npx )?backoffice [A-Za-z0-9 .-]+$/.test(text);
}

/** An argument as a shell takes it. */
export function quoteArgument(argument: string): string {
  const cleaned = cleanText(argument);
  return /^[\w./~-]+$/.test(cleaned) ? cleaned : `'${cleaned.replaceAll("'", "'\\''")}'`;
}
