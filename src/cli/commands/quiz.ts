import { BackofficeError } from '../../core/errors.ts';
import { addCommand } from '../command-line/program.ts';
import type { Registrar } from '../command-line/program.ts';
import { quizKinds } from '../quiz/options.ts';
import type { QuizKind, QuizOptions } from '../quiz/options.ts';
import { openSession } from '../session/session.ts';

export const registerQuiz: Registrar = (program, context, messages) => {
  const { options: described } = messages.help;
  const command = addCommand(program, 'quiz', '[kind]', messages)
    .takeOneOf(quizKinds.map((id) => ({ id, labels: [messages.quiz.names[id]] })))
    .option('--resume [session]', described.resume)
    .option('--sessions', described.sessions)
    .option('--forget [session]', described.forget)
    .option('-y, --yes', described.forgetYes)
    .option('--answers <file>', described.answers)
    .option('--code <code>', described.code)
    .option('--name <name>', described.personName)
    .option('--full', described.full)
    .option('--questions <number>', described.questions, (value: string) => parseWhole(value, '--questions', 1, 100))
    .option('--seed <number>', described.seed, (value: string) => parseWhole(value, '--seed', 0, 4_294_967_295))
    .option('--all-roles', described.allRoles)
    .action(async (kind: QuizKind | undefined, options: QuizOptions) => {
      checkExclusive(options);
      const session = await openSession(context, messages, command);
      // Loaded only here: the other commands need nothing of it.
      const { runQuiz } = await import('../quiz/run-quiz.ts');
      await runQuiz(session, kind, options);
    });
};

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
