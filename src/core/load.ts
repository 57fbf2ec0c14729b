import { closeSync, constants, fstatSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { GenericSchema } from 'valibot';
import type { Diagnostic } from './diagnostics.ts';
import { BackofficeError, fileProblemOf } from './errors.ts';
import type { Catalogue, Concept, Role } from './model.ts';
import type { ParsedFile } from './parse.ts';
import { parseYaml, sortByPlace } from './parse.ts';
import { checkAvoidances, checkConcept, checkGuideTopic, checkRole, checkDimensions, checkItems, checkSources, checkSurvey } from './references.ts';
import type { Referable, ReferenceContext } from './references.ts';
import {
  avoidancesSchema,
  conceptsSchema,
  constantsSchema,
  dimensionsSchema,
  facetsSchema,
  guideTopicSchema,
  itemsSchema,
  readingsSchema,
  responseScaleSchema,
  roleSchema,
  sourcesSchema,
  surveySchema,
  topicsSchema,
} from './schema.ts';

/** A role file holds some 20 kB; what is larger than this is no role file. */
const largestFile = 500_000;

/** A catalogue, or every problem that kept it from being made. */
export type LoadResult = { ok: true; catalogue: Catalogue } | { ok: false; diagnostics: readonly Diagnostic[] };

/**
 * Reads a whole data folder (`roles/`, `guide/`, vocabularies, concepts) into a catalogue.
 * @throws BackofficeError `data-folder` when a folder cannot be read.
 */
export function loadDataFolder(folder: string): LoadResult {
  const reader = createReader();
  const facets = reader.read(join(folder, 'facets.yaml'), facetsSchema);
  const topics = reader.read(join(folder, 'topics.yaml'), topicsSchema);
  const sources = reader.read(join(folder, 'sources.yaml'), sourcesSchema);
  const readings = reader.read(join(folder, 'readings.yaml'), readingsSchema);
  const survey = reader.read(join(folder, 'measures.yaml'), surveySchema);
  const dimensions = reader.read(join(folder, 'quiz', 'dimensions.yaml'), dimensionsSchema);
  const items = reader.read(join(folder, 'quiz', 'items.yaml'), itemsSchema);
  const responses = reader.read(join(folder, 'quiz', 'scale.yaml'), responseScaleSchema);
  const avoidances = reader.read(join(folder, 'quiz', 'avoidances.yaml'), avoidancesSchema);
  const constants = reader.read(join(folder, 'quiz', 'constants.yaml'), constantsSchema);
  const concepts = reader.read(join(folder, 'concepts.yaml'), conceptsSchema);
  const roles = reader.readFolder(join(folder, 'roles'), roleSchema);
  const guide = reader.readFolder(join(folder, 'guide'), guideTopicSchema);
  if (facets === undefined || topics === undefined || sources === undefined || readings === undefined || survey === undefined || concepts === undefined)
    return reader.refuse();
  if (dimensions === undefined || items === undefined || responses === undefined || avoidances === undefined || constants === undefined) return reader.refuse();

  const fit = { ...constants.value, ...dimensions.value, ...items.value, ...responses.value, ...avoidances.value };
  const vocabulary = { ...facets.value, ...topics.value, ...sources.value, survey: survey.value, fit };
  const conceptFiles = concepts.value.concepts.map((value, index): ParsedFile<Concept> => ({
    ...concepts,
    value,
    locate: (path) => concepts.locate(['concepts', index, ...path]),
  }));
  const failed = reader.failedIds.map((id) => ({ id, labels: [] }));
  const context: ReferenceContext = {
    ...vocabulary,
    subjects: [...[...roles, ...conceptFiles].map(({ value }) => refer(value)), ...failed],
    guide: [...guide.map(({ value }) => ({ id: value.id, labels: Object.values(value.title) })), ...failed],
  };
  reader.add([
    ...checkSources(sources),
    ...checkSurvey(survey, context),
    ...checkDimensions(dimensions, context),
    ...checkItems(items, context),
    ...checkAvoidances(avoidances, context),
    ...roles.flatMap((role) => [...checkFileName(role), ...checkRole(role, context)]),
    ...conceptFiles.flatMap((concept) => checkConcept(concept, context)),
    ...guide.flatMap((topic) => [...checkFileName(topic), ...checkGuideTopic(topic, context)]),
    ...checkDuplicates([...roles, ...conceptFiles], () => folder),
  ]);
  if (reader.diagnostics.length > 0) return reader.refuse();
  return {
    ok: true,
    catalogue: {
      schemaVersion: 1,
      updated: vocabulary.updated,
      resources: vocabulary.resources,
      families: vocabulary.families,
      facets: vocabulary.facets,
      topics: vocabulary.topics,
      sources: vocabulary.sources,
      readings: readings.value.readings,
      survey: vocabulary.survey,
      fit,
      roles: sortByOrder(roles.map(({ value }) => value)),
      concepts: conceptFiles.map(({ value }) => value),
      guide: sortByOrder(guide.map(({ value }) => value)),
    },
  };
}

/** A catalogue with a person's own roles: those of every file without a problem, and the problems of the others. */
export interface OwnRoles {
  readonly ok: boolean;
  readonly catalogue: Catalogue;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads folders of a person's own role files over a catalogue.
 * A file with the id of an existing role replaces that role, and a later folder's file an earlier one's.
 * @throws BackofficeError `data-folder` when a folder cannot be read or holds no YAML file.
 */
export function loadRoleFolders(folders: readonly string[], base: Catalogue): OwnRoles {
  return loadRoleFiles(folders.flatMap(listRoleFiles), base);
}

/**
 * The role files of a folder.
 * @throws BackofficeError `data-folder` when the folder cannot be read or holds no YAML file.
 */
export function listRoleFiles(folder: string): string[] {
  const names = listYaml(folder);
  if (names.length === 0) throw new BackofficeError({ code: 'data-folder', path: folder, reason: 'no-role-files' });
  return names.map((name) => join(folder, name));
}

/** Reads a person's own role files over a catalogue, as `loadRoleFolders` does. */
export function loadRoleFiles(files: readonly string[], base: Catalogue): OwnRoles {
  const reader = createReader();
  const own = files.map((file) => reader.read(file, roleSchema)).filter((parsed) => parsed !== undefined);
  const context: ReferenceContext = {
    ...base,
    subjects: [...[...base.roles, ...base.concepts, ...own.map(({ value }) => value)].map(refer), ...reader.failedIds.map((id) => ({ id, labels: [] }))],
    guide: [],
  };
  reader.add([
    ...own.flatMap((role) => [...checkFileName(role), ...checkRole(role, context)]),
    // In another folder it replaces the first.
    ...checkDuplicates(own, dirname),
    ...own.filter(({ value }) => base.concepts.some(({ id }) => id === value.id)).map((role) => duplicateId(role)),
  ]);
  const { diagnostics } = reader;
  const bad = new Set(diagnostics.map(({ file }) => file));
  const good = own.filter(({ file }) => !bad.has(file)).map(({ value }) => value);
  const roles = new Map(base.roles.map((role) => [role.id, role]));
  for (const role of good) {
    // What replaces a role takes its place in lists, unless it says another.
    const order = role.order ?? roles.get(role.id)?.order;
    roles.set(role.id, order === undefined ? role : { ...role, order });
  }
  return { ok: diagnostics.length === 0, catalogue: { ...base, roles: sortByOrder([...roles.values()]) }, diagnostics: sortByPlace(diagnostics) };
}

interface Reader {
  readonly diagnostics: readonly Diagnostic[];
  /** What the ids of files with a problem ought to be: others may rightly name them. */
  readonly failedIds: readonly string[];
  add(found: readonly Diagnostic[]): void;
  read<Value>(file: string, schema: GenericSchema<unknown, Value>): ParsedFile<Value> | undefined;
  readFolder<Value>(folder: string, schema: GenericSchema<unknown, Value>): ParsedFile<Value>[];
  refuse(): LoadResult;
}

function createReader(): Reader {
  const diagnostics: Diagnostic[] = [];
  const failedIds: string[] = [];
  const read = <Value>(file: string, schema: GenericSchema<unknown, Value>): ParsedFile<Value> | undefined => {
    const source = readText(file);
    const result = typeof source === 'string' ? parseYaml(source, file, schema) : { ok: false as const, diagnostics: [source] };
    if (result.ok) return result.parsed;
    for (const found of result.diagnostics) diagnostics.push(found);
    failedIds.push(basename(file, extname(file)));
    return undefined;
  };
  return {
    diagnostics,
    failedIds,
    add: (found) => {
      for (const diagnostic of found) diagnostics.push(diagnostic);
    },
    read,
    readFolder: (folder, schema) =>
      listYaml(folder)
        .map((name) => read(join(folder, name), schema))
        .filter((parsed) => parsed !== undefined),
    refuse: () => ({ ok: false, diagnostics: sortByPlace(diagnostics) }),
  };
}

function listYaml(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^[^.].*\.ya?ml$/i.test(name))
      .sort();
  } catch (error) {
    const reason = fileProblemOf(error);
    if (reason === undefined) throw error;
    throw new BackofficeError({ code: 'data-folder', path: folder, reason });
  }
}

/** The text of a file, or what keeps it from being one. */
function readText(file: string): string | Diagnostic {
  const place = { file, line: 1, column: 1 };
  let bytes: Buffer;
  try {
    // Opening a pipe would wait for somebody to write into it.
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = fstatSync(descriptor);
      if (!status.isFile()) return { code: 'file-unreadable', ...place, expected: status.isDirectory() ? 'is-a-folder' : 'not-a-file' };
      if (status.size > largestFile) return { code: 'file-too-large', ...place, expected: String(largestFile) };
      bytes = readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const reason = fileProblemOf(error);
    if (reason === undefined) throw error;
    return { code: 'file-unreadable', ...place, expected: reason };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { code: 'file-not-text', ...place } : text;
  } catch (error) {
    if (error instanceof TypeError) return { code: 'file-not-text', ...place };
    throw error;
  }
}

function checkFileName({ file, value, locate }: ParsedFile<{ id: string }>): Diagnostic[] {
  const expected = basename(file, extname(file));
  return expected === value.id ? [] : [{ code: 'file-name', file, ...locate(['id']), name: value.id, expected }];
}

/** The same id twice in a scope. */
function checkDuplicates(files: readonly ParsedFile<{ id: string }>[], scopeOf: (file: string) => string): Diagnostic[] {
  const seen = new Set<string>();
  return files.flatMap((parsed) => {
    const key = JSON.stringify([scopeOf(parsed.file), parsed.value.id]);
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown ? [duplicateId(parsed)] : [];
  });
}

function duplicateId({ file, value, locate }: ParsedFile<{ id: string }>): Diagnostic {
  return { code: 'duplicate-id', file, ...locate(['id']), name: value.id };
}

function refer({ id, name, aliases = [] }: Role | Concept): Referable {
  return { id, labels: [...Object.values(name), ...aliases] };
}

function sortByOrder<Item extends { readonly order?: number }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0);
}
