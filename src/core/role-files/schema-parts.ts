import * as v from 'valibot';
import { cleanText } from '../clean.ts';
import { idPattern, longestId, reservedKeys } from '../catalogue/ids.ts';
import type { LocalizedText, Term } from '../catalogue/model.ts';
import { vocabularies } from '../catalogue/vocabularies.ts';
import type { VocabularyMark, VocabularyName } from '../catalogue/vocabularies.ts';

// What schemas of several kinds of file are made of.

// The messages are codes of diagnostics; the words for people are made where they are shown.

export const text = v.pipe(
  v.string('wrong-type'),
  v.regex(/\S/, 'empty-text'),
  v.transform(cleanText),
  v.minLength(1, 'empty-text'),
  v.maxLength(5000, 'text-too-long'),
  v.metadata({ words: true } satisfies SchemaMarks),
);
export const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item, 'wrong-type'), v.minLength(1, 'empty-list'));

// What every object of JavaScript has is no id, even if it looks like one.
const reservedIds = [...reservedKeys].filter((key) => idPattern.test(key));
export const id = v.pipe(
  v.string('wrong-type'),
  v.regex(idPattern, 'invalid-id'),
  v.maxLength(longestId, 'invalid-id'),
  v.notValues(reservedIds, 'reserved-id'),
);

// One of the two stands for both: that it was not translated is a warning.
const bothLanguages = v.pipe(
  v.object({ ja: v.exactOptional(text), en: v.exactOptional(text) }, 'wrong-type'),
  v.minEntries(1, 'empty-text'),
  v.transform(({ ja, en }): LocalizedText => ({ ja: ja ?? en ?? '', en: en ?? ja ?? '' })),
);
const plainText = v.pipe(
  text,
  v.transform((plain): LocalizedText => ({ ja: plain, en: plain })),
);

/** All marks on schemas. They say what valibot does not check. */
export interface SchemaMarks extends Partial<VocabularyMark> {
  /** A text in both languages. */
  readonly localized?: true;
  /** A text of a file, or an id of something else: what is cleaned. */
  readonly words?: true;
  /** A list that may be empty, but is not meant to be. */
  readonly section?: true;
}

const idOf = (vocabulary: VocabularyName, unknown: VocabularyMark['unknown'] = 'unknown-reference') =>
  v.pipe(text, v.metadata({ vocabulary, unknown } satisfies VocabularyMark));

/** Ids of something else, by what they are ids of: whether one exists is checked where all of it is known. */
export const references = Object.fromEntries(vocabularies.map((vocabulary) => [vocabulary, idOf(vocabulary)])) as Record<
  VocabularyName,
  ReturnType<typeof idOf>
>;

// The fit test passes over a dimension that it does not know.
export const suggestedDimension = idOf('dimensions', 'unknown-dimension');

/** A text in both languages, or a plain string that stands for both. */
export const localized = v.pipe(
  v.lazy((input): typeof bothLanguages | typeof plainText => (typeof input === 'string' ? plainText : bothLanguages)),
  v.metadata({ localized: true } satisfies SchemaMarks),
);

export const number = v.pipe(v.number('wrong-type'), v.finite('wrong-type'));
export const share = v.pipe(number, v.minValue(0, 'outside-scale'), v.maxValue(1, 'outside-scale'));

export const term = v.object({ id, label: localized }) satisfies v.GenericSchema<unknown, Term>;
