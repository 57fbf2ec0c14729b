/** What closes what these signs open. */
export const closingSigns: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** A sign by its code point (`U+00A0`), with its name in Unicode where it has one here; `common` are names that people use, `kinds` those for others. */
export function describeSign(code: string, common: Readonly<Record<string, string>>, kinds: { readonly space: string; readonly invisible: string }) {
  const isSpace = /^\p{Z}$/u.test(String.fromCodePoint(Number.parseInt(code.slice(2), 16)));
  return { label: common[code] ?? (isSpace ? kinds.space : kinds.invisible), names: [signNames[code], code].filter((name) => name !== undefined) };
}

/** Names in Unicode of spaces and of signs that nobody sees, by their code point. */
const signNames: Readonly<Record<string, string>> = {
  'U+000B': 'LINE TABULATION',
  'U+000C': 'FORM FEED',
  'U+0085': 'NEXT LINE',
  'U+00A0': 'NO-BREAK SPACE',
  'U+00AD': 'SOFT HYPHEN',
  'U+034F': 'COMBINING GRAPHEME JOINER',
  'U+061C': 'ARABIC LETTER MARK',
  'U+115F': 'HANGUL CHOSEONG FILLER',
  'U+1160': 'HANGUL JUNGSEONG FILLER',
  'U+1680': 'OGHAM SPACE MARK',
  'U+180E': 'MONGOLIAN VOWEL SEPARATOR',
  'U+2000': 'EN QUAD',
  'U+2001': 'EM QUAD',
  'U+2002': 'EN SPACE',
  'U+2003': 'EM SPACE',
  'U+2004': 'THREE-PER-EM SPACE',
  'U+2005': 'FOUR-PER-EM SPACE',
  'U+2006': 'SIX-PER-EM SPACE',
  'U+2007': 'FIGURE SPACE',
  'U+2008': 'PUNCTUATION SPACE',
  'U+2009': 'THIN SPACE',
  'U+200A': 'HAIR SPACE',
  'U+200B': 'ZERO WIDTH SPACE',
  'U+200C': 'ZERO WIDTH NON-JOINER',
  'U+200D': 'ZERO WIDTH JOINER',
  'U+200E': 'LEFT-TO-RIGHT MARK',
  'U+200F': 'RIGHT-TO-LEFT MARK',
  'U+2028': 'LINE SEPARATOR',
  'U+2029': 'PARAGRAPH SEPARATOR',
  'U+202A': 'LEFT-TO-RIGHT EMBEDDING',
  'U+202B': 'RIGHT-TO-LEFT EMBEDDING',
  'U+202C': 'POP DIRECTIONAL FORMATTING',
  'U+202D': 'LEFT-TO-RIGHT OVERRIDE',
  'U+202E': 'RIGHT-TO-LEFT OVERRIDE',
  'U+202F': 'NARROW NO-BREAK SPACE',
  'U+205F': 'MEDIUM MATHEMATICAL SPACE',
  'U+2060': 'WORD JOINER',
  'U+2066': 'LEFT-TO-RIGHT ISOLATE',
  'U+2067': 'RIGHT-TO-LEFT ISOLATE',
  'U+2068': 'FIRST STRONG ISOLATE',
  'U+2069': 'POP DIRECTIONAL ISOLATE',
  'U+2800': 'BRAILLE PATTERN BLANK',
  'U+3000': 'IDEOGRAPHIC SPACE',
  'U+3164': 'HANGUL FILLER',
  'U+FEFF': 'ZERO WIDTH NO-BREAK SPACE',
  'U+FFA0': 'HALFWIDTH HANGUL FILLER',
};
