import type { Catalogue, ConfusedWith, Entry, Language, LocalizedText, Role } from '../catalogue/model.ts';
import { languages, sections } from '../catalogue/model.ts';
import { foldName } from '../catalogue/names.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';

/**
 * `duty`: whose task is this? `summary`: which role is this? `qualification`: for which role does it help?
 * `look-alike`: whose task is this, with the role it gets mixed up with among the choices?
 */
export const knowledgeKinds = ['duty', 'summary', 'qualification', 'look-alike'] as const;
export type KnowledgeKind = (typeof knowledgeKinds)[number];

/** One answer to choose: always a role. */
export interface KnowledgeChoice {
  /** Id of the role. */
  readonly id: string;
  /** Its name in the language of the question. */
  readonly label: string;
}

/** What is told after the answer, in the language of the question. */
export interface KnowledgeExplanation {
  /** Id of the role to read again. */
  readonly role: string;
  readonly name: string;
  /** Detail of the entry, or how the look-alikes differ; absent where the catalogue says no more. */
  readonly text?: string;
  /** The look-alike that `text` sets the role apart from. */
  readonly other?: KnowledgeChoice;
}

/** A question as data; the sentence around `subject` is made where it is asked. */
export interface KnowledgeQuestion {
  readonly kind: KnowledgeKind;
  /** The task, summary or qualification that is asked about. */
  readonly subject: string;
  /** Four roles, fewer only if the catalogue has fewer. */
  readonly choices: readonly KnowledgeChoice[];
  /** Index of the one right choice. */
  readonly right: number;
  readonly explanation: KnowledgeExplanation;
}

export interface KnowledgeOptions {
  /** How many questions to make; 10 if absent. */
  readonly count?: number;
  /** A whole number; what differs by 2³² is the same. */
  readonly seed: number;
  readonly language: Language;
}

/** What can be made a question. */
export interface AskablePoint {
  readonly kind: KnowledgeKind;
  /** The right answer. */
  readonly role: Role;
  /** What is asked about; for a summary, an entry of that text. */
  readonly entry: Entry;
  /** Every role that may stand among the choices as a wrong one, the hardest to tell from `role` first. */
  readonly wrong: readonly Role[];
  /** For `look-alike`: the role that is always among the choices, and what sets the two apart. */
  readonly lookAlike?: { readonly role: Role; readonly difference: LocalizedText };
}

export interface KnowledgeResult {
  readonly right: number;
  readonly total: number;
  /** For each question: whether its answer was right. */
  readonly byQuestion: readonly boolean[];
  /** Ids of the roles behind the missed questions, the most missed first, without repetition. */
  readonly readAgain: readonly string[];
}

const choiceCount = 4;

/** The parts of a role that questions are made from. */
const askedSections = ['duties', 'specialties', 'qualifications'] as const;

/**
 * Questions on the catalogue, each with one right choice. The same catalogue, seed, language and count give the same
 * questions; a larger count continues a smaller one. The random numbers come from mulberry32, so they are the same on every machine.
 * Fewer than `count` if the catalogue has no more to ask; none with fewer than two roles.
 */
export function generateQuestions(catalogue: Catalogue, { count = 10, seed, language }: KnowledgeOptions): KnowledgeQuestion[] {
  const random = createRandom(seed);
  const kinds = shuffle(knowledgeKinds, random);
  let points = shuffle(listAskable(catalogue, language), random);
  const asked: AskablePoint[] = [];
  const questions: KnowledgeQuestion[] = [];
  while (questions.length < count) {
    const point = pickLeastAsked(points, asked, kinds);
    if (point === undefined) break;
    asked.push(point);
    questions.push(toQuestion(catalogue, point, language, random));
    points = points.filter((other) => !isSameSubject(point.entry, other.entry));
  }
  return questions;
}

/** Which answers were right: `answers` holds the index of the choice for each question, undefined where none was chosen. */
export function gradeAnswers(questions: readonly KnowledgeQuestion[], answers: readonly (number | undefined)[]): KnowledgeResult {
  const byQuestion = questions.map(({ right }, place) => answers[place] === right);
  const missed = questions.filter((_, place) => byQuestion[place] === false).map(({ explanation }) => explanation.role);
  const timesMissed = (id: string) => missed.filter((other) => other === id).length;
  return {
    right: byQuestion.filter(Boolean).length,
    total: questions.length,
    byQuestion,
    readAgain: [...new Set(missed)].toSorted((a, b) => timesMissed(b) - timesMissed(a)),
  };
}

/**
 * Everything that can be asked: duties and specialties, summaries, qualifications, and duties of one of two look-alikes. Left out is
 * what says its own answer, and what has too few wrong roles.
 */
export function listAskable(catalogue: Catalogue, language: Language): AskablePoint[] {
  const points = catalogue.roles.flatMap((role): AskablePoint[] => {
    const rivals = listRivals(catalogue, role);
    const toPart = (entry: Entry) => ({ entry, wrong: withoutRightOnes(rivals, role, entry) });
    const tasks = [...(role.duties ?? []), ...(role.specialties ?? [])].map(toPart);
    // What helps in several roles may well help in others, too.
    const helps = (role.qualifications ?? []).filter(({ topic }) => topic === undefined).map(toPart);
    const lookAlikes = catalogue.roles.flatMap((other) => {
      const difference = findRelation(role, other, 'look-alike')?.difference;
      return difference === undefined ? [] : [{ role: other, difference }];
    });
    return [
      ...tasks.map((task) => ({ kind: 'duty' as const, role, ...task })),
      // A summary tells its role from those it names, so these stay.
      {
        kind: 'summary',
        role,
        entry: { text: role.summary },
        wrong: rivals.filter((rival) => !readRole(rival).entries.some(({ text }) => isSameText(role.summary, text))),
      },
      ...helps.map((help) => ({ kind: 'qualification' as const, role, ...help })),
      ...tasks.flatMap((task) =>
        lookAlikes.filter((lookAlike) => task.wrong.includes(lookAlike.role)).map((lookAlike) => ({ kind: 'look-alike' as const, role, lookAlike, ...task })),
      ),
    ];
  });
  const needed = Math.min(choiceCount, catalogue.roles.length) - 1;
  return points.filter(({ role, entry, wrong }) => !isNamed(role, entry.text, language) && needed > 0 && withDistinctLabels(wrong, language).length >= needed);
}

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

function withoutRightOnes(rivals: readonly Role[], role: Role, entry: Entry): Role[] {
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

/** The roles that are not this one under another name and do not stand in for it, the nearest first. */
function listRivals(catalogue: Catalogue, role: Role): Role[] {
  return catalogue.roles
    .filter((other) => other.id !== role.id && !isNamedAlike(role, other) && findRelation(role, other, 'stand-in') === undefined)
    .toSorted((a, b) => distance(role, a) - distance(role, b));
}

function distance(role: Role, other: Role): number {
  if (findRelation(role, other, 'look-alike') !== undefined) return 0;
  return role.family !== undefined && role.family === other.family ? 1 : 2;
}

/** What either file says of the two in this relation. */
function findRelation(role: Role, other: Role, relation: ConfusedWith['relation']): ConfusedWith | undefined {
  const says = (one: Role, { id }: Role) => one.confusedWith?.find((confusion) => confusion.with === id && confusion.relation === relation);
  return says(role, other) ?? says(other, role);
}

/** A name or alias in common, or one name within the other: 医療事務 does what 事務 does. */
function isNamedAlike(a: Role, b: Role): boolean {
  const [first, second] = [plain(a.name.ja), plain(b.name.ja)];
  return first.includes(second) || second.includes(first) || [...readRole(a).keys].some((key) => readRole(b).keys.has(key));
}

/** Whether a text has a name of the role in it: Latin names as whole words, capitals such as IT as they are, others anywhere. */
function isNamed(role: Role, text: LocalizedText, language: Language): boolean {
  const { plain: folded, spaced: exact } = readText(text)[language];
  const lower = exact.toLowerCase();
  return readRole(role).names.some((name) => {
    if (!/^[\p{sc=Latin}\d][\p{sc=Latin}\d \-']*$/u.test(name)) return folded.includes(plain(name));
    return /^[A-Z]{2,3}$/.test(name) ? exact.includes(` ${name} `) : lower.includes(withSpaces(name).toLowerCase());
  });
}

function isSameSubject(a: Entry, b: Entry): boolean {
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
  const read = (said: string, wordsOf: (folded: string) => Set<string>) => ({ plain: plain(said), spaced: withSpaces(said), words: wordsOf(plain(said)) });
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
  const { name, reading: kana, aliases = [] } = role;
  const names = [name.ja, name.en, ...(kana === undefined ? [] : [kana]), ...aliases].map((spelling) => spelling.normalize('NFKC').trim());
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

function withSpaces(text: string): string {
  const words = text.normalize('NFKC').replace(/[^\p{sc=Latin}\d]+/gu, ' ');
  return ` ${words.trim()} `;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

function withDistinctLabels(roles: readonly Role[], language: Language): Role[] {
  const labels = roles.map(({ name }) => plain(name[language]));
  return roles.filter(({ name }, place) => labels.indexOf(plain(name[language])) === place);
}

/** The kind asked least often, in it the role asked least often, of these the first point. */
function pickLeastAsked(points: readonly AskablePoint[], asked: readonly AskablePoint[], kinds: readonly KnowledgeKind[]): AskablePoint | undefined {
  const fewest = <Item>(items: readonly Item[], times: (item: Item) => number) => items.toSorted((a, b) => times(a) - times(b))[0];
  const present = kinds.filter((kind) => points.some((point) => point.kind === kind));
  const wanted = fewest(present, (kind) => asked.filter((point) => point.kind === kind).length);
  return fewest(
    points.filter(({ kind }) => kind === wanted),
    ({ role }) => asked.filter((point) => point.role === role).length,
  );
}

function toQuestion(catalogue: Catalogue, point: AskablePoint, language: Language, random: Random): KnowledgeQuestion {
  const { kind, role, entry, lookAlike } = point;
  const place = (other: Role) => (other === lookAlike?.role ? -1 : distance(role, other));
  const nearest = withDistinctLabels(
    shuffle(point.wrong, random).toSorted((a, b) => place(a) - place(b)),
    language,
  );
  const choices = shuffle([role, ...nearest.slice(0, Math.min(choiceCount, catalogue.roles.length) - 1)], random);
  const text = lookAlike?.difference ?? entry.detail;
  return {
    kind,
    subject: entry.text[language],
    choices: choices.map((choice) => toChoice(choice, language)),
    right: choices.indexOf(role),
    explanation: {
      role: role.id,
      name: role.name[language],
      ...(text === undefined ? {} : { text: text[language] }),
      ...(lookAlike === undefined ? {} : { other: toChoice(lookAlike.role, language) }),
    },
  };
}

function toChoice({ id, name }: Role, language: Language): KnowledgeChoice {
  return { id, label: name[language] };
}

/** Fisher–Yates. */
function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}
