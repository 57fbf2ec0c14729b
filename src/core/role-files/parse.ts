import type { BaseIssue, GenericSchema } from 'valibot';
import { getMetadata, safeParse } from 'valibot';
import { isAlias, isMap, isNode, isScalar, isSeq, visit } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { cleanText } from '../clean.ts';
import type { Diagnostic, DiagnosticCode, Place } from './diagnostics.ts';
import { diagnosticCodes, sortByPlace } from './diagnostics.ts';
import { isId, reservedKeys } from '../catalogue/ids.ts';
import { offerNames } from '../catalogue/nearest.ts';
import type { FileText, ParseResult, Path, Reference } from './parsed-file.ts';
import type { SchemaMarks } from './schema.ts';
import type { VocabularyMark } from '../catalogue/vocabularies.ts';
import { createPlaceFinder } from './line-and-column.ts';
import type { PlaceFinder } from './line-and-column.ts';
import { readYaml } from './yaml-document.ts';

/** The result for a file that cannot be looked into further. */
export function refuseFile(diagnostics: readonly Diagnostic[]): ParseResult<never> {
  return { parsed: undefined, diagnostics, references: [], texts: [], named: undefined };
}

/** Reads one YAML text against a schema. Every problem is collected with its place. */
export function parseYaml<Value>(text: string, file: string, schema: GenericSchema<unknown, Value>): ParseResult<Value> {
  const empty: Diagnostic = { code: 'file-empty', file, line: 1, column: 1 };
  if (text.trim() === '') return refuseFile([empty]);
  const at = createPlaceFinder(text);
  const read = readYaml(text);
  if ('tooDeep' in read) return refuseFile([{ code: 'yaml-too-deep', file, ...at(read.tooDeep) }]);

  const { document } = read;
  const locate = (path: Path): Place => placeOfNode(findNode(document, path), at);

  const syntax = checkSyntax(text, document, file, at);
  const structural = [...syntax, ...checkNodes(document, file, at)];
  // What an alias stands for is not looked at: a few of them can stand for very much.
  if (syntax.length > 0 || structural.some(({ code }) => code === 'yaml-alias')) return refuseFile(sortByPlace(structural));
  if (document.contents === null) return refuseFile([empty]);

  const { problems, references, texts } = walkTree(schema, document.contents, file, at);
  const result = safeParse(schema, document.toJS());
  const invalid = (result.issues ?? []).map((issue) => describeIssue(issue, document, file, locate));
  const distinct = new Map([...structural, ...problems, ...invalid].map((found) => [JSON.stringify(found), found]));
  const id: unknown = document.get('id', true);
  return {
    parsed: result.success ? { file, value: result.output, locate } : undefined,
    diagnostics: sortByPlace([...distinct.values()]),
    references,
    texts,
    named: isScalar(id) && typeof id.value === 'string' && isId(id.value) ? { file, id: id.value, locate: () => placeOfNode(id, at) } : undefined,
  };
}

// Whatever follows the first error is mostly its consequence.
function checkSyntax(text: string, document: Document.Parsed, file: string, at: PlaceFinder): Diagnostic[] {
  const [error] = document.errors;
  // A whole file with full-width colons is one text to the parser, without an error.
  if (error === undefined && !isScalar(document.contents)) return [];
  if (error?.code === 'MULTIPLE_DOCS') return [{ code: 'yaml-multiple-documents', file, ...at(...error.pos) }];
  const fullWidth = /^[ \-]*(\u3000)|^[ \-]*[a-zA-Z]+(：)/m.exec(text);
  if (fullWidth === null) return error === undefined ? [] : [{ code: 'yaml-syntax', yamlCode: error.code, file, ...at(...error.pos) }];
  const [found, space] = fullWidth;
  const end = fullWidth.index + found.length;
  return [{ code: 'yaml-full-width', name: space ?? '：', file, ...at(end - 1, end) }];
}

function checkNodes(document: Document.Parsed, file: string, at: PlaceFinder): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (code: DiagnosticCode, node: Node, name: string) => {
    found.push({ code, file, ...placeOfNode(node, at), name });
  };
  visit(document, {
    // The parser's own check compares each key with every other.
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const pair of map.items) {
        const name = keyOf(pair);
        if (seen.has(name) && isNode(pair.key)) report('yaml-duplicate-key', pair.key, name);
        seen.add(name);
      }
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

function findNode(document: Document, path: Path): Node | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = document.getIn(path.slice(0, length), true);
    if (isNode(found)) return found;
  }
  return undefined;
}

/** The whole of a value, but only the beginning of what holds others. */
function placeOfNode(node: Node | null | undefined, at: PlaceFinder): Place {
  const [start = 0, end = start] = node?.range ?? [];
  return at(start, isScalar(node) || isAlias(node) || isEmptyList(node) ? end : start);
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
function walkTree(schema: GenericSchema, root: Node, file: string, at: PlaceFinder): Walk {
  const found: Walk = { problems: [], references: [], texts: [] };
  const walk = (shape: SchemaShape, node: unknown, path: Path): void => {
    const { vocabulary, unknown, localized, section } = getMetadata(shape as unknown as GenericSchema) as SchemaMarks;
    if (section === true && isEmptyList(node)) found.problems.push({ code: 'empty-section', file, ...placeOfNode(node, at), name: nameOf(path) });
    if (localized === true) found.texts.push(...readText(node, file, nameOf(path), at));
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

function readText(node: unknown, file: string, name: string, at: PlaceFinder): FileText[] {
  if (isScalar(node) && typeof node.value === 'string') return [{ name, file, locate: () => placeOfNode(node, at), pair: undefined }];
  if (!isMap(node)) return [];
  const [ja, en] = [node.get('ja'), node.get('en')];
  if (typeof ja !== 'string' && typeof en !== 'string') return [];
  const pair = typeof ja === 'string' && typeof en === 'string' ? { ja, en, locateEnglish: () => placeOfNode(node.get('en', true), at) } : undefined;
  return [{ name, file, locate: () => placeOfNode(node, at), pair }];
}

function readReference(node: unknown, file: string, mark: VocabularyMark, at: PlaceFinder): Reference[] {
  if (!isScalar(node) || typeof node.value !== 'string') return [];
  const id = cleanText(node.value);
  return id === '' ? [] : [{ ...mark, id, file, locate: () => placeOfNode(node, at) }];
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
  if (code === 'invalid-id' || code === 'reserved-id') return { code, ...place, name: String(issue.input) };
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
