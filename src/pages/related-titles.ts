import { findRelatedTitle, subjectBody } from '../core/catalogue/queries.ts';
import type { Subject } from '../core/catalogue/queries.ts';
import type { Messages } from '../messages/messages.ts';
import type { Block, Page } from './page.ts';

/** What was asked for, and what it was taken to mean. */
export interface Asked {
  readonly name: string;
  readonly subject: Subject;
}

/** A page that says under its title what was found by a related title, and so is not quite what was asked for. */
export function tellRelated(page: Page, asked: readonly Asked[], messages: Messages): Page {
  const told = asked.flatMap(({ name, subject }): Block[] => {
    const body = subjectBody(subject);
    const title = findRelatedTitle(body, name);
    return title === undefined ? [] : [{ kind: 'paragraph', text: messages.role.foundByRelated(title, body.name[messages.language]), tone: 'muted' }];
  });
  return { ...page, blocks: [...page.blocks.slice(0, 1), ...told, ...page.blocks.slice(1)] };
}
