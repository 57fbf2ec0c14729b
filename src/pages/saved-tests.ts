import { encodeState } from '../core/fit/answer-code.ts';
import { command } from '../messages/text.ts';
import { itemsOf } from '../core/fit/score.ts';
import type { FitTest } from '../core/fit/score.ts';
import type { Catalogue, Language } from '../core/catalogue/model.ts';
import { startDocument } from '../core/views/document.ts';
import type { Document } from '../core/views/document.ts';
import type { Messages } from '../messages/messages.ts';
import type { Note, Page } from './page.ts';
import type { SavedTest } from '../core/fit/saved-test.ts';

export interface SessionsDocument extends Document<'quiz-sessions'> {
  readonly sessions: readonly SessionHead[];
}

/** What a list says of a session. */
export interface SessionHead {
  readonly id: string;
  readonly test: FitTest;
  readonly answered: number;
  readonly asked: number;
  readonly updatedAt: string;
  readonly done: boolean;
  /** Absent for a session of another bank. */
  readonly code?: string;
}

/** Nobody goes through more of them on a page; the formats for programs have all. */
const mostShown = 100;

/** A session of a person as a list has it. */
export function viewSession(catalogue: Catalogue, { id, test, bankVersion, answers, avoid, updatedAt, done }: SavedTest): SessionHead {
  const items = itemsOf(catalogue, test);
  return {
    id,
    test,
    answered: items.filter((item) => Object.hasOwn(answers, item.id)).length,
    asked: items.length,
    updatedAt,
    done,
    ...(bankVersion === catalogue.fit.version ? { code: encodeState(catalogue, { test, answers: new Map(Object.entries(answers)), avoid }) } : {}),
  };
}

/** The sessions of a person as plain data, the latest first. */
export function viewSessions(sessions: readonly SessionHead[], language: Language): SessionsDocument {
  return { ...startDocument('quiz-sessions', language), sessions };
}

/** The sessions with the command that goes on with each, or shows its result. */
export function buildSessionsPage({ sessions }: SessionsDocument, messages: Messages): Page {
  if (sessions.length === 0)
    return { blocks: [{ kind: 'paragraph', text: messages.quiz.noSessions }], next: { label: messages.common.next, command: command('quiz') } };
  return {
    blocks: [
      { kind: 'title', name: messages.quiz.sessionsTitle, asides: [] },
      {
        kind: 'items',
        items: sessions.slice(0, mostShown).map(({ id, test, answered, asked, updatedAt, done, code }) => ({
          text: `${formatTime(updatedAt)} ${messages.quiz.fitTests[test]}`,
          tag: done ? messages.quiz.finished : messages.quiz.answeredOf(answered, asked),
          facts: [{ label: messages.common.id, value: id }],
          notes: [noteOf({ id, done, code }, messages)],
        })),
      },
      ...(sessions.length > mostShown ? [{ kind: 'paragraph' as const, text: messages.quiz.moreSessions(sessions.length - mostShown) }] : []),
    ],
  };
}

/** The command that shows the result of a test, goes on with it, or, for one of another bank, deletes it. */
function noteOf({ id, done, code }: { readonly id: string; readonly done: boolean; readonly code: string | undefined }, messages: Messages): Note {
  if (code === undefined) return { kind: 'command', label: messages.quiz.deleteSession, text: command(`quiz --forget ${id}`) };
  return {
    kind: 'command',
    label: done ? messages.quiz.again : messages.quiz.goOn,
    text: done ? command(`quiz --code ${code}`) : command(`quiz --resume ${id}`),
  };
}

/** In the time zone of the person. */
function formatTime(time: string): string {
  return new Date(time).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
}
