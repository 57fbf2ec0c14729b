import { basename, dirname, extname, join, resolve } from 'node:path';
import type { GenericSchema, InferOutput } from 'valibot';
import { isId } from '../catalogue/ids.ts';
import { addRoles, sortByOrder } from '../catalogue/queries.ts';
import type { Diagnostic } from './diagnostics.ts';
import { keepWorst, severityOf, sortByPlace } from './diagnostics.ts';
import { listRoleFiles, listYaml, readText } from './files.ts';
import type { Catalogue, Concept, Role } from '../catalogue/model.ts';
import { parseYaml, refuseFile } from './parse.ts';
import type { FileText, NamedFile, ParsedFile, ParseResult, Reference } from './parsed-file.ts';
import { checkConcept, checkLabourMarket, checkLists, checkReferences, checkResponses, checkRole, checkSurvey, listVocabularies } from './references.ts';
import type { Referable } from './references.ts';
import { fileKinds, roleSchema } from './schema.ts';
import type { DataFileKind } from './schema.ts';
import { findWarnings } from './warnings.ts';
import type { ReadRoles } from './warnings.ts';

/** A catalogue, or every problem that kept it from being made. */
export type LoadResult = { ok: true; catalogue: Catalogue } | { ok: false; diagnostics: readonly Diagnostic[] };

/**
 * Reads a whole data folder (`roles/`, `guide/`, vocabularies, concepts) into a catalogue. Warnings refuse it, too: of what is
 * shipped, nothing may be other than it was meant.
 * @throws BackofficeError `data-folder` when a folder cannot be read.
 */
export function loadDataFolder(folder: string): LoadResult {
  const reader = createReader();
  const read = readKinds(reader, folder);
  if (read === undefined) return reader.refuse();
  const { role: roles, guide, concepts, facets, topics, sources, readings, synonyms, measures: survey, 'labour-market': labourMarket } = read;
  const quiz = { dimensions: read['quiz-dimensions'], items: read['quiz-items'], avoidances: read['quiz-avoidances'] };
  const responses = read['quiz-scale'];

  const fit = { ...read['quiz-constants'].value, ...quiz.dimensions.value, ...quiz.items.value, ...responses.value, ...quiz.avoidances.value };
  const vocabulary = { ...facets.value, ...topics.value, ...sources.value, survey: survey.value, labourMarket: labourMarket.value, fit };
  const conceptFiles = concepts.value.concepts.map((value, index): ParsedFile<Concept> => ({
    ...concepts,
    value,
    locate: (path) => concepts.locate(['concepts', index, ...path]),
  }));
  const failed = reader.failedIds.map((id) => ({ id, labels: [] }));
  const subjects = [...[...roles, ...conceptFiles].map(({ value }) => refer(value)), ...failed];
  const topicsOfGuide = [...guide.map(({ value }) => ({ id: value.id, labels: Object.values(value.title) })), ...failed];
  reader.add([
    ...checkReferences(reader.references, listVocabularies(vocabulary, subjects, topicsOfGuide)),
    ...[facets, topics, sources, survey, ...Object.values(quiz)].flatMap(checkLists),
    ...checkSurvey(survey),
    ...checkLabourMarket(labourMarket),
    ...checkResponses(responses),
    ...reader.named.flatMap(checkFileName),
    ...roles.flatMap((role) => checkRole(role, vocabulary)),
    ...conceptFiles.flatMap(checkConcept),
    ...checkDuplicates([...roles, ...conceptFiles].map(nameParsed), () => folder),
  ]);
  reader.add(findWarnings({ own: roles, texts: reader.texts, diagnostics: reader.diagnostics }, { roles: [], concepts: concepts.value.concepts }));
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
      synonyms: synonyms.value.synonyms,
      survey: vocabulary.survey,
      labourMarket: vocabulary.labourMarket,
      fit,
      roles: sortByOrder(roles.map(({ value }) => value)),
      concepts: conceptFiles.map(({ value }) => value),
      guide: sortByOrder(guide.map(({ value }) => value)),
    },
  };
}

/** What the files of each kind hold: one file, or where a kind has a folder those of it that could be read. */
type DataFiles = {
  readonly [Kind in DataFileKind as Kind['name']]: Kind['files'] extends `${string}*${string}`
    ? readonly ParsedFile<InferOutput<Kind['schema']>>[]
    : ParsedFile<InferOutput<Kind['schema']>>;
};

/** Reads every kind of data file; undefined when one of the single files has a problem. */
function readKinds(reader: Reader, folder: string): DataFiles | undefined {
  const read = fileKinds.map(({ name, files, schema }: { name: string; files: string; schema: GenericSchema }) => {
    const path = join(folder, files);
    return [name, files.includes('*') ? reader.readFolder(dirname(path), schema) : reader.read(path, schema)] as const;
  });
  // Each value comes from the schema of its name.
  return read.some(([, found]) => found === undefined) ? undefined : (Object.fromEntries(read) as unknown as DataFiles);
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

/** Reads a person's own role files over a catalogue, as `loadRoleFolders` does. */
export function loadRoleFiles(files: readonly string[], base: Catalogue): OwnRoles {
  const { own, diagnostics: found } = readRoleFiles(files, base);
  const diagnostics = found.filter((diagnostic) => severityOf(diagnostic) === 'error');
  const bad = new Set(diagnostics.map(({ file }) => file));
  const roles = own.flatMap(({ file, value }) => (bad.has(file) ? [] : [value]));
  return { ok: diagnostics.length === 0, catalogue: addRoles(base, roles), diagnostics: keepWorst(diagnostics) };
}

/** Reads role files that may name each other and the roles of a catalogue. */
export function readRoleFiles(files: readonly string[], base: Catalogue): ReadRoles {
  const reader = createReader();
  const own = files.map((file) => reader.read(file, roleSchema)).filter((parsed) => parsed !== undefined);
  const subjects = [...[...base.roles, ...base.concepts, ...own.map(({ value }) => value)].map(refer), ...reader.failedIds.map((id) => ({ id, labels: [] }))];
  reader.add([
    ...checkReferences(reader.references, listVocabularies(base, subjects, [])),
    ...reader.named.flatMap(checkFileName),
    ...own.flatMap((role) => checkRole(role, base)),
    // In another folder it replaces the first.
    ...checkDuplicates(reader.named, (file) => dirname(resolve(file))),
    ...reader.named.filter(({ id }) => base.concepts.some((concept) => concept.id === id)).map(duplicateId),
  ]);
  return { own, texts: reader.texts, diagnostics: reader.diagnostics };
}

interface Reader {
  readonly diagnostics: readonly Diagnostic[];
  /** What the ids of files with a problem ought to be: others may rightly name them. */
  readonly failedIds: readonly string[];
  /** Of all files, also of those with a problem. */
  readonly named: readonly NamedFile[];
  readonly references: readonly Reference[];
  readonly texts: readonly FileText[];
  add(found: readonly Diagnostic[]): void;
  read<Value>(file: string, schema: GenericSchema<unknown, Value>): ParsedFile<Value> | undefined;
  readFolder<Value>(folder: string, schema: GenericSchema<unknown, Value>): ParsedFile<Value>[];
  refuse(): LoadResult;
}

function createReader(): Reader {
  const diagnostics: Diagnostic[] = [];
  const failedIds: string[] = [];
  const named: NamedFile[] = [];
  const references: Reference[] = [];
  const texts: FileText[] = [];
  const read = <Value>(file: string, schema: GenericSchema<unknown, Value>): ParsedFile<Value> | undefined => {
    const source = readText(file);
    const result: ParseResult<Value> = typeof source === 'string' ? parseYaml(source, file, schema) : refuseFile([source]);
    addAll(diagnostics, result.diagnostics);
    addAll(references, result.references);
    addAll(texts, result.texts);
    if (result.named !== undefined) named.push(result.named);
    const wanted = basename(file, extname(file));
    if (result.parsed === undefined && isId(wanted)) failedIds.push(wanted);
    return result.parsed;
  };
  return {
    diagnostics,
    failedIds,
    named,
    references,
    texts,
    add: (found) => addAll(diagnostics, found),
    read,
    readFolder: (folder, schema) =>
      listYaml(folder)
        .map((name) => read(join(folder, name), schema))
        .filter((parsed) => parsed !== undefined),
    refuse: () => ({ ok: false, diagnostics: sortByPlace(diagnostics) }),
  };
}

// Not `push(...items)`: a file may have more problems than a call takes arguments.
function addAll<Item>(list: Item[], items: readonly Item[]): void {
  for (const item of items) list.push(item);
}

function nameParsed({ file, value, locate }: ParsedFile<{ id: string }>): NamedFile {
  return { file, id: value.id, locate: () => locate(['id']) };
}

function checkFileName({ file, id, locate }: NamedFile): Diagnostic[] {
  const expected = basename(file, extname(file));
  // `IR` and `steps (1)` are names of files that no id can be.
  return expected === id ? [] : [{ code: 'file-name', file, ...locate(), name: id, ...(isId(expected) ? { expected } : {}) }];
}

/** The same id twice in a scope. */
function checkDuplicates(files: readonly NamedFile[], scopeOf: (file: string) => string): Diagnostic[] {
  const seen = new Set<string>();
  return files.flatMap((named) => {
    const key = JSON.stringify([scopeOf(named.file), named.id]);
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown ? [duplicateId(named)] : [];
  });
}

function duplicateId({ file, id, locate }: NamedFile): Diagnostic {
  return { code: 'duplicate-id', file, ...locate(), name: id };
}

function refer({ id, name, aliases = [], relatedTitles = [] }: Role | Concept): Referable {
  return { id, labels: [...Object.values(name), ...aliases, ...relatedTitles] };
}
