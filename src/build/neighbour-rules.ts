import type { Catalogue, Role } from '../core/catalogue/model.ts';
import { listMainRoles } from '../core/catalogue/tiers.ts';
import { computeFigureLoadings } from '../core/fit/loadings.ts';
import { mostFirst } from '../core/fit/score.ts';
import type { FitResult } from '../core/fit/score.ts';
import type { NeighbourRule } from '../core/fit/simulate.ts';
import { correlateCommon } from '../core/fit/statistics.ts';

/** The rule of the test. */
export const chosenRule: NeighbourRule = ({ role }, { neighbours }) => neighbours.some((neighbour) => neighbour.named && neighbour.role === role);

/** Rules for naming neighbours that were tried, the chosen one last. */
export function listNeighbourRules(catalogue: Catalogue): readonly { readonly label: string; readonly rule: NeighbourRule }[] {
  const withinErrors =
    (errors: number): NeighbourRule =>
    ({ behind, error }) =>
      behind <= errors * error;
  const asWellAs =
    (place: number): NeighbourRule =>
    ({ fit }, { roles }) =>
      fit >= (roles[place - 1]?.fit ?? NaN);
  const isOpen = ({ roles }: FitResult) => roles.filter(({ first }) => first).length > mostFirst;
  return [
    { label: 'as well as the third of the ten', rule: asWellAs(3) },
    { label: 'as well as the second', rule: asWellAs(2) },
    { label: 'as well as the second, all by figures alone', rule: createFigureRule(catalogue, 2) },
    { label: 'as well as the best', rule: asWellAs(1) },
    { label: 'a score of 62 or more', rule: ({ fit }) => fit >= 0.24 },
    { label: 'a score of 65 or more', rule: ({ fit }) => fit >= 0.3 },
    { label: '1.5 SE behind the best at most', rule: withinErrors(1.5) },
    { label: '1 SE', rule: withinErrors(1) },
    { label: '0.5 SE', rule: withinErrors(0.5) },
    { label: '1 SE, none if the result is open', rule: (neighbour, result) => !isOpen(result) && withinErrors(1)(neighbour, result) },
    { label: '**1 SE, ahead of all if the result is open**', rule: chosenRule },
  ];
}

/** As well as the main role at a place in the order that figures alone would give. */
function createFigureRule(catalogue: Catalogue, place: number): NeighbourRule {
  const loadingsOf = new Map(catalogue.roles.map((role) => [role, computeFigureLoadings(catalogue, role)]));
  const measured = catalogue.fit.dimensions.flatMap(({ id, measures = [] }) => (measures.length > 0 ? [id] : []));
  const correlate = (role: Role, profile: FitResult['profile']) => correlateCommon(measured, profile, loadingsOf.get(role) ?? new Map()) ?? 0;
  const main = listMainRoles(catalogue.roles);
  return ({ role }, { profile }) => correlate(role, profile) >= (main.map((other) => correlate(other, profile)).toSorted((a, b) => b - a)[place - 1] ?? NaN);
}
