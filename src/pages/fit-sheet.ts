import type { ExplainedRoleView, FitDocument, ReasonView, RoleFitView } from '../core/views/fit.ts';
import type { Messages } from '../messages/messages.ts';
import { command } from '../messages/text.ts';
import type { Command, Text } from '../messages/text.ts';
import { findProfile } from './fit-profile.ts';
import { compareAnswers, findBecause, listRemarks, nameFirst, nameTest, rankRole, toFact } from './fit.ts';
import type { Fact, Radar } from './page.ts';

/** What is told of a role: a heading, and each point with an answer behind it, or all in a line. */
interface SheetPoints {
  readonly heading: string;
  readonly points: readonly { readonly text: string; readonly answer?: Fact }[];
}

interface SheetQuestion {
  readonly text: string;
  /** As it is asked in Japan. */
  readonly japanese?: string;
}

interface SheetQuestions {
  readonly heading: string;
  readonly questions: readonly SheetQuestion[];
}

interface SheetRole {
  readonly name: string;
  readonly asides: readonly string[];
  readonly why: readonly SheetPoints[];
  readonly weigh: readonly SheetPoints[];
  readonly ask: SheetQuestions;
}

interface SheetName {
  readonly name: string;
  /** What it is called in Japan, on a sheet in another language: job advertisements are in Japanese. */
  readonly other?: string;
}

interface SheetRow extends SheetName {
  readonly score: number;
  /** Shares the first place, or has it. */
  readonly isFirst: boolean;
  readonly ranks: readonly string[];
}

/** A result on two sheets of A4: what fits, why, and what to ask. Everything else stands in the whole report. */
export interface FitSheet {
  readonly title: string;
  readonly person?: { readonly name: string; readonly date: string };
  readonly asides: readonly string[];
  readonly lead: readonly string[];
  readonly caution: string;
  /** Every role, the best fit first; absent where answers cannot be scored. */
  readonly order?: {
    readonly heading: string;
    readonly remark: string;
    readonly columns: { readonly role: string; readonly score: string };
    readonly rows: readonly SheetRow[];
    readonly remarks: readonly Text[];
  };
  readonly profile?: Radar;
  readonly roles: readonly SheetRole[];
  /** What to ask whichever of them it is. */
  readonly ask?: SheetQuestions;
  readonly neighbours?: {
    readonly heading: string;
    readonly remark: string;
    readonly roles: readonly (SheetName & { readonly detail?: string; readonly facts: readonly Fact[] })[];
  };
  readonly change?: { readonly heading: string; readonly remark: string; readonly text?: string; readonly facts?: readonly Fact[] };
  /** The code, and what has to be known wherever it stands; absent where nothing was answered. */
  readonly code?: {
    readonly label: string;
    readonly code: string;
    readonly remark: string;
    readonly whole: { readonly label: string; readonly command: Command };
  };
}

/** As many as are read at a glance. */
const mostReasons = 3;
const mostDoubts = 2;

/** The result as a sheet to hand over. */
export function buildFitSheet(document: FitDocument, messages: Messages): FitSheet {
  const { person, warnings, explained, roles, strengths } = document;
  const { fit } = messages;
  const isDoubtful = warnings.includes('contradictory');
  const profile = findProfile(document, messages);
  const shared = findSharedQuestions(explained);
  const neighbours = viewNeighbours(document, messages);
  return {
    title: fit.title,
    ...(person === undefined ? {} : { person: { name: person.name, date: fit.writeDate(person.date) } }),
    asides: nameTest(document, messages),
    lead: [
      ...warnings.map((warning) => fit.warnings[warning]),
      ...(roles.length === 0 || isDoubtful ? [] : [nameFirst(document, messages)]),
      ...(strengths.length === 0 ? [] : [fit.joinStrengths(strengths.map(({ strength }) => strength))]),
    ],
    caution: fit.caution,
    ...(roles.length === 0 ? {} : { order: listOrder(document, isDoubtful, messages) }),
    ...(profile === undefined ? {} : { profile }),
    roles: explained.map((role) => viewRole(role, shared, messages)),
    ...(shared.length === 0 ? {} : { ask: { heading: fit.sheet.sharedQuestions, questions: shared } }),
    ...(neighbours === undefined ? {} : { neighbours }),
    ...(roles.length === 0 || isDoubtful ? {} : { change: viewChange(document, messages) }),
    ...(document.answered === 0 ? {} : { code: viewCode(document, messages) }),
  };
}

function listOrder(document: FitDocument, isDoubtful: boolean, messages: Messages): NonNullable<FitSheet['order']> {
  const { roles, warnings } = document;
  const { fit, common } = messages;
  return {
    heading: isDoubtful ? fit.orderDoubtful : fit.order,
    remark: fit.orderRemark,
    columns: { role: common.role, score: fit.score },
    rows: roles.map((role) => ({
      ...viewName(role, document),
      score: role.score,
      isFirst: role.first && warnings.length === 0,
      ranks: rankRole(role, document, messages),
    })),
    remarks: listRemarks(document, messages),
  };
}

function viewName({ name, japaneseName }: Pick<RoleFitView, 'name' | 'japaneseName'>, { language }: FitDocument): SheetName {
  return language === 'ja' ? { name } : { name, other: japaneseName };
}

/** The questions that more than one of the roles has, so that each is asked once. */
function findSharedQuestions(explained: readonly ExplainedRoleView[]): readonly SheetQuestion[] {
  const counts = new Map<string, number>();
  const questions = explained.flatMap((role) => role.questions);
  for (const { text } of questions) counts.set(text, (counts.get(text) ?? 0) + 1);
  return questions.filter(({ text }, place) => (counts.get(text) ?? 0) > 1 && questions.findIndex((question) => question.text === text) === place);
}

function viewRole(role: ExplainedRoleView, shared: readonly SheetQuestion[], messages: Messages): SheetRole {
  const { fit } = messages;
  const known = new Set(shared.map(({ text }) => text));
  const answered = (heading: string, reasons: readonly ReasonView[], most: number) =>
    listPoints(
      heading,
      reasons
        .filter(({ typical }) => typical)
        .slice(0, most)
        .map(({ dimension, answers: [answer] }) => ({ text: dimension.label, ...(answer === undefined ? {} : { answer: toFact(answer) }) })),
    );
  const inALine = (heading: string, terms: readonly string[]) => listPoints(heading, terms.length === 0 ? [] : [{ text: fit.joinTraits(terms) }]);
  const untypical = (reasons: readonly ReasonView[]) => reasons.filter(({ typical }) => !typical).map(({ dimension }) => dimension.label);
  return {
    name: role.name,
    asides: [`${fit.score} ${role.score}`, ...(role.focus === undefined ? [] : [role.focus])],
    why: [...answered(fit.reasonsFor, role.reasons, mostReasons), ...inALine(fit.spared, untypical(role.reasons))],
    weigh: [
      ...answered(fit.reasonsAgainst, role.doubts, mostDoubts),
      ...inALine(fit.missing, untypical(role.doubts)),
      ...inALine(
        fit.sheet.hardParts,
        role.hardParts.map(({ text }) => text),
      ),
    ],
    ask: { heading: messages.role.sections.checks, questions: role.questions.filter(({ text }) => !known.has(text)) },
  };
}

function listPoints(heading: string, points: SheetPoints['points']): SheetPoints[] {
  return points.length === 0 ? [] : [{ heading, points }];
}

function viewNeighbours(document: FitDocument, messages: Messages): FitSheet['neighbours'] {
  if (document.neighbours.length === 0) return undefined;
  const { fit } = messages;
  return {
    heading: fit.neighbours,
    remark: fit.neighboursRemark,
    roles: document.neighbours.map((neighbour) => ({
      ...viewName(neighbour, document),
      ...(neighbour.experience === undefined ? {} : { detail: neighbour.experience }),
      facts: findBecause(neighbour, messages),
    })),
  };
}

function viewChange({ nearestChange }: FitDocument, messages: Messages): NonNullable<FitSheet['change']> {
  const { fit } = messages;
  if (nearestChange === undefined) return { heading: fit.nearestChange, remark: fit.noNearestChange };
  const { item, role } = nearestChange;
  return {
    heading: fit.nearestChange,
    remark: fit.nearestChangeRemark(role.name),
    text: item.text,
    facts: compareAnswers(nearestChange, messages),
  };
}

function viewCode({ code }: FitDocument, { fit }: Messages): NonNullable<FitSheet['code']> {
  return {
    label: fit.sheet.codeLabel,
    code,
    remark: fit.answerCodeRemark,
    whole: { label: fit.sheet.whole, command: command(`quiz --code ${code} --full -o result.html`) },
  };
}
