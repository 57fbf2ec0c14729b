import type { FormDocument } from '../core/views/form.ts';
import type { Messages } from '../messages/messages.ts';
import { command } from '../messages/text.ts';
import type { Records } from './output.ts';
import type { Page } from './page.ts';

/** A form as a list to read, or to copy from. */
export function buildFormPage({ test, title, about, person, question, answers, items, avoid }: FormDocument, messages: Messages): Page {
  const list = (texts: readonly string[]) => ({ kind: 'items', items: texts.map((text) => ({ text })) }) as const;
  return {
    blocks: [
      { kind: 'title', name: title, asides: [messages.quiz.fitTests[test]] },
      list(about),
      { kind: 'heading', text: person.question, remark: person.remark },
      { kind: 'heading', text: question },
      { kind: 'fields', fields: answers.map(({ value, label }) => ({ label: String(value), terms: [label] })) },
      { kind: 'heading', text: messages.form.questions },
      list(items.map(({ text }) => text)),
      { kind: 'heading', text: avoid.question, remark: avoid.remark },
      list(avoid.choices.map(({ label }) => label)),
    ],
    next: { label: messages.common.next, command: command(`form${test === 'full' ? '' : ` ${test}`} -o form.html`) },
  };
}

/** All texts of a form in their order: what each is, its id or value where it has one, and the text. */
export function listFormRecords({ title, about, person, question, answers, items, avoid }: FormDocument): Records {
  return {
    header: ['kind', 'id', 'text'],
    rows: [
      ['title', '', title],
      ...about.map((text) => ['about', '', text]),
      ['person', '', person.question],
      ['remark', '', person.remark],
      ['question', '', question],
      ...answers.map(({ value, label }) => ['answer', String(value), label]),
      ...items.map(({ id, text }) => ['item', id, text]),
      ['avoid', '', avoid.question],
      ['remark', '', avoid.remark],
      ...avoid.choices.map(({ id, label }) => ['avoidance', id, label]),
    ],
  };
}
