import type { Catalogue } from '../catalogue/model.ts';
import { listMainRoles, listNeighbours, tierOf } from '../catalogue/tiers.ts';
import { createRandom } from '../knowledge/random.ts';
import type { Random } from '../knowledge/random.ts';
import { computeLoadings } from './loadings.ts';
import { mean } from './statistics.ts';
import { itemsOf, measureNeighbours, mostNeighbours, scoreAnswers } from './score.ts';
import { answerValues, highestAnswer, lowestAnswer } from './response-scale.ts';
import type { Answers, FitResult, FitTest, NeighbourStanding } from './score.ts';

type FitCatalogue = Pick<Catalogue, 'survey' | 'fit' | 'roles'>;

/** A normally distributed number (Box–Muller). */
function normal(random: Random, mean: number, deviation: number): number {
  return mean + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** How much more one item is liked than another by everyone, by id of the item. */
export function drawPopularity(catalogue: FitCatalogue, deviation: number, random: Random): ReadonlyMap<string, number> {
  return new Map(catalogue.fit.items.map(({ id }) => [id, normal(random, 0, deviation)]));
}

/**
 * The answers of a simulated person whose inclinations are a role's loadings with noise. A test of the software, no proof of
 * validity: latent = loading + N(0, 0.8); answer = round(3 + acquiescence N(0.3, 0.4) + popularity + 0.7·latent + N(0, 0.7)) within 1–5.
 */
export function simulateAnswers(
  catalogue: FitCatalogue,
  loadings: ReadonlyMap<string, number>,
  popularity: ReadonlyMap<string, number>,
  test: FitTest,
  random: Random,
): Answers {
  const latent = new Map(catalogue.fit.dimensions.map(({ id }) => [id, (loadings.get(id) ?? 0) + normal(random, 0, 0.8)]));
  const acquiescence = normal(random, 0.3, 0.4);
  return new Map(
    itemsOf(catalogue, test).map(({ id, dimension }) => {
      const liking = 3 + acquiescence + (popularity.get(id) ?? 0) + 0.7 * (latent.get(dimension) ?? 0) + normal(random, 0, 0.7);
      return [id, Math.min(highestAnswer, Math.max(lowestAnswer, Math.round(liking)))];
    }),
  );
}

export interface SimulatedRole {
  readonly id: string;
  /** Share of the people simulated from this role whose first place it is; a tie of k counts 1/k. */
  readonly top1: number;
}

/** What a simulation of one test gives. Shares 0–1. */
export interface Simulation {
  readonly test: FitTest;
  /** Standard deviation of how popular items are. */
  readonly popularity: number;
  readonly people: number;
  readonly top1: number;
  /** The role is among the first three. */
  readonly top3: number;
  readonly roles: readonly SimulatedRole[];
  /** The role shares the first place as the result shows it. */
  readonly shared: number;
  /** Mean number of roles that share the first place. */
  readonly groupSize: number;
  /** The strict first place stays when one answer moves by one step. */
  readonly stable: number;
  /** People warned of contradictory answers. */
  readonly flagged: number;
}

/** Simulates `people` people of every main role for each seed, and scores them. */
export function simulate(catalogue: FitCatalogue, test: FitTest, popularity: number, people: number, seeds: readonly number[]): Simulation {
  const mainRoles = listMainRoles(catalogue.roles);
  const tallies = mainRoles.map(({ id }) => ({ id, top1: 0 }));
  let [top3, shared, group, stable, flagged, total] = [0, 0, 0, 0, 0, 0];
  for (const seed of seeds) {
    const random = createRandom(seed);
    const liked = drawPopularity(catalogue, popularity, random);
    mainRoles.forEach((role, index) => {
      const loadings = computeLoadings(catalogue, role);
      for (let person = 0; person < people; person += 1) {
        const answers = simulateAnswers(catalogue, loadings, liked, test, random);
        const { roles, warnings } = scoreAnswers(catalogue, answers, test);
        const own = roles.find((fit) => fit.role.id === role.id);
        if (own === undefined) continue;
        const better = roles.filter(({ fit }) => fit > own.fit).length;
        const tied = roles.filter(({ fit }) => fit === own.fit).length;
        const tally = tallies[index];
        if (tally !== undefined && better === 0) tally.top1 += 1 / tied;
        total += 1;
        if (better < 3) top3 += 1;
        if (own.first) shared += 1;
        group += roles.filter(({ first }) => first).length;
        if (warnings.includes('contradictory')) flagged += 1;
        if (staysFirst(catalogue, answers, test, roles[0]?.role.id, random)) stable += 1;
      }
    });
  }
  const each = people * seeds.length;
  const roles = tallies.map(({ id, top1 }) => ({ id, top1: top1 / each }));
  return {
    test,
    popularity,
    people: total,
    top1: roles.reduce((sum, role) => sum + role.top1, 0) / roles.length,
    top3: top3 / total,
    roles,
    shared: shared / total,
    groupSize: group / total,
    stable: stable / total,
    flagged: flagged / total,
  };
}

/** Share of random answer sheets that put each role first, and of those warned of as contradictory. */
export function simulateRandom(
  catalogue: FitCatalogue,
  test: FitTest,
  sheets: number,
  seed: number,
): { readonly first: readonly SimulatedRole[]; readonly flagged: number } {
  const random = createRandom(seed);
  const tallies = new Map(listMainRoles(catalogue.roles).map(({ id }) => [id, 0]));
  let flagged = 0;
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const answers = new Map(itemsOf(catalogue, test).map(({ id }) => [id, lowestAnswer + Math.floor(random() * answerValues.length)]));
    const { roles, warnings } = scoreAnswers(catalogue, answers, test);
    const [leader] = roles;
    if (leader !== undefined) tallies.set(leader.role.id, (tallies.get(leader.role.id) ?? 0) + 1);
    if (warnings.includes('contradictory')) flagged += 1;
  }
  return { first: [...tallies].map(([id, count]) => ({ id, top1: count / sheets })), flagged: flagged / sheets };
}

function staysFirst(catalogue: FitCatalogue, answers: Answers, test: FitTest, leader: string | undefined, random: Random): boolean {
  const items = [...answers];
  const [id, answer] = items[Math.floor(random() * items.length)] ?? ['', 3];
  const moved = answer === lowestAnswer ? answer + 1 : answer === highestAnswer ? answer - 1 : answer + (random() < 0.5 ? -1 : 1);
  return scoreAnswers(catalogue, new Map([...answers, [id, moved]]), test).roles[0]?.role.id === leader;
}

/** Whether a neighbour is to be named beside a result. */
export type NeighbourRule = (neighbour: NeighbourStanding, result: FitResult) => boolean;

/** How often a rule names neighbours. Shares 0–1. */
export interface NamedNeighbours {
  readonly neighbours: readonly {
    readonly id: string;
    /** Of the people simulated from this neighbour, those for whom it is named. */
    readonly own: number;
    /** Of the people simulated from all other roles. */
    readonly others: number;
  }[];
  /** The means over the neighbours. */
  readonly own: number;
  readonly others: number;
  /** Of the people simulated from main roles, those for whom any neighbour is named. */
  readonly besideMain: number;
}

/** Simulates `people` people of every role, neighbours too, for each seed, and says for each rule whom it would name. */
export function simulateNeighbours(
  catalogue: FitCatalogue,
  test: FitTest,
  popularity: number,
  people: number,
  seeds: readonly number[],
  rules: readonly NeighbourRule[],
): NamedNeighbours[] {
  const neighbours = listNeighbours(catalogue.roles);
  const tallies = rules.map(() => ({ named: neighbours.map(() => ({ own: 0, others: 0 })), besideMain: 0 }));
  for (const seed of seeds) {
    const random = createRandom(seed);
    const liked = drawPopularity(catalogue, popularity, random);
    for (const role of catalogue.roles) {
      const loadings = computeLoadings(catalogue, role);
      for (let person = 0; person < people; person += 1) {
        const answers = simulateAnswers(catalogue, loadings, liked, test, random);
        const [result, standings] = [scoreAnswers(catalogue, answers, test), measureNeighbours(catalogue, answers, test)];
        tallies.forEach((tally, index) => {
          const named = standings.filter((standing) => rules[index]?.(standing, result)).slice(0, mostNeighbours);
          if (named.length > 0 && tierOf(role) === 'main') tally.besideMain += 1;
          tally.named.forEach((count, place) => {
            if (named.some((standing) => standing.role === neighbours[place])) count[role === neighbours[place] ? 'own' : 'others'] += 1;
          });
        });
      }
    }
  }
  const each = people * seeds.length;
  return tallies.map(({ named, besideMain }) => {
    const shares = named.map(({ own, others }, place) => ({
      id: neighbours[place]?.id ?? '',
      own: own / each,
      others: others / (each * (catalogue.roles.length - 1)),
    }));
    return {
      neighbours: shares,
      own: mean(shares.map(({ own }) => own)),
      others: mean(shares.map(({ others }) => others)),
      besideMain: besideMain / (each * (catalogue.roles.length - neighbours.length)),
    };
  });
}
