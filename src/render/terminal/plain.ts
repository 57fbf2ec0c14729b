import { fullWidth } from '../../core/clean.ts';
import { stripMarks } from '../text/marks.ts';
import { mapTexts } from '../../pages/page.ts';
import type { Cell } from '../../pages/page.ts';
import type { Block, Page } from '../text/drawn.ts';
import { wholeLine } from '../../pages/page.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Style } from './style.ts';

/** Labelled lines without boxes or wrapping, for screen readers, `grep` and mail. */
export function renderPlain(marked: Page, { messages, interactive }: Style): string {
  // Marks would be read aloud.
  const page = mapTexts(marked, stripMarks);
  if (page.blocks.length === 0) return '';
  const parts = page.blocks.map((block, index) => {
    const lines = describeBlock(setSigns(block, messages), messages).join('\n');
    // A heading belongs to what follows it.
    return index > 0 && page.blocks[index - 1]?.kind === 'heading' ? lines : `\n${lines}`;
  });
  const next = interactive && page.next !== undefined ? [`\n${page.next.label}: ${page.next.command}`] : [];
  return [...parts, ...next].join('\n').trimStart() + '\n';
}

// Pages set ids and shares behind a text as tables are set, with half-width brackets: 総務 (soumu).
const behindJapanese = new RegExp(String.raw`(?<=${fullWidth}) \(([^()]*)\)`, 'gu');

/** A text with the brackets of its language. Lines of files stay as they are. */
function setSigns(block: Block, { language, setInBrackets }: Messages): Block {
  if (language !== 'ja' || block.kind === 'problem') return block;
  return mapTexts(block, (text) => text.replace(behindJapanese, (_, inner: string) => setInBrackets(inner)));
}

function describeBlock(block: Block, { common, joinTerms, setInBrackets }: Messages): string[] {
  const behind = (text: string | undefined) => (text === undefined ? '' : setInBrackets(text));
  switch (block.kind) {
    case 'title':
      return [block.name + behind(block.reading), ...(block.asides.length === 0 ? [] : [joinTerms(block.asides)])];
    case 'heading':
      return [block.text, ...(block.remark === undefined ? [] : [block.remark])];
    case 'paragraph':
      return [block.text];
    case 'fields':
      return [
        ...(block.caption === undefined ? [] : [block.caption]),
        ...block.fields.map(({ label, terms, commands = [] }) => `${label}: ${joinTerms([...terms, ...commands])}`),
      ];
    case 'items':
      return [
        ...block.items.flatMap(({ text, tag, detail, facts = [], notes = [] }) => [
          `- ${text}${behind(tag)}`,
          ...(detail === undefined ? [] : [`  ${detail}`]),
          ...facts.map(({ label, value }) => `  ${label}: ${value}`),
          ...notes.flatMap(({ label, text: note, figures = [] }) => [
            `  ${label}: ${note}`,
            ...figures.map((figure) => `    ${figure.label}: ${figure.value}`),
          ]),
        ]),
        ...(block.more === undefined ? [] : [`- ${block.more}`]),
      ];
    case 'problem':
      return [
        `${block.place}: ${block.label}: ${block.text}`,
        ...(block.source === undefined ? [] : [`  ${block.source.line}: ${wholeLine(block.source)}`]),
        ...block.hints.map((hint) => `  ${hint}`),
      ];
    case 'radar':
      return [];
    case 'table':
      return block.rows.flatMap(({ heading, name, remark, groups }, index) => [
        ...(index > 0 ? [''] : []),
        ...(heading === undefined ? [] : [heading, '']),
        name.join(' ') + behind(remark),
        ...block.columns.slice(1).flatMap(({ label }, column) =>
          describeCells(
            label,
            groups.flatMap((group) => group[column] ?? []),
            common.notRecorded,
          ),
        ),
      ]);
  }
}

function describeCells(label: string, cells: readonly Cell[], nothing: string): string[] {
  const texts = cells.flatMap(({ texts: found, mark, closing }) => [
    ...found.map((text) => (mark === 'same' ? `= ${text}` : text)),
    ...(closing === undefined ? [] : [closing]),
  ]);
  if (texts.length === 0 && cells.some(({ quiet }) => quiet === true)) return [];
  // A column without a name says what it is itself.
  if (label === '') return texts.map((text) => `  ${text}`);
  return texts.length <= 1 ? [`  ${label}: ${texts[0] ?? nothing}`] : [`  ${label}:`, ...texts.map((text) => `  - ${text}`)];
}
