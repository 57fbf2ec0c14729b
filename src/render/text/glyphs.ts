/** The marks that pages are drawn with. All of them count as one column. */
export interface Glyphs {
  /** Texts, too, are to be written without Ambiguous marks. */
  readonly ascii: boolean;
  readonly bullet: string;
  readonly arrow: string;
  readonly caution: string;
  readonly separator: string;
  /** Where a line was cut. */
  readonly ellipsis: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly cross: string;
  readonly nothing: string;
  readonly same: string;
  readonly evidence: string;
  readonly bar: string;
  /** Half a cell of a bar; empty where there is none. */
  readonly halfBar: string;
  /** The bar of an estimate. */
  readonly estimate: string;
  /** What is left of a scale behind the bar. */
  readonly rest: string;
  /** The place of the average on a bar. */
  readonly average: string;
}

export const unicodeGlyphs: Glyphs = {
  ascii: false,
  bullet: '•',
  arrow: '→',
  caution: '!',
  separator: '·',
  ellipsis: '…',
  horizontal: '─',
  vertical: '│',
  cross: '┼',
  nothing: '—',
  same: '=',
  evidence: '#',
  bar: '█',
  halfBar: '▌',
  estimate: '▒',
  rest: '·',
  average: '┃',
};

export const asciiGlyphs: Glyphs = {
  ascii: true,
  bullet: '*',
  arrow: '>',
  caution: '!',
  separator: '/',
  ellipsis: '...',
  horizontal: '-',
  vertical: '|',
  cross: '+',
  nothing: '-',
  same: '=',
  evidence: '#',
  bar: '#',
  halfBar: '',
  estimate: '=',
  rest: '.',
  average: '|',
};

const replacements: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '‥': '..',
  '\uFFFD': '?',
  '·': '/',
  '•': '*',
  '→': '->',
  '←': '<-',
  '⇒': '=>',
  '┃': '|',
  '×': 'x',
  '○': 'o',
  '✓': '+',
  '✗': 'x',
  '±': '+-',
  '°': ' deg',
  '§': 'S.',
  '≧': '>=',
  '≦': '<=',
  '≥': '>=',
  '≤': '<=',
};
const replaceable = new RegExp(`[${Object.keys(replacements).join('')}]`, 'g');

const accents = /(?<=[A-Za-z])\p{Mark}+/gu;

/** A text with the East Asian Ambiguous marks of our pages and texts, and Latin accents, written in ASCII. Other letters and symbols stay. */
export function toAscii(text: string): string {
  return text
    .replace(replaceable, (mark) => replacements[mark] ?? mark)
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC');
}
