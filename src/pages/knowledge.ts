import { command } from '../messages/text.ts';
import { pickById } from '../core/catalogue/queries.ts';
import type { KnowledgeQuestion, KnowledgeResult } from '../core/knowledge/knowledge.ts';
import type { Catalogue, Language } from '../core/catalogue/model.ts';
import { viewName } from '../core/views/names.ts';
import { startDocument } from '../core/views/document.ts';
import type { Document } from '../core/views/document.ts';
import type { NameView } from '../core/views/names.ts';
import type { Messages } from '../messages/messages.ts';
import type { Item, Page } from './page.ts';

export interface KnowledgeDocument extends Document<'knowledge-quiz'> {
  /** Gives the same questions again. */
  readonly seed: number;
  readonly right: number;
  readonly total: number;
  readonly questions: readonly (KnowledgeQuestion & { readonly answer: number | null; readonly isRight: boolean })[];
  readonly readAgain: readonly NameView[];
}

/** A knowledge quiz with its answers as plain data. */
export function viewKnowledge(
  catalogue: Catalogue,
  questions: readonly KnowledgeQuestion[],
  answers: readonly (number | undefined)[],
  { right, total, byQuestion, readAgain }: KnowledgeResult,
  seed: number,
  language: Language,
): KnowledgeDocument {
  return {
    ...startDocument('knowledge-quiz', language),
    seed,
    right,
    total,
    questions: questions.map((question, place) => ({ ...question, answer: answers[place] ?? null, isRight: byQuestion[place] === true })),
    readAgain: readAgain.flatMap((id) => pickById(catalogue.roles, [id]).map((role) => viewName({ kind: 'role', role }, language))),
  };
}

/** A question as people are asked it, and what it is asked about. */
export function phraseQuestion({ kind, subject }: KnowledgeQuestion, messages: Messages): { question: string; subject: string } {
  return { question: messages.knowledge.questions[kind], subject };
}

/** Whether an answer was right, and why: one text a line. */
export function explainAnswer({ choices, right, explanation }: KnowledgeQuestion, isRight: boolean, messages: Messages): string[] {
  const answer = choices[right]?.label ?? '';
  return [
    isRight ? messages.knowledge.rightAnswer(answer) : messages.knowledge.wrongAnswer(answer),
    ...(explanation.text === undefined ? [] : [explanation.text]),
  ];
}

/** The score, every question with its answer, and what to read again. */
export function buildKnowledgePage(document: KnowledgeDocument, messages: Messages): Page {
  const [again] = document.readAgain;
  return {
    blocks: [
      { kind: 'title', name: messages.knowledge.title, asides: [messages.knowledge.score(document.right, document.total)] },
      {
        kind: 'items',
        items: document.questions.map((question): Item => {
          const given = question.answer === null ? undefined : question.choices[question.answer]?.label;
          return {
            text: phraseQuestion(question, messages).subject,
            tag: question.isRight ? messages.knowledge.right : messages.knowledge.wrong,
            facts: [
              ...(given === undefined || question.isRight ? [] : [{ label: messages.common.yourAnswer, value: given }]),
              { label: messages.common.answer, value: question.choices[question.right]?.label ?? '' },
            ],
            ...(question.explanation.text === undefined || question.isRight ? {} : { detail: question.explanation.text }),
          };
        }),
      },
      ...(document.readAgain.length === 0
        ? []
        : [{ kind: 'fields', fields: [{ label: messages.knowledge.readAgain, terms: document.readAgain.map(({ name }) => name) }] } as const]),
      {
        kind: 'fields',
        fields: [
          { label: messages.knowledge.sameQuestions, terms: [], commands: [command(`quiz knowledge --seed ${document.seed} --questions ${document.total}`)] },
        ],
      },
    ],
    next: { label: messages.common.next, command: again === undefined ? command('quiz fit') : command(`show ${again.id}`) },
  };
}
