import type { Catalogue, Dimension, LocalizedText, Role } from '../catalogue/model.ts';
import { findConfusions } from '../catalogue/queries.ts';
import { listMainRoles } from '../catalogue/tiers.ts';
import { computeFigureLoadings, computeLoadings } from './loadings.ts';
import { explainFit } from './explain.ts';
import type { Reason } from './explain.ts';
import type { Answers, FitResult, NeighbourFit } from './score.ts';
import type { Loadings } from './loadings.ts';
import { correlateCommon } from './statistics.ts';

/** What sets a neighbour apart from the nearest main role: what either file says, else the dimension on which their figures differ most. */
export type NeighbourDifference =
  | { readonly from: Role; readonly text: LocalizedText }
  | { readonly from: Role; readonly dimension: Dimension; /** The neighbour has more of it. */ readonly more: boolean };

/**
 * What sets a neighbour apart from the nearest main role. That is one that it gets mixed up with, if there is any, and of several the one with the
 * figures most like its own. Undefined without main roles, or without figures in common.
 */
export function findDifference(catalogue: Catalogue, neighbour: Role): NeighbourDifference | undefined {
  const own = computeFigureLoadings(catalogue, neighbour);
  const main = listMainRoles(catalogue.roles).map((role) => ({ role, loadings: computeFigureLoadings(catalogue, role) }));
  const nearest = (roles: typeof main) => roles.toSorted((a, b) => likeness(own, b.loadings) - likeness(own, a.loadings))[0];
  const confusions = findConfusions(catalogue, neighbour.id);
  const textOf = (role: Role) => confusions.find(({ other }) => other.kind === 'role' && other.role.id === role.id)?.difference;
  const confused = nearest(main.filter(({ role }) => textOf(role) !== undefined));
  const text = confused === undefined ? undefined : textOf(confused.role);
  if (confused !== undefined && text !== undefined) return { from: confused.role, text };
  const other = nearest(main);
  if (other === undefined) return undefined;
  const lead = ({ id }: Dimension) => (own.get(id) ?? NaN) - (other.loadings.get(id) ?? NaN);
  const [dimension] = catalogue.fit.dimensions
    .filter((each) => lead(each) !== 0 && !Number.isNaN(lead(each)))
    .toSorted((a, b) => Math.abs(lead(b)) - Math.abs(lead(a)));
  return dimension === undefined ? undefined : { from: other.role, dimension, more: lead(dimension) > 0 };
}

/** How many reasons are told for a neighbour. */
const mostReasons = 3;

/**
 * Why a neighbour goes with the answers, the weightiest first. What is only less rare in it than the rest is no reason: its figures
 * must be on the side that is told.
 */
export function findNeighbourReasons(catalogue: Catalogue, result: FitResult, answers: Answers, neighbour: NeighbourFit): Reason[] {
  const loadings = computeLoadings(catalogue, neighbour.role);
  return explainFit(catalogue, result, answers, neighbour)
    .reasons.filter(({ dimension, typical }) => (loadings.get(dimension.id) ?? 0) > 0 === typical && loadings.get(dimension.id) !== 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostReasons);
}

/** How much two roles are alike; less than any where that cannot be said. */
function likeness(first: Loadings, second: Loadings): number {
  return correlateCommon([...first.keys()], first, second) ?? -2;
}
