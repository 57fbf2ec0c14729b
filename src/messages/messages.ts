import type { Aspect } from '../core/catalogue/compare.ts';
import type { SortKey } from '../core/catalogue/queries.ts';
import type { Diagnostic, DiagnosticCode, Severity } from '../core/role-files/diagnostics.ts';
import type { AllowedValue, ErrorCode, ErrorDetails, FileProblem } from '../core/errors.ts';
import type { SheetProblem } from '../core/sheets/sheet-problem.ts';
import type { FitTest, FitWarning } from '../core/fit/score.ts';
import type { IgnoredColumn } from '../core/sheets/sheet-columns.ts';
import type { KnowledgeKind } from '../core/knowledge/knowledge.ts';
import type { CodeSystem, Entry, Frequency, Language, LocalizedText, Relation, Role, Section } from '../core/catalogue/model.ts';
import type { FormatName } from './format-names.ts';

/** How many problems some files have. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** What is said of a failure: what is wrong, and what to do about it. */
export interface Explanation {
  readonly message: string;
  readonly hints?: readonly string[];
  /** Values to choose from. */
  readonly choices?: readonly AllowedValue[];
}

export type CommandName = 'list' | 'show' | 'compare' | 'quiz' | 'score' | 'search' | 'guide' | 'new' | 'check' | 'completion' | 'help';

/** What a new role file says where nobody has said anything yet. */
export type RolePlaceholder =
  | 'summary'
  | 'alias'
  | 'focus'
  | 'duty'
  | 'nextDuty'
  | 'detail'
  | 'specialty'
  | 'merit'
  | 'caution'
  | 'demerit'
  | 'coping'
  | 'suits'
  | 'qualification'
  | 'entry'
  | 'question'
  | 'difference';

interface CommandHelp {
  readonly summary: string;
  readonly arguments: Readonly<Record<string, string>>;
  readonly examples: readonly (readonly [command: string, what: string])[];
}

/** Every word of the program in one language. The catalogue's texts are not here. */
export interface Messages {
  readonly language: Language;
  /** Names in a title: A・B・C or A, B and C. */
  readonly joinNames: (names: readonly string[]) => string;
  /** The parts of a title, one after the other. */
  readonly joinTitle: (parts: readonly string[]) => string;
  /** The strengths of a person in one sentence. */
  readonly joinStrengths: (strengths: readonly string[]) => string;
  readonly help: {
    readonly description: string;
    readonly headings: Readonly<Record<'examples' | 'usage' | 'arguments' | 'options' | 'globalOptions' | 'commands', string>>;
    readonly examples: readonly (readonly [command: string, what: string])[];
    readonly commands: Readonly<Record<CommandName, CommandHelp>>;
    /** A usage text in which `<role>`, `[options]` and the like are called by their names. */
    readonly translatePlaceholders: (term: string) => string;
    readonly closing: string;
    readonly options: Readonly<
      Record<
        | 'lang'
        | 'format'
        | 'output'
        | 'noColor'
        | 'ascii'
        | 'noPager'
        | 'data'
        | 'help'
        | 'version'
        | 'resource'
        | 'facet'
        | 'sort'
        | 'section'
        | 'diff'
        | 'resume'
        | 'sessions'
        | 'forget'
        | 'answers'
        | 'code'
        | 'questions'
        | 'seed'
        | 'all'
        | 'strict'
        | 'yes',
        string
      >
    >;
    /** What the languages and formats are, for completion. */
    readonly languages: Readonly<Record<Language, string>>;
    readonly formats: Readonly<Record<FormatName, string>>;
  };
  readonly labels: {
    readonly role: string;
    readonly id: string;
    readonly focus: string;
    readonly aliases: string;
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
    readonly more: string;
    readonly notRecorded: string;
    /** In a cell from which only what is the same was left out. */
    readonly onlySame: string;
    readonly notRecordedLegend: string;
    readonly noDifference: string;
    readonly sameLegend: string;
    readonly common: string;
    readonly next: string;
    readonly compare: string;
    readonly read: string;
    readonly termSeparator: string;
    readonly pay: string;
    readonly figures: string;
    readonly measure: string;
    readonly value: string;
    readonly average: string;
    readonly answer: string;
    readonly share: string;
    readonly allFigures: string;
    readonly distinctiveRemark: string;
    readonly averageLegend: string;
    readonly estimateRemark: string;
    readonly nothingDistinctive: string;
    readonly estimatedLegend: string;
    readonly noFigures: string;
    readonly noFiguresOf: (names: string) => string;
    /** In a comparison: some roles have no figures on some measures. */
    readonly partialLegend: string;
    readonly differentFigures: string;
    readonly differentRemark: string;
    /** The same for three roles or more. */
    readonly differentAmongRemark: string;
    readonly alikeFigures: string;
    readonly alikeRemark: string;
    readonly differentShares: string;
    readonly sharesRemark: string;
    readonly alikeShares: string;
    /** The answer to a question, as the name of a row. */
    readonly answerTo: (question: string, answer: string) => string;
    readonly answersRemark: string;
    readonly respondents: (count: number) => string;
    /** The occupations behind the figures: one, or several of which they are the mean. */
    readonly basedOn: string;
    readonly meanOf: string;
    readonly shiftedBy: string;
    readonly otherAnswers: string;
    readonly range: string;
    /** Percentages behind duties. */
    readonly shareRemark: string;
    readonly evidence: string;
    readonly estimated: (value: string) => string;
    readonly besideAverage: (value: string, average: string, isEstimated: boolean) => string;
    readonly usedFor: string;
    readonly chooseQuiz: string;
    readonly chooseNumber: string;
    /** The quizzes to choose from, with what each is. */
    readonly quizKinds: Readonly<Record<'fit' | 'quick' | 'knowledge', string>>;
    readonly quizNames: Readonly<Record<'fit' | 'quick' | 'knowledge', string>>;
    readonly fitTests: Readonly<Record<FitTest, string>>;
    readonly fitTitle: string;
    readonly answeredOf: (answered: number, asked: number) => string;
    readonly minutesLeft: (minutes: number) => string;
    readonly itemHelp: string;
    readonly askAvoid: string;
    readonly askAvoidHelp: string;
    readonly cannotSave: string;
    readonly savedSession: (id: string) => string;
    readonly forgotten: (count: number) => string;
    readonly firstPlace: (roles: readonly string[]) => string;
    readonly manyFirst: (names: string) => string;
    readonly inJapanese: string;
    /** Roles whose figures are estimates. */
    readonly estimatedRemark: (names: string) => string;
    readonly codeKept: (command: string) => string;
    readonly nameWithScore: (name: string, score: number) => string;
    /** Behind the first place: how far it is ahead, or that it is shared, or says little. */
    readonly clearResult: (next: string) => string;
    readonly sharedResult: (names: string) => string;
    readonly openResult: string;
    readonly warnings: Readonly<Record<FitWarning, string>>;
    readonly fitCaution: string;
    readonly fitOrder: string;
    readonly fitOrderDoubtful: string;
    readonly fitOrderRemark: string;
    readonly fitScore: string;
    readonly comesFirst: string;
    readonly sharesFirst: string;
    readonly hasAvoided: string;
    readonly avoidRemark: (names: string) => string;
    readonly notComparedRemark: (names: string) => string;
    readonly reasonsFor: string;
    readonly reasonsRemark: string;
    /** What the person does not like, and the role has little of. */
    readonly spared: string;
    /** What the person likes, and the role has little of. */
    readonly missing: string;
    readonly reasonsAgainst: string;
    readonly hardParts: string;
    readonly worstFit: string;
    readonly nearestChange: string;
    readonly nearestChangeRemark: (role: string) => string;
    readonly noNearestChange: string;
    readonly yourAnswer: string;
    readonly otherAnswer: string;
    readonly answerCode: string;
    readonly answerCodeRemark: string;
    readonly again: string;
    readonly goOn: string;
    readonly finished: string;
    readonly sessionsTitle: string;
    readonly noSessions: string;
    readonly deleteSessions: string;
    readonly knowledgeTitle: string;
    readonly knowledgeHelp: string;
    readonly knowledgeQuestions: Readonly<Record<KnowledgeKind, string>>;
    readonly knowledgeScore: (right: number, total: number) => string;
    readonly rightAnswer: (answer: string) => string;
    readonly wrongAnswer: (answer: string) => string;
    readonly right: string;
    readonly wrong: string;
    readonly readAgain: string;
    readonly sameQuestions: string;
    /** Title of a report that lists roles. */
    readonly roleList: string;
    readonly checkTitle: string;
    readonly madeWith: string;
    readonly asTable: string;
    readonly chartAverage: string;
    readonly chartMiddle: string;
    readonly chartHatched: string;
    readonly chartHollow: string;
    readonly chartOf: (rows: readonly string[]) => string;
    readonly you: string;
    readonly dimension: string;
    readonly radarTitle: string;
    readonly radarRemark: string;
    readonly allDimensions: string;
    readonly allDimensionsRemark: string;
    readonly allAnswers: string;
    readonly question: string;
    readonly checklistRemark: string;
    readonly searchTitle: (words: readonly string[]) => string;
    /** Passages, and the roles, terms and guide topics they belong to. */
    readonly foundPlaces: (places: number, subjects: number, areRoles: boolean) => string;
    /** Several roles have what was looked for among their duties. */
    readonly doneBy: (words: readonly string[], roles: readonly string[]) => string;
    /** A name, and the Japanese one where that is another. */
    readonly bothNames: (name: string, japaneseName: string) => string;
    readonly searchedInstead: (from: string, to: string) => string;
    readonly searchedWithout: (words: readonly string[]) => string;
    readonly foundApart: string;
    readonly foundSome: string;
    readonly moreHits: (count: number) => string;
    readonly address: string;
    readonly codeSystems: Readonly<Record<CodeSystem, string>>;
    readonly payNotRecorded: string;
    readonly noConcept: string;
    readonly noPart: string;
    readonly guide: string;
    readonly written: (path: string) => string;
    /** What was left out of a person's own folder of roles. */
    readonly filesLeftOut: (count: number, folder: string) => string;
    readonly folderLeftOut: (folder: string, reason: string) => string;
    readonly moreProblems: (count: number) => string;
    /** What a file of many answer sheets looks like. */
    readonly sheetForms: string;
    readonly columnsLeftOut: (columns: readonly IgnoredColumn[]) => string;
    readonly readAsShiftJis: string;
    /** While sheets are scored: how many rows so far, and per cent of the file where that is known. */
    readonly scoring: (rows: number, share: number | undefined) => string;
    readonly scored: (sheets: number, leftOut: number) => string;
    readonly severities: Readonly<Record<Severity, string>>;
    /** How many problems of each kind some files have. */
    readonly checked: (files: number, counts: ProblemCounts) => string;
    readonly chooseRole: string;
    readonly chooseHelp: string;
    readonly noChoice: string;
  };
  /** Questions about a new role, and what is said of its file. */
  readonly newRole: {
    readonly intro: string;
    readonly askId: string;
    readonly askName: LocalizedText;
    readonly askReading: string;
    readonly askSummary: LocalizedText;
    readonly askResources: string;
    readonly askResourcesHelp: string;
    readonly askClosest: string;
    readonly noClosest: string;
    readonly askDuty: string;
    /** What is wrong with an answer. */
    readonly noName: string;
    readonly nameTaken: (id: string) => string;
    readonly notKana: string;
    readonly tooLong: (limit: number) => string;
    readonly written: string;
    readonly copied: (name: string) => string;
    readonly edit: string;
    readonly check: string;
    readonly show: string;
  };
  /** Comments of a new role file, and the texts that stand in it until somebody writes better ones. */
  readonly roleFile: {
    readonly intro: readonly string[];
    readonly copyIntro: (name: string) => readonly string[];
    readonly keys: Readonly<Record<keyof Role, string>>;
    /** Keys of entries that no section explains. */
    readonly entryKeys: Readonly<Record<Exclude<keyof Entry, 'text' | 'detail' | 'frequency' | 'caution' | 'coping' | 'avoidance'>, string>>;
    readonly entryKeysIntro: string;
    readonly topicsIntro: string;
    readonly relations: Readonly<Record<Relation, string>>;
    readonly placeholders: Readonly<Record<RolePlaceholder, string>> & { readonly name: (id: string) => string };
  };
  /** How roles differ when no file explains the pair: each with its focus. */
  readonly contrast: (roles: readonly { readonly name: string; readonly focus: string }[]) => string;
  readonly sortKeys: Readonly<Record<SortKey, string>>;
  readonly fileProblems: Readonly<Record<FileProblem, string>>;
  /** What is wrong with an answer sheet, without the place. */
  readonly explainSheet: (problem: SheetProblem) => Explanation;
  readonly errors: { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => Explanation };
  readonly diagnostics: Readonly<Record<DiagnosticCode, (diagnostic: Diagnostic) => Explanation>>;
  readonly bug: string;
  readonly error: string;
}
