import type { Diagnostic } from './diagnostics.ts';
import type { Role } from '../catalogue/model.ts';
import type { ParsedFile } from './parsed-file.ts';
import { namesOf } from './name-warnings.ts';

/** Names of roles that are commands, too: whoever types such a name alone gets the command. */
export function findCommandNames(own: readonly ParsedFile<Role>[], commands: readonly string[]): Diagnostic[] {
  return own.flatMap(({ file, value, locate }) => {
    const told = new Set<string>();
    return namesOf(value).flatMap(({ name, path }): Diagnostic[] => {
      const command = commands.find((known) => known === name.toLowerCase());
      if (command === undefined || told.has(command)) return [];
      told.add(command);
      return [{ code: 'command-name', file, ...locate(path), name: command, other: value.id }];
    });
  });
}
