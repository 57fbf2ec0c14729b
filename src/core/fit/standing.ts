import { mostFirst } from './score.ts';
import type { FitWarning } from './score.ts';

/**
 * What a result says of a person: one role first, two or three that share the first place, more than can be told apart (or too few answers
 * to rely on), answers that contradict each other, or answers that no role can be compared with.
 */
export type Standing = 'clear' | 'shared' | 'open' | 'undecided' | 'unscorable';

/** What the result of a sheet says of its person. */
export function standingOf({
  roles,
  warnings,
}: {
  readonly roles: readonly { readonly first: boolean }[];
  readonly warnings: readonly FitWarning[];
}): Standing {
  if (roles.length === 0) return 'unscorable';
  if (warnings.includes('contradictory')) return 'undecided';
  const first = roles.filter((role) => role.first).length;
  if (warnings.length > 0 || first > mostFirst) return 'open';
  return first === 1 ? 'clear' : 'shared';
}
