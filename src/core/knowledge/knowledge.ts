import type { Catalogue, Entry, Language, LocalizedText, Role } from '../catalogue/model.ts';
import { listMainRoles } from '../catalogue/tiers.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { distance, findRelation, isNamed, isSameSubject, listRivals, plain, withoutRightOnes, withoutSameText } from './wrong-answers.ts';

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
  /** Ask about neighbours, too, and take them as wrong choices. */
  readonly allRoles?: boolean;
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

/** Every role is held against every other: with more of them, as many are drawn as this. */
const mostRoles = 100;

/**
 * Questions on the main roles of a catalogue, or on all of them, each with one right choice. The same catalogue, seed, language and count give the same
 * questions; a larger count continues a smaller one. The random numbers come from mulberry32, so they are the same on every machine.
 * Fewer than `count` if the catalogue has no more to ask; none with fewer than two roles. Of more than a hundred roles, a hundred are drawn.
 */
export function generateQuestions(catalogue: Catalogue, { count = 10, seed, language, allRoles = false }: KnowledgeOptions): KnowledgeQuestion[] {
  const random = createRandom(seed);
  const subjects = allRoles ? catalogue.roles : listMainRoles(catalogue.roles);
  const drawn = { ...catalogue, roles: subjects.length > mostRoles ? shuffle(subjects, random).slice(0, mostRoles) : subjects };
  const kinds = shuffle(knowledgeKinds, random);
  let points = shuffle(listAskable(drawn, language), random);
  const asked: AskablePoint[] = [];
  const questions: KnowledgeQuestion[] = [];
  while (questions.length < count) {
    const point = pickLeastAsked(points, asked, kinds);
    if (point === undefined) break;
    asked.push(point);
    questions.push(toQuestion(drawn, point, language, random));
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
        wrong: withoutSameText(rivals, role.summary),
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
