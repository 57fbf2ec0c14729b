import { cleanText } from '../../core/clean.ts';
import { BackofficeError, toFileFailure } from '../../core/errors.ts';
import { decodeState } from '../../core/fit/answer-code.ts';
import type { FitState } from '../../core/fit/answer-code.ts';
import type { FitTest } from '../../core/fit/score.ts';
import { viewFit } from '../../core/views/fit.ts';
import { Interrupted, Left } from '../errors/exit-codes.ts';
import { identifyPlainFile } from '../process/read-file.ts';
import { readInput } from '../process/read-input.ts';
import { refuseOverwriting } from '../session/refuse-overwriting.ts';
import { buildSessionsPage, viewSession, viewSessions } from '../../pages/saved-tests.ts';
import { findInvocation } from '../../messages/invocation.ts';
import { writeText } from '../../messages/text.ts';
import type { Session } from '../session/session.ts';
import { answerFit, writeDay } from './fit-output.ts';
import { runFitTest } from './fit-test.ts';
import { runKnowledgeQuiz } from './knowledge-quiz.ts';
import { quizKinds } from './options.ts';
import type { QuizKind, QuizOptions } from './options.ts';
import { openScreen } from '../session/screen.ts';
import { createTestStore } from './saved-tests.ts';
import type { TestStore } from './saved-tests.ts';

const defaultQuestions = 10;

/**
 * What the options ask for: the saved tests, a result from a code or an answer sheet, or questions at the terminal.
 * @throws BackofficeError, Left and Interrupted, as the parts do.
 */
export async function runQuiz(session: Session, kind: QuizKind | undefined, options: QuizOptions): Promise<void> {
  const { catalogue, context, language, messages, answer } = session;
  const store = createTestStore(context.stateFolder, context.now);
  if (options.sessions === true) {
    const document = viewSessions(
      store.list((saved) => viewSession(catalogue, saved)),
      language,
    );
    await answer({ document, page: () => buildSessionsPage(document, messages) });
  } else if (options.forget !== undefined) {
    await forget(session, options, store);
  } else if (kind === 'knowledge') {
    await askKnowledge(session, options);
  } else if (options.code !== undefined || options.answers !== undefined) {
    await showFit(session, await readState(session, kind, options), options);
  } else {
    await takeQuiz(session, kind, options, store);
  }
}

/** @throws BackofficeError `usage` where all tests are to be deleted, and nobody can be asked whether they are. */
async function forget(session: Session, options: QuizOptions, store: TestStore): Promise<void> {
  const { context, messages } = session;
  const id = options.forget === true ? undefined : options.forget;
  if (id === undefined && options.yes !== true && !(await mayForgetAll(session, store))) throw new Left();
  const count = store.forget(id);
  if (id !== undefined && count === 0) throw new BackofficeError({ code: 'no-session', id });
  context.err.write(`${messages.quiz.forgotten(count)}\n`);
}

async function mayForgetAll(session: Session, store: TestStore): Promise<boolean> {
  const { quiz } = session.messages;
  const count = store.count();
  if (count === 0) return true;
  if (!session.atTerminal) throw new BackofficeError({ code: 'usage', problem: 'needs-yes', command: 'quiz --forget' });
  const chosen = await askAll(session, () => choose(session, quiz.askForget(count), [quiz.forgetAnswers.keep, quiz.forgetAnswers.delete]));
  return chosen === 2;
}

async function askKnowledge(session: Session, { questions = defaultQuestions, seed, allRoles = false, answers }: QuizOptions): Promise<void> {
  await runKnowledgeQuiz(session, {
    count: questions,
    seed: seed ?? session.context.now().getTime() % 1_000_000,
    allRoles,
    ...(answers === undefined ? {} : { sheet: readText(session, answers) }),
  });
}

async function takeQuiz(session: Session, kind: Exclude<QuizKind, 'knowledge'> | undefined, options: QuizOptions, store: TestStore): Promise<void> {
  if (!session.atTerminal) throw new BackofficeError({ code: 'usage', problem: 'needs-terminal' });
  if (options.resume !== undefined) {
    const id = options.resume === true ? undefined : options.resume;
    const found = store
      .list((saved) => saved)
      .find((stored) => (id === undefined ? !stored.done && stored.bankVersion === session.catalogue.fit.version : stored.id === id));
    if (found === undefined) throw new BackofficeError({ code: 'no-session', ...(id === undefined ? {} : { id }) });
    const { version } = session.catalogue.fit;
    if (found.bankVersion !== version) throw new BackofficeError({ code: 'answer-code', problem: 'version', version: found.bankVersion, supported: version });
    await finish(session, await askAll(session, () => runFitTest(session, found, store)), options);
    return;
  }
  const chosen = kind ?? (await askAll(session, () => chooseKind(session)));
  if (chosen === 'knowledge') await askKnowledge(session, options);
  else await finish(session, await askAll(session, () => runFitTest(session, store.create(testOf(chosen), session.catalogue.fit.version), store)), options);
}

/** Questions, and the terminal given back behind them: the pager needs it. */
async function askAll<Answer>({ context }: Session, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } finally {
    await context.prompter.release();
  }
}

/** Shows a result, and how to see it again: a pager leaves nothing of it on the screen. */
async function finish(session: Session, state: FitState, options: QuizOptions): Promise<void> {
  const { context, messages } = session;
  const code = await showFit(session, state, options);
  context.err.write(`${writeText(messages.quiz.codeKept(code), findInvocation(context.environment))}\n`);
}

/** Shows a result and gives its code. */
async function showFit({ catalogue, context, language, messages, answer }: Session, state: FitState, { name, full = false }: QuizOptions): Promise<string> {
  if (state.answers.size === 0) throw new BackofficeError({ code: 'nothing-answered' });
  const known = cleanText(name ?? '');
  const document = viewFit(catalogue, state, language, known === '' ? undefined : { name: known, date: writeDay(context.now()) });
  await answer(answerFit(document, messages, full), true);
  return document.code;
}

async function readState(session: Session, kind: QuizKind | undefined, { code, answers }: QuizOptions): Promise<FitState> {
  const { catalogue } = session;
  if (code !== undefined) return decodeState(catalogue, code);
  const { readAnswers } = await import('./read-answers.ts');
  return readAnswers(session, answers ?? '-', kind === undefined ? undefined : testOf(kind));
}

function testOf(kind: QuizKind): FitTest {
  return kind === 'quick' ? 'quick' : 'full';
}

/** @throws BackofficeError `input-file` where it cannot be read, `usage` where the answer is to go into it. */
function readText({ context, options }: Session, file: string): string {
  if (file === '-' && context.inputIsTerminal) throw new BackofficeError({ code: 'usage', problem: 'input-is-terminal', command: 'quiz --answers -' });
  // What comes in is told from other files only where it matters: asking for it opens a stream.
  refuseOverwriting(options.output, () => [file === '-' ? context.openInput().identity : identifyPlainFile(file)]);
  try {
    return file === '-' ? context.readInput() : readInput(file);
  } catch (error) {
    throw toFileFailure(error, 'input-file', file);
  }
}

async function chooseKind(session: Session): Promise<QuizKind> {
  const { quiz } = session.messages;
  const answers = quizKinds.map((kind) => quiz.kinds[kind]);
  return quizKinds[(await choose(session, quiz.choose, answers)) - 1] ?? 'fit';
}

/** The number of an answer, the first of which is marked. */
async function choose(session: Session, question: string, answers: readonly string[]): Promise<number> {
  const { context, messages } = session;
  const layout = await openScreen(session);
  const chosen = await context.prompter.ask({
    heading: () => layout.wrap(question),
    answers,
    initial: 1,
    help: messages.quiz.chooseHelp,
    keys: { q: 'quit', escape: 'quit' },
    layout,
  });
  if (chosen === undefined) throw new Interrupted();
  if (typeof chosen !== 'number') throw new Left();
  return chosen;
}
