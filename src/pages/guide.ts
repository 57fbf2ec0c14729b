import { command } from '../messages/text.ts';
import { nameCommands } from './name-commands.ts';
import type { GuideDocument, GuideTopicDocument } from '../core/views/guide.ts';
import type { Messages } from '../messages/messages.ts';
import type { Block, Page } from './page.ts';
import { describeSources } from './role.ts';

/** The topics of the guide, each with the command that shows it. */
export function buildGuidePage({ topics }: GuideDocument, messages: Messages): Page {
  const [first] = topics;
  return {
    blocks: [
      { kind: 'title', name: messages.guide.title, asides: [] },
      {
        kind: 'items',
        items: topics.map(({ id, title, summary }) => ({
          text: title,
          detail: summary,
          notes: [{ kind: 'command', label: messages.common.read, text: command(`guide ${id}`) }],
        })),
      },
    ],
    ...(first === undefined ? {} : { next: { label: messages.common.next, command: command(`guide ${first.id}`) } }),
  };
}

/** One topic of the guide; `nextTopic` is what to read after it. */
export function buildGuideTopicPage({ topic }: GuideTopicDocument, nextTopic: string | undefined, messages: Messages): Page {
  return {
    blocks: [
      { kind: 'title', name: topic.title, asides: [topic.id] },
      { kind: 'paragraph', text: topic.summary },
      ...topic.sections.flatMap(({ title, text, open, entries }): Block[] => [
        { kind: 'heading', text: title },
        ...(text === undefined ? [] : [{ kind: 'paragraph', text: nameCommands(text), inset: true } as const]),
        ...(entries.length === 0
          ? []
          : [
              {
                kind: 'items',
                items: entries.map((entry) => (entry.detail === undefined ? entry : { ...entry, detail: nameCommands(entry.detail) })),
                ...(open ? { more: messages.common.onlyExamples } : {}),
              } as const,
            ]),
      ]),
      ...(topic.sources.length === 0 ? [] : [{ kind: 'fields', fields: describeSources(topic.sources, messages) } as const]),
    ],
    next: { label: messages.common.next, command: nextTopic === undefined ? command('list') : command(`guide ${nextTopic}`) },
  };
}
