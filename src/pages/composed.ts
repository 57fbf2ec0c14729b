// Texts that are composed of others, and how they fall apart again: a line is broken in a part as where the part stands alone.

/** A part of a composed text. */
export interface Part {
  /** Where it starts. */
  readonly start: number;
  /** The text that it was composed of; none where it is never broken. */
  readonly text?: string;
}

/** A text with its share behind it: 検品 (93%), or without brackets. */
export function addShare(text: string, share: string, brackets: '()' | '' = '()'): string {
  return brackets === '' ? `${text} ${share}` : `${text} (${share})`;
}

function readShare(composed: string): Part[] | undefined {
  const [, text] = /^(.+) (?:\d+%|\(\d+%\))$/s.exec(composed) ?? [];
  return text === undefined ? undefined : [{ start: 0, text }, { start: text.length + 1 }];
}

/** A text behind what it belongs to, such as an answer behind its question: 学歴: 高校卒. */
export function addLabel(label: string, text: string): string {
  return `${label}: ${text}`;
}

function readLabel(composed: string): Part[] | undefined {
  const [, label, text] = /^(.+): (.+)$/s.exec(composed) ?? [];
  if (label === undefined || text === undefined) return undefined;
  return [
    { start: 0, text: label },
    { start: label.length + 2, text },
  ];
}

/** The parts of a text that one of the functions above has composed; none of any other. Another text may look as if it were composed. */
export function readParts(text: string): readonly Part[] | undefined {
  return readShare(text) ?? readLabel(text);
}
