import type { Catalogue, Dimension, Entry, FitItem, Role, Term } from '../catalogue/model.ts';
import { computeLoadings } from './loadings.ts';
import { itemsOf, scoreAnswers } from './score.ts';
import { mean, standardize } from './statistics.ts';
import { answerValues } from './response-scale.ts';
import type { ComparedRole } from './compare-role.ts';
import type { Answers, FitResult, FitTest } from './score.ts';

/** A dimension on which a person and a role agree or not, and the answers behind it. */
export interface Reason {
  readonly dimension: Dimension;
  /** Part of the correlation that this dimension makes, −1 to 1. */
  readonly weight: number;
  /** The role has more of it than of others. */
  readonly typical: boolean;
  readonly answers: readonly { readonly item: FitItem; readonly answer: number }[];
}

/** Why a role fits a person as it does. */
export interface FitExplanation {
  readonly fit: ComparedRole;
  /** What speaks for it, the weightiest first: liked and typical of the role, or neither. */
  readonly reasons: readonly Reason[];
  /** What speaks against it, the weightiest first: typical of the role and not liked, or the reverse. */
  readonly doubts: readonly Reason[];
  /** Hard parts of the role that touch what the person likes least or wants to avoid. */
  readonly hardParts: readonly { readonly entry: Entry; readonly avoidance?: Term; readonly dimension?: Dimension }[];
}

/** The smallest change of one answer that puts another role first. */
export interface NearestChange {
  readonly item: FitItem;
  readonly from: number;
  readonly to: number;
  readonly role: Role;
}

type FitCatalogue = Pick<Catalogue, 'survey' | 'fit' | 'roles'>;

/** What less than this part of a correlation explains is not worth telling. */
const smallestWeight = 0.02;
/** A mean answer nearer than this to the person's own mean is neither liking nor dislike. */
const smallestLiking = 0.5;
/** An answer on neither side: nobody is told that they would like that, or would rather not do it. */
const neither = 3;
/** How many reasons are told of what is typical of a role, and of what is not. */
const mostTypical = 4;
const mostUntypical = 2;

/** Why a role fits, or does not: each dimension's part of the correlation, with the very answers. */
export function explainFit(catalogue: FitCatalogue, result: FitResult, answers: Answers, fit: ComparedRole): FitExplanation {
  const loadings = computeLoadings(catalogue, fit.role);
  const common = catalogue.fit.dimensions.flatMap((dimension) => {
    const [answer, loading] = [result.profile.get(dimension.id), loadings.get(dimension.id)];
    return answer === undefined || loading === undefined ? [] : [{ dimension, answer, loading }];
  });
  const person = standardize(common.map(({ answer }) => answer)) ?? [];
  const role = standardize(common.map(({ loading }) => loading)) ?? [];
  const centre = mean([...result.profile.values()]);
  const reasons = common.map(({ dimension, answer }, index): Reason & { readonly liking: number } => {
    const [liking, typical] = [answer - centre, (role[index] ?? 0) > 0];
    const given = answersTo(catalogue, result.test, answers, dimension).filter((to) => bearsOut(to.answer, liking, typical));
    return { dimension, weight: (person[index] ?? 0) * (role[index] ?? 0), liking, typical, answers: given };
  });
  const told = reasons.filter(
    ({ weight, liking, answers: given }) => Math.abs(weight) >= smallestWeight && Math.abs(liking) >= smallestLiking && given.length > 0,
  );
  const telling = (sign: 1 | -1): Reason[] => {
    const sorted = told.filter(({ weight }) => weight * sign > 0).toSorted((a, b) => (b.weight - a.weight) * sign);
    const [typical, others] = [sorted.filter((reason) => reason.typical), sorted.filter((reason) => !reason.typical)];
    return [...typical.slice(0, mostTypical), ...others.slice(0, mostUntypical)];
  };
  const disliked = new Set(reasons.filter(({ liking }) => liking <= -smallestLiking).map(({ dimension }) => dimension.id));
  return { fit, reasons: telling(1), doubts: telling(-1), hardParts: findHardParts(catalogue, fit, disliked) };
}

/** The dimensions in which a person stands out among their own answers, at most `count`, the strongest first. */
export function findStrengths(catalogue: Pick<Catalogue, 'fit'>, result: FitResult, count = 3): Dimension[] {
  const centre = mean([...result.profile.values()]);
  return catalogue.fit.dimensions
    .map((dimension) => ({ dimension, answer: result.profile.get(dimension.id) ?? 0 }))
    .filter(({ answer }) => answer >= Math.max(3.5, centre + smallestLiking))
    .toSorted((a, b) => b.answer - a.answer)
    .slice(0, count)
    .map(({ dimension }) => dimension);
}

/** The single answer whose smallest change would put first a role that does not share the first place of a result; undefined if none would. */
export function findNearestChange(catalogue: FitCatalogue, result: FitResult, answers: Answers, avoid: readonly string[]): NearestChange | undefined {
  const { test, roles } = result;
  const level = new Set(roles.filter((fit) => fit.first).map(({ role }) => role.id));
  if (level.size === 0) return undefined;
  const found: (NearestChange & { readonly steps: number; readonly lead: number })[] = [];
  for (const item of itemsOf(catalogue, test)) {
    const from = answers.get(item.id);
    if (from === undefined) continue;
    for (const to of answerValues.filter((answer) => answer !== from)) {
      const [first, second] = scoreAnswers(catalogue, new Map([...answers, [item.id, to]]), test, avoid).roles;
      if (first === undefined || level.has(first.role.id)) continue;
      found.push({ item, from, to, role: first.role, steps: Math.abs(to - from), lead: first.fit - (second?.fit ?? 0) });
    }
  }
  const [nearest] = found.toSorted((a, b) => a.steps - b.steps || b.lead - a.lead);
  return nearest === undefined ? undefined : { item: nearest.item, from: nearest.from, to: nearest.to, role: nearest.role };
}

/**
 * Whether an answer shows a liking, or the want of one. Among answers that are low on the whole, a 3 is much, and among high ones little;
 * but it says neither that a person would like something, nor that they would rather not. That a role asks for what leaves a person cold,
 * a 3 does say.
 */
function bearsOut(answer: number, liking: number, typical: boolean): boolean {
  if (liking > 0) return answer > neither;
  return typical ? answer <= neither : answer < neither;
}

function answersTo(catalogue: Pick<Catalogue, 'fit'>, test: FitTest, answers: Answers, dimension: Dimension): { item: FitItem; answer: number }[] {
  return itemsOf(catalogue, test).flatMap((item) => {
    const answer = item.dimension === dimension.id ? answers.get(item.id) : undefined;
    return answer === undefined ? [] : [{ item, answer }];
  });
}

function findHardParts({ fit: bank }: Pick<Catalogue, 'fit'>, { role, avoided }: ComparedRole, disliked: ReadonlySet<string>): FitExplanation['hardParts'] {
  return (role.demerits ?? []).flatMap((entry): FitExplanation['hardParts'] => {
    const avoidance = bank.avoidances.find(({ id }) => id === entry.avoidance);
    if (avoidance !== undefined && avoided.includes(avoidance.id)) return [{ entry, avoidance }];
    const dimension = bank.dimensions.find(({ id }) => disliked.has(id) && (id === entry.dimension || id === avoidance?.dimension));
    return dimension === undefined ? [] : [{ entry, dimension }];
  });
}
