import type { BaseIssue, GenericSchema } from 'valibot';
import { getMetadata, safeParse } from 'valibot';
import { isAlias, isMap, isNode, isScalar, isSeq, visit } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import { cleanText } from '../clean.ts';
import type { Diagnostic, DiagnosticCode, Place } from './diagnostics.ts';
import { diagnosticCodes, severityOf, sortByPlace } from './diagnostics.ts';
import { isId, reservedKeys, suggestId } from '../catalogue/ids.ts';
import { offerNames } from '../catalogue/nearest.ts';
import type { FileText, ParseResult, Path, Reference } from './parsed-file.ts';
import type { SchemaMarks } from './schema-parts.ts';
import type { VocabularyMark } from '../catalogue/vocabularies.ts';
import { createPlaceFinder } from './line-and-column.ts';
import type { PlaceFinder } from './line-and-column.ts';
import { splitLexemes } from './lexemes.ts';
import { findSlips, mendSlips } from './slips.ts';
import type { SlipSearch } from './slips.ts';
import { findOpening } from './unclosed.ts';
import { isNothing, readYaml } from './yaml-document.ts';

/** The result for a file that cannot be looked into further. */
export function refuseFile(diagnostics: readonly Diagnostic[]): ParseResult<never> {
  return { parsed: undefined, diagnostics, references: [], texts: [], named: undefined };
}

/**
 * Reads one YAML text against a schema. Every problem is collected with its place. Where signs slipped that look like those of YAML, they are named, and
 * besides them only what is wrong once they are put right.
 */
export function parseYaml<Value>(text: string, file: string, schema: GenericSchema<unknown, Value>): ParseResult<Value> {
  if (text.trim() === '') return refuseFile([{ code: 'file-empty', file, line: 1, column: 1 }]);
  const at = createPlaceFinder(text);
  const read = readText(text, file, schema, at);
  if (read.faults.syntax === 0 && read.faults.errors === 0) return read.result;
  const lexemes = splitLexemes(text);
  const ways = new Map(slipSearches.map((search) => findSlips(lexemes, search)).map((slips) => [JSON.stringify(slips), slips]));
  const tried = [...ways.values()].flatMap((slips) => {
    if (slips.length === 0) return [];
    const mended = mendSlips(text, slips);
    const { result, faults } = readText(mended.text, file, schema, (from, end) => at(mended.toOld(from), end === undefined ? undefined : mended.toOld(end)));
    return faults.syntax < read.faults.syntax || (faults.syntax === read.faults.syntax && faults.errors < read.faults.errors)
      ? [{ slips, result, faults }]
      : [];
  });
  const [best] = tried.toSorted(({ faults: a }, { faults: b }) => a.syntax - b.syntax || a.errors - b.errors);
  if (best === undefined) return read.result;
  const named = best.slips.map(({ code, start, end, name, instead }): Diagnostic => ({
    code,
    file,
    ...at(start, end),
    name,
    expected: instead === '' ? 'nothing' : 'space',
  }));
  return { ...best.result, parsed: undefined, diagnostics: sortByPlace([...named, ...best.result.diagnostics]) };
}

const slipSearches = (['any', 'ascii'] as const).flatMap((keys) => (['wide', 'one', 'nothing'] as const).map((indent): SlipSearch => ({ indent, keys })));

/** What was read of a text, and how much is wrong: errors of YAML, and errors that are reported. */
interface ReadText<Value> {
  readonly result: ParseResult<Value>;
  readonly faults: { readonly syntax: number; readonly errors: number };
}

function readText<Value>(text: string, file: string, schema: GenericSchema<unknown, Value>, at: PlaceFinder): ReadText<Value> {
  const refuse = (diagnostics: readonly Diagnostic[], syntax = 1) => ({
    result: refuseFile(sortByPlace(diagnostics)),
    faults: { syntax, errors: diagnostics.length },
  });
  const read = readYaml(text);
  if ('tooDeep' in read) return refuse([{ code: 'yaml-too-deep', file, ...at(read.tooDeep) }]);

  const { document } = read;
  const locate = (path: Path): Place => placeOfNode(findNode(document, path), at);

  const syntax = checkSyntax(text, document, file, at);
  const structural = [...syntax, ...checkNodes(document, file, at)];
  // What an alias stands for is not looked at: a few of them can stand for very much.
  if (syntax.length > 0 || structural.some(({ code }) => code === 'yaml-alias')) return refuse(structural, document.errors.length);
  const { contents } = document;
  if (contents === null || isNothing(document)) return refuse([{ code: 'file-empty', file, line: 1, column: 1 }]);

  const { problems, references, texts } = walkTree(schema, contents, text, file, at);
  const result = safeParse(schema, document.toJS());
  const invalid = (result.issues ?? []).map((issue) => describeIssue(issue, document, file, locate));
  const distinct = new Map([...structural, ...problems, ...invalid].map((found) => [JSON.stringify(found), found]));
  const diagnostics = sortByPlace([...distinct.values()]);
  const id: unknown = document.get('id', true);
  return {
    result: {
      parsed: result.success ? { file, value: result.output, locate: createLocator(text, at) } : undefined,
      diagnostics,
      references,
      texts,
      named: isScalar(id) && typeof id.value === 'string' && isId(id.value) ? { file, id: id.value, locate: laterPlaceOf(id, at) } : undefined,
    },
    // A whole file with slips may be one text to the parser, without an error.
    faults: { syntax: isScalar(contents) ? 1 : 0, errors: diagnostics.filter((diagnostic) => severityOf(diagnostic) === 'error').length },
  };
}

// Whatever follows the first error is mostly its consequence.
function checkSyntax(text: string, { errors: [error] }: Document.Parsed, file: string, at: PlaceFinder): Diagnostic[] {
  if (error === undefined) return [];
  if (error.code === 'MULTIPLE_DOCS') return [{ code: 'yaml-multiple-documents', file, ...at(...error.pos) }];
  const opening = findOpening(text, error.pos[0]);
  if (opening === undefined) return [{ code: 'yaml-syntax', yamlCode: error.code, file, ...at(...error.pos) }];
  return [{ code: opening.code, file, ...at(opening.start, opening.end), name: opening.sign }];
}

function checkNodes(document: Document.Parsed, file: string, at: PlaceFinder): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (code: DiagnosticCode, node: Node, name: string) => {
    found.push({ code, file, ...placeOfNode(node, at), name });
  };
  visit(document, {
    // The parser's own check compares each key with every other.
    Map: (_, map) => {
      for (const { code, key, name, expected } of findRepeatedKeys(map))
        found.push({ code, file, ...placeOfNode(key, at), name, ...(expected === undefined ? {} : { expected }) });
    },
    Node: (_, node) => {
      if (isAlias(node)) report('yaml-alias', node, node.source);
      else if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) report('yaml-tag', node, node.tag);
    },
    Pair: (_, pair) => {
      const name = keyOf(pair);
      if (reservedKeys.has(name) && isNode(pair.key)) report('reserved-key', pair.key, name);
    },
  });
  return found;
}

interface RepeatedKey {
  readonly code: 'yaml-duplicate-key' | 'yaml-repeated-keys';
  readonly key: Node;
  readonly name: string;
  /** How many keys are repeated from here on. */
  readonly expected?: string;
}

/** Keys that stand twice in a map. Where several in a row do, as in a file that was pasted twice, they are one fault. */
function findRepeatedKeys({ items }: YAMLMap): RepeatedKey[] {
  const seen = new Set<string>();
  const runs: { readonly key: Node; readonly name: string; readonly names: Set<string> }[] = [];
  let isRun = false;
  for (const pair of items) {
    const name = keyOf(pair);
    const run = runs.at(-1);
    if (!seen.has(name)) isRun = false;
    else if (isRun && run !== undefined && !run.names.has(name)) run.names.add(name);
    else if (isNode(pair.key)) {
      runs.push({ key: pair.key, name, names: new Set([name]) });
      isRun = true;
    }
    seen.add(name);
  }
  const [pasted] = runs.filter(({ names }) => names.size > 1);
  return runs.flatMap(({ key, name, names }): RepeatedKey[] => {
    if (names.size === 1) return [{ code: 'yaml-duplicate-key', key, name }];
    // Pasted three times is still one fault.
    return names === pasted?.names ? [{ code: 'yaml-repeated-keys', key, name, expected: String(names.size) }] : [];
  });
}

function findNode(document: Document, path: Path): Node | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = document.getIn(path.slice(0, length), true);
    if (isNode(found)) return found;
  }
  return undefined;
}

function placeOfNode(node: Node | null | undefined, at: PlaceFinder): Place {
  return at(...spanOf(node));
}

/** The place of a node, without the node. */
function laterPlaceOf(node: Node | null | undefined, at: PlaceFinder): () => Place {
  const span = spanOf(node);
  return () => at(...span);
}

/** The whole of a value, but only the beginning of what holds others. */
function spanOf(node: Node | null | undefined): readonly [number, number] {
  const [start = 0, end = start] = node?.range ?? [];
  return [start, isScalar(node) || isAlias(node) || isEmptyList(node) ? end : start];
}

/**
 * What finds places in a text that was read, and holds nothing of its tree: that takes forty times as much memory as the text, and there may be thousands
 * of files. Made here, because a closure keeps whatever other closures of its function use.
 */
function createLocator(text: string, at: PlaceFinder): (path: Path) => Place {
  return (path) => placeOfNode(findNode(readAgain(text), path), at);
}

let lastRead: { readonly text: string; readonly document: Document } | undefined;

/** The tree of a text that was read before; the last one is kept, for places of one file are mostly asked for one after another. */
function readAgain(text: string): Document {
  if (lastRead?.text === text) return lastRead.document;
  const read = readYaml(text);
  if ('tooDeep' in read) throw new Error('a text that was read is too deep now');
  lastRead = { text, document: read.document };
  return read.document;
}

/** What of a valibot schema is needed to walk it beside a YAML tree. */
interface SchemaShape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaShape>>;
  readonly item?: SchemaShape;
  readonly wrapped?: SchemaShape;
  readonly getter?: (input: unknown) => SchemaShape;
  readonly key?: SchemaShape;
  readonly value?: SchemaShape;
}

interface Walk {
  readonly problems: Diagnostic[];
  readonly references: Reference[];
  readonly texts: FileText[];
}

// The tree is walked whether or not it holds to the schema, so that all of its problems are found at once. Besides, valibot
// reports only the first unknown key of an object, and takes a list for a map.
function walkTree(schema: GenericSchema, root: Node, source: string, file: string, at: PlaceFinder): Walk {
  const found: Walk = { problems: [], references: [], texts: [] };
  const walk = (shape: SchemaShape, node: unknown, path: Path): void => {
    const { vocabulary, unknown, localized, section, words } = getMetadata(shape as unknown as GenericSchema) as SchemaMarks;
    if (section === true && isEmptyList(node)) found.problems.push({ code: 'empty-section', file, ...placeOfNode(node, at), name: nameOf(path) });
    if (words === true && vocabulary === undefined) found.problems.push(...findLostEnd(node, source, file, nameOf(path), at));
    if (localized === true) found.texts.push(...readLocalized(node, file, nameOf(path), at));
    if (vocabulary !== undefined && unknown !== undefined) found.references.push(...readReference(node, file, { vocabulary, unknown }, at));
    if (shape.wrapped !== undefined) {
      walk(shape.wrapped, node, path);
    } else if (shape.getter !== undefined) {
      walk(shape.getter(isNode(node) ? node.toJSON() : node), node, path);
    } else if (shape.item !== undefined) {
      const { item } = shape;
      if (isSeq(node)) node.items.forEach((child, index) => walk(item, child, [...path, index]));
    } else if (shape.type === 'object' || shape.type === 'record') {
      if (isMap(node)) walkMap(shape, node.items, path);
      else if (isSeq(node))
        found.problems.push({ code: 'wrong-type', file, ...placeOfNode(node, at), ...(path.length === 0 ? {} : { name: nameOf(path) }), expected: 'map' });
    }
  };
  const walkMap = ({ entries, key, value }: SchemaShape, pairs: readonly Pair[], path: Path): void => {
    const seen = new Set<string>();
    for (const pair of pairs) {
      const name = keyOf(pair);
      if (reservedKeys.has(name) || seen.has(name)) continue;
      seen.add(name);
      const child = entries === undefined ? value : Object.hasOwn(entries, name) ? entries[name] : undefined;
      if (key !== undefined) walk(key, pair.key, path);
      if (child !== undefined) walk(child, pair.value, [...path, name]);
      else
        found.problems.push({
          code: 'unknown-key',
          file,
          ...placeOfNode(isNode(pair.key) ? pair.key : undefined, at),
          name,
          ...offerNames(name, Object.keys(entries ?? {})),
        });
    }
  };
  walk(schema, root, []);
  return found;
}

function isEmptyList(node: unknown): node is Node {
  return (isSeq(node) && node.items.length === 0) || (isScalar(node) && node.value === null);
}

/** A comment behind a text that stands without quotes: mostly it was to be the end of the text. One on a line of its own is if it stands deeper. */
function findLostEnd(node: unknown, source: string, file: string, name: string, at: PlaceFinder): Diagnostic[] {
  if (!isScalar(node) || node.type !== 'PLAIN' || typeof node.value !== 'string' || !node.range) return [];
  const [start, end] = node.range;
  const comment = /([ \t]+|[ \t]*\r?\n([ \t]+)(?=#\S))#[^\r\n]*/y;
  comment.lastIndex = end;
  const [whole = '', before = '', indent] = comment.exec(source) ?? [];
  if (whole === '') return [];
  const [outer] = /^[ -]*/.exec(source.slice(source.lastIndexOf('\n', start) + 1, start)) ?? [''];
  if (indent !== undefined && indent.length <= outer.length) return [];
  return [{ code: 'comment-in-text', file, ...at(end + before.length, end + whole.length), name }];
}

function readLocalized(node: unknown, file: string, name: string, at: PlaceFinder): FileText[] {
  if (isScalar(node) && typeof node.value === 'string') return [{ name, file, locate: laterPlaceOf(node, at), pair: undefined }];
  if (!isMap(node)) return [];
  const [ja, en] = [node.get('ja'), node.get('en')];
  if (typeof ja !== 'string' && typeof en !== 'string') return [];
  const pair = typeof ja === 'string' && typeof en === 'string' ? { ja, en, locateEnglish: laterPlaceOf(node.get('en', true), at) } : undefined;
  return [{ name, file, locate: laterPlaceOf(node, at), pair }];
}

function readReference(node: unknown, file: string, mark: VocabularyMark, at: PlaceFinder): Reference[] {
  if (!isScalar(node) || typeof node.value !== 'string') return [];
  const id = cleanText(node.value);
  return id === '' ? [] : [{ ...mark, id, file, locate: laterPlaceOf(node, at) }];
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

type Issue = BaseIssue<unknown>;

function describeIssue(issue: Issue, document: Document.Parsed, file: string, locate: (path: Path) => Place): Diagnostic {
  const wholePath = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  // valibot takes a list for a map: then the list itself is what is wrong.
  const list = wholePath.findIndex((key, index) => typeof key === 'string' && isSeq(findNode(document, wholePath.slice(0, index))));
  const path = list < 0 ? wholePath : wholePath.slice(0, list);
  const place = { file, ...locate(path), ...(path.length === 0 ? {} : { name: nameOf(path) }) };
  if (list >= 0) return { code: 'wrong-type', ...place, expected: 'map' };
  // What the whole file lacks stands in no line.
  if (issue.received === 'undefined') return { code: 'missing-key', ...(path.length > 1 ? place : { file, line: 1, column: 1, name: nameOf(path) }) };
  const code = diagnosticCodes.find((known) => known === issue.message) ?? 'wrong-type';
  if (issue.type === 'picklist') {
    const allowed = Array.from(String(issue.expected).matchAll(/[\w-]+/g), ([value]) => value);
    return { code, ...place, name: String(issue.input), ...offerNames(String(issue.input), allowed) };
  }
  if (code === 'wrong-type') return { code, ...place, expected: expectedType(issue) };
  if (code === 'outside-scale') return { code, ...place, expected: String(issue.expected) };
  if (code === 'invalid-id' || code === 'reserved-id') {
    const suggested = code === 'invalid-id' ? suggestId(String(issue.input)) : undefined;
    return { code, ...place, name: String(issue.input), ...(suggested === undefined ? {} : { nearest: [suggested] }) };
  }
  return { code, ...place };
}

/** The key at the end of a path; an entry of a list as `duties[1]`, counted from 1. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `${String(path.at(-2))}[${last + 1}]` : String(last);
}

function expectedType({ type, expected }: Issue): string {
  if (expected === 'Array') return 'list';
  if (expected === 'Object') return 'map';
  // What looks at a number more closely does not say what it expects.
  return expected ?? (type === 'integer' ? 'integer' : 'number');
}
