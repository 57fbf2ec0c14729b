import type { QuestionHelp } from './questions.ts';
import type { Aspect } from '../../core/catalogue/compare.ts';
import type { CodeSystem, Frequency, Section } from '../../core/catalogue/model.ts';

/** The page of a role. */
export interface RoleMessages {
  readonly aliases: string;
  readonly relatedTitles: string;
  /** Somebody asked for a related title, and is shown what it is related to. */
  readonly foundByRelated: (title: string, name: string) => string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly sectionRemarks: Readonly<Partial<Record<Section, string>>>;
  readonly confusedWith: string;
  readonly sources: string;
  /** The section names, as short as a column of a table needs them. */
  readonly aspects: Readonly<Record<Aspect, string>>;
  readonly frequencies: Readonly<Record<Frequency, string>>;
  /** One of two does the work of the other where that is missing. */
  readonly standIn: string;
  readonly coping: string;
  readonly caution: string;
  readonly pay: string;
  /** Percentages behind duties. */
  readonly shareRemark: string;
  readonly evidence: string;
  readonly besideAverage: (value: string, average: string, isEstimated: boolean) => string;
  readonly usedFor: string;
  readonly address: string;
  readonly codeSystems: Readonly<Record<CodeSystem, string>>;
  readonly payNotRecorded: string;
  readonly noConcept: string;
  readonly noPart: string;
  readonly choose: string;
  readonly chooseHelp: QuestionHelp;
  readonly noChoice: string;
}
