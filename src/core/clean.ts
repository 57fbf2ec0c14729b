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
 * Characters that Japanese and Chinese set without spaces between them, as a class of a regular expression (flag `u`): those of East Asian Width wide,
 * full-width or half-width but for Hangul, as CSS Text 3 (4.1.3) joins lines.
 */
export const fullWidth =
  String.raw`[\u2E80-\u312F\u3190-\u9FFF\uF900-\uFAFF\uFE10-\uFE1F\uFE30-\uFE6F\uFF01-\uFF9F\uFFE0-\uFFE6` +
  String.raw`\u{1B000}-\u{1B16F}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]`;

/** What stands before a line end that joins: marks and selectors belong to their character. Bounded, for a run of marks may be as long as a text. */
export const fullWidthBefore = String.raw`(?<=${fullWidth}\p{Mn}{0,4})`;

const joint = new RegExp(String.raw`${fullWidthBefore}[ \t]*\n\s*(?=${fullWidth})`, 'gu');

/** What is clean already: most ids are, and a million of them take their time. */
const cleanAscii = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/**
 * Text from outside made safe and regular: escape sequences, control, bidi and invisible
 * characters removed, composed (NFC), line breaks and runs of spaces folded into one space,
 * or into nothing between two full-width characters.
 */
export function cleanText(text: string): string {
  if (cleanAscii.test(text)) return text;
  return stripVTControlCharacters(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unprintable, '')
    .normalize('NFC')
    .replace(joint, '')
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
