/** A command of this program, as a text may suggest it: what stands behind the program's name. How the program is called is known only where it is drawn. */
export class Command {
  readonly line: string;

  constructor(line: string) {
    this.line = line;
  }
}

/** A text that names commands, in its parts. */
export class Sentence {
  readonly parts: readonly (string | Command)[];

  constructor(parts: readonly (string | Command)[]) {
    this.parts = parts;
  }
}

/** A text of ours: one with commands in it is no string, so that nobody's own words are taken for a command. */
export type Text = string | Command | Sentence;

/** A command line of this program, given without the program's name. */
export function command(line: string): Command {
  return new Command(line);
}

/** A template whose values may be commands, or texts with commands in them. */
export function say(strings: TemplateStringsArray, ...values: readonly (Text | number)[]): Text {
  return joinParts(strings.flatMap((string, index) => [...(index === 0 ? [] : partsOf(values[index - 1] ?? '')), string]));
}

/** Texts with a separator between them. */
export function joinTexts(texts: readonly Text[], separator: string): Text {
  return joinParts(texts.flatMap((text, index) => [...(index === 0 ? [] : [separator]), ...partsOf(text)]));
}

/** A text as it is read by somebody who runs the program by this name. */
export function writeText(text: Text, invocation = 'backoffice'): string {
  return partsOf(text)
    .map((part) => (typeof part === 'string' ? part : `${invocation} ${part.line}`))
    .join('');
}

function partsOf(text: Text | number): readonly (string | Command)[] {
  if (text instanceof Sentence) return text.parts;
  return [typeof text === 'number' ? String(text) : text];
}

function joinParts(parts: readonly (string | Command)[]): Text {
  return parts.every((part) => typeof part === 'string') ? parts.join('') : new Sentence(parts);
}
