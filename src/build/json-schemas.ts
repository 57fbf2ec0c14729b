import { toJsonSchema } from '@valibot/to-json-schema';
import type { ConversionConfig, JsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { getMetadata } from 'valibot';
import type { Catalogue, LocalizedText, Measure } from '../core/catalogue/model.ts';
import { fileKinds } from '../core/role-files/schema.ts';
import { localized, references, suggestedDimension } from '../core/role-files/schema-parts.ts';
import type { SchemaMarks } from '../core/role-files/schema-parts.ts';
import type { VocabularyName } from '../core/catalogue/vocabularies.ts';
import { keyDescriptions } from './describe-keys.ts';

/** What an editor offers: an id and what it is called. */
interface Choice {
  readonly id: string;
  readonly label: LocalizedText;
}

type Choices = Readonly<Record<VocabularyName, readonly Choice[]>>;

/**
 * A JSON Schema for each kind of data file, by its name, made from the schemas that files are checked against. Draft 7 is what
 * the YAML language server knows best.
 */
export function buildJsonSchemas(catalogue: Catalogue): ReadonlyMap<string, object> {
  const choices = listChoices(catalogue);
  const definitions = { text: localized, ...references, 'suggested-dimension': suggestedDimension };
  const config: ConversionConfig = {
    target: 'draft-07',
    definitions,
    // What they do has no counterpart: JSON knows finite numbers only.
    ignoreActions: ['transform', 'finite'],
    overrideSchema: ({ valibotSchema, jsonSchema }) => {
      const { type } = valibotSchema;
      if (type === 'lazy') return chooseEither(valibotSchema, config);
      if (type === 'object') return describeProperties({ ...jsonSchema, additionalProperties: false });
      if (type === 'record') return listKeys(valibotSchema, jsonSchema, catalogue, choices);
      return undefined;
    },
    overrideAction: ({ valibotAction, jsonSchema }) => {
      // Of two patterns the later one is the narrower.
      if (valibotAction.type === 'regex') return { ...jsonSchema, pattern: (valibotAction as unknown as { requirement: RegExp }).requirement.source };
      if (valibotAction.type === 'iso_date') return { type: 'string', pattern: (valibotAction as unknown as { requirement: RegExp }).requirement.source };
      if (valibotAction.type === 'metadata') return markChoices((valibotAction as unknown as { metadata: SchemaMarks }).metadata, jsonSchema, choices);
      return undefined;
    },
  };
  return new Map(
    fileKinds.map(({ name, schema }) => {
      const { $schema, $defs = {}, ...body } = toJsonSchema(schema, config);
      return [name, { $schema, title: `backoffice: ${name}`, ...body, $defs: keepUsed(body, $defs) }];
    }),
  );
}

function listChoices({ resources, families, facets, topics, sources, survey, labourMarket, fit, roles, concepts, guide }: Catalogue): Choices {
  return {
    resources,
    families,
    facets,
    topics,
    sources,
    scales: survey.scales.map(({ id }) => ({ id, label: { ja: id, en: id } })),
    blocks: survey.blocks,
    measures: survey.measures,
    distributions: survey.distributions,
    dimensions: fit.dimensions,
    avoidances: fit.avoidances,
    payOccupations: labourMarket.wageSurvey.occupations,
    openingsOccupations: labourMarket.openings.occupations,
    openingsGroups: labourMarket.openingsByGroup.groups,
    subjects: [...roles, ...concepts].map(({ id, name }) => ({ id, label: name })),
    guide: guide.map(({ id, title }) => ({ id, label: title })),
  };
}

/** A schema that depends on whether there is a text. */
function chooseEither(schema: unknown, config: ConversionConfig): JsonSchema {
  const { getter } = schema as { getter: (input: unknown) => GenericSchema };
  return { anyOf: ['', {}].map((input) => leaveOut(toJsonSchema(getter(input), { ...config, definitions: {} }), ['$schema', '$defs'])) };
}

function leaveOut(schema: JsonSchema, keys: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}

function describeProperties(schema: JsonSchema): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([key, value]) => [key, { ...(value as JsonSchema), description: describeKey(key) }] as const);
  return { ...schema, properties: Object.fromEntries(properties) };
}

function describeKey(key: string): string {
  const description = keyDescriptions[key];
  if (description === undefined) throw new Error(`the key ${key} is not described in describe-keys.ts`);
  return description;
}

/** The ids of a vocabulary in place of any text; beside it where others are allowed, too. */
function markChoices({ vocabulary, unknown }: SchemaMarks, schema: JsonSchema, choices: Choices): JsonSchema {
  // The converter has copied the marks.
  const plain = leaveOut(schema, ['vocabulary', 'unknown', 'localized', 'section', 'words']);
  if (vocabulary === undefined) return plain;
  const listed = choices[vocabulary];
  const offered = { enum: listed.map(({ id }) => id), enumDescriptions: listed.map(describeChoice) } as JsonSchema;
  // A person's own roles may name each other.
  return unknown === 'unknown-dimension' || vocabulary === 'subjects' ? { anyOf: [offered, plain] } : offered;
}

/** The keys of a record one by one, so that an editor offers them. */
function listKeys(schema: unknown, { additionalProperties: value }: JsonSchema, { survey }: Catalogue, choices: Choices): JsonSchema | undefined {
  const { vocabulary } = getMetadata((schema as { key: GenericSchema }).key) as SchemaMarks;
  if (vocabulary === undefined) return undefined;
  const valueOf = (id: string): JsonSchema => {
    const measure = vocabulary === 'measures' ? survey.measures.find((candidate) => candidate.id === id) : undefined;
    if (measure !== undefined) return { ...(value as JsonSchema), ...limitsOf(measure, survey) };
    const asked = vocabulary === 'distributions' ? survey.distributions.find((distribution) => distribution.id === id) : undefined;
    if (asked === undefined) return value as JsonSchema;
    const { additionalProperties: share } = value as JsonSchema;
    return listProperties(asked.options, () => share as JsonSchema);
  };
  return listProperties(choices[vocabulary], valueOf);
}

function listProperties(listed: readonly Choice[], valueOf: (id: string) => JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(listed.map((choice) => [choice.id, { ...valueOf(choice.id), description: describeChoice(choice) }])),
    additionalProperties: false,
  };
}

function limitsOf({ scale }: Measure, { scales }: Catalogue['survey']): JsonSchema {
  const { minimum, maximum } = scales.find(({ id }) => id === scale) ?? {};
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
}

function describeChoice({ label: { ja, en } }: Choice): string {
  return ja === en ? ja : `${ja} / ${en}`;
}

/** The definitions that a schema needs, also through one another. */
function keepUsed(schema: object, definitions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const used = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(definitions[name]);
    }
  };
  visit(schema);
  return Object.fromEntries(Object.entries(definitions).filter(([name]) => used.has(name)));
}
