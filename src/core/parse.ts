import type { BaseIssue, GenericSchema } from 'valibot';
import { safeParse } from 'valibot';
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { Diagnostic, DiagnosticCode, Position } from './diagnostics.ts';
import { diagnosticCodes } from './diagnostics.ts';
import { reservedKeys } from './ids.ts';
import { offerNames } from './nearest.ts';
import { findTooDeep } from './yaml-depth.ts';

/** A data file that was read: its value, and where each part of it stands. */
export interface ParsedFile<Value> {
  readonly file: string;
  readonly value: Value;
  /** The place of a value, or of the nearest parent that exists. */
  readonly locate: (path: Path) => Position;
}

export type Path = readonly (string | number)[];

/** Either a value without a problem, or every problem found. */
export type ParseResult<Value> = { ok: true; parsed: ParsedFile<Value> } | { ok: false; diagnostics: readonly Diagnostic[] };

/**
 * Reads one YAML text against a schema.
 * Every problem is collected with its place; a text with a problem yields no value.
 */
export function parseYaml<Value>(text: string, file: string, schema: GenericSchema<unknown, Value>): ParseResult<Value> {
  if (text.trim() === '') return { ok: false, diagnostics: [{ code: 'file-empty', file, line: 1, column: 1 }] };
  const tooDeep = findTooDeep(text);
  if (tooDeep !== undefined) return { ok: false, diagnostics: [{ code: 'yaml-too-deep', file, ...tooDeep }] };

  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false });
  const at = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const locate = (path: Path): Position => at(findNode(document, path)?.range?.[0] ?? 0);

  const structural = [...checkSyntax(text, document, file, at), ...checkNodes(document, file, at)];
  if (structural.length > 0) return { ok: false, diagnostics: sortByPlace(structural) };
  if (document.contents === null) return { ok: false, diagnostics: [{ code: 'file-empty', file, line: 1, column: 1 }] };

  const unknown = findUnknownKeys(schema, document.contents, file, at);
  const result = safeParse(schema, document.toJS());
  if (result.success && unknown.length === 0) return { ok: true, parsed: { file, value: result.output, locate } };
  const invalid = (result.issues ?? []).map((issue) => describeIssue(issue, document, file, locate));
  const distinct = new Map([...unknown, ...invalid].map((found) => [JSON.stringify(found), found]));
  return { ok: false, diagnostics: sortByPlace([...distinct.values()]) };
}

/** By file, line and column, so that a reader goes through a file once. */
export function sortByPlace(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}

// Whatever follows the first error is mostly its consequence.
function checkSyntax(text: string, document: Document.Parsed, file: string, at: (offset: number) => Position): Diagnostic[] {
  const [error] = document.errors;
  if (error === undefined) return [];
  const place = { file, ...at(error.pos[0]) };
  if (error.code === 'MULTIPLE_DOCS') return [{ code: 'yaml-multiple-documents', ...place }];
  const fullWidth = /^[ \-]*(\u3000)|^[ \-]*[a-zA-Z]+(：)/m.exec(text);
  if (fullWidth === null) return [{ code: 'yaml-syntax', yamlCode: error.code, ...place }];
  const [found, space] = fullWidth;
  return [{ code: 'yaml-full-width', name: space ?? '：', file, ...at(fullWidth.index + found.length - 1) }];
}

function checkNodes(document: Document.Parsed, file: string, at: (offset: number) => Position): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (code: DiagnosticCode, node: Node, name?: string) => {
    found.push({ code, file, ...at(node.range?.[0] ?? 0), ...(name === undefined ? {} : { name }) });
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
    Pair: (_, { key }) => {
      if (isScalar(key) && typeof key.value === 'string' && reservedKeys.has(key.value)) report('reserved-key', key, key.value);
    },
  });
  return found;
}

function findNode(document: Document.Parsed, path: Path): Node | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(found)) return found;
  }
  return undefined;
}

/** What of a valibot schema is needed to walk it beside a YAML tree. */
interface SchemaShape {
  readonly entries?: Readonly<Record<string, SchemaShape>>;
  readonly item?: SchemaShape;
  readonly wrapped?: SchemaShape;
  readonly getter?: (input: unknown) => SchemaShape;
}

// valibot reports only the first unknown key of an object, so they are looked for here.
function findUnknownKeys(schema: GenericSchema, root: Node, file: string, at: (offset: number) => Position): Diagnostic[] {
  const found: Diagnostic[] = [];
  const walk = (shape: SchemaShape, node: unknown): void => {
    if (shape.wrapped !== undefined) {
      walk(shape.wrapped, node);
    } else if (shape.entries !== undefined && isMap(node)) {
      const { entries } = shape;
      for (const pair of node.items) {
        const key = keyOf(pair);
        const known = Object.hasOwn(entries, key) ? entries[key] : undefined;
        if (known !== undefined) walk(known, pair.value);
        else found.push({ code: 'unknown-key', file, ...at(startOf(pair)), name: key, ...offerNames(key, Object.keys(entries)) });
      }
    } else if (shape.item !== undefined && isSeq(node)) {
      for (const item of node.items) walk(shape.item, item);
    } else if (shape.getter !== undefined) {
      walk(shape.getter(isNode(node) ? node.toJSON() : node), node);
    }
  };
  walk(schema as unknown as SchemaShape, root);
  return found;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function startOf(pair: Pair): number {
  if (isNode(pair.key)) return pair.key.range?.[0] ?? 0;
  return isPair(pair) && isNode(pair.value) ? (pair.value.range?.[0] ?? 0) : 0;
}

type Issue = BaseIssue<unknown>;

function describeIssue(issue: Issue, document: Document.Parsed, file: string, locate: (path: Path) => Position): Diagnostic {
  const wholePath = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  // valibot takes a list for a map without keys: then the list itself is what is wrong.
  const parent = wholePath.slice(0, -1);
  const listForMap = issue.received === 'undefined' && isSeq(findNode(document, parent));
  const path = listForMap ? parent : wholePath;
  const place = { file, ...locate(path), ...(path.length === 0 ? {} : { name: nameOf(path) }) };
  if (listForMap) return { code: 'wrong-type', ...place, expected: 'map' };
  if (issue.received === 'undefined') return { code: 'missing-key', ...place };
  const code = diagnosticCodes.find((known) => known === issue.message) ?? 'wrong-type';
  if (code === 'invalid-value' && issue.type === 'picklist') {
    const allowed = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map(([, value]) => value ?? '');
    return { code, ...place, name: String(issue.input), ...offerNames(String(issue.input), allowed) };
  }
  if (code === 'wrong-type') return { code, ...place, expected: expectedType(issue.expected) };
  if (code === 'outside-scale') return { code, ...place, expected: issue.expected ?? '' };
  if (code === 'invalid-id') return { code, ...place, name: String(issue.input) };
  return { code, ...place };
}

/** The key at the end of a path; an entry of a list as `duties[1]`, counted from 1. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `${String(path.at(-2) ?? '')}[${last + 1}]` : String(last);
}

function expectedType(expected: string | null): string {
  if (expected === 'Array') return 'list';
  if (expected === 'Object') return 'map';
  return expected ?? 'text';
}
