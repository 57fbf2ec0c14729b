import type { FileProblem } from '../core/errors.ts';
import type { Language } from '../core/catalogue/model.ts';
import type { CheckMessages } from './types/check.ts';
import type { CommonMessages } from './types/common.ts';
import type { ComparisonMessages } from './types/comparison.ts';
import type { DiagnosticMessages } from './types/diagnostics.ts';
import type { FiguresMessages } from './types/figures.ts';
import type { FitMessages } from './types/fit.ts';
import type { FormMessages } from './types/form.ts';
import type { GroupMessages } from './types/group.ts';
import type { GuideMessages } from './types/guide.ts';
import type { HelpMessages } from './types/help.ts';
import type { KnowledgeMessages } from './types/knowledge.ts';
import type { LabourMarketMessages } from './types/labour-market.ts';
import type { NewRoleMessages } from './types/new-role.ts';
import type { QuizMessages } from './types/quiz.ts';
import type { QuestionMessages } from './types/questions.ts';
import type { ReportMessages } from './types/report.ts';
import type { ResultsMessages } from './types/results.ts';
import type { RoleMessages } from './types/role.ts';
import type { RoleFileMessages } from './types/role-file.ts';
import type { RoleListMessages } from './types/role-list.ts';
import type { ScoreMessages } from './types/score.ts';
import type { SearchMessages } from './types/search.ts';
import type { ErrorMessages } from './types/errors.ts';

/** Every word of the program in one language, by subject. The catalogue's texts are not here. */
export interface Messages {
  readonly language: Language;
  /** Names in a title: A・B・C or A, B and C. */
  readonly joinNames: (names: readonly string[]) => string;
  /** The parts of a title, one after the other. */
  readonly joinTitle: (parts: readonly string[]) => string;
  /** Terms one after the other, as a list within a line. */
  readonly joinTerms: (terms: readonly string[]) => string;
  /** A remark as it stands behind a text, with the space before it where the language has one. */
  readonly setInBrackets: (remark: string) => string;
  readonly help: HelpMessages;
  readonly common: CommonMessages;
  readonly role: RoleMessages;
  readonly roleList: RoleListMessages;
  readonly comparison: ComparisonMessages;
  readonly figures: FiguresMessages;
  readonly labourMarket: LabourMarketMessages;
  readonly fit: FitMessages;
  readonly quiz: QuizMessages;
  readonly knowledge: KnowledgeMessages;
  readonly questions: QuestionMessages;
  readonly search: SearchMessages;
  readonly guide: GuideMessages;
  readonly form: FormMessages;
  readonly group: GroupMessages;
  readonly results: ResultsMessages;
  readonly score: ScoreMessages;
  readonly check: CheckMessages;
  readonly newRole: NewRoleMessages;
  readonly roleFile: RoleFileMessages;
  readonly report: ReportMessages;
  readonly errors: ErrorMessages;
  readonly fileProblems: Readonly<Record<FileProblem, string>>;
  /** What stands before an error. */
  readonly error: string;
  /** What to do about a bug of the program. */
  readonly bug: string;
  readonly diagnostics: DiagnosticMessages;
}
