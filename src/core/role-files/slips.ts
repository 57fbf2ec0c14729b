import type { Diagnostic } from './diagnostics.ts';
import type { Lexeme } from './lexemes.ts';
import { findLast } from './line-and-column.ts';

/** A sign that is not the one that YAML wants in its place, and what is to stand there instead. */
export interface Slip {
  readonly code: Extract<Diagnostic['code'], 'yaml-odd-space' | 'yaml-full-width' | 'yaml-missing-space'>;
  readonly start: number;
  readonly end: number;
  /** The sign: an odd space as its code point (`U+3000`), others as they are. */
  readonly name: string;
  readonly instead: string;
}

/** How slips are looked for. Where it cannot be told what was meant, the caller tries one way after the other. */
export interface SlipSearch {
  /** What an odd space in an indentation was meant for: as many ordinary ones as it is wide, one, or nothing. */
  readonly indent: 'wide' | 'one' | 'nothing';
  /** What may be a key: any word, or only such as role files have. */
  readonly keys: 'any' | 'ascii';
}

// Every space of Unicode but the ordinary one, and all that is invisible: U+00A0, U+3000, U+200B, U+FEFF, controls, fillers.
const fillers = String.raw`\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0`;
const odd = String.raw`(?![ \t\r\n])[\p{Z}\p{Cc}\p{Cf}${fillers}]`;
const gap = `(?:[ \\t]|${odd})*`;
const oddRun = new RegExp(`(?:${odd})+`, 'gu');
const onlyGap = new RegExp(`^${gap}$`, 'u');
const isSpace = /^\p{Z}$/u;
const start = String.raw`^(?<indent>${gap})(?<dashes>(?:-(?:[ \t]|${odd})+)*)(?<tight>-(?=[^\s\-\d]))?`;
// A key has nothing that a gap has: otherwise a line of such signs would be tried with every division into the two.
const invisible = String.raw`\p{Z}\p{C}${fillers}`;
const keyed = {
  ascii: new RegExp(`${start}(?<key>[A-Za-z][\\w-]*|(?=:))(?<before>${gap})(?<colon>[:：])(?<behind>${gap})`, 'u'),
  any: new RegExp(`${start}(?<key>[^${invisible}:：,{}[\\]"'#-][^${invisible}:：,{}[\\]]*|(?=:))(?<before>${gap})(?<colon>[:：])(?<behind>${gap})`, 'u'),
};
const unkeyed = new RegExp(start, 'u');
/** A value that is an id, a number or the like: of a text, spaces at the ends are dropped. Or a comment. */
// With something between them, the two gaps are told apart: otherwise a line of spaces that ends otherwise would be tried with every division.
const bareValue = new RegExp(`^(?<before>${gap})(?:[\\w.+-]+(?<behind>${gap}))?(?:#.*)?$`, 'u');

/**
 * Signs that stand where YAML wants others: odd spaces in an indentation, behind or before `-` and `:`, at the ends of values and behind what is
 * closed; full-width colons; `-` and `:` without a space. Some of them may be text: the caller sees whether the file reads better without them.
 */
export function findSlips(all: readonly Lexeme[], search: SlipSearch): Slip[] {
  const lexemes = all.filter(({ type }) => type !== 'space' && type !== 'flow-error-end');
  return lexemes.flatMap(({ type, source, start: from }, index): Slip[] => {
    if (type === 'block-scalar-header') return findOdd(source, from, () => '');
    if (type !== 'plain-scalar') return [];
    const isValue = lexemes[index - 1]?.type === 'map-value-ind';
    const isKey = lexemes[index + 1]?.type === 'map-value-ind';
    const lines = Array.from(source.matchAll(/[^\r\n]+/g), ({ index: at, 0: line }) => ({ line, at: from + at }));
    return lines.flatMap(({ line, at }, number) => {
      if (isValue && number === 0) return findAtEnds(line, at);
      return findInLine(line, at, isKey && number === lines.length - 1, search);
    });
  });
}

/** The slips of a line that may begin with an entry or a key. `isKey`: a colon stands behind it. */
function findInLine(line: string, at: number, isKey: boolean, { indent: meant, keys }: SlipSearch): Slip[] {
  if (onlyGap.test(line)) return findOdd(line, at, () => '');
  const groups = keyed[keys].exec(line)?.groups ?? splitUnkeyed(line);
  const { indent = '', dashes = '', tight = '', key = '', before = '', colon = '', behind = '' } = groups;
  if (dashes === '' && tight === '' && colon === '' && !isKey) return findAtEnds(line, at);
  const inIndent = (run: string) => Array.from(run, (sign) => ' '.repeat(columnsOf(sign, meant))).join('');
  const dashesAt = at + indent.length;
  const tightAt = dashesAt + dashes.length;
  const beforeAt = tightAt + tight.length + key.length;
  const colonAt = beforeAt + before.length;
  const next = line.charAt(colonAt + 1 - at);
  return [
    ...findOdd(indent, at, inIndent),
    ...findOdd(dashes, dashesAt, () => ' '),
    ...(tight === '' ? [] : [missingSpace('-', tightAt)]),
    ...(colon !== '' || isKey ? findOdd(before, beforeAt, () => '') : []),
    ...(colon === '：' ? [{ code: 'yaml-full-width', start: colonAt, end: colonAt + 1, name: colon, instead: ': ' } as const] : []),
    // `https://` is no key.
    ...(colon === ':' && behind === '' && next !== '' && next !== '/' ? [missingSpace(':', colonAt)] : []),
    ...findOdd(behind, colonAt + 1, () => ' '),
    ...(behind === '' ? [] : findAtEnds(line.slice(colonAt + 1 + behind.length - at), colonAt + 1 + behind.length)),
  ];
}

function columnsOf(sign: string, meant: SlipSearch['indent']): number {
  if (meant !== 'wide') return meant === 'one' ? 1 : 0;
  return sign === '\u3000' ? 2 : isSpace.test(sign) ? 1 : 0;
}

/** The parts of a line without a colon; one may stand behind it. */
function splitUnkeyed(line: string): Readonly<Record<string, string>> {
  const found = unkeyed.exec(line);
  const head = found?.[0].length ?? 0;
  // Not by a pattern: a line may be as long as a file, and have spaces all along.
  const end = Array.from(line).findLastIndex((sign) => !onlyGap.test(sign)) + 1;
  const keyEnd = Math.max(head, Array.from(line).slice(0, end).join('').length);
  return { ...found?.groups, key: line.slice(head, keyEnd), before: line.slice(keyEnd) };
}

function findAtEnds(line: string, at: number): Slip[] {
  if (onlyGap.test(line)) return findOdd(line, at, () => '');
  const { before = '', behind = '' } = bareValue.exec(line)?.groups ?? {};
  return [...findOdd(before, at, () => ' '), ...findOdd(behind, at + line.indexOf(behind, before.length), () => ' ')];
}

function missingSpace(sign: string, at: number): Slip {
  return { code: 'yaml-missing-space', start: at, end: at + 1, name: sign, instead: `${sign} ` };
}

/** Odd spaces of a part, neighbours as one. */
function findOdd(part: string, at: number, instead: (run: string) => string): Slip[] {
  return Array.from(part.matchAll(oddRun), ({ index, 0: run }) => ({
    code: 'yaml-odd-space',
    start: at + index,
    end: at + index + run.length,
    name: `U+${(run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    instead: instead(run),
  }));
}

/** A text with its slips mended, and where in the old text an offset of the new one is. */
export interface MendedText {
  readonly text: string;
  readonly toOld: (offset: number) => number;
}

/** Puts right what slipped. */
export function mendSlips(text: string, slips: readonly Slip[]): MendedText {
  const pieces: string[] = [];
  // Where what was kept begins: in the new text and in the old one.
  const starts = [0];
  const olds = [0];
  let length = 0;
  let last = 0;
  for (const { start: from, end, instead } of slips) {
    pieces.push(text.slice(last, from), instead);
    length += from - last + instead.length;
    starts.push(length);
    olds.push(end);
    last = end;
  }
  pieces.push(text.slice(last));
  return {
    text: pieces.join(''),
    toOld: (offset) => {
      const index = findLast(starts, offset);
      const old = (olds[index] ?? 0) + offset - (starts[index] ?? 0);
      return Math.min(old, slips[index]?.start ?? text.length);
    },
  };
}
