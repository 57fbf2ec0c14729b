import type { FitDocument } from '../core/views/fit.ts';
import type { Messages } from '../messages/messages.ts';
import { findProfile } from './fit-profile.ts';
import { buildFitPage } from './fit.ts';
import type { Block, Page } from './page.ts';
import { textCell } from './page.ts';

/** The result with all there is to say of it: the page, every answer and, where it can be drawn, the profile. */
export function buildFitReport(document: FitDocument, messages: Messages, { isDrawn }: { readonly isDrawn: boolean }): Page {
  const { blocks, ...page } = buildFitPage(document, messages);
  const order = blocks.findIndex(({ kind }) => kind === 'heading');
  const profile = isDrawn && order >= 0 ? drawProfile(document, messages) : [];
  const answers = document.answers.length === 0 ? [] : listAnswers(document, messages);
  return { ...page, blocks: [...blocks.slice(0, Math.max(0, order)), ...profile, ...blocks.slice(Math.max(0, order)), ...answers] };
}

function drawProfile(document: FitDocument, messages: Messages): Block[] {
  const radar = findProfile(document, messages);
  if (radar === undefined) return [];
  return [
    { kind: 'heading', text: messages.fit.radarTitle, remark: messages.fit.radarRemark },
    { kind: 'radar', radar },
  ];
}

function listAnswers({ profile, answers }: FitDocument, messages: Messages): Block[] {
  return [
    { kind: 'title', name: messages.fit.allAnswers, asides: [] },
    { kind: 'heading', text: messages.fit.allDimensions, remark: messages.fit.allDimensionsRemark },
    {
      kind: 'table',
      ruled: false,
      columns: [
        { label: messages.fit.dimension, holds: 'label' },
        { label: messages.common.value, holds: 'number' },
      ],
      rows: profile.map(({ label, value }) => ({ name: [label], groups: [[textCell(value.toFixed(1))]] })),
    },
    { kind: 'heading', text: messages.common.yourAnswer },
    {
      kind: 'table',
      ruled: false,
      columns: [
        { label: messages.fit.question, holds: 'label' },
        { label: messages.common.answer, holds: 'terms' },
      ],
      rows: answers.map(({ text, answer, label }) => ({ name: [text], groups: [[textCell(`${answer} ${label}`)]] })),
    },
    { kind: 'paragraph', text: messages.fit.caution },
  ];
}
