import { pickById } from '../catalogue/queries.ts';
import type { Catalogue, Language, Role } from '../catalogue/model.ts';
import { listMainRoles, listNeighbours } from '../catalogue/tiers.ts';
import type { GroupCounts } from '../sheets/group.ts';
import { fewestCounted, publishParts, publishSeveral, publishShares } from '../sheets/publish-counts.ts';
import type { PublishedCount } from '../sheets/publish-counts.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import { viewName } from './names.ts';
import type { NameView } from './names.ts';
import { viewTerm } from './terms.ts';
import type { TermView } from './terms.ts';

/** A main role in a group. */
export interface GroupRoleView extends NameView {
  /** People who have it first, alone. */
  readonly first: PublishedCount;
  /** People who have it first together with one or two others; absent where these are not told. */
  readonly shared?: PublishedCount;
}

/** A trait in a group. */
export interface GroupTraitView extends TermView {
  /** Mean answer, 1–5. */
  readonly mean: number;
  /** Standard deviation of the people. */
  readonly spread: number;
}

/** How the people of a group do not have one role first. */
export interface GroupStandings {
  /** Two or three roles share the first place. */
  readonly shared: PublishedCount;
  /** More roles than can be told apart, or fewer than half of the questions answered. */
  readonly open: PublishedCount;
  /** Answers that contradict each other. */
  readonly undecided: PublishedCount;
  /** Nothing to compare roles by. */
  readonly unscorable: PublishedCount;
}

/**
 * A group at a glance. It says nothing of one to four people, nor anything that it follows from; what cannot be told for that is absent: a group under
 * five has nothing but `underFive`, one under ten no counts.
 */
export interface GroupDocument extends Document<'group'> {
  readonly bankVersion: number;
  /** How many people there are; absent where they are under five. */
  readonly people?: number;
  readonly underFive?: true;
  /** The main roles, and what else a result may say: everybody is in one of `roles[].first` and `standings`. */
  readonly roles?: readonly GroupRoleView[];
  readonly standings?: GroupStandings;
  /** What people want to avoid; everybody may want to avoid several things. */
  readonly avoid?: readonly (TermView & PublishedCount)[];
  /** Neighbours that results name, up to three each. */
  readonly neighbours?: readonly (NameView & PublishedCount)[];
  /** Over those whose answers can be compared and do not contradict each other. */
  readonly profile?: readonly GroupTraitView[];
}

/** A group as it may be shown, in one language. `publishParts` says which counts that leaves. */
export function viewGroup(catalogue: Catalogue, counts: GroupCounts, language: Language): GroupDocument {
  const start = { ...startDocument('group', language), bankVersion: catalogue.fit.version };
  if (counts.people < fewestCounted) return { ...start, underFive: true };
  const { people } = counts;
  const { avoidances, dimensions } = catalogue.fit;
  const neighbours = listNeighbours(catalogue.roles);
  const avoid = publishShares(
    avoidances.map(({ id }) => counts.avoid.get(id) ?? 0),
    people,
  );
  const named = publishShares(
    neighbours.map(({ id }) => counts.neighbours.get(id) ?? 0),
    people,
  );
  return {
    ...start,
    people,
    ...viewFirst(catalogue, counts, language),
    ...(avoid === undefined ? {} : { avoid: avoidances.map((term, place) => ({ ...viewTerm(term, language), ...countAt(avoid, place) })) }),
    ...(named === undefined ? {} : { neighbours: neighbours.map((role, place) => ({ ...nameOf(role, language), ...countAt(named, place) })) }),
    ...viewProfile(pickById(dimensions, [...counts.profile.keys()]), counts, language),
  };
}

/** Which roles people have first. */
function viewFirst({ roles }: Catalogue, { standings, clear, shared }: GroupCounts, language: Language): Pick<GroupDocument, 'roles' | 'standings'> {
  const main = listMainRoles(roles);
  const { open, undecided, unscorable } = standings;
  // In the order in which they are withheld: what people are least curious of comes first.
  const parts = publishParts([open, undecided, unscorable, ...main.map(({ id }) => clear.get(id) ?? 0).toReversed(), standings.shared]);
  if (parts === undefined) return {};
  const sharing = countAt(parts, parts.length - 1);
  const several =
    'count' in sharing
      ? publishSeveral(
          main.map(({ id }) => shared.get(id) ?? 0),
          sharing.count,
        )
      : undefined;
  return {
    roles: main.map((role, place) => ({
      ...nameOf(role, language),
      first: countAt(parts, parts.length - 2 - place),
      ...(several === undefined ? {} : { shared: countAt(several, place) }),
    })),
    standings: { shared: sharing, open: countAt(parts, 0), undecided: countAt(parts, 1), unscorable: countAt(parts, 2) },
  };
}

function viewProfile(dimensions: Catalogue['fit']['dimensions'], { profile }: GroupCounts, language: Language): Pick<GroupDocument, 'profile'> {
  const traits = dimensions.flatMap((dimension) => {
    const found = profile.get(dimension.id);
    if (found === undefined || found.people < fewestCounted) return [];
    return [{ ...viewTerm(dimension, language), mean: roundTo2(found.mean), spread: roundTo2(found.deviation) }];
  });
  return traits.length === 0 ? {} : { profile: traits };
}

function nameOf(role: Role, language: Language): NameView {
  return viewName({ kind: 'role', role }, language);
}

function countAt(counts: readonly PublishedCount[], place: number): PublishedCount {
  return counts[place] ?? { withheld: true };
}

function roundTo2(value: number): number {
  return Math.round(value * 100) / 100;
}
