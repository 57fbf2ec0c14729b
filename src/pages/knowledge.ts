import { command, say } from '../messages/text.ts';
import type { Text } from '../messages/text.ts';
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
  /** The questions were about neighbours, too. */
  readonly allRoles: boolean;
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
  { seed, allRoles }: Pick<KnowledgeDocument, 'seed' | 'allRoles'>,
  language: Language,
): KnowledgeDocument {
  return {
    ...startDocument('knowledge-quiz', language),
    seed,
    allRoles,
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

/** An answer beside the right one, with what was asked. */
export interface AnswerReview {
  readonly question: string;
  readonly subject: string;
  readonly isRight: boolean;
  /** Whether it was right, what was answered, and what is right. */
  readonly verdict: string;
  readonly explanation?: string;
}

/** What is said of an answer, given as the place of the choice, as soon as it is given. */
export function reviewAnswer(question: KnowledgeQuestion, answer: number | undefined, messages: Messages): AnswerReview {
  const { knowledge } = messages;
  const { choices, right, explanation } = question;
  const isRight = answer === right;
  const correct = choices[right]?.label ?? '';
  const given = answer === undefined ? undefined : choices[answer]?.label;
  return {
    ...phraseQuestion(question, messages),
    isRight,
    verdict: isRight ? knowledge.rightAnswer(correct) : given === undefined ? knowledge.skippedAnswer(correct) : knowledge.wrongAnswer(given, correct),
    ...(explanation.text === undefined ? {} : { explanation: explanation.text }),
  };
}

/** The score, every question with its answer, and what to read again. */
export function buildKnowledgePage(document: KnowledgeDocument, messages: Messages): Page {
  const [again] = document.readAgain;
  return {
    blocks: [
      { kind: 'title', name: messages.knowledge.title, asides: [messages.knowledge.score(document.right, document.total)] },
      {
        kind: 'items',
        items: document.questions.map((question) => reviewQuestion(question, messages)),
      },
      ...(document.readAgain.length === 0
        ? []
        : [{ kind: 'fields', fields: [{ label: messages.knowledge.readAgain, terms: document.readAgain.map(({ name }) => name) }] } as const]),
      {
        kind: 'fields',
        fields: [{ label: messages.knowledge.sameQuestions, terms: [], commands: [command(askAgain(document))] }],
      },
      {
        kind: 'items',
        items: [{ text: messages.quiz.asPage, notes: [{ kind: 'command', label: messages.quiz.asPage, text: keepingCommand(document) }] }],
      },
    ],
    next: { label: messages.common.next, command: again === undefined ? command('quiz fit') : command(`show ${again.id}`) },
  };
}

/** What gives the same page again as a file. */
function keepingCommand(document: KnowledgeDocument): Text {
  const digits = document.questions.map(({ answer }) => (answer === null ? 0 : answer + 1)).join('');
  return say`echo ${digits} | ${command(`${askAgain(document)} --answers - -o result.html`)}`;
}

/** What asks the same questions again. */
function askAgain({ seed, total, allRoles }: KnowledgeDocument): string {
  return `quiz knowledge --seed ${seed} --questions ${total}${allRoles ? ' --all-roles' : ''}`;
}

/** A question with its answers, marked right or wrong. */
function reviewQuestion({ answer, isRight, ...question }: KnowledgeDocument['questions'][number], messages: Messages): Item {
  const { knowledge, common } = messages;
  const asked = phraseQuestion(question, messages);
  const given = answer === null ? undefined : question.choices[answer]?.label;
  const explanation = isRight ? undefined : question.explanation.text;
  return {
    text: asked.subject,
    tag: isRight ? knowledge.right : given === undefined ? knowledge.skipped : knowledge.wrong,
    ...(given === undefined ? {} : { verdict: isRight ? 'right' : 'wrong' }),
    detail: asked.question,
    facts: [
      ...(given === undefined ? [] : [{ label: common.yourAnswer, value: given }]),
      { label: common.answer, value: question.choices[question.right]?.label ?? '' },
      ...(explanation === undefined ? [] : [{ label: knowledge.explanation, value: explanation }]),
    ],
  };
}
