import { readFileSync } from 'node:fs';
import { BackofficeError, fileProblemOf } from '../../core/errors.ts';
import type { FitState } from '../../core/fit/code.ts';
import type { FitTest } from '../../core/fit/score.ts';
import type { Context } from '../context.ts';
import { Interrupted } from '../interrupted.ts';
import type { Messages } from '../messages/messages.ts';
import { buildFitPage } from '../pages/fit.ts';
import { buildSessionsPage, viewSessions } from '../pages/saved-tests.ts';
import { addCommand, chooseValue } from '../program.ts';
import type { Registrar } from '../program.ts';
import { asTyped, findInvocation } from '../render/invocation.ts';
import { runFitTest } from '../quiz/fit-test.ts';
import { runKnowledgeQuiz } from '../quiz/knowledge-quiz.ts';
import { openSession } from '../session.ts';
import type { Session } from '../session.ts';
import { createSessionStore } from '../quiz/saved-tests.ts';

const kinds = ['fit', 'quick', 'knowledge'] as const;
type Kind = (typeof kinds)[number];

interface QuizOptions {
  readonly resume?: string | true;
  readonly sessions?: boolean;
  readonly forget?: string | true;
  readonly answers?: string;
  readonly code?: string;
  readonly questions?: number;
  readonly seed?: number;
}

export const registerQuiz: Registrar = (program, context, messages) => {
  const { options: described } = messages.help;
  const command = addCommand(program, 'quiz', '[kind]', messages)
    .option('--resume [session]', described.resume)
    .option('--sessions', described.sessions)
    .option('--forget [session]', described.forget)
    .option('--answers <file>', described.answers)
    .option('--code <code>', described.code)
    .option('--questions <number>', described.questions, (value: string) => parseWhole(value, '--questions', 1, 100))
    .option('--seed <number>', described.seed, (value: string) => parseWhole(value, '--seed', 0, 4_294_967_295))
    .action(async (name: string | undefined, options: QuizOptions) => {
      checkExclusive(options);
      const session = await openSession(context, messages, command);
      const kind = name === undefined ? undefined : parseKind(name, messages);
      const store = createSessionStore(context.stateFolder, context.now);
      if (options.sessions === true) {
        const document = viewSessions(session.catalogue, store.list(), session.language);
        await session.answer({ document, page: () => buildSessionsPage(document, messages) });
      } else if (options.forget !== undefined) {
        const id = options.forget === true ? undefined : options.forget;
        const count = store.forget(id);
        if (id !== undefined && count === 0) throw new BackofficeError({ code: 'no-session', id });
        context.err.write(`${messages.labels.forgotten(count)}\n`);
      } else if (kind === 'knowledge') {
        await runKnowledgeQuiz(session, {
          count: options.questions ?? 10,
          seed: options.seed ?? context.now().getTime() % 1_000_000,
          ...readSheet(context, options),
        });
      } else if (options.code !== undefined || options.answers !== undefined) {
        await showFit(session, await readState(session, kind, options));
      } else {
        await takeQuiz(session, kind, options, store);
      }
    });
};

async function takeQuiz(
  session: Session,
  kind: Exclude<Kind, 'knowledge'> | undefined,
  options: QuizOptions,
  store: ReturnType<typeof createSessionStore>,
): Promise<void> {
  if (!session.atTerminal) throw new BackofficeError({ code: 'usage', problem: 'needs-terminal' });
  if (options.resume !== undefined) {
    const id = options.resume === true ? undefined : options.resume;
    const found = store.list().find((stored) => (id === undefined ? !stored.done && stored.bankVersion === session.catalogue.fit.version : stored.id === id));
    if (found === undefined) throw new BackofficeError({ code: 'no-session', ...(id === undefined ? {} : { id }) });
    const { version } = session.catalogue.fit;
    if (found.bankVersion !== version) throw new BackofficeError({ code: 'answer-code', problem: 'version', version: found.bankVersion, supported: version });
    await finish(session, await askAll(session, () => runFitTest(session, found, store)));
    return;
  }
  const chosen = kind ?? (await askAll(session, () => chooseKind(session)));
  if (chosen === 'knowledge')
    await runKnowledgeQuiz(session, { count: options.questions ?? 10, seed: options.seed ?? session.context.now().getTime() % 1_000_000 });
  else await finish(session, await askAll(session, () => runFitTest(session, store.create(testOf(chosen), session.catalogue.fit.version), store)));
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
async function finish(session: Session, state: FitState): Promise<void> {
  const { context, messages } = session;
  const code = await showFit(session, state);
  const command = asTyped(`backoffice quiz --code ${code}`, findInvocation(context.environment));
  context.err.write(`${messages.labels.codeKept(command)}\n`);
}

/** Shows a result and gives its code. */
async function showFit({ catalogue, language, messages, answer }: Session, state: FitState): Promise<string> {
  if (state.answers.size === 0) throw new BackofficeError({ code: 'nothing-answered' });
  const { viewFit } = await import('../../core/view-fit.ts');
  const document = viewFit(catalogue, state, language);
  await answer({ document, page: () => buildFitPage(document, messages) }, true);
  return document.code;
}

async function readState({ catalogue, context }: Session, kind: Kind | undefined, { code, answers }: QuizOptions): Promise<FitState> {
  if (code !== undefined) return (await import('../../core/fit/code.ts')).decodeState(catalogue, code);
  const { parseAnswers } = await import('../../core/fit/answers.ts');
  const file = answers ?? '-';
  return parseAnswers(catalogue, readText(context, file), file, kind === undefined ? undefined : testOf(kind));
}

function testOf(kind: Kind): FitTest {
  return kind === 'quick' ? 'quick' : 'full';
}

function readSheet(context: Context, { answers }: QuizOptions): { sheet?: string } {
  return answers === undefined ? {} : { sheet: readText(context, answers) };
}

function readText(context: Context, file: string): string {
  try {
    return file === '-' ? context.readInput() : readFileSync(file, 'utf8');
  } catch (error) {
    const reason = fileProblemOf(error);
    if (reason === undefined) throw error;
    throw new BackofficeError({ code: 'input-file', path: file, reason });
  }
}

async function chooseKind({ context, messages, palette }: Session): Promise<Kind> {
  const chosen = await context.prompter.ask({
    heading: [messages.labels.chooseQuiz],
    answers: kinds.map((kind) => messages.labels.quizKinds[kind]),
    initial: 1,
    help: [messages.labels.chooseNumber],
    keys: { q: 'quit', escape: 'quit' },
    palette: await palette(),
  });
  if (typeof chosen !== 'number') throw new Interrupted();
  return kinds[chosen - 1] ?? 'fit';
}

function parseKind(name: string, { labels }: Messages): Kind | undefined {
  const choices = kinds.map((id) => ({ id, labels: [labels.quizNames[id]] }));
  const chosen = chooseValue(name, 'quiz', choices);
  return kinds.find((kind) => kind === chosen);
}

/** @throws BackofficeError `usage` for options that exclude each other. */
function checkExclusive(options: QuizOptions): void {
  const given = (['resume', 'sessions', 'forget', 'answers', 'code'] as const).filter((name) => options[name] !== undefined);
  const [first, second] = given.map((name) => `--${name}`);
  if (first !== undefined && second !== undefined) throw new BackofficeError({ code: 'usage', problem: 'conflicting-options', names: [first, second] });
}

function parseWhole(value: string, option: string, minimum: number, maximum: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  if (number >= minimum && number <= maximum) return number;
  throw new BackofficeError({ code: 'usage', problem: 'not-a-number', option, value, minimum, maximum });
}
