import type { Catalogue, GuideTopic, Language } from '../catalogue/model.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import { viewSources } from './sources.ts';
import type { SourceView } from './sources.ts';
import { localize } from './terms.ts';

export interface GuideTopicView {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly {
    readonly title: string;
    readonly text?: string;
    readonly open: boolean;
    readonly entries: readonly { readonly text: string; readonly detail?: string }[];
  }[];
  readonly sources: readonly SourceView[];
}

export interface GuideDocument extends Document<'guide'> {
  readonly topics: readonly Pick<GuideTopicView, 'id' | 'title' | 'summary'>[];
}

export interface GuideTopicDocument extends Document<'guide-topic'> {
  readonly topic: GuideTopicView;
}

/** The guide's topics as plain data. */
export function viewGuide(catalogue: Catalogue, language: Language): GuideDocument {
  const topics = catalogue.guide.map(({ id, title, summary }) => ({ id, title: title[language], summary: summary[language] }));
  return { ...startDocument('guide', language), topics };
}

/** One guide topic as plain data. */
export function viewGuideTopic(catalogue: Catalogue, topic: GuideTopic, language: Language): GuideTopicDocument {
  return {
    ...startDocument('guide-topic', language),
    topic: {
      id: topic.id,
      title: topic.title[language],
      summary: topic.summary[language],
      sections: topic.sections.map(({ title, text, entries = [], open = false }) => ({
        title: title[language],
        ...localize({ text }, language),
        open,
        entries: entries.map((entry) => ({ text: entry.text[language], ...localize({ detail: entry.detail }, language) })),
      })),
      sources: viewSources(catalogue, topic.sources, language),
    },
  };
}
