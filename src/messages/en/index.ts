import type { Messages } from '../messages.ts';
import { check } from './check.ts';
import { common } from './common.ts';
import { comparison } from './comparison.ts';
import { diagnostics } from './diagnostics.ts';
import { bug, error, errors, fileProblems } from './errors.ts';
import { figures } from './figures.ts';
import { fit } from './fit.ts';
import { form } from './form.ts';
import { group } from './group.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { knowledge } from './knowledge.ts';
import { labourMarket } from './labour-market.ts';
import { newRole } from './new-role.ts';
import { quiz } from './quiz.ts';
import { questions } from './questions.ts';
import { report } from './report.ts';
import { results } from './results.ts';
import { role } from './role.ts';
import { roleFile } from './role-file.ts';
import { roleList } from './role-list.ts';
import { score } from './score.ts';
import { search } from './search.ts';
import { joinNames } from './words.ts';

export const en = {
  language: 'en',
  joinTitle: (parts) => parts.join(': '),
  joinNames,
  joinTerms: (terms) => terms.join(', '),
  setInBrackets: (remark) => ` (${remark})`,
  help,
  common,
  role,
  roleList,
  comparison,
  figures,
  labourMarket,
  fit,
  quiz,
  knowledge,
  questions,
  search,
  guide,
  form,
  group,
  results,
  score,
  check,
  newRole,
  roleFile,
  report,
  errors,
  fileProblems,
  error,
  bug,
  diagnostics,
} as const satisfies Messages;
