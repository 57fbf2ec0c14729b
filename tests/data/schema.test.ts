import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import type { GenericSchema } from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { buildJsonSchemas } from '../../src/build/json-schemas.ts';
import { severityOf } from '../../src/core/role-files/diagnostics.ts';
import { parseYaml } from '../../src/core/role-files/parse.ts';
import { checkReferences, checkRole, listVocabularies } from '../../src/core/role-files/references.ts';
import { fileKinds, roleSchema } from '../../src/core/role-files/schema.ts';
import { loadCatalogue } from '../../src/index.ts';

const folder = fileURLToPath(new URL('../../data', import.meta.url));
const catalogue = loadCatalogue();
const schemas = buildJsonSchemas(catalogue);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

const read = (file: string) => readFileSync(join(folder, file), 'utf8');

interface Kind {
  readonly name: string;
  readonly files: string;
  readonly schema: GenericSchema;
}

function kindOf(file: string): Kind {
  const kind = fileKinds.find((candidate) => [file, join(dirname(file), '*.yaml')].includes(candidate.files));
  if (kind === undefined) throw new Error(`data/${file} has no schema`);
  return kind;
}

// The words for editors are no keywords of JSON Schema.
const ajv = new Ajv({ strictTypes: false });
ajv.addVocabulary(['enumDescriptions']);
const validators = new Map<string, ValidateFunction>(fileKinds.map(({ name }) => [name, ajv.compile(JSON.parse(read(`schema/${name}.json`)) as object)]));

describe('data/schema/', () => {
  it('is what `npm run schema` makes of the validator and the catalogue', () => {
    expect(readdirSync(join(folder, 'schema')).sort()).toEqual(fileKinds.map(({ name }) => `${name}.json`).sort());
    for (const [name, schema] of schemas)
      expect(JSON.parse(read(`schema/${name}.json`)), `${name}: npm run schema`).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('has a schema for every data file', () => {
    expect(new Set(files.map((file) => kindOf(file).name))).toEqual(new Set(fileKinds.map(({ name }) => name)));
  });

  it('offers the ids of the vocabularies, with their names', () => {
    const text = read('schema/role.json');
    const { fit, survey, facets, topics } = catalogue;
    for (const { id, label } of [...facets, ...topics, ...fit.dimensions, ...fit.avoidances, ...survey.measures]) {
      expect(text).toContain(JSON.stringify(id));
      expect(text).toContain(JSON.stringify(`${label.ja} / ${label.en}`));
    }
  });
});

describe.each(files)('%s', (file) => {
  const { name } = kindOf(file);
  it('names its schema in the first line, for editors', () => {
    expect(read(file).split('\n')[0]).toBe(`# yaml-language-server: $schema=${relative(dirname(file), `schema/${name}.json`)}`);
  });
  it('is valid by the schema, as an independent validator sees it', () => {
    const validate = validators.get(name);
    expect(validate?.(parse(read(file))), JSON.stringify(validate?.errors)).toBe(true);
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value) ? value.map((item: unknown, index) => [index, item]) : Object.entries(value);
  return [path, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

/** A document with the value at a path changed; `undefined` takes it out. */
function change(value: unknown, [key, ...rest]: Path, make: (old: unknown) => unknown): unknown {
  if (key === undefined) return make(value);
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => (index === key ? [change(item, rest, make)].filter((made) => made !== undefined) : [item]));
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([name, item]: [string, unknown]) => {
      const made = name === key ? change(item, rest, make) : item;
      return made === undefined ? [] : [[name, made]];
    }),
  );
}

const strays = ['x', '', ' ', 'desk-wrok', 'constructor', 'Not An Id', 5, -1, 0.5, 1e9, true, null, [], {}, ['x'], [5], { x: 1 }, { ja: 'x' }, { ja: '' }];
const mutations: readonly [string, (old: unknown) => unknown][] = [
  ['taken out', () => undefined],
  ...strays.map((stray): [string, () => unknown] => [JSON.stringify(stray), () => stray]),
  ['with another key', (old) => (typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, extra: 1 } : [old, old])],
  ['twice in a list', (old) => (Array.isArray(old) ? [...(old as unknown[]), ...(old as unknown[])] : [old])],
  ['in other letters', (old) => (typeof old === 'string' ? old.toUpperCase() : old)],
];

/** Errors that our validator finds: what a schema can say, not how parts of a file go together. */
function findErrors(file: string, document: unknown): string[] {
  const kind = kindOf(file);
  const text = stringify(document ?? null, { aliasDuplicateObjects: false });
  const { diagnostics, references } = parseYaml(text, file, kind.schema);
  // Own roles may name each other: a schema cannot know which there are.
  const subjects = references.filter(({ vocabulary }) => vocabulary === 'subjects').map(({ id }) => ({ id, labels: [] }));
  const guide = catalogue.guide.map(({ id }) => ({ id, labels: [] }));
  const role = kind.name === 'role' ? parseYaml(text, file, roleSchema).parsed : undefined;
  const within = role === undefined ? [] : checkRole(role, catalogue).filter(({ code }) => code === 'outside-scale' || code === 'unknown-reference');
  return [...diagnostics, ...checkReferences(references, listVocabularies(catalogue, subjects, guide)), ...within]
    .filter((diagnostic) => severityOf(diagnostic) === 'error')
    .map(({ code, name }) => `${code} ${name ?? ''}`);
}

describe('a changed data file', () => {
  const documents = new Map(files.map((file) => [file, parse(read(file)) as unknown]));
  const paths = new Map([...documents].map(([file, document]) => [file, pathsOf(document)]));

  it('is refused by our validator and by the schema, or by neither', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.constantFrom(...mutations), (file, place, [name, mutate]) => {
        const all = paths.get(file) ?? [];
        const path = all[place % all.length] ?? [];
        // YAML has no document that is not there.
        const changed = change(documents.get(file), path, mutate) ?? null;
        const validate = validators.get(kindOf(file).name);
        const errors = findErrors(file, changed);
        const isValid = validate?.(changed);
        if (errors.length > 0) refused += 1;
        expect({ file, path, name, refused: errors.length > 0, errors, reasons: validate?.errors }).toMatchObject({ refused: isValid === false });
      }),
      { numRuns: 400 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it.each<[string, (text: string) => string]>([
    ['a key that there is not', (text) => `${text}demerit: []\n`],
    ['a facet that there is not', (text) => text.replace('[desk-work,', '[desk-wrok,')],
    ['a figure beyond its scale', (text) => text.replace(/sitting: [\d.]+/, 'sitting: 9')],
    ['a figure that there is not', (text) => text.replace('sitting:', 'siting:')],
    ['no summary', (text) => text.replace(/^summary:\n.*\n.*\n/m, '')],
    ['a reading of nothing but a space', (text) => text.replace(/^reading: .*$/m, 'reading: " "')],
    ['an id with a slash', (text) => text.replace('id: jimu', 'id: ../jimu')],
  ])('with %s is refused by both', (_, spoil) => {
    const text = read('roles/jimu.yaml');
    const spoilt = spoil(text);
    expect(spoilt).not.toBe(text);
    const document: unknown = parse(spoilt);
    expect(findErrors('roles/jimu.yaml', document)).not.toEqual([]);
    expect(validators.get('role')?.(document)).toBe(false);
  });

  it('that only warns is refused by neither', () => {
    const text = `${read('roles/jimu.yaml').replace('dimension: backstage', 'dimension: on-stage')}specialties: []\n`.replace(/^specialties:\n(?: .*\n)+/m, '');
    const document: unknown = parse(text);
    expect(findErrors('roles/jimu.yaml', document)).toEqual([]);
    expect(validators.get('role')?.(document)).toBe(true);
  });
});
