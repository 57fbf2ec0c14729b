import type { Concept, Role } from '../catalogue/model.ts';
import { languages } from '../catalogue/model.ts';
import { foldName, plainName } from '../catalogue/names.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { ParsedFile, Path } from './parsed-file.ts';

interface OwnName {
  readonly name: string;
  readonly path: Path;
  /** In which turn it is looked for (`findSubject`): an id, a name or reading, an alias. */
  readonly turn: 0 | 1 | 2;
}

/**
 * Names by which a role cannot be told from another one, or does not come up at all. An exact name goes before one that is only spelled alike,
 * so these are told apart: for an exact name that two roles have in the same turn neither is shown, and one that another role has in an
 * earlier turn shows that role alone.
 */
export function findNameWarnings(own: readonly ParsedFile<Role>[], subjects: readonly (Role | Concept)[]): Diagnostic[] {
  const bearers = findBearers(subjects);
  const findAlike = createLikenessFinder(subjects);
  return own.flatMap(({ file, value, locate }) => {
    const otherThan = (name: string) => bearers.get(plainName(name))?.find(({ id }) => id !== value.id);
    const names = namesOf(value);
    const told = new Set<string>();
    const exact = names.flatMap(({ name, path, turn }): Diagnostic[] => {
      // Its own id or name, too, goes before an alias.
      const first = names.find((earlier) => plainName(earlier.name) === plainName(name));
      const other = otherThan(name);
      if (other === undefined || first?.path !== path || other.turn > turn) return [];
      told.add(foldName(name));
      return [{ code: other.turn === turn ? 'shared-name' : 'hidden-name', file, ...locate(path), name, other: other.id }];
    });
    const alike = names.flatMap(({ name, path }): Diagnostic[] => {
      const other = told.has(foldName(name)) ? undefined : findAlike(name, value.id);
      if (other === undefined) return [];
      told.add(foldName(name));
      return [{ code: 'same-name', file, ...locate(path), name, other }];
    });
    const titles = (value.relatedTitles ?? []).flatMap((name, index): Diagnostic[] => {
      const other = otherThan(name);
      return other === undefined ? [] : [{ code: 'hidden-title', file, ...locate(['relatedTitles', index]), name, other: other.id }];
    });
    return [...exact, ...alike, ...titles];
  });
}

/** All that a role or concept is called. */
export function namesOf({ id, name, reading, aliases = [] }: Role | Concept): OwnName[] {
  return [
    { name: id, path: ['id'], turn: 0 },
    ...languages.map((language) => ({ name: name[language], path: ['name', language], turn: 1 }) as const),
    ...(reading === undefined ? [] : [{ name: reading, path: ['reading'], turn: 1 } as const]),
    ...aliases.map((alias, index) => ({ name: alias, path: ['aliases', index], turn: 2 }) as const),
  ];
}

/** By an exact name: the ids of all that have it, the first meant first. */
function findBearers(subjects: readonly (Role | Concept)[]): ReadonlyMap<string, readonly { readonly id: string; readonly turn: number }[]> {
  const bearers = new Map<string, { id: string; turn: number }[]>();
  for (const subject of subjects) {
    for (const { name, turn } of namesOf(subject)) {
      const key = plainName(name);
      const known = bearers.get(key) ?? [];
      if (known.at(-1)?.id !== subject.id) known.push({ id: subject.id, turn });
      bearers.set(key, known);
    }
  }
  for (const known of bearers.values()) known.sort((a, b) => a.turn - b.turn);
  return bearers;
}

/** Finds another role or concept than this one of which a name may be taken for this name, because they are spelled or romanised alike. */
function createLikenessFinder(subjects: readonly (Role | Concept)[]): (name: string, than: string) => string | undefined {
  // By what they are folded to, then by id: the names.
  const bearers = new Map<string, Map<string, Set<string>>>();
  const namesBehind = new Map<string, Set<string>>();
  for (const subject of subjects) {
    for (const { name } of namesOf(subject)) {
      const key = foldName(name);
      namesBehind.set(key, (namesBehind.get(key) ?? new Set()).add(plainName(name)));
      const bearing = bearers.get(key) ?? new Map<string, Set<string>>();
      bearers.set(key, bearing.set(subject.id, (bearing.get(subject.id) ?? new Set()).add(plainName(name))));
    }
  }
  return (name, than) => {
    const key = foldName(name);
    if ((namesBehind.get(key)?.size ?? 0) < 2) return undefined;
    for (const [other, names] of bearers.get(key) ?? []) if (other !== than && !names.has(plainName(name))) return other;
    return undefined;
  };
}
