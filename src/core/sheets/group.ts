import type { Catalogue } from '../catalogue/model.ts';
import type { FitResult } from '../fit/score.ts';
import { standingOf } from '../fit/standing.ts';
import type { Standing } from '../fit/standing.ts';

/** Counts of a group of people, as they are: nothing of it is for people to see but what `viewGroup` lets through. */
export interface GroupCounts {
  readonly people: number;
  readonly standings: Readonly<Record<Standing, number>>;
  /** By id of the role: people who have it first, alone, and those who have it first together with one or two others. */
  readonly clear: ReadonlyMap<string, number>;
  readonly shared: ReadonlyMap<string, number>;
  /** By id of the neighbour: people whose result names it. */
  readonly neighbours: ReadonlyMap<string, number>;
  /** By id of the hard part: people who want to avoid it. */
  readonly avoid: ReadonlyMap<string, number>;
  /**
   * By id of the dimension, over those whose answers could be compared and do not contradict each other: how many answered it, their mean 1–5, and its
   * standard deviation.
   */
  readonly profile: ReadonlyMap<string, { readonly people: number; readonly mean: number; readonly deviation: number }>;
}

/** A group that people are added to one by one. It keeps sums only, however many they are. */
export interface Group {
  /** Adds a person: the result of their answers, and ids of what they want to avoid. */
  readonly add: (result: FitResult, avoid: readonly string[]) => void;
  readonly count: () => GroupCounts;
}

interface Sums {
  people: number;
  sum: number;
  squares: number;
}

/** A group with nobody in it yet. */
export function createGroup({ fit }: Pick<Catalogue, 'fit'>): Group {
  const standings = { clear: 0, shared: 0, open: 0, undecided: 0, unscorable: 0 };
  const firsts = { clear: new Map<string, number>(), shared: new Map<string, number>() };
  const neighbours = new Map<string, number>();
  const avoided = new Map(fit.avoidances.map(({ id }) => [id, 0]));
  const sums = new Map(fit.dimensions.map(({ id }): [string, Sums] => [id, { people: 0, sum: 0, squares: 0 }]));
  let people = 0;
  return {
    add: (result, avoid) => {
      people += 1;
      const first = result.roles.filter((role) => role.first);
      const standing = standingOf(result);
      standings[standing] += 1;
      if (standing === 'clear' || standing === 'shared') for (const { role } of first) addOne(firsts[standing], role.id);
      for (const { role, named } of result.neighbours) if (named) addOne(neighbours, role.id);
      for (const id of new Set(avoid)) if (avoided.has(id)) addOne(avoided, id);
      if (standing === 'undecided' || standing === 'unscorable') return;
      for (const [id, value] of result.profile) {
        const dimension = sums.get(id);
        if (dimension === undefined) continue;
        dimension.people += 1;
        dimension.sum += value;
        dimension.squares += value * value;
      }
    },
    count: () => ({
      people,
      standings: { ...standings },
      clear: firsts.clear,
      shared: firsts.shared,
      neighbours,
      avoid: avoided,
      profile: new Map([...sums].flatMap(([id, dimension]) => (dimension.people === 0 ? [] : [[id, describe(dimension)]]))),
    }),
  };
}

function addOne(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

function describe({ people, sum, squares }: Sums): { readonly people: number; readonly mean: number; readonly deviation: number } {
  const mean = sum / people;
  return { people, mean, deviation: Math.sqrt(Math.max(0, squares / people - mean * mean)) };
}
