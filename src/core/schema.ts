import * as v from 'valibot';
import { cleanText } from './clean.ts';
import { largestLoading } from './fit/loadings.ts';
import { idPattern, longestId } from './ids.ts';
import { codeSystems, frequencies, relations, sections, units } from './model.ts';
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
  LocalizedText,
  Measure,
  MeasureBlock,
  Role,
  RoleMeasures,
  Scale,
  Section,
  Source,
  Survey,
  Term,
} from './model.ts';

// The messages are codes of diagnostics; the words for people are made where they are shown.

const text = v.pipe(v.string('wrong-type'), v.transform(cleanText), v.minLength(1, 'empty-text'), v.maxLength(5000, 'text-too-long'));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item, 'wrong-type'), v.minLength(1, 'empty-list'));

const id = v.pipe(v.string('wrong-type'), v.regex(idPattern, 'invalid-id'), v.maxLength(longestId, 'invalid-id'));

const bothLanguages = v.object({ ja: text, en: text }, 'wrong-type');
const plainText = v.pipe(
  text,
  v.transform((plain): LocalizedText => ({ ja: plain, en: plain })),
);

/** The id of something else: whether it exists is checked where all of it is known. */
const reference = text;

/** A text in both languages, or a plain string that stands for both. */
const localized = v.lazy((input): typeof bothLanguages | typeof plainText => (typeof input === 'string' ? plainText : bothLanguages));

const relation = v.picklist(relations, 'invalid-value');

const confusedWith = v.object({ with: reference, relation, difference: localized }) satisfies v.GenericSchema<unknown, ConfusedWith>;

const number = v.pipe(v.number('wrong-type'), v.finite('wrong-type'));
const share = v.pipe(number, v.minValue(0, 'outside-scale'), v.maxValue(1, 'outside-scale'));

const common = {
  text: localized,
  detail: v.exactOptional(localized),
  topic: v.exactOptional(reference),
  sources: v.exactOptional(list(reference)),
  evidence: v.exactOptional(v.object({ measures: list(reference), text: localized })),
  dimension: v.exactOptional(reference),
};
const plainEntries = list(v.object(common));

/** What an entry may hold depends on its section. */
const sectionSchemas = {
  duties: list(v.object({ ...common, share: v.exactOptional(share), frequency: v.exactOptional(v.picklist(frequencies, 'invalid-value')) })),
  specialties: list(v.object({ ...common, share: v.exactOptional(share), caution: v.exactOptional(localized) })),
  merits: list(v.object({ ...common, caution: v.exactOptional(localized) })),
  demerits: list(v.object({ ...common, coping: v.exactOptional(localized), avoidance: v.exactOptional(reference) })),
  suits: plainEntries,
  qualifications: plainEntries,
  entry: plainEntries,
  checks: plainEntries,
} satisfies Record<Section, v.GenericSchema<unknown, Entry[]>>;

// Whether the ids are those of measures, and the values on their scales, is checked where the measures are known.
const measures = v.object({
  estimated: v.exactOptional(v.boolean('wrong-type')),
  sources: list(reference),
  shift: v.exactOptional(v.object({ from: reference, to: v.record(reference, list(reference), 'wrong-type') })),
  respondents: v.exactOptional(v.pipe(number, v.integer('wrong-type'), v.minValue(1, 'outside-scale'))),
  blockMeans: v.exactOptional(v.record(reference, number, 'wrong-type')),
  figures: v.exactOptional(v.record(reference, number, 'wrong-type')),
  distributions: v.exactOptional(v.record(reference, v.record(reference, share, 'wrong-type'), 'wrong-type')),
}) satisfies v.GenericSchema<unknown, RoleMeasures>;

/** Words and how they are read, in hiragana. */
const readings = v.record(text, v.pipe(text, v.regex(/^[ぁ-ゖー]+$/, 'invalid-reading')), 'wrong-type');

const named = {
  id,
  name: localized,
  reading: v.exactOptional(text),
  aliases: v.exactOptional(list(text)),
};

export const roleSchema = v.object({
  ...named,
  order: v.exactOptional(v.number('wrong-type')),
  family: v.exactOptional(reference),
  resource: v.exactOptional(list(reference)),
  facets: v.exactOptional(list(reference)),
  focus: v.exactOptional(localized),
  summary: localized,
  openLists: v.exactOptional(list(v.picklist(sections, 'invalid-value'))),
  duties: v.exactOptional(sectionSchemas.duties),
  specialties: v.exactOptional(sectionSchemas.specialties),
  merits: v.exactOptional(sectionSchemas.merits),
  demerits: v.exactOptional(sectionSchemas.demerits),
  suits: v.exactOptional(sectionSchemas.suits),
  qualifications: v.exactOptional(sectionSchemas.qualifications),
  entry: v.exactOptional(sectionSchemas.entry),
  checks: v.exactOptional(sectionSchemas.checks),
  confusedWith: v.exactOptional(list(confusedWith)),
  measures: v.exactOptional(measures),
  loadings: v.exactOptional(
    v.record(reference, v.pipe(number, v.minValue(-largestLoading, 'outside-scale'), v.maxValue(largestLoading, 'outside-scale')), 'wrong-type'),
  ),
  readings: v.exactOptional(readings),
  sources: v.exactOptional(list(reference)),
}) satisfies v.GenericSchema<unknown, Role>;

const concept = v.object({
  ...named,
  summary: localized,
  confusedWith: v.exactOptional(list(confusedWith)),
  guide: v.exactOptional(reference),
}) satisfies v.GenericSchema<unknown, Concept>;

export const conceptsSchema = v.object({ concepts: list(concept) });

export const guideTopicSchema = v.object({
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
  sources: v.exactOptional(list(reference)),
}) satisfies v.GenericSchema<unknown, GuideTopic>;

const term = v.object({ id, label: localized }) satisfies v.GenericSchema<unknown, Term>;

export const facetsSchema = v.object({ resources: list(term), families: list(term), facets: list(term) });
export const readingsSchema = v.object({ readings });
export const topicsSchema = v.object({ topics: list(term) });

const codes = Object.fromEntries(codeSystems.map((system) => [system, v.exactOptional(text)])) as Record<
  CodeSystem,
  v.ExactOptionalSchema<typeof text, undefined>
>;

export const sourcesSchema = v.object({
  updated: v.pipe(v.string('wrong-type'), v.isoDate('invalid-value')),
  sources: list(
    v.object({
      ...term.entries,
      note: v.exactOptional(localized),
      address: v.exactOptional(text),
      partOf: v.exactOptional(reference),
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
  block: reference,
  term: localized,
  scale: reference,
  average: number,
  standardDeviation: v.pipe(number, v.gtValue(0, 'outside-scale')),
  occupations: v.pipe(number, v.integer('wrong-type')),
}) satisfies v.GenericSchema<unknown, Measure>;

const distribution = v.object({
  ...term.entries,
  question: localized,
  several: v.exactOptional(v.boolean('wrong-type')),
  options: list(v.object({ ...term.entries, headline: v.exactOptional(v.boolean('wrong-type')) })),
}) satisfies v.GenericSchema<unknown, Distribution>;

export const surveySchema = v.object({
  source: reference,
  scales: list(scale),
  blocks: list(
    v.object({ ...term.entries, question: localized, centred: v.exactOptional(v.boolean('wrong-type')) }) satisfies v.GenericSchema<unknown, MeasureBlock>,
  ),
  measures: list(measure),
  distributions: list(distribution),
}) satisfies v.GenericSchema<unknown, Survey>;

export const dimensionsSchema = v.object({
  dimensions: list(
    v.object({
      ...term.entries,
      strength: localized,
      measures: v.exactOptional(list(reference)),
      reversedMeasures: v.exactOptional(list(reference)),
    }) satisfies v.GenericSchema<unknown, Dimension>,
  ),
});

export const itemsSchema = v.object({
  items: list(
    v.object({ id, dimension: reference, quick: v.exactOptional(v.boolean('wrong-type')), text: localized }) satisfies v.GenericSchema<unknown, FitItem>,
  ),
});

export const responseScaleSchema = v.object({
  question: localized,
  responses: list(v.object({ value: v.pipe(number, v.integer('wrong-type')), label: localized }) satisfies v.GenericSchema<unknown, FitResponse>),
});

export const avoidancesSchema = v.object({
  avoidances: list(v.object({ ...term.entries, dimension: v.exactOptional(reference) }) satisfies v.GenericSchema<unknown, Avoidance>),
});

export const constantsSchema = v.object({
  version: v.pipe(number, v.integer('wrong-type'), v.minValue(1, 'outside-scale')),
  constants: v.record(reference, v.object({ centre: number, shrink: share, named: share }), 'wrong-type'),
});
