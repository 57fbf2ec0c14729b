import type { Registrar } from '../command-line/program.ts';
import { registerCheck } from './check.ts';
import { registerCompare } from './compare.ts';
import { registerCompletion } from './completion.ts';
import { registerForm } from './form.ts';
import { registerGuide } from './guide.ts';
import { registerHelp } from './help.ts';
import { registerList } from './list.ts';
import { registerNew } from './new.ts';
import { registerQuiz } from './quiz.ts';
import { registerScore } from './score.ts';
import { registerSearch } from './search.ts';
import { registerShow } from './show.ts';

// To add a command: one file beside this one and one entry here, in the order of the help.
export const registrars: readonly Registrar[] = [
  registerList,
  registerShow,
  registerCompare,
  registerQuiz,
  registerForm,
  registerScore,
  registerSearch,
  registerGuide,
  registerNew,
  registerCheck,
  registerCompletion,
  registerHelp,
];
