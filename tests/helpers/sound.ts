import { parse as parseCsv } from 'csv-parse/sync';
import { expect } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Outcome } from './cli.ts';

/** The colours and other styles of the program, and nothing else that begins with ESC. */
const styles = /\u001B\[(?:\d{1,3}(?:;\d{1,3})*)m/gu;
/** Controls (C0 and C1) but the line break, what turns the direction of text, invisible characters, and halves of characters. ZWJ joins emoji and may stay. */
const unsafe =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]|\p{Surrogate}/u;
const stack = /^\s+at .*[:(]\d+/mu;

/** The first character of a text that must not reach a terminal, with what is around it. */
function findUnsafe(text: string): string | undefined {
  const found = unsafe.exec(text);
  return found === null ? undefined : JSON.stringify(text.slice(Math.max(0, found.index - 30), found.index + 30));
}

/** Expects of a run what holds for every one, whatever the input: a known exit code, words with every failure, no stack, nothing that steers a terminal. */
export function expectSound({ code, out, err, paged }: Outcome, args: readonly string[], { coloured = false } = {}): void {
  expect([0, 1, 2, 130]).toContain(code);
  const answers = [out, ...paged.map(({ text }) => text)];
  // `check` says in its answer what is wrong, and to the script of a shell nothing is said.
  if ((code === 1 || code === 2) && args[0] !== '__complete') expect([err, ...(args.includes('check') ? answers : [])].join('')).toMatch(/\S/u);
  for (const text of [...answers, err]) {
    const plain = coloured ? text.replace(styles, '') : text;
    expect(findUnsafe(args[0] === '__complete' ? plain.replaceAll('\t', '') : plain)).toBeUndefined();
    expect(stack.exec(plain)?.[0]).toBeUndefined();
  }
}

/** Expects of the answer of a run that it can be read as its format. */
export function expectReadable({ code, out }: Outcome, format: string): void {
  const markup = /(?<!\\)<(?:script|img )/u;
  if (format === 'html') expect(out).not.toMatch(markup);
  // In a block of code, a line of a file stands as it is; nothing in it ends the block.
  if (format === 'markdown') expect(out.replace(/^ *(`{3,})yaml\n[^]*?\n *\1$/gmu, '')).not.toMatch(markup);
  if (code !== 0 || out === '') return;
  if (format === 'json') JSON.parse(out);
  if (format === 'yaml') parseYaml(out);
  if (format === 'csv') parseCsv(out);
}
