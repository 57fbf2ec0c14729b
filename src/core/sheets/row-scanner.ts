const [lineFeed, carriageReturn, quote] = [10, 13, 34];

/**
 * Finds the cells of rows that stand as spreadsheets write them (RFC 4180), where a cell that begins with a quotation mark ends with one, as csv-parse does.
 * Any other row it leaves to csv-parse, with all that follows. It makes no object for a row or a cell.
 */
export class RowScanner {
  /** Cells of the row found last. */
  cellCount = 0;
  /** Line breaks before that row. */
  breaks = 0;
  /** Where each cell begins and ends in the text, without its quotation marks. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** The characters of the text. Only as many as it has count. */
  codes = new Uint16Array(0);

  private text = '';
  private at = 0;
  private rowStart = 0;
  private nextBreaks = 0;
  /** Cells with doubled quotation marks, of the row found last. */
  private readonly doubled: number[] = [];
  private readonly separator: number;

  constructor(separator: string) {
    this.separator = separator.charCodeAt(0);
  }

  /** Takes whole rows in place of those before. */
  take(text: string): void {
    if (this.codes.length < text.length) this.codes = new Uint16Array(text.length * 2);
    // Numbers of an array are read faster than characters of a string.
    Buffer.from(this.codes.buffer).write(text, 'utf16le');
    [this.text, this.at, this.nextBreaks] = [text, 0, 0];
  }

  /** Finds the next row that is not empty; false when there is none, or it is left to csv-parse. */
  next(): boolean {
    const { codes, text } = this;
    while (this.at < text.length && (codes[this.at] === lineFeed || codes[this.at] === carriageReturn)) this.skipBreak();
    this.breaks = this.nextBreaks;
    this.rowStart = this.at;
    return this.at < text.length && this.findCells();
  }

  /** What was left: from the row on that is not as it should be. */
  rest(): string {
    return this.text.slice(this.rowStart);
  }

  /** The row found last, as it stands in the text. */
  raw(): string {
    return this.text.slice(this.rowStart, this.at);
  }

  cell(place: number): string {
    const cell = this.text.slice(this.starts[place], this.ends[place]);
    return this.doubled.includes(place) ? cell.replaceAll('""', '"') : cell;
  }

  cells(): string[] {
    return Array.from({ length: this.cellCount }, (_, place) => this.cell(place));
  }

  private findCells(): boolean {
    const { codes, separator, doubled } = this;
    const { length } = this.text;
    doubled.length = 0;
    let cells = 0;
    let at = this.at;
    for (;;) {
      if (cells === this.starts.length) this.grow();
      if (at < length && codes[at] === quote) {
        const start = at + 1;
        const end = this.findClosing(start, cells);
        if (end < 0) return false;
        this.starts[cells] = start;
        this.ends[cells] = end;
        at = end + 1;
      } else {
        this.starts[cells] = at;
        for (; at < length; at += 1) {
          const code = codes[at];
          if (code === separator || code === lineFeed || code === carriageReturn) break;
        }
        this.ends[cells] = at;
      }
      cells += 1;
      if (at < length && codes[at] === separator) at += 1;
      else if (at >= length || codes[at] === lineFeed || codes[at] === carriageReturn) break;
      else return false;
    }
    this.cellCount = cells;
    this.at = at;
    return true;
  }

  /** Where the quotation mark stands that closes a cell; −1 where none does. */
  private findClosing(start: number, cell: number): number {
    const { codes } = this;
    const { length } = this.text;
    for (let at = start; at < length; at += 1) {
      const code = codes[at];
      if (code === lineFeed || (code === carriageReturn && codes[at + 1] !== lineFeed)) this.nextBreaks += 1;
      if (code !== quote) continue;
      if (at + 1 >= length || codes[at + 1] !== quote) return at;
      at += 1;
      if (this.doubled.at(-1) !== cell) this.doubled.push(cell);
    }
    return -1;
  }

  private skipBreak(): void {
    const isBoth = this.codes[this.at] === carriageReturn && this.at + 1 < this.text.length && this.codes[this.at + 1] === lineFeed;
    this.at += isBoth ? 2 : 1;
    this.nextBreaks += 1;
  }

  private grow(): void {
    const [starts, ends] = [new Int32Array(this.starts.length * 2), new Int32Array(this.ends.length * 2)];
    starts.set(this.starts);
    ends.set(this.ends);
    [this.starts, this.ends] = [starts, ends];
  }
}
