import { mostFirst } from '../core/fit/score.ts';
import { command } from '../messages/text.ts';
import type { Text } from '../messages/text.ts';
import type { AnswerView, ExplainedRoleView, FitDocument, NeighbourFitView, ReasonView, RoleFitView } from '../core/views/fit.ts';
import type { Messages } from '../messages/messages.ts';
import type { Block, Cell, Fact, Item, Page } from './page.ts';
import { textCell } from './page.ts';

/** The result of a fit test: first the answer in a few lines, then the reasons, and how to keep it. */
export function buildFitPage(document: FitDocument, messages: Messages): Page {
  const { roles, explained, worst, code, warnings } = document;
  const [leader, second] = roles;
  const title: Block = {
    kind: 'title',
    name: messages.fit.title,
    asides: [...namePerson(document, messages), ...nameTest(document, messages)],
  };
  const warned = warnings.map((warning): Block => ({ kind: 'paragraph', text: messages.fit.warnings[warning] }));
  if (leader === undefined) return { blocks: [title, ...warned], next: { label: messages.common.next, command: command('quiz') } };
  const isDoubtful = warnings.includes('contradictory');
  return {
    blocks: [
      title,
      ...warned,
      ...(isDoubtful ? [] : [{ kind: 'paragraph', text: nameFirst(document, messages) } as const]),
      ...(document.strengths.length === 0
        ? []
        : [{ kind: 'paragraph', text: messages.fit.joinStrengths(document.strengths.map(({ strength }) => strength)) } as const]),
      { kind: 'paragraph', text: messages.fit.caution, tone: 'muted' },
      { kind: 'heading', text: isDoubtful ? messages.fit.orderDoubtful : messages.fit.order, remark: messages.fit.orderRemark },
      orderTable(document, messages),
      ...saySoftly(listRemarks(document, messages)),
      ...nameNeighbours(document, messages),
      ...explained.flatMap((role, index) => explainRole(role, messages, index === 0)),
      ...(worst === undefined ? [] : explainWorst(worst, messages)),
      ...(isDoubtful ? [] : explainChange(document, messages)),
      { kind: 'heading', text: messages.fit.answerCode, remark: messages.fit.answerCodeRemark },
      {
        kind: 'items',
        items: [
          { text: messages.quiz.again, notes: [{ kind: 'command', label: messages.quiz.again, text: command(`quiz --code ${code}`) }] },
          { text: messages.quiz.asPage, notes: [{ kind: 'command', label: messages.quiz.asPage, text: command(`quiz --code ${code} -o result.html`) }] },
        ],
      },
    ],
    next: {
      label: messages.common.next,
      command: isDoubtful ? command('quiz') : second === undefined ? command(`show ${leader.id}`) : command(`compare ${leader.id} ${second.id}`),
    },
  };
}

/** Whose result it is. */
function namePerson({ person }: FitDocument, { fit }: Messages): string[] {
  return person === undefined ? [] : [person.name, fit.writeDate(person.date)];
}

/** Which test it is of, and how much of it was answered. */
export function nameTest({ test, answered, asked }: FitDocument, { quiz }: Messages): string[] {
  return [quiz.fitTests[test], quiz.answeredOf(answered, asked)];
}

/** Who comes first, and how sure that is. */
export function nameFirst({ roles, confidence }: FitDocument, { fit, joinNames }: Messages): string {
  const nameWithScore = ({ name, score }: RoleFitView) => fit.nameWithScore(name, score);
  const first = roles.filter((role) => role.first);
  const next = roles.find((role) => !role.first);
  if (first.length > mostFirst) return fit.manyFirst(joinNames(first.map(({ name }) => name)));
  const named = fit.firstPlace(first.map(nameWithScore));
  if (confidence === 'open') return `${named}${fit.openResult}`;
  if (first.length > 1) return `${named}${fit.sharedResult(joinNames(first.map(({ name }) => name)))}`;
  return next === undefined ? named : `${named}${fit.clearResult(nameWithScore(next))}`;
}

/** What has to be known of the order: what lowered it, what of it is an estimate, and who is missing. */
export function listRemarks({ avoid, roles, notCompared }: FitDocument, { fit, joinNames }: Messages): Text[] {
  const say = (names: readonly string[], remark: (joined: string) => Text): Text[] => (names.length === 0 ? [] : [remark(joinNames(names))]);
  return [
    ...say(
      avoid.map(({ label }) => label),
      fit.avoidRemark,
    ),
    ...say(
      roles.filter(({ estimated }) => estimated).map(({ name }) => name),
      fit.estimatedRemark,
    ),
    ...say(
      notCompared.map(({ name }) => name),
      fit.notComparedRemark,
    ),
  ];
}

function saySoftly(texts: readonly Text[]): Block[] {
  return texts.map((text) => ({ kind: 'paragraph', text, tone: 'muted' }));
}

/** What is said behind the score of a role. */
export function rankRole({ first, avoided }: RoleFitView, { roles, warnings }: FitDocument, { fit }: Messages): string[] {
  const isShared = roles.filter((role) => role.first).length > 1;
  return [...(first && warnings.length === 0 ? [isShared ? fit.sharesFirst : fit.comesFirst] : []), ...(avoided.length > 0 ? [fit.hasAvoided] : [])];
}

function orderTable(document: FitDocument, messages: Messages): Block {
  const { roles, language } = document;
  const scoreCell = ({ score }: RoleFitView): Cell => ({
    texts: [String(score)],
    gauge: { value: String(score), position: score / 100, average: 0.5, estimated: false },
  });
  return {
    kind: 'table',
    ruled: false,
    columns: [
      { label: messages.common.role, holds: 'name' },
      { label: language === 'ja' ? messages.common.id : messages.fit.inJapanese, holds: 'id' },
      { label: messages.fit.score, holds: 'gauge' },
      { label: '', holds: 'terms' },
    ],
    rows: roles.map((role) => ({
      name: [role.name],
      // Job advertisements are in Japanese.
      groups: [[textCell(language === 'ja' ? role.id : role.japaneseName), scoreCell(role), { texts: rankRole(role, document, messages), quiet: true }]],
    })),
  };
}

/** The neighbours that go with the answers, apart from the order: why, and what sets each apart from the main role nearest to it. */
function nameNeighbours({ neighbours, language }: FitDocument, messages: Messages): Block[] {
  if (neighbours.length === 0) return [];
  const { fit } = messages;
  return [
    { kind: 'heading', text: fit.neighbours, remark: fit.neighboursRemark },
    {
      kind: 'items',
      items: neighbours.map((neighbour) => ({
        text: neighbour.name,
        tag: language === 'ja' ? neighbour.id : neighbour.japaneseName,
        ...(neighbour.experience === undefined ? {} : { detail: neighbour.experience }),
        facts: [...findBecause(neighbour, messages), ...describeDifference(neighbour, messages)],
      })),
    },
  ];
}

/** Why a neighbour goes with the answers. */
export function findBecause({ reasons }: NeighbourFitView, { fit }: Messages): Fact[] {
  const because = (label: string, typical: boolean): Fact[] => {
    const labels = reasons.filter((reason) => reason.typical === typical).map(({ dimension }) => dimension.label);
    return labels.length === 0 ? [] : [{ label, value: fit.joinTraits(labels) }];
  };
  return [...because(fit.neighbourReasons, true), ...because(fit.neighbourSpared, false)];
}

function describeDifference({ difference }: NeighbourFitView, { fit }: Messages): Fact[] {
  if (difference === undefined) return [];
  const { name } = difference.from;
  return [{ label: fit.differenceFrom(name), value: 'text' in difference ? difference.text : fit.moreOrLess(difference.dimension.label, difference.more) }];
}

function explainRole(role: ExplainedRoleView, messages: Messages, isFirst: boolean): Block[] {
  const section = (heading: string, items: readonly Item[], said?: string): Block[] =>
    items.length === 0
      ? []
      : [
          { kind: 'heading', text: heading, ...(said === undefined ? {} : { remark: said }) },
          { kind: 'items', items },
        ];
  const about = (reasons: readonly ReasonView[], typical: boolean) => reasons.filter((reason) => reason.typical === typical).map(describeReason);
  return [
    { kind: 'title', name: role.name, asides: [`${messages.fit.score} ${role.score}`, ...(role.focus === undefined ? [] : [role.focus])] },
    ...section(messages.fit.reasonsFor, about(role.reasons, true), isFirst ? messages.fit.reasonsRemark : undefined),
    ...section(messages.fit.spared, about(role.reasons, false)),
    ...section(messages.fit.reasonsAgainst, about(role.doubts, true)),
    ...section(messages.fit.missing, about(role.doubts, false)),
    ...section(
      messages.fit.hardParts,
      role.hardParts.map(({ text, coping, because }) => ({
        text,
        tag: because.label,
        ...(coping === undefined ? {} : { notes: [{ kind: 'coping', label: messages.role.coping, text: coping }] }),
      })),
    ),
    ...section(
      messages.role.sections.checks,
      role.questions.map(({ text, japanese }) => ({ text, isTask: true, ...(japanese === undefined ? {} : { detail: japanese }) })),
    ),
  ];
}

function explainWorst(role: ExplainedRoleView, messages: Messages): Block[] {
  const [reason] = role.doubts;
  return [
    { kind: 'heading', text: messages.fit.worstFit },
    {
      kind: 'items',
      items: [{ text: messages.fit.nameWithScore(role.name, role.score), ...(reason === undefined ? {} : { facts: reason.answers.map(toFact) }) }],
    },
  ];
}

/** A dimension with the very answers behind it. */
function describeReason({ dimension, answers }: ReasonView): Item {
  return { text: dimension.label, facts: answers.map(toFact) };
}

export function toFact({ text, answer, label }: AnswerView): Fact {
  return { label: text, value: `${answer} ${label}` };
}

function explainChange({ nearestChange }: FitDocument, messages: Messages): Block[] {
  if (nearestChange === undefined) {
    return [
      { kind: 'heading', text: messages.fit.nearestChange },
      { kind: 'paragraph', text: messages.fit.noNearestChange, inset: true },
    ];
  }
  const { item, role } = nearestChange;
  return [
    { kind: 'heading', text: messages.fit.nearestChange, remark: messages.fit.nearestChangeRemark(role.name) },
    { kind: 'items', items: [{ text: item.text, facts: compareAnswers(nearestChange, messages) }] },
  ];
}

/** The answer that was given, and the one that would change the result. */
export function compareAnswers({ item, to, toLabel }: NonNullable<FitDocument['nearestChange']>, { fit, common }: Messages): Fact[] {
  return [
    { label: common.yourAnswer, value: `${item.answer} ${item.label}` },
    { label: fit.otherAnswer, value: `${to} ${toLabel}` },
  ];
}
