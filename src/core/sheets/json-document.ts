import { cleanText } from '../clean.ts';
import type { Position } from '../role-files/diagnostics.ts';
import { findNearest } from '../catalogue/nearest.ts';
import { fitTests } from '../fit/score.ts';
import type { FitTest } from '../fit/score.ts';
import type { FitState } from '../fit/answer-code.ts';
import { checkAnswers } from './check-answers.ts';
import type { AnswerBank, Refuse } from './check-answers.ts';

/** How a JSON document is read, whichever parser made its nodes. */
export interface DocumentReader {
  /** The members of an object; undefined for anything else. */
  readonly membersOf: (node: unknown) => readonly Member[] | undefined;
  /** The entries of an array; undefined for anything else. */
  readonly entriesOf: (node: unknown) => readonly unknown[] | undefined;
  /** The value of a node that is neither. */
  readonly scalarOf: (node: unknown) => unknown;
  /** Where a node or a key stands. */
  readonly placeOf: (node: unknown) => Position;
}

/** A member of an object: its name, its value, and the node of its name where the parser has one. */
type Member = readonly [name: string, value: unknown, key?: unknown];

const documentKeys = ['answers', 'avoid', 'test', 'bankVersion', 'id'] as const;

/**
 * The state in a JSON document, `{ "answers": { "<item>": 4 }, "avoid": [], "test": "quick" }` or the answers alone: the one place that says
 * what such a document may hold.
 * Refuses the first thing that is wrong. A document without any answer is right here.
 */
export function readDocument(bank: AnswerBank, root: unknown, reader: DocumentReader, refuse: Refuse, asked?: FitTest): FitState {
  const { membersOf, scalarOf, placeOf } = reader;
  const members = membersOf(root) ?? [];
  const isNested = members.some(([name]) => name === 'answers');
  const part = (key: (typeof documentKeys)[number]) => (isNested ? members.find(([name]) => name === key) : undefined);
  if (isNested) refuseUnknownKeys(members, reader, refuse);
  refuseOtherVersion(bank, part('bankVersion'), reader, refuse);
  const named = readTest(part('test'), reader, refuse, asked);
  const answers = isNested ? part('answers')?.[1] : root;
  const given = membersOf(answers)
    ?.filter(([id]) => isNested || id !== 'id')
    .map(([id, value, key]) => ({ id, value: scalarOf(value), place: () => placeOf(key) }));
  if (given === undefined) return refuse({ problem: 'not-an-object', ...placeOf(answers) });
  return checkAnswers(bank, given, readAvoid(bank, part('avoid'), reader, refuse), named ?? asked, refuse);
}

function refuseUnknownKeys(members: readonly Member[], { placeOf }: DocumentReader, refuse: Refuse): void {
  const unknown = members.find(([name]) => !documentKeys.some((key) => key === name));
  if (unknown === undefined) return;
  const [name, , key] = unknown;
  refuse({ problem: 'unknown-key', ...placeOf(key), name: cleanText(name), nearest: findNearest(name, documentKeys) });
}

function refuseOtherVersion({ version }: AnswerBank, member: Member | undefined, { scalarOf, placeOf }: DocumentReader, refuse: Refuse): void {
  if (member === undefined) return;
  const [, node] = member;
  const value = scalarOf(node);
  if (value !== version) refuse({ problem: 'other-version', ...placeOf(node), name: cleanText(String(value)), expected: version });
}

function readTest(member: Member | undefined, { scalarOf, placeOf }: DocumentReader, refuse: Refuse, asked: FitTest | undefined): FitTest | undefined {
  if (member === undefined) return undefined;
  const [, node] = member;
  const value = scalarOf(node);
  const named = fitTests.find((known) => known === value);
  if (named !== undefined && (asked === undefined || named === asked)) return named;
  return refuse({ problem: 'unknown-key', ...placeOf(node), name: cleanText(String(value)), nearest: asked === undefined ? fitTests : [asked] });
}

function readAvoid({ avoidances }: AnswerBank, member: Member | undefined, { entriesOf, scalarOf, placeOf }: DocumentReader, refuse: Refuse): string[] {
  if (member === undefined) return [];
  const [, list] = member;
  const entries = entriesOf(list) ?? refuse({ problem: 'not-an-object', ...placeOf(list) });
  const ids = entries.map((node) => {
    const id = String(scalarOf(node));
    return avoidances.has(id) ? id : refuse({ problem: 'unknown-avoidance', ...placeOf(node), name: cleanText(id), nearest: findNearest(id, [...avoidances]) });
  });
  return [...new Set(ids)];
}
