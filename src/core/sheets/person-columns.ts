import { foldLabel } from './labels.ts';

/** Longer than this, a header asks for no name. */
const longestHeader = 200;

/** What people are told apart by, from what says most. What a form asks is often longer, or has a number behind where the form has such a column, too. */
const persons: readonly RegExp[] = [
  /^(?:氏名|名前|姓名|フルネーム|ニックネーム|full ?name|your ?name|name|nickname)/,
  /^(?:学籍番号|学生番号|学生証番号|student ?(?:id|number|no))/,
  /^(?:社員番号|社員id|従業員番号|職員番号|スタッフ番号|(?:employee|staff) ?(?:id|number|no))/,
  /^(?:会員番号|受講番号|参加者番号|識別番号|整理番号|番号|member ?(?:id|number|no)|participant ?(?:id|number|no)?|number)/,
  /^(?:メールアドレス|メール|電子メール|e-?mail(?: ?address)?|mail ?address|mail|ユーザー名|username)/,
];

/** What may follow in a question: what to do, another kind of name, or a form's number for a second column of the name. */
const rest = /^\s*(?:(?:か|または|もしくは|又は|or)\s*\S.*|(?:を|は|の入力|をご?記入).*|\d|[?:：]|$)/;

/** Forms put this where nobody had to say who they are. */
const nobody = new Set(['', 'anonymous', '匿名'].map(foldLabel));

/** How a column may tell people apart. */
export interface PersonColumn {
  readonly cell: number;
  /** Its place among the kinds, from the best; the running number of a form comes last. */
  readonly rank: number;
  /** The form's own column has this name without a number behind. */
  readonly isSecond: boolean;
}

/** The columns that may tell people apart, the best first, but for one whose name is just `id`. */
export function findPersonColumns(header: readonly string[]): PersonColumn[] {
  const found = header.flatMap((name, cell): PersonColumn[] => {
    if (name.length > longestHeader) return [];
    const regular = regularOf(name);
    const folded = foldLabel(name);
    if (/^id\d?$/.test(folded)) return [{ cell, rank: -1, isSecond: folded !== 'id' || regular === 'id' }];
    const rank = persons.findIndex((person) => {
      const matched = person.exec(regular);
      return matched !== null && rest.test(regular.slice(matched[0].length));
    });
    return rank < 0 ? [] : [{ cell, rank, isSecond: /\d$/.test(folded) }];
  });
  return found.toSorted((a, b) => a.rank - b.rank || Number(b.isSecond) - Number(a.isSecond) || a.cell - b.cell);
}

/** A header without what is in brackets, numbers before it, and words of politeness. */
function regularOf(name: string): string {
  const regular = name
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .trim();
  const asked = regular
    .toLowerCase()
    .replace(/^(?:(?:q|問)?\d+\s*[.:、)]\s*|q\d+\s+)/, '')
    .replace(/^(?:お|ご|貴方の|あなたの|please enter )/, '');
  return (/^id$/i.test(regular) ? regular : asked).replace(/\s*[*※].*$/, '').trim();
}

/** Whether a column says of anybody who it is. */
export function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => !nobody.has(foldLabel(cell)));
}

/** Whether a column just counts, as forms number the answers they get: each number above the one before, and hardly any left out. */
export function isRunning(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (numbers.length === 0 || !numbers.every((text) => /^[1-9]\d{0,8}$/.test(text))) return false;
  const values = numbers.map(Number);
  const [first = 0] = values;
  return values.every((value, place) => place === 0 || value > (values[place - 1] ?? 0)) && (values.at(-1) ?? 0) - first < 5 * values.length;
}
