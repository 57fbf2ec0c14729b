import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic, DiagnosticCode } from './diagnostics.ts';
import type { Catalogue, Role } from '../catalogue/model.ts';
import { languages, sections } from '../catalogue/model.ts';
import { findNameWarnings } from './name-warnings.ts';
import type { FileText, ParsedFile, Path } from './parsed-file.ts';

/** Role files as they were read: those that hold to the schema, and the problems and texts of all of them. */
export interface ReadRoles {
  readonly own: readonly ParsedFile<Role>[];
  readonly texts: readonly FileText[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Of the entries of a role, this share and this many say the same as another role before the two count as one role twice. */
const nearlyAll = 0.8;
const fewestInCommon = 3;
/** A headline that more roles have is looked for in the first of them only: a thousand copies are not each compared with all others. */
const mostBearers = 20;

/** What can be used but is probably not as it was meant, and what files replace. Later files replace earlier ones. */
export function findWarnings({ own, texts, diagnostics }: ReadRoles, base: Pick<Catalogue, 'roles' | 'concepts'>): Diagnostic[] {
  const filesWith = (wanted: DiagnosticCode, key?: string) =>
    new Set(diagnostics.flatMap(({ code, name, file }) => (code === wanted && (key === undefined || key === name) ? [file] : [])));
  const emptied = filesWith('empty-section', 'duties');
  // Of two files in one folder neither replaces the other.
  const clashing = filesWith('duplicate-id');
  const roles = [...new Map([...base.roles, ...own.map(({ value }) => value)].map((role) => [role.id, role])).values()];
  return [
    ...findMissingTranslations(texts),
    ...own.flatMap(findPlaceholders),
    ...own.flatMap(({ file, value, locate }): Diagnostic[] =>
      value.duties === undefined && !emptied.has(file) ? [{ code: 'empty-section', file, ...locate(['id']), name: 'duties' }] : [],
    ),
    ...findNameWarnings(own, [...roles, ...base.concepts]),
    ...findNearDuplicates(own, roles),
    ...findReplaced(
      own.filter(({ file }) => !clashing.has(file)),
      base.roles,
    ),
  ];
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

// A file without any pair is in one language on purpose: that is said once.
function findMissingTranslations(texts: readonly FileText[]): Diagnostic[] {
  const paired = new Set(texts.flatMap(({ file, pair }) => (pair === undefined ? [] : [file])));
  const told = new Set<string>();
  return texts.flatMap(({ file, name, locate, pair }): Diagnostic[] => {
    if (pair !== undefined) return pair.ja === pair.en && japanese.test(pair.ja) ? [{ code: 'missing-translation', file, ...pair.locateEnglish(), name }] : [];
    if (paired.has(file)) return [{ code: 'missing-translation', file, ...locate(), name }];
    if (told.has(file)) return [];
    told.add(file);
    return [{ code: 'missing-translation', file, ...locate() }];
  });
}

/** Texts that `new` wrote as placeholders: 【…】. */
function findPlaceholders({ file, value, locate }: ParsedFile<Role>): Diagnostic[] {
  const walk = (part: unknown, path: Path): Diagnostic[] => {
    if (typeof part !== 'object' || part === null) return [];
    if ('ja' in part && typeof part.ja === 'string') {
      return /^【[^】]*】$/.test(part.ja) ? [{ code: 'placeholder', file, ...locate(path), name: String(path.at(-1)) }] : [];
    }
    return Object.entries(part).flatMap(([key, inner]) => walk(inner, [...path, Array.isArray(part) ? Number(key) : key]));
  };
  return walk(value, []);
}

/** Files most of whose headlines are those of one other role. */
function findNearDuplicates(own: readonly ParsedFile<Role>[], roles: readonly Role[]): Diagnostic[] {
  const bearers = new Map<string, string[]>();
  for (const role of roles) {
    for (const headline of headlinesOf(role).flat()) {
      const ids = bearers.get(headline) ?? [];
      if (ids.length < mostBearers && ids.at(-1) !== role.id) ids.push(role.id);
      bearers.set(headline, ids);
    }
  }
  return own.flatMap(({ file, value, locate }): Diagnostic[] => {
    const headlines = headlinesOf(value);
    const counts = new Map<string, number>();
    for (const spellings of headlines) {
      const ids = new Set(spellings.flatMap((headline) => bearers.get(headline) ?? []));
      for (const id of ids) if (id !== value.id) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const [nearest] = [...counts].toSorted(([, a], [, b]) => b - a);
    if (nearest === undefined) return [];
    const [other, common] = nearest;
    const isNear = common >= fewestInCommon && common >= headlines.length * nearlyAll;
    return isNear ? [{ code: 'near-duplicate', file, ...locate(['id']), name: value.id, other }] : [];
  });
}

/** The headlines of a role, each in every language, without what may be written in several ways. */
function headlinesOf(role: Role): string[][] {
  return sections.flatMap((section) => (role[section] ?? []).map(({ text }) => [...new Set(languages.map((language) => foldHeadline(text[language])))]));
}

function foldHeadline(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '');
}

/** Files whose role stands instead of another. One that is the same as the other replaces nothing. */
function findReplaced(own: readonly ParsedFile<Role>[], builtIn: readonly Role[]): Diagnostic[] {
  const last = new Map<string, { readonly role: Role; readonly file?: string }>(builtIn.map((role) => [role.id, { role }]));
  return own.flatMap(({ file, value, locate }): Diagnostic[] => {
    const replaced = last.get(value.id);
    last.set(value.id, { role: value, file });
    if (replaced === undefined || isDeepStrictEqual(replaced.role, value)) return [];
    const place = { file, ...locate(['id']), name: value.id };
    return [replaced.file === undefined ? { code: 'replaces-role', ...place } : { code: 'replaces-own', ...place, other: replaced.file }];
  });
}
