import * as v from 'valibot';
import { largestLoading } from '../fit/loadings.ts';
import { codeSystems, frequencies, relations, sections, tiers, units } from '../catalogue/model.ts';
import type {
  Avoidance,
  CodeSystem,
  Dimension,
  FitItem,
  FitResponse,
  Concept,
  ConfusedWith,
  Distribution,
  Entry,
  GuideTopic,
  Measure,
  MeasureBlock,
  Role,
  RoleMeasures,
  Scale,
  Section,
  Source,
  Survey,
} from '../catalogue/model.ts';
import { labourMarketSchema, roleLabourMarket } from './labour-market-schema.ts';
import { id, list, localized, number, references, share, suggestedDimension, term, text } from './schema-parts.ts';
import type { SchemaMarks } from './schema-parts.ts';

const relation = v.picklist(relations, 'invalid-value');

const confusedWith = v.object({ with: references.subjects, relation, difference: localized }) satisfies v.GenericSchema<unknown, ConfusedWith>;

const common = {
  text: localized,
  detail: v.exactOptional(localized),
  topic: v.exactOptional(references.topics),
  sources: v.exactOptional(list(references.sources)),
  evidence: v.exactOptional(v.object({ measures: list(references.measures), text: localized })),
  dimension: v.exactOptional(suggestedDimension),
};

/** A section may be there without entries, as in a file that somebody is writing. */
const entries = <Item extends v.GenericSchema<unknown, Entry>>(item: Item) =>
  v.pipe(
    v.nullable(v.array(item, 'wrong-type')),
    v.metadata({ section: true } satisfies SchemaMarks),
    v.transform((found): Entry[] => found ?? []),
  );
const plainEntries = entries(v.object(common));

/** What an entry may hold depends on its section. */
const sectionSchemas = {
  duties: entries(v.object({ ...common, share: v.exactOptional(share), frequency: v.exactOptional(v.picklist(frequencies, 'invalid-value')) })),
  specialties: entries(v.object({ ...common, share: v.exactOptional(share), caution: v.exactOptional(localized) })),
  merits: entries(v.object({ ...common, caution: v.exactOptional(localized) })),
  demerits: entries(v.object({ ...common, coping: v.exactOptional(localized), avoidance: v.exactOptional(references.avoidances) })),
  suits: plainEntries,
  entry: plainEntries,
  qualifications: plainEntries,
  conditions: plainEntries,
  path: plainEntries,
  checks: plainEntries,
} satisfies Record<Section, v.GenericSchema<unknown, Entry[]>>;

// Whether values are on their scales, and answers those of their question, is checked where the measures are known.
const measures = v.object({
  estimated: v.exactOptional(v.boolean('wrong-type')),
  sources: list(references.sources),
  shift: v.exactOptional(v.object({ from: references.sources, to: v.record(references.blocks, list(references.sources), 'wrong-type') })),
  respondents: v.exactOptional(v.pipe(number, v.integer('wrong-type'), v.minValue(1, 'outside-scale'))),
  blockMeans: v.exactOptional(v.record(references.blocks, number, 'wrong-type')),
  figures: v.exactOptional(v.record(references.measures, number, 'wrong-type')),
  distributions: v.exactOptional(v.record(references.distributions, v.record(text, share, 'wrong-type'), 'wrong-type')),
}) satisfies v.GenericSchema<unknown, RoleMeasures>;

/** Words and how they are read, in hiragana. */
const readings = v.record(text, v.pipe(text, v.regex(/^[ぁ-ゖー]+$/, 'invalid-reading')), 'wrong-type');

const named = {
  id,
  name: localized,
  reading: v.exactOptional(v.pipe(text, v.regex(/^\s*[ぁ-ゖァ-ヺｦ-ﾟー・][ぁ-ゖァ-ヺｦ-ﾟー・\s]*$/, 'invalid-reading'))),
  aliases: v.exactOptional(list(text)),
  relatedTitles: v.exactOptional(list(text)),
};

const role = v.object({
  ...named,
  tier: v.exactOptional(v.picklist(tiers, 'invalid-value')),
  order: v.exactOptional(v.number('wrong-type')),
  family: v.exactOptional(references.families),
  resource: v.exactOptional(list(references.resources)),
  facets: v.exactOptional(list(references.facets)),
  focus: v.exactOptional(localized),
  summary: localized,
  openLists: v.exactOptional(list(v.picklist(sections, 'invalid-value'))),
  duties: v.exactOptional(sectionSchemas.duties),
  specialties: v.exactOptional(sectionSchemas.specialties),
  merits: v.exactOptional(sectionSchemas.merits),
  demerits: v.exactOptional(sectionSchemas.demerits),
  suits: v.exactOptional(sectionSchemas.suits),
  entry: v.exactOptional(sectionSchemas.entry),
  qualifications: v.exactOptional(sectionSchemas.qualifications),
  conditions: v.exactOptional(sectionSchemas.conditions),
  path: v.exactOptional(sectionSchemas.path),
  checks: v.exactOptional(sectionSchemas.checks),
  confusedWith: v.exactOptional(list(confusedWith)),
  measures: v.exactOptional(measures),
  labourMarket: v.exactOptional(roleLabourMarket),
  loadings: v.exactOptional(
    v.record(references.dimensions, v.pipe(number, v.minValue(-largestLoading, 'outside-scale'), v.maxValue(largestLoading, 'outside-scale')), 'wrong-type'),
  ),
  readings: v.exactOptional(readings),
  sources: v.exactOptional(list(references.sources)),
}) satisfies v.GenericSchema<unknown, Role>;

// An empty section says no more than one that is not there.
export const roleSchema = v.pipe(
  role,
  v.transform((whole): Role => dropEmptySections(whole)),
);

function dropEmptySections(whole: Role): Role {
  const empty = new Set<string>(sections.filter((section) => whole[section]?.length === 0));
  return empty.size === 0 ? whole : (Object.fromEntries(Object.entries(whole).filter(([key]) => !empty.has(key))) as unknown as Role);
}

const concept = v.object({
  ...named,
  summary: localized,
  confusedWith: v.exactOptional(list(confusedWith)),
  guide: v.exactOptional(references.guide),
}) satisfies v.GenericSchema<unknown, Concept>;

const conceptsSchema = v.object({ concepts: list(concept) });

const guideTopicSchema = v.object({
  id,
  order: v.number('wrong-type'),
  title: localized,
  aliases: v.exactOptional(list(text)),
  summary: localized,
  sections: list(
    v.object({
      title: localized,
      text: v.exactOptional(localized),
      entries: v.exactOptional(list(v.object({ text: localized, detail: v.exactOptional(localized) }))),
      open: v.exactOptional(v.boolean('wrong-type')),
    }),
  ),
  sources: v.exactOptional(list(references.sources)),
}) satisfies v.GenericSchema<unknown, GuideTopic>;

const facetsSchema = v.object({ resources: list(term), families: list(term), facets: list(term) });
const synonymsSchema = v.object({ synonyms: list(list(text)) });
const readingsSchema = v.object({ readings });
const topicsSchema = v.object({ topics: list(term) });

const codes = Object.fromEntries(codeSystems.map((system) => [system, v.exactOptional(text)])) as Record<
  CodeSystem,
  v.ExactOptionalSchema<typeof text, undefined>
>;

const sourcesSchema = v.object({
  updated: v.pipe(v.string('wrong-type'), v.isoDate('invalid-value')),
  sources: list(
    v.object({
      ...term.entries,
      note: v.exactOptional(localized),
      address: v.exactOptional(text),
      partOf: v.exactOptional(references.sources),
      codes: v.exactOptional(v.object(codes)),
    }) satisfies v.GenericSchema<unknown, Source>,
  ),
});

const scale = v.object({
  id,
  unit: v.picklist(units, 'invalid-value'),
  minimum: number,
  maximum: number,
}) satisfies v.GenericSchema<unknown, Scale>;

const measure = v.object({
  ...term.entries,
  block: references.blocks,
  term: localized,
  scale: references.scales,
  average: number,
  standardDeviation: v.pipe(number, v.gtValue(0, 'outside-scale')),
  occupations: v.pipe(number, v.integer('wrong-type')),
}) satisfies v.GenericSchema<unknown, Measure>;

const distribution = v.object({
  ...term.entries,
  question: localized,
  section: v.picklist(sections, 'invalid-value'),
  several: v.exactOptional(v.boolean('wrong-type')),
  options: list(v.object({ ...term.entries, headline: v.exactOptional(v.boolean('wrong-type')), words: v.exactOptional(list(text)) })),
}) satisfies v.GenericSchema<unknown, Distribution>;

const surveySchema = v.object({
  source: references.sources,
  scales: list(scale),
  blocks: list(
    v.object({ ...term.entries, question: localized, centred: v.exactOptional(v.boolean('wrong-type')) }) satisfies v.GenericSchema<unknown, MeasureBlock>,
  ),
  measures: list(measure),
  distributions: list(distribution),
}) satisfies v.GenericSchema<unknown, Survey>;

const dimensionsSchema = v.object({
  dimensions: list(
    v.object({
      ...term.entries,
      strength: localized,
      measures: v.exactOptional(list(references.measures)),
      reversedMeasures: v.exactOptional(list(references.measures)),
    }) satisfies v.GenericSchema<unknown, Dimension>,
  ),
});

const itemsSchema = v.object({
  items: list(
    v.object({ id, dimension: references.dimensions, quick: v.exactOptional(v.boolean('wrong-type')), text: localized }) satisfies v.GenericSchema<
      unknown,
      FitItem
    >,
  ),
});

const responseScaleSchema = v.object({
  question: localized,
  responses: list(v.object({ value: v.pipe(number, v.integer('wrong-type')), label: localized }) satisfies v.GenericSchema<unknown, FitResponse>),
});

const avoidancesSchema = v.object({
  avoidances: list(v.object({ ...term.entries, dimension: v.exactOptional(references.dimensions) }) satisfies v.GenericSchema<unknown, Avoidance>),
});

const constantsSchema = v.object({
  version: v.pipe(number, v.integer('wrong-type'), v.minValue(1, 'outside-scale')),
  constants: v.record(references.dimensions, v.object({ centre: number, shrink: share, named: share }), 'wrong-type'),
});

/** Every kind of data file: what its schema is called, where the files are in the data folder, and what they hold. */
export const fileKinds = [
  { name: 'role', files: 'roles/*.yaml', schema: roleSchema },
  { name: 'guide', files: 'guide/*.yaml', schema: guideTopicSchema },
  { name: 'concepts', files: 'concepts.yaml', schema: conceptsSchema },
  { name: 'facets', files: 'facets.yaml', schema: facetsSchema },
  { name: 'topics', files: 'topics.yaml', schema: topicsSchema },
  { name: 'sources', files: 'sources.yaml', schema: sourcesSchema },
  { name: 'readings', files: 'readings.yaml', schema: readingsSchema },
  { name: 'synonyms', files: 'synonyms.yaml', schema: synonymsSchema },
  { name: 'measures', files: 'measures.yaml', schema: surveySchema },
  { name: 'labour-market', files: 'labour-market.yaml', schema: labourMarketSchema },
  { name: 'quiz-dimensions', files: 'quiz/dimensions.yaml', schema: dimensionsSchema },
  { name: 'quiz-items', files: 'quiz/items.yaml', schema: itemsSchema },
  { name: 'quiz-scale', files: 'quiz/scale.yaml', schema: responseScaleSchema },
  { name: 'quiz-avoidances', files: 'quiz/avoidances.yaml', schema: avoidancesSchema },
  { name: 'quiz-constants', files: 'quiz/constants.yaml', schema: constantsSchema },
] as const satisfies readonly { readonly name: string; readonly files: string; readonly schema: v.GenericSchema }[];
export type DataFileKind = (typeof fileKinds)[number];
