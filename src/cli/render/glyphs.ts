/** The marks that pages are drawn with. All of them count as one column. */
export interface Glyphs {
  /** Texts, too, are to be written without Ambiguous marks. */
  readonly ascii: boolean;
  readonly bullet: string;
  readonly arrow: string;
  readonly caution: string;
  readonly separator: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly cross: string;
  readonly nothing: string;
  readonly same: string;
}

export const unicodeGlyphs: Glyphs = {
  ascii: false,
  bullet: '•',
  arrow: '→',
  caution: '!',
  separator: '·',
  horizontal: '─',
  vertical: '│',
  cross: '┼',
  nothing: '—',
  same: '=',
};

export const asciiGlyphs: Glyphs = {
  ascii: true,
  bullet: '*',
  arrow: '>',
  caution: '!',
  separator: '/',
  horizontal: '-',
  vertical: '|',
  cross: '+',
  nothing: '-',
  same: '=',
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
  '·': '/',
  '•': '*',
  '→': '->',
  '←': '<-',
  '⇒': '=>',
  '×': 'x',
  '±': '+-',
  '°': ' deg',
  '§': 'S.',
  '≧': '>=',
  '≦': '<=',
  '≥': '>=',
  '≤': '<=',
};
const replaceable = new RegExp(`[${Object.keys(replacements).join('')}]`, 'g');

/** Plain data with every East Asian Ambiguous mark in its texts written in ASCII. Letters stay. */
export function toAscii<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replace(replaceable, (mark) => replacements[mark] ?? mark) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => toAscii(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toAscii<unknown>(item)])) as Value;
}
