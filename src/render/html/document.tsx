import type { ComponentChildren } from 'preact';
import { isCharted, writeBlock } from './blocks.tsx';
import type { Charts } from './blocks.tsx';
import { writeDocument } from './write-document.tsx';
import { styleSheet } from './style-sheet.ts';
import { writeAsides, writeText } from './text.tsx';
import { stripMarks } from '../text/marks.ts';
import type { Block, Page } from '../text/drawn.ts';
import type { Style } from '../terminal/style.ts';

type Title = Extract<Block, { kind: 'title' }>;

/** A part of a page: its title, and what stands under it. */
interface Part {
  readonly title: Title | undefined;
  readonly blocks: readonly Exclude<Block, { kind: 'title' }>[];
}

/** One self-contained file: no script, no request, nothing but what stands in it. The template library escapes every text. */
export async function renderHtml(page: Page, { messages }: Style): Promise<string> {
  const charts = page.blocks.some(isCharted) ? await import('./charts.ts') : undefined;
  const { language } = messages;
  const parts = splitParts(page.blocks);
  const name = stripMarks(parts.find(({ title }) => title !== undefined)?.title?.name ?? page.title ?? messages.roleList.title);
  return writeDocument(
    { language, title: `${name} · backoffice`, styleSheet },
    <>
      <main>{parts.map((part, place) => writePart(part, place, name, messages, charts))}</main>
      <footer>
        <p>{writeText(messages.report.madeWith, language)}</p>
      </footer>
    </>,
  );
}

function splitParts(blocks: readonly Block[]): Part[] {
  const parts: { title: Title | undefined; blocks: Exclude<Block, { kind: 'title' }>[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'title') parts.push({ title: block, blocks: [] });
    else if (parts.length === 0) parts.push({ title: undefined, blocks: [block] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

function writePart({ title, blocks }: Part, place: number, name: string, messages: Style['messages'], charts: Charts | undefined): ComponentChildren {
  const body = blocks.map((block) => writeBlock(block, { messages, charts, level: place === 0 ? 2 : 3 }));
  const say = (text: string) => writeText(text, messages.language);
  const head =
    title === undefined ? (
      <h1>{say(name)}</h1>
    ) : (
      <>
        {place === 0 ? <h1>{writeName(title, messages)}</h1> : <h2>{writeName(title, messages)}</h2>}
        {title.asides.length === 0 ? null : writeAsides(title.asides, say)}
      </>
    );
  return (
    <section class={place === 0 ? 'first' : 'part'}>
      <header>{head}</header>
      {body}
    </section>
  );
}

/** A name with its reading above it, where it has one. */
function writeName({ name, reading }: Title, { language }: Style['messages']): ComponentChildren {
  if (reading === undefined) return writeText(name, language);
  const isJapanese = /\p{Script=Han}/u.test(name);
  if (!isJapanese) return [writeText(name, language), ' ', <small>{writeText(reading, language)}</small>];
  return (
    <ruby lang="ja">
      {name}
      <rp>（</rp>
      <rt>{reading}</rt>
      <rp>）</rp>
    </ruby>
  );
}
