import { isAcronym, spaceWords } from '../catalogue/latin-words.ts';
import type { Catalogue, ConfusedWith, Entry, Language, LocalizedText, Role } from '../catalogue/model.ts';
import { languages, sections } from '../catalogue/model.ts';
import { foldName } from '../catalogue/names.ts';

/** The parts of a role that questions are made from. */
const askedSections = ['duties', 'specialties', 'qualifications'] as const;

/**
 * The roles that are certainly wrong as an answer to whose duty, specialty or qualification an entry is: look-alikes first, then the
 * same family, then the others. Absent is not "no", so a role is left out as soon as it may be right as well: if any of its entries has the same
 * topic or text, one of those asked about has a telling word in common, the entry names the role, one of the two stands in
 * for the other, or the two are called alike.
 */
export function wrongRolesFor(catalogue: Catalogue, roleId: string, entry: Entry): Role[] {
  const role = catalogue.roles.find(({ id }) => id === roleId);
  if (role === undefined) return [];
  return withoutRightOnes(listRivals(catalogue, role), role, entry);
}

/** The roles of `rivals` that are certainly wrong as an answer to `entry`, which is one of `role`. */
export function withoutRightOnes(rivals: readonly Role[], role: Role, entry: Entry): Role[] {
  // A role may say the same twice, and another role share only the topic or the words of the second.
  const same = [entry, ...readRole(role).entries.filter((own) => isSameSubject(entry, own))];
  const said = [entry.text, entry.detail].filter((text) => text !== undefined);
  return rivals.filter(
    (rival) =>
      !readRole(rival).entries.some((other) => same.some((own) => isSameSubject(own, other))) &&
      !askedSections.some((section) => rival[section]?.some((other) => isSimilar(entry.text, other.text))) &&
      !said.some((text) => languages.some((language) => isNamed(rival, text, language))),
  );
}

/** The roles that do not say a text themselves. */
export function withoutSameText(rivals: readonly Role[], said: LocalizedText): Role[] {
  return rivals.filter((rival) => !readRole(rival).entries.some(({ text }) => isSameText(said, text)));
}

/** The roles that are not this one under another name and do not stand in for it, the nearest first. */
export function listRivals(catalogue: Catalogue, role: Role): Role[] {
  return catalogue.roles
    .filter((other) => other.id !== role.id && !isNamedAlike(role, other) && findRelation(role, other, 'stand-in') === undefined)
    .toSorted((a, b) => distance(role, a) - distance(role, b));
}

/** How hard a role is to tell from another: 0 a look-alike, 1 of the same family, 2 any other. */
export function distance(role: Role, other: Role): number {
  if (findRelation(role, other, 'look-alike') !== undefined) return 0;
  return role.family !== undefined && role.family === other.family ? 1 : 2;
}

/** What either file says of the two in this relation. */
export function findRelation(role: Role, other: Role, relation: ConfusedWith['relation']): ConfusedWith | undefined {
  const says = (one: Role, { id }: Role) => one.confusedWith?.find((confusion) => confusion.with === id && confusion.relation === relation);
  return says(role, other) ?? says(other, role);
}

/** A name, alias or related title in common, or one name within the other: 医療事務 does what 事務 does. */
function isNamedAlike(a: Role, b: Role): boolean {
  const [first, second] = [plain(a.name.ja), plain(b.name.ja)];
  return first.includes(second) || second.includes(first) || [...readRole(a).keys].some((key) => readRole(b).keys.has(key));
}

/** Whether a text has a name of the role in it: Latin names as whole words, capitals such as IT as they are, others anywhere. */
export function isNamed(role: Role, text: LocalizedText, language: Language): boolean {
  const { plain: folded, spaced: exact } = readText(text)[language];
  const lower = exact.toLowerCase();
  return readRole(role).names.some((name) => {
    if (!/^[\p{sc=Latin}\d][\p{sc=Latin}\d \-']*$/u.test(name)) return folded.includes(plain(name));
    return isAcronym(name) ? exact.includes(` ${name} `) : lower.includes(spaceWords(name).toLowerCase());
  });
}

/** Whether two entries are about the same: by their topic, or word for word. */
export function isSameSubject(a: Entry, b: Entry): boolean {
  return (a.topic !== undefined && a.topic === b.topic) || isSameText(a.text, b.text);
}

function isSameText(a: LocalizedText, b: LocalizedText): boolean {
  const [first, second] = [readText(a), readText(b)];
  return languages.some((language) => first[language].plain === second[language].plain);
}

/** A telling word in common in Japanese, or half of the words in English: 請求書の処理 and 代金の請求. */
function isSimilar(a: LocalizedText, b: LocalizedText): boolean {
  const [first, second] = [readText(a), readText(b)];
  const shared = (language: Language) => [...first[language].words].filter((word) => second[language].words.has(word)).length;
  const inEnglish = shared('en');
  return shared('ja') > 0 || (inEnglish > 0 && 4 * inEnglish >= first.en.words.size + second.en.words.size);
}

/** Words of so many tasks that they tell nothing. */
const generalWords = new Set(['会社', '社内', '事務', '業務', '管理', '記録', '計算', '作成', '処理', '点検', '準備', '運営', '資格', '検定']);
const smallWords = new Set(['and', 'for', 'from', 'the', 'with']);

/** A text made ready to be compared, which takes longer than the comparison. */
interface TextReading {
  readonly plain: string;
  /** In its own case, with one space around each Latin word. */
  readonly spaced: string;
  readonly words: ReadonlySet<string>;
}

const textReadings = new WeakMap<LocalizedText, Readonly<Record<Language, TextReading>>>();

function readText(text: LocalizedText): Readonly<Record<Language, TextReading>> {
  const known = textReadings.get(text);
  if (known !== undefined) return known;
  const read = (said: string, wordsOf: (folded: string) => Set<string>) => ({ plain: plain(said), spaced: spaceWords(said), words: wordsOf(plain(said)) });
  const reading = { ja: read(text.ja, japaneseWords), en: read(text.en, latinWords) };
  textReadings.set(text, reading);
  return reading;
}

/** The same of a role. */
interface RoleReading {
  readonly names: readonly string[];
  /** The names as they are searched for. */
  readonly keys: ReadonlySet<string>;
  /** All that it says of itself, the summary included. */
  readonly entries: readonly Entry[];
}

const roleReadings = new WeakMap<Role, RoleReading>();

function readRole(role: Role): RoleReading {
  const known = roleReadings.get(role);
  if (known !== undefined) return known;
  const { name, reading: kana, aliases = [], relatedTitles = [] } = role;
  const names = [name.ja, name.en, ...(kana === undefined ? [] : [kana]), ...aliases, ...relatedTitles].map((spelling) => spelling.normalize('NFKC').trim());
  const reading = {
    names: names.filter(Boolean),
    keys: new Set(names.map(foldName)),
    entries: [{ text: role.summary }, ...sections.flatMap((section) => role[section] ?? [])],
  };
  roleReadings.set(role, reading);
  return reading;
}

/** Each two kanji, each three katakana, two kanji around okurigana (問い合). */
function japaneseWords(text: string): Set<string> {
  const words = text.matchAll(/(?=(\p{sc=Han}{2}|[\p{sc=Katakana}ー]{3}|\p{sc=Han}(?![のとをはがにでやもへ])\p{sc=Hiragana}\p{sc=Han}))/gu);
  return new Set([...words].flatMap(([, word]) => (word === undefined || generalWords.has(word) ? [] : [word])));
}

function latinWords(text: string): Set<string> {
  return new Set((text.match(/\p{sc=Latin}{3,}/gu) ?? []).filter((word) => !smallWords.has(word)));
}

/** A text without what only its spelling adds: width, case, spaces around it. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
