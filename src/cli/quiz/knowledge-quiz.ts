import { cleanText } from '../../core/clean.ts';
import { BackofficeError } from '../../core/errors.ts';
import { generateQuestions, gradeAnswers } from '../../core/knowledge/knowledge.ts';
import type { KnowledgeQuestion } from '../../core/knowledge/knowledge.ts';
import { createPositionFinder } from '../../core/role-files/line-and-column.ts';
import { Interrupted, Left } from '../errors/exit-codes.ts';
import { buildKnowledgePage, phraseQuestion, reviewAnswer, viewKnowledge } from '../../pages/knowledge.ts';
import type { AnswerReview } from '../../pages/knowledge.ts';
import type { Session } from '../session/session.ts';
import { openScreen } from '../session/screen.ts';
import type { Screen } from '../session/screen.ts';

interface KnowledgeRun {
  readonly count: number;
  readonly seed: number;
  /** About neighbours, too. */
  readonly allRoles: boolean;
  /** Answers as a row of digits, instead of asking. */
  readonly sheet?: string;
}

/**
 * Asks questions on the roles, explains each answer, and shows the score and what to read again.
 * @throws Left or Interrupted when the person leaves. BackofficeError `usage` without a terminal and answers.
 */
export async function runKnowledgeQuiz(session: Session, { count, seed, allRoles, sheet }: KnowledgeRun): Promise<void> {
  const { catalogue, language, messages, answer } = session;
  const questions = generateQuestions(catalogue, { count, seed, language, allRoles });
  const given = sheet === undefined ? await askAll(session, questions).finally(() => session.context.prompter.release()) : readDigits(sheet, questions.length);
  const document = viewKnowledge(catalogue, questions, given, gradeAnswers(questions, given), { seed, allRoles }, language);
  await answer({ document, page: () => buildKnowledgePage(document, messages) }, true);
}

async function askAll(session: Session, questions: readonly KnowledgeQuestion[]): Promise<(number | undefined)[]> {
  const { context, messages, atTerminal } = session;
  if (!atTerminal) throw new BackofficeError({ code: 'usage', problem: 'needs-terminal' });
  const layout = await openScreen(session);
  const { palette, wrap } = layout;
  const given: (number | undefined)[] = [];
  // The answer before stands above a question with all that it was an answer to: the question itself is erased.
  let above: () => readonly string[] = () => [];
  for (const [index, question] of questions.entries()) {
    const asked = phraseQuestion(question, messages);
    const progress = palette.muted(`${index + 1}/${questions.length}`);
    const heading = () => [progress, '', ...wrap(asked.question).map(palette.muted), '', ...wrap(asked.subject).map(palette.strong)];
    const chosen = await context.prompter.ask({
      above,
      heading,
      answers: question.choices.map(({ label }) => label),
      // The explanation of the last answer is being read: Enter must not answer the next question.
      initial: 0,
      help: messages.knowledge.help,
      keys: { s: 'skip', q: 'quit', escape: 'quit' },
      layout,
    });
    if (chosen === undefined) throw new Interrupted();
    if (chosen === 'quit') throw new Left();
    const place = typeof chosen === 'number' ? chosen - 1 : undefined;
    given.push(place);
    const review = reviewAnswer(question, place, messages);
    above = () => drawReview(review, layout);
  }
  context.questions.write(
    above()
      .map((line) => `${line}\n`)
      .join(''),
  );
  return given;
}

function drawReview({ question, subject, isRight, verdict, explanation }: AnswerReview, { palette, wrap }: Screen): string[] {
  return [
    '',
    ...wrap(question).map(palette.muted),
    ...wrap(subject).map(palette.strong),
    ...wrap(verdict).map(isRight ? palette.good : palette.caution),
    ...(explanation === undefined ? [] : wrap(explanation)),
    '',
  ];
}

/** A row of digits: the number of the choice for each question, 0 or - for none. */
function readDigits(sheet: string, count: number): (number | undefined)[] {
  const refuse = (problem: 'not-a-choice' | 'too-many-digits' | 'too-few-digits', offset: number, name: string): never => {
    throw new BackofficeError({
      code: 'answer-sheet',
      file: '--answers',
      problem,
      ...createPositionFinder(sheet)(offset),
      name,
      expected: count,
    });
  };
  const wrong = /[^0-4\s,-]/u.exec(sheet);
  if (wrong !== null) refuse('not-a-choice', wrong.index, cleanText(wrong[0]));
  const marks = [...sheet.matchAll(/[0-4-]/g)];
  if (marks.length > count) refuse('too-many-digits', marks[count]?.index ?? 0, String(marks.length));
  if (marks.length < count) refuse('too-few-digits', sheet.trimEnd().length, String(marks.length));
  return marks.map(([mark]) => (mark === '0' || mark === '-' ? undefined : Number(mark) - 1));
}
