import * as v from 'valibot';
import { cleanText } from './clean.ts';
import { frequencies, relations, sections } from './model.ts';
import type { Concept, ConfusedWith, Entry, GuideTopic, LocalizedText, Role, Section, Source, Term } from './model.ts';

// The messages are codes of diagnostics; the words for people are made where they are shown.

const text = v.pipe(v.string('wrong-type'), v.transform(cleanText), v.minLength(1, 'empty-text'), v.maxLength(5000, 'text-too-long'));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item, 'wrong-type'), v.minLength(1, 'empty-list'));

/** Ids: lower-case letters, digits and single hyphens, at most 40 characters. */
const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const id = v.pipe(v.string('wrong-type'), v.regex(idPattern, 'invalid-id'), v.maxLength(40, 'invalid-id'));

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

const common = { text: localized, detail: v.exactOptional(localized), topic: v.exactOptional(reference) };
const plainEntries = list(v.object(common));

/** What an entry may hold depends on its section. */
const sectionSchemas = {
  duties: list(v.object({ ...common, frequency: v.exactOptional(v.picklist(frequencies, 'invalid-value')) })),
  specialties: list(v.object({ ...common, caution: v.exactOptional(localized) })),
  merits: list(v.object({ ...common, caution: v.exactOptional(localized) })),
  demerits: list(v.object({ ...common, coping: v.exactOptional(localized) })),
  suits: plainEntries,
  qualifications: plainEntries,
  entry: plainEntries,
  checks: plainEntries,
} satisfies Record<Section, v.GenericSchema<unknown, Entry[]>>;

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
export const topicsSchema = v.object({ topics: list(term) });
export const sourcesSchema = v.object({
  updated: v.pipe(v.string('wrong-type'), v.isoDate('invalid-value')),
  sources: list(v.object({ ...term.entries, note: v.exactOptional(localized), address: v.exactOptional(text) }) satisfies v.GenericSchema<unknown, Source>),
});
