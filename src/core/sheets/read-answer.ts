import leven from 'leven';
import { languages } from '../catalogue/model.ts';
import type { FitResponse } from '../catalogue/model.ts';
import { isAnswer } from '../fit/response-scale.ts';
import { foldLabel } from './labels.ts';

/** So many different texts are remembered: in an answer column there are few. */
const mostRemembered = 1000;

/** Longer than this, nothing is an answer; nobody writes a label so. */
const longestAnswer = 60;

/** What people and forms write where there is no answer, folded. */
const noAnswerTexts = new Set(
  [
    ...[
      'わからない',
      '分からない',
      '判らない',
      '解らない',
      'わかりません',
      '分かりません',
      '不明',
      '未回答',
      '無回答',
      '回答なし',
      '回答無し',
      '回答しない',
      '答えない',
    ],
    ...['回答しません', '回答拒否', '未入力', '未記入', '無記入', '該当なし', '該当無し', 'なし', '無し', '特になし', '空欄', 'スキップ', 'パス'],
    ...['n/a', 'na', 'none', 'null', 'nil', 'unknown', 'unsure', 'not sure', "don't know", 'do not know', "I don't know", 'dk', 'no answer', 'no response'],
    ...['not answered', 'unanswered', 'no opinion', 'not applicable', 'prefer not to say', 'prefer not to answer', 'skip', 'skipped', 'blank', 'empty'],
  ].map(foldLabel),
);

/** A dash or another mark that stands for nothing. */
const onlyMarks = /^[-‐‑‒–—―−ー~〜.…・･*?_/]+$/;

/** A number as forms set it: 5, 5.0, (5), 5., [5], 5点, No.5, 5 points. */
const number = /^(?:no\.?)?[([{【〔「『#]?\s*([1-5])(?:[.,]0+)?\s*(?:点|番|pts?|points?)?\s*[)\]}】〕」』.:、]?$/i;
const zero = /^[([{]?0(?:[.,]0+)?点?[)\]}]?$/;

/** A label with its number before or behind it, folded. */
const numberBefore = /^(?:no)?([1-5])(?:点|番|pts?|points?)?(?=\D)(.+)$/;
const numberBehind = /^(.+\D)([1-5])(?:点|番|pts?|points?)?$/;

/** Reads the answer in a cell: 1–5, 0 for none; undefined for what is neither. */
export type AnswerReader = (text: string) => number | undefined;

/**
 * A reader of answers as people and forms write them: 1–5 in any width and setting, a label in either language, spelt nearly so, with its number or without;
 * and of what says that there is none.
 */
export function createAnswerReader(responses: readonly FitResponse[]): AnswerReader {
  const labels = responses.flatMap(({ value, label }) =>
    languages.map((language) => ({ value, label: label[language], folded: foldSpelling(label[language]) })),
  );
  const remembered = new Map<string, number | undefined>(labels.map(({ label, value }) => [label, value]));
  const readLabel = (folded: string): number | undefined => labels.find((known) => known.folded === folded)?.value ?? findNearLabel(folded, labels);
  const read = (text: string): number | undefined => {
    if (text.length > longestAnswer) return undefined;
    const regular = text
      .normalize('NFKC')
      .replace(/[❶-❺]/g, (digit) => String(digit.charCodeAt(0) - 0x2775))
      .trim();
    const found = number.exec(regular)?.[1];
    if (found !== undefined) return Number(found);
    if (regular === '' || zero.test(regular) || onlyMarks.test(regular) || noAnswerTexts.has(foldLabel(regular))) return 0;
    // A sign before it makes something else of a number or a label.
    if (/^[-+=@]/.test(regular)) return undefined;
    const folded = foldSpelling(regular);
    const [, before, label = ''] = numberBefore.exec(folded) ?? [];
    const [, other = '', behind] = numberBehind.exec(folded) ?? [];
    const stated = Number(before ?? behind ?? 0);
    if (stated === 0) return readLabel(folded);
    // Another number than the label's may be a slip in either.
    return readLabel(before === undefined ? other : label) === stated && isAnswer(stated) ? stated : undefined;
  };
  return (text) => {
    if (remembered.has(text)) return remembered.get(text);
    const value = read(text);
    if (remembered.size < mostRemembered) remembered.set(text, value);
    return value;
  };
}

/** Kanji and kana of the same word, and endings of politeness, made one. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/是非/g, 'ぜひ'],
  [/全く/g, 'まったく'],
  [/余り/g, 'あまり'],
  [/何方/g, 'どちら'],
  [/言え/g, 'いえ'],
  [/見たい/g, 'みたい'],
  [/くありません/g, 'くない'],
  [/(?<=い)(?:です|と思う|と思います)$/g, ''],
];

function foldSpelling(text: string): string {
  return spellings.reduce((folded, [spelling, usual]) => folded.replace(spelling, usual), foldLabel(text));
}

/** The value of the one label that a slip of the pen could have made of the text; a slip never makes yes of no. */
function findNearLabel(text: string, labels: readonly { readonly value: number; readonly folded: string }[]): number | undefined {
  const slips = (label: string) => (isDenied(label) === isDenied(text) && label.length > 5 ? leven(text, label, { maxDistance: 2 }) : 2);
  const near = labels.filter(({ folded }) => slips(folded) === 1);
  const [first] = near;
  return near.every(({ value }) => value === first?.value) ? first?.value : undefined;
}

function isDenied(text: string): boolean {
  return /ない|なく|ません|not|no[rns]|dont|never|rather/.test(text);
}
