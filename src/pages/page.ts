import type { Command, Text } from '../messages/text.ts';

// What a page for people is made of. Commands say what is on a page; formats say how it looks.

/** A label and its value, on a line of their own. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A labelled remark under an entry. */
export interface Note {
  readonly kind: 'coping' | 'caution' | 'evidence' | 'command';
  readonly label: string;
  readonly text: Text;
  /** Figures that the text speaks of. */
  readonly figures?: readonly Fact[];
}

export interface Item {
  readonly text: string;
  /** A short mark behind the headline, such as how often. */
  readonly tag?: string;
  /** What the mark says, for formats with colours. */
  readonly verdict?: 'right' | 'wrong';
  /** To be ticked off on paper. */
  readonly isTask?: boolean;
  readonly detail?: Text;
  readonly facts?: readonly Fact[];
  readonly notes?: readonly Note[];
}

/** Terms behind a label, and behind them the commands that tell more. */
interface Field {
  readonly label: string;
  readonly terms: readonly string[];
  readonly commands?: readonly Command[];
}

export interface Column {
  readonly label: string;
  /** What it holds decides how narrow it may become before the table is stacked instead. */
  readonly holds: 'label' | 'name' | 'id' | 'terms' | 'phrase' | 'entries' | 'gauge' | 'number';
  /** Its values are the average that bars are marked with. */
  readonly isAverage?: boolean;
}

/** A value on a scale, drawn as a bar where there is room. */
export interface Gauge {
  /** The value as text, as short as a bar needs it. */
  readonly value: string;
  /** Where the value stands between the ends of the scale, 0–1. */
  readonly position: number;
  /** Where the average stands, 0–1. */
  readonly average?: number;
  readonly estimated: boolean;
}

/** A cell is a list of texts, set with or without a mark before each. */
export interface Cell {
  readonly texts: readonly string[];
  /** `same`: every or some other column of the group says the same. */
  readonly mark?: 'bullet' | 'same';
  /** Said quietly under the texts: that the list goes on, or why it is empty. */
  readonly closing?: string;
  /** Left blank when it has no text: nothing is missing. */
  readonly quiet?: boolean;
  /** What the text says, for formats that can draw it. */
  readonly gauge?: Gauge;
}

export interface TableRow {
  /** Said above it: what this row and those below it are. */
  readonly heading?: string;
  /** What the first column says. */
  readonly name: readonly string[];
  /** Said quietly under the name. */
  readonly remark?: string;
  /** Cells of the other columns, in groups that start on the same line. */
  readonly groups: readonly (readonly Cell[])[];
}

/** The line of a file that a problem stands in, in three parts. */
export interface ProblemSource {
  readonly line: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Something that is wrong in a file. */
export interface Problem {
  /** `file:line:column`. */
  readonly place: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** The severity in words. */
  readonly label: string;
  readonly text: string;
  readonly source?: ProblemSource;
  /** What to do about it. */
  readonly hints: readonly Text[];
}

/** Profiles over the same axes. */
export interface Radar {
  readonly caption: string;
  /** What the axes are of, as the head of a table. */
  readonly label: string;
  readonly axes: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** Where the values stand between the ends of their scale, 0–1, by axis. */
    readonly positions: readonly number[];
    /** The values as text. */
    readonly values: readonly string[];
  }[];
}

export type Block =
  | { readonly kind: 'title'; readonly name: string; readonly reading?: string; readonly asides: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string; readonly remark?: string }
  | { readonly kind: 'paragraph'; readonly text: Text; readonly tone?: 'muted'; readonly inset?: boolean }
  | {
      readonly kind: 'fields';
      /** Said quietly above the fields. */
      readonly caption?: string;
      readonly fields: readonly Field[];
      readonly inset?: boolean;
    }
  | { readonly kind: 'items'; readonly items: readonly Item[]; readonly more?: string }
  | ({ readonly kind: 'problem' } & Problem)
  /** What formats that can draw show; what it says stands in it as values, too. */
  | { readonly kind: 'radar'; readonly radar: Radar }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly TableRow[]; readonly ruled: boolean };

export interface Page {
  /** What it is called as a document, where no block says so. */
  readonly title?: string;
  readonly blocks: readonly Block[];
  /** One sensible next command, for people at a terminal. */
  readonly next?: { readonly label: string; readonly command: Command };
}

/** A page, or a part of one, with every text changed. */
export function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts<unknown>(item, change)])) as Value;
}

/** A cell of one text, or of nothing where there is none. */
export function textCell(text: string | undefined): Cell {
  return { texts: text === undefined ? [] : [text] };
}

// A text of a page may have stretches that are to stand out. Their ends are invisible characters
// that texts from outside cannot have: `cleanText` removes them.
export const openMark = '\u2061';
export const closeMark = '\u2062';

/** A text with stretches, in order and apart from each other, that are to stand out. */
export function markRanges(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  return ranges
    .toReversed()
    .reduce((marked, { start, end }) => marked.slice(0, start) + openMark + marked.slice(start, end) + closeMark + marked.slice(end), text);
}

/** A line that a problem stands in, without the spaces around it. */
export function wholeLine({ before, marked, after }: Omit<ProblemSource, 'line'>): string {
  return `${before}${marked}${after}`.trim();
}
