import { mostFirst } from '../core/fit/score.ts';
import { command } from '../messages/text.ts';
import type { Text } from '../messages/text.ts';
import type { AnswerView, ExplainedRoleView, FitDocument, NeighbourFitView, ReasonView, RoleFitView } from '../core/views/fit.ts';
import { largestLoading } from '../core/fit/loadings.ts';
import type { Messages } from '../messages/messages.ts';
import type { Block, Cell, Fact, Item, Page } from './page.ts';
import { textCell } from './page.ts';

/** The result of a fit test: first the answer in a few lines, then the reasons, and how to keep it. */
export function buildFitPage(document: FitDocument, messages: Messages): Page {
  const { roles, explained, worst, test, code, warnings } = document;
  const [leader, second] = roles;
  const title: Block = {
    kind: 'title',
    name: messages.fit.title,
    asides: [messages.quiz.fitTests[test], messages.quiz.answeredOf(document.answered, document.asked)],
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
      ...remark(document.avoid, messages.fit.avoidRemark, messages),
      ...remark(
        roles.filter(({ estimated }) => estimated).map(({ name }) => ({ label: name })),
        messages.fit.estimatedRemark,
        messages,
      ),
      ...remark(
        document.notCompared.map(({ name }) => ({ label: name })),
        messages.fit.notComparedRemark,
        messages,
      ),
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

/** The result to hand over, as to an adviser: with the profile, every answer, and what to ask as a list to tick off. */
export function buildFitReport(document: FitDocument, messages: Messages): Page {
  const { blocks, ...page } = buildFitPage(document, messages);
  const order = blocks.findIndex(({ kind }) => kind === 'heading');
  return {
    ...page,
    blocks: order < 0 ? blocks : [...blocks.slice(0, order), ...drawProfile(document, messages), ...blocks.slice(order), ...listAnswers(document, messages)],
  };
}

/** The axes that tell most: more of them than this cannot be read. */
const mostAxes = 9;
const fewestAxes = 3;

function drawProfile({ profile, explained }: FitDocument, messages: Messages): Block[] {
  const weights = new Map<string, number>();
  for (const { dimension, weight } of explained.flatMap(({ reasons, doubts }) => [...reasons, ...doubts])) {
    weights.set(dimension.id, Math.max(weights.get(dimension.id) ?? 0, Math.abs(weight)));
  }
  const known = profile.filter(({ id }) => weights.has(id) && explained.every(({ loadings }) => Object.hasOwn(loadings, id)));
  const chosen = known.toSorted((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0)).slice(0, mostAxes);
  const axes = known.filter((axis) => chosen.includes(axis));
  if (axes.length < fewestAxes) return [];
  const series = (name: string, values: readonly number[]) => {
    const cut = values.map((value) => Math.max(-largestLoading, Math.min(largestLoading, value)));
    return {
      name,
      positions: cut.map((value) => (value + largestLoading) / (2 * largestLoading)),
      values: cut.map((value) =>
        value
          .toFixed(1)
          .replace(/^-0\.0$/, '0.0')
          .replace('-', '−'),
      ),
    };
  };
  return [
    { kind: 'heading', text: messages.fit.radarTitle, remark: messages.fit.radarRemark },
    {
      kind: 'radar',
      radar: {
        caption: messages.report.chartOf(axes.map(({ label }) => label)),
        label: messages.fit.dimension,
        axes: axes.map(({ label }) => label),
        // On the scale of the loadings, as the fit is computed.
        series: [
          series(
            messages.fit.you,
            axes.map(({ z }) => z),
          ),
          ...explained.map(({ name, loadings }) =>
            series(
              name,
              axes.map(({ id }) => loadings[id] ?? 0),
            ),
          ),
        ],
      },
    },
  ];
}

function listAnswers({ profile, answers }: FitDocument, messages: Messages): Block[] {
  return [
    { kind: 'title', name: messages.fit.allAnswers, asides: [] },
    { kind: 'heading', text: messages.fit.allDimensions, remark: messages.fit.allDimensionsRemark },
    {
      kind: 'table',
      ruled: false,
      columns: [
        { label: messages.fit.dimension, holds: 'label' },
        { label: messages.common.value, holds: 'number' },
      ],
      rows: profile.map(({ label, value }) => ({ name: [label], groups: [[textCell(value.toFixed(1))]] })),
    },
    { kind: 'heading', text: messages.common.yourAnswer },
    {
      kind: 'table',
      ruled: false,
      columns: [
        { label: messages.fit.question, holds: 'label' },
        { label: messages.common.answer, holds: 'terms' },
      ],
      rows: answers.map(({ text, answer, label }) => ({ name: [text], groups: [[textCell(`${answer} ${label}`)]] })),
    },
    { kind: 'paragraph', text: messages.fit.caution },
  ];
}

/** Who comes first, and how sure that is. */
function nameFirst({ roles, confidence }: FitDocument, { fit, joinNames }: Messages): string {
  const nameWithScore = ({ name, score }: RoleFitView) => fit.nameWithScore(name, score);
  const first = roles.filter((role) => role.first);
  const next = roles.find((role) => !role.first);
  if (first.length > mostFirst) return fit.manyFirst(joinNames(first.map(({ name }) => name)));
  const named = fit.firstPlace(first.map(nameWithScore));
  if (confidence === 'open') return `${named}${fit.openResult}`;
  if (first.length > 1) return `${named}${fit.sharedResult(joinNames(first.map(({ name }) => name)))}`;
  return next === undefined ? named : `${named}${fit.clearResult(nameWithScore(next))}`;
}

function remark(terms: readonly { readonly label: string }[], say: (names: string) => Text, { joinNames }: Messages): Block[] {
  return terms.length === 0 ? [] : [{ kind: 'paragraph', text: say(joinNames(terms.map(({ label }) => label))), tone: 'muted' }];
}

function orderTable({ roles, warnings, language }: FitDocument, messages: Messages): Block {
  const scoreCell = ({ score }: RoleFitView): Cell => ({
    texts: [String(score)],
    gauge: { value: String(score), position: score / 100, average: 0.5, estimated: false },
  });
  const several = roles.filter(({ first }) => first).length > 1;
  const rank = ({ first, avoided }: RoleFitView) => [
    ...(first && warnings.length === 0 ? [several ? messages.fit.sharesFirst : messages.fit.comesFirst] : []),
    ...(avoided.length > 0 ? [messages.fit.hasAvoided] : []),
  ];
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
      groups: [[textCell(language === 'ja' ? role.id : role.japaneseName), scoreCell(role), { texts: rank(role), quiet: true }]],
    })),
  };
}

/** The neighbours that go with the answers, apart from the order: why, and what sets each apart from the main role nearest to it. */
function nameNeighbours({ neighbours, language }: FitDocument, messages: Messages): Block[] {
  if (neighbours.length === 0) return [];
  const { fit } = messages;
  const because = (label: string, { reasons }: NeighbourFitView, typical: boolean): Fact[] => {
    const labels = reasons.filter((reason) => reason.typical === typical).map(({ dimension }) => dimension.label);
    return labels.length === 0 ? [] : [{ label, value: fit.joinTraits(labels) }];
  };
  return [
    { kind: 'heading', text: fit.neighbours, remark: fit.neighboursRemark },
    {
      kind: 'items',
      items: neighbours.map((neighbour) => ({
        text: neighbour.name,
        tag: language === 'ja' ? neighbour.id : neighbour.japaneseName,
        ...(neighbour.experience === undefined ? {} : { detail: neighbour.experience }),
        facts: [
          ...because(fit.neighbourReasons, neighbour, true),
          ...because(fit.neighbourSpared, neighbour, false),
          ...describeDifference(neighbour, messages),
        ],
      })),
    },
  ];
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

function toFact({ text, answer, label }: AnswerView): Fact {
  return { label: text, value: `${answer} ${label}` };
}

function explainChange({ nearestChange }: FitDocument, messages: Messages): Block[] {
  if (nearestChange === undefined) {
    return [
      { kind: 'heading', text: messages.fit.nearestChange },
      { kind: 'paragraph', text: messages.fit.noNearestChange, inset: true },
    ];
  }
  const { item, to, toLabel, role } = nearestChange;
  const facts = [
    { label: messages.common.yourAnswer, value: `${item.answer} ${item.label}` },
    { label: messages.fit.otherAnswer, value: `${to} ${toLabel}` },
  ];
  return [
    { kind: 'heading', text: messages.fit.nearestChange, remark: messages.fit.nearestChangeRemark(role.name) },
    { kind: 'items', items: [{ text: item.text, facts }] },
  ];
}
