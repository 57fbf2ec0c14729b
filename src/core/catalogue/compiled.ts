import { readFileSync } from 'node:fs';
import { BackofficeError, fileProblemOf } from '../errors.ts';
import { sections } from './model.ts';
import type { Catalogue, Role } from './model.ts';

// What the build makes are lines of JSON. Most commands need little of them, so only what is asked for is decoded and parsed.

/** What the build made: lines, of which the first is the head. */
export interface CompiledLines {
  readonly head: string;
  /** The lines that begin so; not the head. */
  readonly find: (start: string) => readonly string[];
}

/** Lines of UTF-8, each of which ends with a line feed. */
function openLines(bytes: Buffer): CompiledLines {
  const read = (start: number) => bytes.toString('utf8', start, bytes.indexOf('\n', start));
  return {
    head: read(0),
    find: (start) => {
      const found: string[] = [];
      for (let at = bytes.indexOf(`\n${start}`); at >= 0; at = bytes.indexOf(`\n${start}`, at + 1)) found.push(read(at + 1));
      return found;
    },
  };
}

/**
 * Opens a file that the build made.
 * @throws BackofficeError `catalogue-missing` when the build has not run.
 */
export function openCompiled(file: string): CompiledLines {
  try {
    return openLines(readFileSync(file));
  } catch (error) {
    if (fileProblemOf(error) === 'not-found') throw new BackofficeError({ code: 'catalogue-missing', path: file });
    throw error;
  }
}

/** What has a line of its own: each of these of the catalogue, and of each role all of these. The rest, the head, is what every list needs. */
const catalogueParts: readonly (keyof Catalogue)[] = ['topics', 'sources', 'readings', 'synonyms', 'survey', 'labourMarket', 'fit', 'guide'];
const roleParts: readonly (keyof Role)[] = [...sections, 'measures'];

/** A catalogue as text, as `openCompiledCatalogue` reads it. In the head null stands for what has a line of its own. */
export function serializeCatalogue(catalogue: Catalogue): string {
  const roles = catalogue.roles.map((role) => setAside(role, roleParts));
  const rest = setAside({ ...catalogue, roles: roles.map(({ head }) => head) }, catalogueParts);
  const lines = [...Object.entries(rest.part), ...roles.map(({ head, part }) => [nameOf(head), part])];
  return [rest.head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/**
 * The catalogue that the build compiled. What is not in its head is read when it is asked for; it looks and behaves like any other.
 * @throws BackofficeError `catalogue-missing` when the build has not run.
 */
export function openCompiledCatalogue(file: string): Catalogue {
  const lines = openCompiled(file);
  const read = (name: string) => (JSON.parse(lines.find(`${JSON.stringify([name]).slice(0, -1)},`)[0] ?? '') as [string, unknown])[1];
  const catalogue = JSON.parse(lines.head) as Catalogue;
  for (const role of catalogue.roles) {
    let part: Partial<Role> | undefined;
    readLater(role, roleParts, (key) => (part ??= read(nameOf(role)) as Partial<Role>)[key]);
  }
  const parts: Partial<Record<keyof Catalogue, unknown>> = {};
  readLater(catalogue, catalogueParts, (key) => (parts[key] ??= read(key)));
  return catalogue;
}

/**
 * The same with all that it has, as plain data.
 * @throws BackofficeError `catalogue-missing` when the build has not run.
 */
export function loadCompiledCatalogue(file: string): Catalogue {
  const catalogue = openCompiledCatalogue(file);
  return { ...catalogue, roles: catalogue.roles.map((role) => ({ ...role })) };
}

function nameOf({ id }: Pick<Role, 'id'>): string {
  return `role/${id}`;
}

function setAside<Whole extends object>(whole: Whole, keys: readonly (keyof Whole)[]): { readonly head: Whole; readonly part: Partial<Whole> } {
  const part: Partial<Whole> = {};
  const head = { ...whole };
  for (const key of keys) {
    if (whole[key] === undefined) continue;
    part[key] = whole[key];
    Object.assign(head, { [key]: null });
  }
  return { head, part };
}

function readLater<Whole extends object>(whole: Whole, keys: readonly (keyof Whole)[], read: (key: keyof Whole) => unknown): void {
  for (const key of keys) if (whole[key] === null) Object.defineProperty(whole, key, { enumerable: true, configurable: true, get: () => read(key) });
}
