import { BackofficeError } from '../../core/errors.ts';
import { identifyPlainFile } from '../process/read-file.ts';

/** What tells plain files from all others. */
export function identifyFiles(files: readonly string[]): (string | undefined)[] {
  return files.map(identifyPlainFile);
}

/**
 * Makes sure that an answer does not take the place of what it is made from, by whatever name.
 * @param inputs what tells each of the files that are read from others, asked for only where an answer goes to a file that is there.
 * @throws BackofficeError `usage` where it would.
 */
export function refuseOverwriting(output: string | undefined, inputs: () => Iterable<string | undefined>): void {
  const target = output === undefined || output === '-' ? undefined : identifyPlainFile(output);
  if (output === undefined || target === undefined) return;
  for (const input of inputs()) if (input === target) throw new BackofficeError({ code: 'usage', problem: 'output-is-input', path: output });
}
