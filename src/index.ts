/**
 * The catalogue of back-office roles as a library: typed functions over plain data.
 * What the command line can do, a program can do; nothing here prints or reads `process`.
 * @packageDocumentation
 */
import { fileURLToPath } from 'node:url';
import { loadCompiledCatalogue, openCompiled } from './core/catalogue/compiled.ts';
import type { Catalogue } from './core/catalogue/model.ts';
import { openSearchIndex } from './core/search/index.ts';
import type { SearchIndex } from './core/search/index.ts';

let builtIn: Catalogue | undefined;

/**
 * The built-in catalogue, the same object every time.
 * @throws BackofficeError `catalogue-missing` when the package was not built.
 */
export function loadCatalogue(): Catalogue {
  return (builtIn ??= loadCompiledCatalogue(fileURLToPath(new URL('../dist/catalogue.ndjson', import.meta.url))));
}

/**
 * The full-text index of the built-in catalogue, or of one with own roles over it, for `searchCatalogue`.
 * @throws BackofficeError `catalogue-missing` when the package was not built.
 */
export function loadSearchIndex(catalogue: Catalogue = loadCatalogue()): SearchIndex {
  return openSearchIndex(openCompiled(fileURLToPath(new URL('../dist/search.ndjson', import.meta.url))), loadCatalogue(), catalogue);
}

export {
  filterRoles,
  findConfusions,
  findGuideTopic,
  findRelatedTitle,
  findRole,
  findSubject,
  isCalled,
  joinNames,
  sortKeys,
  sortRoles,
} from './core/catalogue/queries.ts';
export type { Confusion, RoleFilter, SortKey, Subject } from './core/catalogue/queries.ts';
export { aspects, compareSubjects, findCommonTerms, mostCompared } from './core/catalogue/compare.ts';
export type { Aspect, AspectComparison, Comparison, ComparisonRow, PairDifference, Sameness } from './core/catalogue/compare.ts';
export { checkRoleFiles } from './core/role-files/check.ts';
export type { CheckOptions, CheckResult } from './core/role-files/check.ts';
export { diagnosticCodes, severities, severityOf } from './core/role-files/diagnostics.ts';
export type { Diagnostic, DiagnosticCode, Place, Position, Severity, SourceLine } from './core/role-files/diagnostics.ts';
export { BackofficeError } from './core/errors.ts';
export type { AllowedValue, ErrorCode, ErrorDetails, Failure, FileProblem, NameSuggestion, UsageProblem } from './core/errors.ts';
export { compareFigures, compareShares, findDistinctive, findFigure, listFigures, sortByMeasure } from './core/figures/figures.ts';
export type { Figure, FigureComparison, ShareComparison } from './core/figures/figures.ts';
export { applyConditions, meets, parseCondition } from './core/figures/conditions.ts';
export type { Condition } from './core/figures/conditions.ts';
export { operators } from './core/figures/condition-problem.ts';
export type { ConditionProblem, Operator, QuantityUnit } from './core/figures/condition-problem.ts';
export { listQuantities, measureRole, roundAsShown, sortByQuantity } from './core/figures/quantities.ts';
export type { Amount, Quantity } from './core/figures/quantities.ts';
export {
  averageLabourMarket,
  computeAnnualPay,
  labourMarketMeasures,
  labourMarketUnits,
  listGroups,
  listOpeningsRows,
  listPayRows,
  measureLabourMarket,
} from './core/figures/labour-market.ts';
export type { FoundRow, LabourMarketMeasure, LabourMarketValue, OpeningsRow, PayRow, RowOrigin } from './core/figures/labour-market.ts';
export { isMeanDifference, isShareDifference } from './core/figures/difference.ts';
export type { Verdict } from './core/figures/difference.ts';
export { listRoleFiles } from './core/role-files/files.ts';
export { loadDataFolder, loadRoleFiles, loadRoleFolders } from './core/role-files/load.ts';
export type { LoadResult, OwnRoles } from './core/role-files/load.ts';
export { frequencies, languages, relations, sections } from './core/catalogue/model.ts';
export type * from './core/catalogue/model.ts';
export type { SurveyedShare } from './core/catalogue/surveyed.ts';
export { ageBands, companySizes, experienceBands } from './core/catalogue/labour-market.ts';
export type * from './core/catalogue/labour-market.ts';
export { foldName } from './core/catalogue/names.ts';
export { parseAnswers } from './core/sheets/parse-answers.ts';
export type { SheetProblem } from './core/sheets/sheet-problem.ts';
export { scoreSheets } from './core/sheets/score-sheets.ts';
export type { ScoredRole, ScoredSheet, TakeResult } from './core/sheets/score-sheets.ts';
export { createGroup } from './core/sheets/group.ts';
export type { Group, GroupCounts } from './core/sheets/group.ts';
export type { Standing } from './core/fit/standing.ts';
export type { PublishedCount } from './core/sheets/publish-counts.ts';
export type { BadRow, SheetEvent, SheetFormat, SheetNote } from './core/sheets/sheet-events.ts';
export type { ChosenColumns, IgnoredColumn, RewordedColumn } from './core/sheets/csv-columns.ts';
export { decodeState, encodeState } from './core/fit/answer-code.ts';
export type { CodeProblem } from './core/fit/answer-code-problem.ts';
export type { FitState } from './core/fit/answer-code.ts';
export { explainFit, findNearestChange, findStrengths } from './core/fit/explain.ts';
export type { FitExplanation, NearestChange, Reason } from './core/fit/explain.ts';
export { computeFigureLoadings, computeLoadings } from './core/fit/loadings.ts';
export type { Loadings } from './core/fit/loadings.ts';
export { itemsOf, scoreAnswers } from './core/fit/score.ts';
export type { Answers, FitResult, FitTest, FitWarning, NeighbourFit, RoleFit } from './core/fit/score.ts';
export type { ComparedRole } from './core/fit/compare-role.ts';
export { findDifference, findNeighbourReasons } from './core/fit/neighbours.ts';
export type { NeighbourDifference } from './core/fit/neighbours.ts';
export { listMainRoles, tierOf } from './core/catalogue/tiers.ts';
export { generateQuestions, gradeAnswers } from './core/knowledge/knowledge.ts';
export type { KnowledgeChoice, KnowledgeExplanation, KnowledgeKind, KnowledgeOptions, KnowledgeQuestion, KnowledgeResult } from './core/knowledge/knowledge.ts';
export { searchCatalogue, viewSearch } from './core/search/index.ts';
export type { SearchGroup, SearchHit, SearchIndex, SearchLine, SearchResult } from './core/search/index.ts';
export type * from './core/search/passages.ts';
export type { MatchQuality, TextRange } from './core/search/locate.ts';
export type * from './core/views/search.ts';
export { viewFit } from './core/views/fit.ts';
export type * from './core/views/fit.ts';
export { roleParts } from './core/views/role-parts.ts';
export { viewComparison } from './core/views/comparison.ts';
export { viewConcept } from './core/views/concept.ts';
export { viewGuide, viewGuideTopic } from './core/views/guide.ts';
export { labourMarketViewUnits, viewComparedLabourMarket, viewLabourMarket } from './core/views/labour-market.ts';
export { viewRole } from './core/views/role.ts';
export { viewRoleList } from './core/views/role-list.ts';
export type * from './core/views/document.ts';
export type * from './core/views/names.ts';
export type * from './core/views/entries.ts';
export type * from './core/views/sources.ts';
export type * from './core/views/confusions.ts';
export type * from './core/views/role-parts.ts';
export type * from './core/views/role-summary.ts';
export type * from './core/views/quantities.ts';
export type * from './core/views/role-list.ts';
export type * from './core/views/role.ts';
export type * from './core/views/concept.ts';
export type * from './core/views/comparison.ts';
export type * from './core/views/guide.ts';
export { viewGroup } from './core/views/group.ts';
export type * from './core/views/group.ts';
export type * from './core/views/labour-market.ts';
export type * from './core/views/measures.ts';
export type * from './core/views/terms.ts';
