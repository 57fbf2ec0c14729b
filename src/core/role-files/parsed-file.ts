import type { Diagnostic, Place } from './diagnostics.ts';
import type { VocabularyMark } from '../catalogue/vocabularies.ts';

/** A data file that was read: its value, and where each part of it stands. */
export interface ParsedFile<Value> {
  readonly file: string;
  readonly value: Value;
  /** The place of a value, or of the nearest parent that exists. */
  readonly locate: (path: Path) => Place;
}

export type Path = readonly (string | number)[];

/** An id of something else that a file names. Whether it exists is checked where all of it is known. */
export interface Reference extends VocabularyMark {
  readonly id: string;
  readonly file: string;
  readonly locate: () => Place;
}

/** A text that a file says in both languages, or once for both. */
export interface FileText {
  readonly name: string;
  readonly file: string;
  readonly locate: () => Place;
  /** Undefined where there is one text for both. */
  readonly pair: { readonly ja: string; readonly en: string; readonly locateEnglish: () => Place } | undefined;
}

/** What there is to know of a file. */
export interface ParseResult<Value> {
  /** Undefined when the text does not hold to the schema; its unknown keys are left out. */
  readonly parsed: ParsedFile<Value> | undefined;
  /** Every problem found. */
  readonly diagnostics: readonly Diagnostic[];
  readonly references: readonly Reference[];
  readonly texts: readonly FileText[];
  /** The id that the file has, whether or not the rest of it holds to the schema. */
  readonly named: NamedFile | undefined;
}

/** A file and its id. */
export interface NamedFile {
  readonly file: string;
  readonly id: string;
  readonly locate: () => Place;
}
