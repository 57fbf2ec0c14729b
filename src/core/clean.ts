import { stripVTControlCharacters } from 'node:util';

// What stays: the zero-width joiner, which makes one picture of several, and selectors of forms, which names need (辻󠄀). They hide nothing and steer nothing.
const unprintable = new RegExp(
  `[${[
    String.raw`\u0000-\u0008\u000B-\u001F\u007F-\u009F`, // C0 and C1 controls
    String.raw`\u061C\u200E\u200F\u202A-\u202E\u2060-\u206F`, // what turns the direction of writing, and invisible operators
    String.raw`\u00AD\u034F\u17B4\u17B5\u180E\u200B\u200C\uFEFF`, // soft hyphen, invisible joints
    String.raw`\u115F\u1160\u3164\uFFA0`, // invisible fillers
    String.raw`\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E007F}`, // annotations, musical controls, tags
  ].join('')}]|\\p{Surrogate}`,
  'gu',
);

/**
 * Text from outside made safe and regular: escape sequences, control, bidi and invisible
 * characters removed, composed (NFC), line breaks and runs of spaces folded into one space,
 * or into nothing between two full-width characters.
 */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unprintable, '')
    .normalize('NFC')
    .replace(/(?<=[\u3000-\u9FFF\uFF01-\uFF60])[ \t]*\n\s*(?=[\u3000-\u9FFF\uFF01-\uFF60])/g, '')
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}

/**
 * A part of a line of a file as it may be shown: a mark (U+FFFD) for each control, bidi or invisible character, so that
 * it can be seen what is wrong, and spaces for tabs.
 */
export function cleanLine(line: string): string {
  return line
    .replace(/\r$/, '')
    .replaceAll('\t', '    ')
    .replace(/[\u2028\u2029]/g, '\uFFFD')
    .replace(unprintable, '\uFFFD')
    .normalize('NFC');
}

/** A name from outside as it may be repeated to people: cleaned, and cut when it is long. */
export function excerpt(name: string, longest = 60): string {
  const characters = Array.from(cleanText(name));
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest).join('')}…`;
}
