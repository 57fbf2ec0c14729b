import { Command, Sentence, writeText } from '../../messages/text.ts';
import type * as pages from '../../pages/page.ts';

/** What is drawn: commands are written as this person types them. */
export type Drawn<Value> = Value extends Command | Sentence
  ? string
  : Value extends string | number | boolean | undefined
    ? Value
    : Value extends readonly (infer Item)[]
      ? readonly Drawn<Item>[]
      : { readonly [Key in keyof Value]: Drawn<Value[Key]> };

export type Page = Drawn<pages.Page>;
export type Block = Drawn<pages.Block>;
export type Item = Drawn<pages.Item>;
export type Note = Drawn<pages.Note>;
export type Problem = Drawn<pages.Problem>;

/** A page, or a part of one, with its commands written for somebody who calls the program so, and every text changed. */
export function drawTexts<Value>(value: Value, invocation: string, change: (text: string) => string = (text) => text): Drawn<Value> {
  const walk = (item: unknown): unknown => {
    if (typeof item === 'string') return change(item);
    if (typeof item !== 'object' || item === null) return item;
    if (Array.isArray(item)) return item.map(walk);
    if (item instanceof Command || item instanceof Sentence) return change(writeText(item, invocation));
    const drawn: Record<string, unknown> = { ...item };
    for (const key of Object.keys(drawn)) drawn[key] = walk(drawn[key]);
    return drawn;
  };
  return walk(value) as Drawn<Value>;
}
