import type { Catalogue, FitItem, Role } from '../catalogue/model.ts';
import { tierOf } from '../catalogue/tiers.ts';
import { answerNoise, avoidancePenalty, createDirection, haveSamePlaces, multiply, shortestLength, standardizeCommon, valueAt } from './compare-role.ts';
import type { Direction, Vector } from './compare-role.ts';
import { computeLoadings } from './loadings.ts';

/** Fewer common dimensions than this say nothing about a role. */
const fewestDimensions = 5;

/** Of more roles that share the first place, none is told apart. */
export const mostFirst = 3;

/** Of more neighbours that go with the answers, those that fit best are named. */
export const mostNeighbours = 3;

/**
 * From this mean distance between the two answers to a dimension on, answers look random or contradict each other (full test).
 * Random sheets have 1.6 on average; of simulated people at most 2 % reach this, also when some items are more popular than others.
 */
const largestGap = 1.3;

export type FitWarning = 'all-equal' | 'contradictory' | 'few-answers' | 'too-few-answers';

/** What a person wants to avoid, as the roles have it. */
export interface Avoided {
  /** Ids of what each role has of it. */
  readonly ids: readonly (readonly string[])[];
  /** Their numbers. */
  readonly counts: Uint8Array;
}

/** The roles of a catalogue in the order of their fit, by their places in `roles`. */
export interface Order {
  readonly places: Int32Array;
  /** So many could be compared. */
  count: number;
}

export type FitCatalogue = Pick<Catalogue, 'survey' | 'fit' | 'roles'>;

/** So many different sets of answered dimensions are remembered. */
const mostPlacements = 256;

/** The roles' loadings standardised over the dimensions that were answered, one role after the other; and for each, how many dimensions it has of these. */
interface Placement {
  readonly values: Vector;
  /** 0 where the loadings do not vary, or too few are there. */
  readonly commons: Uint16Array;
}

/**
 * Ranks the roles of a catalogue for any number of sheets of one test. All that does not depend on the answers is computed once, and what a sheet gives
 * stands in arrays that the next one fills anew: making them takes longer than filling them. `scoreAnswers` says what the numbers mean; the sums are
 * added up in the order of the dimensions, so that the same answers give the same last digit wherever they are ranked.
 */
export class RoleRanker {
  readonly items: readonly { readonly id: string; readonly dimension: number }[];
  /** Ids, in the order in which they are asked. */
  readonly dimensions: readonly string[];
  readonly roles: readonly Role[];

  /** To be filled before `rank`: an answer 1–5 for each item, NaN where there is none. */
  readonly answers: Float64Array;

  answered = 0;
  /** Number of dimensions with an answer. */
  answeredDimensions = 0;
  /** Mean distance between the two answers to a dimension, in steps; NaN where too few dimensions have both. */
  gap = NaN;
  warnings: readonly FitWarning[] = [];
  /** Mean answer to each dimension; NaN where there is none. */
  readonly means: Vector;
  readonly main: Order;
  /** Neighbours. */
  readonly beside: Order;
  /** So many of the main roles share the first place. */
  firstCount = 0;
  /** The neighbours that are named. */
  readonly named: Order;
  readonly correlations: Float64Array;
  /** NaN where a role could not be compared. */
  readonly fits: Float64Array;

  private readonly counts: Vector;
  /** Whether a role is a neighbour, and which of `kinds` has its dimensions. */
  private readonly isNeighbour: readonly boolean[];
  private readonly kindOf: readonly number[];
  private readonly loadings: readonly Vector[];
  private readonly hardParts: readonly ReadonlySet<string>[];
  /** Roles that have the same dimensions: mostly, all main ones, and all neighbours. The loadings of one, and the person's means over its dimensions. */
  private readonly kinds: readonly { readonly loadings: Vector; readonly person: Direction }[];
  private readonly products: Float64Array;
  private readonly scales: Float64Array;
  private readonly leaderSlopes: Vector;
  private readonly nothingAvoided: Avoided;
  private placement: Placement = { values: new Float64Array(), commons: new Uint16Array() };
  private placedMeans: Vector;
  private readonly placements = new Map<string, Placement>();

  /** @param items what is asked. */
  constructor(catalogue: FitCatalogue, items: readonly FitItem[]) {
    this.dimensions = [...new Set(items.map(({ dimension }) => dimension))];
    this.items = items.map(({ id, dimension }) => ({ id, dimension: this.dimensions.indexOf(dimension) }));
    this.roles = catalogue.roles;
    this.isNeighbour = this.roles.map((role) => tierOf(role) === 'neighbour');
    this.hardParts = this.roles.map((role) => new Set((role.demerits ?? []).flatMap(({ avoidance }) => avoidance ?? [])));
    this.loadings = this.roles.map((role) => {
      const loadings = computeLoadings(catalogue, role);
      return Float64Array.from(this.dimensions, (dimension) => loadings.get(dimension) ?? NaN);
    });
    const kinds: { readonly loadings: Vector; readonly person: Direction }[] = [];
    this.kindOf = this.loadings.map((loadings) => {
      const known = kinds.findIndex((kind) => haveSamePlaces(kind.loadings, loadings));
      return known >= 0 ? known : kinds.push({ loadings, person: createDirection(loadings.length) }) - 1;
    });
    this.kinds = kinds;
    const vector = () => new Float64Array(this.dimensions.length);
    const perRole = () => new Float64Array(this.roles.length);
    const order = (): Order => ({ places: new Int32Array(this.roles.length), count: 0 });
    this.answers = new Float64Array(items.length);
    [this.means, this.counts, this.leaderSlopes, this.placedMeans] = [vector(), vector(), vector(), vector()];
    [this.correlations, this.fits, this.products, this.scales] = [perRole(), perRole(), perRole(), perRole()];
    [this.main, this.beside, this.named] = [order(), order(), order()];
    this.nothingAvoided = { ids: this.roles.map(() => []), counts: new Uint8Array(this.roles.length) };
  }

  /** What the roles have of what a person wants to avoid. */
  findAvoided(avoid: readonly string[]): Avoided {
    if (avoid.length === 0) return this.nothingAvoided;
    const wanted = [...new Set(avoid)];
    const ids = this.hardParts.map((parts) => wanted.filter((id) => parts.has(id)));
    return { ids, counts: Uint8Array.from(ids, (found) => found.length) };
  }

  /** Ranks the roles for what stands in `answers`. */
  rank(avoided: Avoided): void {
    this.averageAnswers();
    this.warnings = this.findWarnings();
    this.compareRoles(avoided);
    this.findFirst();
    this.nameNeighbours();
  }

  /** Number of dimensions on which a role was compared. */
  countCommon(role: number): number {
    return this.placement.commons[role] ?? 0;
  }

  /** Main roles that could not be compared: they have no loadings, or too few in common with the answers. */
  listLeft(): Role[] {
    return this.roles.filter((_, place) => this.isNeighbour[place] !== true && Number.isNaN(this.fits[place]));
  }

  /** The standard error of the difference of a role's fit from that of the best main role, with the same answers. */
  errorBehindLeader(role: number): number {
    const { counts, leaderSlopes, placement, kinds, kindOf } = this;
    const person = kinds[kindOf[role] ?? 0]?.person;
    if (person === undefined) return NaN;
    const { values: u, length } = person;
    const { values } = placement;
    const r = valueAt(this.products, role);
    const scale = valueAt(this.scales, role);
    const start = role * counts.length;
    let variance = 0;
    for (let place = 0; place < counts.length; place += 1) {
      const slope = valueAt(leaderSlopes, place) - (scale * (valueAt(values, start + place) - r * valueAt(u, place))) / length;
      variance += (slope * slope) / Math.max(1, valueAt(counts, place));
    }
    return answerNoise * Math.sqrt(variance);
  }

  /** Fills in the mean answer to each dimension and how many there are. */
  private averageAnswers(): void {
    const { items, answers, means, counts } = this;
    means.fill(0);
    counts.fill(0);
    let answered = 0;
    let gaps = 0;
    let gapSum = 0;
    for (let item = 0; item < items.length; item += 1) {
      const answer = valueAt(answers, item);
      if (Number.isNaN(answer)) continue;
      const dimension = items[item]?.dimension ?? 0;
      const sum = valueAt(means, dimension);
      const count = valueAt(counts, dimension);
      // At the second answer to a dimension, the sum is the first.
      if (count === 1) {
        gaps += 1;
        gapSum += Math.abs(sum - answer);
      }
      means[dimension] = sum + answer;
      counts[dimension] = count + 1;
      answered += 1;
    }
    let dimensions = 0;
    for (let place = 0; place < means.length; place += 1) {
      const count = valueAt(counts, place);
      means[place] = valueAt(means, place) / count;
      if (count > 0) dimensions += 1;
    }
    this.answered = answered;
    this.answeredDimensions = dimensions;
    this.gap = gaps < fewestDimensions * 2 ? NaN : gapSum / gaps;
  }

  private findWarnings(): readonly FitWarning[] {
    const { answered, answeredDimensions, gap, items } = this;
    const isFlat = answeredDimensions >= fewestDimensions && this.areMeansEqual();
    const isFew = answeredDimensions < fewestDimensions || answered < items.length / 2;
    if (!isFlat && !isFew && !(gap >= largestGap)) return noWarnings;
    const warnings: FitWarning[] = [];
    // Answers that differ only within dimensions leave nothing to compare, either.
    if (isFlat) warnings.push('all-equal');
    if (gap >= largestGap) warnings.push('contradictory');
    if (isFew) warnings.push(answeredDimensions < fewestDimensions ? 'too-few-answers' : 'few-answers');
    return warnings;
  }

  private areMeansEqual(): boolean {
    let first = NaN;
    for (const mean of this.means) {
      if (Number.isNaN(first)) first = mean;
      else if (mean !== first && !Number.isNaN(mean)) return false;
    }
    return true;
  }

  /**
   * A role's correlation is r times √(common / answered), with r = Σ u·a of the profile and the loadings, both standardised over the dimensions that both have:
   * on few dimensions a high correlation comes easily, and what a role says nothing about speaks neither for nor against it.
   */
  private compareRoles(avoided: Avoided): void {
    const { main, beside, kinds, kindOf, isNeighbour, means, products, scales, correlations, fits, answeredDimensions } = this;
    for (const { loadings, person } of kinds) standardizeCommon(means, loadings, person);
    const { values, commons } = this.placeRoles();
    main.count = beside.count = 0;
    fits.fill(NaN);
    for (let role = 0; role < commons.length; role += 1) {
      const person = kinds[kindOf[role] ?? 0]?.person;
      const common = commons[role] ?? 0;
      if (person === undefined || person.length === 0 || common === 0) continue;
      const r = multiply(person.values, values, role * means.length);
      const scale = Math.sqrt(common / answeredDimensions);
      const correlation = r * scale;
      products[role] = r;
      scales[role] = scale;
      correlations[role] = correlation;
      fits[role] = correlation - avoidancePenalty * (avoided.counts[role] ?? 0);
      insert(isNeighbour[role] === true ? beside : main, role, fits);
    }
  }

  private placeRoles(): Placement {
    const { means } = this;
    if (this.placement.commons.length > 0 && haveSamePlaces(this.placedMeans, means)) return this.placement;
    const key = Array.from(means, (mean) => (Number.isNaN(mean) ? '-' : '+')).join('');
    const known = this.placements.get(key);
    this.placement = known ?? placeRoles(this.loadings, means);
    this.placedMeans = means.slice();
    if (known === undefined) {
      if (this.placements.size >= mostPlacements) this.placements.clear();
      this.placements.set(key, this.placement);
    }
    return this.placement;
  }

  /** Roles that are not further behind the leader than one standard error share the first place; whoever is ahead of one that does, does so, too. */
  private findFirst(): void {
    const { main } = this;
    const leader = main.places[0] ?? 0;
    this.firstCount = main.count;
    if (main.count === 0) return;
    this.findLeaderSlopes(leader);
    while (this.firstCount > 0 && !this.isLevel(leader, main.places[this.firstCount - 1] ?? 0)) this.firstCount -= 1;
  }

  /**
   * Whether a role is not further behind the leader than one standard error of the difference of the two fits with the same answers, from the noise
   * of the answers alone: the delta method. A fit is s·r with s = √(common / answered) and r = Σ u·a; u is the profile over the common dimensions,
   * centred and divided by its length |x|, and a the standardised loadings. So ∂(s·r)/∂x = s·(a − r·u)/|x| on each of them, 0 elsewhere;
   * each x has the variance σ²/n of the mean of its n answers.
   */
  private isLevel(leader: number, other: number): boolean {
    const lead = valueAt(this.fits, leader) - valueAt(this.fits, other);
    // No more than the two together (triangle inequality), which is quickly known: most roles are further behind.
    if (lead > answerNoise * (this.steepnessOf(leader) + this.steepnessOf(other))) return false;
    return lead <= this.errorBehindLeader(other);
  }

  /** The length of all slopes together, a little more for rounding. */
  private steepnessOf(role: number): number {
    const r = valueAt(this.products, role);
    const length = this.kinds[this.kindOf[role] ?? 0]?.person.length ?? NaN;
    return (valueAt(this.scales, role) * Math.sqrt(Math.max(0, 1 - r * r) + shortestLength)) / length;
  }

  /** How much the leader's fit changes with the mean answer to each dimension. */
  private findLeaderSlopes(leader: number): void {
    const { leaderSlopes, placement, kinds, kindOf } = this;
    const person = kinds[kindOf[leader] ?? 0]?.person;
    if (person === undefined) return;
    const [r, scale, start] = [valueAt(this.products, leader), valueAt(this.scales, leader), leader * leaderSlopes.length];
    for (let place = 0; place < leaderSlopes.length; place += 1)
      leaderSlopes[place] = (scale * (valueAt(placement.values, start + place) - r * valueAt(person.values, place))) / person.length;
  }

  /**
   * Neighbours beside the best main role: named are those no further behind it than the noise of answers, which would share the first place if they
   * were main roles. Where more main roles share it than can be told apart, that would be nearly all of them: then, only those ahead of every main role.
   */
  private nameNeighbours(): void {
    const { beside, fits, main, named } = this;
    const leader = main.places[0] ?? 0;
    named.count = 0;
    if (main.count === 0 || this.warnings.length > 0) return;
    const isOpen = this.firstCount > mostFirst;
    for (let index = 0; index < beside.count && named.count < mostNeighbours; index += 1) {
      const role = beside.places[index] ?? 0;
      const fit = valueAt(fits, role);
      // They come with the best fit first.
      if (!(fit > 0)) return;
      if (isOpen ? !(fit > valueAt(fits, leader)) : !this.isLevel(leader, role)) continue;
      named.places[named.count] = role;
      named.count += 1;
    }
  }
}

const noWarnings: readonly FitWarning[] = [];

function placeRoles(loadings: readonly Vector[], means: Vector): Placement {
  const [values, commons] = [new Float64Array(loadings.length * means.length), new Uint16Array(loadings.length)];
  const direction = createDirection(means.length);
  loadings.forEach((own, role) => {
    standardizeCommon(own, means, direction);
    values.set(direction.values, role * means.length);
    commons[role] = direction.length > 0 && direction.common >= fewestDimensions ? direction.common : 0;
  });
  return { values, commons };
}

/** Puts a role behind all that fit no worse. */
function insert(order: Order, role: number, fits: Vector): void {
  const { places } = order;
  const fit = valueAt(fits, role);
  let index = order.count;
  while (index > 0 && valueAt(fits, places[index - 1] ?? 0) < fit) {
    places[index] = places[index - 1] ?? 0;
    index -= 1;
  }
  places[index] = role;
  order.count += 1;
}
