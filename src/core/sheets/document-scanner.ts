import { cleanText } from '../clean.ts';
import { itemsOf } from '../fit/score.ts';
import type { BankCatalogue } from './check-answers.ts';
import type { FilledSheet } from './filled-sheet.ts';

const [space, quote, comma, colon, open, close, carriageReturn, backslash] = [32, 34, 44, 58, 123, 125, 13, 92];
const [zero, nine] = [48, 57];
const nothing: readonly string[] = [];

/**
 * Reads JSON documents, one a line, that say no more than who somebody is and what they answered: `{"id":"a","answers":{"<item>":4}}`, with or without spaces
 * between. Any other it leaves to the readers that know what else may stand there.
 */
export class DocumentScanner {
  private codes = new Uint16Array(0);
  private text = '';
  private at = 0;
  private end = 0;
  private readonly items: readonly { readonly codes: Uint16Array; readonly quickPlace: number }[];
  /** Places of items by the hash of their ids. */
  private readonly places = new Map<number, number>();
  private readonly seen: Uint8Array;
  private readonly full: Float64Array;
  private readonly quick: Float64Array;
  private answered = 0;
  private isQuick = true;

  constructor(catalogue: BankCatalogue) {
    const quick = itemsOf(catalogue, 'quick').map(({ id }) => id);
    this.items = itemsOf(catalogue, 'full').map(({ id }) => ({
      codes: Uint16Array.from(id, (character) => character.charCodeAt(0)),
      quickPlace: quick.indexOf(id),
    }));
    this.items.forEach(({ codes }, place) => this.places.set(hash(codes), place));
    this.seen = new Uint8Array(this.items.length);
    this.full = new Float64Array(this.items.length);
    this.quick = new Float64Array(quick.length);
  }

  /** Takes whole lines in place of those before. */
  take(text: string): void {
    if (this.codes.length < text.length) this.codes = new Uint16Array(text.length * 2);
    Buffer.from(this.codes.buffer).write(text, 'utf16le');
    this.text = text;
  }

  /** The document that begins in a place of the text and ends its line; undefined where it is another one. */
  read(start: number, end: number, line: number): FilledSheet | undefined {
    this.begin(start, end);
    const id = this.readMembers();
    if (id === undefined || this.answered === 0) return undefined;
    for (; this.at < end; this.at += 1) if (this.codes[this.at] !== space && this.codes[this.at] !== carriageReturn) return undefined;
    if (!this.isQuick) return { line, id, test: 'full', answers: this.full, avoid: nothing };
    this.items.forEach(({ quickPlace }, place) => {
      if (quickPlace >= 0) this.quick[quickPlace] = this.full[place] ?? NaN;
    });
    return { line, id, test: 'quick', answers: this.quick, avoid: nothing };
  }

  private begin(start: number, end: number): void {
    [this.at, this.end] = [start, end];
    this.seen.fill(0);
    this.full.fill(NaN);
    [this.answered, this.isQuick] = [0, true];
  }

  /** What tells the person apart, once all of the document is read; undefined where anything else is in it. */
  private readMembers(): string | undefined {
    let id: string | undefined;
    let hasAnswers = false;
    if (!this.skip(open)) return undefined;
    do {
      const key = this.readString();
      if (key === undefined || !this.skip(colon)) return undefined;
      if (key === 'id' && id === undefined) {
        id = this.readName();
        if (id === undefined) return undefined;
      } else if (key !== 'answers' || hasAnswers || !this.readAnswers()) return undefined;
      else hasAnswers = true;
    } while (this.skip(comma));
    return this.skip(close) && hasAnswers ? (id ?? '') : undefined;
  }

  private readAnswers(): boolean {
    const { codes } = this;
    if (!this.skip(open)) return false;
    do {
      const place = this.readItem();
      if (place === undefined || this.seen[place] !== 0 || !this.skip(colon)) return false;
      this.skipSpaces();
      const answer = (codes[this.at] ?? 0) - zero;
      if (!(answer >= 0 && answer <= 5)) return false;
      this.at += 1;
      this.seen[place] = 1;
      if (answer === 0) continue;
      this.full[place] = answer;
      this.answered += 1;
      this.isQuick &&= (this.items[place]?.quickPlace ?? -1) >= 0;
    } while (this.skip(comma));
    return this.skip(close);
  }

  /** The place of the item that is named; undefined where it is none. */
  private readItem(): number | undefined {
    const { codes } = this;
    if (!this.skip(quote)) return undefined;
    const start = this.at;
    let sum = 0;
    while (this.at < this.end && codes[this.at] !== quote) {
      sum = addToHash(sum, codes[this.at] ?? 0);
      this.at += 1;
    }
    const place = this.places.get(sum);
    const known = place === undefined ? undefined : this.items[place]?.codes;
    if (known?.length !== this.at - start) return undefined;
    for (let index = 0; index < known.length; index += 1) if (known[index] !== codes[start + index]) return undefined;
    this.at += 1;
    return place;
  }

  private readName(): string | undefined {
    const { codes } = this;
    this.skipSpaces();
    if (codes[this.at] === quote) {
      const text = this.readString();
      return text === undefined ? undefined : cleanText(text);
    }
    const start = this.at;
    while (this.at < this.end && (codes[this.at] ?? 0) >= zero && (codes[this.at] ?? 0) <= nine) this.at += 1;
    // No number begins with a zero, and what follows this one may belong to it.
    if (start === this.at || codes[start] === zero || (codes[this.at] !== comma && codes[this.at] !== close)) return undefined;
    return this.text.slice(start, this.at);
  }

  /** A string without anything escaped. */
  private readString(): string | undefined {
    const { codes } = this;
    if (!this.skip(quote)) return undefined;
    const start = this.at;
    for (; this.at < this.end; this.at += 1) {
      const code = codes[this.at] ?? 0;
      if (code === quote) break;
      if (code < space || code === backslash) return undefined;
    }
    this.at += 1;
    return this.at > this.end ? undefined : this.text.slice(start, this.at - 1);
  }

  /** Whether a character comes next, behind spaces; it is left behind then. */
  private skip(code: number): boolean {
    this.skipSpaces();
    if (this.at >= this.end || this.codes[this.at] !== code) return false;
    this.at += 1;
    return true;
  }

  private skipSpaces(): void {
    while (this.codes[this.at] === space) this.at += 1;
  }
}

function hash(codes: Uint16Array): number {
  return codes.reduce(addToHash, 0);
}

function addToHash(sum: number, code: number): number {
  return (Math.imul(sum, 31) + code) | 0;
}
