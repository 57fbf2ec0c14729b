import { tiers } from './model.ts';
import type { Role, Tier } from './model.ts';

/** Whether a role is a main role or a neighbour of them. */
export function tierOf({ tier }: Pick<Role, 'tier'>): Tier {
  return tier ?? 'main';
}

/** Roles by their tier, the main ones first, otherwise as they were. */
export function sortByTier<Item extends Pick<Role, 'tier'>>(roles: readonly Item[]): Item[] {
  return tiers.flatMap((tier) => roles.filter((role) => tierOf(role) === tier));
}

/** The main roles, in their order. */
export function listMainRoles(roles: readonly Role[]): Role[] {
  return roles.filter((role) => tierOf(role) === 'main');
}

/** The neighbours, in their order. */
export function listNeighbours(roles: readonly Role[]): Role[] {
  return roles.filter((role) => tierOf(role) === 'neighbour');
}
