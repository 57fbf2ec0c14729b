import type { Catalogue, Language, Role } from '../catalogue/model.ts';
import { encodeState } from '../fit/answer-code.ts';
import type { FitState } from '../fit/answer-code.ts';
import { computeLoadings } from '../fit/loadings.ts';
import { explainFit, findNearestChange, findStrengths } from '../fit/explain.ts';
import type { FitExplanation, Reason } from '../fit/explain.ts';
import { avoidancePenalty } from '../fit/compare-role.ts';
import type { ComparedRole } from '../fit/compare-role.ts';
import { findDifference, findNeighbourReasons } from '../fit/neighbours.ts';
import type { NeighbourDifference } from '../fit/neighbours.ts';
import { itemsOf, scoreAnswers } from '../fit/score.ts';
import type { FitResult, FitTest, FitWarning, NeighbourFit, RoleFit } from '../fit/score.ts';
import { standingOf } from '../fit/standing.ts';
import type { Standing } from '../fit/standing.ts';
import { standardize } from '../fit/statistics.ts';
import { viewName } from './names.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import type { NameView } from './names.ts';
import { viewTerm } from './terms.ts';
import type { TermView } from './terms.ts';

/** How sure the order is: one role alone in front, a shared first place, or answers that say little. */
type Confidence = 'clear' | 'shared' | 'open' | 'none';

export interface AnswerView {
  readonly item: string;
  readonly text: string;
  /** 1–5. */
  readonly answer: number;
  readonly label: string;
}

export interface ReasonView {
  readonly dimension: TermView;
  /** Part of the correlation, −1 to 1. */
  readonly weight: number;
  /** The role has more of it than of others. */
  readonly typical: boolean;
  readonly answers: readonly AnswerView[];
}

export interface ComparedRoleView extends NameView {
  /** 0–100: 50 is neither with nor against the answers. */
  readonly score: number;
  /** The correlation behind the score, less penalties, −1 to 1. */
  readonly fit: number;
  readonly correlation: number;
  readonly avoided: readonly TermView[];
  /** Number of dimensions on which person and role were compared. */
  readonly dimensions: number;
  /** What is known of the role's figures is an estimate. */
  readonly estimated: boolean;
}

export interface RoleFitView extends ComparedRoleView {
  /** Shares the first place. */
  readonly first: boolean;
}

/** A neighbour that goes with the answers, compared by its figures alone. */
export interface NeighbourFitView extends ComparedRoleView {
  /** What speaks for it, at most three, the weightiest first. */
  readonly reasons: readonly ReasonView[];
  /** What sets it apart from the nearest main role: in words, else by the dimension on which their figures differ most. */
  readonly difference?: { readonly from: NameView } & ({ readonly text: string } | { readonly dimension: TermView; readonly more: boolean });
  /** That people seldom get in without experience, or whatever else its file says first of how they do. */
  readonly experience?: string;
}

export interface ExplainedRoleView extends RoleFitView {
  /** What the role is about. */
  readonly focus?: string;
  /** How strong each dimension is in the role, −2.5 to 2.5, by id; those that the role lacks are absent. */
  readonly loadings: Readonly<Record<string, number>>;
  readonly reasons: readonly ReasonView[];
  readonly doubts: readonly ReasonView[];
  readonly hardParts: readonly { readonly text: string; readonly coping?: string; readonly because: TermView }[];
  /** What to ask at the interview. In a document that is not Japanese, as it is asked in Japan besides. */
  readonly questions: readonly { readonly text: string; readonly japanese?: string }[];
}

/** Whose result it is, where that is known. */
export interface PersonView {
  readonly name: string;
  /** When it was made, `YYYY-MM-DD`. */
  readonly date: string;
}

export interface FitDocument extends Document<'fit'> {
  readonly person?: PersonView;
  readonly test: FitTest;
  readonly bankVersion: number;
  /** Carries the whole state, answers included. */
  readonly code: string;
  readonly answered: number;
  readonly asked: number;
  readonly warnings: readonly FitWarning[];
  readonly confidence: Confidence;
  /** Penalty on the fit for each avoided hard part. */
  readonly avoidancePenalty: number;
  readonly avoid: readonly TermView[];
  readonly strengths: readonly (TermView & { readonly strength: string })[];
  /** Mean answer 1–5 on each dimension, and how far it is from the person's mean, in standard deviations: what the fit is computed with. */
  readonly profile: readonly (TermView & { readonly value: number; readonly z: number })[];
  /** Every main role that could be compared, best fit first. */
  readonly roles: readonly RoleFitView[];
  /** The neighbours that go with the answers best, if well enough; at most three. */
  readonly neighbours: readonly NeighbourFitView[];
  /** Main roles that could not be compared. */
  readonly notCompared: readonly NameView[];
  /** The first three, explained. */
  readonly explained: readonly ExplainedRoleView[];
  /** The role that fits worst, explained. */
  readonly worst?: ExplainedRoleView;
  readonly nearestChange?: { readonly item: AnswerView; readonly to: number; readonly toLabel: string; readonly role: NameView };
  readonly answers: readonly AnswerView[];
}

const explainedRoles = 3;

/** The topic of what a role says of mid-career hiring and experience. */
const experienceTopic = 'mid-career-experience';

/**
 * The result of a fit test as plain data. Answers that are all equal have no roles: there is nothing to compare. Contradictory
 * answers have an order, but nothing is explained by them.
 */
export function viewFit(catalogue: Catalogue, state: FitState, language: Language, person?: PersonView): FitDocument {
  const { answers, test, avoid } = state;
  const result = scoreAnswers(catalogue, answers, test, avoid);
  const viewAnswer = viewAnswers(catalogue, language);
  const explain = (fit: RoleFit): ExplainedRoleView => ({
    ...viewRoleFit(catalogue, fit, language),
    loadings: Object.fromEntries(computeLoadings(catalogue, fit.role)),
    ...(fit.role.focus === undefined ? {} : { focus: fit.role.focus[language] }),
    ...viewExplanation(explainFit(catalogue, result, answers, fit), fit.role, language, viewAnswer),
  });
  const isExplained = !result.warnings.includes('contradictory');
  const worst = isExplained && result.roles.length > explainedRoles ? result.roles.at(-1) : undefined;
  const change = isExplained ? findNearestChange(catalogue, result, answers, avoid) : undefined;
  return {
    ...startDocument('fit', language),
    ...(person === undefined ? {} : { person }),
    test,
    bankVersion: catalogue.fit.version,
    code: encodeState(catalogue, state),
    answered: result.answered,
    asked: result.asked,
    warnings: result.warnings,
    confidence: confidenceOf[standingOf(result)],
    avoidancePenalty,
    avoid: catalogue.fit.avoidances.filter(({ id }) => avoid.includes(id)).map((term) => viewTerm(term, language)),
    strengths: (isExplained ? findStrengths(catalogue, result) : []).map((dimension) => ({
      ...viewTerm(dimension, language),
      strength: dimension.strength[language],
    })),
    profile: viewProfile(catalogue, result.profile, language),
    roles: result.roles.map((fit) => viewRoleFit(catalogue, fit, language)),
    neighbours: result.neighbours.filter(({ named }) => named).map((fit) => viewNeighbour(catalogue, state, result, fit, language)),
    notCompared: result.left.map((role) => viewName({ kind: 'role', role }, language)),
    explained: isExplained ? result.roles.slice(0, explainedRoles).map(explain) : [],
    ...(worst === undefined ? {} : { worst: explain(worst) }),
    ...(change === undefined
      ? {}
      : {
          nearestChange: {
            item: viewAnswer(change.item.id, change.from),
            to: change.to,
            toLabel: labelOf(catalogue, change.to, language),
            role: viewName({ kind: 'role', role: change.role }, language),
          },
        }),
    answers: itemsOf(catalogue, test).flatMap(({ id }) => {
      const answer = answers.get(id);
      return answer === undefined ? [] : [viewAnswer(id, answer)];
    }),
  };
}

function viewProfile({ fit }: Catalogue, profile: ReadonlyMap<string, number>, language: Language): FitDocument['profile'] {
  const answered = fit.dimensions.flatMap((dimension) => {
    const value = profile.get(dimension.id);
    return value === undefined ? [] : [{ ...viewTerm(dimension, language), value }];
  });
  // `standardize` gives a length of 1, for correlations.
  const directions = standardize(answered.map(({ value }) => value));
  return answered.map((dimension, place) => ({ ...dimension, z: Math.round((directions?.[place] ?? 0) * Math.sqrt(answered.length) * 1000) / 1000 }));
}

const confidenceOf: Readonly<Record<Standing, Confidence>> = { clear: 'clear', shared: 'shared', open: 'open', undecided: 'open', unscorable: 'none' };

/** A fit as it is shown, 0–100: 50 is neither with nor against the answers. */
export function scoreOf(fit: number): number {
  return Math.max(0, Math.round(50 + 50 * fit));
}

/** A fit or correlation to three decimals, as documents give it. */
export function roundFit(fit: number): number {
  return Math.round(fit * 1000) / 1000;
}

function viewRoleFit(catalogue: Catalogue, fit: RoleFit, language: Language): RoleFitView {
  return { ...viewComparedRole(catalogue, fit, language), first: fit.first };
}

function viewComparedRole(catalogue: Catalogue, { role, correlation, avoided, fit, dimensions }: ComparedRole, language: Language): ComparedRoleView {
  return {
    ...viewName({ kind: 'role', role }, language),
    score: scoreOf(fit),
    fit: roundFit(fit),
    correlation: roundFit(correlation),
    avoided: catalogue.fit.avoidances.filter(({ id }) => avoided.includes(id)).map((term) => viewTerm(term, language)),
    dimensions,
    estimated: role.measures?.estimated === true,
  };
}

function viewNeighbour(catalogue: Catalogue, { answers }: FitState, result: FitResult, fit: NeighbourFit, language: Language): NeighbourFitView {
  const difference = findDifference(catalogue, fit.role);
  const [entry] = fit.role.entry ?? [];
  const viewAnswer = viewAnswers(catalogue, language);
  return {
    ...viewComparedRole(catalogue, fit, language),
    reasons: findNeighbourReasons(catalogue, result, answers, fit).map((reason) => viewReason(reason, viewAnswer, language)),
    ...(difference === undefined ? {} : { difference: viewDifference(difference, language) }),
    ...(entry?.topic === experienceTopic ? { experience: entry.text[language] } : {}),
  };
}

function viewDifference(difference: NeighbourDifference, language: Language): NonNullable<NeighbourFitView['difference']> {
  const from = viewName({ kind: 'role', role: difference.from }, language);
  if ('text' in difference) return { from, text: difference.text[language] };
  return { from, dimension: viewTerm(difference.dimension, language), more: difference.more };
}

function viewReason({ dimension, weight, typical, answers }: Reason, viewAnswer: ReturnType<typeof viewAnswers>, language: Language): ReasonView {
  return {
    dimension: viewTerm(dimension, language),
    weight: roundFit(weight),
    typical,
    answers: answers.map(({ item, answer }) => viewAnswer(item.id, answer)),
  };
}

function viewExplanation(
  { reasons, doubts, hardParts }: FitExplanation,
  role: Role,
  language: Language,
  viewAnswer: (item: string, answer: number) => AnswerView,
): Pick<ExplainedRoleView, 'reasons' | 'doubts' | 'hardParts' | 'questions'> {
  const view = (reason: Reason) => viewReason(reason, viewAnswer, language);
  return {
    reasons: reasons.map(view),
    doubts: doubts.map(view),
    hardParts: hardParts.flatMap(({ entry, avoidance, dimension }) => {
      const because = avoidance ?? dimension;
      if (because === undefined) return [];
      return [{ text: entry.text[language], ...(entry.coping === undefined ? {} : { coping: entry.coping[language] }), because: viewTerm(because, language) }];
    }),
    questions: (role.checks ?? []).map(({ text }) => ({ text: text[language], ...(language === 'ja' ? {} : { japanese: text.ja }) })),
  };
}

function viewAnswers(catalogue: Pick<Catalogue, 'fit'>, language: Language): (item: string, answer: number) => AnswerView {
  return (id, answer) => ({
    item: id,
    text: catalogue.fit.items.find((item) => item.id === id)?.text[language] ?? id,
    answer,
    label: labelOf(catalogue, answer, language),
  });
}

function labelOf({ fit }: Pick<Catalogue, 'fit'>, answer: number, language: Language): string {
  return fit.responses.find(({ value }) => value === answer)?.label[language] ?? String(answer);
}
