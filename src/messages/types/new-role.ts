import type { QuestionHelp } from './questions.ts';
import type { LocalizedText } from '../../core/catalogue/model.ts';

/** Questions about a new role, and what is said of its file. */
export interface NewRoleMessages {
  readonly intro: string;
  readonly askId: string;
  readonly askName: LocalizedText;
  readonly askReading: string;
  readonly askSummary: LocalizedText;
  readonly askResources: string;
  readonly askResourcesHelp: QuestionHelp;
  readonly askClosest: string;
  readonly noClosest: string;
  readonly askDuty: string;
  /** What is wrong with an answer. */
  readonly noName: string;
  readonly nameTaken: (id: string) => string;
  readonly notKana: string;
  readonly tooLong: (limit: number) => string;
  readonly written: string;
  /** Another id may be spelled like the new one. */
  readonly alike: (id: string, other: string) => string;
  readonly copied: (name: string) => string;
  readonly edit: string;
  readonly check: string;
  readonly show: string;
}
