import { BackofficeError } from '../errors.ts';
import type { NameSuggestion } from '../errors.ts';
import { isAcronym, spaceWords } from './latin-words.ts';
import type { Catalogue, Concept, ConfusedWith, GuideTopic, Language, Role } from './model.ts';
import { languages, sections } from './model.ts';
import { beginsSpelling, dropSelectors, foldName, isSpelling, loosenName, plainName } from './names.ts';
import { modernizeKanji } from './kanji-forms.ts';
import { findNearest } from './nearest.ts';
import { findSurveyed, joinPhrase } from './surveyed.ts';
import { sortByTier } from './tiers.ts';

/** What `show` and `compare` can be asked about. */
export type Subject = { readonly kind: 'role'; readonly role: Role } | { readonly kind: 'concept'; readonly concept: Concept };

/** The role or concept of a subject, for what both have. */
export function subjectBody(subject: Subject): Role | Concept {
  return subject.kind === 'role' ? subject.role : subject.concept;
}

/** A difference between two subjects, as seen from one of them. */
export interface Confusion extends Omit<ConfusedWith, 'with'> {
  readonly other: Subject;
}

export interface RoleFilter {
  /** Ids of resources; a role that looks after any of them passes. */
  readonly resources?: readonly string[];
  /** Ids of facets; a role must have all of them. */
  readonly facets?: readonly string[];
  /**
   * Each word must stand somewhere in the names, aliases, related titles, focus, summary, traits or headlines, or be what most people
   * in the role answered in the survey.
   */
  readonly words?: readonly string[];
  /** Where words are looked for besides the names; every language if absent. */
  readonly language?: Language;
}

export const sortKeys = ['default', 'id', 'name', 'family', 'resource'] as const;
export type SortKey = (typeof sortKeys)[number];

/** The items that have one of the ids, in the order of the items. */
export function pickById<Item extends { readonly id: string }>(items: readonly Item[], ids: readonly string[] = []): Item[] {
  return items.filter(({ id }) => ids.includes(id));
}

/** The roles that pass a filter, in catalogue order. */
export function filterRoles(catalogue: Catalogue, filter: RoleFilter): Role[] {
  const { resources = [], facets = [] } = filter;
  const words = joinPhrase(catalogue, filter.words ?? []);
  return catalogue.roles.filter(
    (role) =>
      (resources.length === 0 || resources.some((id) => role.resource?.includes(id))) &&
      facets.every((id) => role.facets?.includes(id)) &&
      words.every(
        (word) =>
          mentions(catalogue, role, word, filter.language === undefined ? languages : [filter.language]) || findSurveyed(catalogue, role, word) !== undefined,
      ),
  );
}

/**
 * The roles in another order, by default with neighbours below the main roles. `name` sorts Japanese names by their reading.
 * Roles that lack what is sorted by come last, also when `reversed`.
 */
export function sortRoles(catalogue: Catalogue, roles: readonly Role[], key: SortKey, language: Language, reversed = false): Role[] {
  const placeOf = (ids: readonly { id: string }[], id: string | undefined) => (id === undefined ? ids.length : ids.findIndex((item) => item.id === id));
  const compareBy: Record<Exclude<SortKey, 'default'>, (a: Role, b: Role) => number> = {
    id: (a, b) => (a.id < b.id ? -1 : 1),
    name: (a, b) => spoken(a, language).localeCompare(spoken(b, language), language),
    family: (a, b) => placeOf(catalogue.families, a.family) - placeOf(catalogue.families, b.family),
    resource: (a, b) => placeOf(catalogue.resources, a.resource?.[0]) - placeOf(catalogue.resources, b.resource?.[0]),
  };
  const sorted = key === 'default' ? [...roles] : roles.toSorted(compareBy[key]);
  const lacks = { default: ({ order }: Role) => order === undefined, id: () => false, name: () => false, family: lacksFamily, resource: lacksResource }[key];
  const turned = reversed ? reverseAllBut(sorted, lacks) : sorted;
  return key === 'default' ? sortByTier(turned) : turned;
}

function lacksFamily({ family }: Role): boolean {
  return family === undefined;
}

function lacksResource({ resource = [] }: Role): boolean {
  return resource.length === 0;
}

/** Items by a value, the highest first or, when `reversed`, the lowest; those without one come last, in their order. */
export function sortByValue<Item>(items: readonly Item[], valueOf: (item: Item) => number | undefined, reversed = false): Item[] {
  const sorted = items.toSorted((a, b) => (valueOf(b) ?? -Infinity) - (valueOf(a) ?? -Infinity) || 0);
  return reversed ? reverseAllBut(sorted, (item) => valueOf(item) === undefined) : sorted;
}

/** Items the other way round, but for those that belong at the end: they stay there, as they were. */
function reverseAllBut<Item>(items: readonly Item[], staysLast: (item: Item) => boolean): Item[] {
  return [...items.filter((item) => !staysLast(item)).reverse(), ...items.filter(staysLast)];
}

/** The roles in the order in which somebody who begins to type a name would expect them. */
export function rankByName(roles: readonly Role[], typed: string): Role[] {
  const loose = loosenName(typed);
  const begins = (names: readonly string[]) => names.some((name) => beginsSpelling(loose, loosenName(name)));
  const rank = (role: Role) => (begins(namesOf(role)) ? 0 : begins(aliasesOf(role)) ? 1 : begins(relatedOf(role)) ? 2 : 3);
  return roles.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * The role that a name means, in any script, case, width or romanisation.
 * @throws BackofficeError `unknown-role` or `ambiguous-role`, with the nearest names.
 */
export function findRole(catalogue: Catalogue, name: string): Role {
  return findNamed(listRoles(catalogue), name).role;
}

/**
 * The role or concept that a name means: an exact id, then an exact name or reading, then an exact alias; only then what may be spelled so, names
 * before aliases. So neither a person's own alias nor a likeness hides a role. What is called so by nobody may be a related title.
 * @throws BackofficeError `unknown-role` or `ambiguous-role`, with the nearest names.
 */
export function findSubject(catalogue: Catalogue, name: string): Subject {
  return findNamed(allSubjects(catalogue), name);
}

function findNamed<Wanted extends Subject>(subjects: readonly Wanted[], name: string): Wanted {
  const matches = findMeant(subjects, name, subjectBody);
  const [match] = matches;
  if (match !== undefined && matches.length === 1) return match;
  if (matches.length > 1) throw new BackofficeError({ code: 'ambiguous-role', name, candidates: matches.map(suggest) });
  throw new BackofficeError({ code: 'unknown-role', name, nearest: nearestSubjects(subjects, foldName(name)).map(suggest), commands: [] });
}

/**
 * The names that words are: each word one, or several words together where only together they are a name (human resources).
 * Of several ways the one with most names counts, so that two roles stay two; of these the one with the longest name first. Where no way is
 * right, one name if no word is one, otherwise the words as they are.
 */
export function joinNames(catalogue: Catalogue, words: readonly string[]): string[] {
  const subjects = allSubjects(catalogue);
  const isName = (name: string) => findMeant(subjects, name, subjectBody).length > 0;
  const alone = words.map(isName);
  if (alone.every(Boolean) || words.length > mostWords) return [...words];
  // For the words from each place on: the best way to read them.
  const ways: (readonly string[] | undefined)[] = [...words.map(() => undefined), []];
  for (let start = words.length - 1; start >= 0; start -= 1) {
    for (let end = Math.min(words.length, start + mostInName); end > start; end -= 1) {
      const rest = ways[end];
      const name = words.slice(start, end).join(' ');
      if (rest !== undefined && rest.length >= (ways[start]?.length ?? 0) && (end === start + 1 ? alone[start] === true : isName(name)))
        ways[start] = [name, ...rest];
    }
  }
  return [...(ways[0] ?? (alone.some(Boolean) ? words : [words.join(' ')]))];
}

/** No name has more words, and nobody names more roles at once. */
const mostInName = 8;
const mostWords = 40;

/**
 * The guide topic that a name means: id, title or alias.
 * @throws BackofficeError `unknown-guide-topic` with the nearest and all topics.
 */
export function findGuideTopic(catalogue: Catalogue, name: string): GuideTopic {
  const [found] = findMeant(catalogue.guide, name, (topic) => topic);
  if (found !== undefined) return found;
  const key = foldName(name);
  const nearest = catalogue.guide.filter((topic) => findNearest(key, allKeys(topic), 1).length > 0);
  throw new BackofficeError({ code: 'unknown-guide-topic', name, nearest: nearest.map(suggestTopic), all: catalogue.guide.map(suggestTopic) });
}

/** The related title by which a name means a role or concept; nothing where the role or concept itself is called so. */
export function findRelatedTitle({ relatedTitles = [], ...own }: Role | Concept, name: string): string | undefined {
  return isCalled(own, name) ? undefined : relatedTitles.find((title) => isCalled({ ...own, relatedTitles: [title] }, name));
}

/** Whether something is called so or found by it, in any spelling. */
export function isCalled(body: NameBearer, name: string): boolean {
  return findMeant([body], name, (bearer) => bearer).length > 0;
}

/** Everything that `subject` gets mixed up with, whichever of the two files says so. */
export function findConfusions(catalogue: Catalogue, id: string): Confusion[] {
  const subjects = allSubjects(catalogue);
  const found: Confusion[] = [];
  for (const subject of subjects) {
    const body = subjectBody(subject);
    for (const { with: otherId, relation, difference } of body.confusedWith ?? []) {
      const other = body.id === id ? subjects.find((candidate) => subjectBody(candidate).id === otherId) : otherId === id ? subject : undefined;
      if (other === undefined || found.some((known) => subjectBody(known.other).id === subjectBody(other).id)) continue;
      found.push({ other, relation, difference });
    }
  }
  return found;
}

function listRoles({ roles }: Catalogue): Extract<Subject, { kind: 'role' }>[] {
  return roles.map((role) => ({ kind: 'role', role }));
}

function allSubjects(catalogue: Catalogue): Subject[] {
  return [...listRoles(catalogue), ...catalogue.concepts.map((concept) => ({ kind: 'concept', concept }) as const)];
}

function textsOf(text: Readonly<Record<Language, string>>): string[] {
  return languages.map((language) => text[language]);
}

/** What has an id, names and aliases. */
export type NameBearer = Role | Concept | GuideTopic;

function namesOf(body: NameBearer): string[] {
  if ('title' in body) return textsOf(body.title);
  return [...textsOf(body.name), ...(body.reading === undefined ? [] : [body.reading])];
}

function aliasesOf({ aliases = [] }: NameBearer): readonly string[] {
  return aliases;
}

function relatedOf(body: NameBearer): readonly string[] {
  return 'title' in body ? [] : (body.relatedTitles ?? []);
}

/** Those that a name means, in the first way in which it means any; more than one where nobody can tell. */
function findMeant<Item>(items: readonly Item[], name: string, bodyOf: (item: Item) => NameBearer): Item[] {
  const plain = plainName(name);
  if (plain === '') return [];
  const loose = loosenName(name);
  const isExact = (other: string) => plainName(other) === plain;
  const isLoose = (other: string) => isSpelling(loose, loosenName(other));
  const ways: ((body: NameBearer) => boolean)[] = [
    ({ id }) => id === plain,
    (body) => namesOf(body).some(isExact),
    (body) => aliasesOf(body).some(isExact),
    (body) => isSpellingOfId(loose, body) || namesOf(body).some(isLoose),
    (body) => aliasesOf(body).some(isLoose),
    (body) => relatedOf(body).some(isExact),
    (body) => relatedOf(body).some(isLoose),
  ];
  for (const isMeant of ways) {
    const meant = items.filter((item) => isMeant(bodyOf(item)));
    if (meant.length > 0) return meant;
  }
  return [];
}

// Where an id is the romaji of a reading, the reading tells what may be written so (roumu is no spelling of ろむ, whose id is romu).
function isSpellingOfId(loose: string, body: NameBearer): boolean {
  const id = loosenName(body.id);
  if (loose === id) return true;
  const isRead = !('title' in body) && [body.reading ?? '', body.name.ja].some((reading) => isSpelling(id, loosenName(reading)));
  return !isRead && isSpelling(loose, id);
}

/** Everything that something is found by, as `foldName` writes it: id, names, reading, aliases, related titles. */
function allKeys(body: NameBearer): string[] {
  return [body.id, ...namesOf(body), ...aliasesOf(body), ...relatedOf(body)].map(foldName);
}

function nearestSubjects(subjects: readonly Subject[], key: string): Subject[] {
  const keyed = subjects.map((subject) => {
    const body = subjectBody(subject);
    return { subject, keys: allKeys(body) };
  });
  const nearest = findNearest(
    key,
    keyed.flatMap(({ keys }) => keys),
    6,
  );
  const found = nearest.map((near) => keyed.find(({ keys }) => keys.includes(near))?.subject).filter((subject) => subject !== undefined);
  return [...new Set(found)].slice(0, 3);
}

function suggest(subject: Subject): NameSuggestion {
  const { id, name } = subjectBody(subject);
  return { id, name };
}

function suggestTopic({ id, title }: GuideTopic): NameSuggestion {
  return { id, name: title };
}

/** Latin words match where a word begins, short ones whole words, capitals such as IT as they are; others match anywhere. */
function mentions(catalogue: Catalogue, role: Role, word: string, spoken: readonly Language[]): boolean {
  const loose = loosenName(word);
  if (loose === '') return false;
  if ([role.id, ...namesOf(role), ...aliasesOf(role), ...relatedOf(role)].some((name) => beginsSpelling(loose, loosenName(name)))) return true;
  const labels = [...pickById(catalogue.resources, role.resource), ...pickById(catalogue.facets, role.facets)].map(({ label }) => label);
  const headlines = sections.flatMap((section) => (role[section] ?? []).map(({ text }) => text));
  const texts = [...(role.focus === undefined ? [] : [role.focus]), role.summary, ...labels, ...headlines].flatMap((text) =>
    spoken.map((language) => text[language]),
  );
  return texts.some(createMention(word));
}

/** Whether a text has a word, as `mentions` says. */
function createMention(word: string): (text: string) => boolean {
  const plain = (text: string) => modernizeKanji(dropSelectors(text.normalize('NFKC')));
  const wanted = plain(word).trim();
  const fold = isAcronym(wanted) ? plain : (text: string) => plain(text).toLowerCase();
  if (!/^[\p{Script=Latin}\d -]+$/u.test(wanted)) return (text) => fold(text).includes(fold(wanted));
  const letters = spaceWords(fold(wanted)).trim();
  // A word of four letters or more may go on: document finds documents. It may be parted in the text, or in what was typed: wi-fi finds WiFi.
  const pattern = wanted.length > 3 ? ` ${Array.from(letters.replaceAll(' ', '')).join(' ?')}` : ` ${letters} `;
  const sought = new RegExp(pattern, 'u');
  return (text) => sought.test(spaceWords(fold(text)));
}

function spoken({ name, reading }: Role, language: Language): string {
  return language === 'ja' ? (reading ?? name.ja) : name[language];
}

/** A catalogue with other roles laid over it: one with the id of an existing role replaces that role, a later one an earlier. */
export function addRoles(base: Catalogue, added: readonly Role[]): Catalogue {
  const roles = new Map(base.roles.map((role) => [role.id, role]));
  for (const role of added) {
    // What replaces a role takes its place in lists, and beside the others, unless it says another.
    const replaced = roles.get(role.id);
    const order = role.order ?? replaced?.order;
    const tier = role.tier ?? replaced?.tier;
    roles.set(role.id, { ...role, ...(order === undefined ? {} : { order }), ...(tier === undefined ? {} : { tier }) });
  }
  // What of a catalogue is read when it is asked for stays so.
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(base), roles: { enumerable: true, value: sortByOrder([...roles.values()]) } },
  ) as Catalogue;
}

/** Items by their `order`; those without one behind, as they were. */
export function sortByOrder<Item extends { readonly order?: number }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0);
}
